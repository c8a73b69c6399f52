"""How much of an article is shown: all under an open licence, else short quotations within a budget."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.pages.quoting import LIMITS, Quotation, is_open, limit_for, quote

CASES = yaml.safe_load(Path(__file__).with_name("quoting.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("licence", CASES["open"])
def test_open_licences(licence: str) -> None:
    assert is_open(licence)


@pytest.mark.parametrize("licence", CASES["closed"])
def test_other_licences(licence: str | None) -> None:
    assert not is_open(licence)


@pytest.mark.parametrize("case", CASES["cut"])
def test_a_quotation_is_cut_after_a_whole_word(case: dict[str, Any]) -> None:
    assert quote(case["words"], case["limit"]) == Quotation(case["left"], case.get("is_cut", False))


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
