"""Partial dates: what EDTF and ISO 8601 durations come to in days, which are refused, and their order."""

import datetime

import pytest

from generator.model.dates import (
    days_from_publication,
    earliest,
    interval,
    is_date,
    is_duration,
    latest,
    period,
    sort_key,
)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025-01-08", "2025-01-08", "2025-01-08"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2025-01-06/2025-01-12", "2025-01-06", "2025-01-12"),
        ("2016/2017", "2016-01-01", "2017-12-31"),
    ],
)
def test_days_of_a_date(edtf: str, first: str, last: str) -> None:
    assert (earliest(edtf).isoformat(), latest(edtf).isoformat()) == (first, last)


@pytest.mark.parametrize(
    "wrong", ["", "2025-13", "2025-02-30", "25-01-01", "2025-1-1", "2025-01-12/2025-01-06", "today"]
)
def test_what_is_no_date(wrong: str) -> None:
    assert not is_date(wrong)
    with pytest.raises(ValueError, match=r".+"):
        period(wrong)


@pytest.mark.parametrize(
    ("duration", "days"),
    [("P-2D", -2), ("P10D", 10), ("P0D", 0), ("P-1W", -7), ("P-0W", -3.5), ("P0W", 0), ("PT-12H", -0.5)],
)
def test_days_from_publication(duration: str, days: float) -> None:
    assert is_duration(duration)
    assert days_from_publication(duration) == days


@pytest.mark.parametrize("wrong", ["", "P", "2D", "P-D", "P1D2W"])
def test_what_is_no_duration(wrong: str) -> None:
    assert not is_duration(wrong)
    with pytest.raises(ValueError, match="duration"):
        days_from_publication(wrong)


def test_periods_meet_where_a_day_is_shared() -> None:
    assert period("2025-01").meets(period("2025-01-31"))
    assert not period("2025-01-06/2025-01-12").meets(period("2025-01-13"))


def test_an_interval_of_one_day_is_that_day() -> None:
    day = datetime.date(2025, 1, 6)
    assert interval(day, day) == "2025-01-06"
    assert interval(day, datetime.date(2025, 1, 12)) == "2025-01-06/2025-01-12"


def test_order_dated_then_relative_then_unknown() -> None:
    published = datetime.date(2025, 1, 15)
    times = {
        "dated": ("2025-01-02", None, None),
        "relative to a known day": (None, "P-2D", published),
        "the next day, exact": ("2025-01-14", None, None),
        "earlier this week": (None, "P-0W", None),
        "yesterday": (None, "P-1D", None),
        "to come": (None, "P5D", None),
        "unknown": (None, None, None),
    }
    keys = {name: sort_key(date=d, relative=r, published=p) for name, (d, r, p) in times.items()}
    assert sorted(keys, key=keys.__getitem__) == list(times)
