"""Facts as YAML: what the bytes look like, that any text comes back as it went, and what is said of a bad file."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from facts.stories import article_facts, claim
from generator import strict_yaml
from generator.errors import FactsError
from generator.facts import FactsCheck, article_path, read_article_facts, write_article_facts
from generator.facts.yaml_out import to_yaml
from generator.model.facts import ArticleFacts
from generator.model.records import Event, Evidence, When

HERE = Path(__file__).parent
FILES = yaml.safe_load((HERE / "bad_files.yml").read_text(encoding="utf-8"))
TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30) | st.text(
    alphabet="ab1 0:#,-'\"[]{}!&*%@`|>?\n\t\x85\u2028\u2066\ufeff\u200b\ud7ff\uffff😀é\\=<.~_Nn\r\x7f", max_size=8
)


def event(words: str) -> Event:
    """Any text in each kind of place: on a line of its own, in a list, in brackets and in braces."""
    evidence = (Evidence(exact=words or "x", prefix=words, suffix=words),) * 2
    return Event(id="evt-x-1", what=words, participants=(words,), when=When(as_written=words), evidence=evidence)


@given(TEXT)
@example("no")
@example("12:30")
@example("2025-01-08")
@example("089")
@example("1e3")
@example("=")
@example("- a")
@example("a: b")
@example("a #b")
@example("---")
@example("ends with a space ")
@example("\u202egnp.exe")
def test_any_text_is_read_back_as_it_was(words: str) -> None:
    written = to_yaml([event(words)], "x").decode()
    for value in (
        strict_yaml.load(written, file="x", error=FactsError).value,
        yaml.load(written, Loader=yaml.SafeLoader),
        yaml.load(written, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)),
    ):
        assert Event.model_validate({"id": "evt-x-1", **value["evt-x-1"]}) == event(words)


@given(TEXT)
def test_every_record_begins_a_line_and_no_text_breaks_one(words: str) -> None:
    lines = to_yaml([event(words), event(words)], "x").decode().split("\n")
    assert lines.count("evt-x-1:") == 2
    assert all(line.startswith((" ", "evt-x-1:", "# ")) for line in lines if line)


def test_both_of_the_parsers_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    written = to_yaml(article_facts().records(), "x").decode()
    fast = strict_yaml.load(written, file="x", error=FactsError)
    monkeypatch.setattr(strict_yaml, "_LOADER", yaml.SafeLoader)
    plain = strict_yaml.load(written, file="x", error=FactsError)
    assert fast.value == plain.value
    where = ("clm-council-222222", "evidence", 0, "exact")
    assert fast.line(where) == plain.line(where) > 20


def test_a_file_looks_as_the_design_shows_it() -> None:
    spoken = claim(
        "clm-culture-secretary-chris-bryant-9f31c2",
        "that interventions had sparked further debate",
        speaker="per-chris-bryant",
        source="Culture Secretary Chris Bryant",
        cue="admitted",
        about=["per-elon-musk"],
        when={"as_written": "Just two days ago", "relative": "P-2D"},
    )
    vote: dict[str, Any] = {
        "id": "vot-a-1",
        "status": "held",
        "motion": "no",
        "counts": {"for": 111},
        "positions": [{"voter": "Labour, or most of it", "option": "for", "kind": "cast"}],
        "evidence": [{"exact": "no: 12", "prefix": "said "}],
    }
    facts = article_facts(people=[], organizations=[], memberships=[], claims=[spoken], votes=[vote], events=[])
    assert to_yaml(facts.records(), "../schemas/article.json").decode() == (HERE / "looks.yml").read_text("utf-8")


def test_facts_are_read_back_as_they_were(tmp_path: Path) -> None:
    facts = article_facts()
    assert write_article_facts(tmp_path, facts)
    assert read_article_facts(article_path(tmp_path, "art-a")) == facts


@pytest.mark.parametrize("case", FILES, ids=lambda case: str(case["name"]))
def test_a_bad_file_is_told_of_with_every_line(case: dict[str, Any], tmp_path: Path) -> None:
    path = article_path(tmp_path, "art-a")
    path.parent.mkdir()
    path.write_bytes(case["file"].encode() if "file" in case else bytes.fromhex(case["hex"]))
    found = [
        str(error).removeprefix(f"{path}:") for error in FactsCheck(tmp_path).finish({}) if error.file == str(path)
    ]
    assert found == case["errors"]
    with pytest.raises(FactsError):
        read_article_facts(path)


def test_a_file_that_is_not_there_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="cannot be read: No such file"):
        read_article_facts(tmp_path / "art-a.yml")


def test_facts_stay_equal_when_nothing_but_the_article_is_known(tmp_path: Path) -> None:
    facts = ArticleFacts(article=article_facts().article)
    write_article_facts(tmp_path, facts)
    assert read_article_facts(article_path(tmp_path, "art-a")) == facts
