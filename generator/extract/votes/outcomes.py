"""Extraction of votes: what a clause tells of one vote comes in, how the vote ended goes out, or None."""

import re

from generator.extract.patterns import Pattern
from generator.extract.votes.clauses import Clause
from generator.extract.votes.counts import Tally
from generator.extract.votes.group import Told
from generator.extract.votes.motion import BY_ALL
from generator.model.words import Result

REMOVAL = Pattern(
    r"non?[- ]confidence|no[- ]trust|such a motion|censure|impeach|recall|spill|oust|challenge"
    r"|\b(?:remov|unseat|toppl|dismiss|expel|expuls|sack)\w*",
    re.IGNORECASE,
)


# Who came out of an election how, where another word tells that there was one.
DECIDED = Pattern(
    r"\b(?:(?:won(?!['’]t\b)|wins|winning|(?<!\bto )win|(?<= on to )win)"
    r"(?! (?:just |only |about |around |nearly )?[\d.]+ ?(?:%|per ?cent))"
    r"|victor(?:y|ies)|beat|beating|beaten|defeat(?:ed|ing)?"
    r"|(?:lost|losing)(?! (?:his|her|their|its) seats?| (?:an?|the) (?:first|second|third|opening)[- ]round)"
    r"|landslide|ousted|re-?elected"
    r"|runner-up|came (?:first|second|third)|swept|went to(?! the polls))\b",
    re.IGNORECASE,
)


# On whose side those were who voted on a motion to remove them: "voted 37 to 30 in support of the leader".
KEPT = Pattern(
    r"\b(?:in (?:support|favou?r) of|to (?:back|support|keep|retain)) (?:the |their |its |his |her )?(?:\w+ )?"
    r"(?:(?:leader|leadership|mayor|minister|premier|president|speaker|chair\w*|chancellor)\b(?!['’])"
    r"|him\b|her\b(?! [a-z]{4,}(?<!ing)\b)|(?-i:(?:Mr|Ms|Mrs|Dr) [A-Z][\w’'-]*(?!['’])\b))",
    re.IGNORECASE,
)


UNDECIDED = Pattern(
    r"\b(?:claim\w*|alleg\w*|fail\w* to|if|would|could|hop\w+|expect\w*|aim\w*|project\w*|trying|want\w*"
    r"|seek\w*|before|ahead of)\b",
    re.IGNORECASE,
)


# Which side a house that divided came down on: "divided by five to four in favour of an inquiry".
SIDE = Pattern(r"[^.;,]{0,25}?\b(?:(?P<for>in favou?r of)|against)\b", re.IGNORECASE)


# Where the larger figure need not win.
MORE_THAN_HALF = Pattern(
    r"two[- ]thirds|three[- ](?:fifths|quarters)|super-?majority|short of|(?:votes|voices) needed|needed \d"
    r"|required|threshold|\bconvict\w*|\bacquit\w*|\boverrid\w*",
    re.IGNORECASE,
)


def result_of(told: Told, clause: Clause) -> Result | None:
    result, text, shift = told.result, clause.text, clause.start - clause.sentence[0]
    if result is None and told.tally and told.leading.result is Result.TIED:
        side = SIDE.match(text, told.tally.span[1] - shift)
        return None if side is None else Result.PASSED if side["for"] else Result.REJECTED
    if told.survived:
        return Result.REJECTED if REMOVAL.search(text) else Result.PASSED
    if result is Result.PASSED and keeps_somebody(told, clause) and REMOVAL.search(text):
        return Result.REJECTED
    if told.leading.election and BY_ALL.search(
        text, max(0, told.leading.span[0] - shift), told.leading.span[1] - shift
    ):
        return None if result is Result.ELECTED else result
    if told.leading.election and result is None and _is_decided(text):
        return Result.ELECTED
    if result is None and told.tally and told.tally.named and not MORE_THAN_HALF.search(text):
        return _larger(told.tally)
    return result


def keeps_somebody(told: Told, clause: Clause) -> bool:
    """Whether a body voted for somebody in office, and so against whatever motion there was to remove them."""
    at = max(0, told.leading.span[0] - clause.start + clause.sentence[0])
    return told.leading.votes and KEPT.search(clause.text, at) is not None


def _is_decided(text: str) -> bool:
    """Whether words tell who won or lost, and not who says or hopes so."""
    return any(not UNDECIDED.search(text[max(0, m.start() - 40) : m.start()]) for m in DECIDED.finditer(text))


def _larger(tally: Tally) -> Result:
    """How a vote ended whose sides' figures are told, where the larger wins."""
    if tally.first == tally.second:
        return Result.TIED
    return Result.PASSED if tally.first > tally.second else Result.REJECTED
