"""Extraction of votes: a sentence comes in, what each of its clauses tells of one vote goes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.lexicon import lexicon
from generator.extract.votes.bodies import Body, find_bodies, is_legislature, voting_body
from generator.extract.votes.clauses import Clause, split
from generator.extract.votes.counts import Tally, abstentions, find_tallies
from generator.extract.votes.cue import Cue, words
from generator.extract.votes.cues import find_cues, pattern
from generator.extract.votes.group import Told, group
from generator.extract.votes.motion import bill_in, motion_in, strict_things, things
from generator.model.words import Result, VoteStatus

REMOVAL = re.compile(r"no[- ]confidence|censure|impeach|recall|spill|oust|challenge", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one clause tells of a vote; what it leaves open is None.

    `motion` is None where the clause only points back ("it was lost"); `also` holds the sentence it points back to.
    """

    clause: Clause
    cue: Cue
    status: VoteStatus
    result: Result | None
    motion: str | None
    tally: Tally | None
    abstained: int | None
    body: Body | None
    bill: str | None
    time: TimeFinding | None
    also: Span | None = None
    lone: bool = True

    @property
    def generic(self) -> bool:
        """Whether the words tell that there will be a vote, and name no motion of their own."""
        return self.motion is None or strict_things().search(self.motion) is None


def read_sentence(document: Document, cast: Cast, times: tuple[TimeFinding, ...], sentence: Span) -> Iterator[Reading]:
    """Each vote that a sentence may tell of, in order.

    Args:
        times: the time expressions that stand in the sentence.
    """
    text = document.quote(sentence)
    told = group([cue for cue in find_cues(text) if not _mooted(text, cue)], list(find_tallies(text)), text)
    bodies = find_bodies(document, cast, sentence)
    for clause, part in zip(split(text, sentence[0], [t.span for t in told]), told, strict=False):
        yield _read(clause, part, times, bodies, len(told) == 1)


def _read(clause: Clause, told: Told, times: tuple[TimeFinding, ...], bodies: list[Body], lone: bool) -> Reading:
    cue = told.leading
    held = cue.status is VoteStatus.HELD
    at = clause.sentence[0] + cue.span[0]
    return Reading(
        clause=clause,
        cue=cue,
        status=cue.status,
        result=_result(told, clause.text) if held else None,
        motion=motion_in(clause.text, cue, clause.start - clause.sentence[0]),
        tally=told.tally if held else None,
        abstained=abstentions(clause.text) if told.tally and held else None,
        body=voting_body(bodies, clause.span, at, brings=cue.brings, election=cue.election),
        bill=bill_in(clause.text),
        time=_time(times, clause, at, cue.status, lone),
        lone=lone,
    )


def _result(told: Told, text: str) -> Result | None:
    result = told.result
    if told.survived:
        return Result.REJECTED if REMOVAL.search(text) else Result.PASSED
    return result


def _time(
    times: tuple[TimeFinding, ...], clause: Clause, at: int, status: VoteStatus, lone: bool
) -> TimeFinding | None:
    """The nearest time that a vote of this status can have: in the clause, or at the sentence's beginning."""
    fitting = [time for time in times if _fits(time, status)]
    inside = [time for time in fitting if clause.span[0] <= time.span[0] < clause.span[1]]
    leading = [time for time in fitting if lone or time.span[0] - clause.sentence[0] < 4]
    return min(inside or leading, key=lambda time: (time.when.date is None, abs(time.span[0] - at)), default=None)


def _fits(time: TimeFinding, status: VoteStatus) -> bool:
    words_written = (time.when.as_written or "").casefold()
    relative = time.when.relative or ""
    past = relative.startswith("P-") or words_written.startswith(("last ", "yesterday", "since "))
    ahead = words_written.startswith(("until ", "till ", "by ", "next ", "tomorrow")) or re.match(r"P[1-9]", relative)
    return not past if status is VoteStatus.PLANNED else not ahead


@cache
def _manner() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words(lexicon('votes')['manner'])})\b", re.IGNORECASE)


@cache
def _moot() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words(lexicon('votes')['mooted'])})\b", re.IGNORECASE)


def _mooted(text: str, cue: Cue) -> bool:
    """Whether a vote is only asked for or thought of: such words stand just before it."""
    if cue.status is VoteStatus.CALLED_OFF:
        return False
    reach = 60 if cue.status is VoteStatus.PLANNED else 12
    before = re.split(r"[;:.]|, (?:and|but)\b", text[max(0, cue.span[0] - reach) : cue.span[0]])[-1]
    return _moot().search(before) is not None


def holds(reading: Reading) -> bool:
    """Whether enough speaks for a vote: counts and a motion or body; a motion by its own noun; or a body that votes."""
    clause = reading.clause.text
    body = reading.body is not None
    legislature = reading.body is not None and is_legislature(reading.body)
    if reading.cue.election:
        return True
    if reading.tally:
        return body or reading.motion is not None
    if reading.motion is None:
        return False
    strict = strict_things().search(reading.motion) is not None
    if reading.status is VoteStatus.HELD:
        voted = pattern("voted").search(clause) is not None or _manner().search(clause) is not None
        return (strict and (legislature or voted)) or (voted and legislature and reading.result is not None)
    thing = pattern("thing").search(clause) is not None
    if reading.status is VoteStatus.CALLED_OFF:
        return thing and (strict or things().search(reading.motion) is not None or reading.motion.startswith("to "))
    return _is_planned(reading, thing=thing, strict=strict, legislature=legislature)


TAKES_SIDE = re.compile(
    r"\s+(?:against|for|with|no|yes|aye|in favou?r|as|to|the same|twice|again)\b(?! on\b)", re.IGNORECASE
)


def _is_planned(reading: Reading, *, thing: bool, strict: bool, legislature: bool) -> bool:
    """Whether a vote is to come, by a body or on a motion with a day; how one voter will vote is none."""
    offset = reading.clause.start - reading.clause.sentence[0]
    after = reading.clause.text[reading.cue.span[1] - offset :]
    if TAKES_SIDE.match(after) and not (legislature and after.startswith(" to")):
        return False
    if reading.cue.sure:
        return reading.body is not None or strict
    return (strict or thing) and (legislature or reading.time is not None)
