"""Extraction of votes: a sentence's text comes in, votes of confidence and motions that fell short go out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.extract.calendar_names import MONTH_OR_SHORT, WEEKDAY
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.things import strict_things
from generator.model.words import Result, VoteStatus

# "lost a vote of no confidence": the motion was carried.
CONFIDENCE = Pattern(
    r"\b(?P<how>won(?!['’]t\b)|wins|winning|secured|secures|lost|loses|losing)\b[^.;,]{0,30}?"
    r"\b(?:vote of (?P<no>no[- ])?confidence|motion of confidence|"
    r"(?P<no2>no[- ])?confidence (?:vote|motion|ballot)|trust (?:vote|motion)|floor test"
    r"|vote on (?:his|her|their) leadership)\b",
    re.IGNORECASE,
)
# "Faced a vote of no confidence and won it", whoever won: the motion was lost.
FACED = Pattern(
    r"\b(?P<what>(?:an? |the |that )?(?:\w+ )?"
    r"(?:vote of (?P<no>no[- ])?confidence|(?P<no2>no[- ])?confidence (?:vote|motion|ballot)))\b[^.;]{0,40}?"
    r"\b(?:and|but|which (?:he|she|they)) (?:narrowly |easily |comfortably |then )?"
    r"(?P<how>won|wins|lost|loses)\b(?= it\b| (?:by )?\d|,| by\b)",
    re.IGNORECASE,
)
# What somebody comes through that is a vote by its own name.
OF_CONFIDENCE = Pattern(
    r" (?:an?|the|this|that|another|his|her|their|its|two|three)\b[^.;]{0,40}?"
    r"\b(?:(?:vote|motion) of (?:no[- ])?confidence"
    r"|(?:no[- ])?confidence (?:vote|motion|ballot)|impeachment (?:vote|motion|bid)"
    r"|(?:vote|motion|bid|attempt) to (?:remove|oust|unseat|impeach|expel|topple) (?:him|her|them|it))\b",
    re.IGNORECASE,
)
# "Fell in a vote of no confidence": the motion was carried.
BROUGHT_DOWN = Pattern(
    r"\b(?:fell|fallen|ousted|removed|toppled|collapsed|brought down|unseated|dismissed|forced out|thrown out"
    r"|voted out)\b[^.;,]{0,30}?\b(?:in|by|after|through|following|with) (?P<what>an? (?:[\w’'-]+ ){0,3}?"
    r"(?:non?[- ]confidence (?:vote|motion)|(?:vote|motion) of non?[- ]confidence))",
    re.IGNORECASE,
)
# What had a majority and not the one that it needed.
NEEDED = (
    rf"(?:two[- ]thirds|three[- ](?:fifths|quarters)|super-?majority|enough votes|{NUMBER} votes"
    r"|[\d.]+ ?(?:%|per ?cent)(?: \w+)?(?= (?:it |that |which )?(?:was )?(?:needed|required|necessary))"
    r"|(?:required|needed|necessary) (?:\w+ )?(?:votes|majority|threshold|number))"
    r"(?: (?:\w+ )?(?:majority|votes|support|requirement|threshold))?(?: (?:needed|required|necessary))?"
    r"(?: for (?:the|a) (?:motion|vote|bill) to (?:succeed|pass|carry|be carried))?"
)
FELL_SHORT = Pattern(
    r"\b(?:(?:failed|unable|failing) to|did not|didn['’]t|could not|couldn['’]t)"
    r" (?:reach|win|get|gain|secure|muster|garner|obtain|receive|attain|achieve|clear|meet)\b"
    rf"[^.;]{{0,40}}?\b{NEEDED}"
    rf"|\bbut not (?:by |with )?the {NEEDED} (?:\w+ )?(?:needed|required)\b"
    rf"|\b(?:fell|falling|came up|was) (?:[\w-]+ (?:votes? )?)?short of (?:the )?"
    rf"(?:{NEEDED}|{NUMBER} (?:needed|required))",
    re.IGNORECASE,
)


# The same beside the votes that it had: "voted 54-46 to convict, well short of the two-thirds majority".
JUST_SHORT = Pattern(
    r"\b(?:vot(?:ed|ing)\b[^;]{0,120}?"
    rf"|(?:won|received|got|had|secured|attracted) (?:only |just )?{NUMBER} votes)"
    r"(?P<short>(?:,| [–—-]) "
    rf"(?:(?:well|far|just|narrowly|{NUMBER}) (?:votes? )?)?short of (?:the )?"
    rf"(?:{NEEDED}|{NUMBER} (?:needed|required)))",
    re.IGNORECASE,
)
# A motion that more were against than for.
NO_MAJORITY = Pattern(
    r"\b(?:failed|failing) to (?:find|get|win|gain|secure|command|attract|muster) an? (?:\w+ )?majority\b",
    re.IGNORECASE,
)
# A resolution that one of those with a veto stopped.
VETOED = Pattern(
    r"\b(?:vetoed|used (?:its|their) veto(?: power)? to (?:block|stop|kill|strike down))\b"
    r"(?=[^.;]{0,60}\b(?:resolution|draft|text)\b)(?=.*\bSecurity Council\b)|(?<=Security Council resolution)"
    r"[^.;,]{0,60} (?:was|were) vetoed\b"
)


def confidence_cues(text: str) -> Iterator[Cue]:
    """Who came through a vote, and who won, lost or fell in one of confidence."""
    for match in _survived().finditer(text):
        told = OF_CONFIDENCE.match(text, match.end()) is not None
        yield Cue(span=match.span(), status=VoteStatus.HELD, survived=True, sure=told, told=told, brings=told)
    for match in FACED.finditer(text):
        how = _of_confidence(match)
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=how, sure=True, told=True, brings=True)
    for match in CONFIDENCE.finditer(text):
        how = _of_confidence(match)
        yield Cue(span=match.span("how"), status=VoteStatus.HELD, result=how, sure=True, told=True, brings=True)
    for match in BROUGHT_DOWN.finditer(text):
        yield Cue(
            span=(match.start(), match.start("what")),
            status=VoteStatus.HELD,
            result=Result.PASSED,
            sure=True,
            told=True,
            brings=True,
        )


def _of_confidence(match: re.Match[str]) -> Result:
    """How the motion went, which who wins a vote of no confidence has beaten."""
    won = not match["how"].casefold().startswith("l")
    return Result.PASSED if won != bool(match["no"] or match["no2"]) else Result.REJECTED


def short_cues(text: str) -> Iterator[Cue]:
    """Motions that did not get the votes that they needed."""
    short = Cue(span=(0, 0), status=VoteStatus.HELD, result=Result.REJECTED, place=Place.BEFORE, sure=True, told=True)
    for match in VETOED.finditer(text):
        place = Place.BEFORE if match.group().endswith(("was vetoed", "were vetoed")) else Place.AFTER
        yield replace(short, span=match.span(), place=place)
    for match in NO_MAJORITY.finditer(text):
        if strict_things().search(text, 0, match.start()):
            yield replace(short, span=match.span())
    for match in FELL_SHORT.finditer(text):
        yield replace(short, span=match.span(), fell_short=True)
    for match in JUST_SHORT.finditer(text):
        yield replace(short, span=match.span("short"), fell_short=True)


def tells_of_survivor(text: str) -> bool:
    """Whether words say that somebody came through a vote."""
    return _survived().search(text) is not None


@cache
def _survived() -> Pattern:
    no_day = rf"(?<!held on)(?<!hold on)|(?! (?:{WEEKDAY}|{MONTH_OR_SHORT}|\d|the\b|this\b|an?\b|its\b|whether\b))"
    return Pattern(rf"\b(?:{words(lexicon('votes')['survived'])})\b(?:{no_day})", re.IGNORECASE)
