"""Stage pages: Home: the story at a glance: who is in it, the latest, what is disputed, next, and not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.words import Act
from generator.pages.links import ARTICLES, HOME, LEDGER, PEOPLE, TIMELINE, VOTES, Target
from generator.pages.views.articles import Heading, heading
from generator.pages.views.disputed import DisputedView, disputed
from generator.pages.views.moments import DATED, RELATIVE, TO_COME, Entry
from generator.pages.views.page import Page
from generator.pages.views.parts import MINDS, ClaimView, Name, Parts
from generator.pages.views.unknown import UnknownView, unknown
from generator.pages.views.who import Card, card

MANY = 8
FEW = 4
LINES = 5
DENIED_COUNTS = 10
_NOT_SHOWN_FIRST = (*MINDS, Act.NO_COMMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The start of each list, and how long the whole lists are.

    Attributes:
        bodies, bills: what it is about, beside its people.
        lines: a few of the claims, each of another source: those that are denied first.
        latest: the last that happened, the newest first; dated entries where there are any.
        to_come: what was still to come when the articles were written.
        disputed: everything disputed; the template shows the first few.
    """

    name: str
    articles: tuple[Heading, ...]
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
    counts: tuple[tuple[str, int, str], ...]


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
        bodies=_bodies(parts),
        bills=_bills(timeline),
        lines=_lines(parts),
        votes=tuple(entry for entry in timeline if entry.vote)[-FEW:],
        latest=tuple(reversed(timed[-MANY:])),
        to_come=tuple(entry for entry in timeline if entry.section == TO_COME)[:MANY],
        disputed=disputes,
        denied=disputes.denied[:FEW],
        unknown=unknown(parts, timeline),
        counts=_counts(parts, timeline),
    )
    yield Page(uri=HOME, title=parts.words["titles"]["home"], template="index.md.jinja", view=view, is_searched=False)


def _people(parts: Parts) -> tuple[Card, ...]:
    """Those who are in the most articles and claims."""
    catalogue = parts.catalogue
    first = sorted(catalogue.people, key=lambda person: (-_weight(parts, person), person))[:MANY]
    return tuple(card(parts, catalogue.people[person]) for person in first)


def _bodies(parts: Parts) -> tuple[Name, ...]:
    """The organizations that are in the most articles and claims."""
    known = parts.catalogue.organizations
    first = sorted(known, key=lambda body: (-_weight(parts, body), body))[:FEW]
    return tuple(parts.actor(known[body]) for body in first)


def _weight(parts: Parts, actor: str) -> int:
    catalogue = parts.catalogue
    known = catalogue.people.get(actor) or catalogue.organizations[actor]
    by_facts = (catalogue.said_by, catalogue.said_of, catalogue.roles)
    return len(known.articles) + sum(len(facts.get(actor, ())) for facts in by_facts)


def _bills(timeline: Sequence[Entry]) -> tuple[tuple[str, Target], ...]:
    """The bills that are voted on, each with the first vote on it."""
    bills: dict[str, Target] = {}
    for entry in timeline:
        if entry.vote and entry.vote.bill:
            bills.setdefault(entry.vote.bill, entry.vote.page)
    return tuple(bills.items())[:FEW]


def _lines(parts: Parts) -> tuple[ClaimView, ...]:
    """A few claims that readers meet first, each of another source and, where there are enough, of another article.

    Those that are denied, and those by or about the people of whom most is told, come before others.
    """
    claims = sorted(_told_at_first_hand(parts), key=lambda claim: -_prominence(parts, claim))
    chosen: dict[object, ClaimView] = {}
    for claim in claims:
        chosen.setdefault(claim.brief.source.speakers or claim.brief.source.words, claim)
    of_articles: dict[Name, ClaimView] = {}
    for claim in chosen.values():
        of_articles.setdefault(claim.brief.article, claim)
    return tuple(dict.fromkeys((*of_articles.values(), *chosen.values())))[:LINES]


def _told_at_first_hand(parts: Parts) -> Iterator[ClaimView]:
    for anchor, entry in parts.catalogue.claims.items():
        claim = parts.claim(anchor)
        is_told_within = bool(entry.record.nested_in or claim.answered)
        if not is_told_within and not claim.brief.is_doubtful and claim.brief.act not in _NOT_SHOWN_FIRST:
            yield claim


def _prominence(parts: Parts, claim: ClaimView) -> int:
    by = max((_weight(parts, name.id) for name in claim.brief.source.speakers), default=0)
    about = max((_weight(parts, name.id) for name in claim.about if name.id), default=0)
    return by + about + DENIED_COUNTS * bool(claim.answers)


def _counts(parts: Parts, timeline: Sequence[Entry]) -> tuple[tuple[str, int, str], ...]:
    """How many of each kind: its name in the catalogue of texts, the number, where all are."""
    catalogue = parts.catalogue
    return (
        ("articles", len(catalogue.facts), ARTICLES),
        ("people", len(catalogue.people), PEOPLE),
        ("organizations", len(catalogue.organizations), PEOPLE),
        ("claims", len(catalogue.claims), LEDGER),
        ("votes", len(catalogue.votes), VOTES),
        ("entries", len(timeline), TIMELINE),
    )
