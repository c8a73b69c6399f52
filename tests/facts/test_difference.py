"""What changed in the facts, in words: each case of differences.yml, several articles, and each format."""

import json
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from facts.stories import article_facts, claim, quoted, story
from generator.cli import told_as_json, told_as_markdown, told_as_text
from generator.facts.difference import Difference, difference
from generator.facts.history import facts_on_disk
from generator.facts.store import write_article_facts, write_story
from generator.facts.telling import sentence
from generator.facts.told import about
from generator.model.ids import name_id
from generator.model.records import Claim

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("differences.yml").read_text(encoding="utf-8"))
LABELS = ("before", "after")
USUAL = {
    "per": lambda fields: {"sort_name": fields["name"], "evidence": [{"exact": str(fields["name"])}]},
    "mem": lambda fields: {"evidence": [{"exact": fields["role"]}]},
    "vot": lambda fields: {"evidence": [{"exact": fields["motion"]}]},
    "clm": lambda fields: {
        "attribution": "named-person",
        "mode": "indirect",
        "act": "statement",
        "evidence": [{"exact": fields["content"][0]}],
    },
    "art": lambda fields: {},
}
ARTICLE = {"art-a": {"path": "seeds/a.txt", "sha256": "0", "extractor": "x"}}


def files(records: dict[str, Any]) -> dict[str, bytes]:
    (article,) = [key for key in records if key.startswith("art-")] or ARTICLE
    named = records if article in records else ARTICLE | records
    whole = {key: USUAL[key[:3]](fields) | fields for key, fields in named.items()}
    return {f"articles/{article}.yml": json.dumps(whole).encode()}


def compared(before: dict[str, Any], after: dict[str, Any]) -> Difference:
    return difference(files(before), files(after), labels=LABELS)


def as_text(found: Difference) -> str:
    return click.unstyle(told_as_text.told(found, LABELS)).partition("\n")[2]


def written(folder: Path, *articles: Any) -> dict[str, bytes]:
    for one in articles:
        write_article_facts(folder, one)
    write_story(folder, story(*articles))
    return dict(facts_on_disk(folder))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["it"])
def test_case(case: dict[str, Any]) -> None:
    found = compared(case["before"], case["after"])
    assert as_text(found).splitlines() == case["tells"].splitlines()
    assert [str(problem) for problem in found.errors] == case.get("warns", [])


def test_a_new_article_is_told_whole_and_those_who_are_new_once(tmp_path: Path) -> None:
    old = written(tmp_path / "old", article_facts("art-a"))
    new = written(tmp_path / "new", article_facts("art-a"), article_facts("art-b"))
    lines = as_text(difference(old, new, labels=LABELS)).splitlines()
    assert lines[0] == (
        "articles: 1 added; people: 2 added; organizations: 1 added; roles: 1 added; claims: 2 added; "
        "votes: 1 added; events: 1 added"
    )
    assert [line for line in lines if line and not line.startswith(" ")][1:] == ["seeds/art-b.txt"]
    lines = as_text(difference({}, old, labels=LABELS)).splitlines()
    assert [line for line in lines if "person: Ann Lee" in line] == ["    + person: Ann Lee"]
    assert lines[2] == "In all articles"


def test_who_and_what_several_articles_tell_of_counts_once(tmp_path: Path) -> None:
    """Ann Lee, whom one article calls Lee the mayor, is one person in whichever of five articles something changes."""
    lists: dict[str, Any] = {"organizations": [], "votes": [], "events": []}

    def articles(title: str, act: str, *, names: int = 5) -> list[Any]:
        found = []
        for number in range(names):
            name = "Lee" if number == 3 else "Ann Lee"
            person = {"id": name_id("per", name), "name": name, "sort_name": name, "evidence": [quoted(title + name)]}
            role = {
                "id": "mem-lee-mayor-111111",
                "person": person["id"],
                "role": "mayor",
                "evidence": [quoted("mayor")],
            }
            said = claim(
                "clm-she-111111",
                "the old bridge over the river would close in May for repairs",
                speaker=person["id"],
                source="she",
                act=act,
            )
            found.append(article_facts(f"art-{number}", people=[person], memberships=[role], claims=[said], **lists))
        return found

    old = written(tmp_path / "old", *articles("", "statement"))
    new = written(tmp_path / "new", *articles("Ms ", "promise"))
    found = difference(old, new, labels=LABELS)
    assert as_text(found).splitlines()[0] == "people: 1 changed; claims: 1 changed"
    assert sum(change.kind == "person" for change in found.changes) == 5
    fewer = written(tmp_path / "fewer", *articles("", "statement", names=4))
    found = difference(fewer, old, labels=LABELS)
    assert as_text(found).splitlines()[0] == "articles: 1 added; people: 1 added; roles: 1 added; claims: 1 changed"


def test_who_has_another_name_in_all_articles_is_flagged_once_and_has_it_in_each(tmp_path: Path) -> None:
    def articles(name: str) -> list[Any]:
        person = {"id": name_id("per", name), "name": name, "sort_name": name, "evidence": [quoted(name)]}
        said = claim("clm-she-111111", "the bridge would close", speaker=person["id"], source="she")
        lists: dict[str, Any] = {"organizations": [], "memberships": [], "votes": [], "events": []}
        return [
            article_facts(f"art-{key}", people=[person | more], claims=[said], **lists)
            for key, more in (("a", {"other_names": ["Lee"]}), ("b", {}))
        ]

    old, new = written(tmp_path / "old", *articles("Anna Lee")), written(tmp_path / "new", *articles("Ana Lee"))
    found = difference(old, new, labels=LABELS)
    assert [(one.kind, one.place, one.words) for one in found.alerts] == [("person-renamed", "", "Anna Lee → Ana Lee")]
    assert as_text(found).splitlines()[4] == "    all articles, per-ana-lee"
    assert {change.how for change in found.changes} == {"changed"}


def test_whoever_is_joined_became_part_of_somebody_whom_the_same_article_names(tmp_path: Path) -> None:
    def articles(name: str) -> list[Any]:
        lists: dict[str, Any] = {"organizations": [], "memberships": [], "claims": [], "votes": [], "events": []}
        called = {"a": ("Lee", ["Lee"]), "b": (name, [name, "Lee"]), "c": ("Zoe Lee", ["Zoe Lee", "Lee"])}
        return [
            article_facts(
                f"art-{key}",
                people=[
                    {"id": name_id("per", one), "name": one, "sort_name": one, "evidence": [quoted(one)]}
                    | {"other_names": [form for form in forms if form != one]}
                ],
                **lists,
            )
            for key, (one, forms) in called.items()
        ]

    old, new = written(tmp_path / "old", *articles("Lee")), written(tmp_path / "new", *articles("Zoe Lee"))
    lines = as_text(difference(old, new, labels=LABELS)).splitlines()
    assert [line.strip() for line in lines if "→ person" in line] == ["→ person: Lee → Zoe Lee"]


def test_denials_that_go_with_their_article_are_flagged() -> None:
    denied = {
        "clm-a-source-111111": {"attribution": "unnamed", "source": "a source", "content": ["the books were cooked"]},
        "clm-council-222222": {
            "source": "the council",
            "act": "denial",
            "content": ["it"],
            "replies_to": "clm-a-source-111111",
        },
    }
    found = difference(files(denied), {}, labels=LABELS)
    assert as_text(found).splitlines()[2:5] == [
        "Look at these first",
        "! a denial is no longer told: gone: source not worked out “the council” said (denial): it",
        "    seeds/a.txt, clm-council-222222",
    ]


def test_a_seed_under_another_name_is_one_change(tmp_path: Path) -> None:
    old = written(tmp_path / "old", article_facts("art-a"))
    new = written(tmp_path / "new", article_facts("art-b"))
    assert as_text(difference(old, new, labels=LABELS)).splitlines() == [
        "articles: 1 changed",
        "",
        "seeds/art-b.txt",
        "  The article",
        "    ~ article: seeds/art-b.txt",
        "        the article’s file: seeds/art-a.txt → seeds/art-b.txt",
    ]


def test_markdown_cannot_be_marked_up_or_call_anybody() -> None:
    words = "@user <img src=x> [a](http://b.c) #12 **bold** `code`\n# head"
    found = compared({}, {"clm-x-111111": {"attribution": "unnamed", "source": words, "content": [words]}})
    lines = told_as_markdown.told(found, LABELS).splitlines()
    (told,) = (line for line in lines if "claim" in line and line.startswith("- "))
    assert not set("<[`*@") & set(told)
    assert "&#64;&#8288;user" in told
    assert "&#35;&#8288;12" in told
    assert not any(line.startswith("# ") for line in lines)


def test_markdown_is_never_longer_than_a_comment_may_be() -> None:
    claims = {
        f"clm-x-{number:06}": {"attribution": "unattributed", "content": [f"the bridge {number} " + "closed " * 30]}
        for number in range(400)
    }
    told = told_as_markdown.told(compared({}, claims), LABELS)
    assert 50_000 < len(told) < 65_536
    assert told.startswith("### claims: 400 added\n")
    shown = sum(line.startswith("- ") for line in told.splitlines())
    assert f"{400 - shown} more lines are left out here" in told


def test_json_gives_values_as_files_have_them() -> None:
    vote = {"status": "planned", "motion": "the motion"}
    found = compared({"vot-motion-333333": vote}, {"vot-motion-333333": vote | {"status": "held"}})
    whole = json.loads(told_as_json.told(found, LABELS))
    assert whole["counts"] == {"vote": {"changed": 1}}
    assert [(one["kind"], one["article"], one["id"]) for one in whole["alerts"]] == [
        ("vote-status-changed", "art-a", "vot-motion-333333")
    ]
    (change,) = whole["changes"]
    assert change["fields"] == [{"field": "status", "old": "planned", "new": "held"}]
    assert (change["how"], change["was"], change["into"]) == ("changed", "vot-motion-333333", None)


def test_it_tells_in_which_articles_a_vote_and_a_claim_are_one() -> None:
    def across(*articles: str) -> dict[str, bytes]:
        reports = {
            kind: [{"article": f"art-{a}", "record": f"{kind}-{a}"} for a in articles] for kind in ("vot", "clm")
        }
        votes = {"vot-a": {"motion": "the dredger", "reports": reports["vot"]}}
        claims = {"clm-a": {"reports": reports["clm"]}}
        return {"votes.yml": json.dumps(votes).encode(), "claims.yml": json.dumps(claims).encode()}

    told = as_text(difference(across("a", "b"), across("a", "b", "c"), labels=LABELS))
    assert "~ claim: clm-a: one in art-a, art-b, art-c" in told
    assert "~ vote: the dredger: one in art-a, art-b, art-c" in told
    assert "articles that report it: art-a: vot-a … art-b: vot-b → art-a: vot-a … art-b: vot-b … art-c: vot-c" in told


@pytest.mark.parametrize(
    ("cue", "told"),
    [
        ("refused to deny", "Ann Lee, as the article puts it: refused to deny he had met them"),
        ("did not dispute", "Ann Lee, as the article puts it: did not dispute he had met them"),
        ("said", "Ann Lee said: he had met them"),
    ],
)
def test_what_somebody_did_not_say_is_told_with_the_verb_that_says_so(cue: str, told: str) -> None:
    fields = claim("clm-a-111111", "he had met them", speaker="per-ann-lee", cue=cue)
    assert sentence(Claim.model_validate(fields), {"per-ann-lee": "Ann Lee"}) == told


def test_a_title_names_who_speaks_before_who_is_named(tmp_path: Path) -> None:
    said = [claim("clm-bo-ray-111111", "the bridge would close", speaker="per-bo-ray")]
    facts = article_facts(claims=said)
    write_article_facts(tmp_path, facts)
    write_story(tmp_path, story(facts))
    found = difference({}, dict(facts_on_disk(tmp_path)), labels=LABELS)
    assert about(found, {"per-ann-lee": "Ann Lee", "per-bo-ray": "Bo Ray"}).startswith("Bo Ray, Ann Lee")
