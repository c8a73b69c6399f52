"""What happens to somebody once, put on two days by two articles (cases in events.yml)."""

import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.facts import ArticleFacts
from generator.model.ids import name_id
from generator.resolve import resolve
from resolve.test_resolve import facts

CASES = yaml.load(Path(__file__).with_name("events.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def article(name: str, published: str, events: list[str]) -> ArticleFacts:
    """Facts of one article from the short forms that events.yml explains."""
    told = []
    for n, form in enumerate(events):
        who, what, day = form.split(" | ")
        event = {"id": f"evt-{name}-{n}", "what": what, "participants": [name_id("per", who)], "when": {"date": day}}
        told.append({**event, "evidence": [{"exact": what}]})
    made = facts(name, ["Dora Vane", "Otto Kell"], events=told)
    return made.model_copy(update={"article": made.article.model_copy(update={"published": published})})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_on_which_days_articles_put_it(case: dict[str, Any]) -> None:
    articles = [article(name, **told) for name, told in case["articles"].items()]
    stories = [resolve(order) for order in itertools.permutations(articles)]
    assert all(story == stories[0] for story in stories)
    assert [[value.value for value in found.values] for found in stories[0].discrepancies] == case["differ"]
