"""Layer 1, review: how people and organizations are merged, split and renamed."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from generator.facts.kinds import LISTS, prefix_of
from generator.facts.pairs import are_called_otherwise
from generator.facts.working_story import ACROSS, Resolved, WorkingStory
from generator.model.facts import ResolvedPerson
from generator.model.ids import fold
from generator.model.names import sort_name
from generator.model.records import Organization, Person

N = TypeVar("N", Person, Organization)
Mentions = Mapping[str, Sequence[Person | Organization]]
"""What each article calls somebody, by the article."""


def unite(story: WorkingStory, merged: Resolved, kept: Resolved) -> None:
    """Make one record part of another, across articles and in each of them; every reference follows."""
    name = LISTS[prefix_of(kept.id)]
    articles = tuple(sorted({*kept.articles, *merged.articles}))
    names = _distinct([*kept.other_names, merged.name, *merged.other_names], without=kept.name)
    whole = kept.model_copy(update={"articles": articles, "other_names": names})
    across = story.places[ACROSS]
    across[name] = [whole if record.id == kept.id else record for record in across[name] if record.id != merged.id]
    for article in merged.articles:
        lists = story.places[article]
        lists[name] = _joined(lists[name], merged.id, kept.id)
    story.relink(merged.id, kept.id)


def merge_doubt(merged: Resolved, kept: Resolved) -> str | None:
    """Why two people whom somebody has taken for one may be two; bodies go by several names, and none is in doubt."""
    if not (isinstance(merged, ResolvedPerson) and isinstance(kept, ResolvedPerson)):
        return None
    both = sorted({*merged.articles} & {*kept.articles})
    doubts = [
        *(["their names differ"] if are_called_otherwise(merged, kept) else []),
        *([f"{both[0]} names both"] if both else []),
    ]
    return " and ".join(doubts) or None


def split(story: WorkingStory, record: Resolved, into: str, articles: Sequence[str]) -> None:
    """Give some articles' mentions of a record a record of their own; each has the names that its articles have."""
    name = LISTS[prefix_of(record.id)]
    left = tuple(one for one in record.articles if one not in articles)
    mentions = {one: [m for m in story.places[one][name] if m.id == record.id] for one in record.articles}
    made = _part(record, mentions, articles, with_given=not left).model_copy(update={"id": into})
    kept = [_part(record, mentions, left, with_given=True)] if left else []
    records = story.places[ACROSS][name]
    at = records.index(record)
    records[at : at + 1] = [*kept, made]
    for article in articles:
        lists = story.places[article]
        lists[name] = _joined(lists[name], record.id, into)
    story.relink(record.id, into, within=articles if left else None)


def _part(record: Resolved, mentions: Mentions, articles: Sequence[str], *, with_given: bool) -> Resolved:
    """What some articles have of a record; a name that no article has, which people gave it, goes with one part."""
    own = [mention for article in articles for mention in mentions[article]]
    every, its = _forms(chain.from_iterable(mentions.values())), _forms(own)
    names = [
        one for one in (record.name, *record.other_names) if fold(one) in its or (with_given and fold(one) not in every)
    ]
    changed: dict[str, Any] = {"articles": tuple(sorted(articles)), "name": record.name}
    if record.name not in names and own:
        fullest = max(own, key=lambda mention: (len(mention.name.split()), len(mention.name)))
        fields = ("name", "sort_name", "honorific_prefix") if isinstance(fullest, Person) else ("name",)
        changed |= {field: getattr(fullest, field) for field in fields}
    return record.model_copy(update={**changed, "other_names": _distinct(names, without=changed["name"])})


def _forms(mentions: Iterable[Person | Organization]) -> set[str]:
    return {fold(name) for mention in mentions for name in (mention.name, *mention.other_names)}


def rename(record: Resolved, name: str) -> Resolved:
    """A person or an organization under another name; the old one becomes one of the other names."""
    others = _distinct([record.name, *record.other_names], without=name)
    changed: dict[str, Any] = {"name": name, "other_names": others}
    if isinstance(record, ResolvedPerson):
        changed["sort_name"] = sort_name(name)
    return record.model_copy(update=changed)


def _joined(records: Iterable[N], old: str, new: str) -> list[N]:
    """One article's records, those of two ids as one."""
    found: dict[str, N] = {}
    for record in records:
        moved = record.model_copy(update={"id": new}) if record.id == old else record
        found[moved.id] = _one(found[moved.id], moved) if moved.id in found else moved
    return list(found.values())


def _one(kept: N, merged: N) -> N:
    """The first of two records, with the other's names and evidence added."""
    names = _distinct([*kept.other_names, merged.name, *merged.other_names], without=kept.name)
    evidence = tuple(dict.fromkeys((*kept.evidence, *merged.evidence)))
    return kept.model_copy(update={"other_names": names, "evidence": evidence})


def _distinct(names: Iterable[str], *, without: str) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name != without)
