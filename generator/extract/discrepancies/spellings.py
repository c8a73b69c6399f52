"""Extraction's last look, spellings: the cast comes in, two spellings of one person's name go out."""

import re
from difflib import SequenceMatcher
from itertools import combinations

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import DiscrepancyFinding, ValueFinding
from generator.model.ids import fold, record_id
from generator.model.words import DiscrepancyKind

ALIKE = 0.8
SHORTEST = 5


def find_spelling_discrepancies(document: Document, cast: Cast) -> tuple[DiscrepancyFinding, ...]:
    """Surnames that differ by a letter or two, of one person or of two whose first names do not tell them apart."""
    forms = {form for person in cast.people for form in (person.name, *person.forms)}
    names = sorted(forms, key=lambda form: (-len(form.split()), form))  # the fullest form of each spelling first
    found: dict[frozenset[str], DiscrepancyFinding] = {}
    for one, other in combinations(names, 2):
        surnames = frozenset({one.split()[-1], other.split()[-1]})
        if _variants(one, other) and surnames not in found and not _only_possessive(one, other):
            found[surnames] = _finding(document, *sorted((one, other), key=document.text.find))
    return tuple(found.values())


def _variants(one: str, other: str) -> bool:
    """Whether two names are one name spelt in two ways."""
    mine, theirs = fold(one).split(), fold(other).split()
    if mine[-1] == theirs[-1] or min(len(mine[-1]), len(theirs[-1])) < SHORTEST or mine[-1][0] != theirs[-1][0]:
        return False
    if len(mine) > 1 and len(theirs) > 1 and mine[0] != theirs[0]:
        return False
    return _close(mine[-1], theirs[-1])


def _close(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1 or one + "s" == other or other + "s" == one:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    changed = sum(max(a2 - a1, b2 - b1) for tag, a1, a2, b1, b2 in matcher.get_opcodes() if tag != "equal")
    return changed <= 2 and matcher.ratio() >= ALIKE


def _only_possessive(one: str, other: str) -> bool:
    return re.sub(r"['’]s?$", "", one) == re.sub(r"['’]s?$", "", other)


def _finding(document: Document, one: str, other: str) -> DiscrepancyFinding:
    values = [_value(document, name) for name in (one, other)]
    return DiscrepancyFinding(
        id=record_id("dis", one, "spelling", *sorted((one, other))),
        kind=DiscrepancyKind.SPELLING,
        about=f"spelling of the name {one}",
        field="name",
        values=tuple(values),
    )


def _value(document: Document, name: str) -> ValueFinding:
    """A name as it stands first in the text, with the honorific before it."""
    found = re.search(rf"(?:\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr)\.? )?\b{re.escape(name)}\b", document.text)
    if not found:
        return ValueFinding(value=name, spans=())
    return ValueFinding(value=name, spans=(found.span(),))
