"""What a quotation is: the words inside one pair of marks, or several pieces where it runs over paragraphs."""

from dataclasses import dataclass

from generator.extract.findings import Spans


@dataclass(frozen=True, kw_only=True)
class Quotation:
    """One quotation: the spans of its words, a piece a paragraph, without the outermost marks.

    `closed` is False where the article never closes the marks.
    """

    pieces: Spans
    closed: bool = True

    def holds(self, offset: int) -> bool:
        """Whether an offset stands inside the quotation."""
        return any(start <= offset < end for start, end in self.pieces)
