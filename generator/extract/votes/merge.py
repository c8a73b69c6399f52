"""Extraction of votes: readings in the article's order come in, those of one vote go out together."""

from dataclasses import dataclass, field

from generator.extract.votes.bodies import is_court, works_by_votes
from generator.extract.votes.counts import counts_of
from generator.extract.votes.motion import is_anaphoric
from generator.extract.votes.reading import Reading
from generator.extract.votes.things import strict_things
from generator.model.ids import fold
from generator.model.records import Counts
from generator.model.words import Result, VoteStatus

NEARBY = 2  # sentences between two tellings of one vote
CLOSE = 4  # sentences between a vote and its figures
MOST = 0.6  # of the shorter motion's words that two tellings of one vote share
STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "on",
        "to",
        "and",
        "or",
        "at",
        "by",
        "that",
        "which",
        "with",
        "its",
        "his",
        "her",
        "their",
        "be",
        "would",
        "new",
    ]
)


@dataclass
class Ballot:
    """One vote as told so far, and the number of the sentence that told of it last."""

    readings: list[Reading] = field(default_factory=list)
    last: int = 0

    @property
    def status(self) -> VoteStatus:
        """All tellings of one vote have one status."""
        return self.readings[0].status

    @property
    def result(self) -> Result | None:
        """The result that is told first; a tie stands only where no telling says how it was broken."""
        told = [r.result for r in self.readings if r.result]
        return next((result for result in told if result is not Result.TIED), told[0] if told else None)

    @property
    def counts(self) -> Counts:
        """The counts that are told first, given to the sides by the result."""
        for reading in self.readings:
            if reading.tally:
                return counts_of(reading.tally, reading.result or self.result, reading.abstained)
        return Counts()

    @property
    def motion(self) -> str | None:
        """The words for what is voted on: the first that name a motion by its noun, else the first."""
        told = [r.motion for r in self.readings if r.motion]
        return next((motion for motion in told if strict_things().search(motion)), told[0] if told else None)


def content(words: str | None) -> frozenset[str]:
    """The words that tell one motion from another."""
    return frozenset(word.strip(".,'’\"“”()") for word in fold(words or "").split()) - STOP


def merge(readings: list[tuple[int, Reading]]) -> list[Ballot]:
    """Readings of one vote together, in the order in which the article first tells of each.

    Args:
        readings: with the number of each one's sentence.
    """
    ballots: list[Ballot] = []
    for number, reading in readings:
        rule = _of if reading.stance else _same
        same = next((b for b in reversed(ballots) if rule(b, reading, number)), None)
        if same is None and (reading.stance or (reading.cue.casting and reading.motion is None)):
            continue
        if same is None and any(_is_share(ballot, reading) for ballot in ballots):
            continue
        if same is None:
            ballots.append(same := Ballot())
        same.readings.append(reading)
        same.last = number
    return ballots


def _same(ballot: Ballot, reading: Reading, number: int) -> bool:
    first = ballot.readings[0]
    if ballot.status is not reading.status or first.cue.election != reading.cue.election:
        return False
    told = next((r.tally for r in ballot.readings if r.tally), None)
    if told and reading.tally:
        return {told.first, told.second} == {reading.tally.first, reading.tally.second} and not _apart(ballot, reading)
    if _completes(ballot, reading, number):
        return True
    if (ballot.result and reading.result and ballot.result is not reading.result) or _apart(ballot, reading):
        return False
    near = number - ballot.last <= NEARBY
    return (
        (near and (reading.also is not None and ballot.motion == reading.motion))
        or _alike(ballot, reading)
        or (near and reading.status is VoteStatus.PLANNED and _announced(ballot, reading))
    )


def _of(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether how some voted belongs to a vote of that status: it names its motion, or follows close and names none."""
    if ballot.status is not reading.status or ballot.readings[0].cue.election:
        return False
    near = number - ballot.last <= NEARBY
    return _alike(ballot, reading) or (near and (reading.also is not None or is_anaphoric(reading.motion or "it")))


def _is_share(ballot: Ballot, reading: Reading) -> bool:
    """Whether a telling that points back at a vote and says otherwise only tells how a party in the house split."""
    against = ballot.result is not None and ballot.result is not reading.result
    party = reading.body is not None and not works_by_votes(reading.body) and not is_court(reading.body)
    split = reading.result is None and reading.cue.result is Result.TIED
    return bool(against and (party or split) and reading.also and ballot.motion == reading.motion)


def _completes(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether a telling without its own motion gives the vote told of just before its figures or breaks its tie."""
    if ballot.status is not VoteStatus.HELD or number - ballot.last > CLOSE or not reading.cue.noun:
        return False
    if reading.cue.casting:
        return ballot.result is Result.TIED and reading.tally is None
    points_back = reading.also is not None or reading.motion is None
    return points_back and reading.tally is not None and not any(r.tally for r in ballot.readings)


def _apart(ballot: Ballot, reading: Reading) -> bool:
    """Whether two tellings name different days or different houses."""
    days = {r.time.when.date for r in [*ballot.readings, reading] if r.time and r.time.when.date}
    bodies = {r.body.reference for r in [*ballot.readings, reading] if r.body and r.body.entity}
    told = {r.time.when.as_written for r in [*ballot.readings, reading] if r.time and not r.time.when.date}
    return len(days) > 1 or len(bodies) > 1 or len(told) > 1


def _alike(ballot: Ballot, reading: Reading) -> bool:
    """Whether two motions share most of their words."""
    mine, theirs = content(ballot.motion), content(reading.motion)
    shared = len(mine & theirs)
    return shared >= 2 and shared >= MOST * min(len(mine), len(theirs))


def _announced(ballot: Ballot, reading: Reading) -> bool:
    """Whether one telling announces a vote and the other, close by, what will be tabled for it."""
    return bool(ballot.readings[0].generic) != bool(reading.generic)
