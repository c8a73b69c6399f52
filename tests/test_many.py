"""Ninety-four real articles as one site: strictly built, everyone joined across articles, every page linked."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
from broken_links import broken_links
from conftest import Run

pytestmark = [pytest.mark.model, pytest.mark.corpora]
ARTICLES = Path(__file__).parent.parent.parent / "shared/corpora/news-facts/train/articles"
MKDOCS_YML = """\
site_name: Many articles
theme: material
plugins: [search, explainer]
validation: {links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}}
"""


@pytest.fixture(scope="module")
def built(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not ARTICLES.is_dir():
        pytest.skip("../shared/corpora/news-facts is not here, so no site of many articles was built")
    folder = tmp_path_factory.mktemp("many")
    shutil.copytree(ARTICLES, folder / "seeds")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(MKDOCS_YML)
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_article_has_facts_and_a_page(built: Path) -> None:
    seeds = len(list((built / "seeds").iterdir()))
    assert len(list((built / "content/facts/articles").glob("art-*.yml"))) == seeds
    assert len(list((built / "site/articles").glob("art-*/index.html"))) == seeds


def test_nobody_stands_twice(built: Path) -> None:
    story = json.loads((built / "site/data/story.json").read_text(encoding="utf-8"))
    for kind in ("people", "organizations"):
        # A surname alone may be two people's; a full name that stands twice was not joined.
        names = Counter(
            record["name"].casefold() for record in story[kind] if kind != "people" or " " in record["name"]
        )
        assert [name for name, count in names.items() if count > 1] == []
        assert any(len(record["articles"]) > 1 for record in story[kind])
        pages = {page.name for page in (built / "site/who").iterdir() if page.is_dir()}
        assert {record["id"] for record in story[kind]} <= pages


def test_articles_of_one_story_stand_together_and_no_others(built: Path) -> None:
    """As a reader of all of them would sort them, but for a few that share too few names to be told from others."""
    story = json.loads((built / "site/data/story.json").read_text(encoding="utf-8"))
    days = {line["id"]: [article[4:14] for article in line["articles"]] for line in story["stories"]}
    assert list(days.values()) == [
        ["2019-08-16", "2019-09-21"],  # they leave the race to be candidate for president
        ["2020-02-14", "2020-03-02", "2020-03-06", "2020-03-15", "2020-03-20", "2020-04-15", "2020-04-16"],  # its vote
        ["2020-08-25", "2020-09-01"],  # rugby on the Sunshine Coast
    ]
    assert {page.parent.name for page in (built / "site/stories").glob("sto-*/index.html")} == set(days)


def test_every_link_leads_somewhere(built: Path) -> None:
    assert broken_links(built / "site") == []
