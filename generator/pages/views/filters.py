"""Stage pages: what a long list can be filtered by: its entries' facets in, the choices for readers out."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

MOST_CHOICES = 200
"""Choices of one filter that readers are given, those of the most entries: of thousands none is found in a list."""
Facets = Mapping[str, Iterable[tuple[str, str]]]
"""What an entry of a list is found under: by kind of facet its values, each with the words that readers see."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that a list can be narrowed to, and how many of its entries have it."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A question that narrows a list, with its choices in the order of their words, and how many more it could have."""

    key: str
    label: str
    choices: tuple[Choice, ...]
    more: int


def filters(labels: Mapping[str, str], entries: Iterable[Facets]) -> tuple[Filter, ...]:
    """The filters that narrow a list at all.

    Args:
        labels: the kinds of facets to filter by, in order, each with its label.
        entries: the facets of each entry of the list.
    """
    words: dict[str, dict[str, str]] = {key: {} for key in labels}
    counts: dict[str, Counter[str]] = {key: Counter() for key in labels}
    total = 0
    for facets in entries:
        total += 1
        for key in labels:
            values = dict(facets.get(key, ()))
            words[key].update(values)
            counts[key].update(values.keys())
    return tuple(
        Filter(key=key, label=label, choices=choices, more=len(words[key]) - len(choices))
        for key, label in labels.items()
        if (choices := _choices(words[key], counts[key])) and not all(choice.count == total for choice in choices)
    )


def _choices(words: Mapping[str, str], counts: Mapping[str, int]) -> tuple[Choice, ...]:
    kept = sorted(words.items(), key=lambda item: (-counts[item[0]], item[0]))[:MOST_CHOICES]
    ordered = sorted(kept, key=lambda item: (item[1].casefold(), item[0]))
    return tuple(Choice(value=value, words=shown, count=counts[value]) for value, shown in ordered)
