"""People's decisions applied to a story: what changes, what is marked, what is stale (cases in applied.yml).

Cases of decisions that go against each other are in conflicts.yml.
"""

from pathlib import Path
from typing import Any

import pytest

from facts.stories import TEXT, article_facts, claim, quoted, story
from generator.errors import ReviewError
from generator.facts import apply, read_article_facts, read_review
from generator.facts.added import added, apart
from generator.model.article import Article
from generator.model.facts import Story
from generator.model.records import is_id
from generator.strict_yaml import load

ROOT = Path(__file__).parents[2]
CASES = [
    case
    for file in (Path(__file__).with_name("applied.yml"), Path(__file__).with_name("conflicts.yml"))
    for case in load(file.read_text(encoding="utf-8"), file=file, error=ReviewError).value
]
Fields = dict[str, dict[str, Any]]


def fields_of(told: Story) -> dict[str, Fields]:
    """Every record's fields by its id: those across articles under `story`, the others under their article."""
    across = (*told.people, *told.organizations, *told.discrepancies)
    places = {"story": across} | {facts.article.id: tuple(facts.records()) for facts in told.articles}
    return {
        place: {record.id: record.model_dump(mode="json", by_alias=True) for record in records}
        for place, records in places.items()
    }


def expected_of(case: dict[str, Any], before: dict[str, Fields]) -> dict[str, Fields]:
    """The story as it was, with the case's changes made to it."""
    after = {place: dict(fields) for place, fields in before.items() if place not in case.get("gone_articles", [])}
    for place, fields in after.items():
        for record, change in (case.get("changed", {}) | case.get("changed_in", {}).get(place, {})).items():
            if change is None:
                fields.pop(record, None)
            elif record in fields and (place == "story" or not record.startswith(("per-", "org-"))):
                fields[record] = fields[record] | change
    return after


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_decisions(case: dict[str, Any], tmp_path: Path) -> None:
    told = story(
        *(article_facts(f"art-{letter}", **lists_of(letter, case)) for letter in "ab"[: case.get("articles", 1)])
    )
    review = "".join(f"- {decision}\n" for decision in map(flow, case["decisions"]))
    (tmp_path / "desk.yml").write_text(review, encoding="utf-8")
    decisions, errors = read_review(tmp_path, project=tmp_path)
    assert errors == ()
    articles = {facts.article.id: article_of(facts.article.id) for facts in told.articles}
    reviewed = apply(told, decisions, own_ids=case.get("own_ids"), articles=articles)
    assert [str(one.problem) for one in reviewed.stale] == case.get("stale", [])
    assert [str(note) for note in reviewed.notes] == case.get("notes", [])
    marks = {key: [said(mark) for mark in found] for key, found in reviewed.marks.items()}
    assert marks == case["marks"]
    assert_changes(case, fields_of(told), fields_of(reviewed.story))


def lists_of(letter: str, case: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The usual lists; the second article names nobody where the case says that people stand in the first alone."""
    if letter == "a" or not case.get("second_names_nobody"):
        return {}
    lists = ("people", "organizations", "memberships", "votes", "events")
    return {name: [] for name in lists} | {"claims": [claim("clm-b-555555", "It is not safe")]}


def assert_changes(case: dict[str, Any], before: dict[str, Fields], after: dict[str, Fields]) -> None:
    for key, change in case.get("added", {}).items():
        made = after["story"].pop(key)
        assert {field: made[field] for field in change} == change
    for place, records in case.get("added_in", {}).items():
        for key, fields in records.items():
            made = after[place].pop(key)
            assert {field: made[field] for field in fields} == fields
    expected = expected_of(case, before)
    for place in expected.keys() | after.keys():
        kinds = ("per-", "org-") if place != "story" else ()
        assert without(after[place], kinds) == without(expected[place], kinds)


def article_of(key: str) -> Article:
    return Article(id=key, path=f"seeds/{key}.txt", text=TEXT, sha256="0" * 64)


def without(fields: Fields, prefixes: tuple[str, ...]) -> Fields:
    return {key: value for key, value in fields.items() if not key.startswith(prefixes or "-")}


def flow(value: Any) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "null" if value is None else str(value)


def said(mark: Any) -> dict[str, Any]:
    return {field: str(value) for field, value in vars(mark).items() if value is not None}


def test_nothing_decided_changes_nothing() -> None:
    told = story()
    reviewed = apply(told, [])
    assert (reviewed.story, dict(reviewed.marks), reviewed.stale) == (told, {}, ())


def test_articles_own_people_follow_a_merge(tmp_path: Path) -> None:
    (tmp_path / "desk.yml").write_text("- {target: per-bo-ray, op: merge, into: per-ann-lee, why: same}\n", "utf-8")
    (facts,) = apply(story(), read_review(tmp_path)[0]).story.articles
    (person,) = facts.people
    assert (person.id, person.name, person.other_names) == ("per-ann-lee", "Ann Lee", ("Bo Ray",))
    assert [evidence.exact for evidence in person.evidence] == ["Ann Lee", "Mr Ray"]


def test_what_the_program_has_read_is_not_added_again(tmp_path: Path) -> None:
    role = {"person": "per-bo-ray", "role": "council", "evidence": [quoted("Mr Ray")]}
    value = flow(role)
    (tmp_path / "desk.yml").write_text(
        f"- {{target: art-a, op: add, field: memberships, value: {value}, why: missed}}\n", encoding="utf-8"
    )
    told = story(article_facts(memberships=[{"id": "mem-bo-ray-council-09b37a", **role}]))
    (stale,) = apply(told, read_review(tmp_path)[0], articles={"art-a": article_of("art-a")}).stale
    assert stale.problem.problem == "mem-bo-ray-council-09b37a is in the facts of art-a already"


def test_a_vote_that_the_program_has_read_is_not_added_again_whatever_it_calls_the_body_by(tmp_path: Path) -> None:
    vote = {"status": "planned", "motion": "the claim", "body": "org-council", "evidence": [quoted("the claim")]}
    (tmp_path / "desk.yml").write_text(
        f"- {{target: art-a, op: add, field: votes, value: {flow(vote)}, why: missed}}\n", encoding="utf-8"
    )
    told = story(article_facts(votes=[{"id": "vot-the-claim-ffffff", **vote}]))
    (stale,) = apply(told, read_review(tmp_path)[0], articles={"art-a": article_of("art-a")}).stale
    assert stale.problem.problem == "vot-the-claim-ffffff is in the facts of art-a already"


@pytest.mark.parametrize("path", sorted(ROOT.glob("**/content/facts/articles/*.yml")), ids=lambda path: path.stem)
def test_what_is_added_gets_the_id_that_the_program_would_give_it(path: Path) -> None:
    facts = read_article_facts(path)
    names = {one.id: one.name for one in (*facts.people, *facts.organizations)}
    # Of a vote's body the program takes the article's words, which the facts do not keep where they mean a body by id.
    votes = [vote for vote in facts.votes if not is_id(vote.body or "")]
    for field, records in (("claims", facts.claims), ("memberships", facts.memberships), ("votes", votes)):
        for place, record in enumerate(records):
            value = record.model_dump(mode="json", by_alias=True, exclude={"id", "confidence"})
            made = added(field, value, {}, lambda key: names.get(key, key))
            assert apart(made, records[:place]).id == record.id


@pytest.mark.parametrize("second", [{"status": "held"}, {"when": {"as_written": "Monday", "date": "2031-03-24"}}])
def test_a_second_vote_on_the_words_of_one_that_was_read_is_added_beside_it(
    tmp_path: Path, second: dict[str, Any]
) -> None:
    when = {"as_written": "on Monday", "date": "2031-03-17"}
    vote = {"status": "planned", "motion": "the claim", "when": when, "evidence": [quoted("the claim")]}
    read = added("votes", vote, {}, str)
    lines = [
        f"- {{target: art-a, op: add, field: votes, value: {flow(vote | more)}, why: x}}\n" for more in (second, {})
    ]
    (tmp_path / "desk.yml").write_text("".join(lines), encoding="utf-8")
    told = story(article_facts(votes=[{**vote, "id": read.id}]))
    reviewed = apply(told, read_review(tmp_path)[0], articles={"art-a": article_of("art-a")})
    assert [one.problem.problem for one in reviewed.stale] == [f"{read.id} is in the facts of art-a already"]
    first, other = reviewed.story.articles[0].votes
    assert (first.id, other.id != read.id) == (read.id, True)
    assert other.status == second.get("status", "planned")


def test_a_merge_of_merges_that_joins_two_whom_one_article_names_is_told_of(tmp_path: Path) -> None:
    nobody: dict[str, Any] = {name: [] for name in ("organizations", "memberships", "claims", "votes", "events")}
    told = story(
        article_facts(people=[person("per-ann-lee", "Ann Lee"), person("per-anna-lee", "Anna Lee")], **nobody),
        article_facts("art-b", people=[person("per-anne-lee", "Anne Lee")], **nobody),
    )
    merges = "- {target: per-ann-lee, op: merge, into: per-anne-lee, why: same}\n"
    (tmp_path / "desk.yml").write_text(merges + merges.replace("per-ann-lee", "per-anna-lee"), encoding="utf-8")
    (note,) = apply(told, read_review(tmp_path)[0]).notes
    assert note.words == "Anna Lee (per-anna-lee) is merged into Anne Lee (per-anne-lee), though art-a names both"


def person(key: str, name: str) -> dict[str, Any]:
    sort_name = ", ".join(reversed(name.split()))
    return {"id": key, "name": name, "sort_name": sort_name, "evidence": [quoted("Ann Lee")]}


def test_who_is_merged_into_somebody_who_was_merged_becomes_part_of_the_same(tmp_path: Path) -> None:
    nobody: dict[str, Any] = {name: [] for name in ("organizations", "memberships", "claims", "votes", "events")}
    names = {"per-ann-lee": "Ann Lee", "per-anne-lee": "Anne Lee", "per-anna-lee": "Anna Lee"}
    told = story(*(article_facts(f"art-{key}", people=[person(key, name)], **nobody) for key, name in names.items()))
    merges = "- {target: per-ann-lee, op: merge, into: per-anne-lee, why: same}\n"
    (tmp_path / "desk.yml").write_text(
        merges + "- {target: per-anna-lee, op: merge, into: per-ann-lee, why: same}\n", encoding="utf-8"
    )
    reviewed = apply(told, read_review(tmp_path)[0])
    assert [one.id for one in reviewed.story.people] == ["per-anne-lee"]
    assert reviewed.merged == {"per-ann-lee": "per-anne-lee", "per-anna-lee": "per-anne-lee"}
    (note,) = reviewed.notes
    assert note.words == ("Ann Lee (per-ann-lee) stands for Anne Lee (per-anne-lee) here, which it was merged into")


def test_whoever_was_joined_has_their_own_names_again_once_the_two_are_split(tmp_path: Path) -> None:
    def named(key: str, name: str, *others: str) -> dict[str, Any]:
        called = {"id": key, "name": name, "sort_name": name, "other_names": others, "evidence": [quoted(name)]}
        return {"people": [called], "organizations": [], "memberships": [], "claims": [], "votes": [], "events": []}

    told = story(
        article_facts("art-a", **named("per-ann-lee", "Ann Lee", "Lee")),
        article_facts("art-b", **named("per-bo-ray", "Bo Ray", "Ray")),
    )
    (tmp_path / "desk.yml").write_text(
        "- {target: per-bo-ray, op: merge, into: per-ann-lee, why: one}\n"
        "- {target: per-ann-lee, op: rename, value: Dame Ann, why: so she is styled}\n"
        "- {target: per-ann-lee, op: split, into: per-bo, value: [art-b], why: two after all}\n"
    )
    reviewed = apply(told, read_review(tmp_path)[0])
    assert reviewed.stale == ()
    assert [(one.id, one.name, set(one.other_names)) for one in reviewed.story.people] == [
        ("per-ann-lee", "Dame Ann", {"Ann Lee", "Lee"}),
        ("per-bo", "Bo Ray", {"Ray"}),
    ]
    (tmp_path / "desk.yml").write_text(
        "- {target: per-bo-ray, op: merge, into: per-ann-lee, why: one}\n"
        "- {target: per-ann-lee, op: split, into: per-bo, value: [art-b], why: two after all}\n"
    )
    reviewed = apply(told, read_review(tmp_path)[0])
    assert [(one.id, one.name, one.other_names) for one in reviewed.story.people] == [
        ("per-ann-lee", "Ann Lee", ("Lee",)),
        ("per-bo", "Bo Ray", ("Ray",)),
    ]
