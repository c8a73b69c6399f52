"""Layer 0: partial dates: the EDTF and ISO 8601 durations that facts carry, as first and last days, and their order.

EDTF here is a year (`2019`), a month (`2025-01`), a day (`2025-01-08`) or an interval of two of these
(`2025-01-06/2025-01-12`). A duration counts from publication: `P-2D` is two days before it, `P10D` ten days after,
`P0D` its day, `P-0W` earlier in its week.
"""

import calendar
import datetime
import re
from dataclasses import dataclass

DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
DURATION = re.compile(r"P(?:(-?\d+)([YMWD])|T(-?\d+)([HMS]))")
DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0}
HALF = 0.5


@dataclass(frozen=True, order=True)
class Period:
    """The days that a date may mean, first and last."""

    first: datetime.date
    last: datetime.date

    def meets(self, other: "Period") -> bool:
        """Whether some day belongs to both."""
        return self.first <= other.last and other.first <= self.last


def period(edtf: str) -> Period:
    """The days that an EDTF date may mean.

    Raises:
        ValueError: it is not a year, month, day or interval, or no such day exists, or it ends before it begins.
    """
    start, slash, end = edtf.partition("/")
    first = _part(start)
    last = _part(end) if slash else first
    if last.last < first.first:
        raise ValueError(f"{edtf!r} ends before it begins")
    return Period(first.first, last.last)


def is_date(edtf: str) -> bool:
    """Whether the words are an EDTF date that `period` reads."""
    try:
        period(edtf)
    except ValueError:
        return False
    return True


def earliest(edtf: str) -> datetime.date:
    """The first day that an EDTF date may mean; ValueError as `period`."""
    return period(edtf).first


def latest(edtf: str) -> datetime.date:
    """The last day that an EDTF date may mean; ValueError as `period`."""
    return period(edtf).last


def interval(first: datetime.date, last: datetime.date) -> str:
    """EDTF for the days from first to last; one day where they are the same."""
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def is_duration(duration: str) -> bool:
    """Whether the words are an ISO 8601 duration that `days_from_publication` reads."""
    return DURATION.fullmatch(duration) is not None


def days_from_publication(duration: str) -> float:
    """About how many days after publication a duration points, negative before it.

    `P-0W` (earlier in the same week) comes to half a week before.

    Raises:
        ValueError: it is not a duration of one unit.
    """
    found = DURATION.fullmatch(duration)
    if not found:
        raise ValueError(f"{duration!r} is not an ISO 8601 duration of one unit")
    if found[3]:
        return int(found[3]) * {"H": 1 / 24, "M": 1 / 1440, "S": 1 / 86400}[found[4]]
    if int(found[1]) == 0:
        return -HALF * DAYS[found[2]] if found[1].startswith("-") else 0.0
    return int(found[1]) * DAYS[found[2]]


def sort_key(*, date: str | None, relative: str | None, published: datetime.date | None) -> tuple[int, float, float]:
    """A key that puts times in order: dated ones first, then those known only relative to publication, then the rest.

    Args:
        date: EDTF, or None.
        relative: an ISO 8601 duration from publication, or None.
        published: the article's day; with it, a relative time stands among the dated ones.
    """
    if date is not None:
        days = period(date)
        return (0, days.first.toordinal(), days.last.toordinal())
    if relative is None:
        return (2, 0.0, 0.0)
    away = days_from_publication(relative)
    if published is None:
        return (1, away, away)
    return (0, published.toordinal() + away, published.toordinal() + away)


def _part(words: str) -> Period:
    found = DATE.fullmatch(words)
    if not found:
        raise ValueError(f"{words!r} is not a year, a month or a day as EDTF writes it")
    year, month, day = (None if group is None else int(group) for group in found.groups())
    assert year is not None
    if month is None:
        return Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    if day is None:
        first = datetime.date(year, month, 1)
        return Period(first, first.replace(day=calendar.monthrange(year, month)[1]))
    return Period(datetime.date(year, month, day), datetime.date(year, month, day))
