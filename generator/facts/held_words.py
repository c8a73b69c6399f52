"""Layer 1, policy: where the words of claims that are held back stand; a story comes in, none of them goes out.

A claim, an event or a disagreement that is told in those words is held back too. Names, roles and votes are no
allegations and stay, unless they are called by a grave word. Evidence that reaches into those words is cut to what
stands around them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from generator.facts.grave import is_grave
from generator.facts.kinds import LISTS
from generator.model.article import Article
from generator.model.evidence import Span, locate
from generator.model.facts import ArticleFacts, Story
from generator.model.records import (
    ArticleRecord,
    Claim,
    Discrepancy,
    Event,
    Evidence,
    Membership,
    Record,
    VoteEvent,
)

R = TypeVar("R", bound=Record)
Passages = Mapping[str, tuple[Span, ...]]
_LETTER = re.compile(r"\w")


def passages_of(claims: Iterable[Claim], text: str) -> tuple[Span, ...]:
    """Where the words of some claims stand in their article."""
    return tuple(sorted({span for claim in claims for span in _content(claim, text)}))


def without_passages(
    story: Story, passages: Passages, articles: Mapping[str, Article], held: Collection[str]
) -> tuple[Story, tuple[str, ...]]:
    """A story whose evidence gives no words of some passages, and the ids of what else is told in them.

    Args:
        story: the story.
        passages: for each article where the words stand.
        articles: each article by its id.
        held: the ids of the claims whose words they are, which are passed over.
    """
    telling: dict[str, None] = {}
    changed = []
    for facts in story.articles:
        spans = passages.get(facts.article.id, ())
        if spans:
            cut = _Cut(articles[facts.article.id].text, spans)
            telling |= dict.fromkeys(one.id for one in facts.records() if one.id not in held and cut.is_told_by(one))
            facts = _trimmed(facts, cut, {*held, *telling})
        changed.append(facts)
    for one in story.discrepancies:
        cuts = ((value, passages.get(value.article, ())) for value in one.values)
        if any(spans and _Cut(articles[v.article].text, spans).reaches(v.evidence) for v, spans in cuts):
            telling[one.id] = None
    return replace(story, articles=tuple(changed)), tuple(telling)


class _Cut:
    """The text of an article and the passages of it that are not to be given."""

    def __init__(self, text: str, passages: tuple[Span, ...]) -> None:
        self._text, self._passages = text, passages

    def is_told_by(self, record: Record) -> bool:
        """Whether a record is told in the words of a passage, or, of a vote or role, gives grave ones."""
        match record:
            case Claim():
                return self._overlaps(_content(record, self._text))
            case Event():
                return self._overlaps(_spans(record.what, record.evidence, self._text))
            case VoteEvent():
                return is_grave(record.motion) and self._holds_motion(record)
            case Discrepancy():
                return any(self.reaches(value.evidence) for value in record.values)
            case Membership():
                return is_grave(record.role) and self._overlaps(_spans(record.role, record.evidence, self._text))
            case _:
                return False

    def _holds_motion(self, vote: VoteEvent) -> bool:
        return self._overlaps(_spans(vote.motion, vote.evidence, self._text))

    def reaches(self, evidence: Evidence) -> bool:
        """Whether a quotation gives words of a passage."""
        place = locate(evidence, self._text)
        return place is not None and self._overlaps([place])

    def cut(self, record: Any) -> tuple[Evidence, ...]:
        """A record's evidence without the words of passages; names and titles within one stay."""
        if isinstance(record, VoteEvent) and self._holds_motion(record):
            return ()
        cut = (one for evidence in record.evidence for one in self._cut(evidence))
        called = str(getattr(record, "name", "") or getattr(record, "role", "")).split()
        return tuple(one for one in cut if not called or any(word in one.exact for word in called))

    def _cut(self, evidence: Evidence) -> Iterator[Evidence]:
        place = locate(evidence, self._text)
        if place is None:
            yield evidence
            return
        start, end = place
        if any(first <= start and end <= last for first, last in self._passages):
            if not is_grave(evidence.exact):
                yield Evidence(exact=evidence.exact)
            return
        around = (start - len(evidence.prefix or ""), end + len(evidence.suffix or ""))
        if not self._overlaps([around]):
            yield evidence
            return
        for first, last in self._outside(start, end):
            words = self._text[first:last].strip()
            if len(_LETTER.findall(words)) > 1:
                yield Evidence(exact=words)

    def _outside(self, start: int, end: int) -> Iterator[Span]:
        """The parts of a place that no passage holds."""
        for first, last in self._passages:
            if start < first < end:
                yield start, first
            if first < end and start < last:
                start = max(start, last)
        if start < end:
            yield start, end

    def _overlaps(self, spans: Iterable[Span]) -> bool:
        return any(a < last and first < b for a, b in spans for first, last in self._passages)


def _trimmed(facts: ArticleFacts, cut: _Cut, passed_over: Collection[str]) -> ArticleFacts:
    lists = {name: tuple(_cut(one, cut, passed_over) for one in getattr(facts, name)) for name in LISTS.values()}
    return facts.model_copy(update=lists)


def _cut(record: R, cut: _Cut, passed_over: Collection[str]) -> R:
    """A record with its evidence cut; where nothing would be left of it, the words that it is called by stand."""
    if record.id in passed_over or isinstance(record, ArticleRecord | Discrepancy):
        return record
    left = cut.cut(record)
    whole: tuple[Evidence, ...] = record.evidence  # type: ignore[attr-defined]
    return record if left == whole else record.model_copy(update={"evidence": left or (_label(record),)})


def _label(record: Record) -> Evidence:
    for field in ("name", "role", "what", "motion"):
        if getattr(record, field, None):
            return Evidence(exact=getattr(record, field))
    return Evidence(exact=getattr(record, "content", ("…",))[0])


def _content(claim: Claim, text: str) -> list[Span]:
    return [span for part in claim.content for span in _spans(part, claim.evidence, text)]


def _spans(words: str, evidence: Iterable[Evidence], text: str) -> list[Span]:
    """Where words stand within evidence; where they do not, all of the evidence is taken for them."""
    places = [place for one in evidence if (place := locate(one, text))]
    found = [(at, at + len(words)) for start, end in places if (at := text.find(words, start, end)) >= 0]
    return found or places
