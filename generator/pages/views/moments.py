"""Stage pages: everything with a place in time: the story in, events, votes and dated claims in one order out.

A claim that is told within another one stands beside that one only: when it was made, the article does not say.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.words import VoteStatus
from generator.pages.links import TIMELINE
from generator.pages.views.ballots import VoteView, vote_view
from generator.pages.views.events import EventView, event_view
from generator.pages.views.page import PartOf, room, split
from generator.pages.views.parts import Parts
from generator.pages.views.times import Key, Time, key_of
from generator.pages.views.values import ClaimView, Name

DATED, RELATIVE, UNTIMED, TO_COME = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event, vote or claim on the timeline; exactly one of the three is there."""

    when: Time | None
    section: int
    articles: tuple[Name, ...]
    event: EventView | None = None
    vote: VoteView | None = None
    claim: ClaimView | None = None

    @property
    def anchor(self) -> str:
        """The place of its event, vote or claim on the pages that list them."""
        shown = self.event or self.vote or self.claim
        if shown is None:
            raise ValueError("an entry of the timeline without an event, a vote or a claim")
        return shown.anchor

    @property
    def article(self) -> Name:
        """The first article that tells of it."""
        return self.articles[0]

    @property
    def when_is_ahead(self) -> bool:
        """Whether its time lies after its article was published."""
        return self.when is not None and self.when.is_ahead

    @property
    def is_to_come(self) -> bool:
        """Whether it was still to come when its articles were written."""
        return self.section == TO_COME

    def is_before(self, day: datetime.date) -> bool:
        """Whether its time is known to have ended before a day."""
        section, _, last = key_of(self.when)
        return section == DATED and last < day.toordinal()

    @property
    def key(self) -> tuple[int, str, Key]:
        """Its place: by section; times that only an undated article gives are kept together."""
        return self.section, self.article.id if self.section == RELATIVE else "", key_of(self.when)


def entries(parts: Parts) -> list[Entry]:
    """All entries in order."""
    found = (*_events(parts), *_votes(parts), *_claims(parts))
    return sorted(found, key=lambda entry: entry.key)


def in_parts(found: Sequence[Entry]) -> list[tuple[PartOf, Sequence[Entry]]]:
    """Which entries stand on which part of the timeline."""
    return split(TIMELINE, found, room=lambda entry: room(len(entry.articles)))


def _events(parts: Parts) -> Iterator[Entry]:
    for event in parts.catalogue.events.values():
        view = event_view(parts, event)
        section = TO_COME if view.when and view.when.is_ahead else _section(view.when)
        yield Entry(when=view.when, section=section, articles=view.articles, event=view)


def _votes(parts: Parts) -> Iterator[Entry]:
    for vote in parts.catalogue.votes.values():
        view = vote_view(parts, vote)
        when = view.first.when
        section = TO_COME if view.first.status is VoteStatus.PLANNED else _section(when)
        articles = tuple(dict.fromkeys(telling.article for telling in view.tellings))
        yield Entry(when=when, section=section, articles=articles, vote=view)


def _claims(parts: Parts) -> Iterator[Entry]:
    for anchor, said in parts.catalogue.claims.items():
        when = parts.time(said.reports[0])
        if when and when.kind != "as written" and said.record.nested_in is None:
            claim = parts.claim(anchor)
            yield Entry(when=when, section=_section(when), articles=claim.articles, claim=claim)


def _section(when: Time | None) -> int:
    return key_of(when)[0]
