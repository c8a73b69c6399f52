"""Extraction of votes: what a body votes to do comes in, whether by that it turns down what was voted on goes out."""

import re

from generator.extract.patterns import Pattern
from generator.extract.votes.whom import Undergoes, is_motion, undergoer
from generator.model.words import Result

# What is said of motions above all, whatever stands behind it.
DOWN = Pattern(
    r"(?:reject|defeat|negativ|oppos|declin)\w*|(?:deny|deni\w+)\b|(?:turn|vot)\w* (?:[\w’'-]+ ){0,3}?down\b"
    r"|vote against\b",
    re.IGNORECASE,
)
OUT = Pattern(r"(?:throw\w*|threw)(?: out\b|(?=(?: [\w’'-]+){1,3}? out\b))", re.IGNORECASE)
# What is done to people too, and what is refused without being moved: "to refuse entry".
DISMISSED = Pattern(r"dismiss\w*\b", re.IGNORECASE)
REFUSED = Pattern(r"refus\w*\b", re.IGNORECASE)


def turn(text: str, at: int = 0) -> Result | None:
    """What a body does that votes to do what stands there: "to reject a motion" is a vote on the motion.

    None where it may be somebody who is dismissed, which is carried, or a motion, which is lost.
    """
    if DOWN.match(text, at):
        return Result.REJECTED
    if done := DISMISSED.match(text, at) or OUT.match(text, at):
        return dismissal(text, done.end())
    refused = REFUSED.match(text, at)
    return Result.REJECTED if refused and is_motion(text, refused.end()) else Result.PASSED


def dismissal(text: str, at: int) -> Result | None:
    """How a vote went by which what stands there was dismissed: somebody is turned out, a motion turned down."""
    whom = undergoer(text, at)
    return None if whom is None else Result.PASSED if whom is Undergoes.WHOM else Result.REJECTED
