"""Pairs of people who may be one person: who is proposed, and who is not (cases in paired.yml)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facts.stories import article_facts, quoted, story
from facts.test_apply import flow
from generator.errors import ReviewError
from generator.facts import apply, read_review
from generator.facts.pairs import Pair, who_may_be_one
from generator.model.facts import ArticleFacts
from generator.model.ids import name_id, slug
from generator.model.names import sort_name
from generator.strict_yaml import load

CASES_FILE = Path(__file__).with_name("paired.yml")
CASES = load(CASES_FILE.read_text(encoding="utf-8"), file=CASES_FILE, error=ReviewError).value


def facts_of(articles: list[list[str]]) -> Iterator[ArticleFacts]:
    for number, described in enumerate(articles):
        people, roles, bodies = [], [], {}
        for one in described:
            name, role, body, title = (*one.split(" / "), *["null"] * 3)[:4]
            key = name_id("per", name)
            words = {"honorific_prefix": None if title == "null" else title, "evidence": [quoted(name)]}
            people.append({"id": key, "name": name, "sort_name": sort_name(name), **words})
            if body != "null":
                bodies[body] = {"id": name_id("org", body), "name": body, "evidence": [quoted(body)]}
            if role != "null":
                organization = None if body == "null" else name_id("org", body)
                held = {"person": key, "role": role, "organization": organization, "evidence": [quoted(role)]}
                roles.append({"id": f"mem-{slug(name)}-{slug(role)}", **held})
        lists = {"people": people, "memberships": roles, "organizations": [*bodies.values()]}
        yield article_facts(f"art-{number}", **lists, claims=[], votes=[], events=[])


def told(pair: Pair) -> str:
    post = "+ " if pair.is_same_post else ""
    return f"{post}{pair.merged.record.name} → {pair.kept.record.name}: {pair.likeness}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_pairs(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "desk.yml").write_text("".join(f"- {flow(one)}\n" for one in case.get("decisions", ())))
    decisions, errors = read_review(tmp_path, project=tmp_path)
    assert errors == ()
    reviewed = apply(story(*facts_of(case["articles"])), decisions)
    assert reviewed.stale == ()
    assert [told(pair) for pair in who_may_be_one(reviewed)] == case["pairs"]
