"""The exports: what each row says, that a denial stands beside what it denies, and that a spreadsheet runs nothing."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.errors import FactsError
from generator.export import COLUMNS, FILES, export
from generator.export.schemas import POPOLO, generated
from generator.export.schemas import STORY as STORY_SCHEMA
from generator.model.article import Article
from generator.model.facts import ArticleFacts, ResolvedOrganization, ResolvedPerson, ResolvedVote, Story
from generator.pages.words import shipped

CASES = Path(__file__).parent / "export"
STORY: dict[str, Any] = yaml.safe_load((CASES / "story.yml").read_text(encoding="utf-8"))
TEXT = Article(id="art-bridge", path="seeds/bridge.txt", text=STORY["text"], sha256="0")
EXPECTED: dict[str, Any] = yaml.safe_load((CASES / "expected.yml").read_text(encoding="utf-8"))


def story(written: dict[str, Any]) -> Story:
    return Story(
        people=tuple(ResolvedPerson.model_validate(person) for person in written["people"]),
        organizations=tuple(ResolvedOrganization.model_validate(body) for body in written["organizations"]),
        votes=tuple(ResolvedVote.model_validate(vote) for vote in written.get("votes", ())),
        discrepancies=(),
        articles=tuple(ArticleFacts.model_validate(facts) for facts in written["articles"]),
    )


def exported(written: dict[str, Any]) -> dict[str, bytes]:
    return export(story(written), {TEXT.id: TEXT})


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode(), newline="")))


@pytest.mark.parametrize("name", [name for name in EXPECTED if name.endswith(".csv")])
def test_rows(name: str) -> None:
    found = rows(exported(STORY), name)
    assert len(found) == len(EXPECTED[name])
    for row, expected in zip(found, EXPECTED[name], strict=True):
        assert {column: row[column] for column in expected} == expected


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".csv")])
def test_each_column_is_explained_in_the_words_of_the_data_page(name: str) -> None:
    header = exported(STORY)[name].decode().splitlines()[0].split(",")
    assert tuple(header) == COLUMNS[name]
    assert set(header) <= set(shipped()["data"]["columns"])


def test_no_column_is_explained_that_no_table_has() -> None:
    assert set(shipped()["data"]["columns"]) == {column for columns in COLUMNS.values() for column in columns}


@pytest.mark.parametrize("collection", EXPECTED["popolo"])
def test_popolo(collection: str) -> None:
    assert json.loads(exported(STORY)["popolo.json"])[collection] == EXPECTED["popolo"][collection]


def test_json_holds_every_record_with_its_denials() -> None:
    article = json.loads(exported(STORY)["story.json"])["articles"][0]
    assert {claim["id"]: claim["denied_by"] for claim in article["claims"]} == {
        "clm-allegation": ["clm-denial"],
        "clm-denial": [],
    }
    assert [vote["counts"] for vote in article["votes"]] == [
        {"for": 12, "against": 0, "abstain": None},
        {"for": None, "against": None, "abstain": None},
    ]


@pytest.mark.parametrize(("name", "schema"), [("story.json", STORY_SCHEMA), ("popolo.json", POPOLO)])
def test_json_is_as_its_schema_says(name: str, schema: str) -> None:
    files = exported(STORY)
    rules, whole = json.loads(files[schema]), json.loads(files[name])
    validator = jsonschema.Draft202012Validator(rules)
    validator.check_schema(rules)
    validator.validate(whole)
    for spoilt in (whole | {"more": 1}, {**whole, next(iter(whole)): [{"id": "per-a"}]}):
        assert not validator.is_valid(spoilt)


def test_the_schema_asks_for_denials_beside_every_claim() -> None:
    files = exported(STORY)
    whole = json.loads(files["story.json"])
    del whole["articles"][0]["claims"][0]["denied_by"]
    assert not jsonschema.Draft202012Validator(json.loads(files[STORY_SCHEMA])).is_valid(whole)


def test_the_shipped_schema_is_the_models() -> None:
    assert json.loads(exported(STORY)[STORY_SCHEMA]) == generated()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    person = STORY["people"][0] | {"name": f"{start}1+1"}
    found = rows(exported(STORY | {"people": [person]}), "people.csv")
    assert found[0]["name"] == f"'{start}1+1"


def test_columns_stand_even_where_there_is_no_row() -> None:
    empty = {"people": [], "organizations": [], "articles": []}
    assert exported(empty)["people.csv"].decode().strip() == "id,name,sort_name,honorific_prefix,other_names,articles"


def test_a_reference_that_leads_nowhere_is_refused() -> None:
    with pytest.raises(FactsError, match=r"seeds/bridge.txt: mem-mayor refers to per-ann-lee, which is not there"):
        exported(STORY | {"people": []})


def test_without_an_open_licence_only_short_quotations_are_given() -> None:
    words = "word " * 200
    claim = STORY["articles"][0]["claims"][1] | {"content": [words], "evidence": [{"exact": words}]}
    article = STORY["articles"][0] | {"claims": [claim | {"replies_to": None}]}
    row = rows(exported(STORY | {"articles": [article]}), "claims.csv")[0]
    assert row["content"].endswith("word […]")
    assert len(row["content"]) == len(row["evidence"]) < 420

    free = article | {"article": article["article"] | {"licence": "CC BY 4.0"}}
    assert rows(exported(STORY | {"articles": [free]}), "claims.csv")[0]["evidence"] == words
