"""Stage pages: a story and its articles in, every page of the site as Markdown out, by address; nothing is written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.pages.catalogue import Catalogue
from generator.pages.render import Renderer
from generator.pages.site import Export, Options, Site
from generator.pages.views import (
    articles,
    changes,
    corrections,
    disputed,
    home,
    ledger,
    moments,
    person,
    review,
    stories,
    texts,
    timeline,
    unknown,
    votes,
    who,
)
from generator.pages.views.held import HeldNotes
from generator.pages.views.page import Page
from generator.pages.views.parts import Parts
from generator.pages.views.scope import Scopes

__all__ = ["Export", "Options", "Page", "Site", "build", "parts_of", "plan", "render"]


def build(site: Site) -> dict[str, str]:
    """All pages, as Markdown with YAML front matter, by their address in the docs folder (`who/per-….md`).

    Raises:
        FactsError: an id in the story cannot be a page's address.
        SettingsError: a replaced template cannot be read or asks for what is not there.
    """
    return dict(render(plan(site), site.options))


def plan(site: Site) -> list[Page]:
    """What every page shows, before it is rendered; FactsError as `build`."""
    parts = parts_of(site)
    notes = HeldNotes(parts)
    return [replace(page, held=notes.of(page.uri)) for page in _pages(parts)]


def parts_of(site: Site) -> Parts:
    """What pages are made of, each with the page that it stands on; FactsError as `build`."""
    catalogue = Catalogue(site)
    places = (ledger.claim_pages(catalogue), votes.vote_pages(catalogue), disputed.dispute_pages(catalogue))
    return Parts(catalogue, *places)


def render(planned: Iterable[Page], options: Options) -> Iterator[tuple[str, str]]:
    """Planned pages as `build` gives them, one after the other; SettingsError as there."""
    return Renderer(options).render_all(planned)


def _pages(parts: Parts) -> Iterator[Page]:
    told = moments.entries(parts)
    scopes = Scopes(parts, told)
    found = stories.stories(scopes)
    yield from home.pages(scopes.whole, [story.headline for story in found])
    yield from stories.pages(parts, found)
    yield from who.pages(scopes.whole)
    yield from person.pages(parts, told)
    yield from timeline.pages(parts, told)
    yield from ledger.pages(parts)
    yield from votes.pages(parts, told)
    yield from disputed.pages(scopes.whole)
    yield from unknown.pages(scopes.whole)
    yield from review.pages(parts)
    yield from articles.pages(parts, told, stories.by_article(found))
    yield from changes.pages(parts)
    yield from corrections.pages(parts)
    yield from texts.pages(parts)
