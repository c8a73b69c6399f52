"""Seats and briefs told by a verb: an article's words come in, every "who sits for Hull" goes out as a `Title`."""

from collections.abc import Iterator
from functools import cache

from generator.extract.lexicon import lexicon, words
from generator.extract.names.parts import Title
from generator.extract.names.reading import Reading
from generator.model.words import Tense

AUXILIARIES = frozenset(["has", "had"])
LINKS = frozenset(["the", "of", "and"])
LONGEST = 9


def find_seats(reading: Reading) -> Iterator[tuple[int, Title]]:
    """Each clause that tells of whose seat or brief somebody has, and the word after that somebody's name.

    A lawyer who represents a firm sits for nobody: what is represented must be a ward or the like.
    """
    seats = lexicon("roles")["seats"]
    for at in range(1, len(reading.words)):
        key = seats.get(f"{reading.low(at)} {reading.low(at + 1)}") if reading.low(at) in _verbs() else None
        if key is None or not reading.same_line(at, at + 1):
            continue
        perfect = reading.low(at - 1) in AUXILIARIES
        who = at - perfect - 1
        end = _end(reading, at)
        if end is not None and reading.low(who) == "who":
            yield who - (reading.low(who - 1) == ","), _title(reading, at, end, key, has=reading.low(at - 1) == "has")


@cache
def _verbs() -> frozenset[str]:
    """The verbs that tell of a seat or a brief, without what follows: most words are none."""
    return frozenset(told.split()[0] for told in lexicon("roles")["seats"])


def _end(reading: Reading, at: int) -> int | None:
    """Where the phrase ends that tells of whose seat or brief it is; None if no such thing is told."""
    verb, link = reading.low(at), reading.low(at + 1)
    end = _run(reading, at + 2)
    if verb.startswith("represent"):
        told = {reading.low(k) for k in range(at + 1, end)} & words("roles", "represented")
        named = any(reading.words[k].capital or reading.words[k].text[0].isdigit() for k in range(at + 1, end))
        return end if told and named and end > at + 2 else None
    first = at + 2 + (reading.low(at + 2) == "the")
    named = link == "for" and first < end and reading.words[first].capital
    if verb.startswith("s") and verb not in ("sits", "sat") and named:
        return _brief(reading, end)
    return end if named else None


def _brief(reading: Reading, at: int) -> int | None:
    """Where "on housing" after "speaks for the Liberals" ends."""
    end = _run(reading, at + 1) if reading.low(at) == "on" else at
    return end if end > at + 1 else None


def _run(reading: Reading, first: int) -> int:
    """Where the nouns from a word on end."""
    at = end = first
    while at - first < LONGEST and reading.same_line(first - 1, at):
        word = reading.words[at]
        if word.is_mark or word.low in words("small_words", "not_in_titles"):
            break
        if word.capital or word.text.isdigit() or reading.tagged(word, "NOUN", "ADJ", "PROPN"):
            end = at + 1
        elif word.low not in LINKS:
            break
        at += 1
    return end


def _title(reading: Reading, at: int, end: int, key: str, *, has: bool) -> Title:
    past = reading.low(at) in words("roles", "seats_before") and not has
    return Title(
        first=at, head=at, last=end, end=end, lead=at, determiner="", owner=None, key=key, plural=False, office=True,
        tense=Tense.FORMER if past else Tense.CURRENT,
    )  # fmt: skip
