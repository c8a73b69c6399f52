"""Layer 1, review: a review file on disk: decisions are put behind what it holds, and taken back from its end."""

from pathlib import Path
from typing import NamedTuple

from generator.errors import ReviewError
from generator.facts.appended import with_decision
from generator.facts.files import remove, write_if_changed
from generator.facts.review import decisions_in, is_review, name_of
from generator.model.review import Decision, PlacedDecision
from generator.model.words import ReviewOp


class Proposed(NamedTuple):
    """A review file before and after a decision is added, None where there is none yet, and its decisions then."""

    before: bytes | None
    after: bytes
    decisions: tuple[PlacedDecision, ...]


class ReviewFile:
    """A review file that decisions are added to, whole on disk at any moment, and else as people wrote it.

    It is read anew for each decision, so that what somebody writes into it meanwhile stays.

    Args:
        path: the file; it need not be there.
        folder: the folder that decisions are read from.
        project: the folder that paths are told relative to.
        first_line: what a file that is not there yet begins with.

    Raises:
        ReviewError: decisions in this file would not be read.
    """

    def __init__(self, path: Path, *, folder: Path, project: Path, first_line: str) -> None:
        name = name_of(path, project)
        inside = (path.parent.resolve() / path.name).is_relative_to(folder.resolve())
        if not inside or not is_review(path.name):
            mend = f"name a file in {name_of(folder, project)} that ends in .yml"
            raise ReviewError("decisions are not read from this file", file=name, mend=mend)
        below = path.parent.resolve().relative_to(folder.resolve())
        self.path = folder / below / path.name
        self.name = name_of(self.path, project)
        self._first_line = first_line
        self._is_new = False

    def check(self) -> None:
        """See to it that decisions can be put behind what the file holds.

        Raises:
            ReviewError: none can.
        """
        self.proposed(Decision(target="art-any", op=ReviewOp.CONFIRM))

    def proposed(self, decision: Decision) -> Proposed:
        """What the file would hold with one more decision; nothing is written.

        Raises:
            ReviewError: the decision cannot be put behind what the file holds.
        """
        before = self._content()
        start = f"{self._first_line}\n".encode() if before is None else before
        after = with_decision(start, decision, name=self.name)
        return Proposed(before, after, decisions_in(after, self.name)[0])

    def write(self, proposed: Proposed) -> bytes:
        """Write what was proposed, to the byte.

        Returns:
            The bytes that were added.

        Raises:
            ReviewError: the file has been changed since, and nothing was written.
        """
        if self._content() != proposed.before:
            raise ReviewError("somebody has changed this file just now", file=self.name, mend="decide again")
        write_if_changed(self.path.resolve(), proposed.after)
        self._is_new = self._is_new or proposed.before is None
        return proposed.after[len(proposed.before or b"") :]

    def decisions(self) -> tuple[PlacedDecision, ...]:
        """The decisions that the file holds now."""
        return decisions_in(self._content() or b"", self.name)[0]

    def take_back(self, added: bytes) -> None:
        """Take what was added last off the file's end; a file that was not there before goes with its first decision.

        Raises:
            ReviewError: the file ends with something else by now, and nothing was written.
        """
        content = self._content() or b""
        if not content.endswith(added):
            mend = "take the decision out of the file yourself"
            raise ReviewError("somebody has changed this file since", file=self.name, mend=mend)
        if content == added and self._is_new:
            remove(self.path.resolve())
        else:
            write_if_changed(self.path.resolve(), content.removesuffix(added))

    def _content(self) -> bytes | None:
        return self.path.read_bytes() if self.path.exists() else None
