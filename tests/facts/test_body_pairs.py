"""Pairs of bodies that may be one: which are proposed, and which are not (cases in paired_bodies.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from resolve.test_resolve import facts

from facts.test_apply import flow
from generator.facts import apply, listed_bodies, read_review
from generator.facts.body_pairs import which_bodies_may_be_one
from generator.resolve import resolve

CASES = yaml.safe_load(Path(__file__).with_name("paired_bodies.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_which_bodies_are_proposed(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "desk.yml").write_text("".join(f"- {flow(one)}\n" for one in case.get("decisions", ())))
    decisions, errors = read_review(tmp_path)
    assert errors == ()
    listed, _ = listed_bodies(tmp_path / "no list")
    story = resolve([facts(name, organizations=told) for name, told in case["articles"].items()], listed)
    reviewed = apply(story, decisions)
    assert reviewed.stale == ()
    found = which_bodies_may_be_one(reviewed, listed)
    assert [f"{p.merged.record.name} → {p.kept.record.name}: {p.likeness}" for p in found] == case["pairs"]
