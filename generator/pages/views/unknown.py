"""Stage pages: What we don't know: the gaps in the facts, each kind counted and listed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.ids import fold
from generator.model.words import Attribution, VoteStatus
from generator.pages.links import UNKNOWN
from generator.pages.views.moments import UNTIMED, Entry
from generator.pages.views.page import Page
from generator.pages.views.scope import Scope
from generator.pages.views.values import ClaimView, Name


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownView:
    """The gaps.

    Attributes:
        undated: articles whose day of publication is not known.
        unnamed: claims of sources that articles leave unnamed.
        unattributed: claims for which articles give no source at all.
        unresolved: claims whose source is a pronoun or a description, and who is meant could not be worked out.
        uncounted: held votes for which no count was reported.
        undated_votes: planned votes for which no time was given.
        untimed: events for which no time was given.
        without_role: people whose role no article gives.
        stale: review decisions that no longer fit the facts.
    """

    undated: tuple[Name, ...]
    unnamed: tuple[ClaimView, ...]
    unattributed: tuple[ClaimView, ...]
    unresolved: tuple[ClaimView, ...]
    uncounted: tuple[Entry, ...]
    undated_votes: tuple[Entry, ...]
    untimed: tuple[Entry, ...]
    without_role: tuple[Name, ...]
    stale: tuple[str, ...]


def pages(whole: Scope) -> Iterator[Page]:
    """The one page of gaps."""
    title = whole.parts.words["titles"]["unknown"]
    yield Page(uri=UNKNOWN, title=title, template="unknown.md.jinja", view=unknown(whole))


def unknown(scope: Scope) -> UnknownView:
    """All gaps."""
    parts, catalogue, timeline = scope.parts, scope.parts.catalogue, scope.timeline
    claims = [parts.claim(anchor) for anchor in scope.claims]
    people = sorted(scope.people, key=lambda person: fold(person.sort_name))
    undated = (article for article in scope.articles if not catalogue.article(article).published)
    return UnknownView(
        undated=tuple(parts.article(article) for article in undated),
        unnamed=_attributed(claims, Attribution.UNNAMED),
        unattributed=_attributed(claims, Attribution.UNATTRIBUTED),
        unresolved=tuple(c for c in claims if c.brief.source.attribution.is_named and not c.brief.source.speakers),
        uncounted=tuple(e for e in timeline if e.vote and e.vote.first.status is VoteStatus.HELD and not _counted(e)),
        undated_votes=tuple(
            e for e in timeline if e.vote and e.vote.first.status is VoteStatus.PLANNED and e.when is None
        ),
        untimed=tuple(e for e in timeline if e.event and e.section == UNTIMED),
        without_role=tuple(parts.actor(person) for person in people if person.id not in catalogue.roles),
        stale=tuple(catalogue.site.stale),
    )


def _attributed(claims: Sequence[ClaimView], attribution: Attribution) -> tuple[ClaimView, ...]:
    return tuple(claim for claim in claims if claim.brief.source.attribution is attribution)


def _counted(entry: Entry) -> bool:
    tellings = entry.vote.tellings if entry.vote else ()
    return any(tally.number is not None for telling in tellings for tally in telling.tallies)
