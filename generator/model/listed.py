"""Layer 0: a body that goes by several names, as a list has it: the shipped one or a site's own."""

from typing import Annotated

from pydantic import Field

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
