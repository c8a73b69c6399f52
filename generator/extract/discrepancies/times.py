"""Extraction's last look, times: clauses with their times come in, one happening told at two times goes out."""

import datetime
import re
from itertools import combinations

from generator.extract.document import Document
from generator.extract.findings import DiscrepancyFinding, EventFinding, Span, TimeFinding, ValueFinding, VoteFinding
from generator.model.dates import Period, days_from_publication, period
from generator.model.ids import record_id
from generator.model.records import When
from generator.model.words import DiscrepancyKind, VoteStatus

Telling = tuple[Span, TimeFinding]
SAME = 0.6
FEWEST = 4
WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def find_time_discrepancies(
    document: Document, times: tuple[TimeFinding, ...], votes: tuple[VoteFinding, ...], events: tuple[EventFinding, ...]
) -> tuple[DiscrepancyFinding, ...]:
    """The same act told in the same words, or one vote told twice, at times that cannot both be right."""
    pairs = [*_same_events(document, times, events), *_same_votes(times, votes)]
    return tuple(_finding(document, one, other) for one, other in pairs)


def _same_events(
    document: Document, times: tuple[TimeFinding, ...], events: tuple[EventFinding, ...]
) -> list[tuple[Telling, Telling]]:
    timed = [(event.spans[0], time) for event in events if (time := _inside(times, event.spans[0]))]
    return [
        (one, other)
        for one, other in combinations(timed, 2)
        if not compatible(one[1].when, other[1].when) and _same_act(document, one, other)
    ]


def _inside(times: tuple[TimeFinding, ...], span: Span) -> TimeFinding | None:
    return next((time for time in times if span[0] <= time.span[0] < span[1]), None)


def _only(times: tuple[TimeFinding, ...], span: Span) -> TimeFinding | None:
    """The time in a span, where there is one alone: with two, who knows which is the vote's."""
    inside = [time for time in times if span[0] <= time.span[0] < span[1]]
    return inside[0] if len(inside) == 1 else None


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


def _same_votes(times: tuple[TimeFinding, ...], votes: tuple[VoteFinding, ...]) -> list[tuple[Telling, Telling]]:
    found = []
    for vote in votes:
        if vote.status is not VoteStatus.HELD:
            continue
        tellings = [(span, time) for span in vote.spans if (time := _only(times, span))]
        for one, other in combinations(tellings, 2):
            if _of_one_week(one[1].when, other[1].when) and not compatible(one[1].when, other[1].when):
                found.append((one, other))
                break
    return found


def _of_one_week(one: When, other: When) -> bool:
    """Whether two dated times are days or weeks, and near: a year or a far day in a sentence is something else's."""
    mine, theirs = _days(one), _days(other)
    if not mine or not theirs:
        return True
    week = datetime.timedelta(days=7)
    short = all(days.last - days.first < week for days in (mine, theirs))
    return short and abs(mine.first - theirs.first) <= week


def compatible(one: When, other: When) -> bool:
    """Whether two times may be the same; times that cannot be compared may."""
    mine, theirs = _days(one), _days(other)
    if mine and theirs:
        return mine.meets(theirs)
    weekdays = [WEEKDAY.findall(when.as_written or "") for when in (one, other)]
    if all(weekdays) and weekdays[0] != weekdays[1]:
        return False
    if one.relative and other.relative:
        return _relatives_meet(one.relative, other.relative)
    return True


def _days(when: When) -> Period | None:
    return None if when.date is None else period(when.date)


def _relatives_meet(one: str, other: str) -> bool:
    """Whether two durations may point to one day: a week, month or year leaves room for its days, a day for none."""
    room = {"D": 0.0, "W": 6.0, "M": 30.0, "Y": 365.0}
    if "T" in one or "T" in other or one[-1] == other[-1]:
        return one == other
    return abs(days_from_publication(one) - days_from_publication(other)) <= max(room[one[-1]], room[other[-1]])


def _finding(document: Document, one: Telling, other: Telling) -> DiscrepancyFinding:
    about = document.quote(one[0])
    values = tuple(
        ValueFinding(value=time.when.as_written or "", spans=(time.span, span)) for span, time in (one, other)
    )
    return DiscrepancyFinding(
        id=record_id("dis", about, "time", about, *sorted(value.value for value in values)),
        kind=DiscrepancyKind.TIME,
        about=about,
        field="when",
        values=values,
    )
