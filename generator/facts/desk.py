"""Layer 1, review: one decision after another comes in, the story as they leave it and what is shown of each go out."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.facts.added import added, added_problems, apart, are_two_votes
from generator.facts.check import wording_problems
from generator.facts.fields import label_of, said, shown, value_of, with_value
from generator.facts.kinds import prefix_of
from generator.facts.nearest import misspelt, of_no_article, of_no_record
from generator.facts.people import merge_doubt, rename, split, unite
from generator.facts.reports import are_apart, are_joined, reports_of, split_reports, unite_reports
from generator.facts.working_story import Resolved, WorkingStory
from generator.model.article import Article
from generator.model.facts import Reported, ResolvedOrganization, ResolvedPerson, Story
from generator.model.ids import fold
from generator.model.records import Claim, Record, VoteEvent, is_id
from generator.model.references import references
from generator.model.review import Decision, Mark
from generator.model.words import ReviewOp

_FOLLOWS = frozenset((ReviewOp.RENAME, ReviewOp.NOTE, ReviewOp.CONFIRM))
"""What can be decided on a record that is part of another by now as well as on that."""
_OF_TWO = frozenset((ReviewOp.MERGE, ReviewOp.DISTINCT))
REPORTED = (Claim, VoteEvent)
"""Kinds of record of which several articles' may be reports of one."""

_SOMEBODY = re.compile(r"(?<![\w-])(?:per|org)-[a-z0-9]+(?:-[a-z0-9]+)*")


class StaleError(Exception):
    """A decision that no longer fits the facts."""


class Desk:
    """Applies one decision after another, and keeps what pages show of each.

    Attributes:
        marks: what was decided, by the id of the record.
        gone: why a record is not there any more, by its id.
        apart: who is told apart, and the place of the decision that says so.
        added: the place of the decision that added a record, by its article and id.
        against: the place of the decision that holds, by that of an earlier one that it goes against.
        merged: whom a merged record is part of, by its id.
        notes: what there is to know of decisions that fit, by their places.
        was: the machine's value of a field and the one that it has now, by the record's id and the field's name.
    """

    def __init__(self, story: Story, own_ids: Mapping[str, str], articles: Mapping[str, Article]) -> None:
        self.read = story
        self.story = WorkingStory(story)
        self.own_ids = own_ids
        self.articles = articles
        self.marks: dict[str, list[Mark]] = defaultdict(list)
        self.gone: dict[str, str] = {}
        self.apart: dict[frozenset[str], int] = {}
        self.added: dict[tuple[str, str], int] = {}
        self.against: dict[int, int] = {}
        self.was: dict[tuple[str, str], tuple[Any, Any]] = {}
        self.merged: dict[str, str] = {}
        self.notes: dict[int, str] = {}
        self.place = -1
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
        if decision.expect in _resolved([record]).other_names:
            moved["expect"] = label_of(record)  # It goes by that name too.
        return decision.model_copy(update=moved)

    def part_of(self, merged: str) -> str:
        """What a merged record is part of, however often that was merged in its turn."""
        while merged in self.merged:
            merged = self.merged[merged]
        return merged

    def named(self, words: str) -> str:
        """A message with the name of each person and body before the id that it has for them."""
        return _SOMEBODY.sub(lambda found: self._with_name(found[0]), words)

    def _with_name(self, target: str) -> str:
        found = self.story.records(target) or [one for one in self._across if one.id == target]
        return f"{label_of(found[0])} ({target})" if found else target

    @property
    def _across(self) -> tuple[Resolved, ...]:
        return (*self.read.people, *self.read.organizations)

    def _decidable(self, decision: Decision) -> Sequence[Record]:
        """The records that a decision is on; which reports are of one vote is all that can be decided on by its id."""
        if decision.op is ReviewOp.ADD and not self.story.records(decision.target):
            raise StaleError(*of_no_article(decision.target))
        found = self._records(decision.target)
        if decision.target != found[0].id and decision.op not in (ReviewOp.MERGE, ReviewOp.SPLIT):
            reports = reports_of(self.story, decision.target)
            told = f"{decision.target} is what several articles report"
            mend = " or ".join(f"{one.record} ({one.article})" for one in reports)
            raise StaleError(told, f"decide on the report that is meant: {mend}")
        return found

    def _records(self, target: str) -> Sequence[Record]:
        """The records with an id; where only a vote made of several reports has it, its reports."""
        if target in self.gone:
            instead = f"name {self.merged[target]} instead, or " if target in self.merged else ""
            raise StaleError(
                f"{target} {self.gone[target]}", f"{instead}comment this decision out, or the one before it"
            )
        found = self.story.records(target)
        if not found and self.story.is_known(target):
            reports = map(self.story.record, reports_of(self.story, target))
            found = [record for record in reports if record is not None]
        if not found:
            raise StaleError(*of_no_record(target, self._alike(target)))
        return found

    def _alike(self, target: str) -> list[str]:
        return [one for one in self.story.ids() if prefix_of(one) == prefix_of(target)]

    def _as_expected(self, decision: Decision, records: Sequence[Record]) -> Sequence[Record]:
        """The records that have the expected value; articles that word a claim alike give records of one id.

        What another decision has changed since is still what was expected: of two decisions that were made on the same
        reading, the later holds.
        """
        field = decision.field or "name"
        machine, now = self.was.get((decision.target, field), (None, None))
        is_changed = (decision.target, field) in self.was and machine == decision.expect
        expected = now if is_changed else decision.expect
        found = [record for record in records if value_of(record, field) in (decision.expect, expected)]
        if not found:
            expected = f"{field} of {decision.target} was expected to be {said(decision.expect)}"
            now = said(value_of(records[0], field))
            raise StaleError(f"{expected} and is now {now}", "look at it again, then change “expect”")
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

    def _check_references(self, record: Record, known: Collection[str] = ()) -> None:
        for _, reference in references(record):
            if reference not in known and not self.story.records(reference):
                problem = f"{record.id} cannot refer to {reference}, which is not there"
                near = misspelt(reference, self._alike(reference))
                raise StaleError(problem, f"did you mean {near}?" if near else "name a record that is there")

    def _check_words(self, target: str, field: str, changed: Record) -> None:
        """See to it that what is set, where the site gives it as an article's words, stands in every such article."""
        for article, _ in self.story.placed(target):
            text = self.articles[article].text if article in self.articles else None
            for where, words in wording_problems(changed, text) if text is not None else ():
                if where[0] == field.partition(".")[0]:
                    problem = f"{field} of {target} cannot be {said(value_of(changed, field))}: {words}"
                    raise StaleError(problem, f"copy them from {self.articles[article].path}, or use “note” to comment")

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
            unite(self.story, _resolved(records), _resolved(kept))
            self.gone[decision.target] = f"was merged into {into} before"
            self.merged[decision.target] = into
            notes = (mark for mark in self.marks.get(decision.target, ()) if mark.op is ReviewOp.NOTE)
            self.marks[into] += (mark for mark in notes if mark not in self.marks[into])
            if doubt := merge_doubt(_resolved(records), _resolved(kept)):
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
            split(self.story, _resolved(records), into, articles)
            self.apart[frozenset(targets)] = self.place
        for target in targets:
            self._mark(decision, target=target, old=decision.target, new=into)

    def _taken(self, into: str) -> str | None:
        """Why no new record can have an id."""
        if into in self.gone:
            return self.gone[into]
        if into in self.own_ids:
            return f"is an article's own id of {self.own_ids[into]}"
        return "is there already" if self.story.is_known(into) else None

    def _articles(self, records: Sequence[Record]) -> Sequence[str]:
        """The articles that name a person or an organization, or that report a claim or a vote."""
        if isinstance(records[0], REPORTED):
            return [report.article for report in reports_of(self.story, records[0].id)]
        return _resolved(records).articles

    def _rename(self, decision: Decision, records: Sequence[Record]) -> None:
        old = label_of(records[0])
        self.story.replace(records[0], rename(_resolved(records), str(decision.value)))
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
                    "confirm that instead, and comment this decision out",
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

    def _names_in(self, article: str) -> Callable[[str], str]:
        """What the program read an article to call people and organizations; words stand for themselves."""
        facts = next((one for one in self.read.articles if one.article.id == article), None)
        everybody = (*facts.people, *facts.organizations) if facts else ()
        names = {one.id: label_of(one) for one in everybody}
        return lambda reference: names.get(self.own_ids.get(reference, reference), reference)

    def _shown(self, value: Any) -> str | None:
        """A value in words for readers, people and bodies by their names."""
        return shown(self._by_names(value))

    def _by_names(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._by_names(one) for one in value]
        if isinstance(value, dict):
            return {key: self._by_names(one) for key, one in value.items()}
        called = self.story.records(value) if isinstance(value, str) and is_id(value) else ()
        return label_of(called[0]) if called else value

    def _remember(self, target: str, field: str, old: Any, new: Any) -> None:
        machine, _ = self.was.get((target, field), (old, old))
        self.was[target, field] = (machine, new)

    def _mark(self, decision: Decision, *, target: str | None = None, **said: str | None) -> None:
        mark = Mark(op=decision.op, why=decision.why, by=decision.by, on=decision.on, **said)
        marks = self.marks[target or decision.target]
        is_again = bool(marks) and replace(mark, old=marks[-1].old) == marks[-1]
        if mark not in marks and not is_again:
            marks.append(mark)


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


def _resolved(records: Sequence[Record]) -> Resolved:
    """The one person or organization across articles; reading a review lets nothing else come here."""
    (record,) = records
    assert isinstance(record, (ResolvedPerson, ResolvedOrganization)), record.id
    return record
