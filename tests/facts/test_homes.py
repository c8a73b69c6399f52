"""Decisions whose records have other ids or say something else by now: where each goes (cases in homes.yml)."""

from pathlib import Path
from typing import Any

import pytest

from facts.stories import article_facts, claim, quoted, story
from generator.errors import ReviewError
from generator.facts.apply import apply
from generator.facts.as_read import as_read
from generator.facts.nearest import of_no_article
from generator.model.article import Article
from generator.model.facts import ArticleFacts, Story
from generator.model.review import Decision, PlacedDecision, Reviewed
from generator.strict_yaml import load

CASES_FILE = Path(__file__).with_name("homes.yml")
CASES = load(CASES_FILE.read_text(encoding="utf-8"), file=CASES_FILE, error=ReviewError).value
OLD = "clm-old-111111"


def claims_of(article: str, claims: dict[str, dict[str, Any]]) -> ArticleFacts:
    made = [
        claim(key, **{"speaker": "per-ann-lee", **fields, "content": fields["content"][0]})
        for key, fields in claims.items()
    ]
    return article_facts(article, claims=made)


def decided(before: Story, now: Story, text: str = "", **fields: Any) -> Reviewed:
    """What becomes of a decision on a record of one story in another."""
    decision = Decision.model_validate({"target": OLD, "op": "confirm", **fields})
    made = decision.model_copy(update={"as_read": as_read(before, decision.target)})
    articles = {
        facts.article.id: Article(id=facts.article.id, path="seeds/a.txt", text=text, sha256="0" * 64)
        for facts in now.articles
    }
    return apply(now, [PlacedDecision(decision=made, file="desk.yml", line=1)], articles=articles)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_homes(case: dict[str, Any]) -> None:
    here = [] if case["now"] is None else [claims_of("art-a", case["now"])]
    now = story(*here, claims_of("art-b", case.get("elsewhere", {})))
    reviewed = decided(story(claims_of("art-a", case["then"])), now, case.get("text", ""), **case.get("decision", {}))
    assert [*map(str, reviewed.notes)] == case.get("notes", [])
    assert [str(one.problem) for one in reviewed.stale] == case.get("stale", [])
    assert list(reviewed.marks) == ([case["goes_to"]] if "goes_to" in case else [])


def vote(key: str, motion: str, **fields: Any) -> Story:
    return story(
        article_facts(
            votes=[{"id": key, "status": "planned", "motion": motion, "evidence": [quoted(motion)], **fields}]
        )
    )


def test_a_vote_that_was_planned_is_not_the_one_that_was_held() -> None:
    planned, held = vote("vot-a-1", "the libary bill"), vote("vot-a-2", "the library bill", status="held")
    assert len(decided(planned, held, target="vot-a-1").stale) == 1
    assert decided(planned, vote("vot-a-2", "the library bill"), target="vot-a-1").stale == ()


def test_a_vote_that_was_confirmed_as_planned_is_looked_at_again_once_it_was_held() -> None:
    planned, held = vote("vot-a-1", "the bill"), vote("vot-a-1", "the bill", status="held", counts={"for": 7})
    (stale,) = decided(planned, held, target="vot-a-1").stale
    assert stale.problem.problem == "status of vot-a-1 was “planned” when it was confirmed and is now “held”"


@pytest.mark.parametrize("record", ["mem-ann-lee-prime-minister-aaaaaa", "evt-bridge-444444", "vot-motion-333333"])
def test_every_kind_of_record_is_known_again_by_its_words(record: str) -> None:
    before = story()
    lists: dict[str, Any] = {
        name: [one.model_dump(mode="json", by_alias=True) for one in getattr(before.articles[0], name)]
        for name in ("memberships", "events", "votes")
    }
    for one in (one for several in lists.values() for one in several):
        one["id"] = one["id"].replace(record, f"{record}-new")
    reviewed = decided(before, story(article_facts(**lists)), target=record)
    assert (list(reviewed.marks), reviewed.stale) == ([f"{record}-new"], ())


def test_people_go_by_their_names_alone() -> None:
    assert as_read(story(), "per-ann-lee") is None


@pytest.mark.parametrize(
    ("target", "meant"), [("art-harbour-newss", "if art-harbour-news is meant, write that; else "), ("art-mill", "")]
)
def test_an_article_that_a_slip_of_the_pen_names_is_offered(target: str, meant: str) -> None:
    problem, mend = of_no_article(target, ["art-harbour-news", "art-pier-news"])
    assert problem == f"{target} is not in the facts"
    assert mend.startswith(f"{meant}name the article that has its words")
