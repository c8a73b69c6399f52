"""Layer 4, `explainer review`: one way through what is to be decided, key by key, whatever it is that is decided on."""

import contextlib
import datetime
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Generic, Protocol, TypeVar

import click
from rich.console import Console

from generator.cli import asking
from generator.cli.command import tell_notes
from generator.errors import ReviewError
from generator.facts.reviewing import Review
from generator.model.review import Decision
from generator.model.words import ReviewOp


class Thing(Protocol):
    """Something to decide on."""

    @property
    def key(self) -> str:
        """What tells it from all others, before and after it is decided on."""


T = TypeVar("T", bound=Thing)
COMMON_KEYS = "k skip, u undo, q quit, ? help: "
AT_THE_END = "That was all. u undo, q quit: "
COMMON_HELP = """\
  k  go on; what you did not decide on comes again next time
  u  take back what you did last in this run
  q  stop; every decision is in its file already
An empty answer to a question leaves things as they are."""


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Say what is wrong with a decision, and go on."""
    try:
        yield
    except ReviewError as problem:
        click.echo(problem, err=True)


class Walk(ABC, Generic[T]):
    """A walk through things to decide on. Each action takes one of them and says whether another is to be shown.

    Args:
        review: the review under way.
    """

    keys: str
    help: str

    def __init__(self, review: Review) -> None:
        self.review = review
        self.console = Console(highlight=False)
        self.actions: dict[str, Callable[[T], bool]] = {
            "k": self._skip,
            "u": self._undo,
            "q": self._stop,
            "?": self._help,
        }
        self._signed: dict[str, str] = {}
        self._passed: dict[str, None] = {}
        self._steps: list[tuple[str, bool]] = []
        self._stays_at: str | None = None

    @abstractmethod
    def things(self) -> Mapping[str, T]:
        """What there is, by key, in the order in which it is shown; decided or not, as it comes."""

    @abstractmethod
    def is_open(self, thing: T) -> bool:
        """Whether nobody has decided on something yet."""

    @abstractmethod
    def show(self, thing: T, *, left: int, is_again: bool) -> None:
        """Print what has to be seen of something; `left` counts what is still to come, this included."""

    def left(self) -> int:
        """How many things nobody has decided on yet."""
        return sum(map(self.is_open, self.things().values()))

    def run(self, *, by: str, on: datetime.date) -> None:
        """Show one thing after the other and do as the keys say, until all is decided, or passed, or somebody stops.

        Args:
            by: who decides, as readers see it.
            on: the day of the decisions.
        """
        self._signed = {"by": by, "on": on.isoformat()}
        shown = None
        try:
            while thing := self._next() or self._last():
                self.show(thing, left=len(self._coming() | {thing.key}), is_again=thing.key == shown)
                shown = thing.key
                while not self._done_with(thing):
                    pass
        except EOFError:
            return

    def decide(self, thing: T, op: ReviewOp, *, stays: bool = False, **fields: Any) -> bool:
        """Make a decision, its `target` among the fields; with `stays`, more can be decided on the same thing."""
        tell_notes(self.review.decide(Decision.model_validate({"op": op, **fields, **self._signed})))
        self._pass(thing, decided=True)
        self._stays_at = thing.key if stays else None
        return True

    def _next(self) -> T | None:
        things = self.things()
        if self._stays_at is not None and self._stays_at in things:
            return things[self._stays_at]
        return next((one for key, one in things.items() if self.is_open(one) and key not in self._passed), None)

    def _coming(self) -> set[str]:
        """The keys of what nobody has decided on or passed."""
        return {key for key, one in self.things().items() if self.is_open(one) and key not in self._passed}

    def _last(self) -> T | None:
        """What was done last, if that is to be taken back when nothing is left."""
        while self._steps and asking.key(AT_THE_END).lower() == "u":
            with told():
                self._take_back()
                return self._next()
        return None

    def _done_with(self, thing: T) -> bool:
        """Take one key; whether another card is to be shown."""
        pressed = asking.key(f"{self.keys}, {COMMON_KEYS}")
        action = self.actions.get(pressed.lower(), self._help)
        with told():
            return action(thing)
        return False

    def _skip(self, thing: T) -> bool:
        self._pass(thing, decided=False)
        return True

    def _undo(self, thing: T) -> bool:
        self._take_back()
        return True

    def _take_back(self) -> None:
        if not self._steps:
            raise ReviewError("there is nothing to take back in this run")
        key, was_decided = self._steps[-1]
        if was_decided:
            self.review.undo()
        self._steps.pop()
        self._passed.pop(key, None)
        self._stays_at = key

    def _stop(self, thing: T) -> bool:
        raise EOFError

    def _help(self, thing: T) -> bool:
        click.echo(f"{self.help}{COMMON_HELP}", err=True)
        return False

    def _pass(self, thing: T, *, decided: bool) -> None:
        self._steps.append((thing.key, decided))
        self._passed[thing.key] = None
        self._stays_at = None
