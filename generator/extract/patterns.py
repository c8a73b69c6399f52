"""Regular expressions for finders: a pattern comes in, the same goes out, tried only where words that it needs stand.

Most rules look for words that most sentences lack. A regular expression by itself is tried at every letter of a text; a
look into an index of the text's words, made once for all patterns, spares nearly all of that.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache

from generator.extract.pattern_words import BEGINNING, needed, openings, plain

WORD = re.compile(r"\w+")
LATELY = 16
"""Texts whose words are kept at hand."""


class Words:
    """A text's words, in plain form, and where they stand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(f" {text} ")
        self.all = frozenset(self.plain.split())

    @cached_property
    def starts(self) -> dict[str, list[int]]:
        """Where the words stand that begin with certain letters; all numbers begin with 0."""
        starts: dict[str, list[int]] = defaultdict(list)
        for match in WORD.finditer(self.text):
            word = match.group().casefold()
            beginnings = {word[:length] for length in range(1, BEGINNING + 1)}
            for begun in beginnings | {"0"} if word[0].isdigit() else beginnings:
                starts[begun].append(match.start())
        return starts


words_of = lru_cache(maxsize=LATELY)(Words)


class Pattern:
    """A compiled pattern that finds what `re` finds with it."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._compiled = re.compile(pattern, flags)
        self._needed = needed(pattern, flags)
        self._longest = frozenset(_longest_whole(words) for words in self._needed)
        self._openings = openings(pattern, flags)
        self.match, self.fullmatch, self.sub = self._compiled.match, self._compiled.fullmatch, self._compiled.sub

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in a text."""
        if not self._may_match(text):
            return iter(())
        return self._at_openings(text) if self._openings else self._compiled.finditer(text)

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first match in a text, or in a part of it."""
        if not self._may_match(text):
            return None
        if self._openings and not start and end is None:
            return next(self._at_openings(text), None)
        return self._compiled.search(text, start, len(text) if end is None else end)

    def _may_match(self, text: str) -> bool:
        if not self._needed:
            return True
        words = words_of(text)
        if "" not in self._longest and self._longest.isdisjoint(words.all):
            return False
        return any(needed in words.plain for needed in self._needed)

    def _at_openings(self, text: str) -> Iterator[re.Match[str]]:
        starts = words_of(text).starts
        end = 0
        for place in sorted({place for begun in self._openings.intersection(starts) for place in starts[begun]}):
            if place >= end and (match := self._compiled.match(text, place)):
                yield match
                end = match.end()


def _longest_whole(words: str) -> str:
    """The longest whole word among some of which the first and the last may go on."""
    return max(words.split(" ")[1:-1], key=len, default="")
