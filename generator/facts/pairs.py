"""Layer 1, review: a reviewed story comes in, pairs of people who may be one person go out, for a person to decide on.

Only people whom articles name are in it: a source without a name is never anybody's double.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Generic, TypeVar

from rapidfuzz.distance import Levenshtein

from generator.model.facts import Report, ResolvedOrganization, ResolvedPerson, Story
from generator.model.ids import fold
from generator.model.likeness import MEN, WOMEN, Role, sexes, shares_a_post
from generator.model.records import Membership, Organization, Person
from generator.model.review import Reviewed

R = TypeVar("R", ResolvedPerson, ResolvedOrganization)
M = TypeVar("M", Person, Organization)
TITLES = MEN | WOMEN | {"dr", "prof", "professor", "judge", "justice", "rev", "reverend", "earl", "viscount", "cllr"}
SHORT_NAME, LONG_NAME = 3, 7
"""Letters of a name from which on it may be misspelt at all, and in two letters."""


class Likeness(StrEnum):
    """What two people have in common, what tells most first."""

    NAME = "the same name"
    FURTHER = "one of them has further names"
    INITIAL = "one given name is the initial of the other"
    SHORT = "one given name may be short for the other"
    SPELLING = "names that are spelt almost alike"
    SURNAME = "the surname, and one of them has no given name"
    POST = "the surname and a post"


@dataclass(frozen=True, kw_only=True)
class Side(Generic[R, M]):
    """One of two people or bodies: its record, as articles name it, and a person's roles."""

    record: R
    reports: tuple[Report[M], ...]
    roles: tuple[Membership, ...] = ()


class PersonSide(Side[ResolvedPerson, Person]):
    """One of two people, and what of their name is compared."""

    @property
    def surname(self) -> str:
        """The folded surname."""
        return fold(self.record.sort_name.partition(",")[0])

    @property
    def given(self) -> tuple[str, ...]:
        """The folded given names and initials, without titles."""
        words = fold(self.record.sort_name.partition(",")[2].partition(",")[0]).replace(".", " ").split()
        return tuple(word for word in words if word not in TITLES)

    @property
    def sexes(self) -> frozenset[str]:
        """What titles say."""
        return sexes(self.record.honorific_prefix, (self.record.name, *self.record.other_names))

    @property
    def posts(self) -> set[Role]:
        """Posts, or else titles, each with its organization."""
        return {(fold(role.post or role.role), role.organization) for role in self.roles}


AnySide = Side[ResolvedPerson, Person] | Side[ResolvedOrganization, Organization]


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two people or bodies that may be one: the one whose record would stay, and the one that would become part of it.

    Attributes:
        likeness: what they have in common.
        is_same_post: whether two people have a post in common.
    """

    kept: AnySide
    merged: AnySide
    likeness: StrEnum
    is_same_post: bool = False

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.merged.record.id} {self.kept.record.id}"


def who_may_be_one(reviewed: Reviewed) -> tuple[Pair, ...]:
    """People who may be one and whom nobody has told apart, those who share a post first."""
    found: dict[str, Pair] = {}
    for one, other in _neighbours(list(_sides(reviewed.story))):
        pair = _pair(one, other)
        if pair and frozenset((one.record.id, other.record.id)) not in reviewed.apart:
            found[pair.key] = pair
    order = list(Likeness)
    return tuple(sorted(found.values(), key=lambda p: (not p.is_same_post, order.index(Likeness(p.likeness)), p.key)))


def are_called_otherwise(one: ResolvedPerson, other: ResolvedPerson) -> bool:
    """Whether no spelling, initial or short form makes one name of two people's."""
    return _likeness(PersonSide(record=one, reports=()), PersonSide(record=other, reports=())) is None


def _sides(story: Story) -> Iterator[PersonSide]:
    reports: dict[str, list[Report[Person]]] = defaultdict(list)
    roles: dict[str, dict[tuple[str, str | None], Membership]] = defaultdict(dict)
    for facts in story.articles:
        for person in facts.people:
            reports[person.id].append(Report(facts.article.id, person))
        for role in facts.memberships:
            roles[role.person].setdefault((role.role, role.organization), role)
    for someone in story.people:
        yield PersonSide(record=someone, reports=tuple(reports[someone.id]), roles=tuple(roles[someone.id].values()))


def _neighbours(sides: Sequence[PersonSide]) -> Iterator[tuple[PersonSide, PersonSide]]:
    """People of one surname, and people of one first given name."""
    alike: Mapping[tuple[str, str], list[PersonSide]] = defaultdict(list)
    for side in sides:
        alike["surname", side.surname].append(side)
        if side.given:
            alike["given", side.given[0]].append(side)
    for same in alike.values():
        yield from combinations(same, 2)


def _pair(one: PersonSide, other: PersonSide) -> Pair | None:
    likeness = _likeness(one, other)
    if likeness is None or len(one.sexes | other.sexes) > 1 or _holds_two_posts(one, other):
        return None
    if likeness not in (Likeness.NAME, Likeness.SPELLING) and {*one.record.articles} & {*other.record.articles}:
        return None  # An article that names both takes them for two.
    merged, kept = sorted((one, other), key=lambda side: (_fullness(side), len(side.record.articles), side.record.id))
    return Pair(kept=kept, merged=merged, likeness=likeness, is_same_post=shares_a_post(one.posts, other.posts))


def _likeness(one: PersonSide, other: PersonSide) -> Likeness | None:
    if one.surname != other.surname:
        is_spelling = one.given == other.given != () and _almost_alike(one.surname, other.surname)
        return Likeness.SPELLING if is_spelling else None
    if one.given == other.given:
        return Likeness.NAME
    if not one.given or not other.given:
        return Likeness.SURNAME
    return _likeness_of_given(*sorted((one.given[0], other.given[0]), key=len)) or (
        Likeness.POST if shares_a_post(one.posts, other.posts) else None
    )


def _likeness_of_given(short: str, long: str) -> Likeness | None:
    if short == long:
        return Likeness.FURTHER
    if long.startswith(short):
        return Likeness.INITIAL if len(short) == 1 else Likeness.SHORT
    return Likeness.SPELLING if _almost_alike(short, long) else None


def _almost_alike(one: str, other: str) -> bool:
    """Whether one letter makes two words of one, or two letters where they are long."""
    shortest, longest = sorted((len(one), len(other)))
    if shortest < SHORT_NAME or longest == SHORT_NAME:
        return False  # Dan, Ian and Jan are three people.
    return Levenshtein.distance(one, other) <= (2 if longest >= LONG_NAME else 1)


def _fullness(side: PersonSide) -> tuple[int, int]:
    return len(side.given), sum(map(len, side.given))


def _holds_two_posts(one: PersonSide, other: PersonSide) -> bool:
    """Whether both have the same post, but only ever in different organizations."""
    same = [(body, its_body) for post, body in one.posts for its, its_body in other.posts if post == its]
    return bool(same) and all(body and its_body and body != its_body for body, its_body in same)
