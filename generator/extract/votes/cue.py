"""Extraction of votes: what a cue is: words that tell of a vote, with what they say of it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.extract.findings import Span
from generator.model.words import Result, VoteStatus


class Place(StrEnum):
    """On which side of a cue the words for what is voted on stand."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, kw_only=True)
class Cue:
    """Words that tell of a vote; offsets are into the sentence.

    Attributes:
        sure: whether they tell of a vote with a motion or a body alone; others need a count or the manner of voting.
        election: whether people, not motions, are voted on.
        survived: whether it says that somebody came through a vote.
        brings: whether its subject brings a motion, or faces one, and so is not the body that votes.
        votes: whether it is the verb of voting itself.
        noun: whether it tells of a vote by a noun ("the vote was"
        " 5-4") or by how it split, and may say no more than figures.
        casting: whether it tells how a tie was broken.
        told: whether it says that there was a vote, in words that are said of nothing else.
        mention: whether it only names an election.
        undated: whether a day beside it is of what else is told: "quit the race for the seat on Monday".
        share: whether it only tells what share of an election's votes somebody had.
        ballot: whether all the people voted, and no house.
        fell_short: whether a motion had more votes than were against it, and too few.
        moved: whether it says that a vote was put off to another day.
        stance: whether it tells how some of those who vote did, and not how the vote went.
    """

    span: Span
    status: VoteStatus
    result: Result | None = None
    place: Place = Place.AFTER
    sure: bool = False
    election: bool = False
    survived: bool = False
    brings: bool = False
    votes: bool = False
    noun: bool = False
    casting: bool = False
    told: bool = False
    mention: bool = False
    undated: bool = False
    share: bool = False
    stance: bool = False
    ballot: bool = False
    moved: bool = False
    fell_short: bool = False


def words(values: Iterable[object]) -> str:
    """Words as alternatives of a pattern, longest first; a space stands for any white space."""
    listed = sorted(map(str, values), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed)
