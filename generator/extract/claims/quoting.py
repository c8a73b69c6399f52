"""Claims, stage 5: a draft's tokens come in, the article's spans of its content and its mode go out."""

from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import Range
from generator.extract.claims.marks import find_marks
from generator.extract.claims.sentences import Quoted
from generator.extract.claims.transcripts import SHAPE
from generator.extract.findings import Span, Spans
from generator.model.words import Mode


def content_spans(draft: Draft) -> Spans:
    """Where the content stands: quotations that are a whole piece without their marks, and on into later paragraphs."""
    spans: list[Span] = []
    for piece in draft.content:
        spans += _piece_spans(draft, piece)
    return tuple(dict.fromkeys(spans))


def _piece_spans(draft: Draft, piece: Range) -> list[Span]:
    sentence = draft.sentence
    units = [quoted for quoted in sentence.quoted if piece[0] <= quoted.start and quoted.end <= piece[1]]
    spans: list[Span] = []
    if _covers(units, piece):
        spans += _pieces_before(draft, units[0])
        spans += [unit.quotation.pieces[unit.piece] for unit in units]
    else:
        spans.append(_bare(draft, sentence.chars(*piece)))
    for unit in units:
        spans += unit.quotation.pieces[unit.piece + 1 :]
    return spans


def _pieces_before(draft: Draft, unit: Quoted) -> Spans:
    """The paragraphs that a quotation began with, where its last one alone tells who speaks.

    A sentence that leads up to them with a colon tells of them itself.
    """
    document, before = draft.sentence.document, unit.quotation.pieces[: unit.piece]
    if not before:
        return ()
    lead = document.text[: before[0][0] - 1]
    return before if lead.endswith("\n") and not lead.rstrip().endswith(":") else ()


def _covers(units: list[Quoted], piece: Range) -> bool:
    """Whether quotations fill a piece from end to end."""
    return bool(units) and units[0].start == piece[0] and sum(u.end - u.start for u in units) == piece[1] - piece[0]


def _bare(draft: Draft, span: Span) -> Span:
    text = draft.sentence.document.quote(span)
    kept = text.rstrip(" ,;:—–\n\t")
    return (span[0], span[0] + len(kept)) if kept else span


def mode(draft: Draft, spans: Spans) -> Mode:
    """Direct in a transcript and where quotation marks hold all of the content, mixed where some, else indirect."""
    quotes = {span for unit in draft.sentence.quoted for span in unit.quotation.pieces}
    if draft.shape == SHAPE or all(span in quotes for span in spans):
        return Mode.DIRECT
    document = draft.sentence.document
    if any(start < span[1] and span[0] < end for span in spans for start, end in quotes):
        return Mode.MIXED
    inner = any(mark.opens for span in spans for mark in find_marks(document.quote(span)))
    return Mode.MIXED if inner else Mode.INDIRECT
