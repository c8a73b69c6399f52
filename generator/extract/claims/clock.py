"""Claims: an article's time expressions come in, the one at a place of the text goes out."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.findings import Span, TimeFinding


@dataclass(frozen=True)
class Clock:
    """Where time expressions stand, so that they can be stepped over."""

    times: Sequence[TimeFinding]

    def at(self, offset: int) -> TimeFinding | None:
        """The time expression that an offset stands in."""
        index = bisect_right(self.times, offset, key=lambda time: time.span[0]) - 1
        found = self.times[index] if index >= 0 else None
        return found if found is not None and offset < found.span[1] else None

    def within(self, span: Span) -> Sequence[TimeFinding]:
        """The time expressions that begin inside a span."""
        first, last = (bisect_left(self.times, offset, key=lambda time: time.span[0]) for offset in span)
        return self.times[first:last]
