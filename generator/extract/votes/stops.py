"""Extraction of votes: a text comes in, where the words for what is voted on end in it goes out."""

import re

from generator.extract.calendar_names import MONTH, MONTH_OR_SHORT, WEEKDAY
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern

LONGEST = 160


TIME_OF_DAY = "(?: (?:morning|afternoon|evening|night))?"
WHEN = rf"(?:(?:on|late on|early on|early|late|last|next|this) )?{WEEKDAY}{TIME_OF_DAY}(?: week)?"


SEEN = (
    rf"(?:last|next|this|later this|earlier this) (?:night|week|weekend|month|year|autumn|spring|summer|winter)"
    rf"|(?:last|next|this) {MONTH}|yesterday|today"
    r"|over the (?:summer|winter|weekend|holidays|coming \w+|next \w+)"
    r"|tomorrow|tonight|(?:this|yesterday|tomorrow) (?:morning|afternoon|evening)"
)


IN_A_YEAR = r"(?:,? (?:19|20)\d\d)?"
DATE = (
    rf"(?:(?:on|in|until|by|before) )?(?:\d{{1,2}} {MONTH_OR_SHORT}|{MONTH_OR_SHORT} \d{{1,2}}|in {MONTH_OR_SHORT})"
    rf"{IN_A_YEAR}\b"
)


# By how long something is put off: "by a week", "for a fortnight".
LATER = r"(?:by|for) (?:another )?(?:an?|\w+) (?:day|week|month|fortnight|year)s?\b"


MANNER = (
    r"(?:by|on|in|at|after|following|without|along|with|through) (?:(?:a|an|the|its|his|her|party) )?"
    r"(?:voice vote\b(?=,? (?:the|an?|its|his|her|their) )|(?:voice vote"
    r"|voices|show of hands|rais(?:ing|ed) hands|casting"
    r"|same (?:margin|numbers|count|vote)|roll[- ]call|lines|secret|division|consensus|acclamation|unanimous"
    r"|postal|party[- ]line|narrow\w*|whisker"
    r"|\w*(?:[- ]party[- ]line|nonpartisan|bipartisan) vote|single vote|wide|large|huge"
    r"|comfortable)\b(?:(?! to )[^,.;]){0,25})"
)


# How some voted, told behind a comma: "voted 4-3, with Ann Ames, Tom Vale and Jo Reed voting nay, to extend it".
DIVIDED = (
    r"with (?:[^,;]{1,60}, ){0,6}?[^,;]{1,60}?"
    r"\b(?:voting|against|opposed|opposing|dissenting|abstaining|absent)\b[^,;]{0,30}"
)


# Where the words for a motion end.
STOP = Pattern(
    rf",? by (?:{NUMBER}|an? (?:recorded |roll-call |unanimous )?(?:vote|majority|margin|show|\d)|voice|just)"
    r"|,? with an? (?:\w+ )?(?:majority"
    rf"|margin)\b|, |;|(?<=\w{5})\. | [–—] |: | {WHEN}| (?:{SEEN})\b(?!['’]s (?!meeting|sitting|vote))|"
    rf" {DATE}| {MANNER}"
    r"| by (?:less|fewer|more) than\b| against {NUMBER}\b| within (?:hours|days|weeks|months|an?\b|the next\b)"
    r"|(?<!motion)(?<!amendment)(?<!proposal) (?:from|off) the (?:floor|order paper|agenda)\b"
    r"| at (?:\d|noon\b|midnight\b|dawn\b)| in an? (?:[\w-]+ )?(?:referendum|plebiscite)\b"
    rf"| on (?:\d|the voices|[A-Z]\w+ \d)| (?:in|of) (?:1[5-9]|20)\d\d| with (?:{NUMBER}|[\d.]+ ?%)| with the "
    rf"| (?:was|were) {NUMBER}\b| by [\d.]+ ?(?:%|per ?cent)| for (?:the|a) \w+ time\b"
    rf"| and {NUMBER}\b| when | after | because | even |"
    rf" (?:is|are|was|were|has been|have been) (?:now |also )?(?:expected|scheduled|due|set|planned|slated|likely)\b|"
    r" at the (?:start|end|beginning) of (?:the |this |last )?(?:day|week|month|year|sitting|meeting|session)\b"
    rf"| despite | amid(?:st)? | (?:on|in) a vote of\b| (?:tallied|numbered|total?led) | while "
    rf"| without | until | at (?:a|its|the) \w* ?meeting|(?<!ordinance)(?<!resolution)(?<!bylaw)(?<!no\.)"
    rf" {NUMBER}[–-]{NUMBER}| {NUMBER} (?:votes )?to {NUMBER}"
    r"| thanks to | shortly (?:before|after)\b| in the (?:coming|next) (?:few )?(?:hours|days|weeks|months)\b"
    r"| and in favou?r of "
    # where the other side is counted in a sentence of its own
    rf"|(?<=(?-i:[a-z]{{3}}))(?<!Sept)\. (?:(?:But|And|Another|The other) )?(?={NUMBER}\b)"
    rf"|\)| \(|[”“\"]|\.?$",
    re.IGNORECASE,
)


# The bracket that closes such a part, where no motion ends.
CLOSES_PART = Pattern(r"\) (?:[A-Z]\w+ ){0,4}(?:Bill|Act|Order|Regulations)\b")


# Those who bring a motion, whose names are no end of it: "from Sir Alan Hay, Jo Lee and others to suspend the rule".
NAME = r"(?:[A-Z][\w.’'-]+ ?){1,5}"
BROUGHT_BY = Pattern(
    rf" (?:from|by|of) {NAME}(?:, {NAME})*,? ?and (?:{NAME}|others)"
    r"(?= ?(?:to|that|calling|seeking|asking|demanding|on|for)\b)"
)


# Some words in quotation marks, and a name in brackets, which are part of a motion: "the “take it” vote", "Ash (Lab)".
QUOTED = Pattern(r"(?<!that )(?:“[^“”]{1,60}”|(?<!\w)\"[^\"]{1,60}\"(?!\w))")
IN_BRACKETS = Pattern(r" \([A-Z][\w.’' -]{0,40}\)(?= \w)")


def shortened(words: str) -> str:
    """Words cut to the longest that a motion is given, before the word that does not fit."""
    return words if len(words) <= LONGEST else words[: LONGEST + 1].rsplit(" ", 1)[0]


def stop_at(text: str, at: int) -> int:
    """Where the words for a motion end, from a place in them on."""
    named = BROUGHT_BY.search(text, max(0, at - 1))
    whole = [named.span()] if named else []
    whole += [bracket.span() for bracket in IN_BRACKETS.finditer(text, at)]
    open_already = text.count('"', 0, at) % 2 == 1
    whole += [
        quoted.span() for quoted in QUOTED.finditer(text, at) if not (open_already and text[quoted.start()] == '"')
    ]
    stops = (
        stop.start()
        for stop in STOP.finditer(text, at)
        if not (CLOSES_PART.match(text, stop.start()) or any(first <= stop.start() < last for first, last in whole))
    )
    return next(stops, len(text))
