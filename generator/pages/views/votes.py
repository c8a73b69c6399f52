"""Stage pages: Votes: planned, held and called off, each in its own part of the list, in order of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.records import VoteEvent
from generator.model.words import VoteStatus
from generator.pages.catalogue import Catalogue
from generator.pages.catalogue import Entry as Told
from generator.pages.links import VOTES
from generator.pages.views.ballots import VoteView
from generator.pages.views.facets import entry_facets, people
from generator.pages.views.moments import Entry
from generator.pages.views.page import Page, PartOf, room, split
from generator.pages.views.parts import Parts
from generator.pages.views.stages import by_stage
from generator.pages.views.times import Key, key_of, time_of

ORDER = (VoteStatus.PLANNED, VoteStatus.HELD, VoteStatus.CALLED_OFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesView:
    """One part of the list; votes by their latest stage. `total_held` counts those on all parts."""

    planned: tuple[VoteView, ...]
    held: tuple[VoteView, ...]
    called_off: tuple[VoteView, ...]
    total_held: int
    part: PartOf


def vote_pages(catalogue: Catalogue) -> dict[str, str]:
    """The page of the list on which each vote stands, by the vote's anchor."""
    return {anchor: part.uri for part, chunk in _in_parts(catalogue) for anchor in chunk}


def pages(parts: Parts, timeline: Sequence[Entry]) -> Iterator[Page]:
    """The list of votes, in parts."""
    words = parts.words
    votes = {entry.anchor: entry.vote for entry in timeline if entry.vote}
    facets = {entry.anchor: entry_facets(entry, words) for entry in timeline if entry.vote}
    for part, chunk in _in_parts(parts.catalogue):
        shown = [votes[anchor] for anchor in chunk]
        by_status = {status: tuple(v for v in shown if v.first.status is status) for status in VoteStatus}
        view = VotesView(
            planned=by_status[VoteStatus.PLANNED],
            held=by_status[VoteStatus.HELD],
            called_off=by_status[VoteStatus.CALLED_OFF],
            total_held=sum(vote.first.status is VoteStatus.HELD for vote in votes.values()),
            part=part,
        )
        title = part.title(words["titles"]["votes"], words)
        yield Page(
            uri=part.uri,
            title=title,
            template="votes.md.jinja",
            view=view,
            kind=words["kinds"]["votes"],
            people=people({anchor: facets[anchor] for anchor in chunk}),
        )


def _in_parts(catalogue: Catalogue) -> list[tuple[PartOf, Sequence[str]]]:
    return split(VOTES, _plan(catalogue), room=lambda anchor: room(len(catalogue.votes[anchor].reports)))


def _plan(catalogue: Catalogue) -> list[str]:
    """Every vote's anchor, in the order of the list."""

    def place(entry: Told[VoteEvent]) -> tuple[int, Key]:
        latest = by_stage(entry.reports)[0]
        published = catalogue.article(latest.article).published
        when = time_of(latest.record.when, published, catalogue.site.options.words)
        return ORDER.index(latest.record.status), key_of(when)

    return [entry.anchor for entry in sorted(catalogue.votes.values(), key=place)]
