"""Layer 4, `explainer review`: a review comes in, an editor is led through it key by key, decisions are made on it."""

import datetime
from collections.abc import Callable
from typing import Any

import click
from rich.console import Console

from generator.cli import asking
from generator.cli.card import card, show
from generator.errors import ReviewError
from generator.facts.fields import value_of
from generator.facts.kinds import prefix_of
from generator.facts.queue import Item
from generator.facts.reviewing import Review
from generator.facts.typed import choices, settable, typed_value
from generator.model.records import Record
from generator.model.review import Decision
from generator.model.words import ReviewOp

KEYS = "c confirm, r reject, s set, n note, k skip, u undo, q quit, ? help: "
HELP = """\
  c  it is right as it stands
  r  it is wrong, and is not shown; you are asked why
  s  one of its fields is wrong; you are asked which, for the right value, and why
  n  readers are to know something about it; you are asked what
  k  go on; what you did not decide on comes again next time
  u  take back what you did last in this run
  q  stop; every decision is in its file already
An empty answer to a question leaves things as they are."""


class Walk:
    """One walk through what is to be decided.

    Args:
        review: the review under way.
        by: who decides, as readers see it.
        on: the day of the decisions.
    """

    def __init__(self, review: Review, *, by: str, on: datetime.date) -> None:
        self.review = review
        self.signed = {"by": by, "on": on.isoformat()}
        self.console = Console(highlight=False)
        self._passed: dict[str, None] = {}
        self._steps: list[tuple[str, bool]] = []
        self._stays_at: str | None = None
        self._actions: dict[str, Callable[[Item], bool]] = {
            "c": self._confirm,
            "r": self._reject,
            "s": self._set,
            "n": self._note,
            "k": self._skip,
            "u": self._undo,
            "q": self._stop,
            "?": self._help,
        }

    def left(self) -> int:
        """How many things nobody has decided on yet."""
        return sum(item.is_open for item in self.review.items.values())

    def run(self) -> None:
        """Show one thing after the other and do as the keys say, until all is decided, or passed, or somebody stops."""
        shown = None
        try:
            while item := self._next():
                self._show(item, is_again=item.key == shown)
                shown = item.key
                while not self._done_with(item):
                    pass
        except EOFError:
            return

    def _show(self, item: Item, *, is_again: bool) -> None:
        coming = sum(one.is_open and key not in self._passed for key, one in self.review.items.items())
        in_bold = self.console.color_system is not None
        show(
            card(item, self.review, left=coming, in_bold=in_bold, is_again=is_again),
            self.console,
        )

    def _next(self) -> Item | None:
        items = self.review.items
        if self._stays_at is not None and self._stays_at in items:
            return items[self._stays_at]
        return next((one for key, one in items.items() if one.is_open and key not in self._passed), None)

    def _done_with(self, item: Item) -> bool:
        """Take one key; whether another card is to be shown."""
        pressed = asking.key(KEYS)
        action = self._actions.get(pressed.lower(), self._help)
        try:
            return action(item)
        except ReviewError as problem:
            click.echo(problem, err=True)
            return False

    def _confirm(self, item: Item) -> bool:
        record = self._record(item)
        if item.stale:
            field = self._stale_field(item)
            return self._decide(item, ReviewOp.CONFIRM, field=field, expect=value_of(record, field))
        return self._decide(item, ReviewOp.CONFIRM)

    def _reject(self, item: Item) -> bool:
        self._record(item)
        why = asking.line("Why")
        return bool(why) and self._decide(item, ReviewOp.REJECT, why=why)

    def _set(self, item: Item) -> bool:
        record = self._record(item)
        field = self._stale_field(item) if item.stale else asking.line(f"Field ({', '.join(settable(record))})")
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
        self._record(item)
        why = asking.line("Note, for readers")
        return bool(why) and self._decide(item, ReviewOp.NOTE, stays=True, why=why)

    def _skip(self, item: Item) -> bool:
        self._pass(item, decided=False)
        return True

    def _undo(self, item: Item) -> bool:
        if not self._steps:
            raise ReviewError("there is nothing to take back in this run")
        key, was_decided = self._steps[-1]
        if was_decided:
            self.review.undo()
        self._steps.pop()
        self._passed.pop(key, None)
        self._stays_at = key
        return True

    def _stop(self, item: Item) -> bool:
        raise EOFError

    def _help(self, item: Item) -> bool:
        click.echo(HELP, err=True)
        return False

    def _decide(self, item: Item, op: ReviewOp, *, stays: bool = False, **fields: Any) -> bool:
        """Make a decision; with `stays`, more can be decided on the same thing."""
        self.review.decide(Decision.model_validate({"target": item.target, "op": op, **fields, **self.signed}))
        self._pass(item, decided=True)
        self._stays_at = item.key if stays else None
        return True

    def _pass(self, item: Item, *, decided: bool) -> None:
        self._steps.append((item.key, decided))
        self._passed[item.key] = None
        self._stays_at = None

    def _record(self, item: Item) -> Record:
        if item.record is None:
            raise ReviewError("this can only be mended in the file itself", mend="k goes on")
        return item.record

    def _stale_field(self, item: Item) -> str:
        if item.stale_field is None:
            raise ReviewError("this decision can only be mended in the file itself", mend="k goes on")
        return item.stale_field
