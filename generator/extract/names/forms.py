"""What words look like in names: honorifics, particles, suffixes and runs of capitals; a `Reading` comes in."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from generator.extract.language import NameKind, name_kind
from generator.extract.lexicon import lexicon, words
from generator.extract.names.reading import QUOTES, Reading
from generator.model.ids import REMEMBERED, fold

PARTICLES = words("small_words", "particles")
GAELIC = frozenset(["mac", "mc", "ni", "ui", "o", "nic", "ap", "ab"])
NEVER = words("small_words", "never")
PEOPLES_AND_NAMES = words("small_words", "peoples_and_names")
MONTHS = frozenset(map(str.casefold, lexicon("times")["months"]))
INITIAL = 2


@cache
def honorifics() -> frozenset[str]:
    """All forms of address, folded."""
    kinds = ("masculine", "feminine", "neutral", "ranks")
    return frozenset().union(*(words("honorifics", kind) for kind in kinds))


@cache
def suffixes() -> frozenset[str]:
    """What follows a name without being part of it."""
    return words("honorifics", "suffixes")


def sex_of(honorific: str) -> str | None:
    """`m` or `f` where a form of address, or what somebody is, tells it."""
    for kind in ("masculine", "feminine"):
        if honorific in words("honorifics", kind) or honorific in words("roles", kind):
            return kind[0]
    return None


@cache
def given_names() -> frozenset[str]:
    """Words that are given names first of all, folded."""
    return words("given_names", "masculine") | words("given_names", "feminine") | words("given_names", "either")


def is_given_and_family(name: Sequence[str]) -> bool:
    """Whether a name that ends as a thing's may is somebody's, by its folded words: "Catherine West"."""
    return len(name) > 1 and name[0] in given_names() and name[-1] in words("given_names", "families_too")


def sex_by_name(name: str) -> str | None:
    """`m` or `f` where the first of somebody's names tells it; None for a surname alone."""
    first, _, rest = fold(name).partition(" ")
    return next((kind[0] for kind in ("masculine", "feminine") if rest and first in words("given_names", kind)), None)


@cache
def not_bodies() -> frozenset[str]:
    """The last words of what has a name and is no body."""
    return frozenset(lexicon("institutions")["not_bodies"])


@cache
def not_people() -> frozenset[str]:
    """The last words of what has a name and is no person."""
    return frozenset(lexicon("institutions")["not_people"]) | not_bodies() | body_heads()


@cache
def not_first() -> frozenset[str]:
    """The first words of what has a name and is no person."""
    return frozenset(lexicon("institutions")["not_people_first"])


@cache
def body_heads() -> frozenset[str]:
    """The last words of the names of bodies."""
    return frozenset(head for heads in lexicon("institutions")["last"].values() for head in heads)


def is_name_word(reading: Reading, index: int) -> bool:
    """Whether a word may stand in a person's name."""
    if not 0 <= index < len(reading.words):
        return False
    word = reading.words[index]
    if word.low in PEOPLES_AND_NAMES and word.capital and not word.possessive:
        token = reading.token(word)
        return token is not None and name_kind(token.ent_type_) is NameKind.PERSON
    if word.low in MONTHS and word.capital and not word.possessive and _is_family(reading, index):
        return True
    letters = word.text[0].isalpha() and (word.capital or re.match(r"^(?:al|el|ad|as)-", word.text) is not None)
    letters = letters and not any(letter.isdigit() for letter in word.text)  # "D-3rd", of a district
    initial = len(word.text) == INITIAL and word.text[1] == "."
    return letters and (initial or word.low not in NEVER) and not word.is_mark and not word.possessive


def _is_family(reading: Reading, index: int) -> bool:
    """Whether a month's name is a surname: "Gordon April", "Mr August", but not "told Gordon April 5"."""
    before, joined = reading.words[index - 1], reading.same_line(index - 1, index)
    named = before.low in given_names() | words("honorifics", "certain") and before.capital and not before.possessive
    return joined and named and not reading.low(index + 1)[:1].isdigit()


def run_right(reading: Reading, first: int, most: int = 6) -> int:
    """Where a person's name that begins at `first` ends: capitals, initials, particles before a capital, a nickname."""
    at = first
    while at - first < most and reading.same_line(first, at):
        if is_name_word(reading, at):
            if at > first and (reading.low(at) in suffixes() or _is_address(reading, at)):
                break
            at += 1
        elif (name := after_particles(reading, at)) > at:
            at = name
        elif at > first and (end := _after_nickname(reading, at)):
            at = end
        else:
            break
    return at


def _is_address(reading: Reading, at: int) -> bool:
    """Whether a form of address begins another name here; last in a name it is a surname: "Gulnaz Sheikh"."""
    follows = is_name_word(reading, at + 1) and reading.same_line(at, at + 1)
    return follows and not are_initials(reading, at) and reading.low(at) in honorifics() - PARTICLES - GAELIC


def are_initials(reading: Reading, at: int) -> bool:
    """Whether two capitals are those of middle names, whatever else they may stand for: "Andrew RT Vaughn"."""
    text, both = reading.words[at].text, is_name_word(reading, at - 1) and is_name_word(reading, at + 1)
    return both and text.isupper() and len(text) == INITIAL and not reading.words[at + 1].text.isupper()


def after_particles(reading: Reading, at: int) -> int:
    """The word of a name behind the particles that begin at a word: "Berg" in "van der Berg"; `at` where none is."""
    name = at
    while reading.low(name) in PARTICLES:
        name += 1
    return name if is_name_word(reading, name) else at


def _after_nickname(reading: Reading, at: int) -> int | None:
    """The index after a quoted nickname with a further name behind it."""
    quoted = reading.words[at].text in QUOTES and is_name_word(reading, at + 1)
    for close in (at + 2, at + 3):
        if (
            quoted
            and close < len(reading.words)
            and reading.words[close].text in QUOTES
            and is_name_word(reading, close + 1)
        ):
            return close + 1
    return None


def heads_no_body(low: str) -> bool:
    """Whether the last word of a name tells that it is of no body."""
    return low in not_bodies() and low not in body_heads()


@lru_cache(maxsize=REMEMBERED)
def folded(text: str) -> tuple[str, ...]:
    """A name's words, folded, without quotation marks and full stops."""
    return tuple(word.strip(".\"'“”‘’") for word in fold(text).split() if word.strip(".\"'“”‘’"))
