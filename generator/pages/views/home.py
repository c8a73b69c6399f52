"""Stage pages: Home: the story at a glance: who is in it, the latest, what is disputed, next, and not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pages.links import HOME
from generator.pages.views.articles import Heading, heading
from generator.pages.views.disputed import DisputedView, disputed
from generator.pages.views.page import Page
from generator.pages.views.parts import ClaimView, Parts
from generator.pages.views.timeline import DATED, RELATIVE, TO_COME, Entry
from generator.pages.views.unknown import UnknownView, unknown
from generator.pages.views.who import Card, card

MANY = 8
FEW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The start of each list, and how long the whole lists are.

    Attributes:
        latest: the last that happened, the newest first; dated entries where there are any.
        to_come: what was still to come when the articles were written.
        disputed: everything disputed; the template shows the first few.
    """

    name: str
    articles: tuple[Heading, ...]
    people: tuple[Card, ...]
    latest: tuple[Entry, ...]
    to_come: tuple[Entry, ...]
    disputed: DisputedView
    denied: tuple[ClaimView, ...]
    unknown: UnknownView
    counts: tuple[tuple[int, str, str], ...]


def pages(parts: Parts, timeline: Sequence[Entry]) -> Iterator[Page]:
    """The one page at the site's root."""
    catalogue, disputes = parts.catalogue, disputed(parts)
    dated = [entry for entry in timeline if entry.section == DATED]
    timed = dated or [entry for entry in timeline if entry.section == RELATIVE]
    newest = sorted(catalogue.facts, key=lambda a: catalogue.article(a).published or "", reverse=True)
    view = HomeView(
        name=catalogue.site.options.name,
        articles=tuple(heading(parts, article_id) for article_id in newest[:FEW]),
        people=_people(parts),
        latest=tuple(reversed(timed[-MANY:])),
        to_come=tuple(entry for entry in timeline if entry.section == TO_COME)[:MANY],
        disputed=disputes,
        denied=disputes.denied[:FEW],
        unknown=unknown(parts, timeline),
        counts=_counts(parts, timeline),
    )
    yield Page(uri=HOME, title="Home", template="index.md.jinja", view=view, is_searched=False)


def _people(parts: Parts) -> tuple[Card, ...]:
    """Those who are in the most articles and claims."""
    catalogue = parts.catalogue

    def weight(person_id: str) -> int:
        claims = len(catalogue.said_by.get(person_id, ())) + len(catalogue.said_of.get(person_id, ()))
        return len(catalogue.people[person_id].articles) + claims + len(catalogue.roles.get(person_id, ()))

    first = sorted(catalogue.people, key=lambda person_id: (-weight(person_id), person_id))[:MANY]
    return tuple(card(parts, catalogue.people[person_id]) for person_id in first)


def _counts(parts: Parts, timeline: Sequence[Entry]) -> tuple[tuple[int, str, str], ...]:
    """How many of each kind: number, one, many."""
    catalogue = parts.catalogue
    return (
        (len(catalogue.facts), "article", "articles"),
        (len(catalogue.people), "person", "people"),
        (len(catalogue.organizations), "organization", "organizations"),
        (len(catalogue.claims), "claim", "claims"),
        (len(catalogue.votes), "vote", "votes"),
        (len(timeline), "entry in the timeline", "entries in the timeline"),
    )
