"""Layer 1, review: one decision after another comes in, the story as they leave it and what is shown of each go out."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from generator.facts.added import added, added_problems, apart, are_two_votes
from generator.facts.fields import label_of, said, value_of, with_value
from generator.facts.nearest import of_no_article
from generator.facts.people import merge_doubt, rename, split, unite
from generator.facts.reports import are_apart, are_joined, reports_of, split_reports, unite_reports
from generator.facts.table import REPORTED, StaleError, Table, the_resolved
from generator.model.article import Article
from generator.model.facts import Reported, ResolvedOrganization, ResolvedPerson, Story
from generator.model.ids import fold
from generator.model.records import Record, VoteEvent
from generator.model.references import references
from generator.model.review import Decision
from generator.model.words import ReviewOp

_FOLLOWS = frozenset((ReviewOp.RENAME, ReviewOp.NOTE, ReviewOp.CONFIRM))
"""What can be decided on a record that is part of another by now as well as on that."""
_OF_TWO = frozenset((ReviewOp.MERGE, ReviewOp.DISTINCT))


class Desk(Table):
    """Applies one decision after another to the story on the table."""

    def __init__(self, story: Story, own_ids: Mapping[str, str], articles: Mapping[str, Article]) -> None:
        super().__init__(story, own_ids, articles)
        self.ops: dict[ReviewOp, Callable[[Decision, Sequence[Record]], None]] = {
            ReviewOp.SET: self._set,
            ReviewOp.REJECT: self._reject,
            ReviewOp.CONFIRM: self._confirm,
            ReviewOp.MERGE: self._merge,
            ReviewOp.SPLIT: self._split,
            ReviewOp.RENAME: self._rename,
            ReviewOp.NOTE: self._note,
            ReviewOp.ADD: self._add,
            ReviewOp.DISTINCT: self._distinct,
        }

    def take(self, decision: Decision, place: int) -> None:
        """Apply one decision.

        Args:
            decision: the decision.
            place: its place among all decisions; `against` tells by it what an earlier one went against.

        Raises:
            StaleError: its target or expected value has gone.
        """
        self.place = place
        if decision.op in _FOLLOWS and decision.target in self.merged:
            decision = self._followed(decision)
        if decision.op in _OF_TWO and decision.into in self.merged:
            into = self.part_of(decision.into)
            self.notes[place] = f"{decision.into} stands for {into} here, which it was merged into"
            decision = decision.model_copy(update={"into": into})
        records = self._decidable(decision)
        if "expect" in decision.model_fields_set:
            records = self._as_expected(decision, records)
        self.ops[decision.op](decision, records)

    def _followed(self, decision: Decision) -> Decision:
        """A decision on a record that was merged, on the one that it is part of now."""
        target = self.part_of(decision.target)
        self.notes[self.place] = f"the decision on {decision.target} goes to {target}, which it was merged into"
        moved: dict[str, Any] = {"target": target}
        (record,) = self._records(target)
        if decision.expect in the_resolved([record]).other_names:
            moved["expect"] = label_of(record)  # It goes by that name too.
        return decision.model_copy(update=moved)

    def _decidable(self, decision: Decision) -> Sequence[Record]:
        """The records that a decision is on; which reports are of one vote is all that can be decided on by its id."""
        if decision.op is ReviewOp.ADD and not self.story.records(decision.target):
            raise StaleError(*of_no_article(decision.target, self._alike(decision.target)))
        found = self._records(decision.target)
        if decision.target != found[0].id and decision.op not in (ReviewOp.MERGE, ReviewOp.SPLIT):
            reports = reports_of(self.story, decision.target)
            told = f"{decision.target} is what several articles report"
            mend = " or ".join(f"{one.record} ({one.article})" for one in reports)
            raise StaleError(told, f"decide on the report that is meant: {mend}")
        return found

    def _set(self, decision: Decision, records: Sequence[Record]) -> None:
        field = str(decision.field)
        old = value_of(records[0], field)
        try:
            changed = [with_value(record, field, decision.value) for record in records]
        except ValueError as problem:
            raise StaleError(str(problem), "correct the value, or set another field first") from None
        for before, after in zip(records, changed, strict=True):
            self._check_references(after, {reference for _, reference in references(before)})
        self._check_words(decision.target, field, changed[0])
        for before, after in zip(records, changed, strict=True):
            self.story.replace(before, after)
        self._remember(decision.target, field, old, decision.value)
        self._mark(decision, field=field, old=self._shown(old), new=self._shown(decision.value))

    def _reject(self, decision: Decision, records: Sequence[Record]) -> None:
        self.story.reject(decision.target, label_of(records[0]))
        self.gone[decision.target] = "was rejected before"
        self._mark(decision, old=label_of(records[0]))

    def _confirm(self, decision: Decision, records: Sequence[Record]) -> None:
        if decision.field is None:
            self._mark(decision)
            return
        old = value_of(records[0], decision.field)
        for record in records if old != decision.expect else ():
            self.story.replace(record, _set_back(record, decision.field, decision.expect))
        self._remember(decision.target, decision.field, old, decision.expect)
        self._mark(decision, field=decision.field, old=self._shown(old), new=self._shown(decision.expect))

    def _merge(self, decision: Decision, records: Sequence[Record]) -> None:
        into = str(decision.into)
        kept = self._records(into)
        is_vote = isinstance(records[0], VoteEvent)
        stays = kept[0].id if is_vote else into
        if into == decision.target and not (is_vote and are_apart(self.story, into)):
            raise StaleError(f"{into} cannot be merged into itself", "name another record")
        if is_vote:
            unite_reports(self.story, decision.target, into)
        else:
            unite(self.story, the_resolved(records), the_resolved(kept))
            self.gone[decision.target] = f"was merged into {into} before"
            self.merged[decision.target] = into
            notes = (mark for mark in self.marks.get(decision.target, ()) if mark.op is ReviewOp.NOTE)
            self.marks[into] += (mark for mark in notes if mark not in self.marks[into])
            if doubt := merge_doubt(the_resolved(records), the_resolved(kept)):
                told = f"{decision.target} is merged into {into}, though {doubt}"
                self.notes[self.place] = "; ".join(filter(None, (self.notes.get(self.place), told)))
            self._unite_apart(decision.target, into)
        self._mark(decision, target=stays, old=label_of(records[0]), new=label_of(kept[0]))

    def _unite_apart(self, merged: str, kept: str) -> None:
        """Have who was told apart from a merged record be so from the one that it is part of now."""
        moved = {frozenset(kept if one == merged else one for one in two): place for two, place in self.apart.items()}
        self.apart = {two: place for two, place in moved.items() if len(two) > 1}
        self.against |= {place: self.place for two, place in moved.items() if len(two) == 1}

    def _split(self, decision: Decision, records: Sequence[Record]) -> None:
        into = str(decision.into)
        if taken := self._taken(into):
            raise StaleError(f"{into} {taken}", "choose another id for the new record")
        articles = [str(one) for one in decision.value] if isinstance(decision.value, list) else []
        known = self._articles(records)
        for article in articles:
            if article not in known:
                raise StaleError(f"{decision.target} is not in {article}", "list articles that name this record")
        targets = [decision.target, into]
        if isinstance(records[0], REPORTED):
            if not are_joined(self.story, decision.target):
                raise StaleError(f"{decision.target} is what one article reports", "comment this decision out")
            targets = _first_records(reports_of(self.story, decision.target), articles)
            split_reports(self.story, decision.target, into, articles)
        else:
            split(self.story, the_resolved(records), into, articles)
            self.apart[frozenset(targets)] = self.place
        for target in targets:
            self._mark(decision, target=target, old=decision.target, new=into)

    def _rename(self, decision: Decision, records: Sequence[Record]) -> None:
        old = label_of(records[0])
        self.story.replace(records[0], rename(the_resolved(records), str(decision.value)))
        self._remember(decision.target, "name", old, decision.value)
        self._mark(decision, field="name", old=old, new=str(decision.value))

    def _note(self, decision: Decision, records: Sequence[Record]) -> None:
        self._mark(decision, field=decision.field)

    def _add(self, decision: Decision, records: Sequence[Record]) -> None:
        field, article = str(decision.field), self.articles.get(decision.target)
        value = decision.value if isinstance(decision.value, dict) else {}
        record = added(field, value, self.own_ids, self._names_in(decision.target))
        self._check_references(record)
        for problem in added_problems(record, article.text if article else ""):
            told = f"{said(label_of(record))} cannot be added to {decision.target}: {problem}"
            raise StaleError(told, "correct it, or comment this decision out")
        there = self.story.places[decision.target][field]
        record = apart(record, there)
        key = (decision.target, record.id)
        if key in self.added:
            self.against[self.added[key]] = self.place
            there[:] = [one for one in there if one.id != record.id]
        for one in there:
            if one.id == record.id or _is_that_vote(one, record):
                raise StaleError(
                    f"{one.id} is in the facts of {decision.target} already",
                    "confirm it or set what is wrong in it, and comment this decision out",
                )
        self.story.add(decision.target, record)
        self.added[key] = self.place
        self._mark(decision, target=record.id, new=label_of(record))

    def _distinct(self, decision: Decision, records: Sequence[Record]) -> None:
        other = str(decision.into)
        self._records(other)
        self.apart[frozenset((decision.target, other))] = self.place
        for target in (decision.target, other):
            self._mark(decision, target=target, old=decision.target, new=other)


def _first_records(reports: Iterable[Reported], articles: Collection[str]) -> list[str]:
    """The first report that stays with a claim or vote and the first that is split off, for readers to see marks on."""
    first: dict[bool, str] = {}
    for report in reports:
        first.setdefault(report.article in articles, report.record)
    return list(dict.fromkeys(first[is_split] for is_split in sorted(first)))


def _is_that_vote(read: Record, made: Record) -> bool:
    """Whether a vote is one that the program has read under another id, made of the article's words for a body."""
    votes = [one for one in (read, made) if isinstance(one, VoteEvent) and not are_two_votes(read, made)]
    return len({(fold(one.motion), fold(one.bill or ""), one.body) for one in votes}) == 1 and len(votes) == 2


def _set_back(record: Record, field: str, value: Any) -> Record:
    """A record with the value of a field that it had before."""
    if field == "name" and isinstance(record, (ResolvedPerson, ResolvedOrganization)):
        return rename(record, str(value))
    return with_value(record, field, value)
