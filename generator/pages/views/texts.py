"""Stage pages: Data and About: how the site is made, what it holds, and which files offer the facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.links import ABOUT, CHANGES, DATA
from generator.pages.quoting import LIMITS
from generator.pages.site import Export
from generator.pages.views.page import Page
from generator.pages.views.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class DataView:
    """The files that the site offers; the address of its feed; the page of changes."""

    changes: str | None
    exports: tuple[Export, ...]
    feed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """What the page that explains the site needs to know of it."""

    name: str
    articles: int
    decided: int
    longest: int


def pages(parts: Parts) -> Iterator[Page]:
    """The two pages; a page that people wrote at the same address stands in place of one."""
    site = parts.catalogue.site
    yield Page(
        uri=DATA,
        title=parts.words["titles"]["data"],
        template="data.md.jinja",
        view=DataView(
            changes=CHANGES if site.history is not None else None, exports=site.options.exports, feed=site.options.feed
        ),
    )
    view = AboutView(
        name=site.options.name,
        articles=len(parts.catalogue.facts),
        decided=sum(1 for marks in site.marks.values() if marks),
        longest=LIMITS[0],
    )
    yield Page(uri=ABOUT, title=parts.words["titles"]["about"], template="about.md.jinja", view=view)
