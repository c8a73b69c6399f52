"""Stage resolve: the people of each article in, the people of the story out, and which id became which.

A full name (a given name and a surname) is the same person wherever it is written alike. A single name is joined with a
full name, or with the same single name elsewhere, only where a role agrees and the choice is the only one. The id
of somebody with a single name is made of it and the article, so that no other article's namesake takes it, and what
people decided on it. Peers of one title, "Lord Smith of Fenwick" and "Lord Smith of Marsh", are two; who is called no
more than "Lord Smith" is neither where there are both.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.facts import ArticleFacts, ResolvedPerson
from generator.model.ids import digest, fold
from generator.model.likeness import Role, sexes, shares_a_post
from generator.model.records import Membership, Person
from generator.resolve.names import commonest, merged

OF = " of "
"""What stands between a peer's title and place; no other name has it."""


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
    def place(self) -> str:
        """What a peer is of: "fenwick"; empty for everybody else."""
        return " ".join(self.words).partition(OF)[2]

    @property
    def sexes(self) -> frozenset[str]:
        """What the honorifics that the article uses say, if anything."""
        return sexes(self.person.honorific_prefix, self.person.other_names)


@dataclass(eq=False)
class Group:
    """Mentions of one person in their order, and what all of them tell, so that one more is compared but once."""

    mentions: list[Mention] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    roles: set[Role] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Make a mention one of this person."""
        self.mentions.append(mention)
        self.articles.add(mention.article)
        self.sexes |= mention.sexes
        self.places |= {mention.place} - {""}
        self.roles |= mention.roles


def resolve_people(facts: Sequence[ArticleFacts]) -> tuple[tuple[ResolvedPerson, ...], Mapping[str, Mapping[str, str]]]:
    """Everyone in the story, and for each article its people's ids with those of the story.

    Args:
        facts: every article's facts in order of id, references to organizations resolved.
    """
    full: dict[str, list[Group]] = defaultdict(list)
    single: list[Mention] = []
    for mention in sorted(_mentions(facts), key=lambda each: not each.place):
        if len(mention.words) > 1:
            _place(mention, full[" ".join(mention.words).partition(OF)[0]])
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
    """Put a full name with those written alike, unless their honorifics or what they are peers of tell them apart."""
    several = len({place for group in groups for place in group.places}) > 1
    for group in groups:
        if not _contradicts(mention, group) and (mention.place or not several):
            group.add(mention)
            return
    groups.append(_group(mention))


def _group(mention: Mention) -> Group:
    group = Group()
    group.add(mention)
    return group


def _place_single(single: Iterable[Mention], full: Sequence[Group]) -> list[Group]:
    """Put single names with the one full name they can belong to; what is left forms groups of its own."""
    by_surname: dict[str, list[Group]] = defaultdict(list)
    for group in full:
        by_surname[group.mentions[0].words[-1]].append(group)
    left = _Left()
    joins: list[tuple[Group, Mention]] = []
    for mention in single:
        namesakes = by_surname.get(" ".join(mention.words), [])
        if len(namesakes) == 1 and _agrees(mention, namesakes[0]):
            joins.append((namesakes[0], mention))
        else:
            left.add(mention, may_join=not namesakes)
    for group, mention in joins:
        group.add(mention)
    return [group for same in left.by_name.values() for group in same]


class _Left:
    """Single names that are no full name's: who bears each, and who of them has which post."""

    def __init__(self) -> None:
        self.by_name: dict[str, list[Group]] = defaultdict(list)
        self._by_post: dict[tuple[str, str], dict[Group, None]] = defaultdict(dict)

    def add(self, mention: Mention, *, may_join: bool) -> None:
        """Put a mention with the one person of that name whose post agrees, else make somebody of it."""
        name = " ".join(mention.words)
        posts = sorted({post for post, _ in mention.roles})
        alike = {group for post in posts for group in self._by_post[name, post] if _agrees(mention, group)}
        if len(alike) == 1 and may_join:
            (group,) = alike
        else:
            group = Group()
            self.by_name[name].append(group)
        group.add(mention)
        for post in posts:
            self._by_post[name, post][group] = None


def _contradicts(mention: Mention, group: Group) -> bool:
    elsewhere = mention.place and group.places and mention.place not in group.places
    return bool(mention.article in group.articles or len(mention.sexes | group.sexes) > 1 or elsewhere)


def _agrees(mention: Mention, group: Group) -> bool:
    """Whether somebody of the group has the same post, in the same organization where both name one."""
    return not _contradicts(mention, group) and shares_a_post(mention.roles, group.roles)


def _story(groups: Iterable[Group]) -> tuple[tuple[ResolvedPerson, ...], dict[str, dict[str, str]]]:
    ids: dict[str, dict[str, str]] = defaultdict(dict)
    people: dict[str, ResolvedPerson] = {}
    for group in groups:
        person = _person(group, people)
        people[person.id] = person
        for mention in group.mentions:
            ids[mention.article][mention.person.id] = person.id
    return tuple(people[key] for key in sorted(people)), ids


def _person(group: Group, taken: Mapping[str, ResolvedPerson]) -> ResolvedPerson:
    first, article = group.mentions[0].person, group.mentions[0].article
    fullest = [m.person for m in group.mentions if len(m.words) > 1] or [m.person for m in group.mentions]
    name = commonest(p.name for p in fullest)
    honorifics = [m.person.honorific_prefix for m in group.mentions if m.person.honorific_prefix]
    forms = merged((m.person.name, *m.person.other_names) for m in group.mentions)
    return ResolvedPerson(
        id=first.id if " " in name and first.id not in taken else f"{first.id}-{digest(first.id, article)}",
        name=name,
        sort_name=commonest(p.sort_name for p in fullest if p.name == name),
        honorific_prefix=commonest(honorifics) if honorifics else None,
        other_names=tuple(sorted(form for form in forms if form != name)),
        articles=tuple(sorted(group.articles)),
    )
