"""Layer 3: a page's records as JSON-LD in schema.org's terms, each told in full on one page only, elsewhere by id.

Claims stand on the pages of Who said what, events on those of What happened, votes on Votes, people, organizations and
articles on their own. A vote or an event still to come is EventScheduled; what was held carries no status at all.
"""

from collections.abc import Iterator

from generator import escape
from generator.export import telling
from generator.export.linked_claims import ClaimNodes, Json, known
from generator.export.publication import Publication
from generator.model.words import Classification, Tense, VoteStatus
from generator.pages import Page
from generator.pages.links import HOME, Target
from generator.pages.views.articles import ArticleView
from generator.pages.views.ballots import VoteView
from generator.pages.views.events import EventView
from generator.pages.views.ledger import LedgerView
from generator.pages.views.person import ActorView
from generator.pages.views.roles import Post
from generator.pages.views.timeline import TimelineView
from generator.pages.views.times import Time
from generator.pages.views.values import QUOTED, Name
from generator.pages.views.votes import VotesView
from generator.pages.words import say

CONTEXT = "https://schema.org"
SCHEDULED, CANCELLED = f"{CONTEXT}/EventScheduled", f"{CONTEXT}/EventCancelled"
STATUSES = {VoteStatus.PLANNED: SCHEDULED, VoteStatus.CALLED_OFF: CANCELLED}
TYPES = {
    Classification.PARTY: "PoliticalParty",
    Classification.GOVERNMENT: "GovernmentOrganization",
    Classification.DEPARTMENT: "GovernmentOrganization",
    Classification.COMPANY: "Corporation",
    Classification.MEDIA: "NewsMediaOrganization",
}
"""The kinds of organization that schema.org has a word for; all others are an Organization."""


def linked_data(page: Page, site: Publication) -> Json | None:
    """What a page tells of its records; None where it repeats what other pages tell."""
    nodes = list(_nodes(page, _Nodes(site, page.uri)))
    return {"@context": CONTEXT, "@graph": nodes} if nodes else None


def _nodes(page: Page, make: "_Nodes") -> Iterator[Json]:
    view = page.view
    if page.uri == HOME:
        yield make.site()
    elif isinstance(view, LedgerView):
        yield from (make.claims.claim(claim) for group in view.groups for claim in group.claims)
    elif isinstance(view, TimelineView):
        entries = (entry for stretch in view.stretches for entry in stretch.entries)
        yield from (make.event(entry.event) for entry in entries if entry.event)
    elif isinstance(view, VotesView):
        yield from (make.vote(vote) for vote in (*view.planned, *view.held, *view.called_off))
    elif isinstance(view, ActorView) and view.part.number == 1:
        yield make.actor(view)
    elif isinstance(view, ArticleView):
        yield make.article(view)


class _Nodes:
    """Makes the nodes of one page."""

    def __init__(self, site: Publication, page: str) -> None:
        self.claims = ClaimNodes(site, page)
        self._site = site
        self._page = page
        self._words = site.words

    def site(self) -> Json:
        """The site itself."""
        url = self._site.url
        return {"@type": "WebSite"} | known(name=self._site.name, description=self._site.about, url=url)

    def actor(self, actor: ActorView) -> Json:
        """A person or an organization; each role as articles report it, with whether it is held."""
        kind = TYPES.get(Classification(actor.kind), "Organization") if actor.kind else "Organization"
        own = {"memberOf": [self._role(post) for post in actor.posts]} if actor.is_person else {}
        return {"@type": "Person" if actor.is_person else kind} | known(
            **{"@id": self._site.identity(Name(actor.name, self._page), self._page)},
            url=self._site.address(self._page, self._page),
            name=actor.name,
            alternateName=list(actor.other_names),
            honorificPrefix=actor.honorific,
            subjectOf=[self.claims.article(article) for article in actor.articles],
            **own,
        )

    def _role(self, post: Post) -> Json:
        first = post.first
        tense = "" if first.tense == Tense.CURRENT else f" ({self._words['roles'][first.tense]})"
        bodies = self.claims.names(body for body in (first.organization, first.party) if body)
        return {"@type": "OrganizationRole", "roleName": first.role + tense} | known(
            memberOf=bodies, subjectOf=[self.claims.article(article) for article in post.articles[:QUOTED]]
        )

    def article(self, view: ArticleView) -> Json:
        """An article: what is known of it, where the original stands, and whom it names."""
        heading = view.heading
        record = self._site.articles[heading.name.id]
        named = (name for name, _ in (*view.people, *view.organizations))
        return self.claims.article(heading.name) | known(
            name=heading.name.words,
            headline=record.title,
            url=heading.original,
            datePublished=record.published,
            creditText=heading.author,
            publisher=known(**{"@type": "Organization"}, name=heading.publisher) if heading.publisher else None,
            license=escape.web_address(heading.licence),
            copyrightNotice=None if escape.web_address(heading.licence) else heading.licence,
            mentions=self.claims.names(dict.fromkeys(named)),
        )

    def event(self, event: EventView) -> Json:
        """An event in an article's words."""
        told = [
            *(self.claims.article(article) for article in event.articles[:QUOTED]),
            *self.claims.denied(event.proofs),
        ]
        return self._event(Target(self._page, event.anchor), event.when) | known(
            name=telling.in_marks(event.what),
            description=event.when.label or event.when.as_written if event.when else None,
            eventStatus=SCHEDULED if event.when and event.when.is_ahead else None,
            location=known(**{"@type": "Place"}, name=event.place) if event.place else None,
            about=self.claims.names(event.participants),
            subjectOf=told,
        )

    def vote(self, vote: VoteView) -> Json:
        """A vote: what it is or was on, where, and how articles that tell of its latest stage say it ended."""
        status = vote.first.status
        articles = dict.fromkeys(one.article for one in vote.tellings)
        told = [*(self.claims.article(article) for article in [*articles][:QUOTED]), *self.claims.denied(vote.proofs)]
        return self._event(vote.page, vote.first.when) | known(
            name=telling.vote_title(vote, self._words),
            eventStatus=STATUSES.get(status),
            description=self._outcomes(vote) if status is VoteStatus.HELD else self._words["votes"][status],
            organizer=self.claims.name(vote.body) if vote.body else None,
            subjectOf=told,
        )

    def _outcomes(self, vote: VoteView) -> str:
        reported = self._words["roles"]["reported_by"]
        return " ".join(
            f"{telling.outcome(one, self._words)[:-1]}, {say(reported, article=one.article.words)}."
            for one in vote.outcomes
        )

    def _event(self, place: Target, when: Time | None) -> Json:
        """An event's identity, and its day where it is one; of several days, in which of them is not known."""
        return {"@type": "Event"} | known(
            **{"@id": self._site.address(place, self._page)},
            startDate=when.machine if when else None,
        )
