"""Stage pages: times as readers see them: a When and its article's day in, words and a place in the order out."""

import re
from dataclasses import dataclass

from generator.model.dates import (
    DURATION,
    Period,
    days_from_publication,
    earliest,
    is_date,
    is_duration,
    period,
    sort_key,
)
from generator.model.records import When
from generator.pages.words import Words, say

Key = tuple[int, float, float]
NO_KEY: Key = (2, 0.0, 0.0)
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_DAYS = re.compile(r"(?P<quoted>“[^“”]*”)|\b\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?\b")
_ONE_DAY, _ONE_MONTH, _ONE_YEAR = len("2025-01-06"), len("2025-01"), len("2025")


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time: what it comes to, what kind of time that is, and the article's own words.

    Attributes:
        label: the day, the span of days, or the distance from publication; None where only the words are known.
        kind: "date", "between", "from publication" or "as written".
        key: orders times; see `dates.sort_key`.
        machine: the time as HTML's `<time>` reads it; None where it is no single day, month or year.
        counted_from: the day of publication that a distance was counted from to give the date, where that is so.
        is_ahead: whether it lies after the article was published.
    """

    label: str | None
    kind: str
    as_written: str | None
    key: Key
    machine: str | None = None
    counted_from: str | None = None
    is_ahead: bool = False


def time_of(when: When | None, published: str | None, words: Words) -> Time | None:
    """How to show a time; None where the article gives none."""
    if when is None or not (when.as_written or when.date or when.relative):
        return None
    date = when.date if when.date and is_date(when.date) else None
    relative = when.relative if when.relative and is_duration(when.relative) else None
    day = earliest(published) if published and is_date(published) else None
    key = sort_key(date=date, relative=relative, published=day)
    if date:
        return Time(
            label=date_words(date, words),
            kind="between" if "/" in date else "date",
            as_written=when.as_written,
            key=key,
            machine=None if "/" in date else date,
            counted_from=date_words(published, words) if relative and day and published else None,
            is_ahead=day is not None and earliest(date) > day,
        )
    if relative:
        label, ahead = distance_words(relative, words), days_from_publication(relative) > 0
        return Time(label=label, kind="from publication", as_written=when.as_written, key=key, is_ahead=ahead)
    return Time(label=None, kind="as written", as_written=when.as_written, key=key)


def date_words(edtf: str, words: Words) -> str:
    """An EDTF date for readers: 8 January 2025; January 2025; 6 to 12 January 2025."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _day_words(start, words)
    days, later = period(edtf), _day_words(end, words)
    if len(start) == len(end) == _ONE_DAY and (days.first.year, days.first.month) == _month(days):
        return say(words["times"]["days"], day=str(days.first.day), end=later)
    if len(start) == len(end) == _ONE_DAY and days.first.year == days.last.year:
        return say(words["times"]["span"], start=_in_year(days, words), end=later)
    return say(words["times"]["span"], start=_day_words(start, words), end=later)


def _in_year(days: Period, words: Words) -> str:
    month = words["times"]["months"][days.first.month - 1]
    return say(words["times"]["day_in_year"], day=str(days.first.day), month=month)


def days_in_words(line: str, words: Words) -> str:
    """A line in which each day stands in words, but for those that it quotes."""

    def told(found: re.Match[str]) -> str:
        return found[0] if found["quoted"] or not is_date(found[0]) else date_words(found[0], words)

    return _DAYS.sub(told, line)


def _month(days: Period) -> tuple[int, int]:
    return days.last.year, days.last.month


def _day_words(part: str, words: Words) -> str:
    first = period(part).first
    if len(part) == _ONE_YEAR:
        return str(first.year)
    month, year = words["times"]["months"][first.month - 1], str(first.year)
    if len(part) == _ONE_MONTH:
        return say(words["times"]["month"], month=month, year=year)
    return say(words["times"]["day"], day=str(first.day), month=month, year=year)


def distance_words(duration: str, words: Words) -> str:
    """An ISO 8601 duration for readers: 2 days before publication; the day of publication."""
    found = DURATION.fullmatch(duration)
    if not found:
        raise ValueError(f"{duration!r} is not an ISO 8601 duration of one unit")
    written, unit = (found[1], _UNITS[found[2]]) if found[1] else (found[3], _CLOCK_UNITS[found[4]])
    count, times = int(written), words["times"]
    if count == 0:
        same = times["same"][unit]
        return say(times["earlier"], same=same) if written.startswith("-") and unit != "day" else str(same)
    return say(times["before" if count < 0 else "after"], distance=say(times["units"][unit], n=abs(count)))


def key_of(when: Time | None) -> Key:
    """Where a time stands in the order of times."""
    return when.key if when else NO_KEY
