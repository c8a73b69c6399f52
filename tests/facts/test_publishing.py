"""What is published of a story and what is held back (cases in grave.yml and published.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from facts.stories import article_facts, claim, quoted, story
from facts.test_apply import flow
from generator.facts import apply, publish, read_review
from generator.facts.grave import full_names, is_grave_on_no_name
from generator.model.article import Article
from generator.model.publishing import Policy
from generator.model.records import Claim, Person

HERE = Path(__file__).parent
GRAVE = yaml.safe_load((HERE / "grave.yml").read_text(encoding="utf-8"))
CASES = yaml.safe_load((HERE / "published.yml").read_text(encoding="utf-8"))
SENTENCE = "One source said that Mr Ray had taken bribes."
ALLEGED = f"Prime Minister Ann Lee said the bridge would close. {SENTENCE} Mr Ray denied it. It is not true.\n"
TELLING = ("bribes", "had taken", "denied it")
"""Words that nothing may give where the allegation is held back."""


@pytest.mark.parametrize("case", GRAVE, ids=lambda case: case.get("name") or f"{case['words']}, {case['held']}")
def test_what_is_grave(case: dict[str, Any]) -> None:
    people = article_facts().people
    fields = {"attribution": "unnamed", "source": "One source", "about": ["per-bo-ray"]}
    fields |= {key: case[key] for key in ("act", "attribution", "source", "speaker", "about") if key in case}
    evidence = [quoted(case.get("evidence", case["words"]))]
    given = Claim.model_validate(claim("clm-a", case["words"], **fields, evidence=evidence))
    names = full_names(Person.model_validate(named(one)) for one in case.get("elsewhere", ()))
    assert is_grave_on_no_name(given, people, names, tuple(case.get("grave_words", ()))) is case["held"]


def named(name: str) -> dict[str, Any]:
    """A person's fields."""
    return {"id": "per-x", "name": name, "sort_name": name, "evidence": [quoted(name)]}


def told_with(case: dict[str, Any]) -> dict[str, Any]:
    """The lists of the case's one article."""
    source = {"attribution": "unnamed", "source": "One source", "about": ["per-bo-ray"], "evidence": [quoted(SENTENCE)]}
    return {
        "people": [
            {"id": "per-ann-lee", "name": "Ann Lee", "sort_name": "Lee, Ann", "evidence": [quoted("Ann Lee")]},
            {
                "id": "per-bo-ray",
                "name": "Bo Ray",
                "sort_name": "Ray, Bo",
                "evidence": [
                    {"exact": "Mr Ray", "prefix": "said that ", "suffix": " had taken bribes"},
                    quoted(SENTENCE),
                ],
            },
        ],
        "claims": [
            claim("clm-source", "Mr Ray had taken bribes", **source, nested_in=case.get("nested_in")),
            claim(
                "clm-denial",
                "it",
                act="denial",
                speaker="per-bo-ray",
                replies_to="clm-source",
                evidence=[quoted("Mr Ray denied it.")],
            ),
            *(claim(one["key"], **{k: v for k, v in one.items() if k != "key"}) for one in case.get("claims", ())),
        ],
        "votes": [vote(one) for one in case.get("votes", ())],
        "events": [
            {"id": "evt-bribes", "what": "taken bribes", "participants": ["per-bo-ray"], "evidence": [quoted(SENTENCE)]}
        ],
    }


def elsewhere(case: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The lists of another article, if the case has claims of one."""
    claims = [claim(one["key"], **{k: v for k, v in one.items() if k != "key"}) for one in case.get("elsewhere", ())]
    return {"art-b": {"claims": claims, "votes": [], "events": []}} if claims else {}


def vote(given: dict[str, Any]) -> dict[str, Any]:
    """A vote that is held, with its evidence the sentence of the allegation."""
    return {"id": "vot-a", "status": "held", "evidence": [quoted(SENTENCE)], **given}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_what_is_held_back(case: dict[str, Any], tmp_path: Path) -> None:
    others = (article_facts(key, **lists) for key, lists in elsewhere(case).items())
    told = story(article_facts("art-a", **told_with(case)), *others)
    (tmp_path / "desk.yml").write_text("".join(f"- {flow(one)}\n" for one in case.get("decisions", ())))
    decisions, errors = read_review(tmp_path, project=tmp_path)
    assert errors == ()
    reviewed = apply(told, decisions)
    assert reviewed.stale == ()
    article = Article(id="art-a", path="seeds/art-a.txt", text=ALLEGED + case.get("text", ""), sha256="0" * 64)
    published = publish(reviewed, Policy.model_validate(case.get("policy", {})), {"art-a": article})
    assert [one.motion for one in published.story.articles[0].votes] == [one["motion"] for one in case.get("votes", ())]
    assert {one.id: one.why.value for one in published.held} == case["held"]
    facts = published.story.articles[0]
    left = {record.id for record in facts.records()}
    here = {record.id for record in reviewed.story.articles[0].records()}
    assert here - left == here & set(case["held"])
    if "grave" in case["held"].values():
        assert [words for words in TELLING if words in facts.model_dump_json()] == []
        assert [one.exact for one in facts.people[1].evidence] == ["Mr Ray"]
