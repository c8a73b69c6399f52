"""Stage pages: a page before it is rendered, and the splitting of long lists over several."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.pages.links import part_uri

PART_LENGTH = 200
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page shows: `view` holds all that its template names.

    Attributes:
        template: its file in `templates/`.
        is_searched: whether the site's search finds the page; pages that repeat others' facts are left out.
    """

    uri: str
    title: str
    template: str
    view: Any
    is_searched: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """Where a page stands among the parts of a long list, and the addresses of all parts."""

    number: int
    uris: tuple[str, ...]


def split(uri: str, items: Sequence[T]) -> list[tuple[PartOf, Sequence[T]]]:
    """A long list in parts of `PART_LENGTH`, at least one part."""
    starts = range(0, max(len(items), 1), PART_LENGTH)
    uris = tuple(part_uri(uri, number) for number in range(1, len(starts) + 1))
    return [
        (PartOf(number=n, uris=uris), items[start : start + PART_LENGTH]) for n, start in enumerate(starts, start=1)
    ]
