"""Stage resolve: every article's votes in, those that are one vote out, planned in one article and held in another.

Precision first: two votes on different days, on an amendment and on its bill, on two readings or in two bodies stay
two. What could be either stays apart too, for editors to merge.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.model.facts import ArticleFacts, Reported, ResolvedOrganization, ResolvedVote
from generator.model.ids import digest, fold
from generator.model.words import Classification, VoteClassification, VoteStatus
from generator.resolve.names import Joined
from generator.resolve.vote_matching import (
    LARGE,
    are_words_of_one,
    fits_bare,
    fits_undated,
    is_bare,
    is_in_its_stead,
    is_one,
    may_be_one_time,
)
from generator.resolve.vote_traits import Told, differ, times_meet, told_votes

WINDOW = 40
"""Reports that one is compared with, of those that share a word or a count on a day; it keeps the cost near-linear."""
MOST = 16
"""Telling words of a motion that are looked up by twos: more are a sentence's."""

Groups = list[list[Told]]


def resolve_votes(
    articles: Sequence[ArticleFacts], organizations: Sequence[ResolvedOrganization]
) -> tuple[ResolvedVote, ...]:
    """Every vote that more than one report tells of, in order of id.

    Args:
        articles: every article's facts, with the ids of the story.
        organizations: the bodies of the story.
    """
    return tuple(sorted(_named(groups_of(articles, organizations)), key=lambda vote: vote.id))


def groups_of(articles: Sequence[ArticleFacts], organizations: Sequence[ResolvedOrganization]) -> Groups:
    """The reports of each vote that several tell of, the earliest article first."""
    ordered = sorted(articles, key=lambda facts: facts.article.place)
    names = {body.id: body.name for body in organizations}
    parties = {
        word
        for body in organizations
        if body.classification is Classification.PARTY
        for word in fold(body.name).split()
        if word not in ("party", "the", "of", "and", "for")
    }
    joining = _Joining(told_votes(ordered, names, parties))
    for first, second in _pairs(joining.told, _keys):
        if is_one(first, second):
            joining.join(first, second)
    joining.join_bare()
    joining.join_undated()
    joining.join_put_off()
    return [group for group in joining.groups() if len(group) > 1]


def _named(groups: Groups) -> Iterator[ResolvedVote]:
    """Each group under the id of its first report, or one beside it where another vote has that."""
    taken: set[str] = set()
    for group in groups:
        first = group[0]
        own = first.vote.id
        identifier = own if own not in taken else f"{own}-{digest(own, first.article)}"
        taken.add(identifier)
        reports = tuple(Reported(article=told.article, record=told.vote.id) for told in group)
        yield ResolvedVote(id=identifier, motion=first.vote.motion, reports=reports)


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

    def root(self, told: Told) -> tuple[str, str]:
        """What stands for a report's vote."""
        root = self._joined.find(told.key)
        assert isinstance(root, tuple)
        return root

    def groups(self) -> Groups:
        """The reports of each vote, in the order of the articles."""
        place = {one.key: n for n, one in enumerate(self.told)}
        groups = [sorted(members, key=lambda one: place[one.key]) for members in self._members.values()]
        return sorted(groups, key=lambda group: place[group[0].key])

    def join_bare(self) -> None:
        """Join reports that say only which bill an amendment is to with the one vote of that day that it can be."""
        by_day = _blocks(self.told, _bill_and_days)
        for one in self.told:
            if is_bare(one):
                near = [other for key in _bill_and_days(one) for other in by_day[key] if fits_bare(one, other)]
                self._join_only(one, [other for other in near if other.wording.telling] or near)

    def join_undated(self) -> None:
        """Join reports that tell no day with the one vote on the bill in that body that is told of."""
        by_bill = _blocks(self.told, _own_bill)
        for one in self.told:
            if one.day is None:
                near = [other for key in _own_bill(one) for other in by_bill[key] if fits_undated(one, other)]
                self._join_only(one, [other for other in near if other.day] or near)

    def _join_only(self, one: Told, fitting: Sequence[Told]) -> None:
        """Join a report with the vote that it can be of, if there is one alone."""
        if len({self.root(other) for other in fitting}) == 1:
            self.join(one, fitting[0])

    def join_put_off(self) -> None:
        """Join a vote that was called off with the one that was planned or held in its stead, if there is one alone."""
        index = _blocks(self.told, _subjects)
        for off in [one for one in self.told if one.vote.status is VoteStatus.CALLED_OFF and one.day]:
            members = self._members[self.root(off)]
            later = [
                (one, other)
                for one in members
                for other in {other.key: other for key in _subjects(one) for other in index[key]}.values()
                if is_in_its_stead(off, one, other)
            ]
            if len({self.root(other) for _, other in later}) == 1:
                self.join(*later[0], is_moved=True)
                self._join_planned(off, index)

    def _join_planned(self, off: Told, index: Mapping[object, list[Told]]) -> None:
        """Join what was planned for the day of a vote that was called off, in the words of the one in its stead."""
        for member in self._members[self.root(off)]:
            for other in {other.key: other for key in _subjects(member) for other in index[key]}.values():
                is_planned = other.vote.status is VoteStatus.PLANNED and times_meet(other, off)
                if is_planned and not differ(other, off) and are_words_of_one(other, member):
                    self.join(member, other, is_moved=True)


def _pairs(told: Sequence[Told], keys: Callable[[Told], Iterator[object]]) -> Iterator[tuple[Told, Told]]:
    """Reports that have a key in common, each with those next to it, each pair once."""
    found: set[tuple[int, int]] = set()
    for block in _blocks(told, keys).values():
        for n, one in enumerate(block):
            for other in block[n + 1 : n + 1 + WINDOW]:
                if (id(one), id(other)) not in found:
                    found.add((id(one), id(other)))
                    yield one, other


def _blocks(told: Sequence[Told], keys: Callable[[Told], Iterator[object]]) -> Mapping[object, list[Told]]:
    blocks: dict[object, list[Told]] = defaultdict(list)
    for one in told:
        for key in dict.fromkeys(keys(one)):
            blocks[key].append(one)
    return blocks


def _keys(told: Told) -> Iterator[object]:
    """What reports of one vote share: large counts; a word or the bill on a day; two words about that time."""
    if told.tallies and sum(told.tallies) >= LARGE:
        yield told.tallies
    for day in _days(told):
        yield from ((word, day) for word in sorted(told.wording.telling))
    yield from _bill_and_days(told)
    yield from _subjects(told)


def _bill_and_days(told: Told) -> Iterator[object]:
    if told.bill:
        yield from ((f"bill {told.bill}", day) for day in _days(told))


def _own_bill(told: Told) -> Iterator[object]:
    """The bill itself, where it and nothing else is voted on."""
    if told.bill and told.kind is VoteClassification.BILL and not told.wording.telling:
        yield told.bill


def _subjects(told: Told) -> Iterator[object]:
    """The bill, and every two telling words."""
    if told.bill:
        yield f"bill {told.bill}"
    yield from combinations(sorted(told.wording.telling)[:MOST], 2)


def _days(told: Told) -> Iterator[int]:
    if told.day:
        yield from range(told.day.first.toordinal(), told.day.last.toordinal() + 1)
