"""Extraction of votes: a sentence's text comes in, what judges say in a counted ruling goes out as cues."""

import re
from collections.abc import Iterator

from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue
from generator.model.words import Result, VoteStatus

SAID = Pattern(
    r"\b(?:found|said|concluded|held)(?=(?: (?:in|by) an? [\w–-]{3,20} (?:ruling|decision|opinion|judgment|vote))?"
    r"(?:,[^.;]{0,120},)? that\b)",
    re.IGNORECASE,
)
COURT = Pattern(r"\b(?:court|justices|judges|panel|bench|tribunal)\b", re.IGNORECASE)
COUNTED = Pattern(
    rf"\b{NUMBER}(?:[–:-]|-to-| to ){NUMBER},? (?:ruling|decision|opinion|judgment|vote)\b"
    r"|\bunanimous (?:ruling|decision|opinion|judgment)\b"
    rf"|\bby a majority of {NUMBER}(?:[–-]| to ){NUMBER}\b"
    rf"|\bfound, {NUMBER}[–-]{NUMBER}|\bby a {NUMBER}[–-]{NUMBER} majority\b",
    re.IGNORECASE,
)


def ruling_cues(text: str) -> Iterator[Cue]:
    """What a court found or said in a ruling: "in a 7-2 ruling, justices said that"."""
    if COURT.search(text) and COUNTED.search(text):
        for match in SAID.finditer(text):
            yield Cue(span=match.span(), status=VoteStatus.HELD, result=Result.PASSED)
