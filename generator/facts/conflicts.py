"""Layer 1, review: decisions in their order come in, which of them a later one goes against or repeats goes out.

The one rule: the later holds. Where both can be applied one after the other, both are, and the later has the last word
(`OVER`); where the later supposes that the earlier was never made, the earlier is left out (`UNDONE`). What is said
again and can be done only once is no conflict: the earlier is left out and nobody is told (`REPEATED`).

| earlier | later, on the same record (or the same two) | |
|---|---|---|
| set, rename or confirm of a field | set, rename or confirm of that field with another value | OVER |
| confirm of the whole record | set, rename | OVER |
| set, rename, confirm | reject | OVER |
| reject | confirm, set, rename, merge, split, distinct | UNDONE |
| merge | distinct of the two, merge into another or the other way round, reject of what was merged | UNDONE |
| distinct | merge of the two | UNDONE |
| split | split off of the same articles under another id | UNDONE |
| split | merge of the two | OVER |
| reject, merge, split, distinct, add | the same again | REPEATED |

All others stand side by side.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.facts.fields import said
from generator.model.review import Decision
from generator.model.words import ReviewOp

_OF_TWO = frozenset((ReviewOp.MERGE, ReviewOp.DISTINCT))
_OF_A_FIELD = frozenset((ReviewOp.SET, ReviewOp.RENAME, ReviewOp.CONFIRM))
_DONE_ONCE = frozenset((*_OF_TWO, ReviewOp.REJECT, ReviewOp.SPLIT, ReviewOp.ADD))
_STANDS_FOR_A_RECORD = _OF_A_FIELD | _OF_TWO | {ReviewOp.SPLIT}


class Clash(StrEnum):
    """What a later decision makes of an earlier one."""

    OVER = "over"
    UNDONE = "undone"
    REPEATED = "repeated"


@dataclass(frozen=True, kw_only=True)
class Settled:
    """Which decisions are left out, and which one each goes against that does not hold, both by their places.

    Attributes:
        out: the decisions that are left out.
        against: the later decision that holds, by the earlier one that it goes against.
        by: the decisions on whose account others are left out.
    """

    out: frozenset[int]
    against: dict[int, int]
    by: frozenset[int]


def settle(decisions: Sequence[Decision], failing: Collection[int] = ()) -> Settled:
    """What becomes of decisions that go against each other.

    Args:
        decisions: all of them in their order, with the ids of the story.
        failing: places of those that do not fit the facts, and that nothing is left out for.
    """
    later: dict[str, list[int]] = {}
    out, against, by = set(), {}, set()
    for place in sorted(set(range(len(decisions))) - set(failing), reverse=True):
        decision = decisions[place]
        ids = {decision.target, decision.into or decision.target}
        for other in sorted({one for key in ids for one in later.get(key, ())}, reverse=True):
            found = clash(decision, decisions[other])
            if found is None:
                continue
            if found is not Clash.REPEATED:
                against[place] = other
            if found is not Clash.OVER:
                out.add(place)
                by.add(other)
            break
        if place not in out:
            for key in ids:
                later.setdefault(key, []).append(place)
    return Settled(out=frozenset(out), against=against, by=frozenset(by))


def clash(earlier: Decision, later: Decision) -> Clash | None:
    """What a later decision makes of an earlier one; None where both stand."""
    if earlier.op in _DONE_ONCE and _says(earlier) == _says(later):
        return Clash.REPEATED
    if earlier.op is ReviewOp.REJECT:
        return Clash.UNDONE if later.op in _STANDS_FOR_A_RECORD and earlier.target in _supposed(later) else None
    if earlier.op in _OF_TWO or earlier.op is ReviewOp.SPLIT:
        return _clash_of_who_is_who(earlier, later)
    if earlier.op not in _OF_A_FIELD or earlier.target != later.target:
        return None
    return Clash.OVER if later.op is ReviewOp.REJECT or _is_another_value(earlier, later) else None


def in_words(decision: Decision) -> str:
    """What a decision does, for messages."""
    match decision.op:
        case ReviewOp.SET:
            return f"set {decision.field} to {said(decision.value)}"
        case ReviewOp.CONFIRM if decision.field:
            return f"confirm {decision.field} as {said(decision.expect)}"
        case ReviewOp.RENAME:
            return f"rename to {said(decision.value)}"
        case ReviewOp.MERGE | ReviewOp.SPLIT:
            return f"{decision.op} into {decision.into}"
        case ReviewOp.DISTINCT:
            return f"distinct from {decision.into}"
        case _:
            return str(decision.op)


def decided_field(decision: Decision) -> str | None:
    """The field that a decision gives a value or confirms one of; None where it is about the whole record."""
    return "name" if decision.op is ReviewOp.RENAME else decision.field


def _says(decision: Decision) -> object:
    """What a decision does, whoever made it, when and why."""
    two = frozenset((decision.target, str(decision.into)))
    about = two if decision.op is ReviewOp.DISTINCT else (decision.target, decision.into)
    return decision.op, about, decision.field, decision.value


def _supposed(decision: Decision) -> set[str | None]:
    """The ids of the records that a decision supposes there are."""
    return {decision.target, decision.into if decision.op in _OF_TWO else None}


def _is_another_value(earlier: Decision, later: Decision) -> bool:
    """Whether both are on one field and say otherwise, or the later is on a field of a record that was all right."""
    if later.op not in _OF_A_FIELD or decided_field(later) is None:
        return False
    if earlier.op is ReviewOp.CONFIRM and earlier.field is None:
        return later.op is not ReviewOp.CONFIRM
    return decided_field(earlier) == decided_field(later) and _value(earlier) != _value(later)


def _value(decision: Decision) -> object:
    return decision.expect if decision.op is ReviewOp.CONFIRM else decision.value


def _clash_of_who_is_who(earlier: Decision, later: Decision) -> Clash | None:
    """What a later decision makes of one that joins two records or keeps them apart."""
    is_of_both = {earlier.target, earlier.into} == {later.target, later.into}
    is_of_the_first = earlier.target == later.target
    match earlier.op, later.op:
        case ReviewOp.MERGE, ReviewOp.MERGE:
            is_undone = is_of_both or is_of_the_first
        case ReviewOp.MERGE, ReviewOp.REJECT:
            is_undone = is_of_the_first
        case (ReviewOp.MERGE, ReviewOp.DISTINCT) | (ReviewOp.DISTINCT, ReviewOp.MERGE):
            is_undone = is_of_both
        case ReviewOp.SPLIT, ReviewOp.SPLIT:
            is_undone = is_of_the_first and bool(_articles(earlier) & _articles(later))
        case ReviewOp.SPLIT, ReviewOp.MERGE if is_of_both:
            return Clash.OVER
        case _:
            return None
    return Clash.UNDONE if is_undone else None


def _articles(split: Decision) -> set[str]:
    return {str(one) for one in split.value} if isinstance(split.value, list) else set()
