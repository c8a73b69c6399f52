"""Stage pages: What happened: events, votes and dated claims in one order, each time shown as what it is.

A claim that is told within another one stands beside that one only: when it was made, the article does not say.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.words import VoteStatus
from generator.pages.links import TIMELINE
from generator.pages.views.facts import EventView, VoteView, event_view, key_of, vote_view
from generator.pages.views.page import Page, PartOf, split
from generator.pages.views.parts import ClaimView, Name, Parts
from generator.pages.views.times import Key, Time

DATED, RELATIVE, UNTIMED, TO_COME = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One event, vote or claim on the timeline; exactly one of the three is there."""

    when: Time | None
    section: int
    article: Name
    article_id: str
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
    def key(self) -> tuple[int, str, Key]:
        """Its place: by section; times that only an undated article gives are kept together."""
        return self.section, self.article_id if self.section == RELATIVE else "", key_of(self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Entries under one heading: `article` is set where days are counted from its unknown day of publication."""

    section: int
    article: Name | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """One part of the timeline."""

    stretches: tuple[Stretch, ...]
    total: int
    part: PartOf


def entries(parts: Parts) -> list[Entry]:
    """All entries in order."""
    catalogue, found = parts.catalogue, []
    for event in catalogue.events.values():
        view = event_view(parts, event)
        section = TO_COME if view.when and view.when.is_ahead else _section(view.when)
        found.append(Entry(when=view.when, section=section, article=view.article, article_id=event.article, event=view))
    for vote in catalogue.votes.values():
        shown = vote_view(parts, vote)
        when, article = shown.first.when, shown.first.article
        section = TO_COME if shown.first.status is VoteStatus.PLANNED else _section(when)
        found.append(Entry(when=when, section=section, article=article, article_id=vote.article, vote=shown))
    for anchor, said in catalogue.claims.items():
        when = parts.time(said.reports[0])
        if when and when.kind != "as written" and said.record.nested_in is None:
            claim = parts.claim(anchor)
            article = claim.brief.article
            found.append(
                Entry(when=when, section=_section(when), article=article, article_id=said.article, claim=claim)
            )
    return sorted(found, key=lambda entry: entry.key)


def pages(found: Sequence[Entry]) -> Iterator[Page]:
    """The timeline, in parts."""
    for part, chunk in split(TIMELINE, found):
        title = "What happened" if part.number == 1 else f"What happened, part {part.number}"
        view = TimelineView(stretches=stretches(chunk), total=len(found), part=part)
        yield Page(uri=part.uris[part.number - 1], title=title, template="what-happened.md.jinja", view=view)


def stretches(found: Sequence[Entry]) -> tuple[Stretch, ...]:
    """Entries in order, under their headings."""
    return tuple(
        Stretch(section=section, article=chunk[0].article if section == RELATIVE else None, entries=chunk)
        for (section, _), group in groupby(found, key=lambda entry: entry.key[:2])
        for chunk in (tuple(group),)
    )


def _section(when: Time | None) -> int:
    return key_of(when)[0]
