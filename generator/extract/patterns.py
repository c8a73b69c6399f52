"""Regular expressions for finders: a pattern comes in, the same goes out, tried only where words that it needs stand.

Most rules look for words that most sentences lack. A regular expression by itself is tried at every letter of a text; a
look into an index of the text's words, made once for all patterns, spares nearly all of that.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache

from generator.extract.pattern_words import SHORTER, beginning, needed, openings, plain_words

WORD = re.compile(r"\w+")
LATELY = 256
"""Texts whose words are kept at hand: those of an article and of its sentences."""


class Words:
    """A text's words, in plain form, and where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = plain_words(text)
        self.plain = f" {' '.join(found)} "
        self.all = frozenset(("", *found))

    @cached_property
    def starts(self) -> dict[str, list[int]]:
        """Where the words stand that begin alike; all numbers do."""
        starts: dict[str, list[int]] = defaultdict(list)
        for match in WORD.finditer(self.text):
            starts[beginning(match.group())].append(match.start())
        return starts

    @cached_property
    def loose_starts(self) -> dict[str, list[int]]:
        """The same by fewer letters."""
        starts: dict[str, list[int]] = defaultdict(list)
        for begun, places in self.starts.items():
            starts[begun[:SHORTER]] += places
        return starts


words_of = lru_cache(maxsize=LATELY)(Words)


class Pattern:
    """A compiled pattern that finds what `re` finds with it."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern, self.flags = pattern, flags
        self._compiled = compiled = re.compile(pattern, flags)
        self.match, self.fullmatch, self.sub, self.split = (
            compiled.match,
            compiled.fullmatch,
            compiled.sub,
            compiled.split,
        )

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Every match in a text, or in a part of it."""
        if end is not None and end < len(text):  # may cut a word in two
            return self._compiled.finditer(text, start, end)
        if not self._may_match(text):
            return iter(())
        return self._compiled.finditer(text, start) if start or not self._openings else self._at_openings(text)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in a text, or in a part of it."""
        if end is not None and end < len(text):
            return self._compiled.search(text, start, end)
        if not self._may_match(text):
            return None
        return (
            self._compiled.search(text, start) if start or not self._openings else next(self._at_openings(text), None)
        )

    def findall(self, text: str) -> list[str]:
        """The words of every match in a text, or of its group."""
        return self._compiled.findall(text) if self._may_match(text) else []

    @cached_property
    def _needed(self) -> frozenset[str]:
        return needed(self.pattern, self.flags)

    @cached_property
    def _openings(self) -> frozenset[str]:
        return openings(self.pattern, self.flags)

    @cached_property
    def _loose_openings(self) -> frozenset[str]:
        return frozenset(begun for begun in self._openings if len(begun) == SHORTER and begun.isalpha())

    @cached_property
    def _by_word(self) -> dict[str, list[str]]:
        """The words needed by the longest whole word in them, nothing for those without one."""
        found: dict[str, list[str]] = defaultdict(list)
        for words in self._needed:
            found[max(words.split(" ")[1:-1], key=len, default="")].append(words)
        return found

    @cached_property
    def _rarest(self) -> frozenset[str]:
        return frozenset(self._by_word)

    def _may_match(self, text: str) -> bool:
        if not self._needed:
            return True
        words = words_of(text)
        if self._rarest.isdisjoint(words.all):
            return False
        return any(any(map(words.plain.__contains__, self._by_word[word])) for word in self._rarest & words.all)

    def _at_openings(self, text: str) -> Iterator[re.Match[str]]:
        words, end = words_of(text), 0
        places = {place for begun in words.starts.keys() & self._openings for place in words.starts[begun]}
        for begun in self._loose_openings & words.loose_starts.keys() if self._loose_openings else ():
            places.update(words.loose_starts[begun])
        for place in sorted(places):
            if place >= end and (match := self._compiled.match(text, place)):
                yield match
                end = match.end()
