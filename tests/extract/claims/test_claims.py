"""Claims by the shipped pipeline: each case gives a text and every claim that is to be found in it.

The rules alone read it, with the tagger beside them only where a case is `tagged`.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.claims import find_claims
from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.replies import link_replies
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Spans
from generator.extract.language import load_language
from generator.extract.names import find_cast
from generator.extract.times import find_times

CASES = [
    case
    for name in (
        "answers.yml",
        "claims.yml",
        "cuts.yml",
        "following.yml",
        "heard.yml",
        "no_words.yml",
        "speakers.yml",
        "told_within.yml",
    )
    for case in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]


def shown(document: Document, claim: ClaimFinding, claims: tuple[ClaimFinding, ...]) -> dict[str, Any]:
    """A claim as a case writes it."""
    answered = next((other for other in claims if other.id == claim.replies_to), None)
    return {
        "source": first(document, claim.source),
        "cue": first(document, claim.cue),
        "content": [document.quote(span) for span in claim.content],
        "mode": claim.mode.value,
        "act": claim.act.value,
        "attribution": claim.attribution.value,
        "speaker": claim.speaker,
        "nested": claim.nested_in is not None,
        "when": claim.when.as_written if claim.when else None,
        "replies_to": first(document, answered.content) if answered else None,
    }


def first(document: Document, spans: Spans) -> str | None:
    return document.quote(spans[0]) if spans else None


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_claims(case: dict[str, Any]) -> None:
    document = Document(load_language()(case["text"]), shipped=case.get("tagged", False))
    quotations = find_quotations(document)
    cast = find_cast(document, quotations)
    claims = link_replies(document, cast, find_claims(document, quotations, cast, find_times(document)))
    found = sorted((shown(document, claim, claims) for claim in claims), key=lambda claim: claim["content"])
    wanted = sorted(case["claims"], key=lambda claim: claim["content"])
    assert [{key: one[key] for key in two} for one, two in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted), found
