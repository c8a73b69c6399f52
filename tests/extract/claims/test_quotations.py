"""Quotations are read from the marks alone: each case gives a text and the words that stand in marks."""

from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml

from generator.extract.claims.quotations import find_quotations
from generator.extract.document import Document

CASES = yaml.safe_load(Path(__file__).with_name("quotations.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_quotations(case: dict[str, Any]) -> None:
    document = Document(spacy.blank("en")(case["text"]))
    found = find_quotations(document)
    assert [[document.quote(piece) for piece in quotation.pieces] for quotation in found] == case["quotations"]
    assert [quotation.closed for quotation in found] == case.get("closed", [True] * len(found))
