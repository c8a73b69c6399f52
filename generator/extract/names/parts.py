"""The parts that names' stages hand on: candidate names, titles, and the people and bodies made of them.

Indexes are those of a `Reading`'s words; ends are exclusive.
"""

from dataclasses import dataclass, field

from generator.extract.language import NameKind
from generator.model.words import Classification, Tense


@dataclass(frozen=True, kw_only=True)
class Name:
    """A name where it stands, without the forms of address before it; `lead` is where those begin."""

    first: int
    last: int
    kind: NameKind
    lead: int
    honorifics: tuple[str, ...] = ()
    sure: bool = False


@dataclass(frozen=True, kw_only=True)
class Title:
    """A title where it stands: `first` to `last` is the title itself, `end` is after its "of …" or "for …".

    `determiner` is the word before it ("the", "a", "his", "'s", or nothing), `lead` where the whole phrase begins,
    `owner` the indexes of a possessor's words, `heads` where the head word stands.
    """

    first: int
    head: int
    last: int
    end: int
    lead: int
    determiner: str
    owner: tuple[int, int] | None
    key: str
    plural: bool
    office: bool
    tense: Tense


@dataclass
class Individual:
    """A person while the forms of the name are gathered."""

    words: tuple[str, ...]
    names: list[Name] = field(default_factory=list)
    sex: str | None = None
    honorific: str | None = None
    party: str | None = None

    @property
    def family(self) -> str:
        """The last word of the fullest name, folded."""
        return self.words[-1]


@dataclass
class Body:
    """An organization while the forms of its name are gathered."""

    name: str
    classification: Classification | None
    spans: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Held:
    """A title that the words between two indexes give to a person."""

    person: Individual
    title: Title
    first: int
    last: int
    tense: Tense
