"""Extraction's last look, counts: figures and votes come in, two figures for one thing go out."""

import re
from collections import defaultdict

from generator.extract.document import Document
from generator.extract.findings import DiscrepancyFinding, Span, ValueFinding, VoteFinding
from generator.extract.numbers import NUMBER, number_of
from generator.extract.votes.counts import find_tally
from generator.model.ids import record_id
from generator.model.words import DiscrepancyKind

MARGIN = re.compile(
    rf"(?i:\b(?:by|majority of|margin of|majority at|margin at)) (?P<number>(?i:{NUMBER}))(?P<votes> votes)?(?!"
    rf" (?:votes )?(?:to|for)\b|[-–\d])"
)


def find_count_discrepancies(document: Document, votes: tuple[VoteFinding, ...]) -> tuple[DiscrepancyFinding, ...]:
    """Two counts of one vote, a margin that its counts do not give, and two ages of one person."""
    return (*_of_votes(document, votes), *_ages(document))


def _of_votes(document: Document, votes: tuple[VoteFinding, ...]) -> list[DiscrepancyFinding]:
    found = []
    for vote in votes:
        if vote.counts.for_ is None or vote.counts.against is None:
            continue
        wrong = _wrong_margin(document, vote)
        told = _told(document, vote)
        if wrong and told:
            found.append(_finding(f"margin of the vote: {vote.motion}", "margin", [told, wrong]))
    return found


def _told(document: Document, vote: VoteFinding) -> ValueFinding | None:
    for start, end in vote.spans:
        tally = find_tally(document.text, start, end)
        if tally:
            span = (tally.span[0], tally.span[1])
            return ValueFinding(value=document.quote(span), spans=(span,))
    return None


def _wrong_margin(document: Document, vote: VoteFinding) -> ValueFinding | None:
    assert vote.counts.for_ is not None and vote.counts.against is not None
    margin = abs(vote.counts.for_ - vote.counts.against)
    for span in vote.spans:
        for match in MARGIN.finditer(document.quote(span)):
            number = number_of(match["number"])
            lone = match["votes"] or not match.group().casefold().startswith("by ")
            if lone and number is not None and number not in (margin, *_counts(vote)):
                place = (span[0] + match.start(), span[0] + match.end())
                return ValueFinding(value=document.quote(place), spans=(place,))
    return None


def _counts(vote: VoteFinding) -> tuple[int | None, ...]:
    return (vote.counts.for_, vote.counts.against, vote.counts.abstain)


def _ages(document: Document) -> list[DiscrepancyFinding]:
    """Two ages printed with one full name: "Oyelaran, 44," and "Oyelaran, 46,"."""
    told: dict[str, dict[str, Span]] = defaultdict(dict)
    for match in re.finditer(r"\b(?P<name>(?:[A-ZÀ-Þ][\w’'.-]+ )*[A-ZÀ-Þ][\w’'-]{3,}), (?P<age>\d\d),", document.text):
        told[match["name"]].setdefault(match["age"], match.span())
    found = []
    for name, ages in told.items():
        if len(ages) > 1:
            values = [ValueFinding(value=document.quote(span), spans=(span,)) for span in ages.values()]
            found.append(_finding(f"age of {name}", "age", values))
    return found


def _finding(about: str, field: str, values: list[ValueFinding]) -> DiscrepancyFinding:
    return DiscrepancyFinding(
        id=record_id("dis", about, "count", about, *sorted(value.value for value in values)),
        kind=DiscrepancyKind.COUNT,
        about=about,
        field=field,
        values=tuple(values),
    )
