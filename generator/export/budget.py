"""Layer 3: the story with each article's words cut to what its licence allows to be quoted, as on the pages."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from generator.model.article import Article
from generator.model.evidence import locate
from generator.model.facts import ArticleFacts, Story
from generator.model.records import Claim, Discrepancy, Event, Evidence, Record
from generator.pages.quoting import CUT, LIMITS, limit_for, quote

LONGEST = LIMITS[0]
Limits = Mapping[str, int | None]
R = TypeVar("R", bound=Record)


def within_budget(story: Story, articles: Mapping[str, Article]) -> Story:
    """The same records, quotations cut where an article has no open licence; `[…]` tells what was cut.

    Args:
        story: the story to publish.
        articles: each article by its id; one that is missing is quoted as shortly as any.
    """
    limits = {facts.article.id: _limit(facts, articles.get(facts.article.id)) for facts in story.articles}
    return replace(
        story,
        articles=tuple(_facts(facts, limits) for facts in story.articles),
        discrepancies=tuple(_discrepancy(discrepancy, limits) for discrepancy in story.discrepancies),
    )


def _limit(facts: ArticleFacts, article: Article | None) -> int | None:
    if article is None:
        return LIMITS[-1]
    evidence = (e for record in facts.records() for e in getattr(record, "evidence", ()))
    places = (locate(e, article.text) for e in evidence)
    return limit_for(article.text, facts.article.licence, [place for place in places if place])


def _facts(facts: ArticleFacts, limits: Limits) -> ArticleFacts:
    limit = limits[facts.article.id]
    if limit is None:
        return facts
    cut: dict[str, Any] = {
        kind: tuple(_record(record, limit) for record in getattr(facts, kind))
        for kind in ("people", "organizations", "memberships", "claims", "votes", "events")
    }
    cut["discrepancies"] = tuple(_discrepancy(discrepancy, limits) for discrepancy in facts.discrepancies)
    return facts.model_copy(update=cut)


def _record(record: R, limit: int) -> R:
    cut: dict[str, Any] = {"evidence": tuple(_evidence(e, limit) for e in getattr(record, "evidence", ()))}
    if isinstance(record, Claim):
        cut["content"] = tuple(_words(part, LONGEST) for part in record.content)
    if isinstance(record, Event):
        cut["what"] = _words(record.what, limit)
    return record.model_copy(update=cut)


def _discrepancy(discrepancy: Discrepancy, limits: Limits) -> Discrepancy:
    values = tuple(
        value.model_copy(update={"evidence": _evidence(value.evidence, limits[value.article])})
        for value in discrepancy.values
    )
    return discrepancy.model_copy(update={"values": values})


def _evidence(evidence: Evidence, limit: int | None) -> Evidence:
    return evidence.model_copy(update={"exact": _words(evidence.exact, limit)})


def _words(words: str, limit: int | None) -> str:
    quotation = quote(words, limit)
    return f"{quotation.words} {CUT}" if quotation.is_cut else quotation.words
