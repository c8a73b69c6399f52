"""Extraction's last look, votes told twice: the parsed article comes in, one vote put on two days goes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.discrepancies.clauses import Values, clause_around, sentence_of, value_at
from generator.extract.discrepancies.comparing import compatible, pairs
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.counts import find_tallies

VOTED = Pattern(rf"\b{one_of('voted')}\b", re.IGNORECASE)
BODIES = tuple(Pattern(rf"\b(?:{'|'.join(names)})\b") for names in lexicon("discrepancies")["voting_bodies"])
HOUSES = tuple(Pattern(rf"\b{one_of(key)}\b") for key in ("upper_houses", "lower_houses"))
PAST = Pattern(r"(?i)day\b|\blast (?:week|night)|earlier this week|yesterday|days ago|fortnight ago|weeks? ago")
OTHER = Pattern(rf"\b{one_of('vote_to_come')}\b", re.IGNORECASE)
NO_OTHER = Pattern(r"(?i)\b(?:(?:first|second|third) reading|earlier (?:this|in the) (?:week|month|year))\b")
"""A stage of one bill, or the time itself: no other vote."""
LOST_THING = Pattern(
    r"(?i)\blost (?:its|his|her|their|the|an?) (?:\w+ ){0,2}?(?:majority|seat|whip|support|control|job|post|deposit)\b"
)
"""What is lost without a vote."""
NEXT_CLAUSE = Pattern(r"(?s) ?(?:after|because|when) (?:[A-Z]|he |she |they ).*")
"""What somebody did in the clause behind: `… last week [after Mr Hughes voted against it]`."""
NEAR = 30


@dataclass(frozen=True, kw_only=True)
class _Told:
    """A time of a vote, its sentence, which of `BODIES` and `HOUSES` the sentence names, and whether it has a tally."""

    time: TimeFinding
    sentence: Span
    bodies: frozenset[int]
    houses: frozenset[int]
    counted: bool


def find_votes_on_two_days(document: Document, times: tuple[TimeFinding, ...]) -> Iterator[Values]:
    """The clauses of two times of one body's vote that cannot both be right."""
    found: set[Span] = set()
    told = [
        _told(document, time)
        for time in times
        if PAST.search(time.when.as_written or "") and _is_vote(document, time.span)
    ]
    for one, other in pairs(told):
        fresh = _may_be_same(one, other) and not {one.time.span, other.time.span} & found
        if fresh and not compatible(one.time.when, other.time.when):
            found |= {one.time.span, other.time.span}
            yield value_at(document, one.time.span), value_at(document, other.time.span)


def _is_vote(document: Document, span: Span) -> bool:
    start, _ = sentence_of(document, span)
    clause = clause_around(document, span)
    behind = NEXT_CLAUSE.sub("", document.text[clause[1] : clause[1] + NEAR])
    near = LOST_THING.sub("", document.text[max(start, clause[0] - NEAR) : clause[1]] + behind)
    return bool(VOTED.search(near)) and not OTHER.search(NO_OTHER.sub("", document.text[start : span[1]]))


def _told(document: Document, time: TimeFinding) -> _Told:
    sentence = sentence_of(document, time.span)
    words = document.quote(sentence).lower()
    bodies = frozenset(place for place, body in enumerate(BODIES) if body.search(words))
    houses = frozenset(place for place, house in enumerate(HOUSES) if house.search(words))
    return _Told(time=time, sentence=sentence, bodies=bodies, houses=houses, counted=bool(find_tallies(words)))


def _may_be_same(one: _Told, other: _Told) -> bool:
    """Whether two sentences may tell of one vote: of one body, no other house, and not each has a tally of its own."""
    if one.houses and other.houses and one.houses.isdisjoint(other.houses):
        return False
    return bool(one.bodies & other.bodies) and one.sentence != other.sentence and not (one.counted and other.counted)
