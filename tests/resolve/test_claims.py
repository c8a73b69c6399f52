"""Which claims several articles report, and where they give words to different sources (cases in claims.yml)."""

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.facts import ArticleFacts, Story
from generator.resolve import resolve
from resolve.test_resolve import facts

CASES = yaml.load(Path(__file__).with_name("claims.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
PEOPLE = ["Dora Vane", "Otto Kell"]


def article(name: str, published: str | None = None, claims: list[dict[str, Any]] | None = None, **more: Any) -> Any:
    """Facts of one article from the short forms that claims.yml explains."""
    told = [claim(f"clm-{name}-{n}", **fields) for n, fields in enumerate(claims or [], start=1)]
    made = facts(name, more.pop("people", PEOPLE), **more, claims=told)
    return made.model_copy(update={"article": made.article.model_copy(update={"published": published})})


def claim(key: str, **fields: Any) -> dict[str, Any]:
    named = {"attribution": "named-person", "speaker": "per-dora-vane"} if "attribution" not in fields else {}
    usual = {"mode": "direct", "act": "statement", "source": "she", "evidence": [{"exact": fields["content"][0]}]}
    return {"id": key, **usual, **named, **fields}


def joined(story: Story) -> list[list[str]]:
    return sorted(
        [f"{report.article.removeprefix('art-')}{report.record[-1]}" for report in one.reports] for one in story.claims
    )


def told(case: dict[str, Any]) -> list[ArticleFacts]:
    return [article(name, **fields) for name, fields in case["articles"].items()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_which_reports_are_of_one_claim(case: dict[str, Any]) -> None:
    stories = [resolve(order) for order in itertools.permutations(told(case))]
    assert all(story == stories[0] for story in stories)
    assert joined(stories[0]) == case["joined"]
    words = [piece for each in told(case) for claim in each.claims for piece in claim.content]
    assert all(any(d.about in piece for piece in words) for d in stories[0].discrepancies), "verbatim"
    differ = [f"{d.kind} {' / '.join(value.value for value in d.values)}" for d in stories[0].discrepancies]
    assert differ == case.get("differ", [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_report_stays_as_its_article_has_it(case: dict[str, Any]) -> None:
    before = {each.article.id: each.claims for each in told(case)}
    after = {each.article.id: each.claims for each in resolve(told(case)).articles}
    assert re.sub(r"(per-[a-z]+)-[0-9a-f]{6}\b", r"\1", repr(after)) == repr(before)
