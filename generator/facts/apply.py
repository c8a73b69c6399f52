"""Layer 1, review: a story and people's decisions come in, the reviewed story goes out; nothing on disk changes."""

from collections.abc import Mapping, Sequence

from generator.errors import ReviewError
from generator.facts.desk import Desk, StaleError
from generator.facts.homes import Home, Homes
from generator.model.article import Article
from generator.model.facts import Story
from generator.model.review import Decision, PlacedDecision, Reviewed, StaleDecision
from generator.model.words import ReviewOp


def apply(
    story: Story,
    decisions: Sequence[PlacedDecision],
    *,
    own_ids: Mapping[str, str] | None = None,
    articles: Mapping[str, Article] | None = None,
) -> Reviewed:
    """The story as people decided it, decision by decision in their order.

    A decision whose target or expected value has gone is left out and told of in `stale`, unless a later decision on
    the same field, or one that rejects the record, has taken its place. One whose record has another id by now goes to
    the record that has its words.

    Args:
        story: the machine's reading.
        decisions: what people decided.
        own_ids: resolved ids by the ids that articles' own files have, for decisions that were made on those.
        articles: every article by id, to find the words of what people added in.
    """
    if not decisions:
        return Reviewed(story=story, marks={}, stale=())
    known, texts = own_ids or {}, articles or {}
    desk, homes = Desk(story, known, texts), Homes(story, known, texts)
    stale: list[StaleDecision] = []
    notes: list[str] = []
    for placed in decisions:
        decision, home = _at_home(resolved_ids(placed.decision, known), homes)
        try:
            if home.problem:
                raise StaleError(*home.problem)
            desk.take(decision)
        except StaleError as problem:
            words, mend = problem.args
            told = ReviewError(words, file=placed.file, line=placed.line, mend=mend)
            stale.append(StaleDecision(placed=placed, decision=decision, problem=told))
        else:
            stale = [one for one in stale if not _replaces(decision, one.decision)]
            if home.note:
                notes.append(f"{placed.place}: {home.note}")
    marks = {target: tuple(found) for target, found in desk.marks.items()}
    return Reviewed(
        story=desk.story.done(), marks=marks, stale=tuple(stale), notes=tuple(notes), apart=frozenset(desk.apart)
    )


def _at_home(decision: Decision, homes: Homes) -> tuple[Decision, Home]:
    """A decision on the record that it is on now."""
    home = homes.of(decision)
    return decision.model_copy(update={"target": home.target}), home


def _replaces(later: Decision, stale: Decision) -> bool:
    """Whether a decision that fits the facts says anew what a stale one said before."""
    if later.target != stale.target:
        return False
    field, old = decided_field(later), decided_field(stale)
    is_as_whole = later.op is stale.op is ReviewOp.CONFIRM and field is None
    is_anew = later.op in (ReviewOp.SET, ReviewOp.CONFIRM, ReviewOp.RENAME) and field is not None
    return later.op is ReviewOp.REJECT or ((is_as_whole or is_anew) and field == old)


def decided_field(decision: Decision) -> str | None:
    """The field that a decision gives a value or confirms one of; None where it is about the whole record."""
    return "name" if decision.op is ReviewOp.RENAME else decision.field


def resolved_ids(decision: Decision, own_ids: Mapping[str, str]) -> Decision:
    """A decision with the ids of the story in place of those of one article's file."""
    changed = {"target": own_ids.get(decision.target, decision.target)}
    if decision.op in (ReviewOp.MERGE, ReviewOp.DISTINCT) and decision.into is not None:
        changed["into"] = own_ids.get(decision.into, decision.into)
    return decision.model_copy(update=changed)
