"""Layer 3: search by Pagefind, where a site asks for it: marks for pages, and the index of a built site beside it."""

import asyncio
import json
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from markupsafe import Markup

from generator import escape
from generator.pages import Page
from generator.pages.words import Words

FOLDER = "pagefind"
STEADY = 0.5
"""Seconds for which an index has to stay as it is."""
MOST_PEOPLE = 1000
"""How many people are offered to narrow results by: with 36,840 of them the box showed no result within a minute."""
NOT_FOUND = ["[data-search-exclude]:not(h1)", ".headerlink"]
"""What no search finds: evidence that stands on another page as well, and the marks of permalinks.

A page's first heading is found: Pagefind calls the page by it."""
_FILTER = Markup('<meta name="{0}" content="{1}" data-pagefind-filter="{0}[content]">')
_SHOWN = Markup('<meta name="{0}" content="{1}" data-pagefind-filter="{0}[content]" data-pagefind-meta="{0}[content]">')
_BODY = Markup("<div data-pagefind-body>\n{}\n</div>")
_WORDS = Markup('<meta name="ex-search" content="{}">')


def found(html: str) -> str:
    """A page's content, marked as what Pagefind finds; pages without the mark are not in its index."""
    return _BODY.format(Markup(html))


def box(words: Words) -> Markup:
    """The element of a page's head that gives the script of the search box its words."""
    return _WORDS.format(escape.text(json.dumps({"search": words["search"], "pagefind": words["pagefind"]})))


def offers_people(pages: Iterable[Page]) -> bool:
    """Whether a site has so few people that readers can pick one from a list: the box draws every name of it."""
    return len(set(chain.from_iterable(map(_names, pages)))) <= MOST_PEOPLE


def facets(page: Page, words: Words, *, with_people: bool) -> Markup:
    """The elements of a page's head that tell what kind of thing the page is, and who is meant on it."""
    labels = words["search"]
    people = sorted(_names(page)) if with_people else []
    kinds = [_SHOWN.format(escape.text(labels["kinds"]), escape.text(page.kind))] if page.kind else []
    return Markup("\n").join([*kinds, *(_FILTER.format(escape.text(labels["people"]), escape.text(n)) for n in people)])


def _names(page: Page) -> set[str]:
    return {name for who in page.people.values() for _, name in who}


def index(site: Path) -> None:
    """Write Pagefind's index and its scripts into a built site."""
    asyncio.run(_index(site))


async def _index(site: Path) -> None:
    # Only sites that ask for Pagefind have it.
    from pagefind.index import IndexConfig
    from pagefind.service import PagefindService

    config = IndexConfig(exclude_selectors=NOT_FOUND, output_path=str(site / FOLDER))
    async with PagefindService() as service:
        pages = await service.create_index(config=config)
        await pages.add_directory(str(site))
        await pages.write_files()
        await _settled(site / FOLDER)


async def _settled(folder: Path) -> None:
    """Wait until no file grows any more: Pagefind says that it has written before it has, and is then ended."""
    before: dict[Path, int] = {}
    while (now := {path: path.stat().st_size for path in folder.rglob("*")}) != before:
        before = now
        await asyncio.sleep(STEADY)
