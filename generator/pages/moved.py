"""Stage pages: people and bodies that a person judged to be others in, a page at each old address that leads on out."""

from collections.abc import Collection, Iterator
from itertools import count, takewhile

from markupsafe import Markup

from generator.escape import address, text
from generator.pages.links import Links, part_uri, record_uri
from generator.pages.site import Site
from generator.pages.words import fill, say

_PAGE = Markup(
    '<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
    '<meta http-equiv="refresh" content="0; url={way}">\n<link rel="canonical" href="{way}">\n'
    "<title>{title}</title>\n</head>\n<body>\n<h1>{title}</h1>\n<p>{said}</p>\n</body>\n</html>\n"
)
_LINK = Markup('<a href="{}">{}</a>')


def moved(site: Site, lang: str, pages: Collection[str]) -> dict[str, str]:
    """HTML by its address; who is not on the site leads nowhere, for nothing is told of them.

    Further parts of an old page lead on too: it had no more than the page that tells of both.

    Args:
        site: what the pages show.
        lang: the language of the site's own words.
        pages: the addresses of all pages that the site has now.
    """
    names = {one.id: one.name for one in site.story.people} | {one.id: one.name for one in site.story.organizations}
    return dict(
        _page(site, lang, part_uri(record_uri(old), part), new, names[new])
        for old, new in site.merged.items()
        if new in names
        for part in _parts(record_uri(new), pages)
    )


def _parts(uri: str, pages: Collection[str]) -> Iterator[int]:
    return takewhile(lambda part: part == 1 or part_uri(uri, part) in pages, count(1))


def _page(site: Site, lang: str, uri: str, new: str, name: str) -> tuple[str, str]:
    links, lost = Links(site.options.directory_urls), site.options.words["lost"]
    way = address(links.way_up(uri) + links.path(record_uri(new)))
    said = fill(lost["merged"], name=_LINK.format(way, text(name)))
    title = text(say(lost["merged_title"], name=name))
    page = links.path(uri)
    where = f"{page}index.html" if page.endswith("/") else page
    return where, str(_PAGE.format(lang=text(lang), way=way, title=title, said=said))
