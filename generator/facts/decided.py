"""Layer 1, review compared: two moments' review files come in, which decisions were made or taken back goes out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from generator.errors import ReviewError
from generator.facts.found import Found
from generator.facts.history import Files
from generator.facts.how import How
from generator.facts.kinds import prefix_of
from generator.facts.review import decisions_in
from generator.facts.telling import KINDS, in_words
from generator.model.labels import label
from generator.model.review import Decision
from generator.model.words import ReviewOp

DONE = {
    ReviewOp.SET: "corrected",
    ReviewOp.REJECT: "rejected",
    ReviewOp.CONFIRM: "confirmed",
    ReviewOp.MERGE: "joined",
    ReviewOp.SPLIT: "split",
    ReviewOp.RENAME: "renamed",
    ReviewOp.NOTE: "put a note on",
    ReviewOp.ADD: "added to",
    ReviewOp.DISTINCT: "told apart",
}
SOMEBODY = "somebody"


@dataclass(frozen=True, kw_only=True)
class DecisionChange:
    """What became of one decision, and its words: a line, and what stands below it.

    Attributes:
        how: added, removed or changed.
        before: the decision as it was; None where it is new.
        after: the decision as it is; None where it has gone.
        called: what the fact that it is about said, as the program read it.
        line: who decided what about which fact.
        details: the value, the reason, or what in the decision changed.
    """

    how: How
    before: Decision | None
    after: Decision | None
    called: str
    line: str
    details: tuple[str, ...]

    @property
    def decision(self) -> Decision:
        """The decision that is told of: as it is, or as it was where it has gone."""
        found = self.before if self.after is None else self.after
        assert found is not None
        return found


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What was decided between two moments, and the review files that could not be read, which are not compared."""

    changes: tuple[DecisionChange, ...] = ()
    errors: tuple[ReviewError, ...] = ()

    def counts(self) -> Counter[str]:
        """How many decisions were added, removed and changed."""
        return Counter(one.how for one in self.changes)


def decided(review: tuple[Files, Files], facts: tuple[Files, Files], *, labels: tuple[str, str]) -> Decided:
    """What became of decisions; another order, or another file, changes none.

    Args:
        review: the review files as they were and as they are.
        facts: the same for facts, which decisions are about.
        labels: what to call the two moments in messages.
    """
    before, after, errors = _decisions(review, labels)
    pairs = [*_pairs(before, after)]
    ids = {key for pair in pairs for one in pair if one is not None for key in _ids(one)}
    words = _Words(Found.among(ids, facts[1], facts[0]))
    return Decided(changes=tuple(words.change(*pair) for pair in pairs), errors=errors)


def _decisions(
    review: tuple[Files, Files], labels: tuple[str, str]
) -> tuple[list[Decision], list[Decision], tuple[ReviewError, ...]]:
    """The decisions of both moments, in the files that differ and of which anything can be read."""
    names = [n for n in dict.fromkeys([*review[0], *review[1]]) if review[0].get(n) != review[1].get(n)]
    errors: list[ReviewError] = []
    found: tuple[list[Decision], list[Decision]] = ([], [])
    for name in names:
        read = [
            decisions_in(files.get(name, b""), f"{label}:{name}") for files, label in zip(review, labels, strict=True)
        ]
        errors += chain.from_iterable(problems for _, problems in read)
        if all(placed or not problems for placed, problems in read):
            for those, (placed, _) in zip(found, read, strict=True):
                those += [one.decision for one in placed]
    return *found, tuple(errors)


def _pairs(before: list[Decision], after: list[Decision]) -> Iterator[tuple[Decision | None, Decision | None]]:
    """Decisions that are not the same at both moments; what was decided otherwise on one thing is a pair."""
    had, has = (Counter(one.model_dump_json() for one in those) for those in (before, after))
    gone, new = _only(before, had - has), _only(after, has - had)
    for matter in (_matter, _reason):
        for one in [*new]:
            was = next((other for other in gone if matter(other) == matter(one)), None)
            if was is not None:
                gone.remove(was)
                new.remove(one)
                yield was, one
    yield from ((None, one) for one in new)
    yield from ((one, None) for one in gone)


def _only(decisions: list[Decision], wanted: Counter[str]) -> list[Decision]:
    found = []
    for one in decisions:
        if wanted[one.model_dump_json()] > 0:
            wanted[one.model_dump_json()] -= 1
            found.append(one)
    return found


def _matter(decision: Decision) -> tuple[Any, ...]:
    """What a decision is about."""
    return decision.target, decision.op, decision.field


def _reason(decision: Decision) -> tuple[Any, ...]:
    """All that a decision says with its reason, but for the target, which a stale one gets another of."""
    return decision.model_dump_json(exclude={"target", "as_read"}), decision.why or decision.target


def _ids(decision: Decision) -> Iterator[str]:
    """Every id that a decision may name."""
    yield decision.target
    for value in (decision.into, decision.expect, decision.value):
        yield from _words_in(value)


def _words_in(value: Any) -> Iterator[str]:
    """All words in a value, however deep: what is added is a record with its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _words_in(part)


class _Words:
    """Decisions in words, with what is known of the records that they are about."""

    def __init__(self, found: Found) -> None:
        self._found = found

    def change(self, before: Decision | None, after: Decision | None) -> DecisionChange:
        """What became of one decision."""
        told = after or before
        assert told is not None
        how = How.ADDED if before is None else How.REMOVED if after is None else How.CHANGED
        details = self._changed(before, after) if before and after else self._details(told)
        called = self._label(told.target, told)
        line = self._line(told, called)
        return DecisionChange(how=how, before=before, after=after, called=called, line=line, details=tuple(details))

    def _line(self, decision: Decision, called: str) -> str:
        signed = ", ".join(filter(None, (decision.by or SOMEBODY, decision.on)))
        into = f" → {self._label(decision.into, None)}" if decision.into else ""
        return f"{signed}: {DONE[decision.op]} {KINDS[prefix_of(decision.target)]}: {called}{into}"

    def _label(self, key: str, decision: Decision | None) -> str:
        """What a record says; where it is no longer there, what it said when somebody decided on it."""
        as_read = decision.as_read if decision else None
        return self._found.sentence(key) or (" … ".join(as_read.words) if as_read else key)

    def _details(self, decision: Decision) -> Iterator[str]:
        if decision.op in (ReviewOp.SET, ReviewOp.RENAME):
            field = decision.field or "name"
            yield self._field(field, decision.expect, decision.value, knows_old="expect" in decision.model_fields_set)
        elif decision.op is ReviewOp.CONFIRM and decision.field:
            yield f"{label(decision.field)}: {self._value(decision.expect)}"
        elif decision.value is not None:
            yield self._value(decision.value)
        if decision.why:
            yield f"why: {decision.why}"

    def _changed(self, before: Decision, after: Decision) -> Iterator[str]:
        old, new = (one.model_dump(mode="json", exclude={"as_read"}) for one in (before, after))
        for field in new:
            if old[field] != new[field]:
                yield self._field(field, old[field], new[field], knows_old=True)

    def _field(self, field: str, old: Any, new: Any, *, knows_old: bool) -> str:
        was = f"{self._value(old)} → " if knows_old else ""
        return f"{label(field)}: {was}{self._value(new)}"

    def _value(self, value: Any) -> str:
        return in_words(value, self._found.names)


UNDECIDED = Decided()
