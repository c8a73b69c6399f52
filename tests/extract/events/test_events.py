"""The main happenings of an article (cases.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.cast import Cast
from generator.extract.claims.quotations import find_quotations
from generator.extract.document import Document
from generator.extract.events import find_events
from generator.extract.findings import ClaimFinding
from generator.extract.language import load_language
from generator.extract.names import find_cast
from generator.extract.times import find_times
from generator.model.words import Act, Attribution, Mode

pytestmark = pytest.mark.model
CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))


def claim(text: str, cue: str, content: str) -> ClaimFinding:
    def place(words: str) -> tuple[tuple[int, int], ...]:
        at = text.index(words)
        return ((at, at + len(words)),)

    return ClaimFinding(
        id="clm-a",
        attribution=Attribution.UNNAMED,
        mode=Mode.INDIRECT,
        act=Act.STATEMENT,
        cue=place(cue),
        content=place(content),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_events(case: dict[str, Any]) -> None:
    document = Document(load_language()(case["text"]), case.get("published"))
    claims = tuple(claim(case["text"], *words) for words in case.get("claims", []))
    cast = find_cast(document, find_quotations(document)) if "participants" in case else Cast()
    events = find_events(document, cast, find_times(document), claims, ())
    assert [[event.what, event.when and event.when.as_written] for event in events] == [e[:2] for e in case["events"]]
    assert [str(event.when and event.when.date) for event in events if "published" in case] == case.get("days", [])
    assert all(document.quote(event.spans[0]) == event.what for event in events)
    assert [list(event.participants) for event in events if "participants" in case] == case.get("participants", [])
