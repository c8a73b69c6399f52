"""The seed article, read by the shipped pipeline: its facts are those of a careful reader (seed/expected.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles import read_article
from generator.extract import find
from generator.extract.as_json import as_json

pytestmark = pytest.mark.model
ROOT = Path(__file__).parent.parent
EXPECTED = yaml.safe_load((ROOT / "tests/seed/expected.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def seed() -> dict[str, Any]:
    article = read_article(ROOT / "seeds/000_34e8a8b7c3646480.txt")
    return {"text": article.text, **as_json(article, find(article))}


def words(seed: dict[str, Any], spans: list[list[int]]) -> str:
    return " ".join(seed["text"][start:end] for start, end in spans)


def matching(seed: dict[str, Any], expected: dict[str, Any]) -> list[dict[str, Any]]:
    """The claims whose words hold what is expected, whoever they are given to."""
    return [
        claim
        for claim in seed["claims"]
        if expected["content"] in words(seed, claim["content"])
        and (expected.get("cue") or "") in words(seed, claim["cue"])
    ]


@pytest.mark.parametrize(("name", "roles"), EXPECTED["people"].items())
def test_person_and_roles(seed: dict[str, Any], name: str, roles: list[str]) -> None:
    found = {person["name"]: {role["role"] for role in person["roles"]} for person in seed["people"]}
    assert found.get(name) == set(roles)


def test_no_one_else_is_a_person(seed: dict[str, Any]) -> None:
    assert {person["name"] for person in seed["people"]} == set(EXPECTED["people"])


@pytest.mark.parametrize("names", EXPECTED["organizations"], ids=lambda names: names[0])
def test_organization_with_all_its_names(seed: dict[str, Any], names: list[str]) -> None:
    holding = [o for o in seed["organizations"] if set(names) & {*o["forms"], o["name"]}]
    assert len(holding) == 1, [o["name"] for o in holding]
    assert set(names) <= {*holding[0]["forms"], holding[0]["name"]}


def test_what_is_no_organization(seed: dict[str, Any]) -> None:
    found = {form for o in seed["organizations"] for form in (o["name"], *o["forms"])}
    assert not found & set(EXPECTED["not_organizations"])
    assert not {p["name"] for p in seed["people"]} & set(EXPECTED["not_people"])


@pytest.mark.parametrize("expected", EXPECTED["claims"], ids=lambda claim: claim["content"][:40])
def test_claim(seed: dict[str, Any], expected: dict[str, Any]) -> None:
    claims = matching(seed, expected)
    assert claims, "no claim holds these words"
    facts = [
        {
            "attribution": claim["attribution"],
            "mode": claim["mode"] if "mode" in expected else None,
            "act": claim["act"] if "act" in expected else None,
            "source": words(seed, claim["source"]) or None,
            "speaker": (claim["speaker"] or {}).get("name"),
        }
        for claim in claims
    ]
    wanted = {key: expected.get(key) for key in ("attribution", "mode", "act", "source", "speaker")}
    assert wanted in facts


def test_no_unnamed_source_is_resolved(seed: dict[str, Any]) -> None:
    assert not [c for c in seed["claims"] if c["attribution"] in ("unnamed", "unattributed") and c["speaker"]]


def test_denial_runs_to_its_end_and_stands_beside_what_it_answers(seed: dict[str, Any]) -> None:
    (denial,) = [c for c in seed["claims"] if c["act"] == "denial" and "nonsense" in words(seed, c["content"])]
    for piece in EXPECTED["denial"]["pieces"]:
        assert piece in words(seed, denial["content"])
    answered = {c["id"]: words(seed, c["content"]) for c in seed["claims"]}[denial["replies_to"]]
    assert any(claim in answered for claim in EXPECTED["denial"]["answers"]) or "blaming" in answered


def test_votes(seed: dict[str, Any]) -> None:
    found = sorted(seed["votes"], key=lambda vote: str(vote["status"]))
    assert [vote["status"] for vote in found] == ["held", "planned"]
    for vote, expected in zip(found, EXPECTED["votes"], strict=True):
        assert vote["result"] == expected["result"]
        assert expected["body"] in vote["body"]
        assert vote["proposer"] == expected["proposer"]
        assert expected.get("motion", "") in vote["motion"]
        assert expected.get("bill", "") in (vote["bill"] or "")
        assert set(vote["counts"].values()) == {None}


def test_discrepancies(seed: dict[str, Any]) -> None:
    found = [(d["kind"], " / ".join(str(v["value"]) for v in d["values"])) for d in seed["discrepancies"]]
    for expected in EXPECTED["discrepancies"]:
        assert [f for f in found if f[0] == expected["kind"] and all(value in f[1] for value in expected["values"])]
    assert len(found) == len(EXPECTED["discrepancies"])


def test_times_are_relative_to_publication(seed: dict[str, Any]) -> None:
    whens = [record["when"] for kind in ("votes", "events") for record in seed[kind]]
    assert all(when["date"] is None for when in whens), "the article has no date"
