"""The stages of one vote: which is the latest, and the way from the first to it as articles told it, day by day."""

from typing import Any

import pytest

from generator.model.records import VoteEvent
from generator.pages.catalogue import Report
from generator.pages.views.stages import by_stage, in_time, way

Told = tuple[str, str, str | None]
"""The article's day, the stage that it tells of, and the vote's day."""
PUT_OFF: list[Told] = [
    ("2031-03-10", "called-off", "2031-03-11"),
    ("2031-03-04", "planned", "2031-03-10/2031-03-16"),
    ("2031-03-12", "planned", "2031-03-18"),
]


def report(day: str, status: str, date: str | None) -> Report[VoteEvent]:
    fields: dict[str, Any] = {"status": status, "when": date and {"date": date}, "evidence": [{"exact": "words"}]}
    return Report(f"art-{day}", VoteEvent.model_validate({"id": "vot-x", "motion": "x", **fields}))


def told(reports: list[Report[VoteEvent]]) -> list[str]:
    return [f"{one.article.removeprefix('art-')} {one.record.status}" for one in reports]


@pytest.mark.parametrize(
    "reports, latest",
    [
        (PUT_OFF, "2031-03-12 planned"),
        (PUT_OFF[:2], "2031-03-10 called-off"),
        ([*PUT_OFF, ("2031-03-19", "held", "2031-03-18")], "2031-03-19 held"),
        ([("2031-03-10", "called-off", None), ("2031-03-12", "planned", "2031-03-18")], "2031-03-10 called-off"),
        ([("2031-03-19", "held", None), ("2031-03-20", "held", "2031-03-18")], "2031-03-20 held"),
    ],
)
def test_the_latest_stage_is_told_first(reports: list[Told], latest: str) -> None:
    assert told(by_stage([report(*one) for one in reports]))[0] == latest


def test_the_history_is_in_the_order_of_the_articles() -> None:
    reports = [report(*one) for one in [("2031-03-19", "held", "2031-03-18"), *PUT_OFF]]
    ordered = in_time(reports, [one.article.removeprefix("art-") for one in reports])
    assert told(ordered) == [
        "2031-03-04 planned",
        "2031-03-10 called-off",
        "2031-03-12 planned",
        "2031-03-19 held",
    ]
    assert [stage.value for stage in way([one.record.status for one in ordered])] == [
        "planned",
        "called-off",
        "planned",
        "held",
    ]


def test_an_undated_article_comes_last_and_of_one_article_the_earlier_stage_first() -> None:
    reports = [report("", "planned", None), *(report("2031-03-10", *one[1:]) for one in PUT_OFF)]
    ordered = in_time(reports, [None, "2031-03-10", "2031-03-10", "2031-03-10"])
    assert [(one.record.status.value, one.record.when and one.record.when.date) for one in ordered] == [
        ("planned", "2031-03-10/2031-03-16"),
        ("called-off", "2031-03-11"),
        ("planned", "2031-03-18"),
        ("planned", None),
    ]


def test_one_stage_is_no_way_and_nothing_follows_held() -> None:
    held, planned = report("a", "held", None).record.status, report("a", "planned", None).record.status
    assert way([held, held]) == ()
    assert way([planned, held, planned]) == (planned, held)
