"""Which reports of several articles are of one vote, and on what they differ (cases in votes.yml)."""

import datetime
import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.facts import apply
from generator.model.facts import ArticleFacts, Story
from generator.model.review import Decision, PlacedDecision
from generator.model.words import ReviewOp
from generator.resolve import compare_votes_anew, resolve
from generator.resolve.vote_words import may_be_one_body, plain_name
from resolve.test_resolve import facts

CASES = yaml.load(Path(__file__).with_name("votes.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
FIRST = datetime.date(2031, 3, 12)
PEOPLE = ["Dora Vane", "Otto Kell"]
Votes = list[dict[str, Any]]


def article(name: str, published: str | None = None, votes: Votes | None = None, **more: Any) -> ArticleFacts:
    """Facts of one article from the short forms that votes.yml explains."""
    told = [vote_event(f"vot-{name}-{n}", **fields) for n, fields in enumerate(votes or [], start=1)]
    made = facts(name, more.pop("people", PEOPLE), **more, votes=told)
    return made.model_copy(update={"article": made.article.model_copy(update={"published": published})})


def vote_event(key: str, counts: list[str] | None = None, words: str = "words", **fields: Any) -> dict[str, Any]:
    ours, theirs = (None if one == "null" else int(one) for one in counts or ["null", "null"])
    date = fields.pop("date", None)
    told = {"id": key, "counts": {"for": ours, "against": theirs}, "when": date and {"date": date}}
    return {**told, "evidence": [{"exact": words}], **fields}


def joined(story: Story) -> list[list[str]]:
    """The reports of each vote, as cases write them."""
    return sorted(
        [f"{report.article.removeprefix('art-')}{report.record[-1]}" for report in vote.reports] for vote in story.votes
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_which_reports_are_of_one_vote(case: dict[str, Any]) -> None:
    articles = [article(name, **told) for name, told in case["articles"].items()]
    stories = [resolve(order) for order in itertools.permutations(articles)]
    assert all(story == stories[0] for story in stories)
    assert joined(stories[0]) == case["joined"]
    told = [" ".join([d.kind, d.field, *(v.value for v in d.values)]) for d in stories[0].discrepancies]
    assert told == case.get("differ", [])


def test_a_vote_keeps_the_id_of_its_earliest_report_as_articles_come() -> None:
    told = {"motion": "whether there must be an open contest", "body": "House of Commons", "date": "2031-03-11"}
    first = article("b", "2031-03-04", [{"status": "planned", **told}])
    later = article("a", "2031-03-12", [{"status": "held", **told}])
    last = article("c", "2031-03-13", [{"status": "held", **told}])
    assert [vote.id for vote in resolve([first, later]).votes] == ["vot-b-1"]
    assert [vote.id for vote in resolve([first, later, last]).votes] == ["vot-b-1"]


def test_a_report_keeps_its_own_id_and_words() -> None:
    told = {"motion": "whether there must be an open contest", "body": "House of Commons", "date": "2031-03-11"}
    articles = [
        article("a", "2031-03-04", [{"status": "planned", **told}]),
        article("b", "2031-03-12", [{"status": "held", **told}]),
    ]
    assert [facts.votes for facts in resolve(articles).articles] == [facts.votes for facts in articles]


def test_votes_that_a_person_made_one_are_compared_and_those_told_apart_are_not() -> None:
    told = {"status": "held", "body": "House of Commons", "date": "2031-03-11"}
    articles = [
        article("a", "2031-03-12", [{"motion": "the open tender for small ports", "result": "passed", **told}]),
        article("b", "2031-03-12", [{"motion": "an open tender for dredging", "result": "rejected", **told}]),
    ]
    apart = resolve(articles)
    merge = Decision(target="vot-b-1", op=ReviewOp.MERGE, into="vot-a-1")
    one = compare_votes_anew(apart, apply(apart, [PlacedDecision(decision=merge, file="desk.yml", line=1)]).story)
    assert [d.field for d in one.discrepancies] == ["result"]
    assert compare_votes_anew(one, replace(one, votes=())).discrepancies == ()


def test_what_reports_differ_on_follows_what_a_person_mends_unless_a_person_has_mended_that_too() -> None:
    told = {"status": "held", "motion": "the open tender", "body": "House of Commons", "date": "2031-03-11"}
    counts = [["30", "20"], ["31", "20"]]
    articles = [article(name, "2031-03-12", [{"counts": two, **told}]) for name, two in zip("ab", counts, strict=True)]
    before = resolve(articles)
    (differing,) = before.discrepancies
    assert [value.value for value in differing.values] == ["30", "31"]

    def after(*decisions: dict[str, Any]) -> Story:
        placed = [
            PlacedDecision(decision=Decision.model_validate({"op": "set", **one}), file="desk.yml", line=1)
            for one in decisions
        ]
        return compare_votes_anew(before, apply(before, placed).story)

    mended = {"target": "vot-b-1", "field": "counts.for", "expect": 31, "value": 33}
    assert [[value.value for value in one.values] for one in after(mended).discrepancies] == [["30", "33"]]
    assert after({**mended, "value": 30}).discrepancies == ()
    about = {"target": differing.id, "field": "about", "expect": differing.about, "value": "the tender"}
    assert [(one.about, one.values) for one in after(mended, about).discrepancies] == [("the tender", differing.values)]


TENDER = {"motion": "the open tender for small ports", "body": "House of Commons"}
FINANCE = {
    "status": "planned",
    "motion": "the Finance Bill",
    "classification": "bill",
    "bill": "Finance Bill",
    "body": "MPs",
}


@pytest.mark.parametrize(
    "comparison, vote, apart",
    [
        ("is_one", {"status": "held", "date": "2031-03-11", **TENDER}, 0),
        ("is_in_its_stead", {"status": "called-off", **TENDER}, 30),
        ("fits_undated", FINANCE, 30),
    ],
)
def test_the_cost_grows_with_the_articles_and_not_with_their_square(
    comparison: str, vote: dict[str, Any], apart: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = []
    monkeypatch.setattr(f"generator.resolve.vote_joining.{comparison}", lambda *told: compared.append(told) is not None)

    def comparisons(count: int) -> int:
        compared.clear()
        days = [FIRST + datetime.timedelta(days=n * apart) for n in range(count)]
        dated = [{"date": str(day), **vote} if comparison == "is_in_its_stead" else vote for day in days]
        resolve([article(f"a{n}", str(day), [told]) for n, (day, told) in enumerate(zip(days, dated, strict=True))])
        return len(compared)

    assert 0 < comparisons(200) < 2.5 * comparisons(100)


@pytest.mark.parametrize(
    "first, second, may_be",
    [
        ("the House of Commons", "the Commons", True),
        ("the House of Commons", "MPs", True),
        ("the House of Commons", "Lawmakers", True),
        ("the House of Commons", "Westminster", True),
        ("the House of Commons", "parliament", True),
        ("Port Carrow Town Council", "The town council", True),
        ("its home affairs committee", "the committee", True),
        ("the House of Lords", "peers", True),
        ("the Senate", "The upper house", True),
        ("electorate of Iowa", "voters", True),
        ("the House of Commons", None, True),
        ("the House of Commons", "peers", False),
        ("the House of Commons", "the House of Lords", False),
        ("the House", "the Senate", False),
        ("the Senate", "peers", False),
        ("the Commons", "Commons defence committee", False),
        ("home affairs committee", "health committee", False),
        ("Port Carrow Town Council", "Carrow County Council", False),
        ("the House of Commons", "Scottish Conservatives", False),
        ("electorate of Iowa", "electorate of Nevada", False),
    ],
)
def test_which_names_may_be_one_body_s(first: str, second: str | None, may_be: bool) -> None:
    names = [name and plain_name(name) for name in (first, second)]
    assert may_be_one_body(*names) is may_be_one_body(*reversed(names)) is may_be
