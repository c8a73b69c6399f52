"""Layer 1, facts compared: changes come in, how many there are goes out, as a reader counts.

Somebody whom five articles name is one person, and a vote that two report one vote, in however many files they change.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.facts.how import How
from generator.facts.kinds import prefix_of
from generator.facts.pairing import NAMED, names_of
from generator.facts.snapshot import ACROSS, Records, Snapshot
from generator.model.facts import ResolvedClaim, ResolvedVote
from generator.model.ids import fold

Placed = tuple[str, str]
"""A place and the id of a record in it."""


class Counted(NamedTuple):
    """One change: of what kind of record, where, by which id, and how."""

    kind: str
    place: str
    record: str
    how: How


def counts(changes: Iterable[Counted], one_of: Mapping[Placed, str]) -> dict[str, Counter[str]]:
    """How many records of each kind changed, and how.

    Args:
        changes: the changes, those across articles first.
        one_of: the id across articles of each record that has one.
    """
    hows: dict[tuple[str, str, str], set[How]] = defaultdict(set)
    across = set()
    for kind, place, record, how in changes:
        key = record if place == ACROSS else one_of.get((place, record))
        whole = (kind, place, record) if key is None else (kind, ACROSS, key)
        if place == ACROSS:
            across.add(whole)
        if place == ACROSS or whole not in across:
            hows[whole].add(how)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for (kind, _, _), its in hows.items():
        found[kind][its.pop() if len(its) == 1 else How.CHANGED] += 1
    return found


def joined(moment: Snapshot, across: Records, moved: Mapping[str, str]) -> Iterator[tuple[Placed, str]]:
    """The id across articles of each record of one moment that has one.

    Args:
        moment: the articles' records.
        across: the records across articles, whether they were compared or not.
        moved: the places that articles have now, by those that they had.
    """
    named: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for key, record in across.items():
        if isinstance(record, ResolvedClaim | ResolvedVote):
            yield from (((moved.get(one.article, one.article), one.record), key) for one in record.reports)
        for article in getattr(record, "articles", ()):
            for name in names_of(record):
                named[article, prefix_of(key), name].add(key)
    for place, records in moment.places.items():
        for key, record in records.items() if place != ACROSS else ():
            if isinstance(record, NAMED):
                whole = named[place, prefix_of(key), fold(record.name)]
                if len(whole) == 1:
                    yield (moved.get(place, place), key), next(iter(whole))
