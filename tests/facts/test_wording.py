"""Two wordings of a fact: whether a person who decided on the one has decided on the other (cases in wordings.yml)."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import FactsError
from generator.facts.wording import Wording, compared
from generator.model.negations import NEGATIONS
from generator.strict_yaml import load

CASES_FILE = Path(__file__).with_name("wordings.yml")
CASES = load(CASES_FILE.read_text(encoding="utf-8"), file=CASES_FILE, error=FactsError).value
WORDS = ["the", "council", "library", "would", "close", "again"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['old']} → {case['new']}")
def test_wordings(case: dict[str, Any]) -> None:
    assert compared(case["old"], case["new"], lambda word: word in case.get("used", ())).name.lower() == case["is"]


@given(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=8),
    st.integers(0, 8),
    st.sampled_from([*sorted(NEGATIONS), "Lee", "million", "hardly", "7", "5%", "£", "Johnston"]),
)
def test_what_turns_the_meaning_makes_another_wording_wherever_it_comes_or_goes(
    words: list[str], place: int, turning: str
) -> None:
    before = " ".join(words)
    after = " ".join([*words[:place], turning, *words[place:]])
    assert compared(before, after, lambda word: False) is Wording.OTHER
    assert compared(after, before, lambda word: False) is Wording.OTHER
