"""What a claim's id outlives, and what makes it another (cases in ids.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.ids import claim_id, longer_id
from generator.model.negations import is_negation

CASES = yaml.safe_load(Path(__file__).with_name("ids.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_which_edits_a_claims_id_outlives(case: dict[str, Any]) -> None:
    was, now = (claim_id("Dora Vane", ["said"], [case[words]]) for words in ("was", "now"))
    assert (was == now) is case["keeps"]


def test_the_same_words_with_another_source_or_cue_are_another_claim() -> None:
    told = [
        claim_id(source, cue, ["it was shut"])
        for source in ("Vane", "Kell", None)
        for cue in (["said"], ["denied"], [])
    ]
    assert len(set(told)) == len(told)


def test_every_word_makes_the_longer_id() -> None:
    assert longer_id("clm-vane-1", ["it was shut"]) == longer_id("clm-vane-1", ["It was  shut"])
    assert longer_id("clm-vane-1", ["it was shut"]) != longer_id("clm-vane-1", ["it was so shut"])


PLAIN = st.from_regex(r"[a-z]{1,12}", fullmatch=True).filter(lambda word: not is_negation(word))


@given(st.lists(PLAIN, min_size=1), PLAIN, st.data())
def test_any_plain_word_may_be_another(words: list[str], other: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    now = [*words[:at], other, *words[at + 1 :]]
    assert claim_id("Vane", ["said"], [" ".join(words)]) == claim_id("Vane", ["said"], [" ".join(now)])


@given(st.text())
def test_any_words_at_all_make_an_id(words: str) -> None:
    assert claim_id("Vane", ["said"], [words]).startswith("clm-vane-")
