"""Extraction's last look, votes told twice: the parsed article comes in, one vote put on two days goes out."""

import re
from collections.abc import Iterator
from itertools import combinations

from generator.extract.discrepancies.clauses import Values, clause_around, sentence_of, value_at
from generator.extract.discrepancies.comparing import compatible
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.counts import find_tallies

VOTED = Pattern(rf"\b{one_of('voted')}\b", re.IGNORECASE)
BODIES = tuple(Pattern(rf"\b(?:{'|'.join(names)})\b") for names in lexicon("discrepancies")["voting_bodies"])
PAST = Pattern(r"(?i)day\b|\blast (?:week|night)|earlier this week|yesterday|days ago|fortnight ago|weeks? ago")
OTHER = Pattern(rf"\b{one_of('vote_to_come')}\b", re.IGNORECASE)
READING = Pattern(r"(?i)\b(?:first|second|third) reading\b")
"""A stage of one bill, no other vote."""
NEAR = 30


def find_votes_on_two_days(document: Document, times: tuple[TimeFinding, ...]) -> Iterator[Values]:
    found: set[Span] = set()
    told = [time for time in times if PAST.search(time.when.as_written or "") and _is_vote(document, time.span)]
    for one, other in combinations(told, 2):
        fresh = not {one.span, other.span} & found
        if fresh and not compatible(one.when, other.when) and _same(document, one.span, other.span):
            found |= {one.span, other.span}
            yield value_at(document, one.span), value_at(document, other.span)


def _is_vote(document: Document, span: Span) -> bool:
    start, _ = sentence_of(document, span)
    clause = clause_around(document, span)
    near = document.text[max(start, clause[0] - NEAR) : clause[1] + NEAR]
    return bool(VOTED.search(near)) and not OTHER.search(READING.sub("", document.text[start : span[1]]))


def _same(document: Document, one: Span, other: Span) -> bool:
    (a, b), (c, d) = sentence_of(document, one), sentence_of(document, other)
    if (a, b) == (c, d):
        return False
    first, second = document.text[a:b].lower(), document.text[c:d].lower()
    if find_tallies(first) and find_tallies(second):
        return False
    return any(body.search(first) and body.search(second) for body in BODIES)
