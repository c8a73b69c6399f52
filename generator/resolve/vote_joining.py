"""Stage resolve: every article's votes in, the reports of each vote out, as far as nothing sets two of them apart."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model.words import VoteStatus
from generator.resolve.blocks import blocks, neighbours, sharing
from generator.resolve.names import Joined
from generator.resolve.reported import Key
from generator.resolve.vote_keys import (
    Block,
    bill_and_days,
    keys_of_one,
    own_bill,
    own_bill_about,
    subjects_about,
    subjects_and_months,
)
from generator.resolve.vote_matching import (
    MOVED,
    NEWS,
    are_words_of_one,
    fits_bare,
    fits_undated,
    is_bare,
    is_in_its_stead,
    is_one,
    may_be_one_time,
)
from generator.resolve.vote_traits import Told, differ, times_meet

WINDOW = 40
"""Reports that one is compared with, of those that share a word or a count on a day; it keeps the cost near-linear."""
Index = Mapping[Block, Sequence[Told]]


def joined(told: Sequence[Told]) -> list[list[Told]]:
    """The reports of each vote, in the order of the articles.

    Args:
        told: every article's votes, the earliest article first.
    """
    joining = _Joining(told)
    joining.join_alike()
    joining.join_bare()
    joining.join_undated()
    joining.join_put_off()
    return joining.groups()


class _Joining:
    """Reports joined into votes; two groups become one only where no two of their reports make two votes of them."""

    def __init__(self, told: Sequence[Told]) -> None:
        self.told = told
        self._joined = Joined()
        self._members = {one.key: [one] for one in told}

    def join(self, first: Told, second: Told, *, is_moved: bool = False) -> None:
        """Make one vote of two reports' votes, if nothing speaks against it; `is_moved` allows for another day."""
        one, other = self.root(first), self.root(second)
        if one == other:
            return
        pairs = ((a, b) for a in self._members[one] for b in self._members[other])
        if any(differ(a, b) or not (is_moved or may_be_one_time(a, b)) for a, b in pairs):
            return
        self._joined.join(one, other)
        self._members[self.root(first)] = self._members.pop(one) + self._members.pop(other)

    def root(self, told: Told) -> Key:
        """What stands for a report's vote."""
        root = self._joined.find(told.key)
        assert isinstance(root, tuple)
        return root

    def groups(self) -> list[list[Told]]:
        """The reports of each vote, in the order of the articles."""
        place = {one.key: n for n, one in enumerate(self.told)}
        groups = [sorted(members, key=lambda one: place[one.key]) for members in self._members.values()]
        return sorted(groups, key=lambda group: place[group[0].key])

    def join_alike(self) -> None:
        """Join reports that are surely of one vote."""
        for first, second in neighbours(self.told, keys_of_one, window=WINDOW):
            if self.root(first) != self.root(second) and is_one(first, second):
                self.join(first, second)

    def join_bare(self) -> None:
        """Join reports that say only which bill an amendment is to with the one vote of that day that it can be."""
        by_day = blocks(self.told, bill_and_days)
        for one in self.told:
            if is_bare(one):
                near = sharing(by_day, bill_and_days(one))
                self._join_only(one, near, fits_bare, lambda other: bool(other.wording.telling))

    def join_undated(self) -> None:
        """Join reports that tell no day with the one vote on the bill in that body that is told of."""
        by_bill = blocks(self.told, own_bill)
        for one in self.told:
            if one.day is None:
                near = sharing(by_bill, own_bill_about(one, days=NEWS))
                self._join_only(one, near, fits_undated, lambda other: other.day is not None)

    def _join_only(
        self, one: Told, near: Iterable[Told], fits: Callable[[Told, Told], bool], tells: Callable[[Told], bool]
    ) -> None:
        """Join a report with the vote that it can be of, if there is one alone, of those that tell more if any do."""
        found: dict[bool, dict[Key, Told]] = {True: {}, False: {}}
        for other in near:
            votes = found[tells(other)]
            if self.root(other) not in votes and fits(one, other):
                votes[self.root(other)] = other
                if len(found[True]) > 1:
                    return
        fitting = found[True] or found[False]
        if len(fitting) == 1:
            self.join(one, *fitting.values())

    def join_put_off(self) -> None:
        """Join a vote that was called off with the one that was planned or held in its stead, if there is one alone."""
        index = blocks(self.told, subjects_and_months)
        for off in self.told:
            if off.vote.status is not VoteStatus.CALLED_OFF or not off.day:
                continue
            first = off.day.last.toordinal()
            later = [
                (one, other)
                for one in self._members[self.root(off)]
                for other in sharing(index, subjects_about(one, first, first + MOVED))
                if is_in_its_stead(off, one, other)
            ]
            if len({self.root(other) for _, other in later}) == 1:
                self.join(*later[0], is_moved=True)
                self._join_planned(off, index)

    def _join_planned(self, off: Told, index: Index) -> None:
        """Join what was planned for the day of a vote that was called off, in the words of the one in its stead."""
        assert off.day is not None
        days = off.day.first.toordinal(), off.day.last.toordinal()
        for member in self._members[self.root(off)]:
            for other in sharing(index, subjects_about(member, *days)):
                is_planned = other.vote.status is VoteStatus.PLANNED and times_meet(other, off)
                if is_planned and not differ(other, off) and are_words_of_one(other, member):
                    self.join(member, other, is_moved=True)
