"""A claim that is denied, refused or only thought is told with the article's own verb in one phrase."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.records import Claim
from generator.pages.views.phrases import in_phrase

CASES = yaml.safe_load(Path(__file__).with_name("phrases.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["evidence"] for case in CASES])
def test_a_verb_that_turns_what_follows_stands_with_it(case: dict[str, Any]) -> None:
    claim = Claim(
        id="clm-a-000001",
        attribution="unattributed",
        mode=case.get("mode", "indirect"),
        act=case["act"],
        cue=case["cue"],
        content=case["content"],
        evidence=[{"exact": case["evidence"]}],
    )
    assert in_phrase(claim) == (tuple(case["told"]) if case["told"] else None)
