"""People whom articles call by a single name: whose a decision is once articles come and go (single_names.yml)."""

from pathlib import Path
from typing import Any

import pytest

from facts.stories import article_facts, claim, quoted, story
from generator.errors import ReviewError
from generator.facts.apply import apply
from generator.facts.as_read import as_read
from generator.model.article import Article
from generator.model.facts import Story
from generator.model.ids import digest
from generator.model.review import Decision, PlacedDecision
from generator.strict_yaml import load

CASES_FILE = Path(__file__).with_name("single_names.yml")
CASES = load(CASES_FILE.read_text(encoding="utf-8"), file=CASES_FILE, error=ReviewError).value
JO = {"id": "per-jo-lee", "name": "Jo Lee", "sort_name": "Lee, Jo", "evidence": [quoted("Jo Lee")]}
LEE = {"id": "per-lee", "name": "Lee", "sort_name": "Lee", "evidence": [quoted("Ms Lee")]}
NOTHING: dict[str, list[Any]] = {"organizations": [], "memberships": [], "votes": [], "events": []}


def story_of(said: dict[str, str]) -> Story:
    """Articles in each of which a Lee says something, and one that names Jo Lee."""
    articles = [
        article_facts(f"art-{key}", people=[LEE], claims=[claim(f"clm-{key}", words, speaker="per-lee")], **NOTHING)
        for key, words in said.items()
    ]
    return story(*articles, article_facts("art-jo", people=[JO], claims=[], **NOTHING))


def lee_of(told: Story, article: str) -> str:
    return next(facts.people[0].id for facts in told.articles if facts.article.id == f"art-{article}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_single_names(case: dict[str, Any]) -> None:
    before, now = story_of(case["then"]), story_of(case["now"])
    target = lee_of(before, case["of"])
    decision = Decision(target=target, op="merge", into="per-jo-lee", why="the same", as_read=as_read(before, target))
    articles = {
        f"art-{key}": Article(id=f"art-{key}", path=f"seeds/{key}.txt", text=f"Ms Lee spoke. {words}", sha256="0" * 64)
        for key, words in case["now"].items()
    }
    reviewed = apply(now, [PlacedDecision(decision=decision, file="desk.yml", line=1)], articles=articles)
    merged = [key for key in case["now"] if lee_of(reviewed.story, key) == "per-jo-lee"]
    assert merged == ([case["goes_to"]] if case["goes_to"] else [])
    assert bool(reviewed.stale) is (case["goes_to"] is None)


def test_a_claim_is_confirmed_though_another_of_its_speakers_name_came_or_its_seed_has_another_name() -> None:
    said = "The harbour will be shut in May"
    before = story_of({"c": said})
    decision = Decision(target="clm-c", op="confirm", as_read=as_read(before, "clm-c"))
    placed = [PlacedDecision(decision=decision, file="desk.yml", line=1)]
    assert apply(story_of({"a": "It rained", "c": said}), placed).stale == ()
    renamed = story_of({"z": said})
    assert list(apply(renamed, placed).marks) == ["clm-z"]


def test_a_hash_may_have_no_figure() -> None:
    said = "The harbour will be shut in May"
    key = next(key for key in map(str, range(9999)) if digest("per-lee", f"art-{key}").isalpha())
    before = story_of({key: said})
    decision = Decision(target=f"clm-{key}", op="confirm", as_read=as_read(before, f"clm-{key}"))
    placed = [PlacedDecision(decision=decision, file="desk.yml", line=1)]
    assert list(apply(story_of({"z": said}), placed).marks) == ["clm-z"]
