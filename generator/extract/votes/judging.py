"""Extraction of votes: the cues of a sentence come in, those that tell of what is real go out."""

import re
from dataclasses import replace
from functools import cache

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue, Place
from generator.extract.votes.cues import pattern
from generator.extract.votes.modality import fell_through, is_mooted
from generator.extract.votes.subjects import ONE_PERSON, PASSIVE, Subject, has_object, subject_head, subject_of
from generator.extract.votes.things import strict_things
from generator.model.words import Result, VoteStatus

# "Democrats voted 30-20": the party itself is the body.
COUNTED_NEXT = Pattern(
    rf"(?:ha[sd] |have )?vot\w+,? (?:by )?{NUMBER}(?: votes?)?(?: ?[-–—] ?| to ){NUMBER}", re.IGNORECASE
)


# What "they" did, as the figures of the whole vote tell: "they voted to remove him, with 110 votes in favour".
DID_SO = Pattern(
    rf"(?:ha[sd] |have )?voted(?: \w+ly)? to [a-z]+ [^.;]{{2,120}}?,? (?:with|by) {NUMBER} votes?"
    rf"(?: to {NUMBER}\b| (?:in favou?r|for|against)\b)",
    re.IGNORECASE,
)
# "With the United States voting against": how some voted beside the others.
WITH_SOME = Pattern(r"\bwith [^,.;]{2,60} $", re.IGNORECASE)
TURNS_OUT = Pattern(r"voting (?:out|down|through)\b", re.IGNORECASE)
# Who did what stands before the verb, up to any further word of them.
BY_WHOM = Pattern(
    r"\s+by (?!casting)(?:the |an? |his |her |its )?[^.,;\d]{2,40}?"
    r"(?=[.,;]|$| (?:on|in|at|after|who|but|and|because|when)\b)"
)
# What some did once they had voted: "After voting against it, most of the members left".
FIRST = Pattern(r"^\W*(?:After|Before) $")
SOME_DID = Pattern(rf"[^.;]*?, (?:most|some|many|several|few|{NUMBER}) of ", re.IGNORECASE)
REFERENDUM = Pattern(
    r"\b(?:in|at) (?:an?|the|this|that|their|last|[\w.’']+['’]s) (?:[\w’'-]+ ){0,4}?(?:referendum|plebiscite)\b",
    re.IGNORECASE,
)


# Some of all, who took a side and decided nothing alone: "everyone who backed Leave in the EU referendum".
SOME_WHO = Pattern(
    r"\b(?:everyone|everybody|anyone|those|people|voters|many|most|they) who\b[^.;]{0,120}$", re.IGNORECASE
)
# What somebody had and lost, which nobody voted on: "the majority in the House was lost", "the seat was lost".
HAD = Pattern(
    r"\b(?:majorit(?:y|ies)|seats?|whip|support|control|deposit|confidence|trust|power|momentum)\b[^.,;:]{0,40}$",
    re.IGNORECASE,
)


def judge(document: Document, cast: Cast, text: str, start: int, cues: list[Cue]) -> list[Cue]:
    """The cues of a sentence that tell of what is real.

    Args:
        text: the sentence.
        start: where it stands in the article.
    """
    told = [cue for cue in cues if not _means_another(document, (start + cue.span[0], start + cue.span[1]), cue)]
    told = [cue for cue in told if "lost" not in text[slice(*cue.span)] or not HAD.search(text, 0, cue.span[0])]
    told = [cue for cue in told if cue.status is not VoteStatus.PLANNED or cue.election or not _is_of_one(text, cue)]
    found = [(cue, _fallen(text, cue)) for cue in told]
    fell = min((cue.span for cue, fallen in found if fallen is not cue), default=None)
    found = [(cue, fallen) for cue, fallen in found if not (fell and _is_how_it_fell(text, cue, fell))]
    real = [fallen for cue, fallen in found if fallen is not cue or not is_mooted(text, cue)]
    return _decided_by_all(text, _judged(document, cast, text, start, real))


# What came of a vote that was due.
BUT = Pattern(r"\b(?:but|before|until|when)\b", re.IGNORECASE)


def _is_how_it_fell(text: str, cue: Cue, fell: Span) -> bool:
    """Whether a cue only tells why a vote was not held: "had been due to vote on it, but the motion was withdrawn"."""
    ended = cue.status is VoteStatus.CALLED_OFF and cue.span[0] > fell[1]
    return ended and BUT.search(text, fell[1], cue.span[0]) is not None


# Before what is only said to have been passed or rejected earlier: "the previously passed resolution".
EARLIER = Pattern(r"\b(?:previously|recently|newly|already|once|earlier|just) $")
REACH = 20
# Others that went that way earlier, told of beside one: "amendments like those already defeated".
THOSE = Pattern(
    r"\b(?:those|ones)(?: (?:already|previously|earlier|recently|that|which|were|had|been)){0,4} $", re.IGNORECASE
)
# The head of a list of how each voted: "Voting yes:", "Voting on the motion to override:".
HEADING = Pattern(r"Voting (?:(?:yes|no|aye|nay|yea|for|against|in favou?r|present)|on [^,.;:\n]{3,100}):")
# Who took a side, told behind the verb: "Voting against were Ann Heron and".
INVERTED = Pattern(r"Voting (?:for|against|in favou?r|yes|no)(?: [^.,;:]{1,40})? (?:was|were)\b")
# Voting that is told of, and not done: "the voting that was to follow".
A_NOUN = Pattern(r" (?:that (?!day\b|night\b|week\b|month\b|year\b)|which |would |will |was |is |had |has )")
# Voting as what something is for or about, which tells of no vote: "accepted for voting against the minister".
NO_DEED = Pattern(r"(?:\b(?:for|of|on|in|about|from|without|than|before|present and)|\w['’]s) $", re.IGNORECASE)
# Whose thing is told of and not what became of it: "a motion backed by the executive was lost".
SIDED_WITH = Pattern(r"backed|supported|endorsed|recommended|opposed", re.IGNORECASE)
BY = Pattern(r" by\b(?! \d)")
COUNTS = Pattern(rf",? (?:by )?{NUMBER}\b", re.IGNORECASE)
# One voter who says how they will vote: "she will vote".
ONE_VOTER = Pattern(r"\b(?:he|she|I) $")
# What somebody elects to do, and is not elected to: "elected not to sell".
TO_DO = Pattern(r" (?:not )?to (?!the\b|an?\b|[A-Z]|parliament\b|office\b)(?:not )?[a-z]+\b")


def _means_another(document: Document, span: Span, cue: Cue) -> bool:
    """Whether a word of voting is used for something else: "voting rights", "elected to stay", "abandoned wells"."""
    tokens = document.phrase(span)
    if cue.status is VoteStatus.CALLED_OFF and cue.place is Place.BEFORE:
        return tokens[-1].dep_ == "amod"
    if cue.result and THOSE.search(document.text, max(0, span[0] - REACH), span[0]):
        return True
    if cue.votes and HEADING.match(document.text, span[0]):
        return True
    if cue.votes and tokens[0].lower_ == "voting":
        noun = any(child.dep_ == "det" for child in tokens[0].children)
        if noun or tokens[0].dep_ in ("compound", "amod", "obj", "nsubj", "nsubj:pass", "nmod"):
            return True
    if cue.votes and tokens[0].text == "voting":
        ends = span[0] + len("voting")
        if NO_DEED.search(document.text, max(0, span[0] - REACH), span[0]) or A_NOUN.match(document.text, ends):
            return True
    if cue.votes and tokens[0].tag_ == "NNS" and tokens[0].dep_ in ("obj", "obl", "nmod"):
        return True
    if cue.result and not (cue.election or cue.votes or cue.noun):
        if tokens[-1].dep_ == "acl" and SIDED_WITH.fullmatch(document.quote(span)):
            return BY.match(document.text, span[1]) is not None
        if tokens[-1].dep_ == "amod" and not COUNTS.match(document.text, span[1]):
            return EARLIER.search(document.text, max(0, span[0] - REACH), span[0]) is not None
    if not cue.election or document.quote(span).casefold() != "elected":
        return False
    does = {child.dep_ for child in tokens[-1].children}
    return TO_DO.match(document.text, span[1]) is not None and not does & (PASSIVE | {"obj"}) and "nsubj" in does


def _is_of_one(text: str, cue: Cue) -> bool:
    """Whether one person tells that they will vote."""
    ends = text[slice(*cue.span)].casefold().endswith(" vote")
    return ends and ONE_VOTER.search(text, 0, cue.span[0]) is not None


def _by_one(cast: Cast, text: str, start: int, cue: Cue) -> bool:
    """Whether one person did it: "was turned down by the city secretary"."""
    agent = BY_WHOM.match(text, cue.span[1])
    if agent is None or cue.place is not Place.BEFORE:
        return False
    named = any((m.entity or "").startswith("per-") for m in cast.within((start + agent.start(), start + agent.end())))
    return named or ONE_PERSON.search(agent.group().rstrip(" .,;")) is not None


def _fallen(text: str, cue: Cue) -> Cue:
    """A cue of a vote that was fixed and not held as one of a vote called off."""
    if (
        cue.election
        or cue.status is VoteStatus.CALLED_OFF
        or not fell_through(text, cue)
        or pattern("delayed").search(text)
    ):
        return cue
    return replace(cue, status=VoteStatus.CALLED_OFF, result=None, votes=False)


def _decided_by_all(text: str, cues: list[Cue]) -> list[Cue]:
    """Cues of a sentence in which the people decide "in a referendum": how that went, not that there was one."""
    if any(cue.ballot for cue in cues):
        cues = [cue for cue in cues if not (cue.share and cue.result is None)]
    decided = [cue for cue in cues if cue.result in (Result.PASSED, Result.REJECTED) and not cue.stance]
    decided = [cue for cue in decided if not SOME_WHO.search(text, 0, cue.span[0])]
    if not decided or not REFERENDUM.search(text):
        return cues
    kept = [cue for cue in cues if not (cue.mention and "referendum" in text[cue.span[0] : cue.span[1]].casefold())]
    return [replace(cue, sure=True, told=True, ballot=True) if cue in decided else cue for cue in kept]


# What a chair did to a tied motion: "sank it with his casting vote".
BY_CASTING = Pattern(r" (?:it|them|the \w+)? ?(?:with|by|on|using) (?:his|her|the|their) casting vote\b")


def _is_undergone(document: Document, start: int, cue: Cue, text: str) -> bool:
    """Whether a person before a verb did not do it alone: what stands there is done to, or a casting vote did it."""
    span = (start + cue.span[0], start + cue.span[1])
    done_to = cue.place is Place.BEFORE and not has_object(document, span)
    return done_to or BY_CASTING.match(text, cue.span[1]) is not None


# What came to no vote: "the bill died on the order paper".
UNREAD = Pattern(
    r" (?:short|for (?:lack|want) of a second(?:er)?|on the order paper"
    r"|without (?:a|being put to a) vote|in committee)\b",
    re.IGNORECASE,
)


# A motion that only a pronoun names, which how some voted tells: "It fell when most voted against it".
IT = Pattern(r"(?:^\W*|\b(?:but|and) )it (?:\w+ly )?$", re.IGNORECASE)
AS_VOTED = Pattern(
    r" (?:when|as|after|because|with) [^.;]{2,150}?\bvot(?:ed|ing) (?:against|for|in favou?r|it down|no|yes)\b",
    re.IGNORECASE,
)


@cache
def _motion_first() -> Pattern:
    """A sentence that begins with a motion, up to its verb, with no other between: "A motion by Ms Ames failed"."""
    return Pattern(
        rf"^\W*(?:(?:the|an?|that|this|his|her|its|their) )(?:[\w’'-]+ ){{0,3}}?{strict_things().pattern}"
        r"(?: (?:(?!\b(?:was|were|is|are|has|had|have|will|would|which|who|and|but|as|when|after)\b)"
        r"[^.,;:]){0,120})?(?:, (?:tabled|moved|brought|proposed|put forward|by|from|calling) [^.,;:]{3,80},)? $",
        re.IGNORECASE,
    )


def _fell_as_voted(text: str, cue: Cue) -> bool:
    """Whether "it" fell, as how some voted tells."""
    return IT.search(text, 0, cue.span[0]) is not None and AS_VOTED.match(text, cue.span[1]) is not None


def _is_of_a_motion(document: Document, start: int, cue: Cue, text: str) -> bool:
    """Whether a motion, by its own noun, is what a verb that also means other things tells of: "the bill died"."""
    if cue.sure or text[slice(*cue.span)].casefold() not in lexicon("votes")["of_motions"]:
        return False
    if UNREAD.match(text, cue.span[1]):
        return False
    if _motion_first().search(text, 0, cue.span[0]) or _fell_as_voted(text, cue):
        return True
    head = subject_head(document, (start + cue.span[0], start + cue.span[1]))
    return head is not None and strict_things().fullmatch(document.quote(head)) is not None


# What may be done to somebody, whom only the article's cast tells from a motion: "voted 6-2 to dismiss Tamba".
DISMISSES = Pattern(r"[^.;]{0,60}?\b(?:dismiss(?:ed|ing|es)?|(?:throw|threw|throwing) out) (?=[A-Z])", re.IGNORECASE)


def _of_somebody_known(cast: Cast, text: str, start: int, cue: Cue) -> Cue:
    """A cue of a dismissal of whom the words do not tell, as one that was carried where that is somebody named."""
    open_yet = cue.status is VoteStatus.HELD and cue.result is None and not cue.election
    done = DISMISSES.match(text, cue.span[0]) if open_yet else None
    whom = cast.at(start + done.end()) if done else None
    known = whom is not None and (whom.entity or "").startswith("per-")
    return replace(cue, result=Result.PASSED) if known else cue


def _judged(document: Document, cast: Cast, text: str, start: int, cues: list[Cue]) -> list[Cue]:
    """Cues as those who do them let them be read: what one person rejects is no vote, how a party voted no result."""
    judged = []
    for told in cues:
        cue = _of_somebody_known(cast, text, start, told)
        if cue.status is not VoteStatus.HELD or cue.election or cue.survived or cue.noun or cue.told:
            judged.append(cue)
            continue
        if _is_of_a_motion(document, start, cue, text):
            judged.append(replace(cue, sure=True, told=_fell_as_voted(text, cue)))
            continue
        subject = subject_of(document, cast, text, start, cue)
        voting = cue.votes and text[slice(*cue.span)].casefold().startswith("voting")
        by_some = FIRST.search(text, 0, cue.span[0]) and SOME_DID.match(text, cue.span[1])
        inverted = INVERTED.match(text, cue.span[0])
        some = WITH_SOME.search(text, 0, cue.span[0]) and not TURNS_OUT.match(text, cue.span[0])
        if voting and (by_some or inverted or some):
            judged.append(replace(cue, stance=True))
        elif cue.votes:
            counted = subject is Subject.PART and any(way.match(text, cue.span[0]) for way in (COUNTED_NEXT, DID_SO))
            judged.append(replace(cue, stance=subject is not Subject.OPEN and not counted))
        elif (subject is not Subject.PERSON or _is_undergone(document, start, cue, text)) and not _by_one(
            cast, text, start, cue
        ):
            judged.append(cue)
    return judged
