"""Extraction's input to every finder: the parsed article with its paragraphs; no finder reads the raw article."""

import datetime
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.extract.findings import Span
from generator.extract.tokens import Token, tokens_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_SENTENCE = 500
"""Tokens in a row without a mark that ends a sentence; of 340 articles none has more than 135.

Rules compare what stands in one sentence, so words without end are cut: a hundred thousand of them would take an hour.
"""
PARAGRAPH = re.compile(r"[^\n]+")


class WordAt(dict[int, str]):
    """Words by their place, nothing at any other place; rules look some hundred times for each word."""

    def __missing__(self, place: int) -> str:
        return ""


@dataclass(frozen=True)
class Document:
    """A parsed article. `doc.text` is the article's text, so that token offsets are the article's offsets.

    `shipped` says that the pipeline which ships with the package parsed it; what was trained on its analyses reads no
    other pipeline's.
    """

    doc: "Doc"
    published: datetime.date | None = None
    shipped: bool = False

    @cached_property
    def text(self) -> str:
        """The article's text."""
        return str(self.doc.text)

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The tokens, which rules ask in place of spaCy's."""
        return tokens_of(self.doc)

    @cached_property
    def entities(self) -> tuple[tuple[Span, str], ...]:
        """Where the recognizer sees names, days and the like, each with its label; spaCy gathers them at each look."""
        return tuple(((entity.start_char, entity.end_char), entity.label_) for entity in self.doc.ents)

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where each token begins."""
        return tuple([token.idx for token in self.tokens])

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Each token's text."""
        return tuple([token.text for token in self.tokens])

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Each token's text in lower case."""
        return tuple([token.lower_ for token in self.tokens])

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """Each token's dictionary form, in lower case."""
        return tuple([token.lemma_.lower() for token in self.tokens])

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Where each non-empty line stands, without the white space around it."""
        found = (m for m in PARAGRAPH.finditer(self.text) if m.group().strip())
        return tuple((m.start() + _lead(m.group()), m.start() + len(m.group().rstrip())) for m in found)

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that an offset stands in (the one before, if between two)."""
        return max(bisect_right(self._paragraph_starts, offset) - 1, 0)

    @cached_property
    def _paragraph_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.paragraphs)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Where the parser's sentences stand."""
        return tuple(span_of(self.tokens[sentence.start : sentence.stop]) for sentence in self.sentence_tokens)

    @cached_property
    def sentence_tokens(self) -> tuple[range, ...]:
        """The tokens of each of the parser's sentences."""
        return tuple(range(sentence.start, sentence.end) for sentence in self.doc.sents)

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.sentences)

    def sentence_number(self, offset: int) -> int:
        """The index of the sentence that an offset stands in (the one before, if between two)."""
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    def sentence_at(self, offset: int) -> Span:
        """The sentence that an offset stands in (the one before, if between two)."""
        return self.sentences[self.sentence_number(offset)]

    def tokens_at(self, span: Span) -> tuple[int, int]:
        """The tokens that a span touches, end exclusive."""
        return max(bisect_right(self.offsets, span[0]) - 1, 0), bisect_left(self.offsets, span[1])

    def phrase(self, span: Span) -> Sequence[Token]:
        """The tokens that a span touches."""
        start, end = self.tokens_at(span)
        return self.tokens[start:end]

    def quote(self, span: Span) -> str:
        """The article's words in a span."""
        return self.text[span[0] : span[1]]


def span_of(tokens: Sequence[Token] | Token) -> Span:
    """Where a phrase or token stands, in code points."""
    first, last = (tokens, tokens) if isinstance(tokens, Token) else (tokens[0], tokens[-1])
    return (first.idx, last.idx + len(last.text))


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip())
