"""Extraction's last look, crowds: figures and claims come in, two sources' two counts of one crowd go out.

`Police said about 400 people joined the march. Organisers claimed 2,000 had taken part.`
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.discrepancies.clauses import Values, clause_around, sentence_of, value_at
from generator.extract.discrepancies.comparing import A_WEEKDAY, pairs
from generator.extract.discrepancies.figures import Figure, is_of_pair
from generator.extract.discrepancies.givers import TELLERS, Said, given_by
from generator.extract.discrepancies.moments import are_of_two_moments
from generator.extract.discrepancies.repeated import is_other
from generator.extract.discrepancies.tellings import telling_of
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern

A_CROWD = rf"{one_of('crowds')}(?: (?:in|on|at|of) [\w’' -]{{1,30}}?)?"
CROWD_AT = Pattern(
    rf"(?:\b(?P<who>[\w’'-]+) (?:has |have |had )?{one_of('put_at')} (?:the |its |their )?)?"
    rf"\b(?:{A_CROWD} (?:at|as|was|numbered|of|to be)|counted|in a crowd of) (?:{one_of('about')}[, ]+)*$",
    re.IGNORECASE,
)
CAME = Pattern(rf"^[^.;:]{{0,30}}?\b{one_of('crowd_verbs')}\b", re.IGNORECASE)
HOPED = Pattern(rf"\b(?:{one_of('hoped')})\b", re.IGNORECASE)
AT_LEAST = Pattern(r"\b(?:(?<!no )more than|over|at least|upwards of|above) $", re.IGNORECASE)
FEWEST = 20
"""People in a crowd that two sources count."""
LEAST_RATIO, LARGEST_RATIO = 1.2, 20.0
TWO = 2
"""Counts in an article of which one may be its own: of several, which crowd it counts is not known."""
FURTHEST, FURTHEST_OF_TWO = 4, 40
"""Sentences between two counts, and between the only two of an article, the later of a crowd that readers know of."""
KNOWN = Pattern(rf"(?i)\bthe (?:\w+ )?{one_of('crowds')}\b")


@dataclass(frozen=True)
class _Count:
    figure: Figure
    source: str | None
    """Who gives the count; None where the article does."""
    names: frozenset[str]


def find_crowds(document: Document, figures: Sequence[Figure], claims: Sequence[ClaimFinding]) -> Iterator[Values]:
    """The clauses of two counts of one crowd, each given by another source."""
    told = tuple(_counts(document, figures, Said(claims)))
    for one, other in pairs(told):
        of_articles = None in (one.source, other.source)
        reach = FURTHEST_OF_TWO if len(told) == TWO and _is_known(document, other) else FURTHEST
        if _disagree(document, one, other, reach) and not (of_articles and len(told) > TWO):
            yield value_at(document, one.figure.span), value_at(document, other.figure.span)


def _counts(document: Document, figures: Sequence[Figure], said: Said) -> Iterator[_Count]:
    for figure in figures:
        if figure.unit or figure.value < FEWEST or not _is_of_crowd(document, figure):
            continue
        by = given_by(document, figure.span, said)
        source = by.source or _who_puts_it(document, figure)
        if not is_other(document, figure) and not is_of_pair(document, figure):
            yield _Count(figure, source, telling_of(document, figure, by.content).names)


def _who_puts_it(document: Document, figure: Figure) -> str | None:
    """Who gives a figure where no words of theirs are told: `Organisers put the crowd at 12,000`."""
    start, _ = sentence_of(document, figure.span)
    match = CROWD_AT.search(document.text[start : figure.span[0]])
    who = (match["who"] or "").lower() if match else ""
    return who if who in TELLERS else None


def _is_of_crowd(document: Document, figure: Figure) -> bool:
    """Whether a figure is that of those who came: marchers, people who joined the march, `the crowd at 5,000`."""
    start, end = sentence_of(document, figure.span)
    if HOPED.search(document.text[start : figure.span[0]]):
        return False
    if figure.noun in words("discrepancies", "crowd_nouns"):
        return True
    if figure.noun is None and CROWD_AT.search(document.text[start : figure.span[0]]):
        return True
    return CAME.search(document.text[figure.span[1] : end]) is not None


def _is_known(document: Document, count: _Count) -> bool:
    """Whether a count is that of a crowd that readers know of: `300 people attended the protest`."""
    return KNOWN.search(document.quote(sentence_of(document, count.figure.span))) is not None


def _disagree(document: Document, one: _Count, other: _Count, reach: int) -> bool:
    small, large = sorted((one.figure, other.figure), key=lambda figure: figure.value)
    spans = (one.figure.span, other.figure.span)
    apart = document.sentence_number(spans[1][0]) - document.sentence_number(spans[0][0])
    if one.source == other.source or apart > reach:
        return False
    if not LEAST_RATIO <= large.value / small.value <= LARGEST_RATIO:
        return False
    if AT_LEAST.search(document.text[max(0, small.span[0] - FEWEST) : small.span[0]]):
        return False
    if other.names - set(document.quote(sentence_of(document, spans[0])).lower().split()):
        return False
    days = [set(A_WEEKDAY.findall(document.quote(clause_around(document, span)))) for span in spans]
    return not (days[1] - days[0]) and not are_of_two_moments(document, *spans)
