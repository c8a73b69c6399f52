"""Extraction's clock, last step: what was read in a time expression comes in, an EDTF date and a duration go out."""

import datetime
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.extract.lexicon import lexicon
from generator.extract.numbers import number_of
from generator.extract.times.grammar import Expression, Kind
from generator.model.dates import Period, interval

WEEK = 7
NEARLY_A_YEAR = 330
MONTH = 31


@dataclass(frozen=True, kw_only=True)
class Clock:
    """What a time expression is read against.

    Attributes:
        published: the day of publication, or None.
        told: the day told of just before, or None.
        ahead: whether the clause speaks of what is to come.
        back: whether it surely speaks of what was.
    """

    published: datetime.date | None
    told: Period | None
    ahead: bool
    back: bool = False

    def date_of(self, expression: Expression) -> str | None:
        """EDTF for an expression, or None where its day, month or year is not known."""
        try:
            return self._readers[expression.kind](expression)
        except (ValueError, OverflowError):  # a day that no month has, or a year out of reach
            return None

    def relative_of(self, expression: Expression) -> str | None:
        """The ISO 8601 duration from publication that the words themselves give, or None."""
        parts = expression.parts
        match expression.kind:
            case Kind.DAY:
                return _duration(lexicon("times")["days"][parts["today"].casefold()], "D")
            case Kind.AGO | Kind.AFTER:
                return _counted(parts, -1)
            case Kind.AHEAD:
                return _counted(parts, 1)
            case Kind.CALENDAR:
                return _calendar_duration(parts, self.ahead)
            case _:
                return None

    @property
    def _readers(self) -> dict[Kind, Callable[[Expression], str | None]]:
        return {
            Kind.DATE: self._day_of_month,
            Kind.FEAST: self._day_of_month,
            Kind.MONTH: self._month,
            Kind.WEEKDAY: self._weekday,
            Kind.FOLLOWING: self._following,
            Kind.DAY: self._from_duration,
            Kind.AGO: self._from_duration,
            Kind.AFTER: self._from_duration,
            Kind.AHEAD: self._from_duration,
            Kind.CALENDAR: self._calendar,
            Kind.VAGUE: lambda _: None,
            Kind.YEARS: _years,
            Kind.YEAR: lambda expression: expression.parts["year"],
        }

    def _day_of_month(self, expression: Expression) -> str | None:
        month, day = _month_and_day(expression.parts)
        if "year" in expression.parts:
            return datetime.date(int(expression.parts["year"]), month, day).isoformat()
        if self.published is None:
            return None
        years = set(range(self.published.year - 1, self.published.year + 2))
        years |= {self.told.first.year} if self.told else set()
        days = [datetime.date(year, month, day) for year in sorted(years) if day <= monthrange(year, month)[1]]
        if named := expression.parts.get("weekday"):
            days = [day for day in days if day.weekday() == lexicon("times")["weekdays"][named]]
        found = self._likeliest(days)
        return found.isoformat() if found else None

    def _likeliest(self, days: list[datetime.date]) -> datetime.date | None:
        """The day of those of several years that is meant; None where another year that was told may be."""
        assert self.published is not None
        away = {day: (day - self.published).days for day in days}
        later = [day for day in days if 0 <= away[day] <= NEARLY_A_YEAR]
        if self.ahead and later:
            return later[0]
        possible = [day for day in days if away[day] <= 0] if self.back else []
        nearest = min(possible or days, key=lambda day: abs(away[day]), default=None)
        told = self.told.first if self.told else self.published
        if nearest is None or told.year in (self.published.year, nearest.year):
            return nearest
        same = next((day for day in days if day.year == told.year), None)
        if same is None or same < told:
            return nearest
        return same if (same - told).days <= MONTH else None

    def _month(self, expression: Expression) -> str | None:
        month = _month_number(expression.parts["month"])
        if "year" in expression.parts:
            return f"{expression.parts['year']}-{month:02}"
        if self.published is None:
            return None
        year = self.published.year
        rank = expression.parts.get("rank", "").casefold()
        if named := expression.parts.get("whose"):
            return f"{year - (named.casefold() == 'last') + (named.casefold() == 'next')}-{month:02}"
        if rank == "next" or (rank != "last" and self.ahead):
            return f"{year + (month < self.published.month)}-{month:02}"
        latest = self.published.month - (rank == "last")
        return f"{year - (month > latest)}-{month:02}"

    def _weekday(self, expression: Expression) -> str | None:
        if self.published is None:
            return None
        parts = expression.parts
        number = lexicon("times")["weekdays"][parts["weekday"]]
        rank = parts.get("rank", "").casefold()
        if rank in ("the following", "following", "the previous"):
            return self._weekday_after_told(number, -1 if rank == "the previous" else 1)
        if "nextweek" in parts:
            monday = self.published - datetime.timedelta(days=self.published.weekday() - WEEK)
            return (monday + datetime.timedelta(days=number)).isoformat()
        coming = (
            rank in ("next", "this coming")
            or "weekly" in parts
            or parts.get("week", "").casefold() in ("a week on", "a week from")
        )
        ahead = coming or (self.ahead and rank != "last")
        away = (number - self.published.weekday()) % WEEK
        if not ahead:
            away -= WEEK if away or rank == "last" else 0
        elif not away and rank:
            away = WEEK
        if "weekly" in parts or "week" in parts:
            away += WEEK if ahead else -WEEK
        return (self.published + datetime.timedelta(days=away)).isoformat()

    def _weekday_after_told(self, number: int, direction: int) -> str | None:
        if self.told is None:
            return None
        away = (number - self.told.first.weekday()) * direction % WEEK or WEEK
        return (self.told.first + datetime.timedelta(days=direction * away)).isoformat()

    def _following(self, expression: Expression) -> str | None:
        if self.told is None:
            return None
        away = lexicon("times")["following"][expression.parts["follow"].casefold()]
        return (self.told.first + datetime.timedelta(days=away)).isoformat()

    def _from_duration(self, expression: Expression) -> str | None:
        relative = self.relative_of(expression)
        if relative is None or self.published is None or "T" in relative or "about" in expression.parts:
            return None  # "about a week ago" is no day
        count, unit = int(relative[1:-1]), relative[-1]
        if unit == "Y":
            return str(self.published.year + count)
        if unit == "M":
            return _shifted_month(self.published, count)
        day = self.published + datetime.timedelta(days=count * (WEEK if unit == "W" else 1))
        return interval(self.published, day) if "within" in expression.parts else day.isoformat()

    def _calendar(self, expression: Expression) -> str | None:
        if self.published is None:
            return None
        relative = self.relative_of(expression)
        if relative is None:
            return None
        count, unit = int(relative[1:-1]), relative[-1]
        if expression.parts["whole"].casefold() == "weekend":
            return self._weekend(count)
        if unit == "W":
            return self._week(count, expression.parts.get("side", "").casefold())
        return _shifted_month(self.published, count) if unit == "M" else str(self.published.year + count)

    def _week(self, count: int, side: str) -> str:
        assert self.published is not None
        day = datetime.timedelta(days=1)
        monday = self.published - self.published.weekday() * day + count * WEEK * day
        first, last = monday, monday + 6 * day
        if side == "earlier" and count == 0:
            last = max(first, self.published - day)
        if side == "later" and count == 0:
            first = min(last, self.published + day)
        return interval(first, last)

    def _weekend(self, count: int) -> str:
        assert self.published is not None
        day = datetime.timedelta(days=1)
        saturday = self.published - self.published.weekday() * day + 5 * day
        if count < 0 and self.published < saturday:
            saturday -= WEEK * day
        elif count > 0 and self.published >= saturday:
            saturday += WEEK * day
        return interval(saturday, saturday + day)


def _duration(count: int, unit: str) -> str:
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


def _counted(parts: Mapping[str, str], direction: int) -> str | None:
    words = parts["count"].casefold()
    number = {"a": 1, "an": 1, "a couple of": 2}.get(words, number_of(words))
    times, unit = lexicon("times")["units"][parts["unit"].casefold()]
    return None if number is None else _duration(direction * number * times, unit)


def _calendar_duration(parts: Mapping[str, str], ahead: bool) -> str | None:
    whole = parts["whole"].casefold()
    rank = parts.get("rank", "").casefold()
    side = parts.get("side", "").casefold()
    count = {"last": -1, "the previous": -1, "next": 1, "the coming": 1, "this coming": 1}.get(rank, 0)
    if rank in ("the past", "this past"):
        count = -1
    if whole == "weekend" and rank in ("", "this"):
        count = 1 if ahead else -1
    if whole == "fortnight":
        return f"P{2 * count}W"
    unit = {"weekend": "W", "week": "W", "month": "M", "year": "Y"}[whole]
    return f"P-0{unit}" if count == 0 and side == "earlier" else f"P{count}{unit}"


def _month_and_day(parts: Mapping[str, str]) -> tuple[int, int]:
    """The month and day that an expression's numbers, or a feast's name, tell."""
    if "feast" in parts:
        month, day = lexicon("times")["feasts"][parts["feast"]]
        return month, day
    return _month_number(parts["month"]), int(parts["day"].rstrip("stndrh"))


def _month_number(words: str) -> int:
    months = lexicon("times")["months"] | lexicon("times")["short_months"]
    return int(months[words.rstrip(".")])


def _shifted_month(day: datetime.date, count: int) -> str:
    months = day.year * 12 + day.month - 1 + count
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _years(expression: Expression) -> str | None:
    first, last = expression.parts["year"], expression.parts["until"]
    return f"{first}/{last if len(last) == 4 else first[:2] + last}"
