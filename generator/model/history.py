"""Layer 0: what changed in the facts and when, in words, for a site's readers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldField:
    """What became of a field, by the name that files give it; its values as files have them, names in place of ids."""

    name: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """One change: the line that tells it, what became of each field, the denials of the claim that it is about."""

    line: str
    how: str
    fields: tuple[ToldField, ...] = ()
    denials: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What changed in the facts with one commit.

    Attributes:
        commit: its name.
        moment: when it was committed, in UTC, as `2025-01-08T12:30:00Z`.
        headline: how many facts of each kind changed; of one that is too large to be told, how many files.
        about: whose facts those are, and in which articles.
        flags: what of it weighs most.
        groups: for all articles and for each its title, and its changes.
        withheld: how many changes are not told, since what they are about is not published.
        more: how many more there are than are told.
        is_whole: whether the changes were looked at; of a large one only its `files` are counted.
    """

    commit: str
    moment: str
    headline: str
    about: str = ""
    flags: tuple[str, ...] = ()
    groups: tuple[tuple[str, tuple[ToldChange, ...]], ...] = ()
    withheld: int = 0
    more: int = 0
    is_whole: bool = True
    files: int = 0

    @property
    def title(self) -> str:
        """What changed, on one line."""
        return ": ".join(filter(None, (self.about, self.headline)))


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The last revisions of the facts, the newest first; `goes_on` where there are earlier ones that are not told."""

    revisions: tuple[Revision, ...] = ()
    goes_on: bool = False
