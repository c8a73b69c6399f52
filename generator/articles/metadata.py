"""Layer 1, reading seeds: what front matter or a sidecar says of an article, checked line by line."""

import datetime
import difflib
import math
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.articles.text import CONTROL
from generator.errors import SeedError
from generator.strict_yaml import Loaded, load
from generator.visible import visible

KEYS = {
    "title": "title",
    "publisher": "publisher",
    "site": "publisher",
    "author": "author",
    "url": "url",
    "published": "published",
    "date": "published",
    "licence": "licence",
    "license": "licence",
}
LONGEST_KEY = 40
"""Characters by which a key that is not known is told of."""
OPENING = re.compile(r"---[ \t]*\n")
CLOSING = re.compile(r"\n---[ \t]*(?:\n|\Z)")


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What is known of an article beside its text; None where nothing is."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    licence: str | None = None

    def as_sidecar(self) -> bytes:
        """What is known, as the YAML of a sidecar."""
        known = {key: str(value) for key, value in vars(self).items() if value is not None}
        return yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=math.inf).encode() if known else b""

    def overridden_by(self, other: "Metadata") -> "Metadata":
        """This, with whatever the other one knows in its place."""
        return replace(self, **{key: value for key, value in vars(other).items() if value is not None})


def split_front_matter(text: str, file: Path | str) -> tuple[Metadata, tuple[str, ...], str]:
    """What the front matter says, what in it was not understood, and the text after its closing line.

    Raises:
        SeedError: the front matter is not closed, is no map, or holds a date that does not exist.
    """
    opening = OPENING.match(text)
    if not opening:
        return Metadata(), (), text
    closing = CLOSING.search(text, opening.end() - 1)
    if not closing:
        mend = "end it with a line of three hyphens"
        raise SeedError("the front matter is never closed", file=file, line=1, mend=mend)
    known, notes = metadata_of(text[opening.end() - 1 : closing.start()], file)
    return known, notes, text[closing.end() :]


def metadata_of(text: str, file: Path | str) -> tuple[Metadata, tuple[str, ...]]:
    """What YAML says of an article, and a note for each key that was not understood.

    Raises:
        SeedError: it is not YAML, is no map, or holds a date that does not exist.
    """
    loaded = load(text, file=file, error=SeedError)
    if loaded.value is None:
        return Metadata(), ()
    if not isinstance(loaded.value, dict):
        mend = "write lines such as “title: …”"
        raise SeedError("the front matter is not a map", file=file, line=loaded.line((0,)), mend=mend)
    found: dict[str, Any] = {}
    notes = []
    for key, value in loaded.value.items():
        name = KEYS.get(key.strip().lower())
        if name is None:
            notes.append(_unknown(key, loaded))
        elif value is not None and value != "":
            found[name] = _checked(name, value, key, loaded, file)
    return Metadata(**found), tuple(notes)


def _checked(name: str, value: Any, key: str, loaded: Loaded, file: Path | str) -> str | datetime.date:
    """A value as the article keeps it: one line of text, or a date."""
    if name == "author" and isinstance(value, list):
        value = ", ".join(str(one) for one in value if not isinstance(one, (dict, list)))
    if isinstance(value, (dict, list)):
        raise SeedError(f"“{key}” is not one value", file=file, line=loaded.line((key,)), mend="write one line of text")
    words = " ".join(str(value).split())
    if CONTROL.search(words):
        problem = f"a control character stands in “{key}”"
        raise SeedError(problem, file=file, line=loaded.line((key,)), mend="remove it")
    if name != "published":
        return words
    try:
        return date_of(words)
    except ValueError:
        problem, mend = f"there is no date “{words}”", "write it as year-month-day, such as 2025-01-08"
        raise SeedError(problem, file=file, line=loaded.line((key,)), mend=mend) from None


def date_of(words: str) -> datetime.date:
    """The day that an ISO date, with or without a time, names.

    Raises:
        ValueError: it names none.
    """
    if len(words) > len("2025-01-08"):
        return datetime.datetime.fromisoformat(words).date()
    return datetime.date.fromisoformat(words)


def _unknown(key: str, loaded: Loaded) -> str:
    near = difflib.get_close_matches(key.lower(), KEYS, n=1)
    meant = f"; “{near[0]}” was meant?" if near else ""
    named = visible(key if len(key) <= LONGEST_KEY else f"{key[:LONGEST_KEY]}…")
    return f"line {loaded.line((key,))}: “{named}” is not read{meant}"
