"""Layer 1: the facts on disk: YAML out and in, checks, evidence, and what people decided about them."""

from generator.facts.apply import Applied, apply
from generator.facts.changes import changes
from generator.facts.check import FactsCheck
from generator.facts.names_file import listed_bodies
from generator.facts.publishing import publish
from generator.facts.review import read_review
from generator.facts.store import (
    article_path,
    facts_in,
    is_as_written,
    read_article_facts,
    read_article_file,
    remove_others,
    write_article_facts,
    write_schemas,
    write_story,
)
from generator.facts.yaml_in import FactsFile

__all__ = [
    "Applied",
    "FactsCheck",
    "FactsFile",
    "apply",
    "article_path",
    "changes",
    "facts_in",
    "is_as_written",
    "listed_bodies",
    "publish",
    "read_article_facts",
    "read_article_file",
    "read_review",
    "remove_others",
    "write_article_facts",
    "write_schemas",
    "write_story",
]
