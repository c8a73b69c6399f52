"""Extraction of votes: a sentence's text comes in, the stretches that list who took one side go out."""

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
    for match in _by_noun().finditer(text):
        option = next(option for option in Option if match[f"noun_{option}"])
        yield Roll(match.span("names"), option, match.span())
    for match in _by_stand().finditer(text):
        option = next(option for option in Option if match[f"stand_{option}"])
        yield Roll(match.span("names"), option, match.span(), ends=True, alone=False)


@cache
def _by_verb() -> tuple[tuple[Pattern, bool], ...]:
    """Those named after a verb that tells the side, or before it; and whether that is all that the words tell."""
    side = rf"(?P<side>{sides()})"
    was = r"(?:included|include|includes|were|are|was|is|being)"
    few = rf"(?:one|two|both|among|{NUMBER})(?: of)?|(?:the )?(?:only|lone|sole)"
    made = (
        # "the Labour MPs who rebelled to oppose the motion included Ann Heron (Marl Bay)"
        rf"\b(?:who|that|[Tt]hose|{MEMBERS})(?: (?:had|have|also|then|all))* {side}(?:(?!\bby\b)[^.;:]){{0,80}}?"
        rf"(?: {was}:?|:) (?={NAME_AHEAD})(?P<names>[^;:]+)",
        # "five Tories voted against the plan, including Ann Heron"
        rf"{side}(?: (?!by\b|of\b|from\b|with\b)[\w’'-]+){{0,4}}, (?:including|among them) (?={NAME_AHEAD})"
        r"(?P<names>[^;:]+)",
        # "MPs - including Ms Heron and Mr Vale - voted to back"
        rf"(?P<names>[-–—(] ?(?:(?:including|among them) )?[^.;()–—]{{3,200}}?) ?[-–—)](?: (?:all|also|had|who|then))*"
        rf" (?:indicated that they were |said they were )?(?:\w+ly )?{side}",
        # "Ann Heron was the lone Green to support it", "Ann Heron and Tom Vale were two of the nine MPs to vote for it"
        rf"(?P<names>[^;:]{{1,200}}?)(?:,[^,.;]{{0,40}},)? (?:was|were|is|are) (?:{few}) "
        rf"(?:(?! (?:who|that|to|\w+ing)\b)[^.;,:]){{0,50}}? (?:who|to)(?: (?:had|also))? {side}",
    )
    return tuple((Pattern(pattern), number in (0, len(made) - 1)) for number, pattern in enumerate(made))


# Where a list of names begins: "Ann Heron", "the former minister Ann Heron".
NAME_AHEAD = r"(?:(?:the|former|fellow|veteran|senior|ex-\w+|both) (?:[a-z]+ ){0,4})?[A-ZÀ-Þ]"


@cache
def _by_noun() -> Pattern:
    """Those from whom votes came: "abstentions came from Ann Heron and Tom Vale"."""
    nouns = lexicon("votes")["side_nouns"]
    sides = "|".join(rf"(?P<noun_{name}>(?i:{words(values)}))" for name, values in nouns.items())
    return Pattern(
        rf"\b(?:{sides})(?: [^.;:,]{{0,30}})? (?:came|coming|were|was|being)(?: cast)? (?:from|by)"
        rf" (?={NAME_AHEAD})(?P<names>[^;:]+)"
    )


@cache
def _by_stand() -> Pattern:
    """Those named before where they stand: "with Heron, Vale and Lee in favour and Moss opposed"."""
    stands = lexicon("votes")["side_stands"]
    sides = "|".join(rf"(?P<stand_{name}>{words(values)})" for name, values in stands.items())
    return Pattern(
        rf"\b(?P<names>(?<=\bwith )[A-ZÀ-Þ][^.;:]{{2,200}}?|(?<=\band )[A-ZÀ-Þ][^.;:]{{2,200}}?)"
        rf"(?: (?:were|was|all|voting|voted))? (?:{sides})(?=[,.;)]|$| (?:and|while|but)\b)"
    )
