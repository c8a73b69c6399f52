"""Stage resolve: things in, those that have a key in common out, so that only these are compared with each other."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


def blocks(things: Iterable[T], keys: Callable[[T], Iterable[K]]) -> Mapping[K, list[T]]:
    """The things that have each key, in their order."""
    found: dict[K, list[T]] = defaultdict(list)
    for one in things:
        for key in dict.fromkeys(keys(one)):
            found[key].append(one)
    return found


def neighbours(things: Sequence[T], keys: Callable[[T], Iterable[K]], *, window: int) -> Iterator[tuple[T, T]]:
    """Things that have a key in common, each with so many of those behind it, each pair once."""
    found: set[tuple[int, int]] = set()
    for block in blocks(range(len(things)), lambda place: keys(things[place])).values():
        for n, one in enumerate(block):
            for other in block[n + 1 : n + 1 + window]:
                if (one, other) not in found:
                    found.add((one, other))
                    yield things[one], things[other]


def sharing(index: Mapping[K, Sequence[T]], keys: Iterable[K]) -> Iterator[T]:
    """Every thing that has one of some keys, once, in the order of the keys."""
    found: dict[int, T] = {}
    for key in keys:
        for one in index.get(key, ()):
            if id(one) not in found:
                found[id(one)] = one
                yield one
