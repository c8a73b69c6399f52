"""Extraction's clock: a parsed article comes in, its time expressions with what they come to go out."""

from generator.extract.document import Document
from generator.extract.findings import TimeFinding
from generator.extract.times.grammar import Expression, find_expressions
from generator.extract.times.resolve import Clock
from generator.extract.times.tense import points_ahead
from generator.model.dates import Period, period
from generator.model.records import When


def find_times(document: Document) -> tuple[TimeFinding, ...]:
    """The time expressions of an article; how long something lasted is none.

    A weekday is the nearest past one unless its clause speaks of what is to come. What is counted from a day told of
    before ("the following day") is dated from the last day named in the same paragraph or the one before.
    """
    found = []
    last: tuple[int, Period] | None = None
    for expression in find_expressions(document.text):
        paragraph = document.paragraph_at(expression.span[0])
        told = last[1] if last and paragraph - last[0] <= 1 else None
        ahead = points_ahead(document, expression.span)
        clock = Clock(published=document.published, told=told, ahead=ahead)
        when = _when(document, expression, clock)
        found.append(TimeFinding(span=expression.span, when=when))
        if when.date and period(when.date).first == period(when.date).last:
            last = (paragraph, period(when.date))
    return tuple(found)


def _when(document: Document, expression: Expression, clock: Clock) -> When:
    return When(
        as_written=document.quote(expression.span),
        date=clock.date_of(expression),
        relative=clock.relative_of(expression),
    )
