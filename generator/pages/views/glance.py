"""Stage pages: a story at a glance: the articles that tell it in, who is in it, the latest, what is disputed out."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.model.dates import earliest, is_date
from generator.model.facts import ResolvedOrganization, ResolvedPerson
from generator.model.ids import fold_name
from generator.model.words import DiscrepancyKind
from generator.pages.links import Target
from generator.pages.views.disputed import DiscrepancyView, DisputedView, disputed
from generator.pages.views.first import latest, lines
from generator.pages.views.moments import DATED, RELATIVE, UNTIMED, Entry
from generator.pages.views.scope import Scope
from generator.pages.views.unknown import UnknownView, unknown
from generator.pages.views.values import ClaimView, Name
from generator.pages.views.who import Card, card

MANY = 8
CARDS = 6
FEW, FEWER = 4, 3
A = TypeVar("A", ResolvedPerson, ResolvedOrganization)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """The start of each list.

    Attributes:
        bodies, bills: what it is about, beside its people.
        lines: a few of the claims, each of another source: those that are denied first.
        latest: the last that happened and can be told in a line, the newest first; dated entries where there are any.
        to_come: what was still to come when the articles were written, and is so by the newest of them.
        passed: how much was still to come when its article was written, and has a day before the newest article's.
        cards: the first of the people, each as a card.
        votes: the last that were held; those to come are in `to_come`.
        points: what reports disagree on; how a name is spelled only where they disagree on nothing else.
        denied: claims that are denied; where there are any that neither `lines` nor `latest` tells, those.
    """

    people: tuple[Card, ...]
    cards: tuple[Card, ...]
    bodies: tuple[Name, ...]
    bills: tuple[tuple[str, Target], ...]
    lines: tuple[ClaimView, ...]
    votes: tuple[Entry, ...]
    latest: tuple[Entry, ...]
    to_come: tuple[Entry, ...]
    passed: int
    points: tuple[DiscrepancyView, ...]
    denied: tuple[ClaimView, ...]
    unknown: UnknownView


def glance(scope: Scope) -> Glance:
    """What some articles tell, at a glance."""
    timeline, disputes = scope.timeline, disputed(scope)
    dated = [entry for entry in timeline if entry.section == DATED]
    timed = dated or [entry for entry in timeline if entry.section == RELATIVE]
    people = tuple(card(scope, person) for person in _first(scope, scope.people, MANY))
    first, newest = lines(scope), latest(timed, MANY)
    planned = [entry for entry in timeline if entry.is_to_come]
    day = _newest_day(scope)
    ahead = [entry for entry in planned if not entry.is_before(day)]
    told = {one.anchor for one in (*first, *(entry.claim for entry in newest if entry.claim))}
    return Glance(
        people=people,
        cards=people[:CARDS],
        bodies=tuple(scope.parts.actor(body) for body in _first(scope, scope.organizations, FEW)),
        bills=_bills(scope),
        lines=first,
        votes=_votes([entry for entry in timeline if entry.vote and not entry.is_to_come]),
        latest=newest,
        to_come=tuple(ahead[:MANY]),
        passed=len(planned) - len(ahead),
        points=_points(disputes),
        denied=_denied(disputes, told),
        unknown=unknown(scope),
    )


def _newest_day(scope: Scope) -> datetime.date:
    """The day of the newest of the articles whose day is known."""
    published = (scope.parts.catalogue.article(article).published for article in scope.articles)
    return max((earliest(day) for day in published if day and is_date(day)), default=datetime.date.min)


def _first(scope: Scope, actors: Sequence[A], number: int) -> list[A]:
    """Those who are in the most articles, claims and roles."""
    return sorted(actors, key=lambda actor: (-scope.weights[actor.id], actor.id))[:number]


def _votes(past: Sequence[Entry]) -> tuple[Entry, ...]:
    """The last votes; those that have no time only where no other was held."""
    timed = [vote for vote in past if vote.section != UNTIMED] or past
    return tuple(timed[-FEW:])


def _points(disputes: DisputedView) -> tuple[DiscrepancyView, ...]:
    told = [one for one in disputes.discrepancies if one.kind != DiscrepancyKind.SPELLING]
    return tuple(told or disputes.discrepancies)[:FEWER]


def _denied(disputes: DisputedView, told: set[str]) -> tuple[ClaimView, ...]:
    """The first that are denied, but for those that stand with their denials, or by one of these, above."""
    anew = [one for one in disputes.denied if told.isdisjoint((one.anchor, *(brief.anchor for brief in one.answers)))]
    return tuple(anew or disputes.denied)[:FEWER]


def _bills(scope: Scope) -> tuple[tuple[str, Target], ...]:
    """The bills that are voted on, each with the first vote on it."""
    bills: dict[str, tuple[str, Target]] = {}
    for entry in scope.timeline:
        if entry.vote and entry.vote.bill:
            bills.setdefault(fold_name(entry.vote.bill), (entry.vote.bill, entry.vote.page))
    return tuple(bills.values())[:FEW]
