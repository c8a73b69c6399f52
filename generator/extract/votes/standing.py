"""Extraction of votes: a sentence's text comes in, who stood for what and with which share goes out as cues."""

import re
from collections.abc import Iterator

from generator.extract.calendar_names import MONTH
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue
from generator.extract.votes.elections import FURTHER_YEARS
from generator.model.words import Result, VoteStatus

# Who stood, where the words tell that the election was held: "ran unsuccessfully for governor in 2010".
STOOD = Pattern(
    r"\b(?:(?:un)?successfully (?:ran|stood|contested|campaigned|run)\b|(?:ran|stood|run) (?:un)?successfully\b"
    rf"|(?:ran|stood) (?=(?:against|for) [^.,;]{{2,60}}? in (?:{MONTH} )?(?:19|20)\d\d\b))"
    r"(?! (?:a |an |the )?(?:business|company|campaign|marathon)\b)",
    re.IGNORECASE,
)
# The share of the votes that somebody had.
SHARE = Pattern(
    r"\b(?:received|receiving|took|taking|got|getting|polled|polling|secured|securing|won|winning|garnered|earned|earning"
    r"|gained|gaining|obtained|had|having|with)\b[^.;%]{0,30}?\b(?P<share>\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent)"
    r" (?:of )?(?:the )?(?:[\w-]+ ){0,2}?(?:votes?|ballots)\b(?! (?:in favou?r|against|for|to)\b)",
    re.IGNORECASE,
)
MORE_THAN_HALF = 50


def standing_cues(text: str) -> Iterator[Cue]:
    """Who stood in an election that was held, and who had which share of its votes."""
    for match in STOOD.finditer(text):
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=Result.ELECTED, sure=True, election=True)
        if again := FURTHER_YEARS.search(text, match.end(), match.end() + 80):
            year = again.span("year")
            yield Cue(span=year, status=VoteStatus.HELD, result=Result.ELECTED, sure=True, election=True)
    for match in SHARE.finditer(text):
        result = Result.ELECTED if float(match["share"]) > MORE_THAN_HALF else None
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=result, sure=True, election=True, share=True)
