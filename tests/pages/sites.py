"""Sites to test pages with: the invented story, and pages turned into HTML as MkDocs does."""

import datetime
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import markdown
import yaml

from generator.model.article import Article
from generator.model.facts import ArticleFacts
from generator.pages import Site
from generator.resolve import resolve
from generator.resolve.stories import storylines

STORY = Path(__file__).with_name("story.yml")
EXTENSIONS = (
    "toc",
    "tables",
    "fenced_code",
    "attr_list",
    "md_in_html",
    "footnotes",
    "abbr",
    "def_list",
    "admonition",
    "pymdownx.details",
    "pymdownx.emoji",
    "pymdownx.magiclink",
    "pymdownx.superfences",
    "pymdownx.snippets",
    "pymdownx.tilde",
    "pymdownx.caret",
    "pymdownx.mark",
    "pymdownx.critic",
    "pymdownx.keys",
    "pymdownx.smartsymbols",
    "pymdownx.tasklist",
)


def article_of(facts: ArticleFacts, text: str) -> Article:
    """The article that facts were read from."""
    record = facts.article
    return Article(
        id=record.id,
        path=record.path,
        text=text,
        title=record.title,
        publisher=record.publisher,
        author=record.author,
        url=record.url,
        published=datetime.date.fromisoformat(record.published) if record.published else None,
        licence=record.licence,
        sha256=record.sha256,
    )


def site_of(told: list[dict[str, Any]], **more: Any) -> Site:
    """A site of articles given as {text, facts}."""
    facts = [ArticleFacts.model_validate(each["facts"]) for each in told]
    articles = {f.article.id: article_of(f, each["text"]) for f, each in zip(facts, told, strict=True)}
    story = resolve(facts)
    return Site(story=replace(story, storylines=storylines(story.articles)), articles=articles, **more)


@cache
def told() -> list[dict[str, Any]]:
    """The invented story as YAML gives it."""
    return yaml.safe_load(STORY.read_text(encoding="utf-8"))


def html(page: str) -> str:
    """A page's HTML, with more Markdown extensions than any site uses."""
    _, _, body = page.removeprefix("---\n").partition("\n---\n")
    return in_markdown(body)


def in_markdown(body: str, extensions: tuple[str, ...] = EXTENSIONS) -> str:
    """The HTML that Markdown makes of a text, nothing left over of the text before."""
    return _markdown(extensions).reset().convert(body)


@cache
def _markdown(extensions: tuple[str, ...]) -> markdown.Markdown:
    """To load the extensions takes longer than most texts."""
    return markdown.Markdown(extensions=extensions)
