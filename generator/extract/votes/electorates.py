"""Extraction of votes: an election's words come in, who elects goes out: those of a place, a body's members, or all."""

import re

from generator.extract.findings import Span
from generator.extract.votes.bodies import Body

NAME = r"(?P<place>[A-ZÀ-Þ][\w’'-]*(?:[ –-](?:and |of |the |upon |on |under )?[A-ZÀ-Þ][\w’-]*){0,3})"
CONTEST = (
    r"(?:by-?election|bypoll|primary|primaries|caucus(?:es)?|seat|ward|constituency|mayoralty|elections?"
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
LEADING = re.compile(rf"\bIn {NAME}, ")
OF_A_PLACE = (
    re.compile(rf"\b{CONTEST}\b(?: (?:seat|ward|constituency))? (?:in|of|for|at) (?:the )?(?:\w+ of )?{NAME}"),
    re.compile(
        rf"(?<!of )(?:\bthe |\bThe |\bher |\bhis |\bin |\bin a )(?:(?:19|20)\d\d |next "
        rf"|last )?{PARTY}{NAME}(?:['’]s)? {KIND}{CONTEST}\b"
    ),
    re.compile(
        rf"\b(?:[Mm]ayor|[Gg]overnor|[Pp]resident|MP|TD|MSP|MLA|[Ss]enator|[Mm]ember) (?:of|for|from) (?:the )?{NAME}"
    ),
    re.compile(rf"\b{NAME} (?:held|holds|will hold|is to hold) (?:its|a|an|the)\b"),
    LEADING,
    re.compile(rf"\b(?:elected|won|re-elected|returned) in (?:the )?{NAME}"),
)
OF_MEMBERS = re.compile(rf"\b(?:leader|general secretary|convener|chief whip|whip) of (?:the )?{NAME}")
OFFICE = re.compile(
    r"\b(?:president|governor|mayor|senator|MP|TD|member of parliament|congress(?:man|woman)?|parliament"
    r"|treasurer|sheriff|seat|term|office|attorney general)\b",
    re.IGNORECASE,
)
PUBLIC = re.compile(
    r"\b(?:general|presidential|parliamentary|mayoral|local|municipal|national|federal|state|provincial|legislative|council|congressional"
    r"|gubernatorial|midterm|district|European|snap)\b[^.,;]{0,20}\b(?:elections?|primar\w+|run-?off|poll|vote)\b|\bmidterms\b|\breferendum\b"
    r"|\bby-?election\b|\bprimar(?:y|ies)\b|\bcaucus(?:es)?\b|\b(?:following|next|last|previous|recent|(?:19"
    r"|20)\d\d) elections?\b|\bpopular vote\b|\bplebiscite\b",
    re.IGNORECASE,
)
INSIDE = re.compile(r"\b(?:leadership|party|caucus|branch|group|union|association)\b", re.IGNORECASE)
NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Labour"
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
    if INSIDE.search(text[max(0, near[0] - 40) : near[1] + 60]) and not PUBLIC.search(text[first:last]):
        return None
    for pattern in OF_A_PLACE:
        for match in pattern.finditer(text, 0 if pattern is LEADING else first, last):
            if not NO_PLACE.match(match["place"]):
                span = (start + match.start("place"), start + match.end("place"))
                return Body(span, f"electorate of {match['place']}")
    if PUBLIC.search(text[first:last]) or OFFICE.search(text[max(0, near[0] - 60) : near[1] + 40]):
        return Body((start + near[0], start + near[1]), "electorate")
    return None
