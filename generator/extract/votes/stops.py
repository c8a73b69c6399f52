"""Extraction of votes: a text comes in, where the words for what is voted on end in it goes out."""

import re

from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern

LONGEST = 160


DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"


WHEN = (
    rf"(?:(?:on|late on|early on|early|late|last|next|this) )?{DAY}(?: (?:morning|afternoon|evening|night))?(?: week)?"
)


SEEN = (
    r"(?:last|next|this|later this|earlier this) (?:night|week|month|year|autumn|spring|summer|winter)|yesterday|today"
    r"|tomorrow|tonight|(?:this|yesterday|tomorrow) (?:morning|afternoon|evening)"
)


MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|April|May|June|July|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct"
    r"(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)


DATE = rf"(?:(?:on|in|until|by|before) )?(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}|in {MONTH})(?:,? (?:19|20)\d\d)?\b"


MANNER = (
    r"(?:by|on|in|at|after|following|without|along|with) (?:(?:a|an|the|its|his|her|party) )?(?:voice vote"
    r"|voices|show of hands|casting"
    r"|same (?:margin|numbers|count|vote)|roll[- ]call|lines|secret|division|consensus|acclamation|unanimous"
    r"|postal|narrow\w*|whisker"
    r"|single vote|wide|large|huge|comfortable)\b[^,.;]{0,25}"
)


# Where the words for a motion end.
STOP = Pattern(
    rf",? by (?:{NUMBER}|a (?:vote|majority|margin|show)|voice|just)|,? with an? (?:\w+ )?(?:majority"
    rf"|margin)\b|, |;|\. | [–—] |: | {WHEN}| (?:{SEEN})\b|"
    rf" {DATE}| {MANNER}"
    rf"| on (?:\d|the voices|[A-Z]\w+ \d)| in (?:19|20)\d\d| with {NUMBER}| with the "
    rf"| and {NUMBER}\b| when | after | because |"
    rf" despite | while "
    rf"| without | until | at (?:a|its|the) \w* ?meeting| {NUMBER}[–-]{NUMBER}| {NUMBER} (?:votes )?to {NUMBER}"
    rf"|\)|[”“\"]|\.?$",
    re.IGNORECASE,
)


# The bracket that closes such a part, where no motion ends.
CLOSES_PART = Pattern(r"\) (?:[A-Z]\w+ ){0,4}(?:Bill|Act|Order|Regulations)\b")


def stop_at(text: str, at: int) -> int:
    """Where the words for a motion end, from a place in them on."""
    stops = (stop.start() for stop in STOP.finditer(text, at) if not CLOSES_PART.match(text, stop.start()))
    return next(stops, len(text))
