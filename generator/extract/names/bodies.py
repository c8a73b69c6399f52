"""Find organizations: a `Reading` comes in, the places where bodies are named go out as `Name`s."""

from collections.abc import Iterator, Set
from functools import cache

from generator.extract.language import NameKind, name_kind
from generator.extract.lexicon import lexicon
from generator.extract.names.forms import NEVER, body_heads, not_bodies
from generator.extract.names.heads import head_at
from generator.extract.names.parts import Name
from generator.extract.names.reading import Reading
from generator.model.ids import fold
from generator.model.words import Classification

Group = tuple[str, Classification]
INSIDE = frozenset("of for and & the on to in de la du".split())
KINDS = tuple(Classification)


@cache
def known_bodies() -> dict[tuple[str, ...], Group]:
    """Every name of the general list of institutions, as written, with the first name of its group."""
    found: dict[tuple[str, ...], Group] = {}
    for kind in KINDS:
        for group in lexicon("institutions").get(kind.value, ()):
            for name in group:
                found[tuple(_plain(name).split())] = (group[0], kind)
    return found


def _plain(name: str) -> str:
    return fold(name.replace("(", " ( ").replace(")", " ) ").replace("No. ", "No "))


@cache
def _longest() -> int:
    return max(map(len, known_bodies()))


def known_at(reading: Reading, at: int) -> int | None:
    """Where a well-known body's name that begins at a word ends."""
    word = reading.words[at]
    if not (word.capital or word.text[0].isdigit()):
        return None
    for length in range(min(_longest(), len(reading.words) - at), 0, -1):
        key = tuple(reading.low(i) for i in range(at, at + length))
        if key in known_bodies() and reading.same_line(at, at + length - 1) and _well_written(reading, at, at + length):
            return at + length
    return None


def _well_written(reading: Reading, first: int, last: int) -> bool:
    """Whether a name has its capitals, and "No 10" its figure."""
    inside = [reading.words[at] for at in range(first, last)]
    named = all(w.capital or w.is_mark or w.text[0].isdigit() or w.low in INSIDE for w in inside)
    whole_word_upper = inside[0].text.isupper() and len(inside) == 1 and len(inside[0].text) > 4
    return named and not whole_word_upper


def find_bodies(reading: Reading) -> tuple[Name, ...]:
    """Names of bodies that are certain by their own words, in reading order."""
    found: list[Name] = []
    at = 0
    while at < len(reading.words):
        last = _suffixed(reading, at) or known_at(reading, at)
        if last:
            found.append(Name(first=at, last=last, lead=at, kind=NameKind.ORGANIZATION, sure=True))
        at = last or at + 1
    return tuple(found)


def _suffixed(reading: Reading, at: int) -> int | None:
    """Where a run of capitals that begins at a word and holds a body's head ends: "Oldham Council"."""
    if not _capital(reading, at) or reading.words[at].low in NEVER - {"police"}:
        return None
    last, best = at, None
    while reading.same_line(at, last) and last - at < 10:
        if _capital(reading, last):
            last += 1
            if reading.low(last - 1) in body_heads() and last - at > 1:
                best = last
            elif reading.low(last - 1) in not_bodies():
                best = None if best is None or best < last else best
        elif reading.low(last) in INSIDE and last > at and _continues(reading, at, last):
            last += 1
        else:
            break
    best = _of_name(reading, at, last) or best
    if best is None or head_at(reading, best) and not reading.words[best].low.islower():
        return None if best is None else best
    return best


def _continues(reading: Reading, first: int, at: int) -> bool:
    """Whether a small word inside a run leads to more of the same name."""
    follows = at + 1 + (reading.low(at + 1) == "the")
    if not _capital(reading, follows):
        return False
    if reading.low(at) in ("and", "&"):
        return reading.low(first) in _of_heads() or reading.low(at) == "&"
    return reading.low(at - 1) in _of_heads() or reading.low(at) in ("de", "la", "du", "the")


@cache
def _of_heads() -> frozenset[str]:
    return frozenset(head for heads in lexicon("institutions")["of"].values() for head in heads)


def _of_name(reading: Reading, first: int, last: int) -> int | None:
    """A run such as "Department for Education" whose head stands before "of" or "for"."""
    for at in range(first, last - 2):
        if reading.low(at) in _of_heads() and reading.low(at + 1) in INSIDE:
            return last
    return None


def _capital(reading: Reading, at: int) -> bool:
    if not 0 <= at < len(reading.words):
        return False
    word = reading.words[at]
    return word.capital and not word.is_mark and word.text[0].isalpha() and not word.possessive


def recognized(reading: Reading, kind: NameKind, taken: Set[int]) -> Iterator[Name]:
    """What the recognizer takes for a body or a place, cut to whole words on one line, outside what is taken."""
    for entity in reading.document.doc.ents:
        if name_kind(entity.label_) is not kind:
            continue
        inside = [at for at in reading.inside((entity.start_char, entity.end_char)) if at not in taken]
        while inside and not _begins(reading, inside[0]):
            inside.pop(0)
        while inside and (reading.words[inside[-1]].is_mark or reading.words[inside[-1]].possessive):
            inside.pop()
        one_line = inside and reading.same_line(inside[0], inside[-1])
        if one_line and inside[-1] - inside[0] == len(inside) - 1 and any(_capital(reading, at) for at in inside):
            yield Name(first=inside[0], last=inside[-1] + 1, lead=inside[0], kind=kind)


def _begins(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return not (word.is_mark or word.possessive or word.low in ("the", "a", "an", "of", "in", "at", "and"))
