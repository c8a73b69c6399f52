"""Extraction of votes: readings with gaps in their days come in, those of the article's news get its day."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.claims.clock import Clock
from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.votes.bodies import Body, house_kind, is_court, is_people, works_by_votes
from generator.extract.votes.context import FAR, OTHER_TIME
from generator.extract.votes.days import only_day
from generator.extract.votes.reading import ELECTORATE, Reading
from generator.extract.votes.sittings import SAID_THAT, gone, is_before, tells_of_sitting
from generator.model.dates import period
from generator.model.words import VoteStatus

LEAD = 3  # sentences in which an article gives the day of its news
NEWS = 10  # days before publication within which a vote is the article's news


def date_alike(
    readings: list[tuple[int, Reading]], published: datetime.date | None, lead: tuple[int, TimeFinding] | None
) -> list[tuple[int, Reading]]:
    """Readings with the day of the article's news for votes that have none, where all dated votes of late have one.

    Args:
        readings: with the number of each one's sentence.
        published: the article's day, or None.
        lead: the sentence and day with which the article opens, which count where no vote of late is dated. A house of
            another kind than those that voted on the day did not sit for all that is told.
    """
    if published is None:
        return readings
    dated = [(n, r) for n, r in readings if r.time and _is_news(r, published) and not _is_of_others(r)]
    recent = {r.time.when.date: (n, r.time) for n, r in reversed(dated) if r.time}
    if not recent and lead:
        recent = {lead[1].when.date: lead}
    if len(recent) != 1:
        return _alike_by_body(readings, [(n, r) for n, r in readings if r.time and _is_news(r, published)])
    ((told, time),) = recent.values()
    sat = {house_kind(r.body) if r.body else None for _, r in dated}

    def takes(number: int, reading: Reading) -> bool:
        kind = house_kind(reading.body) if reading.body else None
        if _is_of_others(reading):
            return False
        return _takes(reading) and abs(number - told) <= FAR and (not sat or None in {kind, *sat} or kind in sat)

    return [(n, replace(r, time=time) if takes(n, r) else r) for n, r in readings]


def _alike_by_body(readings: list[tuple[int, Reading]], dated: list[tuple[int, Reading]]) -> list[tuple[int, Reading]]:
    """Readings of which those of a body that voted on one day of late alone have that day, where they have none."""
    days: dict[str, dict[str, tuple[int, TimeFinding]]] = {}
    for number, reading in reversed(dated):
        if reading.body and reading.time:
            days.setdefault(reading.body.reference, {})[reading.time.when.date or ""] = (number, reading.time)
    alone = {body: next(iter(told.values())) for body, told in days.items() if len(told) == 1}

    def day(number: int, reading: Reading) -> TimeFinding | None:
        told, time = alone.get(reading.body.reference if reading.body else "", (0, None))
        people = reading.body is not None and ELECTORATE in reading.body.words  # each election has a day of its own
        near = time is not None and abs(number - told) <= FAR and not people
        return time if near and _takes(reading) and not is_before(reading) else None

    return [(n, replace(r, time=day(n, r) or r.time)) for n, r in readings]


def lead_day(
    document: Document, sentences: list[Span], bodies: Sequence[Sequence[Body]], clock: Clock
) -> tuple[int, TimeFinding] | None:
    """The past day of late on which an article's first sentences tell of a sitting, with that sentence's number.

    Args:
        sentences: those of the article.
        bodies: what each of them names.
        clock: the article's times.
    """
    for number, (sentence, named) in enumerate(zip(sentences[:LEAD], bodies, strict=False)):
        text = document.quote(sentence)
        sits = tells_of_sitting(text) or (any(map(works_by_votes, named)) and not SAID_THAT.search(text))
        day = only_day(gone(document, sentence, tuple(clock.within(sentence))), document.published) if sits else None
        if day and document.published and _is_late(day, document.published):
            return number, day
    return None


def _is_of_others(reading: Reading) -> bool:
    """Whether no house or court voted: a union's or a party's ballot is held on a day of its own."""
    own = reading.body is not None and not (works_by_votes(reading.body) or is_court(reading.body))
    return own and not (reading.cue.election or (reading.body is not None and is_people(reading.body)))


def _is_late(time: TimeFinding, published: datetime.date) -> bool:
    return 0 <= (published - period(time.when.date or "").first).days <= NEWS


def _is_news(reading: Reading, published: datetime.date) -> bool:
    date = reading.time.when.date if reading.time else None
    if reading.status is not VoteStatus.HELD or not date or period(date).first != period(date).last:
        return False
    return _is_late(reading.time, published) if reading.time else False


def _takes(reading: Reading) -> bool:
    undated = reading.time is None and reading.status is not VoteStatus.PLANNED and not reading.cue.mention
    return undated and not OTHER_TIME.search(reading.clause.text)
