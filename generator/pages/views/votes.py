"""Stage pages: Votes: planned, held and called off, each in its own part of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.words import VoteStatus
from generator.pages.links import VOTES
from generator.pages.views.facts import VoteView
from generator.pages.views.moments import Entry
from generator.pages.views.page import Page
from generator.pages.views.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesView:
    """Votes by their latest stage, each list in order of time."""

    planned: tuple[VoteView, ...]
    held: tuple[VoteView, ...]
    called_off: tuple[VoteView, ...]


def pages(parts: Parts, timeline: Sequence[Entry]) -> Iterator[Page]:
    """The one page of votes."""
    votes = [entry.vote for entry in timeline if entry.vote]
    by_status = {status: tuple(v for v in votes if v.first.status is status) for status in VoteStatus}
    view = VotesView(
        planned=by_status[VoteStatus.PLANNED],
        held=by_status[VoteStatus.HELD],
        called_off=by_status[VoteStatus.CALLED_OFF],
    )
    words = parts.words
    yield Page(
        uri=VOTES, title=words["titles"]["votes"], template="votes.md.jinja", view=view, kind=words["kinds"]["votes"]
    )
