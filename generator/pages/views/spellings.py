"""Stage pages: discrepancies in, those that tell of the same two spellings of a name together out."""

from collections.abc import Iterable, Sequence

from generator.model.ids import fold
from generator.model.records import Discrepancy
from generator.model.words import DiscrepancyKind


def together(discrepancies: Iterable[Discrepancy]) -> list[tuple[Discrepancy, ...]]:
    """Discrepancies in their order, each alone, but for those of one name's spellings."""
    groups: dict[object, list[Discrepancy]] = {}
    for one in discrepancies:
        is_spelling = one.kind is DiscrepancyKind.SPELLING
        groups.setdefault(frozenset(spelled(one).values()) if is_spelling else one.id, []).append(one)
    return [tuple(group) for group in groups.values()]


def spelled(discrepancy: Discrepancy) -> dict[str, str]:
    """For each reading what is spelled: surnames where they differ, as in `Jo Vane` and `Mr Vain`, else all of it."""
    values = [value.value for value in discrepancy.values]
    surnames = {value: _surname(value) for value in values}
    return surnames if len({*surnames.values()}) > 1 else {value: fold(value) for value in values}


def _surname(name: str) -> str:
    words: Sequence[str] = fold(name).split()
    return words[-1] if words else ""
