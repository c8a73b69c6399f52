"""Extraction of votes: readings in the article's order come in, those of one vote go out together."""

import re
from dataclasses import replace

from generator.extract.patterns import Pattern
from generator.extract.votes.anaphora import is_anaphoric
from generator.extract.votes.antecedents import ABOUT_A_VOTE
from generator.extract.votes.ballot import THE_KIND, Ballot, content
from generator.extract.votes.bills import bill_in
from generator.extract.votes.bodies import house_kind, is_court, is_whole, works_by_votes
from generator.extract.votes.contests import contests
from generator.extract.votes.context import OTHER_TIME
from generator.extract.votes.group import YEAR
from generator.extract.votes.motion import BY_ALL
from generator.extract.votes.reading import Reading
from generator.extract.votes.retelling import (
    is_detail,
    is_of_day,
    is_of_removal,
    is_of_year,
    is_retold,
    is_same_election,
    is_taken_up,
    is_undone,
    names_kind,
)
from generator.model.dates import period
from generator.model.words import Result, VoteStatus

RECENT = 40  # votes told of last that a reading is compared with, so that a long article takes no longer a word
NEARBY = 2  # sentences between two tellings of one vote
FAR = 8  # sentences between an election and the share of its votes that somebody had
CLOSE = 4  # sentences between a vote and its figures
# A vote by no more than its kind.
A_VOTE = Pattern(r"(?:an?|the)(?: (?:new|fresh|second))? (?:vote|ballot|division)", re.IGNORECASE)
FEW = 20  # votes of one side, up to which two counts may be alike by chance
# What makes a vote of a few another one: "was also defeated 10-14", "was later amended by a 4-3 vote".
FURTHER = Pattern(r"\b(?:was|were) (?:also|later|then)\b", re.IGNORECASE)
# What is told of as new: "to sell it", "an order".
NEW = Pattern(r"to |that |an? ")
MOST = 0.6  # of the shorter motion's words that two tellings of one vote share


def merge(readings: list[tuple[int, Reading]]) -> list[Ballot]:
    """Readings of one vote together, in the order in which the article first tells of each.

    Args:
        readings: with the number of each one's sentence.
    """
    ballots: list[Ballot] = []
    for number, reading in readings:
        rule = _of if reading.stance else _shares if reading.cue.share else _same
        known = [b for b in ballots[-RECENT:] if _is_of_when(b.motion) == _is_of_when(reading.motion)]
        same = next((b for b in reversed(known) if rule(b, reading, number)), None)
        same = same or next((b for b in known if b is ballots[0] and is_detail(ballots, b, reading, number)), None)
        same = same or next((b for b in reversed(known) if is_undone(b, reading, number)), None)
        if same is None and (
            (reading.stance and not _in_passing(reading)) or (reading.cue.casting and reading.motion is None)
        ):
            continue
        if same is None and any(_is_share(ballot, reading) for ballot in known):
            continue
        if same is None:
            ballots.append(same := Ballot(first=number))
            reading = _set_again(ballots, reading, number)
        same.add(reading, number)
    settled = {content(ballot.motion) for ballot in ballots if ballot.status is not VoteStatus.PLANNED}
    return [ballot for ballot in ballots if not (_is_brought(ballot) and _is_among(content(ballot.motion), settled))]


def _is_brought(ballot: Ballot) -> bool:
    """Whether no more is told of a vote to come than that somebody has brought the motion."""
    known = ballot.known
    return ballot.status is VoteStatus.PLANNED and all(_brings(r) and r.time is None for r in known)


def _brings(reading: Reading) -> bool:
    """Whether words tell that somebody has brought a motion, on which there will be a vote."""
    return reading.status is VoteStatus.PLANNED and reading.cue.brings and reading.cue.sure


def _is_among(motion: frozenset[str], others: set[frozenset[str]]) -> bool:
    """Whether what became of a motion is told in other words for it."""
    return any(motion <= other or other <= motion for other in others)


def _is_of_when(motion: str | None) -> bool:
    return ABOUT_A_VOTE.match(motion or "") is not None


def _set_again(ballots: list[Ballot], reading: Reading, number: int) -> Reading:
    """A reading of "a vote" to come, just after one was called off, as one on the same motion."""
    before = ballots[-2] if len(ballots) > 1 else None
    near = before and before.status is VoteStatus.CALLED_OFF and number - before.last <= NEARBY
    named = reading.motion is None or A_VOTE.fullmatch(reading.motion) is not None
    again = reading.status is VoteStatus.PLANNED and not reading.cue.election and named
    return replace(reading, motion=before.motion) if before and near and again else reading


def _in_passing(reading: Reading) -> bool:
    """Whether how some voted tells of a vote that was held: one on a named bill, or on something of a year."""
    motion = reading.motion or ""
    held = reading.status is VoteStatus.HELD and reading.cue.votes and reading.also is None
    dated = reading.time is not None and YEAR.search(reading.time.when.as_written or "") is not None
    return held and (bill_in(motion) is not None or (dated and not is_anaphoric(motion)))


def _same(ballot: Ballot, reading: Reading, number: int) -> bool:
    first = ballot.readings[0]
    if ballot.status is not reading.status or first.cue.election != reading.cue.election:
        return False
    told = next((r.tally for r in ballot.known if r.tally), None)
    if first.cue.election:
        return _is_one_election(ballot, reading, number)
    if reading.motion == "impeached" and "impeach" in (ballot.motion or "") and not _apart(ballot, reading):
        return True
    retold = (
        is_retold(ballot, reading) or is_taken_up(ballot, reading, number) or is_of_removal(ballot, reading, number)
    )
    if retold and not _apart(ballot, reading):
        return True
    if told and reading.tally:
        same = {told.first, told.second} == {reading.tally.first, reading.tally.second}
        return same and not _apart(ballot, reading) and not _of_another(ballot, reading)
    if _completes(ballot, reading, number) or _answers(ballot, reading, number):
        return True
    if (ballot.result and reading.result and ballot.result is not reading.result) or _apart(ballot, reading):
        return False
    near = number - ballot.last <= NEARBY
    if near and names_kind(ballot, reading):
        return True
    return (
        (near and (reading.also is not None and ballot.motion == reading.motion))
        or _alike(ballot, reading)
        or (
            near
            and reading.status is VoteStatus.PLANNED
            and not (_brings(reading) or _brings(ballot.readings[0]))
            and _announced(ballot, reading)
        )
    )


def _of_another(ballot: Ballot, reading: Reading) -> bool:
    """Whether votes of a few, who often divide alike, are on motions of their own: a court "ruled 5-4" twice."""
    few = reading.tally is not None and max(reading.tally.first, reading.tally.second) < FEW
    if few and FURTHER.search(reading.clause.text):
        return True
    if few and not reading.also and {ballot.result, reading.result} == {Result.PASSED, Result.REJECTED}:
        return reading.motion is not None
    own = reading.also is None and NEW.match(reading.motion or "") is not None
    return few and own and not content(ballot.motion) & content(reading.motion)


def _is_one_election(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether two tellings are of one election: of one name, or the later names none of its own, not long after."""
    if _apart(ballot, reading):
        return False
    told = next((r.tally for r in ballot.known if r.tally), None)
    if told and reading.tally:
        return {told.first, told.second} == {reading.tally.first, reading.tally.second}
    near = number - ballot.last <= NEARBY and reading.also is not None and ballot.motion == reading.motion
    near = near or is_of_year(ballot, reading) or is_of_day(ballot, reading)
    return near or _alike(ballot, reading) or (number - ballot.last <= FAR and is_same_election(ballot, reading))


def _of(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether how some voted belongs to a vote of that status: it names its motion, or follows close and names none."""
    if ballot.status is not reading.status or ballot.readings[0].cue.election:
        return False
    near = number - ballot.last <= NEARBY
    motion = reading.motion or "it"
    points = reading.also is not None or is_anaphoric(motion) or THE_KIND.fullmatch(motion) is not None
    # A party votes in the house, and is no other.
    house = reading if reading.body and house_kind(reading.body) else replace(reading, body=None)
    then = OTHER_TIME.search(reading.clause.text) or _apart(ballot, house)
    return not then and (_alike(ballot, reading) or (near and points))


def _shares(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether somebody's share of the votes is that of an election told of before, not long ago."""
    election = ballot.readings[0].cue.election and ballot.status is reading.status
    if contests(reading.clause.text) and not (_alike(ballot, reading) or is_same_election(ballot, reading)):
        return False
    return election and number - ballot.last <= FAR and not _apart(ballot, reading)


def _is_share(ballot: Ballot, reading: Reading) -> bool:
    """Whether a telling that points back at a vote and says otherwise only tells how a party in the house split."""
    against = ballot.result is not None and ballot.result is not reading.result
    party = reading.body is not None and not works_by_votes(reading.body) and not is_court(reading.body)
    split = reading.result is None and reading.cue.result is Result.TIED
    same = ballot.motion == reading.motion or any(r.clause.sentence == reading.also for r in ballot.known)
    return bool(against and (party or split) and reading.also and same)


def _completes(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether a telling without its own motion gives the vote told of just before its figures or breaks its tie."""
    if ballot.status is not VoteStatus.HELD or number - ballot.last > CLOSE:
        return False
    if reading.breaks_tie and reading.tally is None:
        return ballot.result is Result.TIED
    if not reading.cue.noun:
        return False
    points_back = reading.also is not None or reading.motion is None
    elsewhere = reading.also is not None and all(r.clause.sentence != reading.also for r in ballot.known)
    if elsewhere and ballot.motion != reading.motion and not reading.follows:
        return False  # "The Senate backed the levy. The vote was 66 to 58", whatever was voted on before
    return points_back and reading.tally is not None and not any(r.tally for r in ballot.known)


def _answers(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether a telling gives the result of a referendum told of just before: "With all counted, 58% had voted no"."""
    asked = any(BY_ALL.search(r.clause.text) for r in ballot.known) and ballot.result is None
    open_ended = reading.cue.ballot and BY_ALL.search(reading.clause.text) is None
    return asked and open_ended and number - ballot.last <= NEARBY and not _apart(ballot, reading)


def _apart(ballot: Ballot, reading: Reading) -> bool:
    """Whether two tellings name different days or different houses."""
    days = [period(r.time.when.date) for r in [*ballot.known, reading] if r.time and r.time.when.date]
    named = [r.body for r in [*ballot.known, reading] if r.body and r.body.entity]
    bodies = {body.reference for body in named if not is_whole(body)}
    told = {r.time.when.as_written for r in [*ballot.known, reading] if r.time and not r.time.when.date}
    houses = {kind for r in [*ballot.known, reading] if r.body and (kind := house_kind(r.body))}
    other_days = bool(days) and max(day.first for day in days) > min(day.last for day in days)
    return other_days or len(bodies) > 1 or len(told) > 1 or len(houses) > 1


def _alike(ballot: Ballot, reading: Reading) -> bool:
    """Whether two motions share most of their words."""
    mine, theirs = content(ballot.motion), content(reading.motion)
    shared = len(mine & theirs)
    return shared >= 2 and shared >= MOST * min(len(mine), len(theirs))


def _announced(ballot: Ballot, reading: Reading) -> bool:
    """Whether one telling announces a vote and the other, close by, what will be tabled for it."""
    return bool(ballot.readings[0].generic) != bool(reading.generic)
