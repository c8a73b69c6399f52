"""What regular expressions need: a pattern comes in, words of which each match holds one, and its openings go out.

Both are in a plain form, in which they are looked for in a text: lower case, one space for what is no part of a word
and for a word's edge, one 0 for a number.
"""

import math
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import groupby
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Words = frozenset[str]
MOST = 100
"""Ways to write the same stretch of a pattern that are followed up."""
BEGINNING, SHORTER = 4, 2
"""Letters by which it is told how a word begins; the fewer, where a pattern leaves open how it goes on."""
REMEMBERED = 2**14
RUN = "letters in a row"
CLOSED = "*"
"""Ends an opening after which anything may follow."""
NO_WORDS = frozenset([""])
_GAP = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")
_KNOWN = re.compile(rf" (0|[^\W\d_]{{{BEGINNING}}}|[^\W\d_]{{1,{BEGINNING - 1}}} |[^\W\d_]{{{SHORTER}}})")


def plain(text: str) -> str:
    """A text in lower case, with one space for whatever is no part of a word and one 0 for a number."""
    return _NUMBER.sub("0", _GAP.sub(" ", text.casefold()))


def plain_words(text: str) -> list[str]:
    """The words of a text in plain form."""
    return _WORD.findall(_NUMBER.sub("0", text.casefold()))


@lru_cache(maxsize=REMEMBERED)
def beginning(word: str) -> str:
    """How a word begins, in plain form, with a space behind a word that has fewer letters than are looked at."""
    return "0" if word[0].isdigit() else f"{word.casefold().partition('_')[0]} "[:BEGINNING]


@cache
def needed(pattern: str, flags: int = 0) -> Words:
    """Words of which each match of a pattern holds one; none where a pattern needs no certain words."""
    words = _needed(parser.parse(pattern, flags), NO_WORDS)
    return frozenset() if any(not word.strip(" 0") for word in words) else words


@cache
def openings(pattern: str, flags: int = 0) -> Words:
    """How words begin at which each match of a pattern begins; none where one may begin elsewhere or with any word."""
    found = [_KNOWN.match(opening) for opening in _openings(parser.parse(pattern, flags), NO_WORDS)]
    return frozenset() if None in found else frozenset(match[1] for match in found if match)


def _needed(nodes: Iterable[Any], before: Words) -> Words:
    """The rarest words that a sequence needs one of; `before` is a space where it begins at a word's edge."""
    choices, run = [], before
    for node in _by_run(nodes):
        written = _written(*node)
        longer = None if written is None else _joined(run, written)
        if longer is None:
            at_edge = frozenset([" "]) if all(word.endswith(" ") for word in run) else NO_WORDS
            choices += [run, _needed_in(node, at_edge)]
            longer = written or NO_WORDS
        run = longer
    rarest = min((*choices, run), key=_commonness)
    return _shortest(rarest)


def _shortest(words: Words) -> Words:
    """Words without those that hold another of them."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(map(word.__contains__, kept)):
            kept.append(word)
    return frozenset(kept)


def _needed_in(node: tuple[Any, Any], before: Words) -> Words:
    """The words that one part of a pattern needs, where it may be written in too many ways."""
    kind, value = node
    if kind is sre.SUBPATTERN:
        return _needed(value[3], before)
    if kind is sre.BRANCH:
        return frozenset().union(*(_needed(choice, before) for choice in value[1]))
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[0]:
        return _needed(value[2], before)
    return NO_WORDS


def _commonness(words: Words) -> float:
    """A guess how many texts have one of some words: the shorter a word, the more."""
    return math.fsum(0.3 ** len(word) for word in words)  # the same in any order of the words


def _openings(nodes: Iterable[Any], begun: Words) -> Words:
    """How a sequence may go on from what has begun, as far as it is followed up."""
    for node in nodes:
        ended = frozenset(one for one in begun if one.endswith(CLOSED) or len(one) > BEGINNING or " " in one[1:])
        if begun == ended:
            break
        begun = ended | {one[: BEGINNING + 1] for one in _opened_by(node, begun - ended)}
    return begun


def _opened_by(node: tuple[Any, Any], begun: Words) -> Words:
    kind, value = node
    if kind is sre.SUBPATTERN:
        return _openings(value[3], begun)
    if kind is sre.BRANCH:
        return frozenset().union(*(_openings(choice, begun) for choice in value[1]))
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        once = _openings(value[2], begun)
        again = once if value[1] == 1 else {one if one.endswith(CLOSED) else one + CLOSED for one in once}
        return frozenset(again) if value[0] else begun | again
    written = _written(kind, value)
    begins_with_gap = kind in (sre.LITERAL, sre.IN) and " " in (written or ()) and begun & {"", " "}
    if written is None or begins_with_gap:
        return frozenset(one + CLOSED for one in begun)
    return _joined(begun, written) or frozenset(one + CLOSED for one in begun)


def _written(kind: Any, value: Any) -> Words | None:
    """All ways in which one part of a pattern may be written; None where they are too many."""
    if kind is sre.LITERAL:
        return _letters(chr(value))
    if kind is RUN:
        return _letters(value)
    if kind is sre.IN:
        return _union(map(_one_of, value))
    if kind is sre.AT:
        return frozenset([" " if value is sre.AT_BOUNDARY else ""])
    if kind is sre.ASSERT_NOT:
        return frozenset([" " if _bars_words_before(*value) else ""])
    if kind is sre.ASSERT:
        return NO_WORDS
    if kind is sre.SUBPATTERN:
        return _sequence(value[3])
    if kind is sre.BRANCH:
        return _union(map(_sequence, value[1]))
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return _repeated(*value)
    return None


def _by_run(nodes: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """A sequence with letters in a row as one part."""
    for is_letter, some in groupby(getattr(nodes, "data", nodes), lambda node: node[0] is sre.LITERAL):
        if is_letter:
            yield RUN, "".join(chr(code) for _, code in some)
        else:
            yield from some


@cache
def _letters(written: str) -> Words:
    return frozenset([plain(written)])


def _one_of(choice: tuple[Any, Any]) -> Words | None:
    """The ways to write what one entry of a set of letters stands for."""
    kind, value = choice
    if kind is sre.LITERAL:
        return _letters(chr(value))
    if kind is sre.RANGE and value[1] - value[0] < 10:
        return frozenset(plain(chr(code)) for code in range(value[0], value[1] + 1))
    named = {sre.CATEGORY_DIGIT: "0", sre.CATEGORY_SPACE: " "}
    return frozenset([named[value]]) if kind is sre.CATEGORY and value in named else None


def _bars_words_before(direction: int, nodes: Any) -> bool:
    """Whether a look back rules out that a word goes on here."""
    return (
        direction < 0 and len(nodes) == 1 and nodes[0][0] is sre.IN and (sre.CATEGORY, sre.CATEGORY_WORD) in nodes[0][1]
    )


def _repeated(least: int, most: Any, nodes: Iterable[Any]) -> Words | None:
    """A part that may be left out, or that comes to the same in plain form however often it is repeated."""
    once = _sequence(nodes)
    if once is None or (most != 1 and once not in ({" "}, {"0"})):
        return None
    return once if least else once | {""}


def _sequence(nodes: Iterable[Any]) -> Words | None:
    run = NO_WORDS
    for node in _by_run(nodes):
        written = _written(*node)
        longer = None if written is None else _joined(run, written)
        if longer is None:
            return None
        run = longer
    return run


def _union(parts: Iterable[Words | None]) -> Words | None:
    found: Words = frozenset()
    for part in parts:
        if part is None:
            return None
        found |= part
    return found if len(found) <= MOST else None


def _joined(first: Words, then: Words) -> Words | None:
    """Each of some beginnings with each of some ends; None where they are too many."""
    if len(first) * len(then) > MOST:
        return None
    return frozenset([_met(one, other) for one in first for other in then])


def _met(one: str, other: str) -> str:
    """Two stretches in plain form as one: where a gap, or a number, ends the first and begins the other it is one."""
    return one + other[1:] if one[-1:] == other[:1] in (" ", "0") else one + other
