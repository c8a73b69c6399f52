"""Extraction of votes: a clause and its cue come in, the words for what is voted on go out, verbatim and short."""

import re
from functools import cache

from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.votes.cue import Cue, Place, words
from generator.model.words import VoteClassification

LONGEST = 160
NAMED_CONTEST = re.compile(r"[A-Z]|leader|mayor|general|\d\d", re.MULTILINE)
MOST_WORDS = 7
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WHEN = (
    rf"(?:(?:on|late on|early on|early|late|last|next|this) )?{DAY}(?: (?:morning|afternoon|evening|night))?(?: week)?"
)
SEEN = (
    r"(?:last|next|this|later this|earlier this) (?:night|week|month|year|autumn|spring|summer|winter)|yesterday|today"
    r"|tomorrow|tonight|(?:this|yesterday|tomorrow) (?:morning|afternoon|evening)"
)
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|April|May|June|July|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct"
    r"(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
DATE = rf"(?:(?:on|in|until|by|before) )?(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}}|in {MONTH})(?:,? (?:19|20)\d\d)?\b"
MANNER = (
    r"(?:by|on|in|at|after|following|without|along|with) (?:(?:a|an|the|its|his|her|party) )?(?:voice vote"
    r"|voices|show of hands|casting"
    r"|same (?:margin|numbers|count|vote)|roll[- ]call|lines|secret|division|consensus|acclamation|unanimous"
    r"|postal|narrow\w*|whisker"
    r"|single vote|wide|large|huge|comfortable)\b[^,.;]{0,25}"
)
# Where the words for a motion end.
STOP = re.compile(
    rf",? by (?:{NUMBER}|a (?:vote|majority|margin|show)|voice|just)|,? with an? (?:\w+ )?(?:majority"
    rf"|margin)\b|, |;|\. | [–—] |: | {WHEN}| (?:{SEEN})\b|"
    rf" {DATE}| {MANNER}"
    rf"| on (?:\d|the voices|[A-Z]\w+ \d)| in (?:19|20)\d\d| with {NUMBER}| with the "
    rf"| and {NUMBER}\b| when | after | because |"
    rf" despite | while "
    rf"| without | until | at (?:a|its|the) \w* ?meeting| {NUMBER}[–-]{NUMBER}| {NUMBER} (?:votes )?to {NUMBER}"
    rf"|\)|[”“\"]|\.?$",
    re.IGNORECASE,
)
# What may stand between a cue and the motion.
SKIP = re.compile(
    rf"\s*,?\s*(?:(?:by )?(?:a (?:vote|majority|margin) of )?{NUMBER}(?: votes?)?(?: ?[–-] ?| to ){NUMBER}(?:"
    rf" votes?)?|{WHEN}|{SEEN}|{DATE}|{MANNER}"
    r"|unanimously|narrowly|overwhelmingly|of|in favou?r|for|against|on|over|down|out|through|it|again|just"
    r"|instead|once more|also"
    r"|in (?:January|February|March|April|May|June|July|August|September|October|November|December)|with \w+"
    r" \w+,|in (?:the |its )?(?:House|Senate|Commons|Lords|[A-Z])[\w’' ]{2,40}?(?= (?:on|over|to)\b))(?=[\s,])",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"(?:[\s,;:–—-]|\b(?:and|but|when|while|after|before|although|though|then|also|earlier|later|instead|that|as|with|meanwhile|"
    r"however|said|an hour|two hours|hours)\b)+",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"(?:[\s,]|\b(?:was|were|is|are|be|been|being|has|have|had|will|would|to|then|also|narrowly|later|earlier|eventually|finally|now|"
    r"due|expected|set|scheduled|itself|duly|not|must|still|only|subsequently|unanimously)\b)+$",
    re.IGNORECASE,
)
EMPTY = re.compile(
    rf"(?:it|that|this|they|them|these|those|which|(?:to )?do so|so|him|us|who|he|she|we|you|one|none|no|yes"
    rf"|all|both|present|twice"
    rf"|again|next|by proxy|was|as|idea|"
    r"his|her|in favou?r|against|(?:and|of|by|with|after|in|on)\b.{0,12}|the|a|an|to|"
    r"(?:the|that) (?:motion|vote|votes|measure|result|division|amendment|matter|proposal|idea|bill|plan"
    r"|question|move|resolution|"
    r"ballot|count|deal|text|demand|one|margin|majority|second|third|first|amendments|motions|measures|nomination|legislation|package|scheme"
    rf"|request|order|appeal|proposals|tally|decision|attempt|clause|full (?:house|senate|council|chamber))"
    rf"|an? (?:tied|split|close|narrow|knife-edge|unanimous|recorded|free) vote(?: of)?"
    rf"|their amendment|with (?:the|her|his) [\w ]+|"
    rf"{DATE}|{WHEN}|{SEEN}|{MONTH}|came|meanwhile|(?:to |by |of )?{NUMBER}\b.*)",
    re.IGNORECASE,
)


NO_MOTION = re.compile(
    r"(?:and|with|though|although|until|if|as|when|how|which|but|after|before|because|in|at|who|while|so|than|from|no|yes|until|about"
    r"|has|have|had|is|was|were|are|will|would|according|said|says|last)\b|['’]",
    re.IGNORECASE,
)


RULED = re.compile(r"(?:has |have |had )?(?:ruled|so held|held|found|decided|concluded|agreed|resolved)", re.IGNORECASE)
THAT = re.compile(
    rf"[^.;]{{0,70}}?\b(?P<what>(?:that (?!day|night|week|year|month)|to (?!{NUMBER}\b|the\b|an?\b|\d))[^.;,]+)",
    re.IGNORECASE,
)
# What a body does to somebody by its vote: "impeached President Dorn".
TO_SOMEBODY = re.compile(r"(?:impeached|expelled|acquitted|convicted|censured) (?:him|her|[A-Z][^.,;]*)")
DANGLING = re.compile(r"(?:\s+(?:in|on|at|by|to|with|of|for|an?|the|and|was|is|were|are|has|have|had))+$")


def motion_in(text: str, cue: Cue, start: int) -> str | None:
    """The words for what is voted on in a clause, or None where it only points back; the cue counts from `start`."""
    found = _motion_in(text, cue, start)
    return DANGLING.sub("", found) or None if found else None


def _motion_in(text: str, cue: Cue, start: int) -> str | None:
    first, last = cue.span[0] - start, cue.span[1] - start
    if RULED.fullmatch(text[first:last]) and (that := THAT.match(text, last)):
        return that["what"][:LONGEST].strip(" ,")
    if (done := TO_SOMEBODY.match(text, max(0, first))) and cue.place is Place.AFTER:
        return text[done.start() : STOP.search(text, first + 10).start()][:LONGEST]  # type: ignore[union-attr]
    after = _after(text, last)
    if after and cue.place is Place.BEFORE and "," in text[last : text.index(after, last)]:
        after = None
    sides = [after, _before(text, first, bare=cue.place is Place.BEFORE)]
    if cue.place is Place.BEFORE:
        sides.reverse()
    if cue.mention and cue.election:
        return text[first:last]
    if cue.election:
        return _contest(text, cue.span[0] - start, cue.span[1] - start)
    named = [thing for thing in thing_phrases(text) if not is_anaphoric(thing)]
    for found in sides:
        if found and not is_anaphoric(found) and not NO_MOTION.match(found):
            if strict_things().search(found) or not named:
                return found
            return found if things().search(found) or found.startswith(("to ", "whether ")) else named[-1]
    return named[-1] if named else None


# What is no part of an election's name before its noun.
NO_PART = (
    r"the|an?|its|his|her|their|of|to|in|on|at|by|for|with|from|as|after|before|during|since|ahead|and|or|but|that|which|who|when|if|not|also|up"
    r"|won|wins?|winning|lost|lose|losing|took|taking|held|holds?|holding|clinched|secured|retained|regained|swept|gained|captured|conduct|scheduled|continue"
    r"|is|are|was|were|be|been|has|have|had|will|would|he|she|it|they|[\d,]+,\d+"
)


@cache
def _contest_phrase() -> re.Pattern[str]:
    kinds = words([*lexicon("votes")["elections"], *lexicon("votes")["prizes"], "referendum"])
    word = rf"(?!(?:{NO_PART})\s)[\w’'-]+\s"
    return re.compile(
        rf"(?<![\w,’'-])(?:(?:the|an?|its|his|her|their)\s)?(?:{word}){{0,6}}?(?:{kinds})\b(?:\s(?:in|of|to|as|for)\s[^,.;]*?(?={STOP.pattern}))?",
        re.IGNORECASE,
    )


def contests(text: str) -> list[str]:
    """The elections that a text names by more than a bare noun: "the Longford by-election"."""
    kinds = _contest_phrase().finditer(text)
    return [
        phrase for m in kinds if len((phrase := m.group().strip(" ,")).split()) > 1 and NAMED_CONTEST.search(phrase)
    ]


def _contest(text: str, first: int, last: int) -> str | None:
    """What people stand for in an election: the nearest contest by its name, else the office ("mayor of")."""
    low = max(0, first - 90)
    phrases = [
        (m.start() + low, m.end() + low, m.group().strip(" ,"))
        for m in _contest_phrase().finditer(text[low : last + 90])
    ]
    named = [phrase for phrase in phrases if len(phrase[2].split()) > 1]
    nearest = min(named, key=lambda p: max(p[0] - last, first - p[1], 0), default=None)
    if nearest:
        return nearest[2]
    rest = _after(text, last)
    if rest is None or is_anaphoric(rest) or NO_MOTION.match(rest):
        return None if text[first:last].isdigit() else text[first:last]
    return text[first : text.index(rest, last) + len(rest)] if rest.startswith("to ") else rest


# A bill whose name has a part in brackets: "the Seeds (Amendment) Bill".
BRACKETED = re.compile(r"(?:[\w’'-]+ ){1,6}\([A-Z][^)]{2,40}\) (?=(?:[A-Z]\w+ ){0,4}(?:Bill|Act|Order|Regulations)\b)")


# The bracket that closes such a part, where no motion ends.
CLOSES_PART = re.compile(r"\) (?:[A-Z]\w+ ){0,4}(?:Bill|Act|Order|Regulations)\b")


def _stop(text: str, at: int) -> int:
    """Where the words for a motion end, from a place in them on."""
    stops = (stop.start() for stop in STOP.finditer(text, at) if not CLOSES_PART.match(text, stop.start()))
    return next(stops, len(text))


def _after(text: str, at: int) -> str | None:
    while found := SKIP.match(text, at):
        at = found.end()
    at += len(text[at:]) - len(text[at:].lstrip(" ,"))
    titled = BRACKETED.match(text, at)
    end = min(_stop(text, titled.end() if titled else min(at + 2, len(text))), at + LONGEST)
    return text[at:end].strip(" ,'’") or None


def _before(text: str, at: int, *, bare: bool) -> str | None:
    """The words before a cue: with a noun for what is voted on, or, where `bare`, any short subject."""
    lead = LEAD.match(text, 0, at)
    start = lead.end() if lead else 0
    while (found := SKIP.match(text, start)) and found.end() < at:
        start = found.end()
    subject = TAIL.sub("", text[start:at]).strip(" ,")
    head = subject.split(", ")[0]
    if things().search(head) or re.match(r"(?:another|a second|a third|a further)\b", head, re.IGNORECASE):
        return subject if not strict_things().search(head) else head
    phrases = thing_phrases(subject)
    if phrases:
        return phrases[-1]
    plain = (
        bare
        and re.match(r"(?:the|an?|its|his|her|their|all|[A-Z]\w+['’]s)\b", head, re.IGNORECASE)
        and len(head.split()) <= MOST_WORDS
    )
    return head if plain else None


def thing_phrases(text: str) -> list[str]:
    """The noun phrases of a text whose head is what is voted on: "a Labour amendment to the Bill"."""
    found = []
    for match in _phrase().finditer(text):
        end = _stop(text, match.end("head")) if match["more"] else match.end("head")
        found.append(text[match.start() : min(end, match.start() + LONGEST)].strip(" ,"))
    return found


@cache
def _phrase() -> re.Pattern[str]:
    more = (
        r"(?P<more>\s(?:of|to|on|for|against|calling|demanding|that|which|by|from|in|regretting|moved|tabled"
        r"|asking|urging|criticising|condemning)\b)?"
    )
    owner = (
        r"(?:(?i:an?|the|its|his|her|their|one|another|that|this)\s(?:(?!(?:an?|the|its|his|her|their"
        r"|another|to|of)\s)[\w’'-]+\s){0,3}?|(?:[A-Z][\w’'.-]+\s){1,3}?)"
    )
    return re.compile(rf"\b{owner}(?P<head>{strict_things().pattern}){more}")


@cache
def things() -> re.Pattern[str]:
    """The nouns for what is voted on."""
    lists = lexicon("votes")
    nouns = words([*lists["motions"]["strict"], *lists["motions"]["loose"]])
    return re.compile(rf"\b(?i:{nouns})s?\b")


@cache
def strict_things() -> re.Pattern[str]:
    """The nouns for what is voted on and for nothing else."""
    return re.compile(rf"\b(?i:{words(lexicon('votes')['motions']['strict'])})s?\b")


def is_anaphoric(motion: str) -> bool:
    """Whether the words say nothing of what is voted on, or only point back at it."""
    return EMPTY.fullmatch(motion.strip(" .,")) is not None or len(motion) < 4


BILL = re.compile(r"\b((?:[A-Z][\w’'-]+ (?:(?:and|of|the|for|in|to) )*|\([A-Z][\w ]*\) )+(?:Bill|Act)\b)")
NO_NAME = re.compile(
    r"^(?:(?:The|A|An|Government['’]s|MPs|Peers|If|When|But|And|Labour|Tory|Conservative|Second|This)\s)+"
)


def bill_in(text: str) -> str | None:
    """The name of a bill in a text, without its article, or None."""
    match = BILL.search(text)
    if not match:
        return None
    name = NO_NAME.sub("", match[1])
    return name if len(name.split()) > 1 else None


def classify(motion: str, *, election: bool, court: bool) -> VoteClassification:
    """What kind of question a motion puts."""
    low = motion.casefold()
    if election:
        return VoteClassification.ELECTION
    if court:
        return VoteClassification.JUDGMENT
    if "confidence" in low:
        return VoteClassification.CONFIDENCE
    if "amendment" in low or "new clause" in low:
        return VoteClassification.AMENDMENT
    if re.search(r"\bbill\b|\bact\b|\breading\b", low):
        return VoteClassification.BILL
    return VoteClassification.MOTION
