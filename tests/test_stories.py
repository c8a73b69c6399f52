"""The annotated stories that training reads: every quoted string stands in its story, every speaker is listed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parent.parent / "training/stories"
STORIES = sorted((FOLDER / "facts").glob("*.yml"))
KINDS = {"named", "organization", "unnamed", "unattributed"}
FORMS = {"direct", "indirect", "mixed"}


def quoted(facts: dict[str, Any]) -> Iterator[str | None]:
    """Every string that must stand in the story."""
    for kind in ("people", "organizations", "places"):
        for one in facts[kind] or []:
            yield from (one["name"], *(one.get("other_forms") or []))
            yield from (role["evidence"] for role in one.get("roles") or [])
    for vote in facts["votes"] or []:
        yield from (vote["motion"], vote.get("when_text"), vote["evidence"])
    for claim in (*(facts["claims"] or []), *(facts["attitudes"] or [])):
        yield from (claim["source"], claim.get("cue"), *claim["content"])
    for reply in facts["replies"] or []:
        yield from (reply["denial"], reply["of"])
    for discrepancy in facts["discrepancies"] or []:
        yield from (discrepancy["a"], discrepancy["b"])


def test_each_story_has_facts_and_the_other_way_round() -> None:
    assert len(STORIES) >= 150
    assert [path.stem for path in STORIES] == sorted(path.stem for path in (FOLDER / "articles").glob("*.md"))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_storys_facts_are_its_own_words(path: Path) -> None:
    text = (FOLDER / "articles" / f"{path.stem}.md").read_text(encoding="utf-8").split("\n---\n", 1)[1]
    facts = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [words for words in quoted(facts) if words is not None and words not in text] == []
    known = {one["name"] for kind in ("people", "organizations") for one in facts[kind] or []}
    for claim in facts["claims"]:
        assert claim["kind"] in KINDS and claim["form"] in FORMS
        assert (claim["speaker"] is not None) == (claim["kind"] in ("named", "organization")), claim
        assert set((claim["speaker"] or "").split("; ")) <= known | {""}
