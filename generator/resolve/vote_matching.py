"""Stage resolve: two articles' reports in, whether they are surely of one vote out."""

from generator.model.words import VoteClassification, VoteStatus
from generator.resolve.vote_traits import (
    Told,
    differ,
    is_near,
    is_same_bill,
    is_worded_alike,
    names_in_common,
    times_meet,
)
from generator.resolve.vote_words import ELECTORATES, SITTERS, is_one_electorate

LARGE = 100
"""So many votes cast in all, at least, that two votes seldom have the same counts."""
NEWS = 14  # days in which a vote is news: an article without its day tells of it then
MOVED = 60  # days in which a vote that was called off is held after all


def is_one(first: Told, second: Told) -> bool:
    """Whether two articles' reports are surely of one vote."""
    is_same_count = _have_one_large_count(first, second)
    if first.article == second.article or (_are_of_two_days(first, second) and not is_same_count):
        return False
    if differ(first, second):
        return False
    if is_same_count:
        return may_be_one_time(first, second) and _have_something_in_common(first, second)
    if first.wording.is_another or second.wording.is_another:
        return False
    if times_meet(first, second):
        return _is_one_on_a_day(first, second)
    return not _are_of_two_days(first, second) and _is_one_at_no_day(first, second)


def _are_of_two_days(first: Told, second: Told) -> bool:
    return bool(first.day and second.day) and not times_meet(first, second)


def _have_one_large_count(first: Told, second: Told) -> bool:
    return first.tallies is not None and first.tallies == second.tallies and sum(first.tallies) >= LARGE


def _have_one_count_of_a_body(first: Told, second: Told) -> bool:
    """Whether both tell the same counts, of whatever size, of one body that both name."""
    is_named = first.body is not None and first.body not in SITTERS | ELECTORATES
    return is_named and first.body == second.body and first.tallies is not None and first.tallies == second.tallies


def _have_something_in_common(first: Told, second: Told) -> bool:
    return (
        is_same_bill(first, second)
        or bool(first.wording.telling & second.wording.telling)
        or names_in_common(first, second) > 0
    )


def may_be_one_time(first: Told, second: Told) -> bool:
    """Whether the times told do not exclude each other; the same large counts allow for a slip of some days."""
    if not first.span or not second.span or first.span.meets(second.span):
        return True
    gap = max(first.span.first, second.span.first) - min(first.span.last, second.span.last)
    return _have_one_large_count(first, second) and gap.days < 7 and is_worded_alike(first, second)


def _is_one_on_a_day(first: Told, second: Told) -> bool:
    shared = first.wording.telling & second.wording.telling
    if first.kind is second.kind is VoteClassification.ELECTION:
        return bool(shared) and names_in_common(first, second) > 0 and _is_one_poll(first, second)
    fewest = min(len(first.wording.telling), len(second.wording.telling))
    if len(shared) >= 2 and 2 * len(shared) >= fewest:
        return len(shared) > 2 or is_same_bill(first, second) or names_in_common(first, second) > 0
    if max(first.numbers & second.numbers, default=0) >= LARGE:
        return bool(shared) or is_same_bill(first, second)
    if shared and (is_worded_alike(first, second) or _have_one_count_of_a_body(first, second)):
        return names_in_common(first, second) > 1
    of_bill = first.kind is second.kind is VoteClassification.BILL and first.body and second.body
    return bool(of_bill) and is_same_bill(first, second)


def _is_one_poll(first: Told, second: Told) -> bool:
    """Whether two elections of a day are told of in the same words, or in one place and one of them in fewer words.

    One word ("the by-election") is true of many that are held on one day.
    """
    a, b = first.wording.telling, second.wording.telling
    is_placed = first.body not in ELECTORATES and is_one_electorate(first.body, second.body)
    return (a == b and len(a) > 1) or (is_placed and (a <= b or b <= a))


def _is_one_at_no_day(first: Told, second: Told) -> bool:
    """Whether two reports of which one tells no day are of one vote: nearly all words alike, when it was news."""
    shared = first.wording.telling & second.wording.telling
    if len(shared) >= 2 and is_worded_alike(first, second) and first.span and first.span == second.span:
        return True
    if not are_words_of_one(first, second) or names_in_common(first, second) < 2:
        return False
    undated, other = (first, second) if first.day is None else (second, first)
    if undated.published is None:
        return is_worded_alike(first, second)
    return _is_of_its_time(undated, other) and not (other.day is None and other.published is None)


def is_bare(told: Told) -> bool:
    """Whether a report says of an amendment only which bill it is to."""
    words = told.wording
    return (
        told.kind is VoteClassification.AMENDMENT
        and not (words.telling or words.figures or words.is_another)
        and told.bill is not None
    )


def fits_bare(bare: Told, other: Told) -> bool:
    return (
        bare.article != other.article
        and other.kind is VoteClassification.AMENDMENT
        and not other.wording.is_another
        and names_in_common(bare, other) > 0
        and times_meet(bare, other)
        and not differ(bare, other)
    )


def fits_undated(undated: Told, other: Told) -> bool:
    return (
        undated.article != other.article
        and undated.body == other.body is not None
        and names_in_common(undated, other) > 0
        and is_worded_alike(undated, other)
        and _is_of_its_time(undated, other)
        and not differ(undated, other)
    )


def _is_of_its_time(undated: Told, other: Told) -> bool:
    """Whether a report that tells no day was published when the other's vote was news, as far as that is known."""
    if undated.published is None:
        return True
    if other.day is None:
        return other.published is None or abs((undated.published - other.published).days) <= NEWS
    return is_near(undated, other, days=NEWS)


def is_in_its_stead(off: Told, told: Told, other: Told) -> bool:
    """Whether a report is of a vote on a later day in the stead of one that was called off, of which `told` tells."""
    if other.day is None or off.day is None or other.vote.status is VoteStatus.CALLED_OFF or differ(told, other):
        return False
    if not off.day.last < other.day.first or (other.day.first - off.day.last).days > MOVED:
        return False
    if told.wording.is_another or other.wording.is_another:
        return False
    is_told_so = other.is_put_off and is_same_bill(told, other) and told.kind is other.kind
    return (is_told_so and names_in_common(told, other) > 0) or are_words_of_one(told, other)


def are_words_of_one(first: Told, second: Told) -> bool:
    """Whether nearly all telling words of the shorter wording are the other's too, in articles of the same people."""
    shared = first.wording.telling & second.wording.telling
    fewest = min(len(first.wording.telling), len(second.wording.telling))
    return len(shared) >= 3 and 5 * len(shared) >= 3 * fewest and names_in_common(first, second) > 0
