"""Extraction of votes: a sentence's text comes in, the words that tell of an election go out as cues."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.votes.cue import Cue, Place, words
from generator.model.words import Result, VoteStatus

ELECTED = re.compile(r"\b(?:re-?elected|elected|returned unopposed)\b", re.IGNORECASE)
BEAT = re.compile(r"\b(?:beat|beating|defeated|defeating|ousted|unseated)\b", re.IGNORECASE)
WON = re.compile(r"\b(?:won|wins|winning|lost|losing|took|taking|clinched|secured|secures|squeaked)\b", re.IGNORECASE)


@cache
def _motion() -> re.Pattern[str]:
    lists = lexicon("votes")
    return re.compile(rf"\b(?:{words([*lists['motions']['strict'], *lists['votes']])})\b", re.IGNORECASE)


def election_cues(text: str) -> Iterator[Cue]:
    for match in ELECTED.finditer(text):
        if re.search(
            r"\b(?:newly|directly|democratically|first|an|the|of)\s$|-$", text[: match.start()]
        ) and not re.search(r"(?:was|were) first\s$", text[: match.start()]):
            continue
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=Result.ELECTED, sure=True, election=True)
    yield from _contests(text)
    elections = words(
        [
            *lexicon("votes")["elections"],
            "nomination",
            "seat",
            "leadership",
            "presidency",
            "mayoralty",
            "term",
            "into office",
        ]
    )
    for match in WON.finditer(text):
        if found := re.match(rf"[^.,;]{{0,60}}?\b(?:{elections})\b", text[match.end() :], re.IGNORECASE):
            yield Cue(
                span=(match.start(), match.end() + found.end()),
                status=VoteStatus.HELD,
                result=Result.ELECTED,
                sure=True,
                election=True,
            )
    for match in BEAT.finditer(text):
        if re.match(r"[^.;]{0,200}?\bby [\d,]+(?: votes)? to [\d,]+", text[match.end() :]) and not _motion().search(
            text
        ):
            yield Cue(span=match.span(), status=VoteStatus.HELD, result=Result.ELECTED, election=True)


def _contests(text: str) -> Iterator[Cue]:
    """An election told of as such: "the primary was held on", "is scheduled to hold elections"."""
    kinds = words(lexicon("votes")["elections"])
    held = (
        rf"\b(?:held|holding) (?:(?:its|the|a|their) )?(?:[\w’'-]+ ){{0,3}}?(?:{kinds})\b|\b(?:{kinds})\b "
        rf"(?:\w+ )?(?:was|were|where) held\b"
    )
    ahead = (
        rf"\b(?:to hold|will hold|is holding|holds) (?:(?:its|the|a|their|more than a dozen|both) )?(?:[\w’'-]+"
        rf" ){{0,3}}?(?:{kinds})\b"
        rf"|\b(?:{kinds})\b[^.,;]{{0,40}}? (?:is|are|was|were) (?:now )?(?:scheduled|due|set|planned|expected"
        rf"|rescheduled)\b"
        rf"|\bscheduled\b[^.;]{{0,60}}?\b(?:{kinds}|primary season)\b|\brescheduled\b[^.;]{{0,30}}?\b(?:{kinds}"
        rf"|primary races)\b"
        rf"|\b(?:{kinds})\b (?:will be held|takes place|will take place|to be held|is to be held)\b"
    )
    for match in re.finditer(ahead, text, re.IGNORECASE):
        yield Cue(span=match.span(), status=VoteStatus.PLANNED, place=Place.BEFORE, sure=True, election=True)
    for match in re.finditer(held, text, re.IGNORECASE):
        yield Cue(span=match.span(), status=VoteStatus.HELD, place=Place.BEFORE, sure=True, election=True)
