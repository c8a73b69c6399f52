"""What was decided between two moments, in words: each case of decided.yml, and the other formats."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from facts.stories import article_facts, story
from generator.cli import told_as_json, told_as_markdown, told_as_text
from generator.facts.decided import decided
from generator.facts.difference import Difference, difference
from generator.facts.history import facts_on_disk
from generator.facts.store import write_article_facts, write_story

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("decided.yml").read_text(encoding="utf-8"))
LABELS = ("before", "after")
MERGE = "- {target: per-bo-ray, op: merge, into: per-ann-lee, why: one person, by: desk}\n"


def compared(folder: Path, before: str, after: str) -> Difference:
    write_article_facts(folder, article_facts())
    write_story(folder, story())
    facts = dict(facts_on_disk(folder))
    review = ({"desk.yml": before.encode()}, {"desk.yml": after.encode()})
    found = decided(review, (facts, facts), labels=LABELS)
    return replace(difference(facts, facts, labels=LABELS), decided=found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    found = compared(tmp_path, case["before"], case["after"])
    told = click.unstyle(told_as_text.told(found, LABELS)).partition("\n")[2]
    assert told.splitlines() == case["tells"].splitlines()
    problems = [str(problem) for problem in found.decided.errors]
    assert len(problems) == len(case.get("warns", []))
    assert all(map(str.startswith, problems, case.get("warns", [])))


def test_a_decision_in_another_file_is_the_same() -> None:
    review = ({"a.yml": MERGE.encode()}, {"b.yml": MERGE.encode()})
    assert decided(review, ({}, {}), labels=LABELS).changes == ()


def test_markdown_and_json_tell_decisions_too(tmp_path: Path) -> None:
    found = compared(tmp_path, "", MERGE)
    lines = told_as_markdown.told(found, LABELS).splitlines()
    assert lines[0].startswith("### decisions") and "#### Decisions" in lines
    assert any(line.startswith("- ➕ added desk") and "Bo Ray" in line for line in lines)
    told = json.loads(told_as_json.told(found, LABELS))["decisions"]
    assert told["counts"] == {"added": 1}
    (one,) = told["changes"]
    assert (one["how"], one["id"], one["was"]) == ("added", "per-bo-ray", None)
    assert one["decision"] == yaml.safe_load(MERGE)[0]
    assert one["details"] == ["why: one person"]
