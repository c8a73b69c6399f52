"""Stage pages: the timeline at a glance: its entries in, a strip of bars out, each with the first entry of its time.

Only what a bar can hold is counted in it: an entry known to a month alone stands in no bar of days. A few entries that
lie far before or after all others are gathered at the ends, so that the rest can be told apart.
"""

import datetime
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.model.words import VoteStatus
from generator.pages.links import Target
from generator.pages.views.moments import DATED, RELATIVE, Entry, in_parts
from generator.pages.views.times import date_words, distance_words
from generator.pages.words import Words, say

WIDTH, AXIS = 360.0, 58.0
"""The strip's width, and how far down its bars stand; votes are marked above the bars."""
TALLEST, LEAST = 34.0, 3.0
"""How high bars are."""
MOST_BARS, LONG, MOST = 14, 12, 0.8
"""How many bars a finger can tell apart on a phone; from how many entries on a story is long; which share of them is
not gathered at the ends."""
_UNITS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653}
"""How many days each unit has at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The entries of one stretch of time, how many of them are still to come, and the votes among them."""

    x: float
    width: float
    height: float
    height_to_come: float
    place: Target
    label: str
    count: int
    to_come: int
    held: int
    planned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A timeline at a glance.

    Attributes:
        axis: how far down the bars stand.
        unit: what a bar stands for, as a name in the catalogue of texts.
        wide: how many entries span more than a bar and are in none.
    """

    width: float
    axis: float
    unit: str
    bars: tuple[Bar, ...]
    wide: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """A unit, the numbers of the first and the last bar, and whether days are dates or counted from publication."""

    unit: str
    first: int
    last: int
    is_dated: bool

    def bar(self, day: int) -> int:
        """The number of the bar that a day falls into; those far off fall into the one before or after all others."""
        return min(max(_number(day, self.unit, self.is_dated), self.first - 1), self.last + 1)

    def label(self, number: int, words: Words) -> str:
        """What a bar stands for."""
        if number < self.first:
            return str(words["overview"]["earlier"])
        if number > self.last:
            return str(words["overview"]["later"])
        return _date_label(self.unit, number, words) if self.is_dated else _distance_label(self.unit, number, words)


def timeline_id(entry: Entry) -> str:
    """The id of an entry on the timeline: events are at home there, votes and claims have theirs on other pages."""
    return entry.anchor if entry.event else f"when-{entry.anchor}"


def overview(found: Sequence[Entry], words: Words) -> Strip | None:
    """The strip of a long timeline; None where it is short, or its times have no common line to stand on."""
    pages = {timeline_id(entry): part.uri for part, chunk in in_parts(found) for entry in chunk}
    dated = [entry for entry in found if entry.when and entry.when.key[0] == DATED]
    if len(dated) >= LONG:
        return _strip(dated, pages, words, is_dated=True)
    relative = [entry for entry in found if entry.when and entry.when.key[0] == RELATIVE]
    if not dated and len(relative) >= LONG and len({entry.article for entry in relative}) == 1:
        return _strip(relative, pages, words, is_dated=False)
    return None


def _strip(entries: Sequence[Entry], pages: Mapping[str, str], words: Words, *, is_dated: bool) -> Strip:
    scale = _scale([_days(entry)[0] for entry in entries], is_dated)
    bars: dict[int, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=_days):
        first, last = _days(entry)
        if last - first < _UNITS[scale.unit]:
            bars[scale.bar(first)].append(entry)
    highest = max((len(inside) for inside in bars.values()), default=1)
    return Strip(
        width=WIDTH,
        axis=AXIS,
        unit=scale.unit,
        bars=tuple(
            _bar(inside, pages, highest, scale.label(number, words), *_across(number, bars.keys()))
            for number, inside in sorted(bars.items())
        ),
        wide=len(entries) - sum(len(inside) for inside in bars.values()),
    )


def _days(entry: Entry) -> tuple[int, int]:
    """The first and the last day of an entry, as numbers."""
    if entry.when is None:
        raise ValueError("an entry without a time stands in no bar")
    return int(entry.when.key[1] // 1), int(entry.when.key[2] // 1)


def _scale(days: Sequence[int], is_dated: bool) -> _Scale:
    """The finest unit in which most days, next to one another, fit the strip."""
    for unit in _UNITS:
        numbers = sorted(_number(day, unit, is_dated) for day in days)
        ends = [bisect_left(numbers, start + MOST_BARS) for start in numbers]
        at = max(range(len(numbers)), key=lambda at: (ends[at] - bisect_left(numbers, numbers[at]), at))
        inside = numbers[bisect_left(numbers, numbers[at]) : ends[at]]
        if len(inside) >= MOST * len(numbers):
            break
    return _Scale(unit=unit, first=inside[0], last=inside[-1], is_dated=is_dated)


def _number(day: int, unit: str, is_dated: bool) -> int:
    """Days, weeks from Monday on, months, years and decades, each counted through."""
    if not is_dated:
        return day // _UNITS[unit]
    date = datetime.date.fromordinal(day)
    month = date.year * 12 + date.month - 1
    numbers = {"day": day, "week": (day - 1) // 7, "month": month, "quarter": month // 3}
    return (numbers | {"year": date.year, "decade": date.year // 10})[unit]


def _date_label(unit: str, number: int, words: Words) -> str:
    if unit in ("day", "week"):
        day = date_words(datetime.date.fromordinal(number if unit == "day" else number * 7 + 1).isoformat(), words)
        return day if unit == "day" else say(words["overview"]["week"], day=day)
    if unit in ("month", "quarter"):
        first, last = (number, number) if unit == "month" else (number * 3, number * 3 + 2)
        months = [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in dict.fromkeys((first, last))]
        return date_words("/".join(months), words)
    return str(number) if unit == "year" else say(words["overview"]["decade"], year=str(number * 10))


def _distance_label(unit: str, number: int, words: Words) -> str:
    """The first day of a bar, counted from publication."""
    return distance_words(f"P{number * _UNITS[unit]}D", words)


def _across(number: int, numbers: Collection[int]) -> tuple[float, float]:
    """Where a bar begins, and how wide it is; the first and the last stand at the ends, which are called after them."""
    first = min(numbers)
    step = WIDTH / (max(numbers) - first + 1)
    return round(step * (number - first), 1), round(step, 1)


def _bar(inside: Sequence[Entry], pages: Mapping[str, str], highest: int, label: str, x: float, width: float) -> Bar:
    to_come = sum(entry.is_to_come for entry in inside)
    height = LEAST + (TALLEST - LEAST) * len(inside) / highest
    statuses = [entry.vote.first.status for entry in inside if entry.vote]
    return Bar(
        x=x,
        width=width,
        height=round(height, 1),
        height_to_come=round(height * to_come / len(inside), 1),
        place=Target(pages[timeline_id(inside[0])], timeline_id(inside[0])),
        label=label,
        count=len(inside),
        to_come=to_come,
        held=statuses.count(VoteStatus.HELD),
        planned=statuses.count(VoteStatus.PLANNED),
    )
