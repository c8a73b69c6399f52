"""Extraction of votes: a sentence's text comes in, the words that tell of an election's end or day go out as cues."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.votes.cue import Cue, Place, words
from generator.model.words import Result, VoteStatus

ELECTED = re.compile(
    r"\b(?:re-?elected|elected|returned unopposed|declared (?:the )?(?:winner|elected|victor)|voted in as"
    r"|selected as (?=[^.,;]{0,40}candidate)"
    r"|chosen as (?=[^.,;]{0,40}(?:leader|candidate|nominee|speaker|mayor)))\b",
    re.IGNORECASE,
)
BEAT = re.compile(r"\b(?:beat|beating|beaten|defeated|defeating|ousted|unseated)\b", re.IGNORECASE)
WON = re.compile(
    r"\b(?:won|wins|winning|win|lost|losing|took|taking|clinched|secured|secures|squeaked|retained|regained|swept|romped|stormed|scraped"
    r"|gained|captured)\b",
    re.IGNORECASE,
)
HELD_SEAT = re.compile(r"(?<!had )(?<!has )\bheld (?:her|his|the|their|its) (?:\w+ )?seat\b(?! since)", re.IGNORECASE)
# "an elected official", "is elected every four years", "those who elected me": no election is told.
ADJECTIVE = re.compile(
    r"\b(?:newly|directly|democratically|locally|freely|first|an|any|no|every|other|the|of|for|seek|our|its|their|all|is|are|\w+ly)\s$|-$",
    re.IGNORECASE,
)
ELECTED_WHAT = re.compile(
    r"\s+(?:officials?|members|representatives|councillors|councilors|politicians?|governments?|leaders|bod(?:y|ies)|office|"
    r"assembl(?:y|ies)|parliaments?|posts?|positions?|me|us|you|them)\b",
    re.IGNORECASE,
)
# An election's name may not be part of another: "the election commission".
NO_HEAD = (
    r"(?! (?:officials?|commission|commissioner|campaign|night|day|pledge|promise|manifesto|laws?"
    r"|observers?|monitors?|fraud|agents?|expenses|committee"
    r"|tribunal|officers?|board|workers?|season|race|interference|integrity|denier|deniers|offences?"
    r"|spending|petition|literature|posters?)\b)"
)
FIRST = re.compile(r"\b(?:was|were|been|being) (?:first|\w+ly)\s$", re.IGNORECASE)
COUNTED = re.compile(r"[^.;]{0,200}?\bby [\d,]+(?: votes)? to [\d,]+")


@cache
def _motion() -> re.Pattern[str]:
    lists = lexicon("votes")
    return re.compile(rf"\b(?:{words([*lists['motions']['strict'], *lists['votes']])})\b", re.IGNORECASE)


@cache
def _prize() -> re.Pattern[str]:
    """What is won in an election, up to 60 characters after the verb."""
    prizes = words([*lexicon("votes")["elections"], *lexicon("votes")["prizes"]])
    return re.compile(rf"[^.,;]{{0,60}}?\b(?P<prize>{prizes})\b{NO_HEAD}", re.IGNORECASE)


def election_cues(text: str) -> Iterator[Cue]:
    """Who was elected, who won or beat whom, and which election was or will be held."""
    for match in ELECTED.finditer(text):
        before = text[: match.start()]
        if (ADJECTIVE.search(before) and not FIRST.search(before)) or ELECTED_WHAT.match(text, match.end()):
            continue
        yield _won(match.span())
    yield from _contests(text)
    for match in WON.finditer(text):
        if found := _prize().match(text, match.end()):
            sure = found["prize"].casefold() not in lexicon("votes")["loose_prizes"]
            yield _won((match.start(), found.end()), sure=sure)
    for match in HELD_SEAT.finditer(text):
        yield _won(match.span(), sure=False)
    for match in BEAT.finditer(text):
        if COUNTED.match(text, match.end()) and not _motion().search(text):
            yield _won(match.span())


def _won(span: tuple[int, int], *, sure: bool = True) -> Cue:
    return Cue(span=span, status=VoteStatus.HELD, result=Result.ELECTED, sure=sure, election=True)


def _contests(text: str) -> Iterator[Cue]:
    """An election told of as such: "the primary was held on", "is scheduled to hold elections"."""
    for status, pattern in _held_or_ahead():
        for match in pattern.finditer(text):
            yield Cue(span=match.span(), status=status, place=Place.BEFORE, sure=True, election=True)


@cache
def _held_or_ahead() -> tuple[tuple[VoteStatus, re.Pattern[str]], ...]:
    kinds = rf"(?:{words(lexicon('votes')['elections'])})\b{NO_HEAD}"
    held = (
        rf"\bheld (?:(?:its|the|a|their) )?(?:[\w’'-]+ ){{0,3}}?(?:{kinds})\b|\b(?:{kinds})\b "
        rf"(?:\w+ )?(?:was|were|where) held\b"
    )
    ahead = (
        rf"\b(?:to hold|will hold|is holding|holds|will be holding) (?:(?:its|the|a|their|more than a dozen"
        rf"|both) )?(?:[\w’'-]+"
        rf" ){{0,3}}?(?:{kinds})\b"
        rf"|(?<!-)\b(?:{kinds})\b(?:(?! and )[^.,;]){{0,40}}? (?:is|are|was|were) (?:now )?(?:scheduled|due|set"
        rf"|planned|expected"
        rf"|rescheduled|slated)\b"
        rf"|\bscheduled\b[^.;]{{0,60}}?\b(?:{kinds}|primary season)\b|\brescheduled\b[^.;]{{0,30}}?\b(?:{kinds}"
        rf"|primary races)\b"
        rf"|\b(?:{kinds})\b (?:will be held|takes place|will take place|to be held|is to be held|must be held"
        rf"|is expected|are expected"
        rf"|is on|are on|due (?:on|in|by|next|this))\b"
        r"|\bset (?:a )?(?:date|\w+ \d+|\d+ \w+) for (?:the |a )?(?:[\w’'-]+ ){0,2}?(?:election|by-election"
        r"|referendum)\b"
    )
    return (
        (VoteStatus.PLANNED, re.compile(ahead, re.IGNORECASE)),
        (VoteStatus.HELD, re.compile(held, re.IGNORECASE)),
    )
