"""Claims, stage 1: the article with its quotations comes in, sentences that hold each quotation as one unit go out.

The parser's own sentences break inside quotations and at abbreviations, and another pipeline's break elsewhere; these
follow the punctuation alone.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.extract.claims.quotations import find_pieces
from generator.extract.datelines import end_of_hour
from generator.extract.document import LONGEST_SENTENCE, Document, WordAt
from generator.extract.findings import Span
from generator.extract.lexicon import words
from generator.extract.quotation import Quotation
from generator.extract.tokens import Token

STOPS = {".", "!", "?", "…", "...", "?!", "!!"}
STOPS_WITH_MILLIONS = STOPS | {"m."}  # "cost £40m."
ABBREVIATIONS = words("cues_grammar", "abbreviations")
"""Words whose full stop is no sentence's end, where the tokenizer parts it from them."""
DASHES = frozenset(["—", "–", "―", "-", "--"])
CLOSERS = {")", "]", '"', "'", "”", "’", "»"}
GOES_ON = {",", ";", ":", ")"} | DASHES | STOPS
"""Marks that no sentence begins with."""
OPEN_ENDINGS = "?!…—–-"
SHORT_TAIL = 12


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """A quotation's piece as a unit of its sentence: its tokens with the marks, end exclusive."""

    start: int
    end: int
    quotation: Quotation
    piece: int

    @property
    def begins(self) -> bool:
        """Whether the quotation begins here, rather than running on from the paragraph before."""
        return self.piece == 0


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """Tokens `start` to `end` (exclusive); `depth` is 0 for the article's own words, 1 inside a quotation."""

    document: Document
    start: int
    end: int
    quoted: tuple[Quoted, ...]
    depth: int

    @cached_property
    def quoted_at(self) -> Callable[[int], Quoted | None]:
        """Gives the quotation that a token stands in, its marks included."""
        return {index: quoted for quoted in self.quoted for index in range(quoted.start, quoted.end)}.get

    def quoted_at_offset(self, offset: int) -> Quoted | None:
        """The quotation whose words an offset of the article stands in."""
        return next((quoted for quoted in self.quoted if quoted.quotation.holds(offset)), None)

    @cached_property
    def token(self) -> "Callable[[int], Token]":
        """Gives a token of the article by its index; rules ask for thousands."""
        return self.document.tokens.__getitem__

    @cached_property
    def lower(self) -> Callable[[int], str]:
        """Gives a token's text in lower case by its index, or nothing outside the sentence."""
        return WordAt(enumerate(self.document.lower[self.start : self.end], self.start)).__getitem__

    def plain(self) -> Iterator[int]:
        """The tokens that stand in no quotation."""
        return (index for index in range(self.start, self.end) if self.quoted_at(index) is None)

    def chars(self, start: int, end: int) -> Span:
        """Where tokens `start` to `end` stand in the article."""
        last = self.token(end - 1)
        return (self.token(start).idx, last.idx + len(last.text))


def find_sentences(document: Document, quotations: tuple[Quotation, ...]) -> Iterator[Sentence]:
    """The article's own sentences, then those inside each quotation, in reading order within each kind."""
    places = Places(document)
    units = [places.quoted(quotation, piece) for quotation in quotations for piece in range(len(quotation.pieces))]
    for paragraph in document.paragraphs:
        hour = end_of_hour(document.quote(paragraph))
        start, end = places.tokens((paragraph[0] + hour, paragraph[1]))
        inside = units[bisect_left(units, start, key=_start) : bisect_left(units, end, key=_start)]
        yield from _split(document, start, end, inside, 0)
    for quotation in quotations:
        for span in quotation.pieces:
            start, end = places.tokens(span)
            found = (Quotation(pieces=(piece.span,)) for piece in find_pieces(document.quote(span), span[0]))
            yield from _split(document, start, end, [places.quoted(inner, 0) for inner in found], 1)


def _start(quoted: Quoted) -> int:
    return quoted.start


class Places:
    """From offsets to tokens."""

    def __init__(self, document: Document) -> None:
        self._offsets = document.offsets

    def tokens(self, span: Span) -> tuple[int, int]:
        """The tokens that begin inside a span, or the one that it begins in."""
        start = bisect_right(self._offsets, span[0]) - 1
        return start, max(bisect_left(self._offsets, span[1]), start + 1)

    def quoted(self, quotation: Quotation, piece: int) -> Quoted:
        """A quotation's piece with the marks around it."""
        start, end = quotation.pieces[piece]
        first, _ = self.tokens((start - 1, end))
        is_open = piece == len(quotation.pieces) - 1 and not quotation.closed
        last = end if is_open or piece < len(quotation.pieces) - 1 else end + 1
        return Quoted(start=first, end=self.tokens((start - 1, last))[1], quotation=quotation, piece=piece)


def _split(document: Document, start: int, end: int, quoted: list[Quoted], depth: int) -> Iterator[Sentence]:
    whole = Sentence(document=document, start=start, end=end, quoted=tuple(quoted), depth=depth)
    begin = index = start
    units = 0
    while index < end:
        unit = whole.quoted_at(index)
        after = unit.end if unit else index + 1
        units += 1
        if units == LONGEST_SENTENCE or _ends(whole, index, unit, after):
            while after < end and whole.token(after).text in CLOSERS and whole.quoted_at(after) is None:
                after += 1
            yield _part(whole, begin, after)
            begin, units = after, 0
        index = after
    if begin < end:
        yield _part(whole, begin, end)


def _part(whole: Sentence, start: int, end: int) -> Sentence:
    inside = tuple(q for q in whole.quoted if start <= q.start < end)
    return Sentence(document=whole.document, start=start, end=end, quoted=inside, depth=whole.depth)


def _is_abbreviation(token: Token, follows: Token) -> bool:
    """Whether a full stop belongs to the word before it: `No. 7`, but not `she said no. He left`."""
    numbers = token.lower_ in words("cues_grammar", "before_number")
    return token.lower_ in ABBREVIATIONS and (not numbers or follows.text[0].isdigit() or token.is_title)


def _ends(whole: Sentence, index: int, unit: Quoted | None, after: int) -> bool:
    """Whether a sentence ends with this token or quotation."""
    if unit is None and whole.document.words[index] not in STOPS_WITH_MILLIONS:
        return False
    while after < whole.end and whole.token(after).is_space:
        after += 1
    follows = whole.token(after) if after < whole.end else None
    if unit is None:
        is_dot = index > whole.start and whole.token(index).text == "."
        if is_dot and follows is not None and _is_abbreviation(whole.token(index - 1), follows):
            return False
        ended = whole.token(index).text in STOPS or whole.token(index - 1).like_num
        return ended and (follows is None or _may_begin(follows))
    if unit.end - unit.start < 3:
        return False
    last = whole.token(unit.end - 2).text[-1]
    if whole.token(unit.end - 1).text[-1] in DASHES:
        return False
    if follows is None or last not in ".?!…" or not _may_begin(follows):
        return False
    if unit.start > whole.start and whole.token(unit.start - 1).text in {":", ","}:
        return True  # who speaks is told before: He asked: “Why?”
    return not (last in OPEN_ENDINGS and whole.quoted_at(after) is None and _is_tail(whole, after))


def _may_begin(token: "Token") -> bool:
    return not token.text[0].islower() and token.text not in GOES_ON


def _is_tail(whole: Sentence, after: int) -> bool:
    """Whether what follows a quotation's question mark is its short attribution (“Why?” Smith asked.) to the stop."""
    for index in range(after, min(after + SHORT_TAIL, whole.end)):
        if whole.quoted_at(index) or whole.token(index).text == ":":
            return False
        if whole.token(index).text in STOPS:
            return True
    return False
