"""Extraction of votes: the sentences that tell of a vote come in, who took which side in them goes out."""

import re
from functools import cache

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import Spans
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import words
from generator.model.records import Position
from generator.model.words import Option, PositionKind

# What makes a side one that will be taken: "will vote against", "said they would abstain".
AHEAD = (
    r"(?:(?:said|says|promised|pledged|vowed|confirmed|announced|indicated|insisted|that|he|she|they|it|its MPs"
    r"|their MPs) ){0,4}"
    r"(?:will|would|['’]ll|plans? to|intends? to|(?:is|are|was|were) (?:to|going to|expected to|likely to|set"
    r" to|due to|ready to)"
    r"|promised to|pledged to|vowed to|threatened to|threatens to|planning to|preparing to)"
)


def find_positions(document: Document, cast: Cast, spans: Spans, *, held: bool) -> tuple[Position, ...]:
    """Who voted which way, in words such as "nine Labour MPs voted against" or "with the Greens abstaining".

    What somebody will do, and any side taken on a vote that was not held, is declared and not cast.
    """
    found: dict[str, Position] = {}
    for span in spans:
        for match in _pattern().finditer(document.quote(span)):
            start, end = span[0] + match.start("who"), span[0] + match.end("who")
            people = [m.entity for m in cast.within((start, end)) if m.entity]
            everyone = match["some"] and match["all"]
            group = not everyone and (match["noun"] or match["some"] or match["count"])
            voter = match["who"].strip() if group or not people else people[-1]
            if not (people or match["noun"] or match["some"]):
                continue
            count = None if match["count"] is None else number_of(match["count"])
            declared = not held or match["ahead"] is not None
            kind = PositionKind.DECLARED if declared else PositionKind.CAST
            found.setdefault(voter, Position(voter=voter, option=_option(match), count=count, kind=kind))
    return tuple(found.values())


def _option(match: re.Match[str]) -> Option:
    return next(Option(name) for name in lexicon("votes")["sides"] if match[f"side_{name}"])


@cache
def _pattern() -> Pattern:
    sides = "|".join(rf"(?P<side_{name}>{words(values)})" for name, values in lexicon("votes")["sides"].items())
    name = r"[A-ZÀ-Þ][\w’'-]+(?: (?:[A-ZÀ-Þ][\w’'-]+|of|the|and))*"
    members = (
        r"(?:MPs|peers|[Mm]embers|senators|councillors|backbenchers|rebels|Tories|Republicans|Democrats"
        r"|Conservatives|Greens|Liberals|ministers|judges|bishops)"
    )
    # Some of a party's members, and not the party: "34 MPs from the governing Orchard Party", "nine of Labour's MPs".
    some = rf"(?P<some>{members} (?:from|in|of) (?:the )?(?:[a-z]+ )?{name}|(?:\bthe )?{name}['’]s? {members})"
    return Pattern(
        rf"(?:\b(?P<all>(?i:all) )?(?P<count>(?i:{NUMBER})) (?:of )?)?"
        rf"(?P<who>{some}|(?:\b(?:the|four|all) )?(?:{name} ?)?(?:\b(?P<noun>{members}))?)"
        rf"(?:,[^,.;]{{0,40}},)? "
        rf"(?:(?:all|also|had|who|then|each|both|has|have) )*(?P<ahead>(?:{AHEAD}) (?:all |also )?)?\b(?:{sides})\b"
    )
