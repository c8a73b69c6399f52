"""Layer 0: what people decided about the facts, and the story with their decisions applied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import Field, JsonValue

from generator.errors import ReviewError
from generator.model.facts import Story
from generator.model.records import Evidence, Frozen, Id
from generator.model.words import ReviewOp


class AsRead(Frozen):
    """What a decision was made on, so that it is known again when the record's id has changed.

    Attributes:
        article: where the record stood.
        fields: those of its fields that its meaning hangs on (a claim's speaker and act, a vote's status, …), as files
            have them; what is null or empty is left out.
        words: the record's own words.
        evidence: what it rested on.
    """

    article: Id
    fields: Mapping[str, JsonValue] = Field(default_factory=dict)
    words: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


class Decision(Frozen):
    """One entry of a review file.

    `expect` is the machine's value when this was decided. `into` is the record that a merged one becomes part of, the
    new record that a split makes, or the one that `target` is distinct from. `why` is told to readers; for a note it is
    the note. What is added is added to the article `target`, to its list `field` (claims, memberships or votes), as the
    record that `value` gives. `as_read` is what the decision was made on, as `explainer review` writes it down.
    """

    target: Id
    op: ReviewOp
    field: str | None = None
    expect: JsonValue = None
    value: JsonValue = None
    into: Id | None = None
    why: str | None = Field(default=None, min_length=1)
    by: str | None = None
    on: str | None = Field(default=None, pattern=r"^\d{4}-\d{2}-\d{2}$")
    as_read: AsRead | None = None

    def written(self) -> dict[str, Any]:
        """Its fields in so far as they were given, null or not, as a file has them."""
        fields = self.model_dump(mode="json", exclude_unset=True)
        return (
            fields | {"as_read": self.as_read.model_dump(mode="json", exclude_defaults=True)}
            if self.as_read
            else fields
        )


@dataclass(frozen=True, kw_only=True)
class PlacedDecision:
    """A decision and where it stands, for messages."""

    decision: Decision
    file: str
    line: int

    @property
    def place(self) -> str:
        """Its file and line."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, kw_only=True)
class StaleDecision:
    """A decision that no longer fits the facts, and why it does not, as a warning that names file and line.

    `decision` is the one at that place with the ids that the story has.
    """

    placed: PlacedDecision
    decision: Decision
    problem: ReviewError


@dataclass(frozen=True, kw_only=True)
class Note:
    """What became of a decision that is in force: nothing to mend, but to be said aloud.

    Attributes:
        placed: the decision.
        words: what there is to know, in one clause.
        against: the earlier decision that it goes against, if any.
    """

    placed: PlacedDecision
    words: str
    against: PlacedDecision | None = None

    def __str__(self) -> str:
        """The note with its file and line."""
        return f"{self.placed.place}: {self.words}"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What a person decided about a record, for pages to show.

    Attributes:
        op: what they did.
        field: the field that it concerns; None where it concerns the whole record.
        old: the machine's value, in words; for a merge what the record that was merged is called.
        new: what stands now, in words.
        why: their reason, or the text of a note.
        by: who they are, as they put it.
        on: the day, as year-month-day.
    """

    op: ReviewOp
    field: str | None = None
    old: str | None = None
    new: str | None = None
    why: str | None = None
    by: str | None = None
    on: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """A story with people's decisions applied.

    Attributes:
        story: the facts as pages and exports show them.
        marks: what was decided, by the id of the record it was decided about; a rejected record keeps its marks.
        stale: decisions whose target or expected value has gone.
        notes: what became of decisions that went to another record, or that went against earlier ones.
        apart: pairs of ids of people and bodies who were told apart or split, as they are after every merge.
    """

    story: Story
    marks: Mapping[str, tuple[Mark, ...]]
    stale: tuple[StaleDecision, ...]
    notes: tuple[Note, ...] = ()
    apart: frozenset[frozenset[str]] = frozenset()


_SETTLE = frozenset((ReviewOp.SET, ReviewOp.CONFIRM, ReviewOp.RENAME, ReviewOp.REJECT, ReviewOp.ADD))


def is_settled(target: str, marks: Iterable[Mark]) -> bool:
    """Whether a person has decided on a record; who is who settles people and bodies, a note settles nothing."""
    across = {ReviewOp.MERGE, ReviewOp.SPLIT} if target.startswith(("per-", "org-")) else set()
    return any(mark.op in _SETTLE | across for mark in marks)
