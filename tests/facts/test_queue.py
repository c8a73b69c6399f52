"""What is left to decide, most consequential first (cases in queued.yml)."""

from pathlib import Path
from typing import Any

import pytest

from facts.stories import article_facts, claim, story
from facts.test_apply import flow
from generator.errors import ReviewError
from generator.facts import apply, read_review
from generator.facts.queue import Item, items
from generator.strict_yaml import load

CASES_FILE = Path(__file__).with_name("queued.yml")
CASES = load(CASES_FILE.read_text(encoding="utf-8"), file=CASES_FILE, error=ReviewError).value


def lists_of(given: dict[str, Any]) -> dict[str, Any]:
    """Lists of records; a claim's words are its id, since they are of no account here."""
    claims = [claim(**{"key": one["id"], "content": one["id"], **one}) for one in given.get("claims", ())]
    return {**given, **({"claims": [{k: v for k, v in one.items() if k != "key"} for one in claims]} if claims else {})}


def placed(item: Item) -> str:
    """Where a decision that no longer fits stands, else what is to be decided on."""
    return f"{item.stale.placed.file}:{item.stale.placed.line}" if item.stale else item.target


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_queue(case: dict[str, Any], tmp_path: Path) -> None:
    lists = lists_of(case.get("lists", {}))
    articles = [article_facts("art-a", **lists)]
    if case.get("articles") == 2:
        articles.append(article_facts("art-b", **lists | lists_of(case["in_b"])))
    told = story(*articles)
    (tmp_path / "desk.yml").write_text("".join(f"- {flow(one)}\n" for one in case.get("decisions", ())))
    decisions, errors = read_review(tmp_path, project=tmp_path)
    assert errors == ()
    own_ids = case.get("own_ids", {})
    found = items(apply(told, decisions, own_ids=own_ids))
    left = [[item.reason.value, placed(item)] for item in found if item.is_open]
    if "left" in case:
        assert left == case["left"]
    else:
        assert left[: len(case["first"])] == case["first"]
