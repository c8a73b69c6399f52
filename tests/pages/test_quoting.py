"""How much of an article is shown: all under an open licence, else short quotations within a budget."""

from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

from generator.pages import build
from generator.pages.quoting import LIMITS, Quotation, inner, is_open, limit_for, quote
from tests.pages.sites import html, site_of

CASES = yaml.safe_load(Path(__file__).with_name("quoting.yml").read_text(encoding="utf-8"))


def html_of(page: str) -> str:
    """What a reader of a page sees."""
    return lxml.html.fromstring(f"<main>{html(page)}</main>").text_content()


@pytest.mark.parametrize("licence", CASES["open"])
def test_open_licences(licence: str) -> None:
    assert is_open(licence)


@pytest.mark.parametrize("licence", CASES["closed"])
def test_other_licences(licence: str | None) -> None:
    assert not is_open(licence)


@pytest.mark.parametrize("case", CASES["cut"])
def test_a_quotation_is_cut_after_a_whole_word(case: dict[str, Any]) -> None:
    assert quote(case["words"], case["limit"]) == Quotation(case["left"], case.get("is_cut", False))


@pytest.mark.parametrize("case", CASES["inner"])
def test_a_quotation_in_the_sites_quotation_marks_has_single_ones(case: dict[str, Any]) -> None:
    assert inner(case["words"]) == case["shown"]


def test_no_page_doubles_the_marks_of_a_quotation_in_a_quotation() -> None:
    words = "he was “not going to guess”"
    claim = {"id": "clm-x", "attribution": "unnamed", "source": "a “friend”", "mode": "mixed", "act": "statement"}
    claim |= {"cue": "said", "content": [words], "evidence": [{"exact": words}]}
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}
    text = f"A “friend” said {words}."
    built = build(site_of([{"text": text, "facts": {"article": article, "claims": [claim]}}]))
    ledger = html_of(built["who-said-what.md"])
    assert "“he was ‘not going to guess’\u200a”" in ledger and "“a ‘friend’”" in ledger
    assert [uri for uri, page in built.items() if "””" in html_of(page)] == []


@pytest.mark.parametrize(
    "licence, spans, limit",
    [
        ("CC0", [(0, 2000)], None),
        (None, [], LIMITS[0]),
        (None, [(0, 200), (100, 300), (500, 700)], LIMITS[0]),
        (None, [(0, 2000)], LIMITS[0]),
        (None, [(start, start + 250) for start in range(0, 1000, 250)], LIMITS[1]),
    ],
)
def test_evidence_is_cut_sooner_where_it_would_give_most_of_the_text(
    licence: str | None, spans: list[tuple[int, int]], limit: int | None
) -> None:
    assert limit_for("x" * 1000, licence, spans) == limit
