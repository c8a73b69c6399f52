"""Extraction of votes: a reading and the bodies that may have voted come in, those that can vote on it go out."""

import re
from collections.abc import Sequence

from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import Body, house_kind
from generator.extract.votes.chambers import is_council
from generator.extract.votes.reading import Reading
from generator.extract.votes.voters import OF_MAYOR
from generator.model.words import Result, VoteStatus

# What no upper house votes on.
OF_CONFIDENCE = Pattern(r"\bconfidence\b|\bcensure against\b", re.IGNORECASE)
# What only a house has confidence in, and no committee of it.
IN_MINISTER = Pattern(
    r"\b(?:[Mm]inisters?|[Ss]ecretary|[Gg]overnment|[Pp]remier|[Tt]aoiseach|[Cc]abinet|[Ss]peaker|[Pp]resident)\b"
    r"(?! of the)"
)
# What one who sits in the upper house brings there.
OF_SENATOR = Pattern(
    r"\b(?:Senator|Sen\.|Baroness) [A-Z][\w’'. -]{0,40}['’]s? (?:\w{1,30} )?(?:motion|amendment|bid)\b"
    r"|\b(?:motion|amendment) (?:by|from) (?:Senator|Sen\.|Baroness) [A-Z]"
)
ON_ONE = Pattern(r"\b(?:on|of) the (?:[\w-]+ ){0,5}(?:committee|panel)$", re.IGNORECASE)
# What a lower house does to somebody, and how the upper then tries them.
IMPEACHES = Pattern(r"\bimpeach(?:ed|ment)\b(?! trial)|^(?:the )?(?:\w+ )?articles?\b(?! \d)", re.IGNORECASE)
TRIES = Pattern(r"\b(?:convict|acquit)\w*|^to remove\b", re.IGNORECASE)
# A committee of more than any house has.
OF_A_PARTY = Pattern(r"\b(?:central|national|state) committee\b", re.IGNORECASE)
MOST_IN_COMMITTEE = 60  # who vote in any committee


def able_to_vote(
    reading: Reading, choices: Sequence[Body], worked: Sequence[Body], trial: Sequence[Body]
) -> list[Body]:
    """Of the bodies that may have voted, the likeliest first, those that can vote on what a reading is on.

    Args:
        worked: the bodies at work in the sentences before, which come first where the kind of house matters.
        trial: all the houses of an article that is on an impeachment.
    """
    text, motion = reading.clause.text, reading.motion or ""
    able = list(choices)
    if reading.status is VoteStatus.PLANNED and reading.cue.brings and reading.cue.sure and reading.time is None:
        able = [body for body in able if reading.elsewhere and body.may_be(reading.elsewhere)]
    if OF_CONFIDENCE.search(motion):
        able = [body for body in [*reversed(worked), *able] if house_kind(body) != "upper"]
        able = [body for body in able if not OF_MAYOR.search(text) or is_council(body)]
        of_minister = IN_MINISTER.search(motion) or (reading.survived and IN_MINISTER.search(text))
        able = [body for body in able if not (of_minister and is_committee(body))]
    if OF_SENATOR.search(motion):
        able = [body for body in [*reversed(worked), *able] if house_kind(body) != "lower"]
    if trial:
        able = _in_a_trial(reading, able, [*reversed(worked), *trial])
    if is_of_more(reading):
        able = [body for body in able if not is_committee(body) or OF_A_PARTY.search(body.words)]
    return able


def _in_a_trial(reading: Reading, able: list[Body], houses: Sequence[Body]) -> list[Body]:
    """Of the bodies that may have voted those that impeach, among which is no upper house, or that one, which tries."""
    motion = reading.motion or ""
    if TRIES.search(motion):
        return [body for body in houses if house_kind(body) == "upper"] or able
    if IMPEACHES.search(motion) and reading.result is Result.PASSED:  # an article that failed did so in the trial
        committee = able[:1] if able and is_committee(able[0]) else []
        lower = [body for body in [*able, *houses] if house_kind(body) == "lower"]
        return committee or lower or [body for body in able if house_kind(body) != "upper"]
    return able


def is_committee(body: Body) -> bool:
    """Whether a body is a committee, or those who sit on one: "MPs on the justice committee"."""
    return house_kind(body) == "committee" or ON_ONE.search(body.words) is not None


def is_of_more(reading: Reading) -> bool:
    """Whether more voted than sit in any committee."""
    return reading.tally is not None and reading.tally.first + reading.tally.second > MOST_IN_COMMITTEE
