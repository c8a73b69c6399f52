"""Layer 1: the facts on disk: YAML out and in, checks, evidence, and what people decided about them."""

from generator.facts.apply import apply
from generator.facts.changes import changes
from generator.facts.check import check_facts
from generator.facts.names_file import listed_bodies
from generator.facts.publishing import publish
from generator.facts.review import read_review
from generator.facts.store import (
    article_path,
    read_article_facts,
    remove_others,
    write_article_facts,
    write_schemas,
    write_story,
)

__all__ = [
    "apply",
    "article_path",
    "changes",
    "check_facts",
    "listed_bodies",
    "publish",
    "read_article_facts",
    "read_review",
    "remove_others",
    "write_article_facts",
    "write_schemas",
    "write_story",
]
