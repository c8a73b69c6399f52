"""Stage pages: Articles: the list of all, and each one with its facts in its own order and its words in place."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator import escape
from generator.model.facts import ArticleFacts
from generator.model.records import Claim, Discrepancy, Event, Membership, Organization, Person, VoteEvent
from generator.pages.links import ARTICLES, Target, record_uri
from generator.pages.views.ballots import VoteView
from generator.pages.views.disputed import DiscrepancyView, discrepancy_views
from generator.pages.views.events import EventView
from generator.pages.views.marks import MarkView
from generator.pages.views.moments import Entry
from generator.pages.views.page import Page, PartOf, split
from generator.pages.views.parts import Parts
from generator.pages.views.roles import RoleView, role_view
from generator.pages.views.times import date_words
from generator.pages.views.values import ClaimView, Name, Proof
from generator.pages.views.words_in_place import Link, Place, Segment, segments

_KINDS: dict[type, str] = {Membership: "role", Claim: "claim", VoteEvent: "vote", Event: "event"}
Evident = Person | Organization | Membership | Claim | VoteEvent | Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What is known of an article itself; `original` is its address where a reader can be sent there."""

    name: Name
    publisher: str | None
    author: str | None
    published: str | None
    day: str | None
    licence: str | None
    original: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """An article in the list."""

    heading: Heading
    people: int
    claims: int
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesView:
    """One part of the list."""

    articles: tuple[Summary, ...]
    total: int
    part: PartOf


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of an article; exactly one of the four kinds is there, and `also` are further reports of its vote."""

    id: str
    also: tuple[str, ...] = ()
    role: RoleView | None = None
    claim: ClaimView | None = None
    vote: VoteView | None = None
    event: EventView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """An article's page; `text` is empty where the licence does not let the whole text be shown.

    `story` is the story that the article belongs to, where the site tells of several.
    """

    heading: Heading
    story: Name | None
    facts: tuple[Fact, ...]
    people: tuple[tuple[Name, tuple[Proof, ...]], ...]
    organizations: tuple[tuple[Name, tuple[Proof, ...]], ...]
    discrepancies: tuple[DiscrepancyView, ...]
    text: tuple[Segment, ...]
    limit: int | None
    marks: tuple[MarkView, ...]

    def places_of(self, words: str) -> list[str]:
        """The anchors of all evidence that is quoted in the same words."""
        told = [fact.claim or fact.vote or fact.event or fact.role for fact in self.facts]
        proofs = (proof for one in told if one for proof in one.proofs)
        return [p.id for p in proofs if p.article.page == self.heading.name.page and p.quotation.words == words]


def pages(parts: Parts, timeline: Sequence[Entry], stories: Mapping[str, Name]) -> Iterator[Page]:
    """The list, newest first, in parts, then a page for each article; `stories` by the ids of their articles."""
    told = {entry.anchor: entry for entry in timeline if not entry.claim}
    known = list(parts.catalogue.facts.values())
    dated = [f for f in known if f.article.published]
    undated = [f for f in known if not f.article.published]
    listed = tuple(_summary(parts, facts) for facts in (*reversed(dated), *undated))
    for part, chunk in split(ARTICLES, listed):
        title = part.title(parts.words["titles"]["articles"], parts.words)
        view = ArticlesView(articles=tuple(chunk), total=len(known), part=part)
        yield Page(uri=part.uri, title=title, template="articles.md.jinja", view=view)
    disputes = _disputes(parts)
    for facts in known:
        yield _page(parts, told, facts, disputes.get(facts.article.id, []), stories.get(facts.article.id))


def heading(parts: Parts, article_id: str) -> Heading:
    """What is known of an article itself."""
    record = parts.catalogue.article(article_id)
    return Heading(
        name=parts.article(article_id),
        publisher=record.publisher,
        author=record.author,
        published=date_words(record.published, parts.words) if record.published else None,
        day=record.published,
        licence=record.licence,
        original=escape.web_address(record.url),
    )


def _summary(parts: Parts, facts: ArticleFacts) -> Summary:
    return Summary(
        heading=heading(parts, facts.article.id),
        people=len(facts.people),
        claims=len(facts.claims),
        votes=len(facts.votes),
    )


def _disputes(parts: Parts) -> dict[str, list[Discrepancy]]:
    """The discrepancies that each article has a reading in."""
    found: dict[str, list[Discrepancy]] = {}
    for discrepancy in parts.catalogue.discrepancies:
        for article_id in dict.fromkeys(value.article for value in discrepancy.values):
            found.setdefault(article_id, []).append(discrepancy)
    return found


def _page(
    parts: Parts,
    told: Mapping[str, Entry],
    facts: ArticleFacts,
    disputes: list[Discrepancy],
    story: Name | None,
) -> Page:
    article_id = facts.article.id
    people = _named(parts, article_id, facts.people)
    bodies = _named(parts, article_id, facts.organizations)
    whole = parts.catalogue.text(article_id) if parts.shows_text(article_id) else ""
    view = ArticleView(
        heading=heading(parts, article_id),
        story=story,
        facts=_facts(parts, told, facts),
        people=people,
        organizations=bodies,
        discrepancies=discrepancy_views(parts, disputes),
        text=segments(whole, _places(parts, facts, disputes)) if whole else (),
        limit=parts.limit(article_id),
        marks=parts.marks(parts.catalogue.article(article_id)),
    )
    title = parts.catalogue.title(article_id)
    return Page(
        uri=record_uri(article_id),
        title=title,
        template="article.md.jinja",
        view=view,
        kind=parts.words["kinds"]["article"],
        people={"": [(name.id, name.words) for name, _ in people if name.page]},
    )


def _named(
    parts: Parts, article_id: str, records: Iterable[Person | Organization]
) -> tuple[tuple[Name, tuple[Proof, ...]], ...]:
    """Who an article names, each with the first words that name them."""
    named = ((parts.name(record.id), record) for record in records)
    return tuple((name, parts.proofs(article_id, r.id, r.evidence[:1])) for name, r in named if name)


def _facts(parts: Parts, told: Mapping[str, Entry], facts: ArticleFacts) -> tuple[Fact, ...]:
    """Roles, claims, votes and events in the order of the text."""
    catalogue, article_id = parts.catalogue, facts.article.id
    anchors = {r.id: catalogue.anchors[article_id, r.id] for r in (*facts.claims, *facts.votes, *facts.events)}
    roles = [r for person in facts.people for r in catalogue.roles.get(person.id, ()) if r.article == article_id]
    found: list[tuple[Evident, Fact]] = [
        *((r.record, Fact(id=r.record.id, role=role_view(parts, r))) for r in roles),
        *((c, Fact(id=c.id, claim=parts.claim(anchors[c.id]))) for c in facts.claims),
        *_votes(parts, told, facts, anchors),
        *((e, Fact(id=e.id, event=told[anchors[e.id]].event)) for e in facts.events),
    ]
    found.sort(key=lambda pair: catalogue.place(article_id, pair[0].evidence[0]))
    return tuple(fact for _, fact in found)


def _votes(
    parts: Parts, told: Mapping[str, Entry], facts: ArticleFacts, anchors: Mapping[str, str]
) -> Iterator[tuple[Evident, Fact]]:
    """Each vote once, with what all articles tell of it and the evidence of this one."""
    own: dict[str, list[VoteEvent]] = defaultdict(list)
    for vote in parts.catalogue.in_order(facts.article.id, facts.votes):
        own[anchors[vote.id]].append(vote)
    for anchor, (first, *others) in own.items():
        shown = told[anchor].vote
        view = _as_told_in(facts.article.id, shown) if shown else None
        yield first, Fact(id=first.id, also=tuple(other.id for other in others), vote=view)


def _as_told_in(article_id: str, vote: VoteView) -> VoteView:
    page = record_uri(article_id)
    tellings = (one if one.article.page == page else replace(one, proofs=()) for one in vote.tellings)
    return replace(vote, tellings=tuple(tellings))


def _places(parts: Parts, facts: ArticleFacts, disputes: list[Discrepancy]) -> list[Place]:
    """Where the words of facts stand, and what each place links to."""
    catalogue, article_id = parts.catalogue, facts.article.id
    uri = record_uri(article_id)
    found = []
    told: tuple[Evident, ...] = (*facts.memberships, *facts.claims, *facts.votes, *facts.events)
    actors: tuple[Evident, ...] = (*facts.people, *facts.organizations)
    for record in told:
        link = Link(_KINDS[type(record)], Target(uri, record.id))
        for n, evidence in enumerate(record.evidence, start=1):
            anchor = f"at-{record.id}" if n == 1 else f"at-{record.id}-{n}"
            found.append(Place(catalogue.place(article_id, evidence), anchor, link))
    for actor in actors:
        found.append(Place(catalogue.place(article_id, actor.evidence[0]), f"at-{actor.id}", None))
    for discrepancy in disputes:
        link = Link("dispute", parts.dispute(discrepancy.id))
        for n, value in enumerate(discrepancy.values, start=1):
            if value.article == article_id:
                place = catalogue.place(article_id, value.evidence)
                found.append(Place(place, f"at-{discrepancy.id}-{n}", link))
    return found
