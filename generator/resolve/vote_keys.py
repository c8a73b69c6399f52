"""Stage resolve: an article's vote in, the keys out that reports of one vote share: only these are compared."""

from collections.abc import Iterator
from itertools import combinations

from generator.model.words import VoteClassification
from generator.resolve.vote_matching import LARGE
from generator.resolve.vote_traits import Told

MOST = 16
"""Telling words of a motion that are looked up by twos: more are a sentence's."""
MONTH = 30
"""Days in which reports are looked for together, where some days more or less may lie between them."""
Block = tuple[object, ...]
"""What reports that are compared have in common: a subject, and mostly a time."""


def keys_of_one(told: Told) -> Iterator[object]:
    """What reports of one vote share: large counts; a word or the bill on a day; two words about that time."""
    if told.tallies and sum(told.tallies) >= LARGE:
        yield told.tallies
    for day in _days(told):
        yield from ((word, day) for word in sorted(told.wording.telling))
    yield from bill_and_days(told)
    yield from _subjects(told)


def bill_and_days(told: Told) -> Iterator[Block]:
    """The bill on each day that the vote may be of."""
    if told.bill:
        yield from ((f"bill {told.bill}", day) for day in _days(told))


def own_bill(told: Told) -> Iterator[Block]:
    """The bill itself, where it and nothing else is voted on: alone, and with the months that the report is of."""
    if told.bill and told.kind is VoteClassification.BILL and not told.wording.telling:
        yield (told.bill,)
        days = [*_days(told)] or ([told.published.toordinal()] if told.published else [])
        yield from ((told.bill, month) for month in {day // MONTH: None for day in days} or [None])


def own_bill_about(told: Told, *, days: int) -> Iterator[Block]:
    """The same for what may be near a report that tells no day: so many days from when it was published."""
    if not told.published:
        yield from own_bill(told)
    elif any(own_bill(told)):
        day = told.published.toordinal()
        yield from ((told.bill, month) for month in (None, *_months(day - days, day + days)))


def subjects_and_months(told: Told) -> Iterator[Block]:
    """The bill and every two telling words, each with the months that the vote is of, if its day is known."""
    if told.day:
        yield from subjects_about(told, told.day.first.toordinal(), told.day.last.toordinal())


def subjects_about(told: Told, first: int, last: int) -> Iterator[Block]:
    """The same for what may be told of in a report's words between two days."""
    months = [*_months(first, last)]
    yield from ((subject, month) for subject in _subjects(told) for month in months)


def _subjects(told: Told) -> Iterator[object]:
    """The bill, and every two telling words."""
    if told.bill:
        yield f"bill {told.bill}"
    yield from combinations(sorted(told.wording.telling)[:MOST], 2)


def _days(told: Told) -> Iterator[int]:
    if told.day:
        yield from range(told.day.first.toordinal(), told.day.last.toordinal() + 1)


def _months(first: int, last: int) -> Iterator[int]:
    yield from range(first // MONTH, last // MONTH + 1)
