"""What one article tells in two ways: by a cast made by hand (cases.yml), and as an article is read (articles.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.discrepancies import find_discrepancies
from generator.extract.document import Document
from generator.extract.events import find_events
from generator.extract.finders import find_all
from generator.extract.findings import PersonFinding, RoleFinding, Span
from generator.extract.language import load_language
from generator.extract.times import find_times
from generator.extract.votes import find_votes
from generator.model.ids import name_id
from generator.model.words import Tense

pytestmark = pytest.mark.model
ARTICLES = [
    case
    for name in ("articles.yml", "articles_told_twice.yml")
    for case in yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
]
CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))


def cast_of(text: str, people: list[list[str]]) -> Cast:
    def place(words: str, start: int = 0) -> Span:
        at = text.index(words, start)
        return (at, at + len(words))

    found = []
    for name, title, tense in people:
        span = place(name)
        role = (
            (RoleFinding(role=title, tense=Tense(tense), spans=(place(title, max(0, span[0] - 30)),)),)
            if title in text
            else ()
        )
        found.append(PersonFinding(id=name_id("per", name), name=name, forms=(name,), roles=role, spans=(span,)))
    mentions = [Mention(span=p.spans[0], kind=MentionKind.NAME, entity=p.id) for p in found]
    return Cast(people=tuple(found), mentions=tuple(sorted(mentions, key=lambda mention: mention.span)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_discrepancies(case: dict[str, Any]) -> None:
    document = Document(load_language()(case["text"]))
    cast = cast_of(case["text"], case.get("people", []))
    times = find_times(document)
    votes = find_votes(document, cast, times)
    events = find_events(document, cast, times, (), votes)
    found = find_discrepancies(document, cast, times, (), votes, events)
    assert [[d.kind.value, *(value.value for value in d.values)] for d in found] == case["found"]
    assert all(document.quote(v.spans[0]) for d in found for v in d.values)


@pytest.mark.parametrize("case", ARTICLES, ids=lambda case: case["why"])
def test_discrepancies_of_an_article(case: dict[str, Any]) -> None:
    found = find_all(Document(load_language()(case["text"]))).discrepancies
    assert [[d.kind.value, *(value.value for value in d.values)] for d in found] == case["found"]
