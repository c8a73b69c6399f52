"""Extraction of votes: an election's words come in, who elects goes out: those of a place, a body's members, or all."""

import re

from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.cast import Cast
from generator.extract.findings import Span
from generator.extract.names.places import country_of
from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import Body
from generator.model.words import Classification

BEFORE, AFTER = 60, 80  # characters around a cue within which its place is named
NAME = (
    r"(?P<place>[A-ZÀ-Þ][\w’'-]*(?:[ –-](?:and |of |upon |on |under )?(?:the )?"
    rf"(?!(?:{WEEKDAY}|{MONTH})\b)[A-ZÀ-Þ][\w’-]*){{0,3}}(?:(?:(?<=District)|(?<=Ward)) \d{{1,3}}\b)?)"
)
CONTEST = (
    r"(?i:by-?election|bypoll|primary|primaries|caucus(?:es)?|seat|ward|constituency|mayoralty|elections?"
    r"|referendum|run-?off)"
)
PARTY = (
    r"(?:(?:Democratic|Republican|Democrats?|Republicans?|Labour|Conservative|GOP"
    r"|[Pp]arty)(?:['’]s)? (?:Party(?:['’]s)? )?(?:and )?)*"
)
KIND = (
    r"(?:(?:general|presidential|parliamentary|mayoral|local|municipal|federal|state|provincial|legislative|council|congressional|gubernatorial"
    r"|midterm|district|special|snap|Senate|House|primary) )*"
)
LEADING = Pattern(rf"(?:\bIn|, (?:and|but|while) in) {NAME}, ")
OF_A_PLACE = (
    Pattern(rf"\b{CONTEST}\b(?: (?:seat|ward|constituency))? (?:in|of|for|at) (?:the )?(?:\w+ of )?(?:the )?{NAME}"),
    Pattern(
        rf"(?<!of )(?:\bthe |\bThe |\bher |\bhis |\bin |\bin a )(?:(?:19|20)\d\d |next "
        rf"|last )?{PARTY}{NAME}(?:['’]s)? {KIND}{CONTEST}\b"
    ),
    Pattern(rf"\b{NAME} (?:held|holds|will hold|is to hold) (?:its|a|an|the)\b"),
    LEADING,
    Pattern(rf"\b(?:to|won|took|held|retained|gained) {NAME} (?:ward|constituency)\b"),
    Pattern(rf"(?<![\w’'] )\b{NAME}['’]s (?:next |last )?{KIND[:-1]}+{CONTEST}\b"),
    Pattern(rf"\b(?:elected|won|re-elected|returned|held|take place|took place) in (?:the )?{NAME}"),
    Pattern(
        rf"\b{NAME}['’]s (?:\w+ )?(?:government|cabinet|president|prime minister)\b[^.;]{{0,60}}?"
        r"\bhold (?:an?|the) (?:\w+ )?(?:referendum|plebiscite)\b"
    ),
)
# The office that somebody is elected to: "elected mayor of Selby".
OF_AN_OFFICE = Pattern(
    r"\b(?P<office>[Mm]ayor|[Gg]overnor|[Pp]resident|MP|TD|MSP|MLA|[Ss]enator|[Mm]ember(?= for)) (?:of|for|from)"
    rf" (?:the )?{NAME}"
)
# Before the office of somebody else, who lost, or one that somebody had: "lost to the former mayor of".
OF_ANOTHER = Pattern(
    r"(?:\b(?:former|then|ex|outgoing|to|beat|beating|over|defeated|defeating|against|by)[ -]"
    r"(?:(?:the|a|an|incumbent|sitting|then|US|U\.S\.|state)[ -])*|\bto [\w ’'-]{0,40}\b(?:former|then|ex)[ -])$",
    re.IGNORECASE,
)
# The part of a place that votes: "Ohio's 4th congressional district".
DISTRICT = Pattern(r" (?:[\w-]+ ){1,3}?(?:[Dd]istrict|seat|riding|constituency)\b")
# What parts somebody's office from how they did: "Stone, a senator from Ohio, won".
ASIDE = Pattern(r",|\bwho\b")
OF_MEMBERS = Pattern(
    r"\b(?:leader|general secretary|convener|chief whip|whip) of"
    rf" (?:the |[A-Z][\w-]+['’]s (?:[a-z]+ ){{0,2}})?(?:(?:ruling|governing|main|opposition) )?{NAME}"
)
OFFICE = Pattern(
    r"\b(?:president|governor|mayor|senator|MP|TD|member of parliament|congress(?:man|woman)?|parliament"
    r"|treasurer|sheriff|seat|term|office|attorney general)\b",
    re.IGNORECASE,
)
PUBLIC = Pattern(
    r"\b(?:general|presidential|parliamentary|mayoral|local|municipal|national|federal|state|provincial|legislative|council"
    r"|congressional|gubernatorial|midterm|district|European|snap|special|recall)\b[^.,;]{0,20}\b(?:elections?|primar\w+|run-?off|poll|vote)\b"
    r"|\b(?:day|week|month|year)['’]s elections?\b|\b(?:disputed|contested|rigged|annulled) elections?\b"
    r"|\belected to (?:the )?(?:[A-Z]\w+ ){0,3}?(?:council|assembly|legislature|senate|congress|sabha)\b"
    r"|\bmidterms\b|\breferendum\b"
    r"|\bby-?elections?\b|\bby-?polls?\b|\bthe elections?\b|\b[Ee]lections? (?:is|are|was|were|will|due|in|on)\b"
    r"|\b(?:un)?successfully (?:ran|stood|run)\b|\b(?:ran|stood) (?:un)?successfully\b"
    r"|\bre-?election\b|\bpolls\b|\bprimar(?:y|ies)\b|\bcaucus(?:es)?\b|\b(?:following|next|last|previous|recent|(?:19"
    r"|20)\d\d) elections?\b|\bpopular vote\b|\bplebiscite\b",
    re.IGNORECASE,
)
INSIDE = Pattern(
    r"\b(?:speaker|chair(?:man|woman|person)?|leadership|party|caucus|branch|group|union|association"
    r"|(?:elected|chosen|picked) (?:as )?(?:(?:its|their|the) )?(?:deputy|whip))\b",
    re.IGNORECASE,
)
NO_PLACE = Pattern(
    rf"(?:Brexit|European|{MONTH}|{WEEKDAY}|Labour"
    r"|Conservative|Democratic|Democrat|Republican|Liberal|Green|House|Senate|Commons|Parliament|Assembly|General|Presidential|National|The|He|She|It|They)\b"
)


def electorate(cast: Cast, text: str, near: Span, start: int) -> Body | None:
    """Who elects, as the words of a clause around its cue tell.

    Args:
        cast: the article's.
        text: the clause.
        near: where in it the cue stands.
        start: where the clause stands in the article.
    """
    if match := OF_MEMBERS.search(text, near[0]):
        return Body((start + match.start("place"), start + match.end("place")), match["place"])
    here = text[max(0, near[0] - BEFORE) : near[1] + AFTER]
    if INSIDE.search(text[max(0, near[0] - 40) : near[1] + 60]) and not PUBLIC.search(here):
        return None
    if place := place_of(cast, text, near, start):
        words = text[place[0] - start : place[1] - start]
        return Body(place, f"electorate of {country_of(words) or words}")
    if PUBLIC.search(here) or OFFICE.search(text[max(0, near[0] - 60) : near[1] + 40]):
        return Body((start + near[0], start + near[1]), "electorate")
    return None


def place_of(cast: Cast, text: str, near: Span, start: int) -> Span | None:
    """Where the article names the place in which people elect, by the words of a clause around its cue; or None."""
    first, last = max(0, near[0] - BEFORE), near[1] + AFTER
    for pattern in (*OF_A_PLACE[:2], OF_AN_OFFICE, *OF_A_PLACE[2:]):
        for match in pattern.finditer(text, 0 if pattern is LEADING else first):
            if match.start() >= last or NO_PLACE.match(match["place"]):
                continue
            own = _whole_name(text, match)
            place = _but_nobody(cast, (start + own[0], start + own[1]), text[slice(*own)])
            if place and not (pattern is OF_AN_OFFICE and _is_of_another(cast, text, near, match, place, start)):
                return place
    return None


def _whole_name(text: str, match: re.Match[str]) -> Span:
    """Where a place stands: with the district of it that is told, and else without the mark of owning it."""
    first, last = match.span("place")
    if not match["place"].endswith(("’s", "'s")):
        return first, last
    district = DISTRICT.match(text, last)
    return first, district.end() if district else last - len("’s")


def _but_nobody(cast: Cast, place: Span, words: str) -> Span | None:
    """A place without the person whose name stands right behind it: "of Ohio Ann Ames" is of Ohio; a party is none."""
    own = cast.at(place[0])
    if (
        own
        and own.span == place
        and any(o.id == own.entity and o.classification is Classification.PARTY for o in cast.organizations)
    ):
        return None  # "the seat for the SNP"
    for word in re.finditer(r"[\w’'-]+", words):
        mention = cast.at(place[0] + word.start())
        if mention and (mention.entity or "").startswith("per-"):
            kept = words[: word.start()].rstrip(" –-")
            named = own is not None and own.span == (place[0], place[0] + len(kept))
            return own.span if own and named and own is not mention else None
    return place


def _is_of_another(cast: Cast, text: str, near: Span, match: re.Match[str], place: Span, start: int) -> bool:
    """Whether an office is not the one that somebody is elected to, but what somebody is or was."""
    named = cast.at(place[1] + 1)
    if named and (named.entity or "").startswith("per-"):
        return True
    if match.end() <= near[0] and ASIDE.search(text, match.end(), near[0]):
        return True
    return OF_ANOTHER.search(text, 0, match.start()) is not None
