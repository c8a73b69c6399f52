"""Layer 1, review: a story and people's decisions come in, the reviewed story goes out; nothing on disk changes."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from generator.errors import ReviewError
from generator.facts.conflicts import decided_field, in_words, settle
from generator.facts.desk import Desk
from generator.facts.homes import Home, Homes
from generator.facts.table import StaleError
from generator.model.article import Article
from generator.model.facts import Story
from generator.model.review import Decision, Note, PlacedDecision, Reviewed, StaleDecision
from generator.model.words import ReviewOp


@dataclass(frozen=True, kw_only=True)
class Applied(Reviewed):
    """A story with people's decisions applied, and what became of those who were merged.

    Attributes:
        merged: whom each person or body that was merged is part of after every merge, by id.
    """

    merged: Mapping[str, str] = field(default_factory=dict)


def apply(
    story: Story,
    decisions: Sequence[PlacedDecision],
    *,
    own_ids: Mapping[str, str] | None = None,
    articles: Mapping[str, Article] | None = None,
) -> Applied:
    """The story as people decided it, decision by decision in their order.

    A decision whose target or expected value has gone is left out and told of in `stale`, unless a later decision on
    the same field, or one that rejects the record, has taken its place. One whose record has another id by now goes to
    the record that has its words. Of two that go against each other the later holds, and a note says so.

    Args:
        story: the machine's reading.
        decisions: what people decided.
        own_ids: resolved ids by the ids that articles' own files have, for decisions that were made on those.
        articles: every article by id, to find the words of what people added in.
    """
    if not decisions:
        return Applied(story=story, marks={}, stale=())
    known, texts = own_ids or {}, articles or {}
    homes = Homes(story, known, texts)
    entries = [_entry(placed, resolved_ids(placed.decision, known), homes) for placed in decisions]
    failing = {place for place, entry in enumerate(entries) if entry.home.problem}
    while True:
        settled = settle([entry.decision for entry in entries], failing)
        desk, stale = _applied(Desk(story, known, texts), entries, settled.out)
        failed = settled.by & stale.keys()
        if not failed:
            break
        failing |= failed  # What was left out for the sake of a decision that does not fit is in force after all.
    marks = {target: tuple(found) for target, found in desk.marks.items()}
    return Applied(
        story=desk.story.done(),
        marks=marks,
        stale=_left(entries, settled.out, stale),
        notes=tuple(
            replace(note, words=desk.named(note.words))
            for note in _notes(entries, stale, settled.against | desk.against, desk.notes)
        ),
        apart=frozenset(desk.apart),
        merged={one: desk.part_of(one) for one in desk.merged},
    )


class _Entry(NamedTuple):
    """A decision as it was written, with the ids of the story, and where it goes."""

    placed: PlacedDecision
    decision: Decision
    home: Home


def _entry(placed: PlacedDecision, decision: Decision, homes: Homes) -> _Entry:
    home = homes.of(decision)
    return _Entry(placed, decision.model_copy(update={"target": home.target}), home)


def _applied(desk: Desk, entries: Sequence[_Entry], out: Collection[int]) -> tuple[Desk, dict[int, StaleDecision]]:
    """The desk after all decisions but those that are left out, and those that did not fit, by their places."""
    stale: dict[int, StaleDecision] = {}
    for place, (placed, decision, home) in enumerate(entries):
        try:
            if home.problem:
                raise StaleError(*home.problem)
            if place not in out:
                desk.take(decision, place)
        except StaleError as problem:
            words, mend = (desk.named(words) for words in problem.args)
            told = ReviewError(words, file=placed.file, line=placed.line, mend=mend)
            stale[place] = StaleDecision(placed=placed, decision=decision, problem=told)
    return desk, stale


def _left(
    entries: Sequence[_Entry], out: Collection[int], stale: Mapping[int, StaleDecision]
) -> tuple[StaleDecision, ...]:
    """The decisions that do not fit, without those whose place a later one has taken."""
    fitting = [
        (place, entry.decision) for place, entry in enumerate(entries) if place not in stale and place not in out
    ]
    return tuple(
        one
        for place, one in stale.items()
        if not any(later > place and _replaces(decision, one.decision) for later, decision in fitting)
    )


def _notes(
    entries: Sequence[_Entry], stale: Collection[int], against: Mapping[int, int], own: Mapping[int, str]
) -> Iterator[Note]:
    """What is said aloud of decisions that fit, in their order."""
    for place, (placed, decision, home) in enumerate(entries):
        if place in stale:
            continue
        for words in filter(None, (home.note, own.get(place))):
            yield Note(placed=placed, words=words)
        if place in against and against[place] not in stale:
            later = entries[against[place]]
            earlier = f"“{in_words(decision)}” at {placed.place}, which came before"
            words = f"“{in_words(later.decision)}” holds for {later.decision.target}, against {earlier}"
            yield Note(placed=later.placed, words=words, against=placed)


def _replaces(later: Decision, stale: Decision) -> bool:
    """Whether a decision that fits the facts says anew what a stale one said before."""
    if later.target != stale.target:
        return False
    field, old = decided_field(later), decided_field(stale)
    is_as_whole = later.op is stale.op is ReviewOp.CONFIRM and field is None
    is_anew = later.op in (ReviewOp.SET, ReviewOp.CONFIRM, ReviewOp.RENAME) and field is not None
    return later.op is ReviewOp.REJECT or ((is_as_whole or is_anew) and field == old)


def resolved_ids(decision: Decision, own_ids: Mapping[str, str]) -> Decision:
    """A decision with the ids of the story in place of those of one article's file."""
    changed = {"target": own_ids.get(decision.target, decision.target)}
    if decision.op in (ReviewOp.MERGE, ReviewOp.DISTINCT) and decision.into is not None:
        changed["into"] = own_ids.get(decision.into, decision.into)
    return decision.model_copy(update=changed)
