"""Extraction of votes: the sentences that tell of a vote come in, who took which side in them goes out."""

import re
from functools import cache

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import Span, Spans
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
# Before those who did not, or of whom it is only supposed: "none of the Greens voted for it", "had Labour opposed it".
HARDLY = r"(?:neither|nor|no|none of|nobody in|few|hardly any|not (?:a single|one|all|every|many)|if|unless|whether)\b"
NOBODY = Pattern(rf"(?:\b{HARDLY}[^,.;:]{{0,40}}|(?:^|[.;:] )had (?:the )?)$", re.IGNORECASE)
# Before members whose party only a pronoun names: "all nine of her party's MPs voted for it".
SOMEBODYS = Pattern(r"\b(?:her|his|their|its|my|our) (?:\w+[’']s? )?$", re.IGNORECASE)
# Between names that stand side by side, and before the name of whose somebody is.
BESIDE = Pattern(r"(?:,? and|,) (?:(?:the|[A-Z][a-z]{1,4}\.|MPs?) )*")
# Who takes a side that a motion has: "was brought by the Greens and supported by Labour" tells of no Greens.
BY = Pattern(r" by\b")
OF = Pattern(r",? (?:of|from|in|for) (?:the )?")


def find_positions(document: Document, cast: Cast, spans: Spans, *, held: bool) -> tuple[Position, ...]:
    """Who voted which way, in words such as "nine Labour MPs voted against" or "with the Greens abstaining".

    What somebody will do, and any side taken on a vote that was not held, is declared and not cast.
    """
    found: dict[str, Position] = {}
    for span in spans:
        for match in _pattern().finditer(document.quote(span)):
            if NOBODY.search(match.string, 0, match.start()) or re.match(HARDLY, match["who"].strip(), re.IGNORECASE):
                continue
            if SOMEBODYS.search(match.string, 0, match.start("who")) or BY.match(match.string, match.end()):
                continue
            named = _named(document, cast, (span[0] + match.start("who"), span[0] + match.end("who")))
            everyone = match["some"] and match["all"]
            group = not everyone and (match["noun"] or match["some"] or match["count"])
            if not (named or match["noun"] or match["some"]):
                continue
            counted = match["count"] or match["of_them"]
            count = None if counted is None else number_of(counted)
            declared = not held or match["ahead"] is not None
            kind = PositionKind.DECLARED if declared else PositionKind.CAST
            for voter in [match["who"].strip()] if group or not named else named:
                found.setdefault(voter, Position(voter=voter, option=_option(match), count=count, kind=kind))
    return tuple(found.values())


def _named(document: Document, cast: Cast, span: Span) -> list[str]:
    """Those whose names stand side by side in a phrase, and not whose they are: "Ann Heron and Tom Vale of Labour"."""
    named: list[str] = []
    end = span[0]
    for mention in cast.within(span):
        gap = document.quote((end, mention.span[0]))
        if mention.entity is None or (named and OF.fullmatch(gap)):
            end = mention.span[1]
            continue
        named = [*(named if BESIDE.fullmatch(gap) else []), mention.entity]
        end = mention.span[1]
    return [*_ahead(document, cast, span[0]), *named] if len(named) > 1 else named


def _ahead(document: Document, cast: Cast, start: int) -> list[str]:
    """Those whose names stand in a row before a phrase, with commas between: "the Greens, [Labour and Plaid]"."""
    named: list[str] = []
    for mention in cast.before(start):
        if mention.entity is None or not BESIDE.fullmatch(document.quote((mention.span[1], start))):
            break
        named.insert(0, mention.entity)
        start = mention.span[0]
    return named


def _option(match: re.Match[str]) -> Option:
    return next(Option(name) for name in lexicon("votes")["sides"] if match[f"side_{name}"])


@cache
def _pattern() -> Pattern:
    sides = "|".join(rf"(?P<side_{name}>{words(values)})" for name, values in lexicon("votes")["sides"].items())
    members = f"(?:{words(lexicon('votes')['positions'])})"
    word = r"(?![A-Z]{2,}s\b)[A-ZÀ-Þ][\w’'-]+"  # and no "MPs", "TDs"
    name = rf"{word}(?: (?:{word}|of|the|and))*"
    # Some of a party's members, and not the party: "34 MPs from the governing Orchard Party", "nine of Labour's MPs".
    some = rf"(?P<some>{members} (?:from|in|of) (?:the )?(?:[a-z]+ )?{name}|(?:\b[Tt]he )?{name}['’]s?"
    some += rf" (?:(?P<of_them>(?i:{NUMBER})) )?{members})"
    return Pattern(
        rf"(?:\b(?P<all>(?i:all) )?(?P<count>(?i:{NUMBER})) (?:of (?:(?:the|its) (?:(?i:{NUMBER}) )?)?)?)?"
        rf"(?P<who>{some}|(?:\b(?:the|four|all) )?(?:{name} ?)?(?:\b(?P<noun>{members}))?)"
        rf"(?:,[^,.;]{{0,40}},)? "
        rf"(?:(?:all|also|had|who|then|each|both|has|have) )*(?P<ahead>(?:{AHEAD}) (?:all |also )?)?\b(?:{sides})\b"
    )
