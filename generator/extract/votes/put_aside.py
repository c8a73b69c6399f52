"""Extraction of votes: a sentence's text comes in, the elections and votes put off with no new day go out as cues."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.elections import NO_HEAD
from generator.model.words import VoteStatus

# A new day, to which something is put off.
DATED = r"(?![^.;]{0,60}(?<!due )(?<!owing )\b(?:to|until|till|by|for|from)\b)"


def put_aside_cues(text: str) -> Iterator[Cue]:
    """An election or vote put off with no new day, or cancelled."""
    for match in _due_and_put_aside().finditer(text):
        yield Cue(
            span=match.span("due"),
            status=VoteStatus.CALLED_OFF,
            place=Place.BEFORE,
            sure=True,
            election=match["who"].casefold() in lexicon("votes")["elections"],
        )
    for match in _not_held().finditer(text):
        yield Cue(span=match.span("not"), status=VoteStatus.CALLED_OFF, place=Place.AFTER, sure=True, election=True)
    for match in _aside().finditer(text):
        active = match["active"] is not None
        kind = (match["what"] or match["who"]).casefold()
        yield Cue(
            span=match.span("active" if active else "passive"),
            status=VoteStatus.CALLED_OFF,
            place=Place.AFTER if active else Place.BEFORE,
            sure=True,
            election=kind in lexicon("votes")["elections"],
        )


@cache
def _aside() -> Pattern:
    lists = lexicon("votes")
    kinds = words([*lists["elections"], "vote", "referendum", "ballot"])
    verbs = words(lists["put_aside"])
    own = r"(?:the|a|an|its|their|all|this|those|these|both|[\w’'-]+['’]s)\s"
    return Pattern(
        rf"\b(?P<active>{verbs})\s{own}(?:(?!results?\b)[\w’'-]+\s){{0,4}}?(?P<what>{kinds})\b{NO_HEAD}{DATED}"
        rf"|\b(?P<who>{kinds})\b(?:\s(?:in|for|on|of)\s[^.,;]{{0,40}}?)?"
        rf"(?:,\s(?:which|due|set|planned|scheduled|originally)\s[^.,;]{{3,60}},|,)?\s(?:was|were|been|being)\s(?:\w+ly\s)?(?P<passive>{verbs})\b{DATED}",
        re.IGNORECASE,
    )


@cache
def _not_held() -> Pattern:
    """An election that those who hold it go without: "opted not to hold a caucus"."""
    return Pattern(
        r"\b(?P<not>(?:opt|decid|cho|vot|agree|elect)\w* not to (?:hold|have|stage)) (?:(?:an?|any|its|their|the) )?"
        rf"(?:[\w’'-]+ ){{0,3}}?(?:{words(lexicon('votes')['elections'])})\b{NO_HEAD}",
        re.IGNORECASE,
    )


@cache
def _due_and_put_aside() -> Pattern:
    """What had its day and lost it: "was due on 4 May but was cancelled", "were set for May, but he postponed them"."""
    lists = lexicon("votes")
    kinds = words([*lists["elections"], "vote", "referendum", "ballot"])
    verbs = words(lists["put_aside"])
    fixed = words(lists["planned"]["fixed"])
    return Pattern(
        rf"\b(?P<who>{kinds})\b(?P<due>(?:,? which)? (?:was|were|had been) (?:\w+ )?(?:{fixed})\b[^.;]{{0,60}}?"
        rf"\b(?:but|before)\b (?:(?:(?:it|they) )?(?:was|were|has been|have been|being) (?:\w+ly )?(?:{verbs})\b"
        rf"|[^.;]{{0,50}}?\b(?:{verbs}) (?:it|them)\b)){DATED}",
        re.IGNORECASE,
    )
