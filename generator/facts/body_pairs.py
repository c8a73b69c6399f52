"""Layer 1, review: a reviewed story comes in, pairs of bodies that may be one go out, for a person to decide on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import product

from generator.facts.pairs import Pair, Side
from generator.model.facts import Report, ResolvedOrganization, Story
from generator.model.listed import ListedBody, parts_of, plain_name
from generator.model.records import Organization
from generator.model.review import Reviewed
from generator.model.words import Classification

BodySide = Side[ResolvedOrganization, Organization]
Groups = Mapping[str, set[str]]
"""Ids of bodies by what they have in common."""
OF_EVERY_COUNTRY = {
    Classification.GOVERNMENT,
    Classification.DEPARTMENT,
    Classification.LEGISLATURE,
    Classification.COUNCIL,
    Classification.COURT,
}
"""Kinds of which a name without a place ("the parliament") says too little to propose anything."""
MOST = 3
"""Bodies that have one name, or a name as a part of theirs: where more have it, it tells nothing."""


class BodyLikeness(StrEnum):
    """What two bodies have in common, what tells most first."""

    FURTHER = "an article calls one of them by a name of the other"
    LISTED = "the list of names has both as one body's"
    LETTERS = "one name may be the first letters of the other"
    PART = "one name is a part of the other"


def which_bodies_may_be_one(reviewed: Reviewed, listed: Sequence[ListedBody]) -> tuple[Pair, ...]:
    """Bodies that may be one and that nobody has told apart, those first that have most in common.

    Args:
        reviewed: the story with decisions applied.
        listed: bodies that go by several names; one name may be several bodies'.
    """
    sides, found = _sides(reviewed.story), dict[str, Pair]()
    for likeness, one, other in _alike(reviewed.story, listed):
        pair = _pair(likeness, sides[one], sides[other])
        if pair and frozenset((one, other)) not in reviewed.apart:
            found.setdefault(pair.key, pair)
    return tuple(found.values())


def _sides(story: Story) -> dict[str, BodySide]:
    reports: dict[str, list[Report[Organization]]] = defaultdict(list)
    for facts in story.articles:
        for body in facts.organizations:
            reports[body.id].append(Report(facts.article.id, body))
    return {body.id: Side(record=body, reports=tuple(reports[body.id])) for body in story.organizations}


def _alike(story: Story, listed: Sequence[ListedBody]) -> Iterator[tuple[BodyLikeness, str, str]]:
    """Ids of bodies whose names are alike, by what tells most first and then in order of the names."""
    names = {body.id: {plain_name(name) for name in (body.name, *body.other_names)} for body in story.organizations}
    entries: dict[str, list[str]] = defaultdict(list)
    for body in listed:
        for name in body.names:
            entries[name].append(body.name)
    called = _by(names, lambda name: [name])
    listed_as = _by(names, lambda name: entries.get(name, []))
    found: dict[BodyLikeness, tuple[Groups, Groups]] = {
        BodyLikeness.FURTHER: (called, called),
        BodyLikeness.LISTED: (listed_as, listed_as),
        BodyLikeness.LETTERS: (called, _by(names, lambda name: [_letters(name)])),
        BodyLikeness.PART: (called, _by(names, parts_of)),
    }
    for likeness, (some, others) in found.items():
        for key in sorted(some.keys() & others.keys()):
            if likeness is BodyLikeness.LISTED or len(some[key] | others[key]) <= MOST:
                pairs = {(min(two), max(two)) for two in product(some[key], others[key])}
                yield from ((likeness, one, other) for one, other in sorted(pairs) if one != other)


def _by(names: Mapping[str, Iterable[str]], keys: Callable[[str], Iterable[str]]) -> Groups:
    """The bodies by what their names give."""
    found: dict[str, set[str]] = defaultdict(set)
    for body, known in names.items():
        for name in known:
            for key in keys(name):
                found[key].add(body)
    return dict(found)


def _letters(name: str) -> str:
    """The first letters of a name of several words, small words left out; nothing for one word."""
    words = [word for word in name.replace("-", " ").split() if word not in ("of", "the", "and", "for", "&")]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def _pair(likeness: BodyLikeness, one: BodySide, other: BodySide) -> Pair | None:
    kinds = {one.record.classification, other.record.classification} - {None}
    if len(kinds) > 1 or {*one.record.articles} & {*other.record.articles}:
        return None  # An article that names both takes them for two.
    if likeness is BodyLikeness.PART and kinds & OF_EVERY_COUNTRY:
        return None
    merged, kept = sorted((one, other), key=lambda s: (len(s.record.name), len(s.record.articles), s.record.id))
    return Pair(kept=kept, merged=merged, likeness=likeness)
