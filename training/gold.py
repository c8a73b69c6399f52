"""Read the annotated articles whole: a folder's name comes in, articles with their gold facts go out."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.articles.text import text_of
from generator.model.article import Article
from training import corpora
from training.matching import Fact

PUBLISHED = re.compile(r"^published: *['\"]?(\d{4}-\d{2}-\d{2})", re.MULTILINE)


def annotated_articles(*folders: str) -> Iterator[tuple[Article, Fact]]:
    """Articles with the facts that people annotated; of the front matter only the date is read."""
    for path, facts in corpora.annotated(*folders):
        yield _article(path), yaml.load(facts.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _article(path: Path) -> Article:
    """An article with its text as a seed's is read, no-break spaces as spaces; its front matter need not be YAML."""
    front, body = text_of(path.read_bytes(), path.name)[0].split("\n---\n", 1)
    day = PUBLISHED.search(front)
    published = datetime.date.fromisoformat(day[1]) if day else None
    return Article(id=path.stem, path=path.name, text=body, published=published, sha256="")
