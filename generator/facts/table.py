"""Layer 1, review: the story that decisions are made on, where they find their records, and what pages show of each."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.facts.check import wording_problems
from generator.facts.fields import label_of, said, shown, value_of
from generator.facts.kinds import prefix_of
from generator.facts.nearest import misspelt, of_no_record
from generator.facts.reports import reports_of
from generator.facts.working_story import Resolved, WorkingStory
from generator.model.article import Article
from generator.model.facts import ResolvedOrganization, ResolvedPerson, Story
from generator.model.records import Claim, Record, VoteEvent, is_id
from generator.model.references import references
from generator.model.review import Decision, Mark

REPORTED = (Claim, VoteEvent)
"""Kinds of record of which several articles' may be reports of one."""

_SOMEBODY = re.compile(r"(?<![\w-])(?:per|org)-[a-z0-9]+(?:-[a-z0-9]+)*")


class StaleError(Exception):
    """A decision that no longer fits the facts."""


class Table:
    """A story as decisions leave it, and what is shown of each.

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
        return the_resolved(records).articles

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


def the_resolved(records: Sequence[Record]) -> Resolved:
    """The one person or organization across articles; reading a review lets nothing else come here."""
    (record,) = records
    assert isinstance(record, (ResolvedPerson, ResolvedOrganization)), record.id
    return record
