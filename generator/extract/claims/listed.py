"""Claims and their answers: a text comes in, whether it has any word or phrase of a list of `acts.yml` goes out."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from generator.extract.lexicon import words


def has_any(key: str, text: str, *, whole: bool = False) -> bool:
    """Whether a word of a text begins as an entry of a list does, or, where asked for, is a whole entry."""
    return bool(_finder(key, whole).search(text))


@cache
def _finder(key: str, whole: bool) -> re.Pattern[str]:
    """Finds any of a list's words and phrases where a word begins, and ends there too where they are whole words."""
    ending = r"(?!\w)" if whole else ""
    return re.compile(rf"\b{_any_of(words('acts', key))}{ending}", re.IGNORECASE)


def _any_of(entries: Iterable[str]) -> str:
    """A pattern for any of some words and phrases that tries each letter of those that begin alike but once."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for entry in set(entries):
        by_first[entry[:1]].append(entry[1:])
    ends = by_first.pop("", None) is not None
    found = "|".join(re.escape(first) + _any_of(rest) for first, rest in sorted(by_first.items()))
    return (f"(?:{found})?" if ends else f"(?:{found})") if found else ""
