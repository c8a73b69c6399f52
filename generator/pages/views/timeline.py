"""Stage pages: What happened: all that has a place in time, each time shown as what it is, as one long list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.pages.views.facets import entry_facets, people
from generator.pages.views.filters import Facets, Filter, filters
from generator.pages.views.moments import RELATIVE, Entry, in_parts
from generator.pages.views.overview import Strip, overview
from generator.pages.views.page import Page, PartOf
from generator.pages.views.parts import Parts
from generator.pages.views.values import Name

LABELS = ("person", "kind", "article")


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
    facets: Mapping[str, Facets]
    filters: tuple[Filter, ...]
    overview: Strip | None


def pages(parts: Parts, found: Sequence[Entry]) -> Iterator[Page]:
    """The timeline, in parts."""
    words = parts.words
    strip = overview(found, words)
    for part, chunk in in_parts(found):
        facets = {entry.anchor: entry_facets(entry, words) for entry in chunk}
        view = TimelineView(
            stretches=stretches(chunk),
            total=len(found),
            part=part,
            overview=strip if part.number == 1 else None,
            facets=facets,
            filters=filters({key: words["filters"][key] for key in LABELS}, facets.values()),
        )
        title = part.title(words["titles"]["happened"], words)
        yield Page(
            uri=part.uri,
            title=title,
            template="what-happened.md.jinja",
            view=view,
            kind=words["kinds"]["events"],
            people=people({entry.anchor: facets[entry.anchor] for entry in chunk if entry.event}),
        )


def stretches(found: Sequence[Entry]) -> tuple[Stretch, ...]:
    """Entries in order, under their headings."""
    return tuple(
        Stretch(section=section, article=chunk[0].article if section == RELATIVE else None, entries=chunk)
        for (section, _), group in groupby(found, key=lambda entry: entry.key[:2])
        for chunk in (tuple(group),)
    )
