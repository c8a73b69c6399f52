"""Names' own view of an article: its words with their places; a parsed article comes in, a `Reading` goes out.

Names are matched on words of our own making and not on the pipeline's tokens: any pipeline may be plugged in, and
"Adeyemi-Clarke", "O'Hara", "Rep." and "U.S." are one word each here.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from generator.extract.document import Document, WordAt
from generator.extract.findings import Span
from generator.extract.lexicon import words
from generator.extract.tokens import Token
from generator.model.ids import REMEMBERED, fold

ABBREVIATED = (*sorted(words("honorifics", "stopped")), "Jr", "Sr", "St", "Inc", "Corp", "Ltd", "Co", "Md", "Com", "No")
WORD = re.compile(
    r"(?P<initials>(?:[^\W\d_]\.){2,})|(?P<initial>[A-Z]\.(?=[\s,A-Z]))"
    rf"|(?P<abbreviated>\b(?:(?:ex|then|former)-)?(?:{'|'.join(ABBREVIATED)})\.(?:-(?:elect|designate)\b)?)"
    r"|(?P<clipped>\b[A-Z][a-z]+ng['’](?=\s[A-Z]))"  # Ochieng' Okello: an apostrophe that is part of the name
    r"|(?P<possessive>['’]s?\b(?<=['’]s)|['’](?=\s))"
    r"|(?P<word>[^\W_]+(?:(?:['’](?!s\b)|[-&–](?!(?:led|based|backed|leaning|aligned|affiliated|appointed|nominated|friendly|run|style|owned|born|funded|controlled|linked|wide|dominated|held|area)\b)(?=[^\W_])|\.(?=[^\W_]{3}))[^\W_]+)*)|(?P<mark>[^\w\s])"
)
CLOSES_SENTENCE = frozenset(".?!:")
CLOSING = frozenset([",", ".", ";", ":", ")", "]", "–", "—", "-", "?", "!", '"', "'", "”", "’"])
QUOTES = frozenset("\"'“”‘’«»")


@dataclass(slots=True, eq=False)
class Word:
    """A word or mark: where it stands, and whether a sentence, or a quotation in one, opens with it.

    `capital` tells whether it may be part of a name by its looks, `is_mark` whether it is punctuation, `possessive`
    whether it is the ending of a possessive.
    """

    index: int
    text: str
    start: int
    end: int
    paragraph: int
    opens: bool
    low: str
    capital: bool
    is_mark: bool
    possessive: bool


@dataclass(frozen=True)
class Reading:
    """The words of an article, and the pipeline's tokens where their tags and arcs help.

    `heads` remembers which words begin a title, since many rules ask for the same ones.
    """

    document: Document
    words: Sequence[Word]
    heads: dict[int, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _line_of(self) -> Callable[[int], int | None]:
        return {word.index: word.paragraph for word in self.words}.get

    @cached_property
    def _tokens(self) -> dict[int, "Token"]:
        return dict(zip(self.document.offsets, self.document.tokens, strict=True))

    def token(self, word: Word) -> "Token | None":
        """The pipeline's token that begins where a word does."""
        return self._tokens.get(word.start)

    def tagged(self, word: Word, *tags: str) -> bool:
        """Whether the pipeline gives a word one of some universal part-of-speech tags."""
        token = self.token(word)
        return token is not None and token.pos_ in tags

    def inside(self, span: Span) -> range:
        """The indexes of the words that a span touches."""
        first = bisect_left(self._starts, span[0])
        if first > 0 and self.words[first - 1].end > span[0]:
            first -= 1
        return range(first, bisect_left(self._starts, span[1]))

    def span(self, first: int, last: int) -> Span:
        """Where words `first` up to, not with, `last` stand."""
        return (self.words[first].start, self.words[last - 1].end)

    def quote(self, first: int, last: int) -> str:
        """The article's words from `first` up to, not with, `last`."""
        return self.document.quote(self.span(first, last))

    def sentence_at(self, index: int) -> str:
        """The sentence that a word stands in."""
        return self.document.quote(self.document.sentence_at(self.span(index, index + 1)[0]))

    @cached_property
    def low(self) -> Callable[[int], str]:
        """Gives the folded word at an index; empty beyond the article's ends."""
        return WordAt(enumerate(word.low for word in self.words)).__getitem__

    def same_line(self, a: int, b: int) -> bool:
        """Whether two words stand in one paragraph."""
        line = self._line_of(a)
        return line is not None and line == self._line_of(b)


@lru_cache(maxsize=REMEMBERED)
def _looks(text: str) -> tuple[str, bool, bool, bool]:
    """What a word is whatever stands around it: folded, with a capital, a mark, the ending of a possessive."""
    low = fold(text).rstrip(".") or text
    is_mark = not (text[0].isalnum() or len(text) > 1)
    return low, _has_capital(text), is_mark, low in ("'s", "'") and text != "‘"


def _has_capital(text: str) -> bool:
    if text.islower() or text[0].isdigit():
        return False
    return any(letter.isupper() for letter in text)


def read_words(document: Document) -> Reading:
    """Cut an article into words."""
    found: list[Word] = []
    for number, (start, end) in enumerate(document.paragraphs):
        opens = True
        for match in WORD.finditer(document.text, start, end):
            text = match.group()
            found.append(Word(len(found), text, match.start(), match.end(), number, opens, *_looks(text)))
            opens = text in CLOSES_SENTENCE or (opens and match.lastgroup in ("mark", "possessive")) or text in '“‘"'
    return Reading(document, found)
