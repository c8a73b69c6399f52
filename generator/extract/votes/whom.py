"""Extraction of votes: words for what is dismissed come in, whether that is somebody or a motion goes out."""

import re
from enum import StrEnum
from functools import cache

from generator.extract.lexicon import lexicon, words
from generator.extract.names.heads import heads
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import words as any_of
from generator.extract.votes.things import things
from generator.model.ids import fold


class Undergoes(StrEnum):
    """What something is done to: somebody, one or a body of several, or what was moved or asked for."""

    WHOM = "whom"
    WHAT = "what"


# What is turned down, up to what else is said of it: "the town's plans" of "the town's plans for a quarry".
ITS_HEAD = Pattern(
    r" (?P<head>(?:(?!(?:of|for|from|by|over|in|on|at|as|to|with|after|before|who|whom|whose|which|that (?:\w+ )?\w+ed"
    r"|against|and|but|amid|while|out|was|were|is|are|has|have|had|being)\b)"
    r"(?:[A-Z][a-z]{1,3}\.(?= [A-Z])|[\w’'&-]+)(?: |$|(?=[,.;:)]|[”\"]))){1,8})"
)
OWNER = Pattern(r"^.*[\w](?:['’]s|s['’]) (?=\w)")
IT = Pattern(r"(?:it|that|this)\b", re.IGNORECASE)
POINTS = Pattern(rf"(?:{IT.pattern}|(?:them|both|these|those|all)\b)", re.IGNORECASE)
PRONOUN = Pattern(r"(?:him|her|them both|himself|herself)", re.IGNORECASE)
OPEN = Pattern(r"(?:them|both|these|those|all)(?: (?:two|three|four|five|six|seven|of them))?", re.IGNORECASE)
# What is asked for or done, beside what can be voted on.
ASKED = Pattern(
    r"\b(?:permission|consent|licen[cs]e|leave|approval|permit|case|complaint|claim|lawsuit|suit|allegation|accusation"
    r"|offer|amendments?|variance|waiver|bail|clemency|bids?|objections?|suggestion|evidence|concerns?"
    r"|grievance|matter|issue|fears?|criticism|idea|notion|zone|programme|program|project|strateg(?:y|ie)|polic(?:y|ie)"
    r"|reform|trial)s?\b",
    re.IGNORECASE,
)
# Whose calling has no entry of its own: "the lifeguard". What is moved or asked for seldom ends so.
AGENT = Pattern(r"\w(?:er|or|ist|ian|ant|ee|guard|m[ae]n|keeper|hand)s?$", re.IGNORECASE)
DETERMINER = Pattern(r"(?:the|an?|its|his|her|their|this|that|all|both|two|three|four|five|six|seven)\b", re.IGNORECASE)
CAPITAL = Pattern(r"[A-ZÀ-Ý]")
# Who or what it is, told after a name: "Noel Brand, its chief executive", "Better Roads, the mayor's plan to".
ALSO = Pattern(r",(?P<who>(?: and)? (?:who|whose)\b)?(?= (?:the|an?|its|his|her|their|[\w’'-]+(?:['’]s|s['’])) [a-z])")
WHO = Pattern(r",? (?:who|whose|whom)\b")
# The subject of what was done to it, back to where its clause begins.
WAS = Pattern(
    r",? (?:was|were|is|are|has been|have been|had been|being)(?: \w+ly| then| also| later| not)? $", re.IGNORECASE
)
BEGINS = Pattern(r"[,;:–—]|\b(?:but|after|when|while|before|because|that)\b|\band\b", re.IGNORECASE)
TELLS = Pattern(r"\b(?:was|were|is|are|has|had|have|met|said|heard|\w+ed)\b")
MOST_NAMES = 3


def undergoer(text: str, at: int) -> Undergoes | None:
    """Whether somebody or what was moved stands behind a verb ("dismissed its director"), None where that is open."""
    head = head_of(text, at)
    if head is None:
        return Undergoes.WHAT  # "which the board dismissed"
    if OPEN.fullmatch(head):
        return None
    found = _named(head)
    end = text.index(head, at) + len(head)
    return found or _told_after(text, end) or (None if _may_be_somebody(head) else Undergoes.WHAT)


def undergoer_before(text: str, at: int) -> Undergoes | None:
    """The same of the subject before a verb in the passive: "the director was dismissed"."""
    was = WAS.search(text, 0, at)
    if was is None:
        return Undergoes.WHAT
    end = text.rfind(",", 0, was.start()) if text[was.start()] == "," else was.start()  # "Ms Ames, a baker, was"
    begins = [0, *(match.end() for match in BEGINS.finditer(text, 0, max(0, end)) if _parts(text, match, end))]
    return undergoer(f" {text[begins[-1] :].lstrip()}", 0)


def _parts(text: str, joint: re.Match[str], end: int) -> bool:
    """Whether a word begins a clause there, and does not join what is of one: "by Ms Ames and Mr Vale"."""
    return joint.group().casefold() != "and" or TELLS.search(text, 0, joint.start()) is not None


def is_motion(text: str, at: int) -> bool:
    """Whether what stands behind a verb is what can be voted on or asked for, or points back at it."""
    head = head_of(text, at)
    return head is None or POINTS.match(head) is not None or _is_asked_for(head)


def head_of(text: str, at: int) -> str | None:
    """The object behind a verb without what follows its noun and whose it is."""
    match = ITS_HEAD.match(text, at)
    return OWNER.sub("", match["head"].strip()) or None if match else None


def _is_asked_for(head: str) -> bool:
    return things().search(head) is not None or ASKED.search(head) is not None


def _named(head: str) -> Undergoes | None:
    """What the words for it say by themselves, None where they leave it open."""
    if PRONOUN.fullmatch(head):
        return Undergoes.WHOM
    if IT.match(head):
        return Undergoes.WHAT
    said = head.rstrip(".").split()
    lower = [place for place, word in enumerate(said) if not (CAPITAL.match(word) or DETERMINER.fullmatch(word))]
    noun = said[: lower[-1] + 1] if lower else said  # "chief executive" of "the chief executive Noel Brand"
    if _is_of_people(noun):
        return Undergoes.WHOM
    if _is_asked_for(noun[-1]):
        return Undergoes.WHAT
    return Undergoes.WHOM if not lower and _is_name(said) else None


def _is_of_people(noun: list[str]) -> bool:
    """Whether the last words for it are an office, a calling or a body of people."""
    last = [fold(word).strip(".") for word in noun]
    office = any(tuple(last[-length:]) in heads() for length in range(1, len(last) + 1))
    return office or _body().fullmatch(last[-1]) is not None


@cache
def _body() -> Pattern:
    lists = lexicon("votes")
    return Pattern(
        rf"(?:{any_of([*lists['legislatures'], *lists['small_bodies'], *lists['dismissed']])})", re.IGNORECASE
    )


def _is_name(said: list[str]) -> bool:
    """Whether words, all with capitals, are somebody's name: after a title, or begun by a given name."""
    first = fold(said[0]).strip(".")
    if DETERMINER.match(said[0]):
        return False
    titles = {*lexicon("honorifics")["certain"].split(), *lexicon("roles")["abbreviations"]}
    return len(said) > 1 and (first in titles or (first,) in heads() or _is_given(first, said))


def _is_given(first: str, said: list[str]) -> bool:
    given = words("given_names", "masculine") | words("given_names", "feminine")
    return first in given and len(said) <= MOST_NAMES


def _told_after(text: str, end: int) -> Undergoes | None:
    """What is told of it right after: who, or by its kind."""
    if WHO.match(text, end):
        return Undergoes.WHOM
    also = ALSO.match(text, end)
    head = head_of(text, also.end()) if also else None
    return _named(head) if head else None


def _may_be_somebody(head: str) -> bool:
    """Whether words that tell nothing may name somebody, or what somebody is."""
    said = head.split()
    return CAPITAL.match(said[-1]) is not None or AGENT.search(said[-1]) is not None
