"""Extraction of votes: an election's words come in, who elects goes out: those of a place, a body's members, or all."""

import re

from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.findings import Span
from generator.extract.names.places import country_of
from generator.extract.patterns import Pattern
from generator.extract.votes.bodies import Body

NAME = (
    r"(?P<place>[A-ZÀ-Þ][\w’'-]*(?:[ –-](?:and |of |the |upon |on |under )?"
    rf"(?!(?:{WEEKDAY}|{MONTH})\b)[A-ZÀ-Þ][\w’-]*){{0,3}})"
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
    Pattern(
        r"\b(?:[Mm]ayor|[Gg]overnor|[Pp]resident|MP|TD|MSP|MLA|[Ss]enator|[Mm]ember(?= for)) (?:of|for|from)"
        rf" (?:the )?{NAME}"
    ),
    Pattern(rf"\b{NAME} (?:held|holds|will hold|is to hold) (?:its|a|an|the)\b"),
    LEADING,
    Pattern(rf"(?<![\w’'] )\b{NAME}['’]s (?:next |last )?{KIND[:-1]}+{CONTEST}\b"),
    Pattern(rf"\b(?:elected|won|re-elected|returned|held|take place|took place) in (?:the )?{NAME}"),
)
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
    r"|\bby-?elections?\b|\bthe elections?\b|\b[Ee]lections? (?:is|are|was|were|will|due|in|on)\b"
    r"|\b(?:un)?successfully (?:ran|stood|run)\b|\b(?:ran|stood) (?:un)?successfully\b"
    r"|\bre-?election\b|\bpolls\b|\bprimar(?:y|ies)\b|\bcaucus(?:es)?\b|\b(?:following|next|last|previous|recent|(?:19"
    r"|20)\d\d) elections?\b|\bpopular vote\b|\bplebiscite\b",
    re.IGNORECASE,
)
INSIDE = Pattern(
    r"\b(?:speaker|chair(?:man|woman|person)?|leadership|party|caucus|branch|group|union|association)\b", re.IGNORECASE
)
# Those of one party who choose its candidate: "the Democratic primary", "the Republican caucuses".
OF_A_PARTY = Pattern(
    r"\b(?P<party>Democratic|Republican|Labour|Conservative|Liberal|Green|GOP)(?: Party)?(?:['’]s)?"
    r"(?: (?:and Republican|and Democratic))?(?: [\w’'-]+){0,5}? (?:primar(?:y|ies)|caucus(?:es)?|nomination)\b"
)
NO_PLACE = Pattern(
    rf"(?:Brexit|European|{MONTH}|{WEEKDAY}|Labour"
    r"|Conservative|Democratic|Democrat|Republican|Liberal|Green|House|Senate|Commons|Parliament|Assembly|General|Presidential|National|The|He|She|It|They)\b"
)


def electorate(text: str, near: Span, start: int) -> Body | None:
    """Who elects, as the words of a clause around its cue tell.

    Args:
        text: the clause.
        near: where in it the cue stands.
        start: where the clause stands in the article.
    """
    if match := OF_MEMBERS.search(text, near[0]):
        return Body((start + match.start("place"), start + match.end("place")), match["place"])
    first, last = max(0, near[0] - 60), near[1] + 80
    here = text[first:last]
    party = OF_A_PARTY.search(here)
    if INSIDE.search(text[max(0, near[0] - 40) : near[1] + 60]) and not PUBLIC.search(here) and party is None:
        return None
    of_party = f"{party['party']} electorate" if party else "electorate"
    for pattern in OF_A_PLACE:
        for match in pattern.finditer(text, 0 if pattern is LEADING else first):
            if match.start() < last and not NO_PLACE.match(match["place"]):
                span = (start + match.start("place"), start + match.end("place"))
                return Body(span, f"{of_party} of {country_of(match['place']) or match['place']}")
    if party or PUBLIC.search(here) or OFFICE.search(text[max(0, near[0] - 60) : near[1] + 40]):
        return Body((start + near[0], start + near[1]), of_party)
    return None
