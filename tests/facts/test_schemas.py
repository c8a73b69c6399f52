"""The JSON Schemas: made from the model, named where editors find them, and true of the files that are written."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, ValidationError

from facts.stories import article_facts, quoted, story
from generator.errors import ReviewError
from generator.facts import read_review, write_article_facts, write_schemas, write_story
from generator.facts.schemas import REVIEW, generated, schema_texts
from generator.model.facts import ResolvedClaim, ResolvedVote
from generator.model.records import Discrepancy
from generator.strict_yaml import load

DECISION = """
- target: clm-one-source-77ab10
  op: set
  field: act
  expect: statement
  value: allegation
  why: the article hedges with "claimed"
  by: desk
  on: 2025-01-20
"""

ADDED: dict[str, Any] = {
    "target": "art-a",
    "op": "add",
    "field": "claims",
    "value": {
        "attribution": "unnamed",
        "mode": "direct",
        "act": "statement",
        "content": ["it is"],
        "evidence": [{"exact": "it is"}],
    },
    "why": "missed",
}


REVIEWS_FILE = Path(__file__).with_name("reviews.yml")
REVIEWS = load(REVIEWS_FILE.read_text(encoding="utf-8"), file=REVIEWS_FILE, error=ReviewError).value


def named_schema(path: Path) -> dict[str, Any]:
    """The schema that a file's first line names, relative to the file."""
    first = path.read_text(encoding="utf-8").split("\n", 1)[0]
    target = path.parent / first.removeprefix("# yaml-language-server: $schema=")
    found: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return found


def test_the_shipped_schemas_are_those_of_the_model() -> None:
    shipped = {name: json.loads(text) for name, text in schema_texts().items()}
    assert shipped == generated(), "run: python -m generator.facts"


@pytest.mark.parametrize("name", sorted(generated()))
def test_each_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(generated()[name])


def test_every_file_that_is_written_is_as_its_first_line_says(tmp_path: Path) -> None:
    write_schemas(tmp_path)
    disputed = {"value": "last week", "article": "art-a", "evidence": quoted("the bridge")}
    fields = {"id": "dis-a-1", "kind": "time", "about": "a", "field": "when", "values": [disputed, disputed]}
    facts = article_facts(discrepancies=[fields])
    told = story(facts)
    write_article_facts(tmp_path, facts)
    reports = [{"article": "art-a", "record": "vot-motion-333333"}] * 2
    vote = ResolvedVote.model_validate({"id": "vot-motion-333333", "motion": "a motion", "reports": reports})
    claim = ResolvedClaim.model_validate({"id": "clm-ann-lee-111111", "reports": reports})
    write_story(
        tmp_path, replace(told, claims=(claim,), votes=(vote,), discrepancies=(Discrepancy.model_validate(fields),))
    )
    files = sorted(tmp_path.rglob("*.yml"))
    assert len(files) == 6
    for path in files:
        value = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert value
        Draft202012Validator(named_schema(path)).validate(value)


OWN = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize("path", sorted(OWN.rglob("*.yml")), ids=lambda path: path.name)
def test_every_file_of_this_project_is_as_its_first_line_says(path: Path) -> None:
    Draft202012Validator(named_schema(path)).validate(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("record", "change"),
    [
        ("clm-ann-lee-111111", {"act": "lie"}),
        ("vot-motion-333333", {"counts": {"for": -1}}),
        ("evt-bridge-444444", {"x": 1}),
    ],
)
def test_a_wrong_field_is_refused(tmp_path: Path, record: str, change: dict[str, Any]) -> None:
    write_schemas(tmp_path)
    write_article_facts(tmp_path, article_facts())
    path = tmp_path / "articles" / "art-a.yml"
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    value[record] |= change
    with pytest.raises(ValidationError):
        Draft202012Validator(named_schema(path)).validate(value)


def test_a_review_file_has_a_schema_too() -> None:
    validator = Draft202012Validator(generated()[REVIEW])
    decisions = load(DECISION, file="desk.yml", error=ReviewError).value
    validator.validate(decisions)
    decisions[0]["op"] = "change"
    with pytest.raises(ValidationError):
        validator.validate(decisions)


OF_NO_FILE = (
    "there is no",
    "no field",
    "is no value",
    "is not for people",
    "told apart from itself",
    "not the same kind",
)
"""What only reading finds wrong: which fields a kind of record has, and whether two ids fit each other."""


@pytest.mark.parametrize("case", REVIEWS, ids=lambda case: str(case["name"]))
def test_the_schema_and_the_reading_find_the_same_decisions_wrong(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "desk.yml"
    try:
        decisions = load(case["file"], file=path, error=ReviewError).value or []
    except ReviewError:
        return  # An editor says itself that a file is no YAML.
    if not isinstance(decisions, list):
        return
    validator = Draft202012Validator(generated()[REVIEW])
    for one in decisions:
        path.write_text(json.dumps([one]), encoding="utf-8")
        _, errors = read_review(tmp_path)
        if not any(words in str(error) for error in errors for words in OF_NO_FILE):
            assert validator.is_valid([one]) is not bool(errors), (one, errors)


@pytest.mark.parametrize(
    "decision",
    [
        {"target": "per-a", "op": "merge", "why": "same"},
        {"target": "clm-a-1", "op": "merge", "into": "clm-b-1", "why": "same"},
        {"target": "clm-a-1", "op": "set", "field": "act", "value": "denial", "why": "it is one"},
        {"target": "clm-a-1", "op": "set", "field": None, "expect": None, "value": None, "why": "x"},
        {"target": "clm-a-1", "op": "reject"},
        {"target": "clm-a-1", "op": "note"},
        {"target": "clm-a-1", "op": "confirm", "field": "act"},
        {"target": "clm-a-1", "op": "confirm", "into": "clm-b-1"},
        {"target": "per-a", "op": "rename", "value": " ", "why": "x"},
        {"target": "per-a", "op": "split", "into": "per-b", "value": "art-a", "why": "two"},
        {"target": "per-a", "op": "distinct", "why": "two"},
    ],
    ids=str,
)
def test_each_op_needs_what_reading_it_needs(decision: dict[str, Any]) -> None:
    assert not Draft202012Validator(generated()[REVIEW]).is_valid([decision])


@pytest.mark.parametrize(
    "change",
    [
        {"field": "people"},
        {"field": "votes"},
        {"value": {"act": "denial"}},
        {"value": {**ADDED["value"], "act": "lie"}},
        {"value": {**ADDED["value"], "id": "clm-a-1"}},
        {"value": {**ADDED["value"], "confidence": "low"}},
    ],
    ids=str,
)
def test_a_fact_to_be_added_is_as_its_kind_says(change: dict[str, Any]) -> None:
    validator = Draft202012Validator(generated()[REVIEW])
    validator.validate([ADDED])
    with pytest.raises(ValidationError):
        validator.validate([ADDED | change])
