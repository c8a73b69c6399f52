"""Extraction of votes: a reading and the bodies that may have voted come in, those that can vote on it go out."""

import re
from collections.abc import Mapping, Sequence

from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import Body, house_kind, works_by_votes
from generator.extract.votes.chambers import is_council
from generator.extract.votes.reading import Reading
from generator.extract.votes.voters import AT_SITTING, OF_MAYOR
from generator.model.words import Result, VoteStatus

# What no upper house votes on.
OF_CONFIDENCE = Pattern(
    r"\bconfidence\b|\bcensure against\b|\bconsider (?:his|her|their) position\b"
    r"|\bcalling (?:on|for) [^,;]{2,60} to resign\b",
    re.IGNORECASE,
)
# What only a house has confidence in, and no committee of it.
IN_MINISTER = Pattern(
    r"\b(?:[Mm]inisters?|[Ss]ecretary|[Gg]overnment|[Pp]remier|[Tt]aoiseach|[Cc]abinet|[Ss]peaker|[Pp]resident)\b"
    r"(?! of the)"
)
# Who brings what is voted on: in the house in which they sit.
MOVER = Pattern(
    r"\b(?P<owner>(?:[A-Z][\w’'.-]* )*?[A-Z][\w-]+)['’]s? (?:\w{1,30} )?(?:motion|amendment|bid)\b"
    r"|\b(?:motion|amendment|attempt|bid) (?:by|from) (?P<by>(?:[A-Z][\w’'.-]* )*[A-Z][\w’'-]+)"
)
# Whom a house chooses, and who wins that by few votes: "was elected First Minister by 66 votes to 59".
OF_HOUSE = Pattern(
    r"\b(?:(?:deputy )?speaker|presiding officer|ceann comhairle|taoiseach|(?:deputy )?first minister)\b", re.IGNORECASE
)
BY_COUNT = Pattern(r"\b(?:prime minister|chief minister|premier|chancellor|president)\b", re.IGNORECASE)
OF_ALL_PEOPLE = Pattern(r"\b(?:general|presidential|parliamentary) election\b|\b(?:voters|poll)\b", re.IGNORECASE)
# What only judges decide.
OF_COURT = Pattern(
    r"(?:an?|the|his|her|its|their|another|one) (?:[\w-]+ )?(?:plea|appeal|petition|writ)\b", re.IGNORECASE
)
# Whom a party chooses.
OF_PARTY_PEOPLE = Pattern(r"\b(?:leader|deputy|whip|candidate|nominee)\b", re.IGNORECASE)
ON_ONE = Pattern(r"\b(?:on|of) the (?:[\w-]+ ){0,5}(?:committee|panel)$", re.IGNORECASE)
# What a lower house does to somebody, and how the upper then tries them.
IMPEACHES = Pattern(r"\bimpeach(?:ed|ment)\b(?! trial)|^(?:the )?(?:\w+ )?articles?\b(?! \d)", re.IGNORECASE)
TRIES = Pattern(r"\b(?:convict|acquit)\w*|^to remove\b", re.IGNORECASE)
# A committee of more than any house has.
OF_A_PARTY = Pattern(r"\b(?:central|national|state) committee\b", re.IGNORECASE)
MOST_IN_HOUSE = 1000  # who vote in any house
MOST_IN_COMMITTEE = 60  # who vote in any committee


def seat_of_mover(motion: str, seats: Mapping[str, str]) -> str | None:
    """The kind of house in which who brings a motion sits, as a title there or before tells."""
    found = MOVER.search(motion)
    words = (found["owner"] or found["by"]).split() if found else []
    titled = (seat_of(word) for word in words)
    return next(filter(None, titled), None) or (seats.get(words[-1]) if words else None)


def seat_of(title: str) -> str | None:
    """The kind of house whose members have a title."""
    return next((house for house, titles in lexicon("votes")["seated_as"].items() if title in titles), None)


def able_to_vote(
    reading: Reading,
    choices: Sequence[Body],
    worked: Sequence[Body],
    trial: Sequence[Body],
    seats: Mapping[str, str],
) -> list[Body]:
    """Of the bodies that may have voted, the likeliest first, those that can vote on what a reading is on.

    Args:
        worked: the bodies at work in the sentences before, which come first where the kind of house matters.
        trial: all the houses of an article that is on an impeachment.
        seats: the kind of house in which those sit whom the article tells by such a title, by surname.
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
    if seat := seat_of_mover(motion, seats):
        able = [body for body in [*reversed(worked), *able] if house_kind(body) not in ({"upper", "lower"} - {seat})]
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


def choosing_house(reading: Reading, choices: Sequence[Body], named: Sequence[Body]) -> Body | None:
    """Of the bodies at work, the likeliest first, the one that chose whom only a house or a council chooses.

    Args:
        named: all houses and councils of the article: where it has one council alone, that chooses its mayor.
    """
    text = reading.clause.text
    tally = reading.tally
    few = tally is not None and max(tally.first, tally.second) < MOST_IN_HOUSE
    if reading.status is not VoteStatus.HELD or OF_ALL_PEOPLE.search(text):
        return None
    if (few or AT_SITTING.search(text)) and OF_MAYOR.search(reading.motion or ""):
        only = named[0] if named and all(map(is_council, named)) else None
        return next(filter(is_council, choices), only)
    if not (OF_HOUSE.search(reading.motion or "") or (few and BY_COUNT.search(reading.motion or ""))):
        return None
    return next((body for body in choices if house_kind(body) in ("lower", None) and works_by_votes(body)), None)


def is_committee(body: Body) -> bool:
    """Whether a body is a committee, or those who sit on one: "MPs on the justice committee"."""
    return house_kind(body) == "committee" or ON_ONE.search(body.words) is not None


def is_of_more(reading: Reading) -> bool:
    """Whether more voted than sit in any committee."""
    return reading.tally is not None and reading.tally.first + reading.tally.second > MOST_IN_COMMITTEE
