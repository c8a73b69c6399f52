"""Extraction of votes: a sentence's text comes in, who stood for what and with which share goes out as cues."""

import re
from collections.abc import Iterator

from generator.extract.calendar_names import MONTH
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue, Place
from generator.extract.votes.elections import HALF, further
from generator.model.words import Result, VoteStatus

# Who stood, where the words tell that the election was held: "ran unsuccessfully for governor in 2010".
STOOD = Pattern(
    r"\b(?:(?:un)?successfully (?:ran|stood|contested|campaigned|run)\b|(?:ran|stood|run) (?:un)?successfully\b"
    rf"|(?:ran|stood|(?:had|has|having)(?: \w+ly)? run)"
    rf" (?=(?:against|for) [^.,;]{{2,60}}? in (?:{MONTH} )?(?:19|20)\d\d\b))"
    r"(?! (?:a |an |the )?(?:business|company|campaign|marathon)\b)",
    re.IGNORECASE,
)
STOOD_THEN = Pattern(
    rf"\b[Ii]n (?:{MONTH} )?(?:19|20)\d\d,? (?:[\w’'.-]+ ){{1,4}}?(?P<stood>ran|stood)(?= (?:for|against) )"
)
IN_YEARS = Pattern(r"[^.;]{0,60}?(?=,? in (?:19|20)\d\d(?:,| and))")
# The share of the votes that somebody had.
SHARE = Pattern(
    r"\b(?:received|receiving|took|taking|got|getting|polled|polling|secured|securing|won|winning|garnered|earned|earning"
    r"|gained|gaining|obtained|had|having|with)\b[^.;%]{0,30}?\b(?P<share>\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent)"
    r" (?:of )?(?:the )?(?:[\w-]+ ){0,2}?(?:votes?|ballots)\b(?! (?:in favou?r|against|for|to|counted|tallied)\b)",
    re.IGNORECASE,
)
# On which side a share of those who voted in a referendum came down.
SIDE = Pattern(
    r"\b(?P<share>\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent)(?: of [^.;,%]{2,40}?)?,? (?:who voted |had |having )?"
    r"(?:(?:were|was|came out) (?:(?P<for>in favou?r)|(?P<against>against|opposed))"
    r"|(?:vot(?:ed|ing)|said|chose)(?: \w+ly)? (?:(?P<for2>in favou?r|for|yes|to approve)|(?P<against2>against|no"
    r"|to reject))|(?P<for3>back(?:ed|ing)|support(?:ed|ing)|approv(?:ed|ing))|(?P<against3>oppos(?:ed|ing)"
    r"|reject(?:ed|ing)))\b",
    re.IGNORECASE,
)
OF_VOTERS = Pattern(
    r"\b(?:referendum|plebiscite|(?:people|those|million) who voted|turnout|votes? (?:cast|counted)"
    r"|(?:precincts|districts|ballots|polling (?:stations|places)) (?:\w+ )?(?:counted|reporting|declared))\b",
    re.IGNORECASE,
)
# What the votes that a share is of were on, and no person.
ON_A_QUESTION = Pattern(
    r"\b(?:approved|passed|rejected|backed|adopted|defeated)\b[^.;,]{0,60}?\b(?:Amendment|Proposition|Measure|Question"
    r"|ballot measure|referendum|initiative|constitution)\b"
    r"|\b(?i:measure|proposal|proposition|referendum|question|initiative|amendment|constitution|treaty|charter|it)"
    r" (?:\w+ ){0,3}?(?i:passed|carried|failed|approved|rejected|adopted|defeated|backed)\b"
    r"|\b(?i:shareholders|investors|creditors|members|delegates|workers|staff|teachers|nurses|residents|voters)"
    r" (?:\w+ ){0,2}?(?:approved|backed|rejected|accepted|endorsed|supported|opposed)\b",
)


def standing_cues(text: str) -> Iterator[Cue]:
    """Who stood in an election that was held, and who had which share of its votes."""
    for match in (*STOOD.finditer(text), *STOOD_THEN.finditer(text)):
        span = match.span(match.lastgroup or 0)
        yield Cue(span=span, status=VoteStatus.HELD, result=Result.ELECTED, sure=True, election=True)
        in_years = IN_YEARS.match(text, match.end())
        yield from further(text, in_years.end() if in_years else match.end())
    if OF_VOTERS.search(text):
        yield from _sides(text)
    for match in () if ON_A_QUESTION.search(text) else SHARE.finditer(text):
        result = Result.ELECTED if float(match["share"]) > HALF else None
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=result, sure=True, election=True, share=True)


def _sides(text: str) -> Iterator[Cue]:
    for match in SIDE.finditer(text):
        most = float(match["share"]) > HALF
        favoured = match["for"] or match["for2"] or match["for3"]
        result = Result.PASSED if most == bool(favoured) else Result.REJECTED
        yield Cue(
            span=match.span(),
            status=VoteStatus.HELD,
            result=result,
            place=Place.BEFORE,
            sure=True,
            told=True,
            ballot=True,
        )
