"""What programs read of a site, for tests: heads as JSON-LD, and the feed."""

import json
import re
from typing import Any

from generator.export.feed import feed
from generator.export.head import head
from generator.export.publication import Publication
from generator.pages import Site, plan

URL = "https://news.example/bridge/"
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def published(site: Site, url: str | None = URL) -> Publication:
    return Publication(
        name=site.options.name,
        description=None,
        url=url,
        directory_urls=True,
        articles={facts.article.id: facts.article for facts in site.story.articles},
        words=site.options.words,
    )


def heads(site: Site, url: str | None = URL) -> dict[str, str]:
    """The head of every page by its address."""
    return {page.uri: head(page, published(site, url)) for page in plan(site)}


def data(head: str) -> list[dict[str, Any]]:
    """The JSON-LD nodes of a page's head."""
    return [node for script in _SCRIPT.findall(head) for node in json.loads(script)["@graph"]]


def every_node(site: Site) -> dict[str, dict[str, Any]]:
    """Each record as the one page that tells it in full has it, by the last part of its id."""
    nodes = [node for page in heads(site).values() for node in data(page)]
    return {node.get("@id", "#site").rpartition("#")[2]: node for node in nodes}


def feed_of(site: Site, url: str | None = URL) -> bytes:
    return feed(plan(site), published(site, url))


def within(value: Any) -> list[dict[str, Any]]:
    """Every node in a piece of JSON-LD, itself included."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [*([value] if isinstance(value, dict) else []), *(node for part in parts for node in within(part))]
