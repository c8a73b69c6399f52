"""Extraction's last look, made: values that disagree come in, the findings go out, none told twice."""

from collections.abc import Iterable

from generator.extract.discrepancies.clauses import Values
from generator.extract.findings import DiscrepancyFinding, Span
from generator.model.ids import record_id
from generator.model.words import DiscrepancyKind

POINTS = {
    "when": "when it was",
    "length": "how long it was",
    "count": "how many",
    "age": "how old",
    "role": "which title",
}
"""What disagrees, for readers, by field."""


def made(kind: DiscrepancyKind, field: str, found: Iterable[Values]) -> tuple[DiscrepancyFinding, ...]:
    """One finding for each point on which values of a kind disagree, though two rules may have seen it.

    Args:
        field: what disagrees, one of `POINTS`.
    """
    taken: list[Span] = []
    kept: list[DiscrepancyFinding] = []
    for values in found:
        spans = [span for value in values for span in value.spans]
        if sum(any(_meet(span, other) for other in taken) for span in spans) < len(spans):
            kept.append(_finding(kind, field, values))
            taken += spans
    return tuple(kept)


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _finding(kind: DiscrepancyKind, field: str, values: Values) -> DiscrepancyFinding:
    told = " or ".join(f"“{value.value}”" for value in values)
    return DiscrepancyFinding(
        id=record_id("dis", values[0].value, kind.value, *sorted(value.value for value in values)),
        kind=kind,
        about=f"{POINTS[field]}: {told}",
        field=field,
        values=values,
    )
