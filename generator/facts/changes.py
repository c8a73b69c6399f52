"""Layer 1, facts and git: a site's repository and what it publishes come in, what changed, told to readers, goes out.

Bounded: the last commits, as much of their files as can be compared while one waits, and so many changes. The files
hold the machine's reading; what people rejected, and what is held back, is counted and not told, and what they
corrected is told as the site shows it. So are their decisions, those on what is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from textwrap import shorten
from typing import Any

from generator.errors import FactsError
from generator.facts.alerts import REASONS, Alert
from generator.facts.decided import DONE, SOMEBODY, UNDECIDED, Decided, DecisionChange, decided
from generator.facts.difference import Change, Difference, FieldChange, difference
from generator.facts.grave import is_grave, rests_on_one_unnamed
from generator.facts.history import Commit, Files, commits, facts_at, review_at
from generator.facts.how import How
from generator.facts.kinds import LISTS, prefix_of
from generator.facts.seal import UNSEALED
from generator.facts.snapshot import ACROSS
from generator.facts.telling import KINDS, in_words, names_in, sentence
from generator.facts.told import about, by_article, field_line, headline, line, time
from generator.model.facts import Story
from generator.model.history import History, Revision, ToldChange, ToldField
from generator.model.ids import fold
from generator.model.labels import label
from generator.model.publishing import Policy, Published
from generator.model.records import ArticleRecord, Claim, Record
from generator.model.references import references
from generator.model.review import Reviewed
from generator.model.words import Act, ReviewOp

COMMITS = 20
"""How many commits are told."""
BYTES = 1_000_000
"""How much of their files is compared: about a second's work."""
IN_ONE, CHARACTERS = 40, 60_000
"""How many changes of one commit are told, and how long the lines of all commits may be together."""
LONGEST = 300
"""Characters of a line: as much as may be quoted of any article."""
DECIDED = "What people decided"
"""The heading of decisions."""
WEIGHTY = {"art": 0, "clm": 1, "vot": 1, "dis": 1, "mem": 2, "evt": 3}
"""In which order kinds of record are told where there is no room for all; who is named at all comes last."""
LEFT_OUT = ("evidence", "confidence")
"""Fields whose changes say nothing to readers, or too much of an article."""


def changes(
    project: Path, folders: tuple[str, str], reviewed: Reviewed, published: Published, policy: Policy
) -> History | None:
    """The last changes of the facts; None where the site is not under git's version control.

    Args:
        project: the site's folder.
        folders: the folders of facts and of decisions, relative to it.
        reviewed: the story with decisions applied.
        published: what the site shows of it.
        policy: what it shows.
    """
    try:
        found = commits(project, folders, COMMITS + 1)
        told = tuple(_revisions(project, folders, found, _Teller(reviewed, published, policy))) if found else ()
    except FactsError:
        return None
    return History(revisions=told, goes_on=len(found) > COMMITS)


def _at(project: Path, folders: tuple[str, str], revision: str) -> tuple[Files, Files]:
    """The files of facts and of decisions as a revision has them."""
    return facts_at(project, folders[0], revision), review_at(project, folders[1], revision)


def _revisions(
    project: Path, folders: tuple[str, str], found: Sequence[Commit], teller: "_Teller"
) -> Iterator[Revision]:
    bytes_left, after = BYTES, _at(project, folders, found[0].name)
    for number, commit in enumerate(found[:COMMITS]):
        if number + 1 < len(found):
            before = _at(project, folders, found[number + 1].name)
        else:
            before = ({}, {}) if commit.is_first else _at(project, folders, f"{commit.name}^")
        labels = (f"{commit.name}^", commit.name)
        old, new = _differing(before[0], after[0])
        review, facts = (before[1], after[1]), (before[0], after[0])
        after = before
        size = sum(map(len, (*old.values(), *new.values())))
        bytes_left -= size
        empty = Revision(commit=commit.name, moment=commit.moment, headline="", is_whole=False)
        if size and bytes_left < 0:
            files = len({*old, *new})
            yield replace(empty, headline=f"files of facts: {files}", files=files)
        elif size or review[0] != review[1]:
            decisions = decided(review, facts, labels=labels) if review[0] != review[1] else UNDECIDED
            told = teller.told(replace(difference(old, new, labels=labels), decided=decisions), empty)
            if told.groups or told.withheld:
                yield told


def _differing(before: Files, after: Files) -> tuple[Files, Files]:
    """The files that say something else, whichever extractor wrote them."""
    same = {
        name
        for name in before.keys() & after.keys()
        if before[name] == after[name] or UNSEALED.sub(b"", before[name]) == UNSEALED.sub(b"", after[name])
    }
    first, second = ({n: content for n, content in files.items() if n not in same} for files in (before, after))
    return first, second


class _Teller:
    """Tells changes as far as what they are about is published."""

    def __init__(self, reviewed: Reviewed, published: Published, policy: Policy) -> None:
        self._policy = policy
        self._left = CHARACTERS
        self._shown = {facts.article.id: {one.id: one for one in facts.records()} for facts in published.story.articles}
        self._across = {one.id: one for one in _across(published.story)}
        known = {one.id for one in published.held}
        rejected = {target for target, marks in reviewed.marks.items() if any(m.op is ReviewOp.REJECT for m in marks)}
        self._gone = known | rejected
        self._corrected = {
            (target, mark.field) for target, marks in published.marks.items() for mark in marks if mark.field
        }
        self._told_ids = {key for shown in self._shown.values() for key in shown} | {*self._across}
        self._words = {
            fold(part)
            for facts in reviewed.story.articles
            for claim in facts.claims
            if claim.id in known
            for part in claim.content
        }
        self._denials = _denials(published.story)
        titles = {facts.article.id: facts.article.title for facts in reviewed.story.articles if facts.article.title}
        self._names = {**names_in(self._across, *self._shown.values()), **titles}

    def told(self, found: Difference, empty: Revision) -> Revision:
        """One revision's changes, as many as may be told."""
        found = replace(found, changes=tuple(one for one in found.changes if self._says_something(one)))
        records = [one for change in found.changes for one in (change.before, change.after) if one is not None]
        gone = self._not_told(records)
        words = self._words | {
            fold(part) for one in records if isinstance(one, Claim) and one.id in gone for part in one.content
        }
        kept = [change for change in found.changes if self._may_be_told(change, gone, words)]
        made = [one for one in found.decided.changes if self._may_be_decided(one, gone, words)]
        shown = replace(found, changes=tuple(kept), decided=Decided(changes=tuple(made)))
        fitting = [*self._fitting(kept)]
        decisions = tuple(map(self._decision, made[:IN_ONE]))
        return replace(
            empty,
            headline=headline(shown) if kept or made else "",
            about=_short(about(shown, self._names)) if kept else "",
            flags=tuple(islice(self._flags(found.alerts, kept, gone, words), IN_ONE)),
            groups=(
                *([(DECIDED, decisions)] if decisions else []),
                *self._groups(replace(shown, changes=tuple(fitting))),
            ),
            withheld=len(found.changes) - len(kept) + len(found.decided.changes) - len(made),
            more=len(kept) - len(fitting) + len(made) - len(decisions),
            is_whole=True,
        )

    def _flags(self, alerts: Sequence[Alert], kept: Sequence[Change], gone: set[str], words: set[str]) -> Iterator[str]:
        """What weighs most of the changes that are told, but for what people corrected since, or whom it is about."""
        told = {
            (change.place, one.id): one for change in kept for one in (change.before, change.after) if one is not None
        }
        settled = gone | {target for target, _ in self._corrected}
        for alert in alerts:
            record = told.get((alert.place, alert.record)) or self._shown.get(alert.place, {}).get(alert.record)
            if record is None or settled & {record.id, *(to for _, to in references(record))}:
                continue
            self._left -= len(alert.words)
            if self._left >= 0 and not _gives(alert.words, words):
                yield _short(f"{REASONS[alert.kind]}: {alert.words}")

    def _fitting(self, kept: Sequence[Change]) -> Iterator[Change]:
        """As many of one commit's changes as there is room for, those that weigh most before others."""
        chosen = {id(change) for change in sorted(kept, key=_rank)[:IN_ONE]}
        for change in sorted(kept, key=lambda change: change.place == ACROSS):
            if id(change) not in chosen:
                continue
            told = self._change(change)
            values = (value or "" for field in told.fields for value in (field.old, field.new))
            self._left -= sum(map(len, (told.line, *values, *told.denials)))
            if self._left < 0:
                return
            yield change

    def _groups(self, found: Difference) -> Iterator[tuple[str, tuple[ToldChange, ...]]]:
        for title, group in by_article(found):
            yield _short(self._names.get(group[0].place, title)), tuple(self._change(change) for change in group)

    def _change(self, change: Change) -> ToldChange:
        shown = self._shown.get(change.place, self._across).get(change.record.id)
        change = replace(change, names={**change.names, **self._names})
        words = line(change)
        if shown is not None and change.how in (How.ADDED, How.CHANGED):
            words = f"{change.kind}: {sentence(shown, change.names)}"
        if isinstance(change.record, ArticleRecord) and change.record.title:
            words = f"{change.kind}: “{change.record.title}”"
        return ToldChange(
            line=_short(words),
            how=change.how,
            fields=tuple(_field(change, field) for field in change.fields if self._is_told(change, field.field)),
            denials=tuple(map(_short, self._denials.get((change.place, change.record.id), ()))),
        )

    def _says_something(self, change: Change) -> bool:
        return change.how is not How.CHANGED or any(self._is_told(change, field.field) for field in change.fields)

    def _is_told(self, change: Change, field: str) -> bool:
        return field not in LEFT_OUT and (change.record.id, field) not in self._corrected

    def _not_told(self, records: Iterable[Record]) -> set[str]:
        """The ids of records that are not published, those of former days by the rule for grave claims."""
        claims = {one.id: one for one in records if isinstance(one, Claim)}
        gone = self._gone | {
            key
            for key, one in claims.items()
            if key not in self._told_ids
            and rests_on_one_unnamed(one)
            and is_grave(" … ".join(one.content), self._policy.grave_words)
        }
        gone |= {one.id for one in records if str(LISTS.get(prefix_of(one.id))) in self._policy.only_confirmed}
        answering = {key for key, one in claims.items() if {one.replies_to, *one.also_replies_to, one.nested_in} & gone}
        return (gone | answering) - (self._told_ids - self._gone)

    def _may_be_told(self, change: Change, gone: set[str], words: set[str]) -> bool:
        """Whether neither the record is held back nor any line gives words that are."""
        if any(one is not None and one.id in gone for one in (change.before, change.after)):
            return False
        told = (line(change), *(field_line(change, field) for field in change.fields))
        said = fold(change.sentence)
        return not any(_gives(one, words) for one in told) and not any(said in part for part in words)

    def _may_be_decided(self, one: DecisionChange, gone: set[str], words: set[str]) -> bool:
        """Whether a decision is on what the site tells, and its line gives no words of what it does not tell."""
        decision = one.decision
        about = {decision.target, decision.into}
        return bool(about & self._told_ids) and not about & gone and not _gives(self._decision(one).line, words)

    def _decision(self, one: DecisionChange) -> ToldChange:
        """Who decided what on which fact and why, the fact as the site tells it; what was read is told elsewhere.

        Of a name that gave way to another both are told.
        """
        decision = one.decision
        target = self._called(decision.target) or " … ".join(decision.as_read.words if decision.as_read else ())
        into = self._called(decision.into) if decision.into else None
        if decision.op in (ReviewOp.MERGE, ReviewOp.RENAME) and prefix_of(decision.target) in ("per", "org"):
            target, into = one.called, into or str(decision.value)
        signed = ", ".join(filter(None, (decision.by or SOMEBODY, decision.on)))
        what = " ".join((DONE[decision.op], KINDS[prefix_of(decision.target)]))
        told = ": ".join(filter(None, (signed, what, " → ".join(filter(None, (target, into))))))
        field = f" ({label(decision.field)})" if decision.field and decision.op is not ReviewOp.ADD else ""
        return ToldChange(line=_short(f"{told}{field}{f'; {decision.why}' if decision.why else ''}"), how=one.how)

    def _called(self, key: str) -> str | None:
        """What a record that the site tells says, and an article by its title."""
        places = (self._across, *self._shown.values())
        found = next((records[key] for records in places if key in records), None)
        if found is None or isinstance(found, ArticleRecord):
            return self._names.get(key)
        return sentence(found, self._names)


def _rank(change: Change) -> int:
    return len(WEIGHTY) if change.place == ACROSS else WEIGHTY.get(prefix_of(change.record.id), len(WEIGHTY))


def _gives(told: str, words: set[str]) -> bool:
    """Whether what is told holds any of some words, which are folded."""
    folded = fold(told)
    return any(part in folded for part in words)


def _across(story: Story) -> Iterator[Record]:
    for several in (story.people, story.organizations, story.claims, story.votes, story.discrepancies):
        yield from several


def _denials(story: Story) -> Mapping[tuple[str, str], list[str]]:
    """What denies each claim, in words, by its article and its id."""
    names = names_in({one.id: one for one in _across(story)})
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for facts in story.articles:
        for claim in facts.claims:
            for answered in (claim.replies_to, *claim.also_replies_to) if claim.act is Act.DENIAL else ():
                if answered is not None:
                    found[facts.article.id, answered].append(sentence(claim, names))
    return found


def _field(change: Change, field: FieldChange) -> ToldField:
    old, new = (_value(field.field, value, change) for value in (field.old, field.new))
    return ToldField(name=field.field, old=old, new=new)


def _value(field: str, value: Any, change: Change) -> str | None:
    """A field's value for readers: of the reports of a record the articles, of a time its words and its day."""
    if field == "reports" and value:
        value = [*dict.fromkeys(report.partition(": ")[0] for report in value)]
    if field == "when":
        value = time(value)
    return _short(in_words(value, change.names)) if value not in (None, [], {}, "") else None


def _short(words: str) -> str:
    return shorten(words, LONGEST, placeholder=" […]")
