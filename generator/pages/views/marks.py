"""Stage pages: what people decided, and of what the machine is unsure and nobody has decided, as words for readers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.dates import is_date
from generator.model.records import GRADED, Record
from generator.model.review import Mark
from generator.model.words import Confidence, ReviewOp
from generator.pages.views.times import date_words


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """One decision: a short label, what it changed, and who decided it, when and why; or that it has yet to be made."""

    label: str
    kind: str
    change: str | None
    why: str | None
    signed: str | None


_LABELS = {
    ReviewOp.SET: "corrected by a person",
    ReviewOp.CONFIRM: "confirmed by a person",
    ReviewOp.RENAME: "renamed by a person",
    ReviewOp.MERGE: "joined by a person",
    ReviewOp.SPLIT: "told apart by a person",
    ReviewOp.NOTE: "note by a person",
    ReviewOp.REJECT: "rejected by a person",
}


_SETTLING = (ReviewOp.SET, ReviewOp.CONFIRM)
_UNCONFIRMED = MarkView(
    label="machine reading, unconfirmed",
    kind="doubt",
    change="The program is less sure of this than of most of what it reads, and no person has confirmed it",
    why=None,
    signed=None,
)


def mark_views(marks: Mapping[str, Sequence[Mark]], records: Sequence[Record]) -> tuple[MarkView, ...]:
    """The decisions on what some records tell together, each record once, and whether it is doubtful."""
    decided = (
        mark for record_id in dict.fromkeys(record.id for record in records) for mark in marks.get(record_id, ())
    )
    doubt = (_UNCONFIRMED,) if is_doubtful(marks, records) else ()
    return (*doubt, *(_view(mark) for mark in decided))


def is_doubtful(marks: Mapping[str, Sequence[Mark]], records: Iterable[Record]) -> bool:
    """Whether the machine is sure of none of the records that tell one thing, and no person has settled it."""
    graded = [(record.id, record.confidence) for record in records if isinstance(record, GRADED)]
    settled = any(mark.op in _SETTLING for record_id, _ in graded for mark in marks.get(record_id, ()))
    return bool(graded) and not settled and all(confidence is Confidence.LOW for _, confidence in graded)


def _view(mark: Mark) -> MarkView:
    day = date_words(mark.on) if mark.on and is_date(mark.on) else None
    return MarkView(
        label=_LABELS[mark.op],
        kind="person",
        change=_change(mark) if mark.op in (ReviewOp.SET, ReviewOp.RENAME) else None,
        why=mark.why,
        signed=", ".join(part for part in (mark.by, day) if part) or None,
    )


def _change(mark: Mark) -> str:
    what = f"{mark.field}: " if mark.field else ""
    return f"{what}the machine read {_value(mark.old)}, now {_value(mark.new)}"


def _value(words: str | None) -> str:
    return "nothing" if words is None else f"“{words}”"
