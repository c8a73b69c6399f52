"""Stage pages: what happened, or is to happen, as values for templates."""

from dataclasses import dataclass

from generator.model.records import Event
from generator.pages.catalogue import Entry
from generator.pages.quoting import Quotation, quote
from generator.pages.views.marks import MarkView
from generator.pages.views.parts import Parts
from generator.pages.views.times import Time
from generator.pages.views.values import Name, Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """Something that happened or is to happen, in an article's words."""

    anchor: str
    what: Quotation
    participants: tuple[Name, ...]
    place: str | None
    when: Time | None
    articles: tuple[Name, ...]
    proofs: tuple[Proof, ...]
    marks: tuple[MarkView, ...]


def event_view(parts: Parts, entry: Entry[Event]) -> EventView:
    """An event for templates."""
    event = entry.record
    return EventView(
        anchor=entry.anchor,
        what=quote(event.what, parts.limit(entry.article)),
        participants=parts.names(event.participants),
        place=event.place,
        when=parts.time(entry.reports[0]),
        articles=parts.articles(entry),
        proofs=tuple(p for r in entry.reports for p in parts.proofs(r.article, r.record.id, r.record.evidence)),
        marks=parts.marks(*(r.record for r in entry.reports)),
    )
