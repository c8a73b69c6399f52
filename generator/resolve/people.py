"""Stage resolve: the people of each article in, the people of the story out, and which id became which.

A full name (a given name and a surname) is the same person wherever it is written alike. A single name is joined with a
full name, or with the same single name elsewhere, only where a role agrees and the choice is the only one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.facts import ArticleFacts, ResolvedPerson
from generator.model.ids import digest, fold
from generator.model.likeness import Role, sexes, shares_a_post
from generator.model.records import Membership, Person
from generator.resolve.names import commonest, merged


@dataclass(frozen=True)
class Mention:
    """A person in one article, with the roles given there as (post or title, organization)."""

    article: str
    person: Person
    roles: frozenset[Role]

    @property
    def words(self) -> list[str]:
        """The words of the folded name."""
        return fold(self.person.name).split()

    @property
    def sexes(self) -> frozenset[str]:
        """What the honorifics that the article uses say, if anything."""
        return sexes(self.person.honorific_prefix, self.person.other_names)


Group = list[Mention]


def resolve_people(facts: Sequence[ArticleFacts]) -> tuple[tuple[ResolvedPerson, ...], Mapping[str, Mapping[str, str]]]:
    """Everyone in the story, and for each article its people's ids with those of the story.

    Args:
        facts: every article's facts in order of id, references to organizations resolved.
    """
    full: dict[str, list[Group]] = defaultdict(list)
    single: list[Mention] = []
    for mention in _mentions(facts):
        if len(mention.words) > 1:
            _place(mention, full[" ".join(mention.words)])
        else:
            single.append(mention)
    groups = [group for same in full.values() for group in same]
    groups += _place_single(single, groups)
    return _story(groups)


def _mentions(facts: Sequence[ArticleFacts]) -> Iterator[Mention]:
    for each in facts:
        roles: dict[str, set[Role]] = defaultdict(set)
        for membership in each.memberships:
            roles[membership.person].add(_role(membership))
        for person in each.people:
            yield Mention(each.article.id, person, frozenset(roles[person.id]))


def _role(membership: Membership) -> Role:
    return fold(membership.post or membership.role), membership.organization


def _place(mention: Mention, groups: list[Group]) -> None:
    """Put a full name with those written alike, unless their honorifics tell a man from a woman."""
    for group in groups:
        if not _contradicts(mention, group):
            group.append(mention)
            return
    groups.append([mention])


def _place_single(single: Iterable[Mention], full: Sequence[Group]) -> list[Group]:
    """Put single names with the one full name they can belong to; what is left forms groups of its own."""
    by_surname: dict[str, list[Group]] = defaultdict(list)
    for group in full:
        by_surname[group[0].words[-1]].append(group)
    left: dict[str, list[Group]] = defaultdict(list)
    joins: list[tuple[Group, Mention]] = []
    for mention in single:
        name = " ".join(mention.words)
        namesakes = by_surname.get(name, [])
        if len(namesakes) == 1 and _agrees(mention, namesakes[0]):
            joins.append((namesakes[0], mention))
            continue
        alike = [group for group in left[name] if _agrees(mention, group)]
        if len(alike) == 1 and not namesakes:
            alike[0].append(mention)
        else:
            left[name].append([mention])
    for group, mention in joins:
        group.append(mention)
    return [group for same in left.values() for group in same]


def _contradicts(mention: Mention, group: Group) -> bool:
    same_article = any(other.article == mention.article for other in group)
    told = mention.sexes.union(*(other.sexes for other in group))
    return same_article or len(told) > 1


def _agrees(mention: Mention, group: Group) -> bool:
    """Whether somebody of the group has the same post, in the same organization where both name one."""
    if _contradicts(mention, group):
        return False
    return shares_a_post(mention.roles, (role for other in group for role in other.roles))


def _story(groups: Iterable[Group]) -> tuple[tuple[ResolvedPerson, ...], dict[str, dict[str, str]]]:
    ids: dict[str, dict[str, str]] = defaultdict(dict)
    people: dict[str, ResolvedPerson] = {}
    for group in groups:
        person = _person(group, people)
        people[person.id] = person
        for mention in group:
            ids[mention.article][mention.person.id] = person.id
    return tuple(people[key] for key in sorted(people)), ids


def _person(group: Group, taken: Mapping[str, ResolvedPerson]) -> ResolvedPerson:
    first = group[0].person
    fullest = [m.person for m in group if len(m.words) > 1] or [m.person for m in group]
    name = commonest(p.name for p in fullest)
    honorifics = [m.person.honorific_prefix for m in group if m.person.honorific_prefix]
    forms = merged((m.person.name, *m.person.other_names) for m in group)
    return ResolvedPerson(
        id=first.id if first.id not in taken else f"{first.id}-{digest(first.id, group[0].article)}",
        name=name,
        sort_name=commonest(p.sort_name for p in fullest if p.name == name),
        honorific_prefix=commonest(honorifics) if honorifics else None,
        other_names=tuple(sorted(form for form in forms if form != name)),
        articles=tuple(sorted({m.article for m in group})),
    )
