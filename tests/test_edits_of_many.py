"""Edits of the example's many articles: what an edit does not concern keeps every line of its facts."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from edited import IT_OPENED, OPENED, Edited, by_record

from generator import extract
from generator import refresh as stage
from generator.facts.how import How

pytestmark = pytest.mark.model
SEEDS = ROOT / "examples/harbours/seeds"
ARTICLES = sorted(path.name for path in SEEDS.iterdir())
# Its middle lies between a charge and the denial that answers it.
PARAGRAPHS_LATER = {"2031-03-20-lobby-review.md": 1}

LONG = 4
"""Words from which on a quotation is long."""


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    folder = tmp_path_factory.mktemp("edits")
    site = Edited(folder)
    site.edit(**{name: (SEEDS / name).read_text(encoding="utf-8") for name in ARTICLES})
    return site


@pytest.fixture
def site(read_once: Edited) -> Iterator[Edited]:
    """The example as it is; what a test writes into its seeds is taken back."""
    whole = read_once.facts
    yield read_once
    read_once.edit(**{name: (SEEDS / name).read_text(encoding="utf-8") for name in ARTICLES})
    assert read_once.facts == whole


def changed_files(site: Edited) -> set[str]:
    """The files of facts that the last edit wrote."""
    after = site.facts
    return {name for name in site.before.keys() | after.keys() if site.before.get(name) != after.get(name)}


def of_article(name: str) -> tuple[str, str]:
    """The file of an article's facts, and the key of the article's own record in it."""
    return f"articles/art-{Path(name).stem}.yml", f"art-{Path(name).stem}:"


@pytest.mark.parametrize("name", ARTICLES)
@pytest.mark.parametrize("place", ["middle", "end"])
def test_a_new_paragraph_adds_its_own_fact_and_changes_no_line_of_others(site: Edited, name: str, place: str) -> None:
    paragraphs = (SEEDS / name).read_text(encoding="utf-8").split("\n\n")
    middle = max(3, len(paragraphs) // 2) + PARAGRAPHS_LATER.get(name, 0)
    paragraphs.insert(middle if place == "middle" else len(paragraphs), OPENED.strip())
    site.edit(**{name: "\n\n".join(paragraphs)})
    file, key = of_article(name)
    assert changed_files(site) == {file}
    assert site.changed_lines(file) == {key: 2}  # the hash of its text
    (added,) = (change.sentence for change in site.change().changes if change.how is How.ADDED)
    assert added.startswith(IT_OPENED)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_new_article_changes_only_the_lists_of_whom_it_names(site: Edited, name: str) -> None:
    (site.settings.seeds_folder / name).unlink()
    site.edit()
    site.edit(**{name: (SEEDS / name).read_text(encoding="utf-8")})
    file, key = of_article(name)
    assert file in changed_files(site)
    for shared in changed_files(site) - {file}:
        old, new = by_record(site.before[shared]), by_record(site.facts[shared])
        here = {record for record, lines in new.items() if key.rstrip(":") in "\n".join(lines)}
        for record in site.changed_lines(shared):
            # What is gone has the name that the new article, the first to tell of it, gives it.
            renamed = [lines for other, lines in new.items() if other in here or other not in old]
            reports = {line for line in old[record] if "art-" in line}
            assert record in here or any(reports <= set(lines) for lines in renamed)


def test_articles_written_in_another_order_give_the_same_bytes(site: Edited, tmp_path: Path) -> None:
    other = Edited(tmp_path)
    for name in reversed(ARTICLES):
        other.edit(**{name: (SEEDS / name).read_text(encoding="utf-8")})
    assert other.facts == site.facts


def test_another_version_of_the_extractor_changes_only_its_own_line(
    site: Edited, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as later:
        for module in (extract, stage):
            later.setattr(module, "extractor_version", lambda pipeline: "9.0")
        site.edit()
    for name in ARTICLES:
        file, key = of_article(name)
        assert site.changed_lines(file) == {key: 2}
    assert changed_files(site) == {of_article(name)[0] for name in ARTICLES}
    assert site.change().changes == ()


def first_word(content: bytes, text: str) -> str:
    """The first long word of a claim that its article has once."""
    claims = [record for key, record in yaml.safe_load(content).items() if key.startswith("clm-")]
    words = re.findall(r"\b[a-z]{7,}\b", " ".join(part for claim in claims for part in claim["content"]))
    return next(word for word in words if text.count(word) == 1)


def concerned(content: bytes, words: str) -> dict[str, bool]:
    """The records that have some words, True, and those that answer them, False."""
    records = {one: "\n".join(lines) for one, lines in by_record(content).items()}
    having = {one for one, lines in records.items() if words in lines}
    answering = {one for one, lines in records.items() if any(other.rstrip(":") in lines for other in having)}
    return {one: one in having for one in having | answering}


@pytest.mark.parametrize("name", ARTICLES)
def test_a_corrected_typo_changes_only_the_records_that_it_stands_in_or_that_answer_these(
    site: Edited, name: str
) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    file, key = of_article(name)
    word = first_word(site.facts[file], text)
    typo = f"{word[:3]}{word[4]}{word[3]}{word[5:]}"
    site.edit(**{name: text.replace(word, typo)})
    site.edit(**{name: text})
    assert set(site.changed_lines(file)) - {key} <= {*concerned(site.before[file], typo)}
    claims = [change for change in site.change().changes if change.kind == "claim"]
    assert any(change.how is How.CHANGED for change in claims)
    assert all(change.how is not How.REMOVED for change in claims)


def telling_claim(content: bytes, text: str) -> tuple[str, str]:
    """The id of the first quotation of some length that its article has once, and what it quotes."""
    for key, record in yaml.safe_load(content).items():
        words = record["content"][0] if key.startswith("clm-") and record["mode"] == "direct" else ""
        if len(words.split()) >= LONG and text.count(words) == 1:
            return key, words
    raise AssertionError("no quotation")


def with_a_word_more(words: list[str]) -> tuple[list[str], str]:
    """A quotation's words with one put in, and what tells where."""
    return [*words[:-1], "just", words[-1]], f"{words[-2]} just {words[-1]}"


def with_another_word(words: list[str]) -> tuple[list[str], str]:
    """A quotation's words with the longest plain one replaced, and what tells where."""
    at = max(range(1, len(words)), key=lambda at: len(words[at]) if words[at].isalpha() and words[at].islower() else 0)
    return [*words[:at], "strangers", *words[at + 1 :]], f"{words[at - 1]} strangers"


@pytest.mark.parametrize("edit", [with_a_word_more, with_another_word])
@pytest.mark.parametrize("name", ARTICLES)
def test_a_lightly_edited_quotation_is_changed_in_place_under_its_own_id(
    site: Edited, name: str, edit: Callable[[list[str]], tuple[list[str], str]]
) -> None:
    text = (SEEDS / name).read_text(encoding="utf-8")
    file, key = of_article(name)
    claim, quoted = telling_claim(site.facts[file], text)
    words, told = edit(quoted.split(" "))
    site.edit(**{name: text.replace(quoted, " ".join(words))})
    found = concerned(site.facts[file], told)
    edited = {one for one, has_words in found.items() if has_words}
    assert {*site.changed_lines(file)} - {key} == edited
    changes = {f"{c.before and c.before.id}:": c for c in site.change().changes if c.kind == "claim"}
    assert f"{claim}:" in edited == {*changes}
    for change in changes.values():
        assert change.how is How.CHANGED
        assert change.before and change.after and change.before.id == change.after.id
