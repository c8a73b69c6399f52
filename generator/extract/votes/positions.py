"""Extraction of votes: the sentences that tell of a vote come in, who took which side in them goes out."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.cast import Cast, MentionKind
from generator.extract.document import Document
from generator.extract.findings import Span, Spans
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.votes.rolls import Roll, rolls_in
from generator.extract.votes.side_words import MEMBERS, WORD, option_of, sides
from generator.model.records import Position
from generator.model.words import PositionKind

# What makes a side one that will be taken: "will vote against", "said they would abstain".
AHEAD = (
    r"(?:(?:said|says|promised|pledged|vowed|confirmed|announced|indicated|insisted|that|he|she|they|it|its MPs"
    r"|their MPs) ){0,4}"
    r"(?:will|would|['’]ll|plans? to|intends? to|(?:is|are|was|were) (?:to|going to|expected to|likely to|set"
    r" to|due to|ready to)"
    r"|promised to|pledged to|vowed to|threatened to|threatens to|planning to|preparing to)"
)
# Before those who did not, or of whom it is only supposed: "none of the Greens voted for it", "had Labour opposed it";
# and before those who did otherwise than the rest: "all but four of the Greens voted for it".
HARDLY = r"(?:neither|nor|no|none of|nobody in|few|hardly any|not (?:a single|one|all|every|many)|if|unless|whether)\b"
NOBODY = Pattern(
    rf"(?:\b{HARDLY}[^,.;:]{{0,40}}|(?:^|[.;:] )had (?:the )?|\b(?:but|except|bar|save)(?: for)? (?:the )?)$",
    re.IGNORECASE,
)
# Before members who are not all that their party has, where no figure tells how many.
A_FEW = Pattern(r"\b(?:lone|sole|only|[Tt]hose|[Ss]ome of [^,.;]{2,40}|handful of|few|other|more|hardline|moderate) $")
# A noun or a present, where nothing leads to it: "with overwhelming Green support".
BARE = Pattern(r"(?<!\bto )(?<!\band )(?<!\bby )(?<!\bin )\b(?:support|back|oppose)$")
# Before members whose party only a pronoun names: "all nine of her party's MPs voted for it".
SOMEBODYS = Pattern(r"\b(?:her|his|their|its|my|our) (?:\w+[’']s? )?$", re.IGNORECASE)
# Between names that stand side by side, and before the name of whose somebody is.
BESIDE = Pattern(r"(?:,? and|,) (?:(?:the|[A-Z][a-z]{1,4}\.|MPs?) )*")
# The same in a list of many, with what is said of each: "Ann Heron (Marl Bay), the former minister Tom Vale and"; and
# between such a list and the words that it stands by.
SAID_OF = r"(?:[\w.’'-]{1,40} ){0,6}"
AT_END = Pattern(rf"(?:[-–—(] ?)?(?:(?:including|among them) )?{SAID_OF}|(?:,? [^,;:()]{{0,40}},?)?")
LISTED = Pattern(
    rf"(?:['’]s\b)?(?: ?\([^()]{{1,40}}\))?(?:,? [^,;:()]{{0,50}})?"
    rf"(?:,(?: and|[^,;:()]{{0,60}},(?: and)?)?| and| &| as well as| along with| together with) {SAID_OF}"
)
# A verb or "who" ends a list.
TELLS = frozenset(["VBD", "VBZ", "VBP", "MD", "WP", "WDT"])
# Who takes a side that a motion has: "was brought by the Greens and supported by Labour" tells of no Greens.
BY = Pattern(r" by\b")
SIDES_WITH = Pattern(r"\b(?:back|support|oppos)\w*$")
OWNS = Pattern(r"['’]s?\b|['’](?= )")
OF = Pattern(r",? (?:of|from|in|for) (?:the )?")


def find_positions(document: Document, cast: Cast, spans: Spans, *, held: bool) -> tuple[Position, ...]:
    """Who voted which way, in words such as "nine Labour MPs voted against" or "with the Greens abstaining".

    What somebody will do, and any side taken on a vote that was not held, is declared and not cast.
    """
    found: dict[str, Position] = {}
    for span in spans:
        text = document.quote(span)
        rolls = list(rolls_in(text))
        for roll in rolls:
            kind = PositionKind.CAST if held else PositionKind.DECLARED
            for voter in _listed(document, cast, roll, span[0]):
                found.setdefault(voter, Position(voter=voter, option=roll.option, kind=kind))
        for match in _pattern().finditer(text):
            if match["count"] is None and _is_listed(match, rolls):
                continue
            for position in _positions(document, cast, span[0], match, held=held):
                # A party's members may have voted on both sides, so many on each.
                key = f"{position.voter} {position.option}" if position.count is not None else position.voter
                found.setdefault(key, position)
    return tuple(found.values())


def _positions(document: Document, cast: Cast, start: int, match: re.Match[str], *, held: bool) -> Iterator[Position]:
    if NOBODY.search(match.string, 0, match.start()) or re.match(HARDLY, match["who"].strip(), re.IGNORECASE):
        return
    if SOMEBODYS.search(match.string, 0, match.start("who")) or BY.match(match.string, match.end()):
        return
    if match["count"] is None and _is_all(match["who"]):
        return
    if match["ahead"] is None and BARE.search(match.group()):
        return
    if _is_with_somebody(cast, match, start):
        return
    named = _named(document, cast, (start + match.start("who"), start + match.end("who")))
    people = bool(named) and all(voter.startswith("per-") for voter in named)
    if match["count"] is None and not people and A_FEW.search(match.string, 0, match.start("who")):
        return
    everyone = match["some"] and match["all"]
    group = not everyone and (match["noun"] or match["some"] or match["count"])
    if not (named or match["noun"] or match["some"]):
        return
    counted = match["count"] or match["of_them"]
    count = None if counted is None else number_of(counted)
    kind = PositionKind.DECLARED if not held or match["ahead"] is not None else PositionKind.CAST
    for voter in [match["who"].strip()] if group or not named else named:
        yield Position(voter=voter, option=option_of(match), count=count, kind=kind)
    if count is not None and (beside := _side_by_side().search(match.string, 0, match.start())):
        voter = beside["who"]
        yield Position(voter=voter, option=option_of(match), count=number_of(beside["count"]), kind=kind)


def _is_with_somebody(cast: Cast, match: re.Match[str], start: int) -> bool:
    """Whether a side is taken with a person, not on what is voted on: "the Greens backed Ann Heron to stay on"."""
    whom = cast.at(start + match.end() + 1)
    is_person = whom is not None and whom.kind is MentionKind.NAME and (whom.entity or "").startswith("per-")
    owns = whom is not None and OWNS.match(match.string, whom.span[1] - start) is not None
    return is_person and not owns and SIDES_WITH.search(match.group()) is not None


def _is_all(who: str) -> bool:
    """Whether members are told of as no part of a house: "the MPs who voted for it"."""
    noun = who.strip().casefold().removeprefix("the ")
    return noun == "members" or noun in lexicon("votes")["members"]


def _is_listed(match: re.Match[str], rolls: list[Roll]) -> bool:
    """Whether those who took a side are named one by one: "the MPs who voted against it were Ann Heron and"."""
    return any(roll.span[0] < match.end() and match.start() < roll.span[1] for roll in rolls if roll.alone)


def _listed(document: Document, cast: Cast, roll: Roll, start: int) -> list[str]:
    """The people named side by side in a list, from the end at which it stands by what tells their side.

    Args:
        start: where the sentence stands in the article.
    """
    span = (start + roll.names[0], start + roll.names[1])
    people = [m for m in cast.within(span) if m.entity and m.entity.startswith("per-")]
    if roll.ends:
        people.reverse()
    listed: list[str] = []
    at = span[1] if roll.ends else span[0]
    for mention in people:
        gap = (mention.span[1], at) if roll.ends else (at, mention.span[0])
        between = LISTED if listed else AT_END
        if TELLS & {token.tag_ for token in document.phrase(gap)} or not between.fullmatch(document.quote(gap)):
            break
        listed.append(mention.entity or "")
        at = mention.span[0] if roll.ends else mention.span[1]
    return listed[::-1] if roll.ends else listed


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


@cache
def _side_by_side() -> Pattern:
    """Counted members before others who took the same side: "149 Greens and" of "149 Greens and 16 Liberals voted"."""
    return Pattern(rf"\b(?P<count>(?i:{NUMBER})) (?P<who>(?:{WORD} ){{0,2}}{MEMBERS}) and $")


@cache
def _pattern() -> Pattern:
    name = rf"{WORD}(?: (?:{WORD}|of|the|and))*"
    # Some of a party's members, and not the party: "34 MPs from the governing Orchard Party", "nine of Labour's MPs".
    some = rf"(?P<some>{MEMBERS} (?:from|in|of) (?:the )?(?:[a-z]+ )?{name}|(?:\b[Tt]he )?{name}['’]s?"
    some += rf" (?:(?P<of_them>(?i:{NUMBER})) )?{MEMBERS})"
    of_how_many = rf"(?:of (?:(?:the|its) (?:(?i:{NUMBER}) )?)?|(?<![Oo]ne )of (?i:{NUMBER}) )?"
    return Pattern(
        rf"(?:\b(?P<all>(?i:all) )?(?P<count>(?i:{NUMBER})) {of_how_many}"
        r"(?:[a-z]+-[a-z]+ |rebel |opposition |ruling )?)?"
        rf"(?P<who>{some}|(?:\b(?:the|four|all) )?(?:{name} ?)?(?:\b(?P<noun>{MEMBERS}))?)"
        rf"(?:,[^,.;]{{0,40}},)? "
        rf"(?:(?:all|also|had|who|then|each|both|has|have) )*(?P<ahead>(?:{AHEAD}) (?:all |also )?)?\b{sides()}"
    )
