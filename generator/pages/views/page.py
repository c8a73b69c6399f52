"""Stage pages: a page before it is rendered, and the splitting of long lists over several."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar

from generator.pages.links import ARTICLES, DISPUTED, LEDGER, PEOPLE, REVIEW, TIMELINE, VOTES, part_uri
from generator.pages.views.held import HeldNote
from generator.pages.views.values import QUOTED
from generator.pages.words import Words, say

LENGTHS = {LEDGER: 25, TIMELINE: 40, PEOPLE: 60, REVIEW: 30, VOTES: 30, DISPUTED: 20, ARTICLES: 100}
OTHER_LENGTH = 25
"""How many entries of a long list stand on one page: few enough that each stays light on a phone."""
FEW_PARTS = 60
NEAR = 5
"""So many parts before and after one are linked to where there are more than a few."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page shows: `view` holds all that its template names.

    Attributes:
        template: its file in `templates/`.
        kind: what search results call it; None for pages that are no thing of the story.
        held: what is held back that it would have told.
        is_searched: whether the site's search finds the page; pages that repeat others' facts are left out.
        weight: how much more than other pages what search finds here counts.
        people: who is meant by what search finds there, as (id, name), by place on the page; "" is all of the page.
    """

    uri: str
    title: str
    template: str
    view: Any
    kind: str | None = None
    is_searched: bool = True
    weight: int = 1
    held: HeldNote | None = None
    people: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """Where a page stands among the parts of a long list, and the addresses of all parts."""

    number: int
    uris: tuple[str, ...]

    @property
    def uri(self) -> str:
        """The page's own address."""
        return self.uris[self.number - 1]

    @property
    def is_short(self) -> bool:
        """Whether the list has so few parts that all of them can be brought together."""
        return len(self.uris) <= FEW_PARTS

    @property
    def linked(self) -> list[int | None]:
        """The numbers of the parts that this one links to, and None where some are left out between them."""
        last = len(self.uris)
        if self.is_short:
            return [*range(1, last + 1)]
        near = sorted({1, last, *range(max(1, self.number - NEAR), min(last, self.number + NEAR) + 1)})
        gaps = ([None, number] if before + 1 < number else [number] for before, number in pairwise([0, *near]))
        return [number for some in gaps for number in some]

    def title(self, title: str, words: Words) -> str:
        """The list's title, with the number of the part from the second on."""
        return title if self.number == 1 else say(words["titles"]["part"], title=title, n=self.number)


def length_of(uri: str) -> int:
    """How many entries of a list stand on one page."""
    return LENGTHS.get(uri, OTHER_LENGTH)


def split(
    uri: str, items: Sequence[T], at_least: int = 1, room: Callable[[T], int] = lambda _: 1
) -> list[tuple[PartOf, Sequence[T]]]:
    """A long list in parts of at most as many items as `LENGTHS` says: in one at least, and in as many as asked for.

    Args:
        room: as how many items an item counts.
    """
    chunks = [*_chunks(items, length_of(uri), room)]
    chunks += [items[:0]] * (max(at_least, 1) - len(chunks))
    uris = tuple(part_uri(uri, n) for n in range(1, len(chunks) + 1))
    return [(PartOf(number=n, uris=uris), chunk) for n, chunk in enumerate(chunks, start=1)]


def _chunks(items: Sequence[T], length: int, room: Callable[[T], int]) -> Iterator[Sequence[T]]:
    begun = taken = 0
    for place, item in enumerate(items):
        needed = room(item)
        if place > begun and taken + needed > length:
            yield items[begun:place]
            begun, taken = place, 0
        taken += needed
    if items:
        yield items[begun:]


def room(articles: int, beside: int = 0) -> int:
    """As how many short entries an entry counts: it quotes some of its articles, and filters know of all.

    Args:
        articles: how many articles tell it.
        beside: how many claims stand with it in a line.
    """
    return 1 + min(articles, QUOTED) // 3 + articles // 50 + beside // 8
