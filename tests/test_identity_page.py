"""docs/identity.md tells the truth: every example of it is run, every decision of it can be read."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from resolve import test_claims, test_resolve, test_stories, test_votes

from generator.facts import listed_bodies, read_review
from generator.resolve import resolve
from generator.resolve.stories import storylines

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/identity.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.+?)^```$", PAGE, re.MULTILINE | re.DOTALL)
CASES = [case for block in BLOCKS for case in yaml.load(block, yaml.BaseLoader) if "articles" in case]
LISTED, _ = listed_bodies(Path("no list of a site's own"))


def found(case: dict[str, Any]) -> dict[str, Any]:
    """What the program makes of a case, in the terms that the case has."""
    told, kinds = case["articles"], {field for one in case["articles"].values() for field in one}
    if "stories" in case:
        lines = storylines([test_stories.article(name, one) for name, one in told.items()])
        return {"stories": test_stories.by_id(lines)}
    module = test_votes if "votes" in kinds else test_claims if "claims" in kinds else None
    if module is None:
        story = resolve([test_resolve.facts(name, **one) for name, one in told.items()], LISTED)
        gathered = {name: test_resolve.gathered(getattr(story, name)) for name in ("people", "organizations")}
        return {name: records for name, records in gathered.items() if records}
    story = resolve([module.article(name, **one) for name, one in told.items()], LISTED)
    differ = [f"{d.kind} {' / '.join(value.value for value in d.values)}" for d in story.discrepancies]
    return {"joined": module.joined(story)} | ({"differ": differ} if differ else {})


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_the_example_is_true(case: dict[str, Any]) -> None:
    assert found(case) == {name: value for name, value in case.items() if name not in ("name", "articles")}


def test_every_kind_of_identity_has_examples_that_are_joined_and_that_are_not() -> None:
    headings = re.findall(r"^## (People|Bodies|Votes|Claims|Stories)\n(.+?)(?=^## )", PAGE, re.MULTILINE | re.DOTALL)
    assert len(headings) == 5
    assert all(text.count("\n- name: ") > 1 for _, text in headings)


def test_the_list_of_names_on_the_page_can_be_read(tmp_path: Path) -> None:
    (block,) = (block for block in BLOCKS if "names.json" in block)
    (tmp_path / "names.yml").write_text(block, encoding="utf-8")
    bodies, errors = listed_bodies(tmp_path / "names.yml")
    assert errors == ()
    assert bodies[0].other_names == ("Quayists", "QP")


def test_the_decisions_on_the_page_can_be_read(tmp_path: Path) -> None:
    (block,) = (block for block in BLOCKS if "op: merge" in block)
    (tmp_path / "desk.yml").write_text(block, encoding="utf-8")
    decisions, errors = read_review(tmp_path)
    assert errors == ()
    assert {placed.decision.op.value for placed in decisions} == {"merge", "distinct", "split", "rename"}
