"""Claims of several articles under one id: the same words keep it, other words are told apart."""

from typing import Any

from generator.model.facts import ArticleFacts
from generator.model.ids import longer_id
from generator.resolve import resolve
from resolve.test_claims import PEOPLE, claim
from resolve.test_resolve import facts

SHARED = "clm-she-aaaaaa"
TOOK, GAVE = "he took the money of the foundation", "he gave the money to the foundation"


def article(name: str, *claims: dict[str, Any]) -> ArticleFacts:
    return facts(name, PEOPLE, claims=list(claims))


def told(*articles: ArticleFacts) -> dict[str, list[tuple[str, str | None]]]:
    """By article, the id of each claim and what it answers."""
    return {each.article.id: [(c.id, c.replies_to) for c in each.claims] for each in resolve(articles).articles}


def test_the_same_words_keep_one_id() -> None:
    found = told(article("a", claim(SHARED, content=[TOOK])), article("b", claim(SHARED, content=[TOOK])))
    assert found == {"art-a": [(SHARED, None)], "art-b": [(SHARED, None)]}


def test_other_words_are_told_apart_and_answers_follow() -> None:
    denial = claim("clm-he-bbbbbb", content=["nonsense"], act="denial", replies_to=SHARED)
    found = told(article("a", claim(SHARED, content=[TOOK]), denial), article("b", claim(SHARED, content=[GAVE])))
    took, gave = longer_id(SHARED, [TOOK]), longer_id(SHARED, [GAVE])
    assert found == {"art-a": [(took, None), ("clm-he-bbbbbb", took)], "art-b": [(gave, None)]}


def test_whichever_article_comes_first() -> None:
    first, second = article("a", claim(SHARED, content=[TOOK])), article("b", claim(SHARED, content=[GAVE]))
    assert told(first, second) == told(second, first)
