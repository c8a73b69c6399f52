"""Time expressions, read on words alone: no trained pipeline (cases.yml)."""

from pathlib import Path
from typing import Any

import pytest
import spacy
import yaml

from generator.extract.document import Document
from generator.extract.times import find_times

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))
BLANK = spacy.blank("en")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_times(case: dict[str, Any]) -> None:
    document = Document(BLANK(case["text"]), case.get("published"))
    found = [(t.when.as_written, t.when.date, t.when.relative) for t in find_times(document)]
    wanted = [(words, None if date is None else str(date), relative) for words, date, relative in case["times"]]
    assert found == wanted
    assert all(document.quote(t.span) == t.when.as_written for t in find_times(document))
