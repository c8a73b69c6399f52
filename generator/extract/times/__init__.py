"""Extraction's clock: a parsed article comes in, its time expressions with what they come to go out."""

import re

from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.times.grammar import Expression, Kind, find_expressions
from generator.extract.times.resolve import Clock
from generator.extract.times.tense import points_ahead, points_back
from generator.model.dates import Period, period
from generator.model.records import When

DATED = re.compile("dated ", re.IGNORECASE)
SEEN_FROM_A_DAY = frozenset(Kind) - {Kind.DATE, Kind.MONTH, Kind.YEARS, Kind.YEAR}
"""Forms that tell a day by the day on which they are written."""


def find_times(document: Document) -> tuple[TimeFinding, ...]:
    """The time expressions of an article; how long something lasted is none.

    A weekday is the nearest past one unless its clause speaks of what is to come. What is counted from a day told of
    before ("the following day") is dated from the last day named in the same paragraph or the one before.
    """
    found = []
    last: tuple[int, Period] | None = None
    dated: Span = (0, 0)
    for expression in find_expressions(document.text):
        paragraph = document.paragraph_at(expression.span[0])
        told = last[1] if last and paragraph - last[0] <= 1 else None
        ahead = points_ahead(document, expression.span)
        back = not ahead and expression.kind in (Kind.DATE, Kind.FEAST) and points_back(document, expression.span)
        clock = Clock(published=document.published, told=told, ahead=ahead, back=back)
        when = _when(document, expression, clock)
        if DATED.match(document.text, *expression.span):
            dated = expression.span
        elif expression.kind in SEEN_FROM_A_DAY and _quotes(document, dated, expression.span):
            when = When(as_written=when.as_written)
        found.append(TimeFinding(span=expression.span, when=when))
        if when.date and period(when.date).first == period(when.date).last:
            last = (paragraph, period(when.date))
    return tuple(found)


def _quotes(document: Document, dated: Span, span: Span) -> bool:
    """Whether a time stands in the words of a letter of another day: `dated 3 May, in which he wrote, “On [Friday]`."""
    if not dated[1] or document.paragraph_at(dated[0]) != document.paragraph_at(span[0]):
        return False
    between = document.text[dated[1] : span[0]]
    return between.count("“") > between.count("”") or between.count('"') % 2 == 1


def _when(document: Document, expression: Expression, clock: Clock) -> When:
    return When(
        as_written=document.quote(expression.span),
        date=clock.date_of(expression),
        relative=clock.relative_of(expression),
    )
