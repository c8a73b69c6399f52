"""Extraction's last look, times: clauses with their times come in, one happening told at two times goes out."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from generator.extract.cast import Cast
from generator.extract.discrepancies.before_after import find_before_and_after
from generator.extract.discrepancies.clauses import Values
from generator.extract.discrepancies.comparing import compatible, pairs
from generator.extract.discrepancies.corrected_times import find_corrected_times
from generator.extract.discrepancies.dated_things import find_dated_twice
from generator.extract.discrepancies.lasting import find_two_spans
from generator.extract.discrepancies.making import made
from generator.extract.discrepancies.once import find_once_on_two_days
from generator.extract.discrepancies.votes_told import find_votes_on_two_days
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, DiscrepancyFinding, EventFinding, Span, TimeFinding, ValueFinding
from generator.model.words import DiscrepancyKind

Telling = tuple[Span, TimeFinding]
SAME = 0.6
FEWEST = 4


def find_time_discrepancies(
    document: Document,
    cast: Cast,
    times: tuple[TimeFinding, ...],
    claims: tuple[ClaimFinding, ...],
    events: tuple[EventFinding, ...],
) -> tuple[DiscrepancyFinding, ...]:
    """One act, vote, dated thing or length of time told twice, or a time that is put right."""
    found = (
        *_same_events(document, times, events),
        *find_once_on_two_days(document, cast, times),
        *find_votes_on_two_days(document, times),
        *find_dated_twice(document),
        *find_corrected_times(document, times, claims),
        *find_before_and_after(document, cast),
    )
    return (
        *made(DiscrepancyKind.TIME, "when", found),
        *made(DiscrepancyKind.TIME, "length", find_two_spans(document, claims)),
    )


def _same_events(
    document: Document, times: tuple[TimeFinding, ...], events: tuple[EventFinding, ...]
) -> Iterator[Values]:
    timed = [(event.spans[0], time) for event in events if (time := _inside(times, event.spans[0]))]
    for one, other in pairs(timed):
        if not compatible(one[1].when, other[1].when) and _same_act(document, one, other):
            yield tuple(
                ValueFinding(value=time.when.as_written or "", spans=(time.span, span)) for span, time in (one, other)
            )


def _inside(times: tuple[TimeFinding, ...], span: Span) -> TimeFinding | None:
    place = bisect_left(times, span[0], key=lambda time: time.span[0])
    return times[place] if place < len(times) and times[place].span[0] < span[1] else None


def _same_act(document: Document, one: Telling, other: Telling) -> bool:
    """Whether two clauses share most of the words that carry sense, a verb among them, beside their times."""
    mine, theirs = _senses(document, *one), _senses(document, *other)
    shared = mine & theirs
    verb = any(pos == "VERB" for _, pos in shared)
    return verb and len(shared) >= FEWEST and len(shared) >= SAME * min(len(mine), len(theirs))


def _senses(document: Document, span: Span, time: TimeFinding) -> set[tuple[str, str]]:
    return {
        (re.sub(r"(?:ing|ed|es|e|s)$", "", token.lower_), token.pos_)
        for token in document.phrase(span)
        if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and not time.span[0] <= token.idx < time.span[1]
    }
