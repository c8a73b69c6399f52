"""Extraction of votes: a word for a body in its sentence comes in, whether it stands there for no voter goes out."""

import re

from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.findings import Span
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern

# What makes a body's name part of another thing's: "council tax", "the Cabinet Office", "committee member".
OWNED = Pattern(
    r"\s(?:tax|stages?|house|office|orders?|branch|directors?|producers?|papers?|ministers?|secretary|secretariat|leaders?|members?|sources?|chairman|chairwoman|chair|staff|spokes\w+|candidates?|seats?|MPs?|MLAs?|MEPs?|MSPs?|"
    r"room|aides?|officials?|officers?|clerks?|website|documents?|minutes|whips?|backbench\w*|speaker|president|elections?|primary|race|campaign|Secretary|"
    r"Secretaries|Office|Minister|Speaker|Member|Leader|President|Republicans?(?! leaders)|Democrats?"
    r"|alliance|bubble|establishment|observers?|veteran|library|hearing|maps?|districts?|floor"
    r" leader|inquiry)\b"
)
# Of what a body is part: "the council's scrutiny committee"; and before a stage of a bill: "amended in committee".
OWNS = Pattern(r"['’]s? (?:[\w-]+ ){0,3}?(?:committee|panel|board|cabinet|executive|caucus)\b")
# "House Speaker Jane Doe said the chamber would vote": whose speaker tells which chamber.
CHAMBER = Pattern(r"the chamber", re.IGNORECASE)
OF_HOUSE = Pattern(r"\b(?P<house>House|Senate|Assembly) (?:Speaker|President|(?:Majority|Minority) (?:Leader|Whip))\b")
# What is told of a house and is not done by it: how long it sits, and what offends it.
NO_SITTING = Pattern(
    r"\b(?:\w+est|first|last|worst|most \w+|only)\b[^.,;]{0,40} of (?:the )?$|\bcontempt of $", re.IGNORECASE
)
TERM = Pattern(r"(?:the |this )?(?:parliament|congress|legislature|assembly)", re.IGNORECASE)
IN = Pattern(r"\b(?:in|to|from|of|through) $", re.IGNORECASE)
# Those who sit in a body and vote are the body: "council members voted", "board members unanimously backed".
VOTING_MEMBERS = Pattern(
    r"\s(?:members|councillors|councilors|backbenchers|delegates)\s(?:(?:have|had|also|then|later|earlier|\w+ly)\s){0,2}"
    r"(?:vot(?:ed|e)\b|reject|approv|back|pass|agree|adopt|endors|elect|chose\b|choos|pick|select|defeat|support|decid|refus|divided|split"
    r"|(?:will|are due to|are to) vote)"
)
# After these a new phrase begins: no part of the House is counted in "26-6 and the House" or "two of the House".
JOINING = r"and|but|of|or|in|by|to|at|on|from|before|after|as|when|while|with|against|for|passed|through"
QUANTIFIED = Pattern(
    rf"(?i:(?:\b(?!(?:19|20)\d\d\b)(?<!\d[:–-]){NUMBER}(?:\.\d+)?(?: ?%| ?per ?cent)?"
    rf"|\b(?:several|some|many|few|most|rebel"
    rf"|as many as|each)))(?: of(?: the| his| her"
    rf"| their)?)?(?: (?!(?:{JOINING}|the|{MONTH}|{WEEKDAY})\b)\w+){{0,2}}\s*$"
)


# What comes from the other house and is voted on in the first: "a Lords proposal that had cross-party support".
FROM_LORDS = Pattern(r"Lords (?:proposals?|amendments?|defeats?)\b")
# One who sits in a body, and not the body: "a member of her own group failed to turn up".
ONE_OF = Pattern(
    r"\b(?:an?|one|another|the only|fellow) (?:[\w-]+ )?(?:member|colleague)"
    r" of (?:(?:the|its|his|her|their) )?(?:own )?$",
    re.IGNORECASE,
)
# All of one side, and no house: "All Democratic senators".
ALL_OF = Pattern(r"All [A-Z]|[Bb]oth (?!the\b|[Hh]ouses|[Cc]hambers)")
# Where a party's members sit, and no court.
SIDE_BENCH = Pattern(r"\b(?:front|back|treasury|opposition|government)[ -]$", re.IGNORECASE)


def is_no_voter(text: str, found: re.Match[str]) -> bool:
    """Whether a word for a body is part of another's name, some or one of those in it, or tells how long it sits."""
    words = found.group()
    return bool(
        QUANTIFIED.search(text[max(0, found.start() - 30) : found.start()])
        or QUANTIFIED.match(words)
        or ALL_OF.match(words)
        or (words == "bench" and SIDE_BENCH.search(text, 0, found.start()))
        or OWNS.match(text, found.end())
        or FROM_LORDS.match(text, found.end() - len("Lords"))
        or ONE_OF.search(text, 0, found.start())
        or (TERM.fullmatch(words) and NO_SITTING.search(text, 0, found.start()))
        or (words == "committee" and IN.search(text, 0, found.start()))
        or (OWNED.match(text, found.end()) and not VOTING_MEMBERS.match(text, found.end()))
    )


def whose_chamber(text: str, place: Span) -> Span | None:
    """Where the house of "the chamber" is named: by the title of who leads it, in the sentence."""
    titles = [*OF_HOUSE.finditer(text, 0, place[0])] if CHAMBER.fullmatch(text, *place) else []
    return titles[-1].span("house") if titles else None
