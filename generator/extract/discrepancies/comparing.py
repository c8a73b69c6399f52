"""Extraction's last look, times compared: two times come in, whether both may be of one happening goes out."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TypeVar

from generator.extract.calendar_names import WEEKDAY
from generator.extract.patterns import Pattern
from generator.model.dates import Period, days_from_publication, period
from generator.model.records import When

A_WEEKDAY = Pattern(rf"\b{WEEKDAY}\b")
LAST = Pattern(rf"\blast (?:week\b|{WEEKDAY}\b)")
THIS = Pattern(r"\bthis week\b")
OPEN = Pattern(r"(?i)since\b")
"""What opens a time that goes on from its day: `since Friday`."""
MONTH_AND_DAY = Pattern(r"\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2}")

FOLLOWING = 20
"""Things of a kind that one of them is compared with, so that a long article takes no longer a word."""
Thing = TypeVar("Thing")


def pairs(found: Sequence[Thing]) -> Iterator[tuple[Thing, Thing]]:
    """Each of several things with each of those that follow it, as far as they are compared."""
    for place, one in enumerate(found):
        for other in islice(found, place + 1, place + 1 + FOLLOWING):
            yield one, other


def compatible(one: When, other: When) -> bool:
    """Whether two times may be the same; times that cannot be compared may."""
    if any(OPEN.match(when.as_written or "") for when in (one, other)):
        return True
    mine, theirs = days(one), days(other)
    if mine and theirs:
        return mine.meets(theirs)
    weekdays = [A_WEEKDAY.findall(when.as_written or "") for when in (one, other)]
    if all(weekdays) and weekdays[0] != weekdays[1]:
        return False
    if _weeks_apart(one, other) or _weeks_apart(other, one):
        return False
    dates = [MONTH_AND_DAY.findall(when.as_written or "") for when in (one, other)]
    if all(dates):
        return dates[0] == dates[1]
    if one.relative and other.relative:
        return _relatives_meet(one.relative, other.relative)
    return True


def _weeks_apart(one: When, other: When) -> bool:
    return bool(LAST.search(one.as_written or "") and THIS.search(other.as_written or ""))


def days(when: When) -> Period | None:
    """The days that a time may mean, where its date is known."""
    return None if when.date is None else period(when.date)


def _relatives_meet(one: str, other: str) -> bool:
    """Whether two durations may point to one day: a week, month or year leaves room for its days, a day for none."""
    room = {"D": 0.0, "W": 6.0, "M": 30.0, "Y": 365.0}
    if "T" in one or "T" in other or one[-1] == other[-1]:
        return one == other
    return abs(days_from_publication(one) - days_from_publication(other)) <= max(room[one[-1]], room[other[-1]])
