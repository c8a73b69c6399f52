"""Extraction of votes: a sentence's text comes in, the words that tell how a vote went come out as cues."""

import re
from collections.abc import Iterator
from functools import cache

from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.beaten import A_GOVERNMENT, loses
from generator.extract.votes.counts import find_tallies
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.things import things
from generator.extract.votes.turning import dismissal, turn
from generator.extract.votes.whom import Undergoes, undergoer_before
from generator.model.words import Result, VoteStatus

OBJECT = Pattern(
    r"\s+(?!the (?:next|following|same|previous|other) (?:day|night|week|month|year)\b)"
    r"(?:the|a|an|his|her|its|their|one|another|all|each|every|both|this|that|it|them|him|these|those|an?"
    r" \w+|(?-i:(?:[A-Z][\w.-]* ){0,3}[A-Z][\w-]*['’]s?)|[$£€¥]\d[\d.,]*\w*|impeachment|strike"
    r"|(?:(?:non?[- ])?confidence|censure|impeachment) (?:motion|vote)s?|motion of (?:no )?confidence"
    r"|(?:two|three|four|five|several|\d+) (?:\w+ )?(?:articles|bills|amendments|motions"
    r"|resolutions|measures|charges)|(?:Amendment|Proposition|Measure|Question) (?:\d+|[A-Z]{1,2})"
    r"|(?:(?:House|Senate|Assembly|Council|Joint) ){0,2}(?:Bill|Resolution|File|Act|Ordinance) [A-Z]*[ -]?\d+"
    r"|(?:Bylaw|By-law|Ordinance|Resolution|Motion) (?:No\.? ?)?\d[\d-]*|[HS]\.? ?[BRJF]\.? ?\d+)\b"
)
# What is agreed on or refused stands after the verb: "agreed unanimously to rename the square".
COUNT = rf"(?:by )?(?:a (?:vote|margin|majority) of )?{NUMBER}(?: votes?)?(?: ?[–-] ?| to ){NUMBER}(?: votes?)?,?"
# Counts between a verb and its object: "approved, 22-20, a resolution".
SET_OFF = Pattern(rf",? (?:{COUNT}|(?:by|on) (?:an? )?(?:voice|unanimous) vote,?)", re.IGNORECASE)
RESOLVES = Pattern(
    rf"failed,? {COUNT} to (?!{NUMBER}\b|the\b|an?\b|\d)"
    rf"|(?:agreed|resolved|decided|refused)(?: \w+ly)?(?:,? {COUNT})? to (?!{NUMBER}\b|the\b|an?\b|\d)",
    re.IGNORECASE,
)
ADVERB = r"(?:\w+ly|then|also|later|earlier|now|since|instead|twice|all|itself|again|already|not|never|first|once)"
PASSIVE = Pattern(rf"\b(?:was|were|is|are|be|been|being)(?:\s+{ADVERB}){{0,3}}\s*$", re.IGNORECASE)
COUNTED = Pattern(
    rf"\b(?:vote|votes|division|margin|count|majority|defeat|(?:result|tally) was)\b(?=[^.;]{{0,30}}\b{NUMBER})"
    rf"|\bvote(?= (?:to|on) [^.;,]{{3,110}}? was {NUMBER}(?:[–-]\d| to \d| (?:for|in favou?r|yes)\b))"
    rf"|\b(?:there )?(?:was|were) {NUMBER} votes? (?:in favou?r|for|against)\b"
    rf"|\b{NUMBER}[–-]{NUMBER} (?:vote|ruling|decision|majority)\b"
    rf"|^\W*(?:it|that) was(?= {NUMBER}(?:[–-]| to | votes to ){NUMBER}(?: (?:along|on|in favou?r)\b|[.,;]|$))",
    re.IGNORECASE,
)
# What a house would not do, up to its counts: "refused by 6 votes to 3 to dismiss its director".
REFUSED = Pattern(rf"\b(?:refused|declined),? (?:by|on|in) (?:an? )?(?:{NUMBER} )?$", re.IGNORECASE)
BY_A = Pattern(r"\b(?:by|with|on) (?:an?|the) (?:[\w-]+ ){0,2}$")
# What the rules make of a tie is told beside it: "was tied and so was resolved in the negative".
RULED_SO = ("resolved in the negative", "resolved in the affirmative", "negatived")
TIED = Pattern(r"\b(?:divided|split|tied|deadlocked|tie)\b", re.IGNORECASE)

DISMISSES = ("dismissed", "dismissing", "threw out", "throwing out", "thrown out")
# Who was turned out, by a pronoun: "he was dismissed".
THEY = Pattern(rf"\b(?:he|she) (?:was|had been|has been)(?: {ADVERB})? $", re.IGNORECASE)
# A government that is defeated, and the motion of others by which.
THE_BEATEN = Pattern(rf"\s(?:the )?(?:\w+ )?{A_GOVERNMENT}\b", re.IGNORECASE)
ON_OTHERS = Pattern(
    r"[^.;]{0,60}? on (?:an?|the) (?:(?!government|own|procedural)[\w’'-]+ ){0,3}?(?:amendment|motion)\b", re.IGNORECASE
)

# A side that wins a vote on anybody's motion, and one on its own.
THE_WINNER = Pattern(
    rf"\b(?:{A_GOVERNMENT}|opposition|whips)(?: (?:side|benches))? (?:has |have |had )?(?:\w+ly )?$", re.IGNORECASE
)
BY_SO_MANY = Pattern(rf" (?:by )?{NUMBER}\b", re.IGNORECASE)
ITS_OWN = Pattern(
    r"[^.;]{0,60}?\b(?:(?:its|their)\b(?! (?:first|second|third|biggest))|motion of confidence\b"
    r"|(?<!no[ -])confidence (?:vote|motion)\b)",
    re.IGNORECASE,
)
ON_ITS_OWN = Pattern(r"[^.;]{0,60}? (?:on|over) (?:its|their)\b", re.IGNORECASE)
# A vote that a side lost, on whose motion is not told: "it lost a vote on fishing quotas".
A_LOST_VOTE = Pattern(
    r" (?:an?|the|that|another|its (?:first|second|third)) (?:[\w-]+ ){0,2}?(?:vote|division)\b(?! of)"
)
ON_WHAT = Pattern(rf"{A_LOST_VOTE.pattern} (?:on|over) ", re.IGNORECASE)
# A vote that is told of as held, with no word of how it went.
HELD_VOTE = Pattern(
    r"\bheld (?:a|an|the|their|its) (?:[\w’'-]+ ){0,2}?(?:vote|ballot|referendum|plebiscite)(?= (?:on|over|to"
    r"|in|last|this|yesterday))"
    r"|\b(?:vote|ballot|referendum|plebiscite)\b[^.,;]{0,40}? (?P<was>(?:was|were) held)\b"
    rf"|\bvote(?= (?:on|over) [^.;,]{{3,90}}?(?:,| [–—-]) a vote (?:that |which )?(?:the )?{A_GOVERNMENT}"
    r" (?:\w+ly )?(?:won|lost)\b)",
    re.IGNORECASE,
)
CONFIRMED = Pattern(
    rf"(?i:confirmed|impeached|expelled|censured|convicted|acquitted) (?!{WEEKDAY})"
    r"(?:[A-Z][\w’'-]+(?: [A-Z]|[.,;]|$)|him\b|her\b)"
    r"|(?i:impeached|expelled|censured|acquitted) [A-Z]"
)
# Whom a body chooses or drops, told by name behind the verb.
CHOSEN = Pattern(r"(?i:endorsed|removed|ousted|suspended|backed) [A-Z][\w’'-]+ [A-Z][\w’'-]+")
# How many votes a motion had, which tells no more than the figures: "winning five votes in favour to four against".
HAD_VOTES = Pattern(rf"(?:won|winning) (?:{NUMBER} votes|the (?:support|backing|votes) of {NUMBER})\b", re.IGNORECASE)
# What is only let in: "the resolution was approved for debate".
TO_BE_DEBATED = Pattern(
    r" for (?:an? |the )?(?:full )?(?:debate|discussion|consideration|hearing|voting|vote)\b", re.IGNORECASE
)
# Whom a house confirms, impeaches or expels.
CONFIRMS = Pattern(r"(?:(?i:impeached|expelled|censured|convicted|acquitted)\b|(?i:confirmed) [A-Z])")
# A house that a bill passes is no motion: "passed the Senate".
THROUGH = Pattern(
    r"\s+(?:the|both) (?:(?:US|U\.S\.|state|full|lower|upper|Ohio|\w+ing) )?(?:houses?|chambers|senate|commons|lords"
    r"|parliament|assembly|dáil|seanad|lok sabha|rajya sabha"
    r"|congress|legislature|lower house|upper house|chamber|committee)\b(?! of the| bill)",
    re.IGNORECASE,
)
# Nor is what else one comes through on its way: "passed its last hurdle on Friday".
HURDLE = Pattern(r"\s+(?:its|their|an?|the|another) (?:[\w-]+ ){0,2}?(?:hurdle|stage|test|obstacle)\b", re.IGNORECASE)
# What all the people vote on, as the subject of how it went: "the referendum was narrowly lost".
PUT_TO_ALL = Pattern(
    r"(?:^|[,;] |\b(?:and|but|after|when|while) )(?:the|an?|this|that|last \w+['’]s) (?:[\w’'-]+ ){0,3}?"
    r"(?:referendum|plebiscite|ballot (?:measure|initiative|question))(?: (?:on|in|to|over|for) [^.;,]{2,60}?)?"
    rf" (?:(?:was|has been|had been) )?(?:{ADVERB} )?$",
    re.IGNORECASE,
)
# A second house that does as the first: "The Senate followed suit, 35-3".
FOLLOWS = Pattern(r"\b(?:followed(?: suit)?|did (?:the same|likewise))\b", re.IGNORECASE)
# Which side the chair heard, as told afterwards: "the ayes have it" is what is called out of a vote told elsewhere.
VOICES = Pattern(r"\bthe (?:(?P<ayes>ayes|yeas)|noes|nays) had it\b", re.IGNORECASE)
# How a tie was broken: "gave her casting vote with the noes".
CASTING = Pattern(
    r"\b(?:gave|used|exercised|cast|casting|with|by|on)\b[^.;]{0,30}?\b(?:casting|deciding|tie-?breaking) vote\b"
    r"(?! (?:twice|again and again|repeatedly|more than once|\w+ times)\b)"
    r"(?P<against>[^.;]{0,40}?\b(?:against|with the (?:noes|nays)|to (?:reject|defeat|block|oppose|kill|quash"
    r"|sink|scupper|throw|vote))\b)?"
    r"(?P<for>[^.;]{0,40}?\b(?:for|in favou?r|with the ayes|to (?:pass|approve|carry|adopt|save|back)))?",
    re.IGNORECASE,
)


def _cast(match: re.Match[str]) -> Result | None:
    if match["against"]:
        return Result.REJECTED
    return Result.PASSED if match["for"] else None


def result_cues(text: str) -> Iterator[Cue]:
    """Verbs of passing and rejecting."""
    for match in HELD_VOTE.finditer(text):
        place = Place.BEFORE if match["was"] else Place.AFTER
        yield Cue(
            span=match.span("was" if match["was"] else 0), status=VoteStatus.HELD, place=place, sure=True, told=True
        )
    for result, sure, pattern in _verbs():
        for match in pattern.finditer(text):
            if (
                HAD_VOTES.match(text, match.start())
                or TO_BE_DEBATED.match(text, match.end())
                or _is_of_somebody(text, match)
                or (match.group().casefold() in RULED_SO and _is_even(text))
            ):
                continue
            place = _place(text, match)
            told: Result | None = Result.PASSED if _is_of_a_government(text, match) else result
            if match.group().casefold() in DISMISSES:
                told = _dismissed(text, match)
            lost = ON_WHAT.match(text, match.end()) if match.group().casefold() == "lost" else None
            put = place is Place.BEFORE and PUT_TO_ALL.search(text, 0, match.start()) is not None
            yield Cue(
                span=match.span(),
                status=VoteStatus.HELD,
                result=None if _is_of_a_side(text, match) else told,
                place=place,
                sure=sure or put or is_done_by_a_house(text, match.start()),
                told=put or lost is not None,
                ballot=put,
            )


def _is_of_somebody(text: str, match: re.Match[str]) -> bool:
    """Whether somebody died, and no motion: nothing that can be voted on, nor "it", is told of before the verb."""
    before = text[: match.start()]
    return match.group().casefold() == "died" and not (
        things().search(before) or re.search(r"\b[Ii]t (?:\w+ )?$", before)
    )


def is_done_by_a_house(text: str, at: int) -> bool:
    """Whether the verb right after a house tells what it did to somebody: "and the Senate acquitted him"."""
    return CONFIRMED.match(text, at) is not None and _a_house().search(text, 0, at) is not None


@cache
def _a_house() -> Pattern:
    houses = words(lexicon("votes")["legislatures"])
    then = rf"(?:has|had|have|then|later|\w+ly|(?:on )?{WEEKDAY}|(?:last|this) \w+|in {MONTH})"
    return Pattern(rf"\b(?:{houses})(?: of \w+)? (?:{then},? ){{0,2}}$", re.IGNORECASE)


def _is_of_a_government(text: str, match: re.Match[str]) -> bool:
    """Whether a government was defeated by a motion of others, which was carried: "was defeated on a Labour motion"."""
    if match.group().casefold() not in ("defeated", "beaten"):
        return False
    loser = loses(text, match.start()) or THE_BEATEN.match(text, match.end()) is not None
    return loser and ON_OTHERS.match(text, match.end()) is not None


def _dismissed(text: str, match: re.Match[str]) -> Result | None:
    """How a vote went by which somebody or something was dismissed: "dismissed its director", "he was dismissed"."""
    if not PASSIVE.search(text, max(0, match.start() - 50), match.start()):
        return dismissal(text, match.end())
    whom = Undergoes.WHOM if THEY.search(text, 0, match.start()) else undergoer_before(text, match.start())
    return None if whom is None else Result.PASSED if whom is Undergoes.WHOM else Result.REJECTED


def _is_of_a_side(text: str, match: re.Match[str]) -> bool:
    """Whether a side won or lost, on whose motion is not told: "the vote, which the government won"."""
    if match.group().casefold() in ("defeated", "beaten") and loses(text, match.start()):
        return not ON_OTHERS.match(text, match.end()) and not ON_ITS_OWN.match(text, match.end())
    if match.group().casefold() == "lost" and A_LOST_VOTE.match(text, match.end()):
        return not ITS_OWN.match(text, match.end())
    if match.group().casefold() == "lost":
        return THE_WINNER.search(text, 0, match.start()) is not None and BY_SO_MANY.match(text, match.end()) is not None
    if match.group().casefold() not in ("won", "winning", "prevailed"):
        return False
    return THE_WINNER.search(text, 0, match.start()) is not None and not ITS_OWN.match(text, match.end())


def _is_even(text: str) -> bool:
    """Whether a sentence tells of as many votes on one side as on the other."""
    return any(tally.first == tally.second for tally in find_tallies(text))


def voice_cues(text: str) -> Iterator[Cue]:
    """Which side the chair declared the louder, "the ayes had it", where nothing else tells how the vote went."""
    if VOICES.search(text) is None or any(cue.result for cue in result_cues(text)):
        return
    for match in VOICES.finditer(text):
        result = Result.PASSED if match["ayes"] else Result.REJECTED
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=result, place=Place.BEFORE, sure=True, told=True)


def casting_cues(text: str) -> Iterator[Cue]:
    """How a tie was broken."""
    for match in CASTING.finditer(text):
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=_cast(match), noun=True, sure=True, casting=True)


def noun_cues(text: str) -> Iterator[Cue]:
    """A vote told by a noun: "the vote was 23 to 20", "in a 51-49 vote"; or by how it split: "divided five to five"."""
    for match in COUNTED.finditer(text):
        if match.group().casefold() == "margin" and not BY_A.search(text, 0, match.start()):
            continue
        direction = re.match(
            r"(?:(?! over | on )[^.;,]){0,30}?\bto (?!(?:the|an?|his|her|its|their)\b)(?P<verb>[a-z]+)",
            text[match.end() :],
        )
        if REFUSED.search(text, 0, match.start()):
            direction = None
        counted = direction and re.fullmatch(NUMBER, direction["verb"], re.IGNORECASE)
        result = None if not direction or counted else turn(text, match.end() + direction.start("verb"))
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=result, noun=True)
    for match in FOLLOWS.finditer(text):
        yield Cue(span=match.span(), status=VoteStatus.HELD, noun=True)
    for match in TIED.finditer(text):
        yield Cue(span=match.span(), status=VoteStatus.HELD, result=Result.TIED, noun=True)


# What is won, lost or carried without a vote: "lost control", "lost confidence in".
NO_VOTE = (
    r"(?!['’]t\b| in the negative\b| (?:margin|side|streak|battle|ground|control|candidates?"
    r"|[\d,]+ (?:names|signatures|people|passengers)|confidence in|faith|trust|patience|touch|sight"
    r"|(?:its|their|his|her) (?:\w+ )?majority)\b)"
)


@cache
def _verbs() -> tuple[tuple[Result, bool, Pattern], ...]:
    """Each list of result verbs: its result, whether it is sure, its pattern."""
    lists = lexicon("votes")["results"]
    return tuple(
        (
            Result(name),
            how == "sure",
            Pattern(
                rf"(?<!-)\b(?:{words(lists[name][how])})\b{NO_VOTE}",
                re.IGNORECASE,
            ),
        )
        for name in lists
        for how in ("sure", "loose", "going")
    )


# Those who always vote and are never voted on, and the bare name of what they decide: "voters backed independence".
VOTERS = Pattern(
    r"\b(?:[Vv]oters|[Cc]itizens|[Rr]esidents|[Ee]lectors|[Ss]hareholders)\b[^.,;]{0,40}$"
    r"|(?<!\bby )\b(?:MPs|MEPs|TDs|[Ll]awmakers|[Ll]egislators|[Ss]enators|[Pp]eers|[Cc]ouncillors)"
    r" (?:(?:has|have|had|also|then|\w+ly) )*$"
)
BARE_OBJECT = Pattern(
    r" (?!(?:by|in|on|at|to|with|and|but|or|for|from|as|after|when|last|this|that|without|overwhelmingly|unanimously"
    r"|(?:yester|to|mon|tues|wednes|thurs|fri)day|tonight|earlier|later|again)\b)[a-z]{4,}"
)
# The verbs that are no participles, whose object may stand behind the manner: "threw out, on a voice vote, a plan".
ACTIVE = Pattern(r"(?:threw|shot|sank|knocked|turned|chucked) (?:out|down|back)|overrode", re.IGNORECASE)
ASIDE = Pattern(r", [^,.;]{3,40},(?= (?:the|an?|his|her|its|their|another) )")


def _place(text: str, match: re.Match[str]) -> Place:
    """Where the motion of a result verb stands: before a passive or bare one, after an active one with an object."""
    through = match.group().casefold() in ("passed", "cleared", "passes", "passing")
    if through and any(way.match(text, match.end()) for way in (THROUGH, HURDLE)):
        return Place.BEFORE
    if PASSIVE.search(text, max(0, match.start() - 50), match.start()):
        return Place.BEFORE
    if RESOLVES.match(text, match.start()) or A_LOST_VOTE.match(text, match.end()):
        return Place.AFTER
    if ACTIVE.fullmatch(match.group()) and ASIDE.match(text, match.end()):
        return Place.AFTER
    if VOTERS.search(text, 0, match.start()) and BARE_OBJECT.match(text, match.end()):
        return Place.AFTER
    named = CONFIRMED.match(text, match.start()) or CHOSEN.match(text, match.start())
    counts = SET_OFF.match(text, match.end())
    return Place.AFTER if named or OBJECT.match(text, counts.end() if counts else match.end()) else Place.BEFORE
