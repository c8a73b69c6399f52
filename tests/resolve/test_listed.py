"""Which bodies a list of names makes one across articles (cases in listed.yml)."""

import itertools
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.facts import listed_bodies
from generator.resolve import resolve
from resolve.test_resolve import facts, gathered

CASES = yaml.safe_load(Path(__file__).with_name("listed.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_which_bodies_are_one_by_a_list(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "names.yml").write_text(yaml.safe_dump(case.get("listed", [])))
    listed, errors = listed_bodies(tmp_path / "names.yml")
    assert errors == ()
    articles = [facts(name, **told) for name, told in case["articles"].items()]
    stories = [resolve(order, listed) for order in itertools.permutations(articles)]
    assert all(story == stories[0] for story in stories)
    assert gathered(stories[0].organizations) == case["organizations"]


def test_a_body_is_called_as_the_list_calls_it_where_an_article_does() -> None:
    listed, _ = listed_bodies(Path("no such file"))
    told = ["Downing Street: government"], ["British government: government"], ["the UK Government: government"]
    (body,) = resolve([facts(f"a{n}", organizations=one) for n, one in enumerate(told)], listed).organizations
    assert (body.id, body.name) == ("org-the-uk-government", "the UK Government")
    assert body.other_names == ("British government", "Downing Street")
