"""Layer 0: record ids: a readable slug and a short hash of the record's own words, not of offsets, order or dates."""

import hashlib
import re
import unicodedata
from functools import lru_cache

SLUG_LENGTH = 48
HASH_LENGTH = 6
REMEMBERED = 1 << 15
"""Folded words that are kept: an article's come again and again."""


@lru_cache(maxsize=REMEMBERED)
def fold(words: str) -> str:
    """Words without accents, case or doubled space, for comparing."""
    if not words.isascii():
        words = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(words.replace("’", "'").casefold().split())


def slug(words: str, length: int = SLUG_LENGTH) -> str:
    """Lower-case ASCII letters and digits joined by hyphens; may be empty for words in no Latin letters."""
    joined = re.sub(r"[^a-z0-9]+", "-", fold(words).replace("'", "")).strip("-")
    return joined[:length].strip("-")


def digest(*words: str) -> str:
    """A short hash of words, blind to case, accents and spacing."""
    joined = "\x1f".join(fold(w) for w in words)
    return hashlib.sha256(joined.encode()).hexdigest()[:HASH_LENGTH]


def name_id(prefix: str, name: str) -> str:
    """The id of a person or organization: the name's slug, or a hash where the name has no Latin letters."""
    return f"{prefix}-{slug(name) or digest(name)}"


def record_id(prefix: str, label: str, *words: str) -> str:
    """The id of any other record: a slug of `label` for people to read, and a hash of the words that make it itself."""
    return "-".join(part for part in (prefix, slug(label), digest(*words)) if part)
