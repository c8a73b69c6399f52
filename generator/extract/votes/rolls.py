"""Extraction of votes: a sentence's text comes in, the stretches that list who took one side go out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import words
from generator.extract.votes.side_words import MEMBERS, option_of, sides
from generator.model.words import Option


@dataclass(frozen=True)
class Roll:
    """Where the names of those who took a side stand, as offsets into the sentence, and which side.

    Attributes:
        span: all that tells of it.
        ends: whether the last name stands right at the end of where they stand, and not the first at its beginning.
        alone: whether the words tell of no more than this, and not of the vote itself.
    """

    names: Span
    option: Option
    span: Span
    ends: bool = False
    alone: bool = True


def rolls_in(text: str) -> Iterator[Roll]:
    """The lists of a sentence, such as "those who voted against were Ann Heron and Tom Vale"."""
    for pattern, alone in _by_verb():
        for match in pattern.finditer(text):
            ahead = match.start("side") < match.start("names")
            yield Roll(match.span("names"), option_of(match), match.span(), ends=not ahead, alone=alone)
    told, named_and_told = _by_number()
    for match in named_and_told.finditer(text) if told.search(text) else ():
        yield Roll(match.span("names"), option_of(match), match.span(), ends=True)
    for match in _by_noun().finditer(text):
        yield Roll(match.span("names"), _side_of(match), match.span())
    for match in _by_stand().finditer(text):
        yield Roll(match.span("names"), _side_of(match), match.span(), ends=True, alone=False)


# Where a list of names begins: "Ann Heron", "the former minister Ann Heron".
NAME_AHEAD = r"(?:(?:the|former|fellow|veteran|senior|ex-\w+|both) (?:[a-z]+ ){0,4})?[A-ZÀ-Þ]"
# The list itself, up to where another begins.
NAMES = rf"(?={NAME_AHEAD})(?P<names>[^;:]+)"
AMONG_THEM = r"(?:including|among them)"
WERE = r"(?:included|include|includes|were|are|was|is|being)"
# Who they are by how many: "one of", "among the", "the lone".
SO_MANY = rf"(?:one|two|both|among|{NUMBER})(?: of)?|(?:the )?(?:only|lone|sole)"


@cache
def _by_verb() -> tuple[tuple[Pattern, bool], ...]:
    """Those named after a verb that tells the side, or before it; and whether that is all that the words tell."""
    side = rf"(?P<side>{sides()})"
    who = rf"(?:who|that|[Tt]hose|{MEMBERS})(?: (?:had|have|also|then|all))*"
    what = r"(?:(?!\bby\b)[^.;:]){0,80}?"
    short_what = r"(?: (?!by\b|of\b|from\b|with\b)[\w’'-]+){0,4}"
    in_dashes = rf"(?P<names>[-–—(] ?(?:{AMONG_THEM} )?[^.;()–—]{{3,200}}?) ?[-–—)]"
    did = r"(?: (?:all|also|had|who|then))* (?:indicated that they were |said they were )?(?:\w+ly )?"
    return (
        # "the Labour MPs who rebelled to oppose the motion included Ann Heron (Marl Bay)"
        (Pattern(rf"\b{who} {side}{what}(?: {WERE}:?|:) {NAMES}"), True),
        # "five Tories voted against the plan, including Ann Heron"
        (Pattern(rf"{side}{short_what}, {AMONG_THEM} {NAMES}"), False),
        # "MPs - including Ms Heron and Mr Vale - voted to back"
        (Pattern(rf"{in_dashes}{did}{side}"), False),
    )


@cache
def _by_number() -> tuple[Pattern, Pattern]:
    """What tells of some that they were so many who took a side; and the same with their names before it.

    "Ann Heron was the lone Green to support it", "Ann Heron and Tom Vale were two of the nine MPs to vote for it".
    """
    ahead = r"(?P<names>[^;:]{1,200}?)(?:,[^,.;]{0,40},)?"
    of_those = r"(?:(?! (?:who|that|to|\w+ing)\b)[^.;,:]){0,50}?"
    told = rf" (?:was|were|is|are) (?:{SO_MANY}) {of_those} (?:who|to)(?: (?:had|also))? (?P<side>{sides()})"
    return Pattern(told), Pattern(ahead + told)


@cache
def _by_noun() -> Pattern:
    """Those from whom votes came: "abstentions came from Ann Heron and Tom Vale"."""
    came = r"(?: [^.;:,]{0,30})? (?:came|coming|were|was|being)(?: cast)? (?:from|by)"
    return Pattern(rf"\b{_each_side('side_nouns')}{came} {NAMES}")


@cache
def _by_stand() -> Pattern:
    """Those named before where they stand: "with Heron, Vale and Lee in favour and Moss opposed"."""
    named = r"(?P<names>(?<=\bwith )[A-ZÀ-Þ][^.;:]{2,200}?|(?<=\band )[A-ZÀ-Þ][^.;:]{2,200}?)"
    ends = r"(?=[,.;)]|$| (?:and|while|but)\b)"
    return Pattern(rf"\b{named}(?: (?:were|was|all|voting|voted))? {_each_side('side_stands')}{ends}")


def _each_side(listed: str) -> str:
    """A pattern's part for the words of each side in a list of the lexicon, each in a group that is called after it."""
    ways = (rf"(?P<{name}>(?i:{words(values)}))" for name, values in lexicon("votes")[listed].items())
    return f"(?:{'|'.join(ways)})"


def _side_of(match: re.Match[str]) -> Option:
    """The side that a match of such a part tells."""
    return next(option for option in Option if match[option.value] is not None)
