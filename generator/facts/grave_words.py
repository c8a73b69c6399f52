"""Layer 1, policy: words come in, the kinds of grave deed that they tell of, by the lists of `grave.yml`, go out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from generator.errors import FactsError
from generator.model.ids import REMEMBERED, fold
from generator.model.negations import is_negation
from generator.strict_yaml import load

GAP = fold("…")
NUMBER = "#"
ENDING, LETTERS = re.escape("*"), r"\S*"
WIDEST = 6
"""How many words may stand for a gap."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
BEGINNING = "^"
"""Stands before the first word."""
OWN = "own"
"""The kind of what a site's own words tell of."""


def words_in(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=REMEMBERED)
def charges(words: str, more_words: tuple[str, ...] = ()) -> frozenset[str]:
    """The kinds of grave deed that words tell of, and not only as a subject that is called after one.

    Args:
        words: a claim's words, or others.
        more_words: entries beside those of `grave.yml`.
    """
    told = words_in(words)
    harmless = {at for first, last, _ in _found(told, (), "harmless") for at in range(first, last)}
    return frozenset(
        kind
        for first, last, kind in _found(told, more_words, "words")
        if harmless.isdisjoint(range(first, last)) and not _is_subject(told, first, last)
    )


@lru_cache(maxsize=REMEMBERED)
def exonerates(words: str) -> bool:
    """Whether words clear somebody of the deeds that they tell of, and nothing else in them may turn that round.

    Of words with something between them it is not known what stood there.
    """
    told = [BEGINNING, *words_in(words)]
    turned_round = [*_found(told, (), "clears_not")]
    ways = [one for one in _found(told, (), "clears") if not any(_overlaps(one, its) for its in turned_round)]
    if len(ways) != 1 or GAP in fold(words):
        return False
    ((first, last, _),) = ways
    others = {*range(len(told))} - {*range(first, last)}
    twists = {at for at, _, _ in _found(told, (), "twists")} | {
        at for at, word in enumerate(told) if is_negation(word) or (word == "and" and _begins_another(told[at + 1 :]))
    }
    return others.isdisjoint(twists) and not charges(" ".join(told[:first]))


def _overlaps(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _begins_another(rest: list[str]) -> bool:
    """Whether another statement may stand after an “and”: more than one thing or deed beside the first."""
    ending = rest[0][-3:] if rest else ""
    return ending != "ing" and (len(rest) != 1 or ending.endswith("ed"))


@cache
def listed(name: str) -> frozenset[str]:
    """One of the plain lists of `grave.yml`."""
    return frozenset(_data()[name])


def _is_subject(told: list[str], first: int, last: int) -> bool:
    before = {" ".join(told[max(first - n, 0) : first]) for n in (1, 2)}
    return not listed("subject_after").isdisjoint(told[last : last + 1]) or bool(before & listed("subject_before"))


def _found(told: list[str], more_words: tuple[str, ...], of: str) -> Iterator[tuple[int, int, str]]:
    """Where entries stand, from which word to before which, and of which kind they are."""
    text, at = " ".join(told), 0
    for first, word in enumerate(told):
        for kind, entry in _beginning_with(word, more_words, of):
            if place := _pattern(entry).match(text, at):
                yield first, first + len(place[0].split()), kind
        at += len(word) + 1


@lru_cache(maxsize=REMEMBERED)
def _beginning_with(word: str, more_words: tuple[str, ...], of: str) -> tuple[tuple[str, str], ...]:
    """The entries that may begin with a word, with their kinds."""
    entries = _entries(more_words, of)
    return tuple(one for head in _heads(word) for one in entries.get(head, ()))


def _heads(word: str) -> Iterator[str]:
    """The first words by which entries that may begin with a word are known."""
    yield word
    yield from (f"{word[:length]}*" for length in range(1, len(word) + 1))
    if word.endswith("'s"):
        yield word.removesuffix("'s")


@cache
def _entries(more_words: tuple[str, ...], of: str) -> dict[str, list[tuple[str, str]]]:
    """Entries with their kinds, by each first word that they may have."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    kinds = _data()["words"] if of == "words" else {of: _data()[of]}
    for kind, entries in {**kinds, OWN: more_words}.items():
        for entry in filter(None, map(fold, entries)):
            for head in _first_words(entry):
                found[head].append((kind, entry))
    return found


def _first_words(entry: str) -> set[str]:
    first = entry.split()[0]
    return {one for way in _ways(first) for one in way.split()[0].split("|")}


def _ways(word: str) -> tuple[str, ...]:
    """What a word of an entry stands for: the list that it names between “<” and “>”, or itself."""
    return tuple(map(fold, _data()["any_of"].get(word[1:-1], (word,)))) if word.startswith("<") else (word,)


@cache
def _pattern(entry: str) -> re.Pattern[str]:
    """Finds an entry at the beginning of folded words that are joined by single spaces."""
    return re.compile(rf"{' '.join(map(_spelled, entry.split()))}(?!\S)".replace(f" {GAP} ", _gap()))


def _spelled(word: str) -> str:
    """A word of an entry as a pattern."""
    if word == GAP:
        return GAP
    if word == NUMBER:
        return r"\d\S*"
    if (ways := _ways(word)) != (word,):
        return rf"(?:{'|'.join(' '.join(map(_spelled, one.split())) for one in ways)})"
    either = (re.escape(one).replace(ENDING, LETTERS) for one in word.split("|"))
    return rf"(?:{'|'.join(either)})(?:'s)?"


@cache
def _gap() -> str:
    """Matches what may stand for “…” in an entry: a few words, none of which begins another clause."""
    return rf" (?:(?!(?:{'|'.join(sorted(listed('not_between')))}) )\S+ ){{0,{WIDEST}}}"


@cache
def _data() -> Any:
    listed = files("generator.facts").joinpath("grave.yml")
    return load(listed.read_text(encoding="utf-8"), file=listed.name, error=FactsError).value
