"""Stage resolve: the word lists of `lexicon.yml`, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def lexicon() -> Any:
    """Every list by its name."""
    return yaml.safe_load(files("generator.resolve").joinpath("lexicon.yml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """One list: the words of a text, or the entries of a list."""
    found = lexicon()[name]
    return frozenset(found.split() if isinstance(found, str) else map(str, found))
