"""Layer 1, facts compared: two snapshots come in, what changed between them goes out, record by record."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.errors import FactsError
from generator.facts.alerts import Alert, alerts
from generator.facts.counting import Counted, Placed, counts, joined
from generator.facts.decided import UNDECIDED, Decided
from generator.facts.history import Files
from generator.facts.how import How
from generator.facts.kinds import prefix_of
from generator.facts.pairing import names_of, same_records
from generator.facts.renaming import renamed, under
from generator.facts.snapshot import ACROSS, Records, Snapshot, snapshot
from generator.facts.store import IN_THE_STORY
from generator.facts.telling import KINDS, Names, heading, names_in, sentence
from generator.model.records import Record

NOT_NEWS = {"id", "sha256", "extractor", "articles"}
"""Fields that say how a file came about, or what other records say too."""

BESIDE_THE_TEXT = {"publisher", "author", "url", "published", "licence"}
"""What is known of an article; its hash is of that too, and where that changed the text may be the same."""


@dataclass(frozen=True, kw_only=True)
class FieldChange:
    """A field of a record, as it was and as it is, as files have it."""

    field: str
    old: Any
    new: Any


@dataclass(frozen=True, kw_only=True)
class Change:
    """What became of one record.

    Attributes:
        place: the article that it is of, or `ACROSS`.
        how: what became of it.
        before: the record as it was; None where it is new.
        after: the record as it is; None where it has gone. For a merge the record that it became part of.
        fields: what changed in it.
        names: what those are called that it refers to.
    """

    place: str
    how: How
    before: Record | None
    after: Record | None
    fields: tuple[FieldChange, ...] = ()
    names: Names

    @property
    def record(self) -> Record:
        """The record that is told of: as it is, or as it was where it has gone."""
        record = self.before if self.after is None or self.how is How.MERGED else self.after
        assert record is not None
        return record

    @property
    def kind(self) -> str:
        """What kind of record it is, in one word."""
        return KINDS[prefix_of(self.record.id)]

    @property
    def heading(self) -> str:
        """Whose it is."""
        return heading(self.record, self.names)

    @property
    def sentence(self) -> str:
        """What it says."""
        return sentence(self.record, self.names)


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What changed between two moments.

    Attributes:
        changes: record by record, those across articles first.
        one_of: the id across articles of each record that has one, by its place and its own id.
        alerts: what needs a person's eye.
        titles: the path of each article that is told of, with its title where it has one.
        reread: how many articles another version of the extractor read, by the old and the new version.
        errors: what could not be read, and is not compared.
        decided: what people decided; nothing where nobody asked.
        not_rebuilt: paths of articles that changed while their facts did not.
    """

    changes: tuple[Change, ...]
    one_of: Mapping[Placed, str]
    alerts: tuple[Alert, ...]
    titles: Mapping[str, str]
    reread: Mapping[tuple[str, str], int]
    errors: tuple[FactsError, ...]
    decided: Decided = UNDECIDED
    not_rebuilt: tuple[str, ...] = ()

    def counts(self) -> dict[str, Counter[str]]:
        """How many records of each kind were added, removed, changed and merged; only what there is.

        Who and what several articles tell of counts once.
        """
        found = counts(
            (Counted(change.kind, change.place, change.record.id, change.how) for change in self.changes), self.one_of
        )
        return {kind: found[kind] for kind in KINDS.values() if kind in found}


def difference(old: Files, new: Files, *, labels: tuple[str, str]) -> Difference:
    """What changed in the facts.

    Args:
        old: the files of facts as they were.
        new: the same as they are.
        labels: what to call the two moments in messages.
    """
    same = {name for name in old if old[name] == new.get(name)}
    before = snapshot({name: content for name, content in old.items() if name not in same}, labels[0])
    after = snapshot({name: content for name, content in new.items() if name not in same}, labels[1])
    moved = renamed(before, after)
    found: list[Change] = []
    flagged: list[Alert] = []
    everywhere: Mapping[str, str] = {}
    for place in sorted({*before.places, *after.places} - set(moved.values())):
        now = moved.get(place, place)
        one = _Place(
            now, under(before.comparable(place, after), moved), after.comparable(now, before), moved, everywhere
        )
        everywhere = one.pairs if place == ACROSS else everywhere
        found += one.changes()
        flagged += alerts(now, one.before, one.after, one.pairs, one.names)
    return Difference(
        changes=tuple(_told_once(found)),
        one_of=_one_of((before, after), new, same, moved) if found else {},
        alerts=tuple(_flagged_once(flagged)),
        titles={change.place: _title(change.place, before, after) for change in found},
        reread=_reread(before, after),
        errors=(*before.errors, *after.errors),
    )


def _one_of(
    moments: tuple[Snapshot, Snapshot], new: Files, same: Collection[str], moved: Mapping[str, str]
) -> dict[Placed, str]:
    """The ids across articles of the records of both moments; where they differ, those of the later."""
    unchanged = snapshot({name: new[name] for name in IN_THE_STORY if name in same}, "").places.get(ACROSS, {})
    (earlier, old), (later, now) = ((one, {**unchanged, **one.places.get(ACROSS, {})}) for one in moments)
    return dict((*joined(earlier, old, moved), *joined(later, now, {})))


class _Place:
    """One article's records, or those across articles, before and after."""

    def __init__(
        self, name: str, before: Records, after: Records, moved: Mapping[str, str], everywhere: Mapping[str, str]
    ) -> None:
        self.name, self.before, self.after, self.moved = name, before, after, moved
        self.pairs = same_records(before, after, everywhere)
        self.names = names_in(before, after)

    def changes(self) -> Iterator[Change]:
        """What became of each record, in the order in which the files have them."""
        earlier = {new: old for old, new in self.pairs.items()}
        for key, record in self.after.items():
            if key not in earlier:
                yield self._change(How.ADDED, None, record)
                continue
            fields = tuple(self._fields(self.before[earlier[key]], record))
            if fields:
                yield self._change(How.CHANGED, self.before[earlier[key]], record, fields)
        for key, record in self.before.items():
            if key not in self.pairs:
                into = self._merged_into(record)
                yield self._change(How.MERGED if into else How.REMOVED, record, into)

    def _change(
        self, how: How, before: Record | None, after: Record | None, fields: tuple[FieldChange, ...] = ()
    ) -> Change:
        return Change(place=self.name, how=how, before=before, after=after, fields=fields, names=self.names)

    def _fields(self, before: Record, after: Record) -> Iterator[FieldChange]:
        """The fields that differ; a reference to a record that has another id now is the same."""
        old, new = (record.model_dump(mode="json", by_alias=True) for record in (before, after))
        pairs = {
            field: (_comparable(field, old[field], self.moved), _comparable(field, new[field], {})) for field in new
        }
        changed = {field for field, (was, now) in pairs.items() if field not in NOT_NEWS and self._moved(was) != now}
        if old.get("sha256") != new.get("sha256") and not changed & BESIDE_THE_TEXT:
            yield FieldChange(field="text", old=None, new="edited")
        yield from (FieldChange(field=key, old=was, new=now) for key, (was, now) in pairs.items() if key in changed)

    def _moved(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._moved(one) for one in value]
        return self.pairs.get(value, value) if isinstance(value, str) else value

    def _merged_into(self, record: Record) -> Record | None:
        """The person or organization that was there already and now goes by this one's name too."""
        for key in self.pairs.values():
            kept = self.after[key]
            names, is_alike = names_of(record), prefix_of(key) == prefix_of(record.id)
            if is_alike and names and names <= names_of(kept) and self._articles(record) & {*_articles(kept)}:
                return kept
        return None

    def _articles(self, record: Record) -> set[str]:
        return {self.moved.get(one, one) for one in _articles(record)}


def _articles(record: Record) -> tuple[str, ...]:
    """The articles that name somebody; those of whom one article tells all stand in that."""
    return getattr(record, "articles", (ACROSS,))


def _comparable(field: str, value: Any, moved: Mapping[str, str]) -> Any:
    """A field without what only says where in the article its words are found; articles by the ids they have now."""
    if field == "evidence":
        return [one["exact"] for one in value]
    if field == "reports":
        return [f"{moved.get(one['article'], one['article'])}: {one['record']}" for one in value]
    if field == "values":
        return [one["value"] for one in value]
    return value


def _told_once(changes: list[Change]) -> Iterator[Change]:
    """Changes without those that say of one article what is said of all: that somebody came or went."""
    across = {(change.how, change.record.id) for change in changes if change.place == ACROSS}
    for change in changes:
        if change.place == ACROSS or not names_of(change.record) or (change.how, change.record.id) not in across:
            yield change


def _flagged_once(flagged: list[Alert]) -> Iterator[Alert]:
    """Alerts without those that flag in one article what is flagged in all."""
    across = {(alert.kind, alert.words) for alert in flagged if alert.place == ACROSS}
    return (one for one in flagged if one.place == ACROSS or (one.kind, one.words) not in across)


def _title(place: str, before: Snapshot, after: Snapshot) -> str:
    article = after.article(place) or before.article(place)
    return sentence(article, {}) if article else place or "all articles"


def _reread(before: Snapshot, after: Snapshot) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for place in before.places:
        old, new = before.article(place), after.article(place)
        if old and new and old.extractor != new.extractor:
            found[old.extractor, new.extractor] += 1
    return found
