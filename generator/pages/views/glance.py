"""Stage pages: a story at a glance: the articles that tell it in, who is in it, the latest, what is disputed out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.facts import ResolvedOrganization, ResolvedPerson
from generator.model.words import Act
from generator.pages.links import Target
from generator.pages.views.disputed import DisputedView, disputed
from generator.pages.views.moments import DATED, RELATIVE, TO_COME, Entry
from generator.pages.views.parts import MINDS, ClaimView, Name
from generator.pages.views.scope import Scope
from generator.pages.views.unknown import UnknownView, unknown
from generator.pages.views.who import Card, card

MANY = 8
FEW = 4
LINES = 5
DENIED_COUNTS = 10
_NOT_SHOWN_FIRST = (*MINDS, Act.NO_COMMENT)
A = TypeVar("A", ResolvedPerson, ResolvedOrganization)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The start of each list.

    Attributes:
        bodies, bills: what it is about, beside its people.
        lines: a few of the claims, each of another source: those that are denied first.
        latest: the last that happened, the newest first; dated entries where there are any.
        to_come: what was still to come when the articles were written.
        disputed: everything disputed; the template shows the first few.
    """

    people: tuple[Card, ...]
    bodies: tuple[Name, ...]
    bills: tuple[tuple[str, Target], ...]
    lines: tuple[ClaimView, ...]
    votes: tuple[Entry, ...]
    latest: tuple[Entry, ...]
    to_come: tuple[Entry, ...]
    disputed: DisputedView
    denied: tuple[ClaimView, ...]
    unknown: UnknownView


def glance(scope: Scope) -> Glance:
    """What some articles tell, at a glance."""
    timeline, disputes = scope.timeline, disputed(scope)
    dated = [entry for entry in timeline if entry.section == DATED]
    timed = dated or [entry for entry in timeline if entry.section == RELATIVE]
    return Glance(
        people=tuple(card(scope, person) for person in _first(scope, scope.people, MANY)),
        bodies=tuple(scope.parts.actor(body) for body in _first(scope, scope.organizations, FEW)),
        bills=_bills(scope),
        lines=_lines(scope),
        votes=tuple(entry for entry in timeline if entry.vote)[-FEW:],
        latest=tuple(reversed(timed[-MANY:])),
        to_come=tuple(entry for entry in timeline if entry.section == TO_COME)[:MANY],
        disputed=disputes,
        denied=disputes.denied[:FEW],
        unknown=unknown(scope),
    )


def _first(scope: Scope, actors: Sequence[A], number: int) -> list[A]:
    """Those who are in the most articles, claims and roles."""
    return sorted(actors, key=lambda actor: (-scope.weights[actor.id], actor.id))[:number]


def _bills(scope: Scope) -> tuple[tuple[str, Target], ...]:
    """The bills that are voted on, each with the first vote on it."""
    bills: dict[str, Target] = {}
    for entry in scope.timeline:
        if entry.vote and entry.vote.bill:
            bills.setdefault(entry.vote.bill, entry.vote.page)
    return tuple(bills.items())[:FEW]


def _lines(scope: Scope) -> tuple[ClaimView, ...]:
    """A few claims that readers meet first, each of another source and, where there are enough, of another article.

    Those that are denied, and those by or about the people of whom most is told, come before others. What nobody is
    said to have said, such as a question, is only among them where somebody denies it.
    """
    claims = sorted(_told_at_first_hand(scope), key=lambda claim: -_prominence(scope, claim))
    chosen: dict[object, ClaimView] = {}
    for claim in claims:
        chosen.setdefault(claim.brief.source.speakers or claim.brief.source.words, claim)
    of_articles: dict[Name, ClaimView] = {}
    for claim in chosen.values():
        of_articles.setdefault(claim.brief.article, claim)
    return tuple(dict.fromkeys((*of_articles.values(), *chosen.values())))[:LINES]


def _told_at_first_hand(scope: Scope) -> Iterator[ClaimView]:
    for anchor in scope.claims:
        claim = scope.parts.claim(anchor)
        is_told_within = bool(scope.parts.catalogue.claims[anchor].record.nested_in or claim.answered)
        is_somebodys = bool(claim.brief.source.speakers or claim.brief.source.words or claim.answers)
        is_plain = not claim.brief.is_doubtful and claim.brief.act not in _NOT_SHOWN_FIRST
        if is_somebodys and is_plain and not is_told_within:
            yield claim


def _prominence(scope: Scope, claim: ClaimView) -> int:
    by = max((scope.weights[name.id] for name in claim.brief.source.speakers), default=0)
    about = max((scope.weights[name.id] for name in claim.about if name.id), default=0)
    return by + about + DENIED_COUNTS * bool(claim.answers)
