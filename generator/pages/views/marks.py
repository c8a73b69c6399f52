"""Stage pages: what people decided, as words for readers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.dates import is_date
from generator.model.review import Mark
from generator.model.words import ReviewOp
from generator.pages.views.times import date_words


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """One decision: a short label, what it changed, and who decided it, when and why."""

    label: str
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


def mark_views(marks: Mapping[str, Sequence[Mark]], record_ids: Iterable[str]) -> tuple[MarkView, ...]:
    """The decisions on some records, each record once."""
    return tuple(_view(mark) for record_id in dict.fromkeys(record_ids) for mark in marks.get(record_id, ()))


def _view(mark: Mark) -> MarkView:
    day = date_words(mark.on) if mark.on and is_date(mark.on) else None
    return MarkView(
        label=_LABELS[mark.op],
        change=_change(mark) if mark.op in (ReviewOp.SET, ReviewOp.RENAME) else None,
        why=mark.why,
        signed=", ".join(part for part in (mark.by, day) if part) or None,
    )


def _change(mark: Mark) -> str:
    what = f"{mark.field}: " if mark.field else ""
    return f"{what}the machine read {_value(mark.old)}, now {_value(mark.new)}"


def _value(words: str | None) -> str:
    return "nothing" if words is None else f"“{words}”"
