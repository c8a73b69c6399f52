"""Extraction's last look, sums: tallies come in, those that do not add up to the votes that the article counts go out.

`All 55 councillors were present. … The budget was carried by 31 votes to 24, with two abstentions.`
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.discrepancies.other_votes import is_other_vote
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.votes.counts import ABSTAINED, Tally

PRESENT = Pattern(
    rf"\b(?P<all>[Aa]ll |lists? )?(?:of (?:its|the) )?(?P<number>(?i:{NUMBER}))(?: of its| of the)? {one_of('voters')}"
    rf"(?P<voted> (?:were |had )?(?:present|in attendance)(?P<and> and vot(?:ing|ed))?"
    r"| voted\b(?! (?:for|against|to|in)\b)| cast (?:a|their) votes?)?"
)
RETURNED = Pattern(
    rf"\b(?P<number>(?i:{NUMBER})) {one_of('ballots')}(?: papers)? (?:were |had been )?(?:returned|cast|counted)\b"
)
SPOILT = Pattern(rf"\b(?P<number>(?i:{NUMBER})) (?:\w+ )?(?:spoilt|spoiled|informal|invalid)\b")
SIDE = Pattern(
    rf"\b(?P<number>(?i:{NUMBER})) votes (?P<side>in favou?r|against)\b"
    rf"|\b(?:only|just) (?P<few>(?i:{NUMBER})) {one_of('voters')} (?:had |have )?voted\b(?: (?P<nay>against))?"
    rf"|\b[Tt]he (?P<which>ayes|noes)(?: (?:had )?(?:at|as|were|was|numbered))? (?P<at>(?i:{NUMBER}))(?=[.,;’”\"])"
    rf"|\b{one_of('moved')} (?:had |has )?(?:only |just )?{one_of('got_votes')}(?: only| just)?"
    rf" (?P<got>(?i:{NUMBER}))(?: votes)?(?=[.,;”\"])"
)
OF_SOMEBODY = Pattern(r" of (?:his|her|their) \w+")
"""What tells what the votes were for, which may be another vote: `110 votes in favour [of her removal]`."""
AGAINST = frozenset(["against", "noes"])
SLIP, SLIPS = 3, 0.03
"""Votes, and part of the votes, by which one side's figure may differ and still be of the same vote."""
MOST_APART = 0.2
"""The part of the votes by which a sum may differ and still be of the same vote."""


@dataclass(frozen=True)
class _Total:
    span: Span
    number: int
    full: bool
    """Whether all of them voted, so that no fewer votes than these can be right."""


def find_wrong_sums(document: Document, tallies: Sequence[Tally]) -> Iterator[Values]:
    """A tally of more votes, or of fewer, than the article says there were; nothing where any tally adds up."""
    for total in _totals(document.text):
        sums = [(tally, _sum(document, tally)) for tally in tallies]
        if any(votes == total.number for _, votes in sums):
            continue
        near = [
            tally
            for tally, votes in sums
            if abs(votes - total.number) <= MOST_APART * total.number and (votes > total.number or total.full)
        ]
        if len(near) == 1:
            yield tuple(value_at(document, span) for span in sorted([near[0].span, total.span]))


def find_wrong_sides(document: Document, tallies: Sequence[Tally]) -> Iterator[Values]:
    """A tally and, apart from it, another figure for one of its sides; nothing where any tally has the figure."""
    for match in SIDE.finditer(document.text):
        number = number_of(match["number"] or match["got"] or match["at"] or match["few"])
        told = {figure for tally in tallies for figure in (tally.first, tally.second)}
        apart = all(match.end() <= tally.span[0] or tally.span[1] <= match.start() for tally in tallies)
        if number is None or number in told or not apart or OF_SOMEBODY.match(document.text, match.end()):
            continue
        sides = [(tally, tally.second if AGAINST & set(match.groups()) else tally.first) for tally in tallies]
        near = [tally for tally, side in sides if abs(side - number) <= max(SLIP, SLIPS * side) < side]
        if len(near) == 1 and not is_other_vote(document, *sorted([near[0].span, match.span()])):
            yield tuple(value_at(document, span) for span in sorted([near[0].span, match.span()]))


def _totals(text: str) -> Iterator[_Total]:
    for match in PRESENT.finditer(text):
        number = number_of(match["number"])
        if number is not None and (match["voted"] or match["all"]):
            voted = bool(match["voted"]) and (bool(match["and"]) or "present" not in match["voted"])
            yield _Total(match.span(), number, full=voted)
    for match in RETURNED.finditer(text):
        number = number_of(match["number"])
        if number is not None:
            yield _Total(match.span(), number, full=True)


def _sum(document: Document, tally: Tally) -> int:
    """All votes of a tally's sentence, those that went neither way with them."""
    start, end = sentence_of(document, tally.span)
    other = 0
    for match in ABSTAINED.finditer(document.text[start:end]):
        told = match["a"].lower()
        other += {"a": 1, "an": 1, "no": 0}.get(told) or number_of(told) or 0
    spoilt = SPOILT.search(document.text[start:end])
    return tally.first + tally.second + other + ((number_of(spoilt["number"]) or 0) if spoilt else 0)
