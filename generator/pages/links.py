"""Stage pages: where everything stands: record ids in, page addresses and links between pages out."""

import re
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from generator.errors import FactsError
from generator.escape import address

HOME = "index.md"
STORIES = "stories/index.md"
PEOPLE = "who/index.md"
TIMELINE = "what-happened.md"
LEDGER = "who-said-what.md"
VOTES = "votes.md"
DISPUTED = "disputed.md"
UNKNOWN = "unknown.md"
REVIEW = "to-review.md"
CHANGES = "changes.md"
CORRECTIONS = "corrections.md"
ARTICLES = "articles/index.md"
DATA = "data.md"
ABOUT = "about.md"

_FOLDERS = {"per": "who", "org": "who", "art": "articles", "sto": "stories"}
_RECORD = re.compile(r"(per|org|art|sto)-[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Target:
    """A page, and a place on it."""

    uri: str
    anchor: str = ""


@cache
def record_uri(record_id: str) -> str:
    """The page of a person, an organization, an article or a story; one string, however often it is linked to.

    Raises:
        FactsError: the id is none of theirs; whatever it holds never becomes a path.
    """
    if not _RECORD.fullmatch(record_id):
        raise FactsError(f"{record_id!r} is not the id of a person, an organization, an article or a story")
    return f"{_FOLDERS[record_id[:3]]}/{record_id}.md"


def part_uri(uri: str, part: int) -> str:
    """The n-th part, counted from 1, of a page that is split: the first keeps the page's own address."""
    return uri if part == 1 else f"{uri.removesuffix('.md').removesuffix('/index')}/{part}.md"


ROOT = "\0"
"""Stands for the way from a page up to the site's root until it is known which page; no text that is shown holds it."""


@dataclass(frozen=True, slots=True)
class Links:
    """Links to any page, as the site will serve it; the same text serves on every page until it is placed on one."""

    directory_urls: bool

    def __call__(self, target: Target | str) -> Markup:
        """The address of a page or of a place on it from `ROOT`, as an attribute's value."""
        return Markup(ROOT) + address(self.path(target))

    def path(self, target: Target | str) -> str:
        """The address of a page or of a place on it from the site's root; empty for the root itself."""
        place = Target(target) if isinstance(target, str) else target
        anchor = f"#{place.anchor}" if place.anchor else ""
        return self._address(place.uri) + anchor

    def way_up(self, page: str) -> str:
        """The way from a page to the site's root; empty where it stands there."""
        return "../" * self._address(page).count("/")

    def placed(self, body: str, page: str) -> str:
        """A page's text with its links relative to that page; those to places on the page itself are anchors alone.

        A name that would lead to the page that it stands on is text: on a person's page it stands on every card.
        """
        own = self._address(page)
        up = self.way_up(page)
        body = body.replace(f"{ROOT}{address(own)}#", "#")
        before, *after = body.split(f'<a href="{ROOT}{address(own)}">')
        body = before + "".join(rest.replace("</a>", "", 1) for rest in after)
        return body.replace(f'{ROOT}"', f'{up or "./"}"').replace(ROOT, up)

    def _address(self, uri: str) -> str:
        if not uri.endswith(".md"):
            return uri
        stem = uri.removesuffix(".md")
        if not self.directory_urls:
            return stem + ".html"
        return stem.removesuffix("index") if stem == "index" or stem.endswith("/index") else stem + "/"
