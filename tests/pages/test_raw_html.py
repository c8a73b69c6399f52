"""What of a page goes around Markdown comes out as if it had gone through it."""

from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from generator.pages import build, raw_html
from tests.pages.sites import EXTENSIONS, site_of, told

CASES = yaml.safe_load(Path(__file__).with_name("raw_html.yml").read_text(encoding="utf-8"))


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def through(body: str) -> str:
    return markdown.markdown(body, extensions=EXTENSIONS)


def around(body: str) -> str:
    short, parts = raw_html.set_aside(body)
    return raw_html.put_back(through(short), parts)


@pytest.mark.parametrize("stretch", CASES["whole"])
def test_whole_elements_go_around(stretch: str) -> None:
    assert raw_html.is_whole(stretch)


@pytest.mark.parametrize("stretch", CASES["not_whole"])
def test_all_else_goes_through(stretch: str) -> None:
    assert not raw_html.is_whole(stretch)


@pytest.mark.parametrize("case", CASES["pages"], ids=lambda case: case["what"])
def test_a_page_comes_out_the_same(case: dict[str, Any]) -> None:
    assert raw_html.set_aside(case["markdown"])[1] == case["aside"]
    assert lines(around(case["markdown"])) == lines(through(case["markdown"])) != []


def test_every_shipped_page_comes_out_the_same() -> None:
    for uri, page in build(site_of(told())).items():
        body = page.split("---\n", 2)[2]
        assert raw_html.set_aside(body)[1], uri
        assert lines(around(body)) == lines(through(body)), uri


def test_a_site_can_be_linked_into() -> None:
    parts = ['<section id="clm-one"><p data-id="no">…</p><a href="#x" id="two">…</a></section>']
    assert list(raw_html.ids(parts)) == ["clm-one", "two"]
