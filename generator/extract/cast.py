"""Who appears in an article: people, organizations and places, and which words anywhere in the text mean whom."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from generator.extract.findings import (
    OrganizationFinding,
    PersonFinding,
    PlaceFinding,
    Span,
)


class MentionKind(StrEnum):
    """How words refer to somebody."""

    NAME = "name"
    TITLE = "title"
    PRONOUN = "pronoun"
    NOUN = "noun"


@dataclass(frozen=True, kw_only=True)
class Mention:
    """Words that refer to a person, an organization or a place (`entity`: `per-…`, `org-…`, or None for a place).

    A name's span leaves titles and honorifics out; a pronoun or a title that could mean several people is not a
    mention at all: who is not certain stays unresolved.
    """

    span: Span
    kind: MentionKind
    entity: str | None


@dataclass(frozen=True, kw_only=True)
class Cast:
    """Everyone in an article, and every mention of them in reading order, none overlapping another."""

    people: tuple[PersonFinding, ...] = ()
    organizations: tuple[OrganizationFinding, ...] = ()
    places: tuple[PlaceFinding, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Every person's and organization's name by id."""
        people = {person.id: person.name for person in self.people}
        return people | {organization.id: organization.name for organization in self.organizations}

    @cached_property
    def _starts(self) -> list[int]:
        return [mention.span[0] for mention in self.mentions]

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that stand wholly inside a span."""
        first = bisect_left(self._starts, span[0])
        last = bisect_left(self._starts, span[1])
        return tuple(m for m in self.mentions[first:last] if m.span[1] <= span[1])

    def before(self, offset: int) -> Iterator[Mention]:
        """The mentions that end before an offset, the latest first."""
        last = bisect_left(self._starts, offset) - 1
        return (m for m in map(self.mentions.__getitem__, range(last, -1, -1)) if m.span[1] <= offset)

    def at(self, offset: int) -> Mention | None:
        """The mention that an offset stands in."""
        index = bisect_left(self._starts, offset + 1) - 1
        if index >= 0 and self.mentions[index].span[1] > offset:
            return self.mentions[index]
        return None
