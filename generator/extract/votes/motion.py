"""Extraction of votes: a clause and its cue come in, the words for what is voted on go out, verbatim and short."""

import re
from functools import cache

from generator.extract.calendar_names import MONTH, MONTH_OR_SHORT
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.bills import BRACKETED
from generator.extract.votes.confidence import FACED
from generator.extract.votes.contests import nearest_contest
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.elections import BEAT
from generator.extract.votes.results import turn
from generator.extract.votes.stops import DATE, LATER, LONGEST, MANNER, SEEN, STOP, WHEN, shortened, stop_at
from generator.extract.votes.things import strict_things, thing_phrases, things
from generator.model.words import Result, VoteStatus

MOST_WORDS = 7
# Two adjectives before what is voted on: "a similar, non-binding text".
DESCRIBED = Pattern(r"(?:an?|the|another) (?:similar|separate|rival|new|broader|milder|weaker|stronger|final), ")
BY_ALL = Pattern(r"\b(?:referendum|plebiscite)\b", re.IGNORECASE)
# Where something goes before it is voted on: "The bill goes to the House of Lords, where".
GOES_ON = Pattern(
    r"(?P<what>(?:(?! (?:that|which|who|to)\b).){3,80}?) (?:(?:will|is to|must) )?(?:now |next |then )?"
    r"(?:go(?:es)?|heads?|moves?|returns?|proceeds?|passes|pass|comes?) (?:now |back |next |on )?(?:to|before|from)\b"
)


# What may stand between a cue and the motion.
SKIP = Pattern(
    rf"\s*(?:,\s*)?(?:(?:by )?(?:a (?:vote|majority|margin) of |almost |nearly |about |more than |over )?"
    rf"{NUMBER}(?: votes?)?(?: ?[–-] ?| to ){NUMBER}(?:"
    rf" votes?)?|{WHEN}|{SEEN}|{DATE}|{MANNER}"
    r"|by (?:an? )?(?:[\w-]+ )?majority|(?:by|with) [\d.]+ ?(?:%|per ?cent)(?: (?:to|against) [\d.]+ ?(?:%|per ?cent))?"
    r"|unanimously|narrowly|overwhelmingly|of|in favou?r|for|against|on|over|down|out|through|it|again|just"
    r"|instead|once more|also|then"
    rf"|in {MONTH}|with \w+"
    r" \w+,|in (?:the |its )?(?:House|Senate|Commons|Lords|[A-Z])[\w’' ]{2,40}?(?= (?:on|over|to)\b))(?=[\s,]|\.?$)",
    re.IGNORECASE,
)


LEAD = Pattern(
    r"(?:(?-i:^\W*[A-Z]{4,}[^:—–]{0,40}[:—–] )"
    r"|[\s,;:–—-]|\b(?:and|but|when|while|after|before|although|though|then|also|earlier|later|instead|that|as|with|meanwhile|"
    r"however|said|an hour|two hours|hours"
    r"|(?:in|at) (?:the|an?|that) (?:\w+ ){0,3}?(?:referendum|plebiscite)(?: (?:of|in) (?:19|20)\d\d)?)\b)+",
    re.IGNORECASE,
)


TAIL = Pattern(
    r"(?:[\s,]|\b(?:was|were|is|are|be|been|being|has|have|had|will|would|to|then|also|narrowly|later|earlier|eventually|finally|now|"
    r"due|expected|set|scheduled|initially|originally|previously|formally|itself|duly|not|must|still|only|subsequently|unanimously)\b){1,60}$",
    re.IGNORECASE,
)


EMPTY = Pattern(
    rf"(?:it|that|this|they|them|these|those|which|(?:to )?do so|so|him|us|who|he|she|we|you|one|none|no|yes"
    rf"|all|both|present|twice"
    rf"|again|next|by proxy|was|as|idea|"
    r"his|her|in favou?r|against|(?:and|of|by|with|after|in|on)\b.{0,12}|the|a|an|to|"
    r"(?:the|that) (?:motion|vote|votes|measure|result|division|amendment|matter|proposal|idea|bill|plan"
    r"|question|move|resolution|"
    r"ballot|count|deal|text|demand|one|margin|majority|second|third|first|amendments|motions|measures|nomination|legislation|package|scheme"
    rf"|request|order|appeal|proposals|tally|decision|attempt|clause|full (?:house|senate|council|chamber))"
    rf"|(?:that|this|its|the) (?:stage|hurdle|test|reading)|(?:first|second|third|final) reading"
    rf"|an? (?:tied|split|close|narrow|knife-edge|unanimous|recorded|free) vote(?: of)?"
    rf"|the (?:first|second|third|fourth|last) time"
    rf"|their amendment|(?:an? )?(?:tie|dead heat)|with (?:the|her|his) [\w ]+|"
    rf"{DATE}|{WHEN}|{SEEN}|{MONTH_OR_SHORT}|came|meanwhile|the (?:ayes|noes|nays)\b.*|(?:to |by |of )?{NUMBER}\b"
    r"(?! (?:\w+ )?(?:articles|bills|amendments|motions|resolutions|measures|charges)\b).*)",
    re.IGNORECASE,
)


NO_MOTION = Pattern(
    r"(?:and|with|without|though|although|until|if|as|when|how|which|but|after|before|because|in|at|who|while|so|than|from|no|yes|until|about"
    r"|by|within|under|during|over|has|have|had|is|was|were|are|will|would|according|said|says|last)\b|['’]",
    re.IGNORECASE,
)


RULED = Pattern(
    r"(?:has |have |had )?(?:ruled|so held|held|found|decided|concluded|agreed|resolved|recommended)", re.IGNORECASE
)


THAT = Pattern(
    rf"[^.;]{{0,70}}?\b(?P<what>(?:that (?!day|night|week|year|month)|to (?!{NUMBER}\b|the\b|an?\b|\d))"
    r"(?:[^.;,]|, which [^.;,]+,)+)",
    re.IGNORECASE,
)


# What a body does to somebody by its vote: "impeached President Dorn".
TO_SOMEBODY = Pattern(r"(?:impeached|expelled|acquitted|convicted|censured) (?:him|her|[A-Z][^.,;]*)")


DONE_BY = Pattern(
    r"(?:acquit|impeach|convict|confirm|expel|expul|censure|oust|remov)\w*"
    r"(?: from office)?(?: of [^.,;]{3,50})? by\b"
)
# Whom a house did it to: "the nominee Jo Ames was confirmed by".
DONE_TO = Pattern(r"(?:confirmed|approved)\b")
CONFIRMED = Pattern(
    r"(?P<who>(?:(?:[Tt]he )?nominee )?(?:[A-Z][\w’'-]+(?:\.)? ){1,4}[A-Z][\w’'-]+)(?:, who)?"
    r" (?:was|were|is|has been|had been)(?: \w+ly)? $"
)
# What a body does that turns something down, which by that is what the vote is on: "to reject a motion".
TURNS_DOWN = Pattern(r"to (?P<verb>[a-z]+)(?: (?:out|down|away|off))? (?=(?:the|an?|its|his|her|their|any|both|[A-Z]))")
# What a relative clause tells of: "voted against the motion, which carried".
WHICH = Pattern(r"(?:,| [–—-]) which(?:(?: the)? [\w’'-]+)?(?: (?:was|were|has|have|had))?(?: been)?(?: \w+ly)? ?$")
ASIDE = Pattern(r" [–—-] [^–—]+$")
TIMED = Pattern(rf"(?: (?:{WHEN}|{SEEN}|{DATE}))+$")
# One of several that are told of together: "two were agreed to on the voices [and the third] was lost".
ANOTHER = Pattern(r"(?:;| and| but| while),? (?=(?:the|an?)\s(?:first|second|third|fourth|fifth|other|last)\b)")
TELLS = Pattern(r"\b(?:was|were|is|are)\b")
# What else is told of the subject, between commas: "A vote on the order, which had been due on Thursday,".
TOLD_OF = Pattern(r", (?:which|who|whose|due|planned|scheduled|originally|already|first|long) ")
LOOSE_END = Pattern(rf"\b(?P<what>(?:the|an?|its|his|her|their) (?:[\w’'-]+ ){{0,3}}?{things().pattern})$")
LAST_STOP = Pattern(r"(?<=[a-z]{3})[\s.;,]+$")
DANGLING = Pattern(
    r"(?<!\s)(?:\s+(?:[–—-](?=\s*$)|in|on|at|by|to|with|of|for|from|before|after|until|through|an?|the|and|was|is|were|are|has|have|had|which"
    r"|(?:stating |saying |declaring )?that|as (?:early|soon|late) as)){1,20}$"
)


# What a vote to come is on, between its noun and its day: "vote to confirm her is set for".
VOTE_TO = Pattern(
    r"(?:vote|ballot|division) (?:on whether )?(?P<what>to [a-z][^.;]{2,120}?),?"
    r" (?:is|are|was|were|has been|have been)\b"
)
# A vote by its noun, before what it was on: "won a vote on a motion of confidence".
VOTE_ON = Pattern(
    r"(?:an?|the|its|their) (?:vote|ballot|division) on (?=(?:an?|the|his|her|its|their) )", re.IGNORECASE
)
# What is decided that a cue takes in: "meets tomorrow to decide whether to ballot".
WHETHER = Pattern(r"\bwhether to \w+$")
# What is told of a thing after its name: "The amendment to the Bill was tabled", but not "a motion that was".
DONE = Pattern(
    r"(?<!that)(?<!which)(?<!who)(?<!what) (?:is|are|was|were|has been|have been|had been|is to be|are to be)"
    r" (?!.* that\b).*"
)
# What is only supposed of a thing: "a bid to delay the sale if the deal is rejected again".
SUPPOSES = Pattern(r"\b(?:if|unless|whether|once|when|where|until)\b[^,;]{0,40}$")
# What else is told once it is told what was done: "rejected the plan, placing pressure on her to call a vote".
FURTHER = Pattern(r", \w+ing\b")
# A second deed of a house: "gave it three readings and appeared to pass".
AS_WELL = Pattern(r"\band (?:appeared to |then |also )*$")
# Who speaks of a thing, or what is said of it: "It is no surprise the motion".
COMMENT = Pattern(r"(?:it|there|this|that)(?:['’]s| is| was)\b", re.IGNORECASE)
# By how long something is put off, which is no part of what is put off.
FOR_HOW_LONG = Pattern(rf" {LATER}$", re.IGNORECASE)
# The end of what somebody voted: voted “yes” and.
CLOSING = Pattern(r"[”\"](?=[ .,;]|$)")
# Over what a house defeats a government, which is what it votes on: "defeated the government by 255 to 214 over plans".
DEFEATED = Pattern(
    r"\s+(?:the )?(?:\w+ )?(?:government|ministers|administration|executive)\b"
    r"[^.;]{0,60}? (?:over|on) (?=[a-z])(?!\w+day)"
)


# The office that somebody wins who beats another.
TO_OFFICE = Pattern(
    r"\b(?:elected|become|became|chosen as|re-elected as) (?:as )?"
    r"(?P<office>(?:the )?[a-z][\w’'-]*(?: of (?:the )?(?:[\w’'-]+ ?){1,3})?)(?=[ ,.;]|$)"
)


# How many votes something had, before their number: "the motion received 78 votes in favour".
GOT = Pattern(
    rf" (?:received|got|secured|gained|garnered|drew|attracted|mustered) (?:just |only )?{NUMBER}(?: \w+)? ?$"
)
# What each of several votes was on, ahead of its figures: "On the second article, obstruction, the vote was 19 to 21".
ON_WHAT = Pattern(
    r"\W*(?:(?:and|but) )?[Oo]n (?P<what>the (?:first|second|third|fourth|fifth|other|final|last) "
    r"(?!day|night|morning|evening|week|occasion|count|hand|floor)[a-z][^,;.]{2,60}?),"
)
# What is only pointed back at at the head of a clause: "The bill, sponsored by Mr Dunn, advanced after".
THE_THING = Pattern(rf"\W*(?:[Tt]he|[Tt]hat|[Tt]his) {strict_things().pattern}\b")
# What a house inflicts a defeat on is not what it passes: "a sixth defeat on the Schools Bill, voting for".
A_DEFEAT = r"\bdefeats? (?:on|over) (?:the )?"
# What is voted on by no more than its kind, where what stands before the verb is who votes.
POINTS = Pattern(r"(?:the|that|this) \w", re.IGNORECASE)


def motion_in(text: str, cue: Cue, start: int) -> str | None:
    """The words for what is voted on in a clause, or None where it only points back; the cue counts from `start`."""
    found = DANGLING.sub("", LAST_STOP.sub("", _motion_in(text, cue, start) or ""))
    found = FOR_HOW_LONG.sub("", found) if cue.moved else found
    if is_anaphoric(found):
        return None
    if cue.status is VoteStatus.HELD and (vote := VOTE_ON.match(found)):
        found = found[vote.end() :]
    turned = TURNS_DOWN.match(found) if cue.result is Result.REJECTED else None
    if turned and turn(turned["verb"]) is Result.REJECTED:
        found = found[turned.end() :]
    return found or None


def _motion_in(text: str, cue: Cue, start: int) -> str | None:
    first, last = cue.span[0] - start, cue.span[1] - start
    whom = CONFIRMED.search(text, 0, max(0, first)) if DONE_TO.match(text, max(0, first)) else None
    if whom and not thing_phrases(text):
        return whom["who"]
    if DONE_BY.match(text, max(0, first)):
        return text[max(0, first) : last]
    if faced := FACED.match(text, max(0, first)):
        return faced["what"]
    if RULED.fullmatch(text[first:last]) and (that := THAT.match(text, last)):
        return that["what"][:LONGEST].strip(" ,")
    if (done := TO_SOMEBODY.match(text, max(0, first))) and cue.place is Place.AFTER:
        return text[done.start() : STOP.search(text, first + 10).start()][:LONGEST]  # type: ignore[union-attr]
    if cue.noun and (on := ON_WHAT.match(text)):
        return on["what"]
    if whether := WHETHER.search(text, max(0, first), last):
        return text[whether.start() : stop_at(text, last)][:LONGEST]
    if inside := VOTE_TO.match(text, max(0, first)):
        return inside["what"]
    over = DEFEATED.match(text, last)
    after = _after(text, over.end() if over else last)
    if after and cue.place is Place.BEFORE and "," in text[last : text.index(after, last)]:
        after = None
    points = after is not None and POINTS.match(after) is not None and is_anaphoric(after)
    if points and cue.place is Place.AFTER and not cue.election:
        return None
    sides = [after, _before(text, first, bare=cue.place is Place.BEFORE)]
    if cue.place is Place.BEFORE:
        sides.reverse()
        ahead = cue.status is VoteStatus.PLANNED and not cue.election
        if sides[0] and is_anaphoric(sides[0]) and (ahead or THE_THING.match(text[:first])):
            return None
    if cue.mention and cue.election:
        return text[first:last]
    if cue.ballot:
        asked = (thing for thing in thing_phrases(text) if BY_ALL.search(thing) and not is_occasion(text, thing))
        put = after if cue.place is Place.AFTER else _before(text, first, bare=True)
        told_after = cue.place is Place.AFTER and not cue.share
        decided = told_after and put is not None and not (is_anaphoric(put) or NO_MOTION.match(put))
        return next(asked, None) or (put if put and (decided or things().search(put)) else None)
    if cue.election:
        return nearest_contest(text, first, last) or (text[first:last] if cue.share else _office(text, first, last))
    further = FURTHER.search(text, last) if cue.place is Place.AFTER and not cue.noun else None
    told = text[: further.start()] if further else text
    named = [thing for thing in thing_phrases(told) if not is_anaphoric(thing) and not is_occasion(text, thing)]
    named = [thing for thing in named if not re.search(A_DEFEAT + re.escape(thing), text)]
    for found in sides:
        if found and not is_anaphoric(found) and not NO_MOTION.match(found):
            if strict_things().search(found) or not named:
                return found
            if things().search(found) or found.startswith(("to ", "whether ")):
                return found
            behind = [thing for thing in named if thing in text[last:]] if cue.place is Place.AFTER else named
            return behind[-1] if behind else found
    return named[-1] if named else None


def is_occasion(text: str, thing: str) -> bool:
    """Whether a referendum is where something was voted on: "was defeated in a referendum"."""
    return BY_ALL.search(thing) is not None and re.search(rf"\b(?:[Ii]n|[Aa]t) {re.escape(thing)}", text) is not None


def _office(text: str, first: int, last: int) -> str | None:
    """What somebody is elected to where no contest is named: "mayor of", or the words of electing themselves."""
    rest = _after(text, last)
    if BEAT.match(text, max(0, first)):  # who is beaten is not what, nor who, is voted for
        office = next(reversed(list(TO_OFFICE.finditer(text, 0, max(0, first)))), None) or TO_OFFICE.search(text)
        return office["office"] if office else text[first : text.index(rest, last) + len(rest)] if rest else None
    if rest is None or is_anaphoric(rest) or NO_MOTION.match(rest) or rest.endswith("ly"):
        return None if text[first:last].isdigit() else text[first:last]
    return text[first : text.index(rest, last) + len(rest)] if rest.startswith("to ") else rest


def _after(text: str, at: int) -> str | None:
    while found := SKIP.match(text, at):
        at = found.end()
    at += len(text[at:]) - len(text[at:].lstrip(" ,"))
    if CLOSING.match(text, at) or text[at : at + 1] == ";":
        return None
    titled = BRACKETED.match(text, at)
    described = DESCRIBED.match(text, at)
    begin = titled or described
    end = stop_at(text, begin.end() if begin else min(at + 2, len(text)))
    return _closed(shortened(text[at:end]).strip(" ,")) or None


def _closed(words: str) -> str:
    """Words without a mark at their end that closes nothing, and with the one that closes what they open."""
    if "‘" in words and words.count("‘") > words.count("’"):
        return words + "’"
    return words if words.endswith("’") and words.count("‘") == words.count("’") else words.strip("'’ ,")


def _before(text: str, at: int, *, bare: bool) -> str | None:
    """The words before a cue: with a noun for what is voted on, or, where `bare`, any short subject."""
    which = WHICH.search(text, 0, at)
    told = TIMED.sub("", ASIDE.sub("", text[: which.start()])) if which else ""
    if told and (named := thing_phrases(told)) and told.endswith(named[-1]):
        return named[-1]
    if told and (ends := LOOSE_END.search(told)):
        return ends["what"]
    if got := GOT.search(text, 0, at):
        at = got.start()
    lead = LEAD.match(text, 0, at)
    start = lead.end() if lead else 0
    further = list(ANOTHER.finditer(text, 0, at))[-1:]
    if further and TELLS.search(text, 0, further[0].start()):
        start = further[0].end()
    while (found := SKIP.match(text, start)) and found.end() < at:
        start = found.end()
    subject = TAIL.sub("", text[start:at]).strip(" ,")
    head = subject.split(", ")[0]
    if done := _done_in(head):
        head = subject = done
    if goes := GOES_ON.match(head):
        head = subject = goes["what"]
    if things().search(head) or re.match(r"(?:another|a second|a third|a further)\b", head, re.IGNORECASE):
        told_of = TOLD_OF.search(subject)
        subject = subject[: told_of.start()] if told_of else subject
        whole = DANGLING.sub("", TAIL.sub("", _named_only(subject)))
        return whole if not strict_things().search(head) else _named_only(head)
    phrases = thing_phrases(subject)
    if phrases:
        return phrases[-1]
    plain = (
        bare
        and re.match(r"(?:the|an?|its|his|her|their|all|[A-Z]\w+['’]s)\b", head, re.IGNORECASE)
        and len(head.split()) <= MOST_WORDS
    )
    return head if plain else None


def _done_in(told: str) -> str | None:
    """What a house did something to, where words before its figures tell of that: "MPs supported the amendment"."""
    done = list(_deed().finditer(told))[-1:]
    if done and (not things().search(told[: done[0].start()]) or AS_WELL.search(told, 0, done[0].start())):
        return told[done[0].end() : stop_at(told, done[0].end())]
    named = thing_phrases(told) if COMMENT.match(told) else []
    return named[-1] if named else None


@cache
def _deed() -> Pattern:
    lists = lexicon("votes")
    verbs = [*lists["deeds"], *(verb for kind in lists["results"].values() for verb in (*kind["sure"], *kind["loose"]))]
    return Pattern(rf"\b(?:{words(verbs)}) (?=(?:the|an?|its|his|her|their|each|every|both|this|that|[A-Z]\w+['’]s)\b)")


def _named_only(subject: str) -> str:
    """What names a thing, without what is told of it: "the bill" of "the bill was tabled"."""
    told = DONE.search(subject)
    return subject if told is None or SUPPOSES.search(subject, 0, told.start()) else subject[: told.start()]


def is_anaphoric(motion: str) -> bool:
    """Whether the words say nothing of what is voted on, or only point back at it."""
    return EMPTY.fullmatch(motion.strip(" .,")) is not None or len(motion) < 4
