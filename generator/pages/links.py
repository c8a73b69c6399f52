"""Stage pages: where everything stands: record ids in, page addresses and links between pages out."""

import re
from dataclasses import dataclass

from markupsafe import Markup

from generator.errors import FactsError
from generator.pages.escape import address

HOME = "index.md"
PEOPLE = "who/index.md"
TIMELINE = "what-happened.md"
LEDGER = "who-said-what.md"
VOTES = "votes.md"
DISPUTED = "disputed.md"
UNKNOWN = "unknown.md"
REVIEW = "to-review.md"
ARTICLES = "articles/index.md"
DATA = "data.md"
ABOUT = "about.md"

_FOLDERS = {"per": "who", "org": "who", "art": "articles"}
_RECORD = re.compile(r"(per|org|art)-[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Target:
    """A page, and a place on it."""

    uri: str
    anchor: str = ""


def record_uri(record_id: str) -> str:
    """The page of a person, an organization or an article.

    Raises:
        FactsError: the id is none of theirs; whatever it holds never becomes a path.
    """
    if not _RECORD.fullmatch(record_id):
        raise FactsError(f"{record_id!r} is not the id of a person, an organization or an article")
    return f"{_FOLDERS[record_id[:3]]}/{record_id}.md"


def part_uri(uri: str, part: int) -> str:
    """The n-th part, counted from 1, of a page that is split: the first keeps the page's own address."""
    return uri if part == 1 else f"{uri.removesuffix('.md').removesuffix('/index')}/{part}.md"


@dataclass(frozen=True, slots=True)
class Links:
    """Links from one page to any other, relative, as the site will serve them."""

    page: str
    directory_urls: bool

    def __call__(self, target: Target | str) -> Markup:
        """The relative address of a page or of a place on it, as an attribute's value."""
        return address(self.to(target))

    def to(self, target: Target | str) -> str:
        """The relative address of a page or of a place on it."""
        place = Target(target) if isinstance(target, str) else target
        anchor = f"#{place.anchor}" if place.anchor else ""
        if place.uri == self.page and anchor:
            return anchor
        return (self._up() + self._address(place.uri) or "./") + anchor

    def _address(self, uri: str) -> str:
        if not uri.endswith(".md"):
            return uri
        stem = uri.removesuffix(".md")
        if not self.directory_urls:
            return stem + ".html"
        folder = stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem + "/"
        return folder

    def _up(self) -> str:
        return "../" * self._address(self.page).count("/")
