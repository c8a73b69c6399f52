"""Stage pages: what people decided, and of what the machine is unsure and nobody has decided, as words for readers."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.dates import is_date
from generator.model.labels import label
from generator.model.records import GRADED, Record
from generator.model.review import Mark, is_settled
from generator.model.words import Confidence, ReviewOp
from generator.pages.quoting import inner
from generator.pages.views.times import date_words
from generator.pages.words import Words, say

Values = Callable[[str, Mark], tuple[str | None, str | None]]
"""What stood before a decision on a record, given by its id, and what stands since: people as pages name them."""
DOUBT = "doubt"
_ID = re.compile(r"(clm|vot|mem|evt|dis|art|per|org)-[a-z0-9-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkView:
    """One decision: a short label, what it changed, and who decided it, when and why; or that it has yet to be made."""

    label: str
    kind: str
    change: str | None
    why: str | None
    signed: str | None


def mark_views(
    marks: Mapping[str, Sequence[Mark]], records: Sequence[Record], words: Words, values: Values
) -> tuple[MarkView, ...]:
    """The decisions on what some records tell together, each record once, and whether it is doubtful."""
    decided = (
        (record_id, mark)
        for record_id in dict.fromkeys(record.id for record in records)
        for mark in marks.get(record_id, ())
    )
    doubt = (_doubt(words),) if is_doubtful(marks, records) else ()
    return (*doubt, *(mark_view(mark, words, values(record_id, mark)) for record_id, mark in decided))


def is_doubtful(marks: Mapping[str, Sequence[Mark]], records: Iterable[Record]) -> bool:
    """Whether the machine is sure of none of the records that tell one thing, and no person has settled it."""
    graded = [(record.id, record.confidence) for record in records if isinstance(record, GRADED)]
    settled = any(is_settled(record_id, marks.get(record_id, ())) for record_id, _ in graded)
    return bool(graded) and not settled and all(confidence is Confidence.LOW for _, confidence in graded)


def _doubt(words: Words) -> MarkView:
    marks = words["marks"]
    return MarkView(label=marks["doubt"], kind=DOUBT, change=marks["doubt_is"], why=None, signed=None)


def mark_view(mark: Mark, words: Words, values: tuple[str | None, str | None]) -> MarkView:
    """One decision in words; `values` are what `Values` gives for it."""
    day = date_words(mark.on, words) if mark.on and is_date(mark.on) else None
    return MarkView(
        label=words["marks"][mark.op.value],
        kind="person",
        change=_change(mark, words, *values),
        why=mark.why,
        signed=", ".join(part for part in (mark.by, day) if part) or None,
    )


def _change(mark: Mark, words: Words, was: str | None, now: str | None) -> str | None:
    """What became of a field, or whom a person told apart; None where the label says all."""
    if mark.op in (ReviewOp.SPLIT, ReviewOp.DISTINCT):
        are_ids = any(_ID.fullmatch(one or "") for one in (was, now))  # Of a vote, say, or of who is no longer told of.
        return None if are_ids else say(words["marks"]["two"], old=inner(was or ""), new=inner(now or ""))
    if mark.op is ReviewOp.MERGE and was and now and was != now:
        return say(words["corrections"]["joined"], old=inner(was), new=inner(now))
    if mark.op not in (ReviewOp.SET, ReviewOp.RENAME):
        return None
    old, new = _value(was, words), _value(now, words)
    if mark.field:
        name = words["changes"]["fields"].get(mark.field, label(mark.field))
        return say(words["marks"]["change_of"], field=name, old=old, new=new)
    return say(words["marks"]["change"], old=old, new=new)


def _value(value: str | None, words: Words) -> str:
    if value is not None and _ID.fullmatch(value):
        return str(words["marks"]["another"])  # A claim that is answered, or one's outer claim: no reader knows its id.
    return str(words["marks"]["nothing"]) if value is None else f"“{inner(value)}”"
