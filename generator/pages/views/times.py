"""Stage pages: times as readers see them: a When and its article's day in, words and a place in the order out."""

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

Key = tuple[int, float, float]
NO_KEY: Key = (2, 0.0, 0.0)
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time: what it comes to, what kind of time that is, and the article's own words.

    Attributes:
        label: the day, the span of days, or the distance from publication; None where only the words are known.
        kind: "date", "between", "from publication" or "as written".
        key: orders times; see `dates.sort_key`.
        is_ahead: whether it lies after the article was published.
    """

    label: str | None
    kind: str
    as_written: str | None
    key: Key
    is_ahead: bool = False


def time_of(when: When | None, published: str | None) -> Time | None:
    """How to show a time; None where the article gives none."""
    if when is None or not (when.as_written or when.date or when.relative):
        return None
    date = when.date if when.date and is_date(when.date) else None
    relative = when.relative if when.relative and is_duration(when.relative) else None
    day = earliest(published) if published and is_date(published) else None
    key = sort_key(date=date, relative=relative, published=day)
    if date:
        label, kind = date_words(date), "between" if "/" in date else "date"
        ahead = day is not None and earliest(date) > day
        return Time(label=label, kind=kind, as_written=when.as_written, key=key, is_ahead=ahead)
    if relative:
        label, ahead = distance_words(relative), days_from_publication(relative) > 0
        return Time(label=label, kind="from publication", as_written=when.as_written, key=key, is_ahead=ahead)
    return Time(label=None, kind="as written", as_written=when.as_written, key=key)


def date_words(edtf: str) -> str:
    """An EDTF date for readers: 8 January 2025; January 2025; 6 to 12 January 2025."""
    start, slash, end = edtf.partition("/")
    if not slash:
        return _day_words(start)
    days = period(edtf)
    if len(start) == len(end) == len("2025-01-06") and (days.first.year, days.first.month) == _month(days):
        return f"{days.first.day} to {_day_words(end)}"
    return f"{_day_words(start)} to {_day_words(end)}"


def _month(days: Period) -> tuple[int, int]:
    return days.last.year, days.last.month


def _day_words(part: str) -> str:
    first = period(part).first
    return {4: f"{first.year}", 7: f"{first:%B} {first.year}"}.get(len(part), f"{first.day} {first:%B} {first.year}")


def distance_words(duration: str) -> str:
    """An ISO 8601 duration for readers: 2 days before publication; the day of publication."""
    found = DURATION.fullmatch(duration)
    if not found:
        raise ValueError(f"{duration!r} is not an ISO 8601 duration of one unit")
    written, unit = (found[1], _UNITS[found[2]]) if found[1] else (found[3], _CLOCK_UNITS[found[4]])
    count = int(written)
    if count == 0:
        if unit == "day":
            return "the day of publication"
        return f"{'earlier in ' if written.startswith('-') else ''}the {unit} of publication"
    return f"{abs(count)} {unit}{'' if abs(count) == 1 else 's'} {'before' if count < 0 else 'after'} publication"
