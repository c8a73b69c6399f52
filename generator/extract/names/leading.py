"""Roles told by a verb: an article's words come in, every "who chairs the finance committee" goes out as a `Title`."""

from collections.abc import Iterator

from generator.extract.lexicon import lexicon, words
from generator.extract.names.parts import Title
from generator.extract.names.reading import Reading
from generator.model.words import Tense

DETERMINERS = frozenset(["the", "a", "an", "his", "her", "its", "their"])
LINKS = frozenset(["of", "for", "on", "and", "the"])
LONGEST = 9


def find_leading(reading: Reading) -> Iterator[tuple[int, Title]]:
    """Each clause that tells of whom somebody is at the head, and the word after its "who"'s antecedent.

    Only where what is led is a body: "who led the council", not "who led the revolt".
    """
    verbs = lexicon("roles")["leading"]
    for at in range(1, len(reading.words)):
        if reading.low(at) in verbs and reading.low(at + 1) in DETERMINERS:
            who = next((k for k in range(at - 1, max(at - 4, 0), -1) if reading.low(k) == "who"), None)
            between = {reading.low(k) for k in range(who + 1, at)} if who is not None else {"?"}
            end = _end(reading, at + 2)
            if who is not None and between <= words("roles", "before_leading") and end is not None:
                comma = reading.low(who - 1) == ","
                yield who - comma, _title(reading, at, end, verbs[reading.low(at)], has="has" in between)


def _end(reading: Reading, first: int) -> int | None:
    """Where the phrase that begins at a word ends; None if it names no body."""
    at = end = first
    while at - first < LONGEST and reading.same_line(first - 1, at):
        word = reading.words[at]
        if word.is_mark or word.low in words("small_words", "not_in_titles"):
            break
        if word.capital or reading.tagged(word, "NOUN", "ADJ", "PROPN"):
            end = at + 1
        elif word.low not in LINKS:
            break
        at += 1
    named = any(reading.words[k].capital for k in range(first, end))
    body = {reading.low(k) for k in range(first, end)} & words("roles", "led")
    return end if end > first and (named or body) else None


def _title(reading: Reading, at: int, end: int, key: str, *, has: bool) -> Title:
    past = reading.low(at) in words("roles", "led_before") and not has and reading.low(end) != "since"
    return Title(
        first=at, head=at, last=at + 1, end=end, lead=at, determiner="", owner=None, key=key, plural=False, office=True,
        tense=Tense.FORMER if past else Tense.CURRENT,
    )  # fmt: skip
