"""Extraction's last look, spellings: the cast comes in, two spellings of one person's name go out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, product

from generator.extract.cast import Cast
from generator.extract.discrepancies.clauses import clause_around
from generator.extract.document import Document
from generator.extract.findings import DiscrepancyFinding, Span, ValueFinding
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.model.ids import fold, record_id
from generator.model.words import DiscrepancyKind

ALIKE = 0.8
SHORTEST = 5
SAME_START = 3
"""Letters that a first name shares with its short form: Vincent, Vinnie."""
HONORIFIC_BEFORE = Pattern(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr)\.? $")
LONGEST_HONORIFIC = 6
SOUNDS = (
    ("^geo", "je"),
    ("ph", "f"),
    ("v", "f"),
    ("th", "t"),
    ("ck|c(?![eiyh])|q", "k"),
    ("[ei]e|ea|y", "i"),
    ("[he]$", ""),
    ("(?<=k)h", ""),
)
"""Letters of first names, and others that are said alike."""
Names = dict[str, Span]


def find_spelling_discrepancies(document: Document, cast: Cast) -> tuple[DiscrepancyFinding, ...]:
    """Names that differ by a letter or two, of one person or of two whose first names do not tell them apart."""
    where = _first_places(document, cast)
    names = sorted(where, key=lambda form: (-len(form.split()), form))  # the fullest form of each spelling first
    found: dict[frozenset[str], DiscrepancyFinding] = {}
    for one, other in _alike_at_last(names):
        differing = _differing(one, other)
        if differing and differing not in found and not _only_possessive(one, other):
            found[differing] = _finding(*sorted((_value(document, where, name) for name in (one, other)), key=_place))
    return (*found.values(), *_parties(document))


def _alike_at_last(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each two names whose last parts are the same or variants, in the order of the names."""
    by_last: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        by_last[fold(name).split()[-1]].append(place)
    by_letter: dict[str, list[str]] = defaultdict(list)
    for last in by_last:
        by_letter[last[0]].append(last)
    found = [pair for places in by_last.values() for pair in combinations(places, 2)]
    for lasts in by_letter.values():
        for one, other in combinations(lasts, 2):
            if _variants(one, other):
                found += [(min(pair), max(pair)) for pair in product(by_last[one], by_last[other])]
    return ((names[one], names[other]) for one, other in sorted(found))


def _parties(document: Document) -> Iterator[DiscrepancyFinding]:
    """A party's name in two spellings, where no country is spoken of whose own party has the other."""
    for party in lexicon("discrepancies")["parties_spelt"]:
        if re.search(rf"\b(?:{'|'.join(party['countries'])})", document.text):
            continue
        places = [
            re.search(rf"\b{name}\b(?! (?:{'|'.join(party['not_before'])})\b)", document.text)
            for name in party["names"]
        ]
        if all(places):
            values = [ValueFinding(value=place.group(), spans=(place.span(),)) for place in places if place]
            yield _finding(*sorted(values, key=_place))


def _place(value: ValueFinding) -> Span:
    return value.spans[0]


def _first_places(document: Document, cast: Cast) -> Names:
    """Each form of a person's name, and where it stands first, with the honorific before it."""
    found: Names = {}
    for start, end in sorted(span for person in cast.people for span in person.spans):
        before = HONORIFIC_BEFORE.search(document.text, max(0, start - LONGEST_HONORIFIC), start)
        found.setdefault(document.quote((start, end)), (before.start() if before else start, end))
    return found


def _differing(one: str, other: str) -> frozenset[str]:
    """The parts of two names in which they differ, where they are one name spelt in two ways; else nothing."""
    mine, theirs = fold(one).split(), fold(other).split()
    if mine[-1] != theirs[-1]:
        first, second = sorted((mine[:-1], theirs[:-1]), key=len)
        named_apart = first and not set(first) <= set(second) and mine[0][:SAME_START] != theirs[0][:SAME_START]
        return frozenset() if named_apart else _variants(mine[-1], theirs[-1])
    apart = [(a, b) for a, b in zip(mine, theirs, strict=False) if a != b]
    if len(mine) != len(theirs) or len(apart) != 1:
        return frozenset()
    if apart[0] == (mine[0], theirs[0]):  # two first names are two people, unless they are said alike
        return frozenset(apart[0]) if _are_said_alike(mine[0], theirs[0]) else frozenset()
    return _variants(*apart[0])


def _are_said_alike(one: str, other: str) -> bool:
    """Whether only a letter of two first names is doubled, or they sound the same: Catherine, Katherine."""
    long_enough = min(len(one), len(other)) >= SHORTEST
    return _undoubled(one) == _undoubled(other) or (long_enough and _spoken(one) == _spoken(other))


def _spoken(name: str) -> str:
    """A first name as it is said, roughly."""
    for letters, sound in SOUNDS:
        name = re.sub(letters, sound, name)
    return _undoubled(name)


def _variants(one: str, other: str) -> frozenset[str]:
    """Both, where they are long enough to tell that one is the other spelt otherwise."""
    alike = min(len(one), len(other)) >= SHORTEST and one[0] == other[0] and (_close(one, other) or _sound(one, other))
    return frozenset({one, other}) if alike else frozenset()


def _close(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one + "s" == other or other + "s" == one:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() < ALIKE:
        return False
    changed = sum(max(a2 - a1, b2 - b1) for tag, a1, a2, b1, b2 in matcher.get_opcodes() if tag != "equal")
    return changed <= 2 and matcher.ratio() >= ALIKE


def _sound(one: str, other: str) -> bool:
    """Whether two names have the same consonants, a doubled one counted once: Pocock, Peacock."""
    return _consonants(one) == _consonants(other)


def _consonants(name: str) -> str:
    return _undoubled(re.sub(r"[aeiouy]", "", name[1:]))


def _undoubled(name: str) -> str:
    return re.sub(r"(\w)\1+", r"\1", name)


def _only_possessive(one: str, other: str) -> bool:
    return re.sub(r"['’]s?$", "", one) == re.sub(r"['’]s?$", "", other)


def _finding(*values: ValueFinding) -> DiscrepancyFinding:
    names = [value.value for value in values]
    return DiscrepancyFinding(
        id=record_id("dis", max(names, key=len), "spelling", *sorted(names)),
        kind=DiscrepancyKind.SPELLING,
        about=f"spelling of the name {names[0]}",
        field="name",
        values=values,
    )


def _value(document: Document, where: Names, name: str) -> ValueFinding:
    """A spelling in its fullest form, with the clauses in which the forms that have it stand first."""
    first, last = fold(name).split()[0], fold(name).split()[-1]
    forms = [form.split() for form in map(fold, where)]
    told = [
        place
        for form, place in zip(forms, where.values(), strict=True)
        if form[-1] == last and form[0] in (first, last)
    ]
    return ValueFinding(value=name, spans=tuple(sorted({clause_around(document, place) for place in told})))
