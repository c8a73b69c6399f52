"""Extraction of votes: what a body votes to do comes in, whether by that it turns down what was voted on goes out."""

import re

from generator.extract.patterns import Pattern
from generator.extract.votes.things import things
from generator.model.words import Result

# What is said of motions above all, whatever stands behind it.
DOWN = Pattern(
    r"(?:reject|defeat|negativ|oppos|declin)\w*|(?:deny|deni\w+)\b|(?:turn|vot)\w* (?:[\w’'-]+ ){0,3}?down\b"
    r"|vote against\b",
    re.IGNORECASE,
)
OUT = Pattern(r"(?:throw\w*|threw) (?:(?:[\w’'-]+ ){1,3}?(?=out\b)|out\b)", re.IGNORECASE)
# What is done to people too, and what is refused without being moved: "to refuse entry".
DISMISSED = Pattern(r"dismiss\w*\b", re.IGNORECASE)
REFUSED = Pattern(r"refus\w*\b", re.IGNORECASE)
# What is turned down, up to what else is said of it: "the town's plans" of "the town's plans for a quarry".
ITS_HEAD = Pattern(
    r" (?P<head>(?:(?!(?:of|for|from|by|over|in|on|at|as|to|with|after|who|which|that (?:\w+ )?\w+ed|against|and)\b)"
    r"[\w’'&-]+(?: |$|(?=[,.;:)]|[”\"]))){1,8})"
)
OWNER = Pattern(r"^.*[\w](?:['’]s|s['’]) (?=\w)")
POINTS = Pattern(r"(?:it|them|both|that|this|these|those|all)\b", re.IGNORECASE)
# What is asked for, beside what can be voted on.
ASKED = Pattern(
    r"\b(?:permission|consent|licen[cs]e|leave|approval|permit|case|complaint|claim|lawsuit|suit|allegation|accusation"
    r"|offer|amendments?|variance|waiver|bail|clemency|bids?|objections?|suggestion|evidence|concerns?)s?\b",
    re.IGNORECASE,
)
OFFICE = (
    r"(?:director|mayor|manager|chief|officer|chair(?:man|woman)?|leader|clerk|secretary|minister|treasurer|coach"
    r"|superintendent|judge|governor|president|member|councillor|commissioner|senator|ambassador|attorney"
    r"|staff|worker|employee|teacher|principal|board|cabinet|government)(?:[ -]general)?"
)
# Who is turned out, and not what: "its director", "the mayor", "Mr Ames".
PERSON = Pattern(
    r"(?:him|her|them both|(?:Mr|Mrs|Ms|Dr|Sir|Dame|Councillor|Judge|Senator|Senators) [A-Z].*"
    r"|(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+"
    rf"|(?:[\w’'-]+ )*?(?i:{OFFICE})"
    r"s?(?: [A-Z].*)?)"
)


def turn(text: str, at: int = 0) -> Result:
    """What a body does that votes to do what stands there: "to reject a motion" is a vote on the motion."""
    out = OUT.match(text, at)
    if DOWN.match(text, at) or (out and not is_person(text, out.end())):
        return Result.REJECTED
    dismissed, refused = DISMISSED.match(text, at), REFUSED.match(text, at)
    if dismissed and not is_person(text, dismissed.end()):
        return Result.REJECTED
    return Result.REJECTED if refused and is_motion(text, refused.end()) else Result.PASSED


def is_motion(text: str, at: int) -> bool:
    """Whether what stands behind a verb is what can be voted on or asked for, or points back at it."""
    head = head_of(text, at)
    if head is None:
        return True  # "which the board dismissed"
    return POINTS.match(head) is not None or things().search(head) is not None or ASKED.search(head) is not None


def is_person(text: str, at: int) -> bool:
    """Whether whom a verb is done to stands behind it, and not what: "dismissed its director"."""
    head = head_of(text, at)
    return head is not None and not is_motion(text, at) and PERSON.fullmatch(head) is not None


def head_of(text: str, at: int) -> str | None:
    """The object behind a verb without what follows its noun and whose it is."""
    match = ITS_HEAD.match(text, at)
    return OWNER.sub("", match["head"].strip()) or None if match else None
