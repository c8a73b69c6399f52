"""Layer 0: a body that goes by several names, as a list has it: the shipped one or a site's own."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from generator.model.ids import fold
from generator.model.records import Frozen
from generator.model.words import Classification

Name = Annotated[str, Field(min_length=1)]


class ListedBody(Frozen):
    """One body: the name that it is called by, what else it is called, what it is, and for people where.

    No other names: nothing is joined, which is how a site switches a shipped entry off.
    """

    name: Name
    other_names: tuple[Name, ...]
    classification: Classification | None = None
    country: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """All its names for comparing, each once."""
        return tuple(dict.fromkeys(map(plain_name, (self.name, *self.other_names))))


def plain_name(name: str) -> str:
    """A body's name for comparing: without its article and full stops."""
    return fold(name).replace(".", "").removeprefix("the ")


def parts_of(name: str) -> Iterator[str]:
    """What a plain name may add a place or a word to: what it ends with, and what it has before "of" or "for"."""
    words = name.split()
    yield from (" ".join(words[at:]) for at in range(1, len(words)))
    yield from (" ".join(words[:at]) for at in range(1, len(words)) if words[at] in ("of", "for"))
