"""Times are shown as what they are: days, spans of days, distances from publication, or the article's words alone."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.records import When
from generator.pages import build
from generator.pages.views.times import time_of
from generator.pages.words import shipped
from tests.pages.sites import site_of, told

CASES = yaml.safe_load(Path(__file__).with_name("times.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["when"]))
def test_a_time_for_readers(case: dict[str, Any]) -> None:
    time = time_of(When(**case["when"]), case.get("published"), shipped())
    assert time is not None
    assert (time.label, time.kind, time.is_ahead) == (case["label"], case["kind"], case.get("is_ahead", False))
    assert time.as_written == case["when"].get("as_written")


def test_the_timeline_is_in_order_of_time() -> None:
    page = re.sub("<[^>]+>", "", build(site_of(told()))["what-happened.md"])
    order = [
        "## Dated",
        "The council met in the old hall",
        "Vote held: “the Harbour Bill”",
        "## Counted from a day of publication that is not known",
        "The dock closed",
        "had lied to the council",
        "## Time not given",
        "Ms Vane took money",
        "Vote held: “a first plan”",
        "## Still to come",
        "Planned vote: “the pier”",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
