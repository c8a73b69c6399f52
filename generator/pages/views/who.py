"""Stage pages: Who's who: everyone as a card, grouped by the organization or party that articles place them in."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from generator.model.facts import ResolvedPerson
from generator.model.ids import fold
from generator.pages.links import PEOPLE, Target, part_uri
from generator.pages.views.facets import card_facets
from generator.pages.views.filters import Facets, Filter, filters
from generator.pages.views.page import Page, PartOf, length_of, split
from generator.pages.views.parts import Parts
from generator.pages.views.relations import Picture, picture
from generator.pages.views.roles import Post, career, career_of_late, role_view
from generator.pages.views.scope import Scope
from generator.pages.views.values import Name

IN_A_CARD = 4
"""How many organizations take the room of one person's card."""
ACROSS = 3
"""How many cards stand beside one another on a desk; a group of as many or more has rows of its own."""
BODIES = "ex-bodies"
"""The place of the list of organizations on its page."""
LABELS = ("party", "body", "role", "article")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A person at a glance."""

    name: Name
    honorific: str | None
    other_names: tuple[str, ...]
    posts: tuple[Post, ...]
    said: int
    spoken_of: int
    articles: int
    facets: Facets


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """People whom articles place in one organization, else in one post; `name` None gathers all others."""

    name: Name | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """An organization at a glance."""

    name: Name
    kind: str | None
    other_names: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoView:
    """One part of the list of everyone; organizations come after all people."""

    groups: tuple[Group, ...]
    bodies: tuple[Body, ...]
    has_bodies: bool
    people: int
    part: PartOf
    filters: tuple[Filter, ...]
    shown: int
    picture: Picture | None


def pages(whole: Scope) -> Iterator[Page]:
    """Everyone, in parts, and every organization."""
    parts, words = whole.parts, whole.parts.words
    everyone = [(group.name, card) for group in _groups(whole) for card in group.cards]
    bodies = _bodies(parts)
    rows = [bodies[start : start + IN_A_CARD] for start in range(0, len(bodies), IN_A_CARD)]
    for part, found in split(PEOPLE, [*everyone, *rows]):
        start = (part.number - 1) * length_of(PEOPLE)
        chunk = everyone[start : start + len(found)]
        facets = [card.facets for _, card in chunk]
        view = WhoView(
            groups=tuple(
                Group(name=name, cards=tuple(card for _, card in cards))
                for name, cards in groupby(chunk, key=lambda placed: placed[0])
            ),
            bodies=tuple(chain.from_iterable(rows[max(start - len(everyone), 0) :][: len(found) - len(chunk)])),
            has_bodies=bool(bodies),
            people=len(everyone),
            part=part,
            filters=filters({key: words["filters"][key] for key in LABELS}, facets),
            shown=len(chunk),
            picture=picture(parts) if part.number == 1 else None,
        )
        yield Page(uri=part.uri, title=part.title(words["titles"]["who"], words), template="who.md.jinja", view=view)


def where_bodies_begin(whole: Scope) -> Target:
    """The place of the first organization."""
    catalogue = whole.parts.catalogue
    number = len(catalogue.people) // length_of(PEOPLE) + 1 if catalogue.organizations else 1
    return Target(part_uri(PEOPLE, number), BODIES)


def card(scope: Scope, person: ResolvedPerson) -> Card:
    """A person at a glance, as some articles tell of them; each role once.

    A role that a later article calls former stands as that alone; the person's page has both.
    """
    parts = scope.parts
    held = tuple(role_view(parts, report) for report in scope.roles.get(person.id, ()))
    return Card(
        name=parts.actor(person),
        honorific=person.honorific_prefix,
        other_names=tuple(n for n in person.other_names if not set(n.split()) <= set(person.name.split())),
        posts=career_of_late(career(held)),
        said=scope.said_by[person.id],
        spoken_of=scope.said_of[person.id],
        articles=len(scope.named[person.id]),
        facets=card_facets(held, map(parts.article, scope.named[person.id])),
    )


def _groups(whole: Scope) -> tuple[Group, ...]:
    parts = whole.parts
    members: dict[Name | None, list[ResolvedPerson]] = defaultdict(list)
    for person in parts.catalogue.people.values():
        members[_home(parts, person.id)].append(person)
    _stand_alone(members)
    for person in members.pop(None, []):
        members[_post(parts, person.id)].append(person)
    _stand_alone(members)
    groups = [
        Group(
            name=name,
            cards=tuple(card(whole, p) for p in sorted(people, key=lambda p: (fold(p.sort_name), p.id))),
        )
        for name, people in members.items()
    ]
    return tuple(in_rows(sorted(groups, key=_order)))


def _order(group: Group) -> tuple[bool, bool, int, str]:
    """Organizations first, then posts, then those without either; the largest first."""
    name = group.name
    if name is None:
        return True, True, 0, ""
    return False, not name.is_quoted, -len(group.cards), fold(name.words)


def in_rows(groups: Sequence[Group]) -> Iterator[Group]:
    """Groups in their order, but that a row that one begins is filled by the largest that fits, where one does."""
    left, room = list(groups), ACROSS
    while left:
        fitting = [group for group in left if group.name and len(group.cards) <= room]
        group = max(fitting, key=lambda one: len(one.cards)) if fitting and room < ACROSS else left[0]
        left.remove(group)
        yield group
        size = len(group.cards)
        room = (room if size <= room else ACROSS) - size
        room = room if room > 0 else ACROSS


def _stand_alone(members: dict[Name | None, list[ResolvedPerson]]) -> None:
    for name, people in list(members.items()):
        if name and not name.page and len(people) == 1:
            members[None] += members.pop(name)


def _post(parts: Parts, person_id: str) -> Name | None:
    """The post that most articles give somebody."""
    posts = [report.record.post for report in parts.catalogue.roles.get(person_id, ()) if report.record.post]
    return Name(Counter(posts).most_common(1)[0][0], is_quoted=False) if posts else None


def _home(parts: Parts, person_id: str) -> Name | None:
    """The party that articles name most for a person, else the organization; of equals the first in the alphabet.

    Where articles only write an organization's name and it is none of the story's, its words stand for it.
    """
    roles = [report.record for report in parts.catalogue.roles.get(person_id, ())]
    for choices in ([r.on_behalf_of for r in roles], [r.organization for r in roles]):
        counted = Counter(name for choice in choices if (name := parts.body(choice)))
        if counted:
            return min(counted, key=lambda name: (-counted[name], not name.page, name.page or name.words))
    return None


def _bodies(parts: Parts) -> tuple[Body, ...]:
    bodies = [
        Body(
            name=parts.actor(body),
            kind=body.classification.value if body.classification else None,
            other_names=tuple(n for n in body.other_names if n != body.name),
            articles=len(body.articles),
        )
        for body in parts.catalogue.organizations.values()
    ]
    return tuple(sorted(bodies, key=lambda body: (fold(body.name.words), body.name.page or "")))
