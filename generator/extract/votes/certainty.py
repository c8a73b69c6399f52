"""Extraction of votes: a reading comes in, whether enough speaks for a vote goes out."""

import re
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import SHARE, is_legislature, is_people, works_by_votes
from generator.extract.votes.cue import Place, words
from generator.extract.votes.cues import pattern
from generator.extract.votes.group import MARGIN
from generator.extract.votes.modality import AWAITED, NO_SITTING
from generator.extract.votes.motion import PLANS_FOR
from generator.extract.votes.party_contests import INNER
from generator.extract.votes.reading import UNTOLD, Reading
from generator.extract.votes.results import CONFIRMS
from generator.extract.votes.things import strict_things, things
from generator.model.words import VoteStatus

VOTE_NOUN = Pattern(
    r"(?<!casting )\b(?:votes?|ballot|division|referendum|plebiscite|run-?off|election|floor test|one of)\b",
    re.IGNORECASE,
)
VOTERS = Pattern(
    r"\b(?:voters|electorate|shareholders|delegates|members|workers|staff|nurses|doctors|teachers|drivers|residents|parents|lecturers|miners)\b",
    re.IGNORECASE,
)
# One of several motions told of together: "another, to delay publication".
FURTHER = Pattern(
    r"(?:another|an? (?:second|third|fourth|further))(?:,| (?:one|on|from|to|by|for|calling)\b)", re.IGNORECASE
)
HOUSE = Pattern(
    r"\b(?:senate|senators|house|parliament|assembly|congress|commons|lawmakers|legislators|MPs)\b", re.IGNORECASE
)
# What a body is told is no doing of its own: "the committee heard that the plan was approved".
REPORTS = Pattern(r"\b(?:that|heard|hears|told|learned|noted)\b", re.IGNORECASE)
# What somebody turns away in words, whatever bill or house it names: "rejected the charge that the Bill was rushed".
CHARGE = Pattern(
    r"(?:claims|allegations|accusations|suggestions|reports|rumou?rs) (?:that|of)\b"
    r"|(?:the|an?|any|his|her|their|its|these|those|all) (?:\w+ ){0,2}?(?:charges? that|(?:claim|allegation|accusation"
    r"|suggestion|criticism|assertion|insinuation|rumou?r|notion)s?(?: (?:that|of|by|from)\b|$)"
    r"|(?:urgent|written|oral|parliamentary|supplementary|private notice) questions?\b)",
    re.IGNORECASE,
)
# A bill under the name that it has as a law: "the Clean Harbours Act".
NAMED_ACT = Pattern(
    r"(?:the |its |an? )?(?:[A-Z][\w’'-]*,? (?:(?:and|of|for|to|in|on|the|from) ){0,2}){1,9}Act\b(?: of \d{4})?"
)
# A sum that is granted: "approved $16 million for the harbour".
MONEY = Pattern(r"(?:(?:US|C|A|NZ|HK)?[$£€¥]|Rs ?)\d[^.;,]*?\b(?:for|in|to)\b")
# What was to be done and was not.
TO_VOTE = Pattern(r"\b(?:vote|voted|decide|decided|ballot|balloted)$", re.IGNORECASE)
BY_VOTES = Pattern(r"\bby (?:just |only )?[\d,]+ votes\b")
RIGHT_BEFORE = 25  # characters between a body and its verb


@cache
def _sure_manner() -> Pattern:
    return Pattern(rf"\b(?:{words(lexicon('votes')['sure_manner'])}|{MARGIN})\b", re.IGNORECASE)


@cache
def _manner() -> Pattern:
    return Pattern(rf"\b(?:{words(lexicon('votes')['manner'])})\b", re.IGNORECASE)


def holds(reading: Reading) -> bool:
    """Whether enough speaks for a vote: counts and a motion or body; a motion by its own noun; or a body that votes."""
    if reading.stance or reading.cue.casting:
        return True
    clause = reading.clause.text
    body = reading.body is not None
    legislature = reading.body is not None and is_legislature(reading.body)
    if reading.cue.election:
        counted = reading.tally is not None or BY_VOTES.search(clause) is not None
        return reading.cue.sure or counted or reading.time is not None
    if reading.tally and not (reading.result or reading.tally.named or reading.also):
        lost = body and reading.cue.place is Place.AFTER and VOTE_NOUN.search(clause) is not None
        return reading.motion is not None and (lost or _is_matter(reading.motion))
    if reading.tally and (body or reading.cue.told):
        return True
    if reading.tally:
        return reading.also is not None or (reading.motion is not None and _is_matter(reading.motion))
    if reading.motion is None or CHARGE.match(reading.motion):
        return False
    if reading.sides != UNTOLD and _is_matter(reading.motion):
        return True
    strict = bool(strict_things().search(reading.motion) or NAMED_ACT.fullmatch(reading.motion))
    if reading.status is VoteStatus.HELD:
        votes = (m.start() for m in pattern("voted").finditer(clause))
        voted = any(not AWAITED.search(clause, 0, at) for at in votes) or _manner().search(clause) is not None
        if reading.cue.told:
            return True
        decided = reading.cue.sure and not reading.cue.votes and _decides(reading)
        decided = (
            decided or _confirms(reading) or (_sure_manner().search(clause) is not None and _is_matter(reading.motion))
        )
        by_vote = (reading.cue.votes or voted) and not reading.cue.stance and _decides(reading)
        ruled = strict and (legislature or voted)
        shared = reading.body is not None and is_people(reading.body) and SHARE.search(clause) is not None
        return decided or by_vote or ruled or ((shared or (voted and legislature)) and reading.result is not None)
    thing = pattern("thing").search(clause) is not None
    if reading.status is VoteStatus.CALLED_OFF:
        named = _is_matter(reading.motion) or FURTHER.match(reading.motion) is not None
        planned = PLANS_FOR.match(clause, reading.cue.span[1] - reading.clause.start + reading.clause.sentence[0])
        at, end = (place - reading.clause.start + reading.clause.sentence[0] for place in reading.cue.span)
        due = TO_VOTE.search(clause, max(0, at), end) is not None and NO_SITTING.match(clause, end) is not None
        if reading.body is not None and INNER.search(reading.motion):
            return True
        return (due and body) or (
            thing and (named or planned is not None or VOTE_NOUN.search(reading.motion) is not None)
        )
    return _is_planned(reading, thing=thing, strict=strict, legislature=legislature)


def _is_matter(motion: str) -> bool:
    """Whether words name what can be voted on: by a noun for it, or by what is to be done."""
    named = things().search(motion) or MONEY.match(motion) or NAMED_ACT.fullmatch(motion)
    return named is not None or motion.startswith(("to ", "whether "))


def _confirms(reading: Reading) -> bool:
    """Whether a house confirms, impeaches or expels somebody: "the Senate confirmed Ms Ames as"."""
    if reading.body is None or not HOUSE.search(reading.body.words):
        return False
    offset = reading.clause.sentence[0]
    words = reading.clause.text[reading.cue.span[0] + offset - reading.clause.start :]
    gap = offset + reading.cue.span[0] - reading.body.span[1]
    return 0 <= gap <= RIGHT_BEFORE and CONFIRMS.match(words) is not None


def _is_deed(reading: Reading) -> bool:
    """Whether what is voted on is told as something to do: "voted in favour of allowing"."""
    return reading.cue.votes and re.match(r"\w+ing\b", reading.motion or "") is not None


def _is_named(reading: Reading) -> bool:
    """Whether a body that is no party is the subject of the verb of voting: "the Synod voted to"."""
    return reading.cue.votes and reading.body is not None and not reading.body.party


def _decides(reading: Reading) -> bool:
    """Whether a body that votes stands by its verb: "the council rejected plans", "was approved by parliament"."""
    if (
        reading.body is None
        or reading.result is None
        or not (works_by_votes(reading.body) or VOTERS.search(reading.body.words) or _is_named(reading))
    ):
        return False
    at = reading.clause.sentence[0] + reading.cue.span[0]
    after = reading.clause.sentence[0] + reading.cue.span[1]
    between = reading.clause.text[
        max(0, reading.body.span[1] - reading.clause.start) : max(0, at - reading.clause.start)
    ]
    subject = 0 <= at - reading.body.span[1] <= RIGHT_BEFORE and REPORTS.search(between) is None
    agent = reading.body.led == "by" and 0 <= reading.body.span[0] - after <= RIGHT_BEFORE
    return (subject or agent) and (_is_matter(reading.motion or "") or _is_deed(reading))


# What is put off by name: "postponed a vote on the deal until Monday".
PUT_OFF = Pattern(r"\s+(?:an?|the|its|their) (?:[\w-]+ ){0,2}?(?:vote|ballot|division|referendum)\b", re.IGNORECASE)
# What is only laid before a house: "the report would be tabled".
TABLED = Pattern(r"\b(?:be tabled|table|bring)$", re.IGNORECASE)
A_PAPER = Pattern(
    r"(?:the|an?|its|his|her|their|that|this) (?:[\w’'-]+ ){0,3}?(?:reports?|papers?|documents?|accounts|petitions?"
    r"|statements?|reviews?|findings|answers?)\b",
    re.IGNORECASE,
)
TAKES_SIDE = Pattern(
    r"\s+(?:against|for|with|no|yes|aye|in favou?r|as|to|the same|twice|again)\b(?! on\b)", re.IGNORECASE
)


def _is_planned(reading: Reading, *, thing: bool, strict: bool, legislature: bool) -> bool:
    """Whether a vote is to come, by a body or on a motion with a day; how one voter will vote is none."""
    offset = reading.clause.start - reading.clause.sentence[0]
    after = reading.clause.text[reading.cue.span[1] - offset :]
    if TABLED.search(reading.clause.text[: reading.cue.span[1] - offset]) and A_PAPER.match(reading.motion or ""):
        return False
    if not reading.cue.moved and TAKES_SIDE.match(after) and not (legislature and after.startswith(" to")):
        return False
    if reading.cue.sure:
        asked = reading.time is not None and (reading.motion or "").startswith("whether ")
        return asked or reading.body is not None or strict or (reading.cue.moved and PUT_OFF.match(after) is not None)
    timed = reading.time is not None
    matter = reading.motion is not None and _is_matter(reading.motion)
    people = reading.body is not None and VOTERS.search(reading.body.words) is not None
    asked = reading.body is not None and (reading.motion or "").startswith("whether ")
    if (people or asked) and matter and timed:
        return True
    return ((strict or thing) and (legislature or timed)) or (matter and legislature and timed)
