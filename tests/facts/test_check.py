"""The rules that facts must keep, each broken once (cases in checks.yml)."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from facts.stories import TEXT, article_facts, quoted, story
from generator.errors import FactsError
from generator.facts import FactsCheck, article_path, write_article_facts, write_story
from generator.facts.yaml_in import MEND
from generator.model.article import Article
from generator.model.facts import ArticleFacts, ResolvedClaim, ResolvedVote
from generator.model.ids import longer_id
from generator.model.records import Discrepancy
from generator.strict_yaml import load

CASES_FILE = Path(__file__).with_name("checks.yml")
CASES = load(CASES_FILE.read_text(encoding="utf-8"), file=CASES_FILE, error=FactsError).value
ARTICLES = {"art-a": Article(id="art-a", path="seeds/art-a.txt", text=TEXT, sha256="0")}


def changed(facts: ArticleFacts, change: dict[str, Any]) -> ArticleFacts:
    fields = facts.model_dump(mode="json", by_alias=True)
    for records in fields.values():
        for record in records if isinstance(records, list) else []:
            record.update(change.get(record["id"], {}))
    return ArticleFacts.model_validate(fields)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_rules(case: dict[str, Any], tmp_path: Path) -> None:
    write_article_facts(tmp_path, changed(article_facts(), case["change"]))
    write_story(tmp_path, story())
    found = FactsCheck(tmp_path).finish(ARTICLES)
    assert [error.problem for error in found] == case["errors"]
    assert {(error.file, error.mend) for error in found} <= {(str(article_path(tmp_path, "art-a")), MEND)}


def test_a_breach_is_told_with_the_line_of_the_field(tmp_path: Path) -> None:
    bad = {"evt-bridge-444444": {"participants": ["MPs", "per-gone"], "evidence": [quoted("gone"), quoted("lost")]}}
    write_article_facts(tmp_path, changed(article_facts(), bad))
    write_story(tmp_path, story())
    lines = article_path(tmp_path, "art-a").read_text(encoding="utf-8").split("\n")
    told = [lines[(error.line or 0) - 1] for error in FactsCheck(tmp_path).finish(ARTICLES)]
    assert told == ["  participants: [MPs, per-gone]", "  - exact: gone", "  - exact: lost"]


def test_the_story_refers_to_articles_that_are_there(tmp_path: Path) -> None:
    values = [{"value": "a", "article": one, "evidence": quoted("gone")} for one in ("art-a", "art-b")]
    told = {"id": "dis-a-1", "kind": "time", "about": "a", "field": "when", "values": values}
    whole = story(article_facts(), article_facts("art-b"))
    write_article_facts(tmp_path, article_facts())
    write_story(tmp_path, type(whole)(**{**vars(whole), "discrepancies": (Discrepancy.model_validate(told),)}))
    assert [error.problem for error in FactsCheck(tmp_path).finish(ARTICLES)] == [
        *(f"{one}: it refers to art-b, which is not there" for one in ("per-ann-lee", "per-bo-ray", "org-council")),
        "dis-a-1: the evidence “gone” does not stand in the article",
        "dis-a-1: it refers to art-b, which is not there",
    ]


def test_what_is_reported_stands_in_the_article_that_reports_it(tmp_path: Path) -> None:
    reports = [
        {"article": "art-a", "record": "vot-motion-333333"},
        {"article": "art-a", "record": "vot-gone-1"},
        {"article": "art-b", "record": "vot-motion-333333"},
        {"article": "art-c", "record": "vot-motion-333333"},
    ]
    vote = ResolvedVote.model_validate({"id": "vot-motion-333333", "motion": "a motion", "reports": reports})
    write_article_facts(tmp_path, article_facts())
    article_path(tmp_path, "art-c").write_text("- no facts\n")
    write_story(tmp_path, replace(story(), votes=(vote,)))
    assert [(error.problem, error.line) for error in FactsCheck(tmp_path).finish(ARTICLES)][1:] == [
        ("vot-motion-333333: it refers to vot-gone-1, which is not in art-a", 9),
        ("vot-motion-333333: it refers to art-b, which is not there", 10),
    ]


def test_what_is_reported_may_go_by_all_its_words(tmp_path: Path) -> None:
    """Claims of several articles that share an id though their words differ go by longer ones in the story."""
    key, words = "clm-ann-lee-111111", ["the bridge would close"]
    reports = [
        {"article": "art-a", "record": longer_id(key, words)},
        {"article": "art-a", "record": longer_id(key, ["the bridge would open"])},
    ]
    claim = ResolvedClaim.model_validate({"id": longer_id(key, words), "reports": reports})
    write_article_facts(tmp_path, article_facts())
    write_story(tmp_path, replace(story(), claims=(claim,)))
    assert [error.problem for error in FactsCheck(tmp_path).finish(ARTICLES)] == [
        f"{claim.id}: it refers to {reports[1]['record']}, which is not in art-a"
    ]


def test_missing_files_are_told_of(tmp_path: Path) -> None:
    told = [Path(str(error.file)).name for error in FactsCheck(tmp_path).finish({})]
    assert told == ["people.yml", "organizations.yml", "claims.yml", "votes.yml", "discrepancies.yml"]
