"""Extraction of votes: sentences with their times come in, which tell of a sitting on a day that is past goes out."""

import re

from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.patterns import Pattern
from generator.extract.votes.days import AFTER_PASSING, TOLD_ON
from generator.extract.votes.reading import Reading

# What makes a sentence tell of a sitting, where the votes told of next were held.
SITS = Pattern(
    r"\b(?:met|meeting|sat|sitting|session|debat(?:e|ed|ing)|considered|discussed|gathered|convened|assembled|hearing|voted|vote"
    r"|lobby|lobbies|rebels?|rebelled|revolt)\b",
    re.IGNORECASE,
)
# What is only said on a day tells of no sitting then: "told his MPs on Monday that he wanted a vote".
SAID_THAT = Pattern(
    r"\b(?:told|said|says|announced|warned|wrote|insisted|argued|claimed|promised|confirmed)\b[^.;]{0,60}?\bthat\b",
    re.IGNORECASE,
)
TO_COME = Pattern(
    r"\b(?:will|would|(?:is|are) (?:to|due|expected|set|scheduled))\b"
    r"(?:(?! (?:after|when) [^,;]{1,60}?\wed\b)[^,;])*$|\b(?:until|till)\b[^,;]{0,20}$",
    re.IGNORECASE,
)
HAD = Pattern(r"had \w+", re.IGNORECASE)
HAD_BEEN = Pattern(r"\bhad (?:\w+ ){0,2}$", re.IGNORECASE)


def tells_of_sitting(text: str) -> bool:
    """Whether a sentence tells of a sitting, and not only somebody in it: "told his MPs on Monday that a vote"."""
    said = SAID_THAT.search(text)
    return SITS.search(text, 0, said.end() if said else len(text)) is not None


def gone(document: Document, sentence: Span, times: tuple[TimeFinding, ...]) -> tuple[TimeFinding, ...]:
    """The times of a sentence but for those of what is to come, and those on which it is only told.

    Such are "the final vote will take place on Saturday" and "the cabinet has fallen, a report said on Thursday".
    """
    text = document.quote(sentence)
    other = (TO_COME, TOLD_ON, AFTER_PASSING)
    return tuple(time for time in times if not any(way.search(text, 0, time.span[0] - sentence[0]) for way in other))


def is_before(reading: Reading) -> bool:
    """Whether a vote had been held before the one that the sentences around it tell of: "had voted it down"."""
    at = reading.cue.span[0] + reading.clause.sentence[0] - reading.clause.start
    return (
        HAD.match(reading.clause.text, max(0, at)) is not None
        or HAD_BEEN.search(reading.clause.text, 0, max(0, at)) is not None
    )
