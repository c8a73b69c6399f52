"""Extraction, quotations: the article's text comes in, every outermost quotation goes out; no parse is read.

British, American and mixed marks are read alike. A quotation that no mark closes in its paragraph runs on where the
next paragraph opens with a mark of any kind, and ends with its paragraph where none does.
"""

from dataclasses import dataclass

from generator.extract.claims.marks import Mark, closing_mark, find_marks
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.quotation import Quotation


@dataclass(frozen=True, kw_only=True)
class Piece:
    """The words of a quotation within one paragraph; `leads` tells whether it begins the paragraph."""

    span: Span
    closed: bool
    leads: bool


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Every outermost quotation in reading order; quotations inside others belong to the outer one's words."""
    found: list[Quotation] = []
    open_pieces: list[Span] = []
    for paragraph in document.paragraphs:
        pieces = find_pieces(document.quote(paragraph), paragraph[0])
        if open_pieces and not (pieces and pieces[0].leads):
            found.append(Quotation(pieces=tuple(open_pieces), closed=False))
            open_pieces = []
        for piece in pieces:
            open_pieces.append(piece.span)
            if piece.closed:
                found.append(Quotation(pieces=tuple(open_pieces)))
                open_pieces = []
    if open_pieces:
        found.append(Quotation(pieces=tuple(open_pieces), closed=False))
    return tuple(found)


def find_pieces(text: str, base: int) -> list[Piece]:
    """The outermost quotations of one paragraph, or of a quotation's own words; only the last may be unclosed.

    Args:
        text: the words to read.
        base: where they stand in the article.
    """
    marks = list(find_marks(text))
    pieces: list[Piece] = []
    index = 0
    while index < len(marks):
        opening = marks[index]
        index += 1
        if not opening.opens:
            continue
        closing = closing_mark(text, opening, marks[index:])
        if closing is None and not _may_run_on(text, opening):
            continue
        end = len(text) if closing is None else closing.at
        if end > opening.end:
            span = (base + opening.end, base + end)
            pieces.append(Piece(span=span, closed=closing is not None, leads=opening.at == 0))
        while index < len(marks) and marks[index].at <= end:
            index += 1
    return pieces


def _may_run_on(text: str, opening: Mark) -> bool:
    """Whether an opening mark that nothing closes begins a quotation: speech does, after a stop, a comma or nothing.

    A stray mark or a clipped word that the list does not know would otherwise swallow the rest of its paragraph.
    """
    before = text[: opening.at].rstrip()
    return not before or before[-1] in ":,.!?"
