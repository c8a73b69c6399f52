"""What came of a vote is told at a glance, of the motion that it is of, and not where reports disagree."""

import copy
from typing import Any

from generator.pages import build
from tests.pages.sites import site_of, told
from tests.pages.test_faithfulness import parsed


def lines_of_votes(first: dict[str, Any], second: dict[str, Any]) -> str:
    """What the home page tells of votes, where two articles report one."""
    other = copy.deepcopy(told())
    for article, fields in ((1, first), (2, second)):
        other[article]["facts"]["votes"][0] |= {"result": None, "counts": {}, **fields}
    page = parsed(build(site_of(other)))["index.md"]
    return " ".join(" ".join(line.text_content().split()) for line in page.find_class("ex-moment--vote"))


def test_home_tells_what_came_of_a_vote_unless_reports_disagree() -> None:
    counts = {"for": 7, "against": 12}
    result = "Reported result: rejected, 7 for, 12 against"
    assert result in lines_of_votes({"result": "rejected", "counts": counts}, {})
    disagree = lines_of_votes({"result": "rejected", "counts": counts}, {"counts": {"for": 8, "against": 12}})
    assert "reports disagree" in disagree and "Reported result" not in disagree


def test_what_came_of_a_motion_the_other_way_round_is_told_of_no_other() -> None:
    turned = {"motion": "to reject the Harbour Bill", "result": "passed"}
    assert "passed" not in lines_of_votes({"motion": "the Harbour Bill"}, turned)
    other = copy.deepcopy(told())
    for article, fields in ((1, {"motion": "the Harbour Bill"}), (2, turned)):
        other[article]["facts"]["votes"][0] |= {"result": None, "counts": {}, **fields}
    held = [" ".join(s.text_content().split()) for s in parsed(build(site_of(other)))["votes.md"].find_class("ex-vote")]
    (text,) = [text for text in held if "passed" in text]
    assert "passed Count not reported. “to reject the Harbour Bill”, as reported by A second look" in text


def test_a_bill_that_is_called_after_an_amendment_is_no_amendment_to_itself() -> None:
    other = copy.deepcopy(told())
    name = "Harbour (Amendment) Bill"
    for article, motion in ((1, f"the {name}"), (2, name)):
        other[article]["facts"]["votes"][0] |= {"motion": motion, "bill": name, "classification": "amendment"}
    votes = [
        " ".join(vote.text_content().split())
        for vote in parsed(build(site_of(other)))["votes.md"].find_class("ex-vote")
    ]
    told_of = [text for text in votes if name in text]
    assert told_of and all(f"“the {name}”" in text or f"“{name}”" in text for text in told_of)
    assert [text for text in told_of if "amendment" in text.casefold().replace(name.casefold(), "")] == []
