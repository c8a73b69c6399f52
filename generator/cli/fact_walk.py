"""Layer 4, `explainer review`: facts are shown one by one, with their evidence, and decided on by keys."""

from collections.abc import Mapping
from typing import Any

from generator.cli import asking
from generator.cli.card import card, show
from generator.cli.walk import Walk
from generator.errors import ReviewError
from generator.facts.fields import value_of
from generator.facts.kinds import prefix_of
from generator.facts.queue import Item
from generator.facts.reviewing import Review
from generator.facts.typed import choices, settable, typed_value
from generator.model.records import Record
from generator.model.words import ReviewOp


class FactWalk(Walk[Item]):
    """A walk through the facts and decisions of a review, most consequential first."""

    keys = "c confirm, r reject, s set, n note"
    help = """\
  c  it is right as it stands
  r  it is wrong, and is not shown; you are asked why
  s  one of its fields is wrong; you are asked which, for the right value, and why
  n  readers are to know something about it; you are asked what
"""

    def __init__(self, review: Review) -> None:
        super().__init__(review)
        self.actions |= {"c": self._confirm, "r": self._reject, "s": self._set, "n": self._note}

    def things(self) -> Mapping[str, Item]:
        """Every fact and every stale decision."""
        return self.review.items

    def is_open(self, thing: Item) -> bool:
        """Whether nobody has decided on it yet."""
        return thing.is_open

    def show(self, thing: Item, *, left: int, is_again: bool) -> None:
        """Print its card."""
        in_bold = self.console.color_system is not None
        show(card(thing, self.review, left=left, in_bold=in_bold, is_again=is_again), self.console)

    def _confirm(self, item: Item) -> bool:
        record = _record(item)
        if field := _stale_field(item):
            return self._decide(item, ReviewOp.CONFIRM, field=field, expect=value_of(record, field))
        return self._decide(item, ReviewOp.CONFIRM)

    def _reject(self, item: Item) -> bool:
        _record(item)
        why = asking.line("Why")
        return bool(why) and self._decide(item, ReviewOp.REJECT, why=why)

    def _set(self, item: Item) -> bool:
        record = _record(item)
        field = _stale_field(item) or asking.line(f"Field ({', '.join(settable(record))})")
        if not field:
            return False
        found = choices(record, field)
        words = asking.line(f"{field} ({', '.join(found) or 'null for nothing'})")
        if not words:
            return False
        value, now = typed_value(words, record, field, self.review.ids), value_of(record, field)
        if value == now:
            raise ReviewError(f"{field} is that already", mend="c confirms it")
        why = asking.line("Why")
        if not why:
            return False
        said: dict[str, Any] = {"expect": now, "value": value, "why": why}
        if field == "name" and prefix_of(item.target) in ("per", "org"):
            return self._decide(item, ReviewOp.RENAME, stays=True, **said)
        return self._decide(item, ReviewOp.SET, stays=True, field=field, **said)

    def _note(self, item: Item) -> bool:
        _record(item)
        why = asking.line("Note, for readers")
        return bool(why) and self._decide(item, ReviewOp.NOTE, stays=True, why=why)

    def _decide(self, item: Item, op: ReviewOp, *, stays: bool = False, **fields: Any) -> bool:
        return self.decide(item, op, stays=stays, target=item.target, **fields)


def _record(item: Item) -> Record:
    if item.record is None:
        raise ReviewError("this can only be mended in the file itself", mend="k goes on")
    return item.record


def _stale_field(item: Item) -> str | None:
    """The field that a stale decision is about; None where it confirmed the whole record, or nothing is stale."""
    if item.stale and item.stale_field is None and item.stale.decision.op is not ReviewOp.CONFIRM:
        raise ReviewError("this decision can only be mended in the file itself", mend="k goes on")
    return item.stale_field
