"""A review under way while somebody else writes into its file: what they write counts, and nothing is taken for new."""

from pathlib import Path

import pytest

from facts.stories import story
from generator.errors import ReviewError
from generator.facts import apply, read_review
from generator.facts import review as review_module
from generator.facts.review_file import ReviewFile
from generator.facts.reviewing import Review
from generator.model.review import Decision
from generator.strict_yaml import load

STALE = "- {target: clm-gone-999999, op: confirm}\n"
CONFIRM = Decision.model_validate({"target": "clm-council-222222", "op": "confirm"})


def review(folder: Path, content: str, other: str = "") -> tuple[Review, Path]:
    desk = folder / "review" / "desk.yml"
    desk.parent.mkdir()
    desk.write_text(content)
    desk.with_name("zoe.yml").write_text(other)
    decisions, _ = read_review(desk.parent, project=folder)
    file = ReviewFile(desk, folder=desk.parent, project=folder, first_line="# ours")
    reviewed = apply(story(), decisions)
    return Review(story=story(), reviewed=reviewed, decisions=decisions, own_ids={}, articles={}, file=file), desk


def test_a_stale_decision_that_has_moved_down_its_file_is_still_the_same(tmp_path: Path) -> None:
    under_way, desk = review(tmp_path, STALE)
    before = [key for key, item in under_way.items.items() if item.stale]
    desk.write_text("# a word\n" + STALE)
    under_way.decide(CONFIRM)
    assert [key for key, item in under_way.items.items() if item.stale] == before


def test_a_decision_that_became_stale_meanwhile_is_no_old_one_for_its_line(tmp_path: Path) -> None:
    under_way, desk = review(tmp_path, STALE)
    desk.write_text("- {target: vot-gone-1, op: confirm}\n")
    with pytest.raises(ReviewError, match="vot-gone-1 is not in the facts; correct the id"):
        under_way.decide(CONFIRM)


def test_a_decision_that_a_later_one_of_another_file_goes_against_is_refused(tmp_path: Path) -> None:
    under_way, desk = review(tmp_path, STALE, other="- {target: clm-council-222222, op: reject, why: misread}\n")
    with pytest.raises(ReviewError, match=r"review/zoe.yml:1 decides otherwise and comes later; change it there"):
        under_way.decide(CONFIRM)
    assert desk.read_text() == STALE


def test_what_somebody_wrote_before_a_decision_stays_in_force_when_that_is_taken_back(tmp_path: Path) -> None:
    under_way, desk = review(tmp_path, "")
    under_way.decide(CONFIRM)
    desk.write_text("- {target: vot-motion-333333, op: confirm}\n" + desk.read_text())
    under_way.undo()
    assert [key for key, item in under_way.items.items() if not item.is_open] == ["vot-motion-333333"]


def test_what_a_file_holds_is_parsed_once_for_each_decision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    under_way, _ = review(tmp_path, STALE)
    parsed: list[int] = []
    monkeypatch.setattr(review_module, "load", lambda *args, **kwargs: parsed.append(1) or load(*args, **kwargs))
    under_way.decide(CONFIRM)
    under_way.undo()
    under_way.decide(CONFIRM)
    assert len(parsed) == 1
