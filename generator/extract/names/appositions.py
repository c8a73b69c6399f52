"""What may stand between a title and the name after its comma: places in a `Reading` come in, later places go out."""

import re
from collections.abc import Mapping

from generator.extract.lexicon import words
from generator.extract.names.bodies_by_words import known_at
from generator.extract.names.heads import head_at
from generator.extract.names.parts import Individual, Name, Title
from generator.extract.names.reading import Reading

Starts = Mapping[int, tuple[Name, Individual]]
LONGEST_ASIDE, LONGEST_STATE = 14, 5
PARTY_AND_STATE = re.compile(r"[DRI]-[A-Z]")
CLAUSES = frozenset(("who", "("))
FINITE = frozenset(("MD", "VBZ", "VBP", "VBD"))
ASIDES = frozenset(("there", "here", "at", "this", "then", "who", "(", "on", "in", "of", "for", "from", "to"))


def past_aside(reading: Reading, starts: Starts, end: int) -> int:
    """Past "at the time", "presiding over the case", "who survived" or a bracket between a title and its comma."""
    if reading.low(end) not in ASIDES and reading.low(end) not in words("roles", "duties"):
        return end
    for at in range(end + 1, min(end + LONGEST_ASIDE, len(reading.words))):
        named = at in starts and at in (starts[at][0].lead, starts[at][0].first)
        if not reading.same_line(end, at) or reading.words[at].text in ".;:?!" or named:
            break
        if reading.low(end) in ("for", "of", "to") and head_at(reading, at):
            break
        if reading.low(end) not in CLAUSES and _is_finite(reading, at):
            break
        closed = reading.low(end) != "(" or reading.low(at - 1) == ")"
        if reading.words[at].text == "," and closed:
            return at
    return end


def _is_finite(reading: Reading, at: int) -> bool:
    """Whether a word is a clause's verb, so that what goes before is no aside: "the mayor of Hull may stay, …"."""
    token = reading.token(reading.words[at])
    return token is not None and token.tag_ in FINITE


def past_party(reading: Reading, starts: Starts, at: int) -> int:
    """Past "the", a possessor or a party: "the chair, the SDLP's Jane Doe", "the chair, Republican Jane Doe"."""
    start = at + (reading.low(at) == "the")
    party = known_at(reading, start) if start < len(reading.words) else None
    if party and party in starts and party > start:
        return party
    for possessive in (start + 1, start + 2):
        if possessive < len(reading.words) and reading.words[possessive].possessive:
            return possessive + 1 if reading.words[start].capital else at
    return start


def before_state(reading: Reading, ends: Starts, at: int) -> int | None:
    """Back before "D-Ohio", after a comma, or "of New Ohio" between a name and the comma before its title."""
    for first in range(at - 1, max(at - LONGEST_STATE, 0), -1):
        if not reading.same_line(first - 1, at):
            return None
        if PARTY_AND_STATE.match(reading.words[first].text) and reading.low(first - 1) == ",":
            return first - 1
        if reading.low(first) in ("of", "from") and first in ends and first < at - 1:
            return first
        if not reading.words[first].capital and reading.words[first].text != ".":
            return None
    return None


def may_be_followers(reading: Reading, title: Title) -> bool:
    """Whether the name after a title may be another's: "a spokesman for the chief whip, Jane Doe"."""
    at = title.lead - 1
    found = head_at(reading, at - 1) if reading.low(at) in ("for", "of", "to") else None
    return found is not None and found[0].key in words("roles", "followers")
