"""Stage pages: a page's Markdown comes in, it goes out with its blocks of HTML set aside; they are put back behind it.

Markdown leaves HTML as it is, but looks at each tag of it several times, which took a third of a build: generated pages
are headings in Markdown between blocks of HTML, and only the headings have to go through.
"""

import re
from collections.abc import Iterator

from markdown.util import BLOCK_LEVEL_ELEMENTS

_HEADING = re.compile(r"^(#{1,6} .*)$", re.MULTILINE)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*+|/)?>")
_ID = re.compile(r'\sid="([^"<>]+)"')
_EMPTY = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
"""The elements that have no end tag."""
_BLOCKS = frozenset(BLOCK_LEVEL_ELEMENTS)
"""The elements that Markdown does not take for a part of a paragraph."""
_PLACE = '<div data-ex-html="{}"></div>'
_PLACES = re.compile(_PLACE.format(r"(\d+)"))


def set_aside(markdown: str) -> tuple[str, list[str]]:
    """The Markdown with a place in the stead of each stretch that is HTML alone, and those stretches by their places.

    A stretch ends at a heading. One that is not certain to be whole elements stays, so that Markdown sees to it.
    """
    parts: list[str] = []
    written = []
    for stretch in _HEADING.split(markdown):
        if is_whole(stretch):
            written.append(f"\n{_PLACE.format(len(parts))}\n\n")
            parts.append(stretch.strip())
        else:
            written.append(stretch)
    return "".join(written), parts


def put_back(html: str, parts: list[str]) -> str:
    """The page with every stretch in its place again."""
    return _PLACES.sub(lambda place: parts[int(place[1])], html) if parts else html


def is_whole(stretch: str) -> bool:
    """Whether a text is whole block elements with nothing between them but white space."""
    depth = done = 0
    for tag in _TAG.finditer(stretch):
        end, name = tag.groups()
        if depth == 0 and (stretch[done : tag.start()].strip() or name not in _BLOCKS):
            return False
        if end:
            depth -= 1
            if depth < 0:
                return False
        elif name not in _EMPTY and stretch[tag.end() - 2] != "/":
            depth += 1
        done = tag.end()
    return done > 0 and depth == 0 and not stretch[done:].strip()


def ids(parts: list[str]) -> Iterator[str]:
    """The ids of elements in what was set aside."""
    for part in parts:
        yield from _ID.findall(part)
