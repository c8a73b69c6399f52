"""Layer 2: from the places of findings to the passages that are quoted as their evidence."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from generator.extract.findings import Span, Spans
from generator.model.evidence import evidence_for
from generator.model.records import Evidence

LINE = re.compile(r"[^\n]+")
FAR_APART = 300
MARKS = "'\"‘“«"
CLOSING = tuple("'\"’”»")
BEFORE_CLOSING = ".,!?…])'\"’”»"
BESIDE = re.compile(r",?\s|\s?\(")


class Passages:
    """An article's text, its lines and its sentences; no passage runs over the end of a line.

    Args:
        text: the article's text.
        sentences: where each sentence stands, in reading order.
    """

    def __init__(self, text: str, sentences: Sequence[Span]) -> None:
        self.text = text
        self._sentences = sentences

    @cached_property
    def _starts(self) -> list[int]:
        """Where a sentence or a line begins."""
        lines = (line.start() for line in LINE.finditer(self.text))
        return sorted({0, *lines, *(start for start, _ in self._sentences)})

    def quote(self, span: Span) -> str:
        """The article's words in a place."""
        return self.text[span[0] : span[1]]

    def evidence(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """The quotations of places, each once."""
        return tuple(dict.fromkeys(evidence_for(self.text, span) for span in dict.fromkeys(spans)))

    def first_of_each(self, spans: Spans) -> Spans:
        """The first place of each different wording."""
        found: dict[str, Span] = {}
        for span in sorted(spans):
            found.setdefault(self.quote(span), span)
        return tuple(found.values())

    def with_title(self, name: Span, honorific: str | None, titles: Spans) -> Span:
        """A name with the honorific and the title right before it."""
        start, end = name
        if honorific and self.text.endswith(f"{honorific} ", 0, start):
            start -= len(honorific) + 1
        around = [title for title in titles if title[0] <= start and title[1] == end]
        return (around or [self.with_neighbour((start, end), tuple(t for t in titles if t[1] <= start))])[0]

    def with_neighbour(self, span: Span, others: Spans) -> Span:
        """A place joined with the first other one that only a space, a comma or a bracket parts from it."""
        for other in others:
            first, second = sorted((span, other))
            if first[1] <= second[0] and BESIDE.fullmatch(self.text, first[1], second[0]):
                return first[0], second[1]
        return span

    def sentences_around(self, spans: Spans) -> Spans:
        """The sentences that places stand in, as few passages as no line's end and no long gap breaks apart."""
        found: list[Span] = []
        for start, end in sorted(piece for span in spans for piece in self._lines_of(span)):
            start, end = self._sentence_start(start), self._sentence_end(end)
            if found and self._belong_together(found[-1], start):
                start, end = found[-1][0], max(found.pop()[1], end)
            found.append((start, end))
        return tuple(found)

    def _lines_of(self, span: Span) -> Iterable[Span]:
        """A place cut at the ends of lines, without the white space there."""
        for line in LINE.finditer(self.text, *span):
            words = line.group().strip()
            if words:
                start = line.start() + line.group().index(words)
                yield start, start + len(words)

    def _belong_together(self, before: Span, start: int) -> bool:
        return start - before[1] <= FAR_APART and "\n" not in self.text[before[1] : start]

    def _sentence_start(self, offset: int) -> int:
        """Where the sentence begins that an offset stands in.

        The mark that opens its quotation belongs to it; one that closes the quotation before does not.
        """
        start = self._starts[bisect_right(self._starts, offset) - 1]
        while start < offset and (self.text[start].isspace() or self._closes(start)):
            start += 1
        if start and self.text[start - 1] in MARKS and not self.text[start - 2 : start - 1].strip():
            start -= 1
        return start

    def _sentence_end(self, offset: int) -> int:
        """Where the sentence ends that the character before an offset stands in.

        The marks that close its quotation belong to it; one that opens the next sentence's does not.
        """
        after = bisect_right(self._starts, offset - 1)
        end = self._starts[after] if after < len(self._starts) else len(self.text)
        while end > offset and (self.text[end - 1].isspace() or self._opens(end - 1)):
            end -= 1
        while self.text[end : end + 1] in CLOSING and self.text[end - 1] in BEFORE_CLOSING:
            end += 1
        return end

    def _opens(self, offset: int) -> bool:
        return self.text[offset] in MARKS and self.text[offset - 1 : offset].isspace()

    def _closes(self, offset: int) -> bool:
        return self.text[offset] in CLOSING and self.text[offset + 1 : offset + 2].isspace()
