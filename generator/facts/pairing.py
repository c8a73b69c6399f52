"""Layer 1, facts compared: two sets of records come in, which of them are the same record goes out.

A record keeps its id while its words stay; one whose words were edited is known by the words that it kept.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from generator.facts.kinds import prefix_of
from generator.facts.snapshot import Records
from generator.model.facts import ResolvedOrganization, ResolvedPerson
from generator.model.ids import fold
from generator.model.records import Claim, Discrepancy, Event, Membership, Organization, Person, Record, VoteEvent

NAMED = (Person, Organization, ResolvedPerson, ResolvedOrganization)
"""The kinds of record that have a name."""
ALIKE = 0.6
"""The share of words that two wordings of one record have in common, at least."""


def same_records(before: Records, after: Records, everywhere: Mapping[str, str] | None = None) -> dict[str, str]:
    """The id that each record has afterwards, by the one that it had before; those that have gone are left out.

    Args:
        before: the records of a place as they were.
        after: the same as they are.
        everywhere: the same of records across articles: who has another name in all of them has it in each.
    """
    found = {old: new for old, new in (everywhere or {}).items() if old in before and new in after}
    taken = {*found, *found.values()}
    found |= {key: key for key in before if key in after and key not in taken}
    removed = {key: record for key, record in before.items() if key not in found}
    added = {key: record for key, record in after.items() if key not in {*found.values()}}
    people = found | _best(_candidates(_named(removed), _named(added), found))
    return people | _best(_candidates(_others(removed), _others(added), people))


def names_of(record: Record) -> set[str]:
    """Every name that a person or an organization goes by, folded; none for other records."""
    if isinstance(record, NAMED):
        return {fold(name) for name in (record.name, *record.other_names)}
    return set()


def _named(records: Records) -> Records:
    return {key: record for key, record in records.items() if names_of(record)}


def _others(records: Records) -> Records:
    return {key: record for key, record in records.items() if not names_of(record)}


def _candidates(
    removed: Records, added: Records, known: Mapping[str, str]
) -> Iterator[tuple[float, int, int, str, str]]:
    """Every two records that may be one: how alike they are, and for ties how far down each stands."""
    by_kind: dict[str, list[tuple[int, str, Record, Counter[str]]]] = {}
    for place, (key, record) in enumerate(added.items()):
        by_kind.setdefault(prefix_of(key), []).append((place, key, record, _words(record)))
    for row, (key, record) in enumerate(removed.items()):
        words = _words(record)
        for place, other, candidate, others in by_kind.get(prefix_of(key), ()):
            likeness = _likeness(record, candidate, words, others, known)
            if likeness >= ALIKE:
                yield -likeness, row, place, key, other


def _best(candidates: Iterator[tuple[float, int, int, str, str]]) -> dict[str, str]:
    """Pairs in which nobody stands twice, the most alike first."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for *_, key, other in sorted(candidates):
        if key not in found and other not in taken:
            found[key] = other
            taken.add(other)
    return found


def _likeness(old: Record, new: Record, words: Counter[str], others: Counter[str], known: Mapping[str, str]) -> float:
    """How alike two records of one kind are, from 0 to 1; people are one only by a name that both go by."""
    if names_of(old) or names_of(new):
        return float(bool(names_of(old) & names_of(new)))
    if isinstance(old, Membership) and isinstance(new, Membership) and known.get(old.person) != new.person:
        return 0.0
    both = sum((words & others).values())
    return 2 * both / max(1, words.total() + others.total())


def _words(record: Record) -> Counter[str]:
    match record:
        case Claim():
            said = " ".join(record.content)
        case Membership():
            said = record.role
        case VoteEvent():
            said = f"{record.motion} {record.bill or ''}"
        case Event():
            said = record.what
        case Discrepancy():
            said = f"{record.about} {record.field}"
        case _:
            said = ""
    return Counter(fold(said).split())
