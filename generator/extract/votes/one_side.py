"""Extraction of votes: words that tell of one side of a vote alone come in, how many were on it goes out."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.votes.counts import on_side
from generator.extract.votes.cue import words

# Of whose members a house's votes are counted, and of no party or camp in it.
PLAIN = (
    "vote",
    "votes",
    "members",
    "deputies",
    "delegates",
    "trustees",
    "directors",
    "judges",
    "countries",
    "nations",
    "states",
    "member states",
)
# Who took a side among others: "19 of his own MPs", "seven from the ruling party".
OF_SOME = Pattern(
    r"\b(?:rebel\w*|own|colleagues?|backbench\w*|whips?|defied|defying|broke ranks|breaking ranks|party|parties"
    r"|others?|speakers?|spoke|including|coalition|opposition|government|bloc|faction|group|caucus|independents?)\b",
    re.IGNORECASE,
)
# What some do for somebody whom a motion is against.
REMOVAL = Pattern(
    r"\bno[- ](?:confidence|trust)\b|\b(?:remov|oust|dismiss|unseat|impeach|sack|recall|censur)\w*", re.IGNORECASE
)
FOR_SOMEBODY = Pattern(
    r"\b(?:back|support)\w* (?:him|her|them|the (?:government|coalition|[a-z]+ ?minister|mayor))\b", re.IGNORECASE
)
# How many votes a motion or who was elected had.
HAD = Pattern(
    rf"\b(?:won|received|got|secured|attracted|drew|garnered|polled|with) (?:only |just )?(?P<of>the votes of )?"
    rf"(?P<number>{NUMBER})(?: of (?:the |its )?{NUMBER})?(?(of) (?:[a-z]+|M[A-Z]*s|TDs)| votes)\b"
    r"(?! (?:to|against|more|fewer|short|clear|ahead|in (?:favou?r|total|all)|for)\b|-)",
    re.IGNORECASE,
)
LOST = Pattern(r"\b(?:lost|losing|defeated|beaten|second|third|runner-up|rival|ahead|majority|margin)\b", re.IGNORECASE)


def one_side(text: str, motion: str | None) -> tuple[int | None, int | None]:
    """How many were for a motion, or against it, where the words count one side alone and all who were on it."""
    told = {side: [number for match, number in on_side(side, text) if _is_of_all(match)] for side in SIDES}
    told["for"] += _had(text)
    if len(told["for"]) + len(told["against"]) != 1 or _is_of_some(text.replace(motion or text, "")):
        return (None, None)
    if told["for"] and FOR_SOMEBODY.search(text) and REMOVAL.search(motion or text):
        return (None, None)
    return (next(iter(told["for"]), None), next(iter(told["against"]), None))


def votes_won(text: str) -> int | None:
    """With how many votes somebody was elected."""
    had = list(_had(text))
    return had[0] if len(had) == 1 and not LOST.search(text) else None


SIDES = ("for", "against")


def _had(text: str) -> Iterator[int]:
    for match in HAD.finditer(text):
        if (number := number_of(match["number"])) is not None:
            yield number


def _is_of_all(match: re.Match[str]) -> bool:
    """Whether words count all who took a side: "14 members voted against", and not "14 rebels"."""
    return match["count"] is None or _counted().match(match.group(), len(match["count"])) is not None


@cache
def _counted() -> Pattern:
    lists = lexicon("votes")
    nouns = words([*lists["members"], *lists["legislatures"], *PLAIN])
    return Pattern(
        rf"(?: of (?:(?:the|its|all) )?{NUMBER})?(?: (?:{nouns}))?(?: (?:who|had|have|were|was))*"
        r" (?:voted|voting|cast|in|for|against|oppos\w+|support\w+|back\w+|endors\w+|dissent\w+|reject\w+|yes|no)\b",
        re.IGNORECASE,
    )


@cache
def _partisans() -> Pattern:
    return Pattern(rf"\b(?:{words(lexicon('votes')['partisans'])})\b", re.IGNORECASE)


def _is_of_some(text: str) -> bool:
    return OF_SOME.search(text) is not None or _partisans().search(text) is not None
