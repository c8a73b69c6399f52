"""Layer 0: record ids: a readable slug and a short hash of the record's own words, not of offsets, order or dates."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from generator.model.negations import is_negation

SLUG_LENGTH = 48
HASH_LENGTH = 6
REMEMBERED = 1 << 15
"""Folded words that are kept: an article's come again and again."""
_ARTICLE = re.compile(r"^(the|a|an) ")
_WORD = re.compile(r"\w+(?:'\w+)*")
_INSIDE = re.compile(r"(?<=[\w,;:)] )[^\W\d_]\w*")
"""A word that begins no sentence: one with a capital is a name."""


@lru_cache(maxsize=REMEMBERED)
def fold(words: str) -> str:
    """Words without accents, case or doubled space, for comparing."""
    if not words.isascii():
        words = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(words.replace("’", "'").casefold().split())


def fold_name(words: str) -> str:
    """The same for a name, without the article before it: `the Ports Bill` is the `Ports Bill`."""
    return _ARTICLE.sub("", fold(words))


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


def claim_id(source: str | None, cue: Sequence[str], content: Sequence[str]) -> str:
    """The id of a claim, which it keeps when its words are lightly edited."""
    return record_id("clm", source or "unattributed", source or "", *cue, *telling_words(" ".join(content)))


def longer_id(short: str, content: Sequence[str]) -> str:
    """The id of a claim that shares its `claim_id` with one in other words: every word of it makes this."""
    return f"{short}-{digest(*content)}"


def telling_words(content: str) -> tuple[str, ...]:
    """What of a claim's words makes its id: all that its sense turns on, which is negations, figures and names.

    No other word is any of it, so that a quotation may be reworded and is the same claim. With source and cue these
    tell 880 of the 883 claims of the 94 articles of news-facts from those of their article, and 853 from all.
    """
    names = {fold(name) for name in _INSIDE.findall(content) if name[0].isupper()}
    words = _WORD.findall(fold(content))
    return tuple(sorted({word for word in words if is_negation(word) or any(map(str.isdigit, word))} | names))
