"""Extraction's last look, moments: two figures' places come in, whether they are told of two moments goes out.

`In 2019 the council employed 400 people. By last year the figure was 310.`
"""

import re

from generator.extract.discrepancies.clauses import clause_around, sentence_of
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.patterns import Pattern

YEAR = r"(?:19|20)\d\d"
MOMENT = rf"(?:{YEAR}|(?:{one_of('moments')})s?\b)"
OPENS = Pattern(
    rf"[“\"‘']?(?:(?:by|in|on|as of|since|until|till|during|at|before|after|for|over|within)"
    rf" (?:[\w’'-]+ ){{0,3}}?{MOMENT}"
    rf"|(?:last|next|this|the previous|the following|the|an?) (?:[\w’'-]+ ){{0,1}}?{MOMENT}[^.;]{{0,12}}?,?"
    rf"|{one_of('moments_alone')}\b)",
    re.IGNORECASE,
)
CLOSES = Pattern(
    rf"[^.;“”]{{0,40}}?\b(?:(?:in|since|by|during|for|from) (?:\w+ )?{YEAR}|last year|next year"
    rf"|in the {one_of('one_after_another')}(?=[.,;]| (?:year|month|week|round|phase|quarter)\b)"
    r"|a year (?:ago|earlier|later)|the (?:year|month|week) (?:before|after)|so far)\b",
    re.IGNORECASE,
)
ELSEWHERE = Pattern(rf"(?:and |but )?(?i:in|across|for) (?:[A-Z]|(?i:the) {one_of('elsewhere')}\b)")
OTHER_ONE = Pattern(
    rf"\b(?:{one_of('other_version')} (?:[\w’'-]+ )?{one_of('versions')}|{one_of('there_already')})\b", re.IGNORECASE
)
"""What tells that a figure is that of another thing of the kind: an earlier plan, the existing ships."""
A_POLL = Pattern(r"[“\"‘']?(?:An?|Another|One|The latest) (?:[\w’'-]+ ){0,2}?(?:poll|survey)\b")
POLLED = Pattern(r"(?i)\b(?:poll|survey)")
YEARS_AGO = Pattern(rf"\b(?:last year|in {YEAR}|(?:a|the) year (?:ago|earlier|before))\b", re.IGNORECASE)
MOMENT_NAMED = Pattern(rf"\b{MOMENT}", re.IGNORECASE)
AGAIN = Pattern(rf"\b{one_of('once_more')}\b", re.IGNORECASE)
PHASE = Pattern(rf"\b{one_of('phases')}\b", re.IGNORECASE)
WANTED = Pattern(rf"\b{one_of('wanted')} (?:{one_of('about')} )*$", re.IGNORECASE)
THOUGHT = Pattern(rf" (?:(?:that |which )?(?:the |its |their )?(?!who\b)[\w’'-]+ (?:had )?)?{one_of('thought')}\b")
"""What tells that a figure before it was only expected: `the 50,000 organisers expected`."""
CHANGE = Pattern(rf"\b{one_of('changing')}\b", re.IGNORECASE)
FIGURE_BEFORE = Pattern(r"^.*\d")
LOOKED_BACK = 40
"""Letters before a figure in which the verb stands that only wants it."""


def are_of_two_moments(document: Document, one: Span, other: Span) -> bool:
    """Whether the later of two figures is told of another time or place than the earlier, or with a change."""
    start, end = sentence_of(document, other)
    after = CLOSES.match(document.text[other[1] : end])
    if after and after.group().split()[-1] not in document.quote(sentence_of(document, one)):
        return True
    first = max(start, document.text.rfind("; ", one[1], other[0]) + 1)
    opening = document.text[first : other[0]].lstrip()
    apart = sentence_of(document, one) != (start, end) or first > start
    if _is_of_other_one(document, one, other):
        return True
    if apart and (OPENS.match(opening) or ELSEWHERE.match(opening) or YEARS_AGO.search(opening)):
        return True
    if any(WANTED.search(document.text[max(0, span[0] - LOOKED_BACK) : span[0]]) for span in (one, other)):
        return True
    if any(THOUGHT.match(document.text, span[1]) for span in (one, other)):
        return True
    clauses = [_own_words(document, span) for span in (one, other)]
    return any(CHANGE.search(clause) or PHASE.search(clause) for clause in clauses)


def _is_of_other_one(document: Document, one: Span, other: Span) -> bool:
    """Whether one of two figures is told of an earlier plan or another poll, and the other of none."""
    sentences = [document.quote(sentence_of(document, span)) for span in (one, other)]
    if A_POLL.match(sentences[1]) and not POLLED.search(sentences[0]):
        return True
    clauses = [document.text[sentence_of(document, span)[0] : span[0]] for span in (one, other)]
    return bool(OTHER_ONE.search(clauses[0])) != bool(OTHER_ONE.search(clauses[1]))


def adds_moment(document: Document, one: Span, other: Span) -> bool:
    """Whether the later of two figures is told of a moment that the earlier's sentence does not name, or once more."""
    start, end = clause_around(document, other)
    clause = f"{document.text[start : other[0]]} {document.text[other[1] : end]}".lower()
    named = {match.group() for match in MOMENT_NAMED.finditer(clause)}
    return bool(AGAIN.search(clause) or named - set(document.quote(sentence_of(document, one)).lower().split()))


def _own_words(document: Document, span: Span) -> str:
    """The words of a figure's clause, from the figure before it on."""
    start, end = clause_around(document, span)
    return FIGURE_BEFORE.sub("", document.text[start : span[0]]) + document.text[span[0] : end]
