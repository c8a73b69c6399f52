"""Extraction of votes: a clause and its cue come in, the words for what is voted on go out, verbatim and short."""

import re

from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.anaphora import is_anaphoric
from generator.extract.votes.bills import BRACKETED
from generator.extract.votes.confidence import FACED
from generator.extract.votes.contests import nearest_contest
from generator.extract.votes.cue import Cue, Place
from generator.extract.votes.elections import BEAT
from generator.extract.votes.motion_before import DANGLING, DONE, SKIP, words_before
from generator.extract.votes.results import VOICES
from generator.extract.votes.stops import LATER, LONGEST, shortened, stop_at
from generator.extract.votes.things import strict_things, thing_phrases, things
from generator.extract.votes.turning import dismissal, turn
from generator.model.words import Result, VoteStatus

# Two adjectives before what is voted on: "a similar, non-binding text".
DESCRIBED = Pattern(r"(?:an?|the|another) (?:similar|separate|rival|new|broader|milder|weaker|stronger|final), ")
BY_ALL = Pattern(r"\b(?:referendum|plebiscite)\b", re.IGNORECASE)
NO_MOTION = Pattern(
    r"(?:and|or|nor|with|without|though|although|until|if|as|when|how|which|but|after|before|because|in|at|who|while|so|than|from"
    r"|no(?![- ]confidence)|yes|until|about|by|within|under"
    r"|during|over|short|has|have|had|is|was|were|are|will|would|according|said|says|last)\b|['’]",
    re.IGNORECASE,
)
RULED = Pattern(
    r"(?:has |have |had )?(?:ruled|so held|held|found|decided|concluded|agreed|resolved|recommended)", re.IGNORECASE
)
THAT = Pattern(
    rf"[^.;]{{0,140}}?\b(?P<what>(?:that (?!day|night|week|year|month)|to (?!{NUMBER}\b|the\b|an?\b|\d))"
    r"(?:[^.;,]|(?<=\b(?:Jan|Feb|Mar|Apr|Aug|Sep|Oct|Nov|Dec))\.(?= \d)|, which [^.;,]+,)+)",
    re.IGNORECASE,
)
# What a body does to somebody by its vote: "impeached President Dorn".
TO_SOMEBODY = Pattern(
    r"(?:impeached|expelled|acquitted|convicted|censured) (?:him|her|[A-Z][^.,;]*)"
    r"|(?P<dismissed>dismissed)(?= )"
    r"|(?:struck down|overturned|reversed|quashed) (?:the|an?|its|his|her|their|that|[A-Z])"
)
# What another house then did to them: "impeached President Dorn and the Senate later acquitted him".
ANOTHER_DID = Pattern(r",? (?:and|but|before|while) (?:the |both )?(?:[A-Z]\w|(?:upper|lower|other) ).*$")
DONE_BY = Pattern(
    r"(?:acquit|impeach|convict|confirm|expel|expul|censure|oust|remov)\w*"
    r"(?: from office)?(?: of [^.,;]{3,50})? by\b|impeached(?= [a-z]|[.,;])"
)
# Whom it was done to, right before it: "Mr Vale was impeached", "whom the House had impeached".
WHOM = Pattern(
    rf"(?!(?:He|She|They|It|Who|{WEEKDAY}|{MONTH})\b)"
    r"(?P<whom>(?:[A-Z][\w’'-]*\.? ){1,5}(?:was|were|has been|had been) (?:\w+ly )?"
    r"|whom (?:the )?[\w ]{3,30} (?:had|has) (?:\w+ )?)$"
)
# Whom a house did it to: "the nominee Jo Ames was confirmed by".
DONE_TO = Pattern(r"(?:confirmed|approved)\b")
CONFIRMED = Pattern(
    r"(?P<who>(?:(?:[Tt]he )?nominee )?(?:[A-Z][\w’'-]+(?:\.)? ){1,4}[A-Z][\w’'-]+)(?:, who)?"
    r" (?:was|were|is|has been|had been)(?: \w+ly)? $"
)
# What a body does that turns something down, which by that is what the vote is on: "to reject a motion".
TURNS_DOWN = Pattern(
    r"to (?P<verb>[a-z]+)(?: (?:out|down|away|off))? (?!(?:to|by|in|on|at|of|for|with|from|it|them|and|or|\d)\b)"
)
LAST_STOP = Pattern(r"(?<=[a-z]{3})[\s.;,]+$")
# What a vote to come is on, between its noun and its day: "vote to confirm her is set for".
VOTE_TO = Pattern(
    r"(?:vote|ballot|division) (?:on whether )?(?P<what>to [a-z][^.;]{2,120}?),?"
    r" (?:is|are|was|were|has been|have been)\b"
)
# What is to be decided, before words of putting off: "A decision on the flats has been put back to May".
DECISION_ON = Pattern(
    r"\b(?:decision|vote|ballot|division) on (?P<what>[^;.,]{3,100}?)(?:, \w+,)?"
    r" (?:is|was|has been|had been) $",
    re.IGNORECASE,
)
# What a vote of those whom it concerns is on: "A poll of residents on the merger will be held".
POLL_ON = Pattern(
    r"\b(?:vote|ballot|poll|referendum|plebiscite) of (?:the )?[\w’'-]+(?: [\w’'-]+){0,2} on "
    r"(?P<what>(?:the|an?|its|their|whether) [^;.,]{3,100}?) $",
    re.IGNORECASE,
)
# What is voted without a word between, up to where: "voted no confidence in its mayor at a meeting".
CONFIDENCE_IN = Pattern(r" (?P<what>(?:non?[- ])?confidence in (?:(?! (?:in|at) )[^,.;]){2,120})", re.IGNORECASE)
# A vote by its noun, before what it was on: "won a vote on a motion of confidence".
VOTE_ON = Pattern(
    rf"(?:an?|the|its|their|{NUMBER}) (?:[\w-]+ ){{0,2}}?(?:vote|ballot|division)s? on"
    r" (?=(?:an?|the|his|her|its|their) )",
    re.IGNORECASE,
)
# What had a majority that did not do: "won a majority for the reform, 102 to 71, but fell short of".
A_MAJORITY = Pattern(
    r" (?:won|had|got|secured|gained) an? (?:\w+ )?majority for "
    r"(?P<what>(?:the|an?|its|his|her|their) [^,.;]{3,80}?)(?=,| but| in )"
)
# What is called off where a vote was only planned on it, or is told of before: "scrapped plans for a vote on the cut",
# "hours before a vote on the cut, ministers pulled it".
PLANS_FOR = Pattern(
    r" plans for an? (?:[\w’'-]+ ){0,3}?(?:vote|ballot|division|referendum) (?:(?:on|over) |(?=to\b))", re.IGNORECASE
)
PULLED_IT = Pattern(r" (?:it|them)\b")
TO_BE_PULLED = Pattern(
    r"(?:vote|ballot|division) on (?P<what>(?:the|an?|its|his|her|their) [^,;.]{3,80}?)(?=,|$)", re.IGNORECASE
)
# How many took a side on what: "in which 35 senators supported a preliminary objection, with four opposing it".
SO_MANY_BACKED = Pattern(
    rf"{NUMBER} (?:\w+ ){{0,2}}?(?:supported|backed|opposed|rejected|approved|voted (?:for|against|in favou?r of)) "
    r"(?P<what>(?:the|an?|its|his|her|their) [^,.;]{3,100}?)(?=,| with | and | while )"
)
# What is decided that a cue takes in: "meets tomorrow to decide whether to ballot".
WHETHER = Pattern(r"\bwhether to \w+$")
# Before who has yet to vote, and not what on: "needs the approval of the Lords".
LEFT_TO = Pattern(r"\b(?:by|of|from|in|to)$")
# What else is told once it is told what was done: "rejected the plan, placing pressure on her to call a vote".
FURTHER = Pattern(r", (?:\w+ing|despite)\b")
# By how long something is put off, which is no part of what is put off.
FOR_HOW_LONG = Pattern(rf" {LATER}$", re.IGNORECASE)
# When it was called off: "its amendment before a vote", "his motion before it could be put".
BEFORE_IT = Pattern(
    r",? (?:(?:just|shortly|(?:[\w-]+ )?(?:hours?|minutes?|moments|days?)) )?before "
    r".{0,40}?\b(?:vot\w+|division|ballot|put|debat\w+|called|reached|moved)\b.*$"
)
# The end of what somebody voted: voted “yes” and.
CLOSING = Pattern(r"[”\"](?=[ .,;]|$)")
# Over what a house defeats a government, which is what it votes on: "defeated the government by 255 to 214 over plans".
# What a side that wins does: "prevailed 35 to 34 as they rejected an effort to".
AS_THEY = Pattern(r"as (?:they|it|he|she) (?:\w+ly )?\w+ed (?P<what>(?:an?|the|its|their|his|her) .{3,300})")
DEFEATED = Pattern(
    r"\s+(?:the )?(?:\w+ )?(?:government|ministers|administration|executive)\b"
    r"[^.;]{0,60}? (?:over|on) (?=[a-z])(?!\w+day)"
)
# The office that somebody wins who beats another.
TO_OFFICE = Pattern(
    r"\b(?:elected|become|became|chosen as|re-elected as) (?:as )?"
    r"(?P<office>(?:the )?[a-z][\w’'-]*(?: of (?:the )?(?:[\w’'-]+ ?){1,3})?)(?=[ ,.;]|$)"
)
# What each of several votes was on, ahead of its figures: "On the second article, obstruction, the vote was 19 to 21".
ON_WHAT = Pattern(
    r"\W*(?:(?:and|but) )?[Oo]n (?P<what>the (?:first|second|third|fourth|fifth|other|final|last) "
    r"(?!day|night|morning|evening|week|occasion|count|hand|floor)[a-z][^,;.]{2,60}?),"
    # "On abuse of office, 36 senators voted to uphold"
    rf"|\W*[Oo]n (?P<charge>(?![^,;.]{{0,60}}?\b(?:day|night|morning|evening|{WEEKDAY}|{MONTH})\b)[a-z][^,;.]{{2,80}}?)"
    rf", {NUMBER} [a-zA-Z]+ (?:voted|backed|were)\b"
)
# What is only pointed back at at the head of a clause: "The bill, sponsored by Mr Dunn, advanced after".
THE_THING = Pattern(rf"(?:^\W*|, )(?:[Tt]he|[Tt]hat|[Tt]his) {strict_things().pattern}\b")
# What a house inflicts a defeat on is not what it passes: "a sixth defeat on the Schools Bill, voting for".
A_DEFEAT = r"\bdefeats? (?:on|over) (?:the )?"
# What is voted on by no more than its kind, where what stands before the verb is who votes.
POINTS = Pattern(r"(?:the|that|this) \w", re.IGNORECASE)


def motion_in(text: str, cue: Cue, start: int) -> str | None:
    """The words for what is voted on in a clause, or None where it only points back; the cue counts from `start`."""
    found = DANGLING.sub("", LAST_STOP.sub("", _motion_in(text, cue, start) or ""))
    found = FOR_HOW_LONG.sub("", found) if cue.moved else found
    found = BEFORE_IT.sub("", found) if cue.status is VoteStatus.CALLED_OFF else found
    if is_anaphoric(found) or (
        VOICES.fullmatch(text, cue.span[0] - start, cue.span[1] - start) and not strict_things().search(found)
    ):
        return None
    if cue.status is VoteStatus.HELD and (vote := VOTE_ON.match(found)):
        found = found[vote.end() :]
    turned = TURNS_DOWN.match(found) if cue.result is Result.REJECTED else None
    if turned and turn(found, turned.start("verb")) is not Result.PASSED:
        found = found[turned.end() :]
    return found or None


def _motion_in(text: str, cue: Cue, start: int) -> str | None:
    first, last = cue.span[0] - start, cue.span[1] - start
    whom = CONFIRMED.search(text, 0, max(0, first)) if DONE_TO.match(text, max(0, first)) else None
    if whom and not (thing_phrases(text) or things().search(text, 0, whom.start())):
        return whom["who"]
    if DONE_BY.match(text, max(0, first)):
        to = WHOM.search(text, 0, max(0, first))
        return text[to.start("whom") if to else max(0, first) : last]
    if faced := FACED.match(text, max(0, first)):
        return faced["what"]
    if cue.votes and (whom := CONFIDENCE_IN.match(text, last)):
        return text[whom.start("what") : min(whom.end(), stop_at(text, whom.start("what") + 20))]
    if RULED.fullmatch(text[first:last]) and (that := THAT.match(text, last)):
        return that["what"][:LONGEST].strip(" ,")
    done = TO_SOMEBODY.match(text, max(0, first)) if cue.place is Place.AFTER else None
    if done and not (done["dismissed"] and dismissal(text, done.end()) is Result.REJECTED):
        return ANOTHER_DID.sub("", text[done.start() : stop_at(text, first + 10)])[:LONGEST]
    if (cue.noun or cue.votes) and (on := ON_WHAT.match(text) or (cue.noun and SO_MANY_BACKED.search(text))):
        return str(next(filter(None, on.groups())))
    if cue.fell_short and (most := A_MAJORITY.search(text, 0, max(0, first))):
        return most["what"]
    if cue.status is VoteStatus.CALLED_OFF and PULLED_IT.match(text, last):
        pulled = [match["what"] for match in TO_BE_PULLED.finditer(text, 0, max(0, first))]
        return next(reversed(pulled or [DONE.sub("", thing) for thing in thing_phrases(text[: max(0, first)])]), None)
    if cue.status is VoteStatus.CALLED_OFF and (plans := PLANS_FOR.match(text, last)):
        return text[plans.end() : stop_at(text, plans.end())][:LONGEST]
    if whether := WHETHER.search(text, max(0, first), last):
        return text[whether.start() : stop_at(text, last)][:LONGEST]
    if inside := VOTE_TO.match(text, max(0, first)):
        return inside["what"]
    plain = cue.moved and cue.place is Place.BEFORE and not things().search(text, 0, max(0, first))
    if plain and (decision := DECISION_ON.search(text, 0, max(0, first))):
        return decision["what"]
    on_all = POLL_ON.search(text, 0, max(0, first)) if cue.status is VoteStatus.PLANNED and not cue.election else None
    if on_all and cue.place is Place.BEFORE and not things().search(on_all["what"]):
        return on_all["what"]
    return _around(text, cue, first, last)


def _around(text: str, cue: Cue, first: int, last: int) -> str | None:
    """The words for what is voted on that stand before or after a cue, or its own for an election."""
    over = DEFEATED.match(text, last)
    put_off = cue.moved and cue.place is Place.BEFORE  # "was put back a week for want of time"
    put_off = put_off or (cue.status is VoteStatus.PLANNED and LEFT_TO.search(text, max(0, first), last) is not None)
    after = None if put_off else _after(text, over.end() if over else last)
    if after and (did := AS_THEY.match(after)):
        after = did["what"]
    if after and cue.place is Place.BEFORE and "," in text[last : text.index(after, last)]:
        after = None
    points = after is not None and POINTS.match(after) is not None and is_anaphoric(after)
    if points and cue.place is Place.AFTER and not cue.election:
        return None
    sides = [after, words_before(text, first, bare=cue.place is Place.BEFORE)]
    if cue.place is Place.BEFORE:
        sides.reverse()
        ahead = cue.status is VoteStatus.PLANNED and not cue.election
        if sides[0] and is_anaphoric(sides[0]) and (ahead or THE_THING.search(text, 0, max(0, first))):
            return None
    if cue.mention and cue.election:
        return text[first:last]
    if cue.ballot:
        asked = (thing for thing in thing_phrases(text) if BY_ALL.search(thing) and not is_occasion(text, thing))
        put = after if cue.place is Place.AFTER else words_before(text, first, bare=True)
        told_after = cue.place is Place.AFTER and not cue.share
        decided = told_after and put is not None and not (is_anaphoric(put) or NO_MOTION.match(put))
        return next(asked, None) or (put if put and (decided or things().search(put)) else None)
    if cue.election:
        return nearest_contest(text, first, last) or (text[first:last] if cue.share else _office(text, first, last))
    return _beside(text, cue, last, sides)


def _beside(text: str, cue: Cue, last: int, sides: list[str | None]) -> str | None:
    """The motion among the words on both sides of a cue, the likelier side first, and the things that are named."""
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
