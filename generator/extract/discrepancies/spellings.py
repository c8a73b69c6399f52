"""Extraction's last look, spellings: the cast comes in, two spellings of one person's name go out."""

import re
from difflib import SequenceMatcher
from itertools import combinations

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import DiscrepancyFinding, Span, ValueFinding
from generator.model.ids import fold, record_id
from generator.model.words import DiscrepancyKind

ALIKE = 0.8
SHORTEST = 5
HONORIFIC_BEFORE = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr)\.? $")
LONGEST_HONORIFIC = 6


def find_spelling_discrepancies(document: Document, cast: Cast) -> tuple[DiscrepancyFinding, ...]:
    """Surnames that differ by a letter or two, of one person or of two whose first names do not tell them apart."""
    where = _first_places(document, cast)
    names = sorted(where, key=lambda form: (-len(form.split()), form))  # the fullest form of each spelling first
    found: dict[frozenset[str], DiscrepancyFinding] = {}
    for one, other in combinations(names, 2):
        surnames = frozenset({one.split()[-1], other.split()[-1]})
        if _variants(one, other) and surnames not in found and not _only_possessive(one, other):
            found[surnames] = _finding({name: where[name] for name in sorted((one, other), key=where.__getitem__)})
    return tuple(found.values())


def _first_places(document: Document, cast: Cast) -> dict[str, Span]:
    """Each form of a person's name, and where it stands first, with the honorific before it."""
    found: dict[str, Span] = {}
    for start, end in sorted(span for person in cast.people for span in person.spans):
        before = HONORIFIC_BEFORE.search(document.text, max(0, start - LONGEST_HONORIFIC), start)
        found.setdefault(document.quote((start, end)), (before.start() if before else start, end))
    return found


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


def _finding(names: dict[str, Span]) -> DiscrepancyFinding:
    one = next(iter(names))
    return DiscrepancyFinding(
        id=record_id("dis", one, "spelling", *sorted(names)),
        kind=DiscrepancyKind.SPELLING,
        about=f"spelling of the name {one}",
        field="name",
        values=tuple(ValueFinding(value=name, spans=(span,)) for name, span in names.items()),
    )
