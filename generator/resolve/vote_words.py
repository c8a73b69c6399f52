"""Stage resolve: the words for a vote's motion and body in, what of them tells one vote from another out."""

import re
from collections.abc import Collection
from typing import NamedTuple

from generator.model.ids import fold
from generator.model.words import VoteClassification
from generator.resolve.lexicon import lexicon, words

WORD = re.compile(r"[^\W_](?:[^\W_]|['’.-](?=[^\W_])){0,40}")
AMENDS = re.compile(r"\b(?:amend|amends|amending|amendments?)\b")
READING = re.compile(r"\b(first|second|third|final) (?:reading|stage)\b")
NUMBER = re.compile(r"\b\d{1,4}[a-z]?\b")
BILL = re.compile(
    r"\b[A-Z][\w’'-]{0,30},?(?: (?:\([A-Z][\w ’'-]{1,60}\)|[A-Z][\w’'-]{0,30},?|and|of|for|the|to)){0,8} Bill\b"
)
DETERMINER = re.compile(r"^(?:(?:the|a|an|its|his|her|their|this|that) )?(?:uk |british |us |u\.s\. |united states )?")
PUT_OFF = re.compile(rf"\b(?:{'|'.join(lexicon()['put_off'])})\b", re.I)
ANOTHER, COMMON = words("another"), words("common")
SITTERS, LOWER = words("sitters"), words("lower")
LEGISLATURES = words("legislatures")
LORDS, SENATE = words("lords"), words("senate")
UPPER = LORDS | SENATE | words("upper")
HOUSES_WITH_A_SENATE, ELECTORATES = words("houses_with_a_senate"), words("electorates")


class Wording(NamedTuple):
    """What a motion's words say: its own telling words, parties and names in them, the reading, figures."""

    telling: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    reading: str | None
    figures: frozenset[str]
    is_another: bool
    amends: bool


def wording(motion: str, bill: str | None, parties: Collection[str], aside: Collection[str] = ()) -> Wording:
    """What tells a motion from others; the bill that it is on is compared by itself.

    Args:
        motion: the article's words.
        bill: the bill's name, which is left out of the telling words.
        parties: words of parties' names, folded, which say whose motion it is and not what it is.
        aside: folded words that are no names by which two motions differ.
    """
    plain = fold(motion)
    reading = READING.search(plain)
    told = [(word.group(), plural_of(fold(word.group()))) for word in WORD.finditer(motion)]
    of_bill = {plural_of(word) for word in fold(bill or "").split()} | {"bill"}
    own = [(w, stem) for w, stem in told if stem not in of_bill and not _is_common(w)]
    return Wording(
        telling=frozenset(stem for _, stem in own if stem not in parties),
        names=frozenset(stem for w, stem in own[1:] if w[0].isupper() and fold(w) not in aside),
        parties=frozenset(stem for _, stem in own if stem in parties),
        reading=reading.group(1) if reading else None,
        figures=frozenset(NUMBER.findall(plain)),
        is_another=any(fold(w) in ANOTHER for w, _ in told),
        amends=AMENDS.search(plain) is not None,
    )


def plural_of(word: str) -> str:
    """A word without a plural's ending or a genitive's, crudely: what is left need not be a word."""
    word = word.removesuffix("'s").removesuffix("'").strip("()[],.")
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _is_common(word: str) -> bool:
    plain = fold(word)
    return len(plain) < 3 or plain.isdigit() or plain in COMMON or plain in ANOTHER


def plain_name(words: str) -> str:
    """A bill's or a body's name for comparing."""
    return DETERMINER.sub("", fold(words))


def may_be_one_body(first: str | None, second: str | None) -> bool:
    """Whether two names may be one body's: unknown, alike, the end of the other, or words for who sits in it."""
    if first is None or second is None or first == second:
        return True
    if _are_two_houses({first, second}):
        return False
    return any(_may_stand_for(short, long) for short, long in ((first, second), (second, first)))


def is_one_electorate(first: str | None, second: str | None) -> bool:
    """Whether two polls are put to one body, as far as told: the people of a place are its party's in a primary."""
    if first is None or second is None:
        return False
    short, long = sorted((first, second), key=len)
    return short == long or (short.startswith("electorate of ") and long.endswith(f" {short}"))


def _may_stand_for(short: str, long: str) -> bool:
    if long.endswith(f" {short}") or (short.startswith("electorate of ") and long.startswith(f"{short} ")):
        return True
    if short in ELECTORATES:
        return long in ELECTORATES or long.startswith("electorate of ")
    return (short in SITTERS or short in UPPER) and _is_legislature(long)


def _are_two_houses(names: set[str]) -> bool:
    """Whether one is a lower and the other an upper house, or they are two countries'."""
    if (names & LOWER and names & UPPER) or (names & HOUSES_WITH_A_SENATE and names & SENATE):
        return True
    return bool(names & SENATE and names & LORDS)


def _is_legislature(name: str) -> bool:
    return name in SITTERS or name in UPPER or any(f" {w} " in f" {name} " for w in LEGISLATURES)


def kind_of(classification: VoteClassification | None, wording: Wording) -> VoteClassification | None:
    """What kind of question a motion's words and the machine's reading make it; None for a motion of any kind."""
    if wording.amends and classification in (None, VoteClassification.BILL, VoteClassification.MOTION):
        return VoteClassification.AMENDMENT
    return None if classification is VoteClassification.MOTION else classification
