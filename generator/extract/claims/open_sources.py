"""Claims, stage 9: a source's words come in, how they leave open who it is goes out: `he`, `the party`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.findings import ClaimFinding, Span
from generator.extract.lexicon import words
from generator.model.ids import fold
from generator.model.words import Mode

PRONOUNS = {"he": "m", "she": "f", "it": "", "they": ""}
SURNAME = "surname"
LEAD = "lead"
PERSON = "person"
PAPER = "paper"
DETERMINED = re.compile(r"(?:the|its|their|his|her|our|(?:[\w’'.-]+ ){0,6}?[\w.-]+(?:['’]s|s['’])) ", re.IGNORECASE)
INDEFINITE = re.compile(r"an? ", re.IGNORECASE)
WORD = re.compile(r"[\w’'-]+")
FIRST_PART = re.compile(r"[,—–(:]| who | which | that ")
LEAD_PARAGRAPHS = 2
"""Paragraphs at an article's head, whose `a former minister` may get a name after them."""
QUOTES = frozenset("\"'“”‘’»«")


@dataclass(frozen=True)
class OpenSource:
    """A source that leaves open who it is.

    Attributes:
        kind: its pronoun, the noun that it turns on, or `surname`.
        group: the kinds that are alike: pronouns for people, papers, bodies, people by a noun.
        place: whether its sentence begins with it, it follows quoted words, or it stands elsewhere.
        outer: the claim in whose quotation it stands.
    """

    span: Span
    written: str
    kind: str
    group: str
    place: str
    outer: ClaimFinding | None = None

    @property
    def is_noun(self) -> bool:
        """Whether it is neither a pronoun nor a name."""
        return self.kind not in PRONOUNS and self.kind != SURNAME


def noun_of(written: str, *, in_lead: bool) -> str:
    """The noun that a description of its source turns on: `the [head] of the regulator`; empty where it is none."""
    opening = DETERMINED.match(written) or (INDEFINITE.match(written) if in_lead else None)
    if opening is None:
        return ""
    told = [fold(word) for word in WORD.findall(FIRST_PART.split(written[opening.end() :])[0])]
    head = next((at for at, word in enumerate(told) if at and word in words("acts", "describing")), len(told))
    after_noun = words("cues_grammar", "close_to") | words("acts", "held") | words("acts", "made")
    while head < len(told) and head > 1 and told[head - 1] in after_noun:
        head -= 1
    return told[head - 1] if told and head else ""


def group_of(kind: str, *, in_lead: bool, quoted: bool) -> str:
    """The group of sources that a kind belongs to."""
    if kind in ("he", "she"):
        return "quoted person" if quoted else PERSON
    if kind in PRONOUNS or kind == SURNAME:
        return kind
    if kind in words("acts", "papers"):
        return PAPER
    if kind in words("acts", "bodies"):
        return "body"
    return LEAD if in_lead else "noun"


def place_of(text: str, source: Span) -> str:
    """Where in its sentence a source stands."""
    before = text[max(0, source[0] - 3) : source[0]]
    said = before.rstrip(" ")
    if not said or "\n" in before or said[-1] in ".?!:":
        return "first"
    return "after" if said[-1] in QUOTES or said[-2:-1] in QUOTES else "within"


def outer_claim(source: Span, earlier: Sequence[ClaimFinding]) -> ClaimFinding | None:
    """The claim in whose quoted words a source stands."""
    for claim in reversed(earlier):
        if claim.mode != Mode.INDIRECT and any(start <= source[0] < end for start, end in claim.content):
            return claim
    return None
