"""Which reports are of one vote or one claim, as people decide it: joined, parted, rejected, corrected."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facts.stories import article_facts, claim, quoted
from generator.facts import apply, read_review
from generator.model.facts import Reported, ResolvedClaim, ResolvedVote, Story
from generator.model.review import Reviewed

MACHINE = {"vot-1": ["art-a/vot-1", "art-b/vot-2"]}
"""What the program joined; art-c's vot-3 and both vot-4 of art-d and art-e are votes of their own."""
PLACES = {"art-a": "vot-1", "art-b": "vot-2", "art-c": "vot-3", "art-d": "vot-4", "art-e": "vot-4"}


def story() -> Story:
    vote = {"status": "held", "motion": "a motion", "evidence": [quoted("a motion")], "counts": {"for": 7}}
    joined = (
        ResolvedVote(id=key, motion="a motion", reports=tuple(map(reported, reports)))
        for key, reports in MACHINE.items()
    )
    facts = tuple(article_facts(article, votes=[{"id": key, **vote}]) for article, key in PLACES.items())
    return Story(people=(), organizations=(), votes=tuple(joined), discrepancies=(), articles=facts)


def reported(words: str) -> Reported:
    article, _, record = words.partition("/")
    return Reported(article=article, record=record)


def reviewed(folder: Path, *decisions: str, told: Story | None = None) -> Reviewed:
    (folder / "desk.yml").write_text("".join(f"- {{{decision}, why: seen}}\n" for decision in decisions))
    placed, errors = read_review(folder, project=folder)
    assert not errors
    return apply(told or story(), placed)


def joined(found: Reviewed) -> dict[str, list[str]]:
    return {vote.id: [f"{one.article}/{one.record}" for one in vote.reports] for vote in found.story.votes}


@pytest.mark.parametrize(
    "decision, votes",
    [
        ("target: vot-3, op: merge, into: vot-1", {"vot-1": ["art-a/vot-1", "art-b/vot-2", "art-c/vot-3"]}),
        ("target: vot-1, op: merge, into: vot-3", {"vot-3": ["art-a/vot-1", "art-b/vot-2", "art-c/vot-3"]}),
        ("target: vot-4, op: merge, into: vot-4", MACHINE | {"vot-4": ["art-d/vot-4", "art-e/vot-4"]}),
        ("target: vot-1, op: split, into: vot-new, value: [art-b]", {}),
        ("target: vot-2, op: split, into: vot-new, value: [art-b]", {}),
        ("target: vot-3, op: merge, into: vot-2", {"vot-1": ["art-a/vot-1", "art-b/vot-2", "art-c/vot-3"]}),
        ("target: vot-2, op: reject", {}),
        ("target: art-b, op: reject", {}),
        ("target: vot-3, op: reject", MACHINE),
    ],
)
def test_reports_become_those_of_the_vote_that_a_person_says(
    tmp_path: Path, decision: str, votes: dict[str, list[str]]
) -> None:
    found = reviewed(tmp_path, decision)
    assert joined(found) == votes
    assert not found.stale


def test_a_decision_on_a_report_of_a_joined_vote_changes_that_report_alone(tmp_path: Path) -> None:
    found = reviewed(tmp_path, "target: vot-1, op: set, field: counts.for, expect: 7, value: 8")
    assert [facts.votes[0].counts.for_ for facts in found.story.articles] == [8, 7, 7, 7, 7]
    assert joined(found) == MACHINE


def test_after_a_merge_a_report_can_still_be_corrected(tmp_path: Path) -> None:
    merge = "target: vot-3, op: merge, into: vot-1"
    found = reviewed(tmp_path, merge, "target: vot-3, op: set, field: counts.for, expect: 7, value: 8")
    assert not found.stale
    assert [facts.votes[0].counts.for_ for facts in found.story.articles] == [7, 7, 8, 7, 7]


@pytest.mark.parametrize(
    "decision, problem",
    [
        ("target: vot-1, op: split, into: vot-new, value: [art-c]", "vot-1 is not in art-c"),
        ("target: vot-1, op: split, into: vot-3, value: [art-b]", "vot-3 is there already"),
        ("target: vot-2, op: merge, into: vot-2", "vot-2 cannot be merged into itself"),
        ("target: vot-3, op: merge, into: vot-3", "vot-3 cannot be merged into itself"),
        ("target: vot-3, op: merge, into: vot-9", "vot-9 is not in the facts"),
    ],
)
def test_what_does_not_fit_the_facts_is_stale(tmp_path: Path, decision: str, problem: str) -> None:
    found = reviewed(tmp_path, decision)
    assert [stale.problem.problem for stale in found.stale] == [problem]
    assert joined(found) == MACHINE


SPLIT = "target: vot-1, op: split, into: vot-new, value: [art-c, art-b]"
MERGE = "target: vot-3, op: merge, into: vot-1"


@pytest.mark.parametrize(
    "decision, votes",
    [
        ("target: vot-new, op: merge, into: vot-1", {"vot-1": ["art-a/vot-1", "art-b/vot-2", "art-c/vot-3"]}),
        ("target: vot-new, op: split, into: vot-newer, value: [art-c]", {}),
        (
            "target: vot-4, op: merge, into: vot-new",
            {"vot-new": [f"art-{a}" for a in ("b/vot-2", "c/vot-3", "d/vot-4", "e/vot-4")]},
        ),
    ],
)
def test_a_vote_whose_id_a_person_gave_can_be_joined_and_split_by_it(
    tmp_path: Path, decision: str, votes: dict[str, list[str]]
) -> None:
    found = reviewed(tmp_path, MERGE, SPLIT, decision)
    assert not found.stale
    assert joined(found) == votes


def test_a_decision_on_the_id_of_several_reports_is_told_which_id_to_use(tmp_path: Path) -> None:
    found = reviewed(tmp_path, MERGE, SPLIT, "target: vot-new, op: set, field: result, expect: null, value: passed")
    assert [str(stale.problem) for stale in found.stale] == [
        "desk.yml:3: vot-new is what several articles report; "
        "decide on the report that is meant: vot-2 (art-b) or vot-3 (art-c)"
    ]


def test_no_vote_is_split_off_under_the_id_of_one_that_was_joined(tmp_path: Path) -> None:
    found = reviewed(tmp_path, MERGE, SPLIT, "target: vot-new, op: split, into: vot-new, value: [art-c]")
    assert [stale.problem.problem for stale in found.stale] == ["vot-new is there already"]
    assert joined(found) == {"vot-new": ["art-b/vot-2", "art-c/vot-3"]}


def test_marks_stand_on_reports_so_that_they_are_shown_wherever_a_report_goes(tmp_path: Path) -> None:
    confirm = "target: vot-3, op: confirm"
    found = reviewed(tmp_path, confirm, MERGE, SPLIT, "target: vot-4, op: merge, into: vot-new")
    assert {key: [mark.op.value for mark in marks] for key, marks in found.marks.items()} == {
        "vot-3": ["confirm"],
        "vot-1": ["merge", "split"],
        "vot-2": ["split", "merge"],
    }


def marks_of(found: Reviewed) -> Iterator[str]:
    return (mark.op.value for marks in found.marks.values() for mark in marks)


def test_a_merge_is_marked_on_the_vote_that_stays(tmp_path: Path) -> None:
    found = reviewed(tmp_path, "target: vot-3, op: merge, into: vot-1")
    assert list(found.marks) == ["vot-1"] and list(marks_of(found)) == ["merge"]


def of_one_claim(*articles: str) -> Story:
    """A claim that the program joined of reports that each article words in its own way, under the first one's id."""
    facts = tuple(article_facts(f"art-{one}", claims=[claim(f"clm-{one}", f"{one} shut")]) for one in articles)
    reports = tuple(reported(f"art-{one}/clm-{one}") for one in articles)
    joined = ResolvedClaim(id=f"clm-{articles[0]}", reports=reports)
    return Story(people=(), organizations=(), claims=(joined,), discrepancies=(), articles=facts)


@pytest.mark.parametrize(
    "target, articles, claims",
    [
        ("clm-a", "art-c", {"clm-a": ["art-a/clm-a", "art-b/clm-b"]}),
        ("clm-c", "art-c", {"clm-a": ["art-a/clm-a", "art-b/clm-b"]}),
        ("clm-a", "art-b, art-c", {"clm-new": ["art-b/clm-b", "art-c/clm-c"]}),
    ],
)
def test_a_claim_that_the_program_joined_wrongly_is_split(
    tmp_path: Path, target: str, articles: str, claims: dict[str, list[str]]
) -> None:
    split = f"target: {target}, op: split, into: clm-new, value: [{articles}]"
    found = reviewed(tmp_path, split, told=of_one_claim("a", "b", "c"))
    assert not found.stale
    assert {one.id: [f"{r.article}/{r.record}" for r in one.reports] for one in found.story.claims} == claims
    assert len([record for facts in found.story.articles for record in facts.claims]) == 3
    assert set(marks_of(found)) == {"split"}


def test_a_claim_of_one_report_is_not_split(tmp_path: Path) -> None:
    split = "target: clm-a, op: split, into: clm-new, value: [art-b]"
    found = reviewed(
        tmp_path, split, "target: clm-a, op: split, into: clm-newer, value: [art-a]", told=of_one_claim("a", "b")
    )
    assert [str(stale.problem) for stale in found.stale] == [
        "desk.yml:2: clm-a is what one article reports; comment this decision out"
    ]
    assert found.story.claims == ()
