"""Read the annotated articles whole: a folder's name comes in, articles with their gold facts go out."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from generator.model.article import Article
from training import corpora
from training.matching import Fact
from training.news import article_body

PUBLISHED = re.compile(r"^published: *['\"]?(\d{4}-\d{2}-\d{2})", re.MULTILINE)


def annotated_articles(*folders: str) -> Iterator[tuple[Article, Fact]]:
    """Articles with the facts that people annotated; of the front matter only the date is read."""
    for path, facts in corpora.annotated(*folders):
        yield _article(path), yaml.load(facts.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _article(path: Path) -> Article:
    day = PUBLISHED.search(path.read_text(encoding="utf-8").split("\n---\n", 1)[0])
    published = datetime.date.fromisoformat(day[1]) if day else None
    return Article(id=path.stem, path=path.name, text=article_body(path), published=published, sha256="")
