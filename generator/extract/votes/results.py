"""Extraction of votes: a sentence's text comes in, the words that tell how a vote went come out as cues."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.votes.cue import Cue, Place, words
from generator.model.words import Result, VoteStatus

TURNED_DOWN = re.compile(r"reject|defeat|refus|dismiss|throw|negativ|decline|oppose", re.IGNORECASE)
OBJECT = re.compile(
    r"\s+(?:the|a|an|his|her|its|their|one|another|all|both|this|that|[A-Z]\w+['’]s|an? \w+|impeachment|strike)\b"
)
ADVERB = r"(?:\w+ly|then|also|later|earlier|now|since|instead|twice|all|itself|again|already|not|never|first|once)"
PASSIVE = re.compile(rf"\b(?:was|were|is|are|be|been|being)(?:\s+{ADVERB}){{0,3}}\s*$", re.IGNORECASE)
COUNTED = re.compile(
    rf"\b(?:vote|votes|division|margin|count|majority)\b(?=[^.;]{{0,30}}\b{NUMBER})"
    rf"|\b{NUMBER}[–-]{NUMBER} (?:vote|ruling|decision|majority)\b",
    re.IGNORECASE,
)
TIED = re.compile(r"\b(?:divided|split|tied|deadlocked|tie)\b", re.IGNORECASE)


def turn(verb: str) -> Result:
    """What a body does that votes to do something: "to reject a motion" is a vote on the motion."""
    return Result.REJECTED if TURNED_DOWN.match(verb) else Result.PASSED


def result_cues(text: str) -> Iterator[Cue]:
    """Verbs of passing and rejecting, and of coming through a vote."""
    for match in _survived().finditer(text):
        yield Cue(span=match.span(), status=VoteStatus.HELD, survived=True)
    for result, sure, pattern in _verbs():
        for match in pattern.finditer(text):
            place = _place(text, match)
            yield Cue(span=match.span(), status=VoteStatus.HELD, result=result, place=place, sure=sure)


def noun_cues(text: str) -> Iterator[Cue]:
    """A vote told by a noun: "the vote was 23 to 20", "in a 51-49 vote"; or by how it split: "divided five to five"."""
    for match in COUNTED.finditer(text):
        direction = re.match(r"[^.;,]{0,30}?\bto (?P<verb>[a-z]+)", text[match.end() :])
        counted = direction and re.fullmatch(NUMBER, direction["verb"], re.IGNORECASE)
        result = None if not direction or counted else turn(direction["verb"])
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=result)
    for match in TIED.finditer(text):
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=Result.TIED)


@cache
def _survived() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words(lexicon('votes')['survived'])})\b", re.IGNORECASE)


@cache
def _verbs() -> tuple[tuple[Result, bool, re.Pattern[str]], ...]:
    """Each list of result verbs: its result, whether it is sure, its pattern."""
    lists = lexicon("votes")["results"]
    return tuple(
        (Result(name), how == "sure", re.compile(rf"\b(?:{words(lists[name][how])})\b", re.IGNORECASE))
        for name in lists
        for how in ("sure", "loose", "going")
    )


def _place(text: str, match: re.Match[str]) -> Place:
    """Where the motion of a result verb stands: before a passive or bare one, after an active one with an object."""
    if PASSIVE.search(text, max(0, match.start() - 50), match.start()):
        return Place.BEFORE
    return Place.AFTER if OBJECT.match(text, match.end()) else Place.BEFORE
