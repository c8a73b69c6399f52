"""Extraction's last look, clauses: a place in the article comes in, the shortest clause around it goes out."""

import re

from generator.extract.document import Document
from generator.extract.findings import Span, ValueFinding
from generator.extract.patterns import Pattern

BOUNDARY = Pattern(
    r"[;:()\n\"“”—]|\.(?=\s|$)|[‘’'](?=\s)|(?<=\s)[‘'](?=\w)|,(?!\d| with )| [–-] |"
    r"(?i:\b(?:that|which|who|whose|where|and|but|because|after|before|when|while|although|though|as if)\b)"
)
Values = tuple[ValueFinding, ...]
FEWEST = 3
"""Words before which a clause is too short to say anything: it goes on to the boundary before."""
LONGEST = 14
"""Words of a clause on each side of what it is looked up for."""


def sentence_of(document: Document, place: Span) -> Span:
    """Where the sentence stands that a place begins in."""
    return document.sentence_at(place[0])


def clause_around(document: Document, place: Span) -> Span:
    """The words around a place up to where another clause begins, within its sentence."""
    start, end = sentence_of(document, place)
    ends = [start + match.end() for match in BOUNDARY.finditer(document.text[start : place[0]])]
    first = max(ends, default=start)
    if ends and len(document.text[first : place[1]].split()) < FEWEST:
        first = max(ends[:-1], default=start)
    after = BOUNDARY.search(document.text, place[1], max(end, place[1]))
    last = after.start() if after else max(end, place[1])
    return _trimmed(
        document.text, (_words_back(document.text, first, place[0]), _words_on(document.text, place[1], last))
    )


def value_at(document: Document, place: Span, since: int | None = None) -> ValueFinding:
    """The words of a value, with the clause around them (or around all that begins at `since`) as its evidence."""
    clause = clause_around(document, place if since is None else (since, place[1]))
    return ValueFinding(value=document.quote(place), spans=(clause,))


def _words_back(text: str, first: int, place: int) -> int:
    starts = [first + match.start() for match in re.finditer(r"\S+", text[first:place])]
    return starts[-LONGEST] if len(starts) > LONGEST else first


def _words_on(text: str, place: int, last: int) -> int:
    ends = [place + match.end() for match in re.finditer(r"\S+", text[place:last])]
    return ends[LONGEST - 1] if len(ends) > LONGEST else last


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",."):
        end -= 1
    return (start, end)
