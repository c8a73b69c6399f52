"""A decision put behind a review file: every byte of it stays, or nothing is written (cases in appended.yml)."""

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ReviewError
from generator.facts.appended import with_decision
from generator.facts.review import decisions_in
from generator.facts.review_file import ReviewFile
from generator.model.review import Decision
from generator.strict_yaml import load

CASES_FILE = Path(__file__).with_name("appended.yml")
CASES = load(CASES_FILE.read_text(encoding="utf-8"), file=CASES_FILE, error=ReviewError).value
CONFIRMED = Decision.model_validate({"target": "clm-b-2", "op": "confirm", "by": "desk", "on": "2025-01-20"})
FIRST = "# yaml-language-server: $schema=review.json"
WORDS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def review_file(folder: Path, name: str = "desk.yml") -> ReviewFile:
    return ReviewFile(folder / "review" / name, folder=folder / "review", project=folder, first_line=FIRST)


def add(file: ReviewFile) -> bytes:
    return file.write(file.proposed(CONFIRMED))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_review_file(case: dict[str, Any]) -> None:
    content = case["file"].encode()
    decision = Decision.model_validate(case["decision"]) if "decision" in case else CONFIRMED
    if "refused" in case:
        with pytest.raises(ReviewError) as refused:
            with_decision(content, decision, name="desk.yml")
        assert str(refused.value) == case["refused"]
    else:
        assert with_decision(content, decision, name="desk.yml") == content + case["added"].encode()


@given(WORDS, WORDS, st.none() | st.integers(0, 10**6) | WORDS | st.lists(WORDS))
def test_any_words_come_back_as_they_went(why: str, by: str, expect: Any) -> None:
    decision = Decision.model_validate(
        {"target": "clm-b-2", "op": "set", "field": "source", "expect": expect, "value": why, "why": why, "by": by}
    )
    (read,), _ = decisions_in(with_decision(b"", decision, name="desk.yml"), "desk.yml")
    assert read.decision == decision


def test_words_that_no_file_can_hold_are_refused() -> None:
    decision = CONFIRMED.model_copy(update={"why": "\udc80"})
    with pytest.raises(ReviewError, match="escape"):
        with_decision(b"", decision, name="desk.yml")


def test_a_new_file_names_its_schema_and_goes_with_its_first_decision(tmp_path: Path) -> None:
    file = review_file(tmp_path)
    added = add(file)
    assert file.path.read_bytes() == added
    assert added.decode().splitlines()[:3] == [FIRST, "", "- target: clm-b-2"]
    file.take_back(added)
    assert not file.path.exists()


def test_what_was_added_is_taken_back_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "review" / "desk.yml"
    path.parent.mkdir()
    for content in (b"", b"# ours", b"- target: clm-a-1\r\n  op: confirm"):
        path.write_bytes(content)
        file = review_file(tmp_path)
        first, second = add(file), add(file)
        assert path.read_bytes() == content + first + second
        file.take_back(second)
        file.take_back(first)
        assert path.read_bytes() == content


def test_what_somebody_writes_meanwhile_stays(tmp_path: Path) -> None:
    file = review_file(tmp_path)
    added = add(file)
    with file.path.open("ab") as opened:
        opened.write(b"# mine\n")
    with pytest.raises(ReviewError, match="somebody has changed this file since"):
        file.take_back(added)
    add(file)
    assert file.path.read_bytes().startswith(added + b"# mine\n- target: clm-b-2\n")


def test_nothing_is_written_but_what_was_proposed(tmp_path: Path) -> None:
    file = review_file(tmp_path)
    proposed = file.proposed(CONFIRMED)
    file.path.parent.mkdir()
    file.path.write_bytes(b"# mine\n")
    with pytest.raises(ReviewError, match="somebody has changed this file just now; decide again"):
        file.write(proposed)
    assert file.path.read_bytes() == b"# mine\n"


def test_a_file_keeps_its_mode_and_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "review").mkdir()
    kept = tmp_path / "kept.yml"
    kept.write_bytes(b"")
    kept.chmod(0o640)
    (tmp_path / "review" / "desk.yml").symlink_to(kept)
    add(review_file(tmp_path))
    assert (tmp_path / "review" / "desk.yml").is_symlink()
    assert b"clm-b-2" in kept.read_bytes()
    if os.name == "posix":
        assert kept.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["../desk.yml", "desk.txt", ".desk.yml", "desk"])
def test_a_file_that_would_not_be_read_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="decisions are not read from this file; name a file in review"):
        review_file(tmp_path, name)
