"""What is read of seeds, and what is said of those that cannot be read (cases in seeds.yml)."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.articles import article_id, read_article, read_seeds
from generator.errors import SeedError

CASES = yaml.safe_load(Path(__file__).with_name("seeds.yml").read_text(encoding="utf-8"))


def lay_out(folder: Path, files: dict[str, Any]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else bytes.fromhex(content["hex"]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_seeds(case: dict[str, Any], tmp_path: Path) -> None:
    lay_out(tmp_path / "seeds", case["files"])
    seeds = read_seeds(tmp_path / "seeds", project=tmp_path, limit=case.get("limit", 2_000_000))
    assert [str(error) for error in seeds.errors] == case.get("errors", [])
    articles = {article.id: article for article in seeds.articles}
    assert sorted(articles) == sorted(case.get("articles", {})) == list(articles)
    for key, expected in case.get("articles", {}).items():
        notes = expected.pop("notes", None)
        assert {field: getattr(articles[key], field) for field in expected} == expected
        if notes is not None:
            assert [note[: len(start)] for note, start in zip(articles[key].notes, notes, strict=True)] == notes


def test_a_missing_folder_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(SeedError, match="there is no such folder; make it and put articles into it"):
        read_seeds(tmp_path / "seeds", limit=10)


def test_the_digest_changes_with_the_seed_and_with_its_sidecar(tmp_path: Path) -> None:
    lay_out(tmp_path, {"a.txt": "Text."})
    seen = {read_article(tmp_path / "a.txt", limit=100).sha256}
    lay_out(tmp_path, {"a.yml": "title: A"})
    seen.add(read_article(tmp_path / "a.txt", limit=100).sha256)
    lay_out(tmp_path, {"a.txt": "Text!"})
    seen.add(read_article(tmp_path / "a.txt", limit=100).sha256)
    assert len(seen) == 3


@pytest.mark.parametrize("ending", [".pdf", ""])
def test_a_file_that_is_named_but_of_another_kind_is_refused(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text("Text.", encoding="utf-8")
    with pytest.raises(SeedError, match=r"use one of \.htm, \.html, \.md, \.txt"):
        read_article(path, limit=100)


def test_deep_front_matter_is_refused_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"---\ntitle: {'[' * 100_000}\n---\nText.\n", encoding="utf-8")
    with pytest.raises(SeedError, match=r"a\.md:2: not valid YAML: nested more than 50 deep"):
        read_article(path, limit=1_000_000)


@given(st.text(alphabet=st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1))
def test_any_name_gives_an_id_that_is_safe_in_paths_and_addresses(name: str) -> None:
    made = article_id(Path("seeds") / f"{name}.txt", Path("seeds"))
    assert made.isascii()
    assert made.replace("-", "").isalnum()
    assert made.startswith("art-")
