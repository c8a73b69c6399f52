"""Layer 1, review: a story and people's decisions come in, the reviewed story goes out; nothing on disk changes."""

import difflib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from generator.errors import ReviewError
from generator.facts.check import record_problems
from generator.facts.kinds import prefix_of
from generator.facts.people import rename, split, unite
from generator.facts.working_story import Resolved, WorkingStory
from generator.model.facts import ResolvedOrganization, ResolvedPerson, Story
from generator.model.records import Record
from generator.model.review import Decision, Mark, PlacedDecision, Reviewed
from generator.model.words import ReviewOp


class _StaleError(Exception):
    """A decision that no longer fits the facts."""


def apply(story: Story, decisions: Sequence[PlacedDecision], *, own_ids: Mapping[str, str] | None = None) -> Reviewed:
    """The story as people decided it, decision by decision in their order.

    A decision whose target or expected value has gone is left out and told of in `stale`.

    Args:
        story: the machine's reading.
        decisions: what people decided.
        own_ids: resolved ids by the ids that articles' own files have, for decisions that were made on those.
    """
    if not decisions:
        return Reviewed(story=story, marks={}, stale=())
    desk = _Desk(WorkingStory(story))
    stale: list[ReviewError] = []
    for placed in decisions:
        try:
            desk.take(_resolved_ids(placed.decision, own_ids or {}))
        except _StaleError as problem:
            words, mend = problem.args
            stale.append(ReviewError(words, file=placed.file, line=placed.line, mend=mend))
    marks = {target: tuple(found) for target, found in desk.marks.items()}
    return Reviewed(story=desk.story.done(), marks=marks, stale=tuple(stale))


def _resolved_ids(decision: Decision, own_ids: Mapping[str, str]) -> Decision:
    """A decision with the ids of the story in place of those of one article's file."""
    changed = {"target": own_ids.get(decision.target, decision.target)}
    if decision.op is ReviewOp.MERGE and decision.into is not None:
        changed["into"] = own_ids.get(decision.into, decision.into)
    return decision.model_copy(update=changed)


class _Desk:
    """Applies one decision after another, and keeps what pages show of each."""

    def __init__(self, story: WorkingStory) -> None:
        self.story = story
        self.marks: dict[str, list[Mark]] = defaultdict(list)
        self.gone: dict[str, str] = {}
        self.ops: dict[ReviewOp, Callable[[Decision, Sequence[Record]], None]] = {
            ReviewOp.SET: self._set,
            ReviewOp.REJECT: self._reject,
            ReviewOp.CONFIRM: self._confirm,
            ReviewOp.MERGE: self._merge,
            ReviewOp.SPLIT: self._split,
            ReviewOp.RENAME: self._rename,
            ReviewOp.NOTE: self._note,
        }

    def take(self, decision: Decision) -> None:
        """Apply one decision.

        Raises:
            _StaleError: its target or expected value has gone.
        """
        records = self._records(decision.target)
        if "expect" in decision.model_fields_set:
            self._refuse_moved(decision, records[0])
        self.ops[decision.op](decision, records)

    def _records(self, target: str) -> Sequence[Record]:
        if target in self.gone:
            raise _StaleError(f"{target} {self.gone[target]}", "remove this decision or the one before it")
        found = self.story.records(target)
        if not found:
            raise _StaleError(f"{target} is not in the facts any more", self._nearest(target))
        return found

    def _nearest(self, target: str) -> str:
        alike = [one for one in self.story.ids() if prefix_of(one) == prefix_of(target)]
        near = difflib.get_close_matches(target, alike, n=1)
        return f"was {near[0]} meant? If not, remove this decision" if near else "remove this decision"

    def _refuse_moved(self, decision: Decision, record: Record) -> None:
        field = decision.field or "name"
        now = _value(record, field)
        if now != decision.expect:
            expected = f"{field} of {decision.target} was expected to be {_said(decision.expect)}"
            raise _StaleError(f"{expected} and is now {_said(now)}", "look at it again, then change “expect”")

    def _set(self, decision: Decision, records: Sequence[Record]) -> None:
        field = str(decision.field)
        old = _value(records[0], field)
        changed = [_with(record, field, decision.value) for record in records]
        for before, after in zip(records, changed, strict=True):
            self.story.replace(before, after)
        self._mark(decision, field=field, old=_shown(old), new=_shown(decision.value))

    def _reject(self, decision: Decision, records: Sequence[Record]) -> None:
        self.story.reject(decision.target, _label(records[0]))
        self.gone[decision.target] = "was rejected before"
        self._mark(decision, old=_label(records[0]))

    def _confirm(self, decision: Decision, records: Sequence[Record]) -> None:
        value = _value(records[0], decision.field) if decision.field else None
        self._mark(decision, field=decision.field, old=_shown(value), new=_shown(value))

    def _merge(self, decision: Decision, records: Sequence[Record]) -> None:
        into = str(decision.into)
        kept = _resolved(self._records(into))
        if into == decision.target:
            raise _StaleError(f"{into} cannot be merged into itself", "name another record")
        unite(self.story, _resolved(records), kept)
        self.gone[decision.target] = f"was merged into {into} before"
        self._mark(decision, target=into, old=_label(records[0]), new=_label(kept))

    def _split(self, decision: Decision, records: Sequence[Record]) -> None:
        into = str(decision.into)
        record = _resolved(records)
        if self.story.records(into):
            raise _StaleError(f"{into} is there already", "choose another id for the new record")
        articles = decision.value if isinstance(decision.value, list) else []
        lacking = [one for one in articles if one not in record.articles]
        if lacking or not articles:
            named = lacking[0] if lacking else "no article"
            raise _StaleError(f"{decision.target} is not in {named}", "list ids of articles that name this record")
        split(self.story, record, into, [str(one) for one in articles])
        for target in (decision.target, into):
            self._mark(decision, target=target, old=decision.target, new=into)

    def _rename(self, decision: Decision, records: Sequence[Record]) -> None:
        old = _label(records[0])
        self.story.replace(records[0], rename(_resolved(records), str(decision.value)))
        self._mark(decision, field="name", old=old, new=str(decision.value))

    def _note(self, decision: Decision, records: Sequence[Record]) -> None:
        self._mark(decision, field=decision.field)

    def _mark(self, decision: Decision, *, target: str | None = None, **said: str | None) -> None:
        mark = Mark(op=decision.op, why=decision.why, by=decision.by, on=decision.on, **said)
        self.marks[target or decision.target].append(mark)


def _resolved(records: Sequence[Record]) -> Resolved:
    """The one person or organization across articles; reading a review lets nothing else come here."""
    (record,) = records
    assert isinstance(record, (ResolvedPerson, ResolvedOrganization)), record.id
    return record


def _value(record: Record, field: str) -> Any:
    """A field's value as files have it; `when.date` is the date in `when`."""
    name, _, part = field.partition(".")
    value = record.model_dump(mode="json", by_alias=True).get(name)
    return (value or {}).get(part) if part else value


def _with(record: Record, field: str, value: Any) -> Record:
    """A record with one field set.

    Raises:
        _StaleError: the record would not be what records may be.
    """
    name, _, part = field.partition(".")
    fields = record.model_dump(mode="json", by_alias=True)
    fields[name] = {**(fields[name] or {}), part: value} if part else value
    try:
        changed = type(record).model_validate(fields)
    except ValidationError as problem:
        said = problem.errors(include_url=False)[0]["msg"]
        raise _StaleError(f"{field} of {record.id} cannot be {_said(value)}: {said}", "correct the value") from None
    for rule in record_problems(changed):
        raise _StaleError(f"{field} of {record.id} cannot be {_said(value)}: {rule.words}", "set the other field first")
    return changed


def _label(record: Record) -> str:
    """What a record is called where it is no longer shown."""
    for field in ("name", "role", "motion", "what", "title", "about"):
        if isinstance(getattr(record, field, None), str):
            return str(getattr(record, field))
    return _shown(list(getattr(record, "content", ()))) or record.id


def _shown(value: Any) -> str | None:
    """A value in words for readers; None for null."""
    if isinstance(value, list):
        return " … ".join(_shown(one) or "" for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(one)}" for key, one in value.items() if one is not None)
    return None if value is None else str(value)


def _said(value: Any) -> str:
    shown = _shown(value)
    return "null" if shown is None else f"“{shown}”"
