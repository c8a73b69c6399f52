"""Claims, stage 7 with the tagger: a draft and what the tagger reads come in, how far the draft is believed goes out.

The rules' own likelihood, how likely the tagger thinks the cue, and how well the draft's content and source fit what it
reads there are weighed by weights that `training/stacking.py` learns on articles that neither was trained on.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.extract.claims.draft import Draft
from generator.extract.claims.logistic import likelihood
from generator.extract.claims.mending import mended
from generator.extract.claims.quoting import content_spans
from generator.extract.claims.tagged_drafts import TAGGED
from generator.extract.claims.tagger import Run, Tagging
from generator.extract.claims.weighing import is_settled, is_vote

MODEL, MINDS = "stack", "stack_minds"
FURTHEST = 5
TENTHS = 10
ADVANTAGE = 0.2
"""How much likelier the tagger's draft of a cue has to be: the rules get the ends of contents and sources better."""


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """A draft and how likely it is by the rules alone, None where the tagger found it."""

    draft: Draft
    likely: float | None


def grouped(drafts: Iterable[Weighed], tagging: Tagging) -> Iterator[list[Weighed]]:
    """The drafts that say what one cue reports, cue by cue; each quotation that goes on without a cue by itself."""
    by_cue: dict[int, list[Weighed]] = defaultdict(list)
    for one in drafts:
        cue = cue_of(one.draft, tagging)
        if cue is None:
            yield [one]
        else:
            by_cue[cue].append(one)
    yield from by_cue.values()


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A draft, how likely it gives words of its source's, and how likely what its source thinks or wants."""

    draft: Draft
    said: float
    minded: float


def stacked(drafts: Iterable[Weighed], tagging: Tagging) -> Iterator[Judged]:
    """The draft of each cue that is believed most, and how far; the rules' where the tagger's is little likelier."""
    for rivals in grouped(drafts, tagging):
        judged = [_judged(one, rivals, tagging) for one in rivals]
        best = max(judged, key=lambda one: one.said + one.minded - _handicap(one.draft))
        ruled = [one.draft for one in rivals if not is_tagged(one.draft)]
        yield replace(best, draft=mended(best.draft, ruled)) if is_tagged(best.draft) else best


def _handicap(draft: Draft) -> float:
    """What counts against a draft beside others with its cue: that the tagger found it; form may settle it."""
    return ADVANTAGE if is_tagged(draft) else -1.0 if is_settled(draft) else 0.0


def _judged(one: Weighed, rivals: list[Weighed], tagging: Tagging) -> Judged:
    """What the weights make of a draft: within a quotation all is words, and a vote is no words of anybody's."""
    draft, features = one.draft, stack_features(one, rivals, tagging)
    said = 0.0 if is_vote(draft) or is_unsaid(draft) else likelihood(MODEL, features)
    return Judged(draft=draft, said=said, minded=likelihood(MINDS, features) if may_mind(draft) else 0.0)


def may_mind(draft: Draft) -> bool:
    """Whether a draft may tell what its source thinks or wants; within a quotation that is part of the words."""
    return draft.cue is not None and not draft.sentence.depth


def is_unsaid(draft: Draft) -> bool:
    """Whether the tagger alone finds words that were not said: `has not said whether`."""
    return draft.cue is not None and draft.cue.negated and is_tagged(draft)


def is_tagged(draft: Draft) -> bool:
    """Whether the tagger found a draft, rather than the rules."""
    return draft.shape.startswith(TAGGED)


def cue_of(draft: Draft, tagging: Tagging) -> int | None:
    """The token by which a draft is held against what the tagger reads."""
    return None if draft.cue is None else tagging.cue_in(draft.cue.start, draft.cue.end)


def content_runs(draft: Draft) -> tuple[Run, ...]:
    """A draft's content in tokens, with what it takes from later paragraphs."""
    return tuple(map(draft.sentence.document.tokens_at, content_spans(draft)))


def stack_features(one: Weighed, rivals: list[Weighed], tagging: Tagging) -> list[str]:
    """What is true of a draft, as words that weights are learnt for.

    Args:
        rivals: all drafts with the same cue, this one among them.
    """
    draft = one.draft
    cue = cue_of(draft, tagging)
    if cue is None:
        return list(_up_to("going on", _grade(one.likely or 0.0)))
    by_rules = max((rival.likely for rival in rivals if rival.likely is not None), default=None)
    rules = "none" if by_rules is None else str(_grade(by_rules))
    kind = "tagged" if is_tagged(draft) else "ruled"
    said, minded = _grade(tagging.said(cue)), _grade(tagging.minded(cue))
    found = [f"{kind} rules {rules} cue {said}"]
    found += _up_to(f"{kind} cue", said)
    found += _up_to(f"{kind} mind", minded)
    found.append(f"mind {minded} cue {said}")
    found.append(f"{kind} {draft.shape} {_group(draft)}")
    found.append(f"{kind} negated {draft.cue is not None and draft.cue.negated}")
    if one.likely is not None:
        found += _up_to(f"{kind} likely", _grade(one.likely))
    found.append(f"{kind} by rules {rules}")
    found += _fit(draft, cue, kind, said, tagging)
    found.append(f"{kind} quoting {any(True for _ in draft.quotes())} depth{draft.sentence.depth}")
    found.append(f"{kind} sourced {draft.source is not None} cue {said > 0}")
    return found


def _fit(draft: Draft, cue: int, kind: str, said: int, tagging: Tagging) -> list[str]:
    """How well a draft's content and source fit what the tagger expects around its cue."""
    if cue not in tagging.near:
        return [f"{kind} unread"]
    runs = content_runs(draft)
    fit = round(TENTHS * tagging.content_support(cue, runs))
    words = tagging.words(runs)
    read, expected = tagging.claims.get(cue), tagging.claimed_words.get(cue, set())
    shared = len(words & expected)
    found = list(_up_to(f"{kind} content", fit))
    found.append(f"{kind} content {fit // 2} cue {said > 0}")
    found += _up_to(f"{kind} source", round(TENTHS * tagging.source_support(cue, draft.source)))
    found += _up_to(f"{kind} agreed", round(TENTHS * shared / max(1, len(words) + len(expected) - shared)))
    found.append(f"{kind} length {min(len(words), 4)}")
    if read is not None:
        found.append(f"{kind} {_compared(draft.source, read.source)}")
    return found


def _compared(source: Run | None, read: Run | None) -> str:
    """How a draft's source stands to the one that the tagger reads."""
    if source is None or read is None:
        return f"source {source is not None} read {read is not None}"
    shared = min(source[1], read[1]) - max(source[0], read[0])
    if source == read or shared <= 0:
        return "source as read" if source == read else "source elsewhere"
    return "source longer" if source[1] - source[0] > read[1] - read[0] else "source shorter"


def _group(draft: Draft) -> str:
    return "" if draft.cue is None else f"{draft.cue.entry.kind} {draft.cue.entry.group}"


def _grade(likely: float) -> int:
    """A likelihood in steps of its logarithm, from -5 to 5."""
    held = min(max(likely, 1e-4), 1 - 1e-4)
    return round(max(-FURTHEST, min(FURTHEST, math.log(held / (1 - held)))))


@cache
def _up_to(name: str, grade: int) -> tuple[str, ...]:
    """A grade as all the steps up to it, so that what is learnt of one step helps the next."""
    return (name, *(f"{name} {step}" for step in range(-FURTHEST + 1, grade + 1)))
