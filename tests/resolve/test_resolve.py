"""Who is the same across articles, and where reports disagree: precision before reach."""

import itertools
import math
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model.facts import ArticleFacts, Story
from generator.model.ids import name_id
from generator.resolve import people_disagreements, resolve

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text(encoding="utf-8"))
PERSON = re.compile(r"(?:(Mr|Ms|Sir) )?([^(:]+?)(?: \((.*?)\))?(?:: ([^@]*?)(?: @ (.*))?)?")
E = [{"exact": "words"}]


def facts(name: str, people: list[str] = [], organizations: list[str] = [], **more: Any) -> ArticleFacts:  # noqa: B006
    """Facts of one article from the short forms that cases.yml explains."""
    told: dict[str, Any] = {"people": [], "memberships": [], "organizations": []}
    for number, form in enumerate(people):
        found = PERSON.fullmatch(form)
        assert found
        honorific, full, _, role, body = found.groups()
        person = {"id": name_id("per", full), "name": full, "sort_name": full, "honorific_prefix": honorific}
        told["people"].append({**person, "evidence": E})
        if role:
            role_id = f"mem-{name}-{number}"
            told["memberships"].append(
                {"id": role_id, "person": person["id"], "role": role, "organization": body, "evidence": E}
            )
    for form in organizations:
        found = PERSON.fullmatch(form)
        assert found
        _, full, others, kind, _ = found.groups()
        body = {"id": name_id("org", full), "name": full, "other_names": [others] if others else []}
        told["organizations"].append({**body, "classification": kind, "evidence": E})
    article = {"id": f"art-{name}", "path": name, "sha256": "x", "extractor": "x"}
    return ArticleFacts.model_validate({"article": article, **told, **more})


def gathered(records: Any) -> dict[str, list[str]]:
    """Ids with the articles of each; the hash that tells namesakes apart becomes stars."""
    found: dict[str, list[str]] = {}
    for record in sorted(records, key=lambda r: r.articles):
        key = re.sub(r"-[0-9a-f]{6}$", "-*", record.id)
        while key in found:
            key += "*"
        found[key] = [article.removeprefix("art-") for article in record.articles]
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_who_is_the_same(case: dict[str, Any]) -> None:
    articles = [facts(name, **told) for name, told in case["articles"].items()]
    stories = [resolve(order) for order in itertools.permutations(articles)]
    assert all(story == stories[0] for story in stories)
    assert gathered(stories[0].people) == case.get("people", {})
    assert gathered(stories[0].organizations) == case.get("organizations", {})


def test_every_reference_follows_who_became_whom() -> None:
    said = {"attribution": "named-person", "mode": "direct", "act": "statement", "content": ["x"], "evidence": E}
    vote = {"status": "planned", "motion": "x", "evidence": E, "body": "the house", "proposer": "per-vane"}
    position = {"voter": "per-vane", "option": "for", "kind": "declared"}
    short = facts(
        "b",
        ["Ms Vane: mayor"],
        claims=[{"id": "clm-a", "speaker": "per-vane", "joint_with": ["per-vane"], "about": ["per-vane"], **said}],
        votes=[{"id": "vot-a", "positions": [position], **vote}],
        events=[{"id": "evt-a", "what": "x", "participants": ["per-vane", "the crowd"], "evidence": E}],
    )
    _, resolved = resolve([short, facts("a", ["Dora Vane: mayor"])]).articles
    assert resolved.people[0].id == resolved.memberships[0].person == resolved.claims[0].speaker == "per-dora-vane"
    assert resolved.claims[0].joint_with == resolved.claims[0].about == ("per-dora-vane",)
    assert resolved.votes[0].proposer == resolved.votes[0].positions[0].voter == "per-dora-vane"
    assert resolved.votes[0].body == "the house"
    assert resolved.events[0].participants == ("per-dora-vane", "the crowd")
    assert "per-vane" not in resolved.model_dump_json()


def test_an_unnamed_source_is_never_made_somebody() -> None:
    claim = {"id": "clm-a", "attribution": "unnamed", "source": "Vane's aide", "mode": "direct", "act": "statement"}
    told = facts("b", ["Vane: mayor"], claims=[{**claim, "content": ["x"], "evidence": E}])
    story = resolve([facts("a", ["Dora Vane: mayor"]), told])
    assert story.articles[1].claims[0] == told.claims[0]


@pytest.mark.parametrize(
    "first, second, is_slip",
    [
        ("Dora Brennan: mayor @ org-quay", "Dora Brenman: mayor @ org-quay", True),
        ("Dora Brennan: mayor @ org-quay", "Dora Brenan: mayor @ org-quay", True),
        ("Dora Brennan: mayor @ org-quay", "Nora Brenman: mayor @ org-quay", False),
        ("Dora Brennan: mayor @ org-quay", "Dora Brenman: clerk @ org-quay", False),
        ("Dora Brennan: mayor", "Dora Brenman: mayor", False),
        ("Dora Vane: mayor @ org-quay", "Dora Vans: mayor @ org-quay", False),
        ("Mairi Vane: mayor @ org-quay", "Mhairi Vane: mayor @ org-quay", True),
        ("Mairi Brennan: mayor @ org-quay", "Mhairi Brenman: mayor @ org-quay", False),
    ],
)
def test_a_spelling_is_disputed_only_when_it_is_surely_a_slip(first: str, second: str, is_slip: bool) -> None:
    story: Story = resolve([facts("a", [first]), facts("b", [second])])
    assert [d.kind.value for d in story.discrepancies] == (["spelling"] if is_slip else [])
    assert len(story.people) == 2


def test_each_spelling_is_compared_with_the_nearest_in_time_and_not_with_the_first_alone() -> None:
    told = {
        "a": ("Dora Brennan", "2025-01-08"),
        "b": ("Dora Brennan", "2025-06-18"),
        "c": ("Dora Brenman", "2025-06-20"),
    }
    story = resolve([dated(facts(key, [f"{name}: ports secretary"]), day) for key, (name, day) in told.items()])
    assert [[value.article for value in d.values] for d in story.discrepancies] == [["art-c", "art-b"]]


def test_each_title_is_compared_with_the_nearest_in_time_and_not_with_the_first_alone() -> None:
    told = {"a": ("mayor", "2025-01-08"), "b": ("mayor", "2025-06-18"), "c": ("deputy mayor", "2025-06-20")}
    people = {key: [f"Dora Brennan: {role} @ org-quay"] for key, (role, _) in told.items()}
    story = resolve([dated(facts(key, people[key]), day) for key, (_, day) in told.items()])
    assert [[value.article for value in d.values] for d in story.discrepancies] == [["art-b", "art-c"]]


def test_of_all_holders_of_a_well_known_post_only_those_are_compared_whose_names_are_alike(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []
    slip = people_disagreements._is_slip
    monkeypatch.setattr(people_disagreements, "_is_slip", lambda *two: compared.append(two) is not None or slip(*two))
    surnames = ["".join(letters) for letters in itertools.product("bdk", "aeo", "lmn", "aeo", "rst", "aeo")]
    resolve([facts(f"a{n}", [f"John {name}: member @ org-quay"]) for n, name in enumerate(surnames)])
    assert 0 < len(compared) < math.comb(len(surnames), 2) / 10


def dated(told: ArticleFacts, published: str | None) -> ArticleFacts:
    return told.model_copy(update={"article": told.article.model_copy(update={"published": published})})


@pytest.mark.parametrize(
    "second, published, is_slip",
    [
        ("Dora Brenman: ports secretary", "2025-01-20", True),
        ("Dora Brenman: ports secretary", "2025-06-20", False),
        ("Dora Brenman: ports secretary", None, False),
        ("Dora Brenman: ports minister", "2025-01-20", False),
    ],
)
def test_a_post_of_no_body_is_one_post_only_while_it_is_news(second: str, published: str | None, is_slip: bool) -> None:
    first = dated(facts("a", ["Dora Brennan: ports secretary"]), "2025-01-08")
    story = resolve([first, dated(facts("b", [second]), published)])
    assert [d.kind.value for d in story.discrepancies] == (["spelling"] if is_slip else [])
    assert len(story.people) == 2


@pytest.mark.parametrize(
    "first, second, published, told",
    [
        ("director @ org-quay", "deputy director @ org-quay", "2025-01-10", ["director", "deputy director"]),
        ("vice-chair @ org-quay", "chair @ org-quay", "2025-01-10", ["vice-chair", "chair"]),
        ("shadow ports secretary", "ports secretary", "2025-01-10", ["shadow ports secretary", "ports secretary"]),
        ("director @ org-quay", "deputy director @ org-pier", "2025-01-10", None),
        ("director @ org-quay", "deputy director @ org-quay", "2025-03-10", None),
        ("director", "deputy director", "2025-01-10", None),
        ("director @ org-quay", "chair @ org-quay", "2025-01-10", None),
    ],
)
def test_a_title_is_disputed_where_one_article_makes_somebody_another_s_deputy(
    first: str, second: str, published: str, told: list[str] | None
) -> None:
    articles = [
        dated(facts("a", [f"Dora Vane: {first}"]), "2025-01-08"),
        dated(facts("b", [f"Dora Vane: {second}"]), published),
    ]
    found = [(d.kind.value, d.about, [v.value for v in d.values]) for d in resolve(articles).discrepancies]
    assert found == ([("role", "per-dora-vane", told)] if told else [])
