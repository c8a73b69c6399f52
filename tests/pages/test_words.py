"""The texts of the site's own voice: one catalogue, which a site may change, and which every page draws on."""

import enum
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import SettingsError
from generator.model import words
from generator.pages import Options, build
from generator.pages.render import TEMPLATES
from generator.pages.words import changed, fill, say, shipped
from tests.pages.sites import html, site_of, told

MKDOCS = Path("mkdocs.yml")
CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["changes"]))
def test_a_site_may_change_any_text(case: dict[str, Any]) -> None:
    if "error" in case:
        with pytest.raises(SettingsError) as told_of:
            changed(case["changes"], MKDOCS)
        assert str(told_of.value) == case["error"]
    else:
        found: Any = changed(case["changes"], MKDOCS).groups
        for name in case["text"].split("."):
            found = found[name]
        assert found == case["is"]


def test_a_changed_text_stands_on_the_page_as_text() -> None:
    ours = changed({"home": {"latest": "<b>News</b> & more"}}, MKDOCS)
    page = html(build(site_of(told(), options=Options(words=ours)))["index.md"])
    assert "<b>News" not in page and "The latest" not in page


def test_gaps_are_filled_and_what_fills_them_is_escaped() -> None:
    assert say({"one": "{n} claim", "other": "{n} claims"}, n=1) == "1 claim"
    assert say({"one": "{n} claim", "other": "{n} claims"}, n=1200) == "1,200 claims"
    assert str(fill("by {author}", author="<i>")) == "by&#32;&#60;i&#62;"


MARKUP = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.DOTALL)
NO_WORDS = re.compile(
    r"op: confirm|target:|explainer (?:export FOLDER|review)|\b(?:data-)?ex-[\w-]*|\S+=|event|vote|claim"
)


def test_templates_hold_no_words_of_their_own() -> None:
    for template in TEMPLATES.iterdir():
        text = NO_WORDS.sub(" ", MARKUP.sub(" ", template.read_text()))
        assert not re.findall(r"[A-Za-z]{2,}", text), template.name


@pytest.mark.parametrize(
    "group, closed_set",
    [
        ("acts", words.Act),
        ("attributions", words.Attribution),
        ("modes", words.Mode),
        ("roles", words.Tense),
        ("results", words.Result),
        ("classifications", words.Classification),
        ("classifications", words.VoteClassification),
        ("votes", words.VoteStatus),
        ("votes", words.Option),
        ("disputes", words.DiscrepancyKind),
        ("marks", words.ReviewOp),
    ],
)
def test_every_value_of_a_closed_set_has_a_text(group: str, closed_set: type[enum.Enum]) -> None:
    assert {value.value for value in closed_set} <= set(shipped()[group])
