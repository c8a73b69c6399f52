"""Review files as they are read: what is wrong with each, and what was meant (cases in reviews.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import UnreadError
from generator.facts import read_review
from generator.facts.history import review_on_disk

CASES = yaml.safe_load(Path(__file__).with_name("reviews.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_review_files(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "content" / "review" / "desk.yml"
    path.parent.mkdir(parents=True)
    path.write_text(case["file"], encoding="utf-8")
    decisions, errors = read_review(path.parent, project=tmp_path)
    assert [str(error) for error in errors] == case.get("errors", [])
    assert len(decisions) == case.get("decisions", 0)


def test_decisions_keep_their_order_and_know_their_place(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("- {target: per-c, op: confirm}\n", encoding="utf-8")
    (tmp_path / ".b.yml").write_text("left by an editor", encoding="utf-8")
    (tmp_path / "a.yml").write_text(
        "- target: per-b\n  op: confirm\n\n- {target: per-a, op: confirm}\n", encoding="utf-8"
    )
    decisions, _ = read_review(tmp_path, project=tmp_path)
    assert [(d.decision.target, d.file, d.line) for d in decisions] == [
        ("per-b", "a.yml", 1),
        ("per-a", "a.yml", 4),
        ("per-c", "b.yaml", 1),
    ]


def test_one_bad_file_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"\xff")
    (tmp_path / "b.yml").write_text("- {target: per-c, op: confirm}\n", encoding="utf-8")
    decisions, errors = read_review(tmp_path, project=tmp_path)
    assert (len(decisions), [str(e) for e in errors]) == (1, ["a.yml: cannot be read as UTF-8 text; save it as UTF-8"])


def test_where_nothing_was_decided_there_need_be_no_folder(tmp_path: Path) -> None:
    assert read_review(tmp_path / "review") == ((), ())


def test_a_folder_that_cannot_be_listed_is_not_one_in_which_nothing_was_decided(tmp_path: Path) -> None:
    """A file and a link that leads nowhere stand in for a folder without permission, which root may list."""
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "gone")
    for name, why in (("file", "Not a directory"), ("link", "No such file or directory")):
        decisions, (error,) = read_review(tmp_path / name, project=tmp_path)
        assert (decisions, str(error)) == ((), f"{name}: cannot be read: {why}; check the file or folder")
        assert isinstance(error, UnreadError)
        with pytest.raises(OSError, match=why):
            review_on_disk(tmp_path / name)


def test_a_file_that_cannot_be_opened_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.yml").symlink_to(tmp_path / "gone")
    _, errors = read_review(tmp_path, project=tmp_path)
    assert [*map(str, errors)] == ["a.yml: cannot be read: No such file or directory; check the file or folder"]
