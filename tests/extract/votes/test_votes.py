"""Votes told in plain sentences (cases*.yml), and what ids rest on."""

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.cast import Cast
from generator.extract.claims.quotations import find_quotations
from generator.extract.document import Document
from generator.extract.findings import VoteFinding
from generator.extract.language import load_language
from generator.extract.names import find_cast
from generator.extract.times import find_times
from generator.extract.votes import find_votes

pytestmark = pytest.mark.model
CASES = [
    case
    for path in sorted(Path(__file__).parent.glob("cases*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def votes_in(text: str, published: datetime.date | None = None, *, named: bool = False) -> tuple[VoteFinding, ...]:
    """The votes of a text, whose people and bodies are known where `named`."""
    document = Document(load_language()(text), published)
    cast = find_cast(document, find_quotations(document)) if named else Cast()
    return find_votes(document, cast, find_times(document))


def _day(vote: VoteFinding) -> datetime.date | None:
    return datetime.date.fromisoformat(vote.when.date) if vote.when and len(vote.when.date or "") == 10 else None


def facts(vote: VoteFinding) -> dict[str, Any]:
    return {
        "status": vote.status.value,
        "result": vote.result and vote.result.value,
        "motion": vote.motion,
        "classification": vote.classification and vote.classification.value,
        "bill": vote.bill,
        "body": vote.body,
        "proposer": vote.proposer,
        "for": vote.counts.for_,
        "against": vote.counts.against,
        "abstain": vote.counts.abstain,
        "when": vote.when and vote.when.as_written,
        "date": _day(vote),
        "tellings": len(vote.spans),
        "positions": [f"{p.voter} {p.option.value} {p.kind.value}" for p in vote.positions],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_votes(case: dict[str, Any]) -> None:
    found = [facts(vote) for vote in votes_in(case["text"], case.get("published"), named=case.get("cast", False))]
    assert len(found) == len(case["votes"]), found
    for vote, wanted in zip(found, case["votes"], strict=True):
        held_to = {key: vote[key] for key in wanted}
        if wanted.get("body"):
            held_to["body"] = wanted["body"] if wanted["body"] in (vote["body"] or "") else vote["body"]
        assert held_to == wanted


def test_a_vote_keeps_its_id_from_planned_to_held() -> None:
    (planned,) = votes_in("The Senate will vote on the Rivers Bill on Tuesday.")
    (held,) = votes_in("The Senate passed the Rivers Bill on Tuesday by 51 votes to 49.")
    assert (planned.status, held.status) == ("planned", "held")
    assert planned.id == held.id


@pytest.mark.model
def test_two_votes_on_the_same_words_have_ids_of_their_own() -> None:
    due = "A division on the amendment was to have been held on Monday. "
    called_off, planned = votes_in(due + "It was called off and will now take place on Tuesday.")
    assert (called_off.motion, called_off.status, planned.status) == (planned.motion, "called-off", "planned")
    assert called_off.id != planned.id
