"""The cast by the shipped pipeline: each case gives a text and the people, bodies and mentions certain in it."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.tokens import Doc
from spacy.vocab import Vocab

from generator.extract.cast import Cast, MentionKind
from generator.extract.claims.quotations import find_quotations
from generator.extract.document import Document
from generator.extract.findings import RoleFinding
from generator.extract.language import load_language
from generator.extract.names import find_cast

CASES = [
    case
    for name in ("names.yml", "titles.yml")
    for case in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]


TAGGED = [
    ("Shadow", "PROPN", ""), ("Home", "PROPN", ""), ("Secretary", "PROPN", ""), ("Jane", "PROPN", "B-PERSON"),
    ("Doe", "PROPN", "I-PERSON"), ("met", "VERB", ""), ("Ann", "PROPN", "B-PERSON"), ("Lee", "PROPN", "I-PERSON"),
    (",", "PUNCT", ""), ("the", "DET", ""), ("mayor", "NOUN", ""), (".", "PUNCT", ""),
]  # fmt: skip


def role(finding: RoleFinding) -> str:
    return f"{finding.role} / {finding.post} / {finding.tense.value}"


def people(cast: Cast) -> list[dict[str, Any]]:
    return [
        {
            "name": person.name,
            "forms": list(person.forms),
            "honorific": person.honorific,
            "party": person.party,
            "roles": [role(one) for one in person.roles],
            "of": [one.organization for one in person.roles],
        }
        for person in cast.people
    ]


def organizations(cast: Cast) -> list[dict[str, Any]]:
    return [
        {"name": body.name, "forms": list(body.forms), "classification": body.classification}
        for body in cast.organizations
    ]


def mentions(document: Document, cast: Cast) -> list[str]:
    """All that are no names, as a case writes them."""
    found = [mention for mention in cast.mentions if mention.kind is not MentionKind.NAME]
    return [f"{document.quote(mention.span)}: {mention.entity} ({mention.kind.value})" for mention in found]


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_cast(case: dict[str, Any]) -> None:
    document = Document(load_language()(case["text"]))
    cast = find_cast(document, find_quotations(document))
    for kind, found in (("people", people(cast)), ("organizations", organizations(cast))):
        if kind in case:
            assert [one["name"] for one in found] == [one["name"] for one in case[kind]]
            assert [{key: one[key] for key in two} for one, two in zip(found, case[kind], strict=True)] == case[kind]
    if "mentions" in case:
        assert mentions(document, cast) == case["mentions"]


def test_roles_need_no_arcs() -> None:
    """Titles beside names are told from the words alone: here every word hangs on itself."""
    words, tags, entities = zip(*TAGGED, strict=True)
    own = list(range(len(words)))
    doc = Doc(
        Vocab(),
        words=list(words),
        pos=list(tags),
        ents=[e or "O" for e in entities],
        heads=own,
        deps=["dep"] * len(own),
    )
    cast = find_cast(Document(doc), ())
    assert [(person.name, [role(one) for one in person.roles]) for person in cast.people] == [
        ("Jane Doe", ["Shadow Home Secretary / shadow home secretary / current"]),
        ("Ann Lee", ["mayor / mayor / current"]),
    ]
