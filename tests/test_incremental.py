"""Incremental = from scratch: however a folder of articles came to be what it is, its facts are the same bytes.

The articles are the example's, so that people, votes and disputes are joined and parted again as articles come and go.
"""

import tempfile
from functools import cache
from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import settings as how_often
from hypothesis import strategies as st

from generator.extract import extract
from generator.extracting import reading
from generator.model.article import Article
from generator.model.facts import ArticleFacts
from generator.refresh import Refreshed, refresh
from generator.settings import Settings

SEEDS = sorted((Path(__file__).parent.parent / "examples/harbours/seeds").glob("*.md"))
ENDINGS = {"gone": None, "whole": 1.0, "cut": 0.6, "shorter": 0.3}
"""What becomes of an article: the share of its paragraphs that stay."""

Change = tuple[Path, str]
changes = st.lists(st.tuples(st.sampled_from(SEEDS), st.sampled_from([*ENDINGS])), min_size=1, max_size=20)


@cache
def read(article: Article, pipeline: str | None = None) -> ArticleFacts:
    """The extractor itself, which gives the same facts for the same article."""
    return extract(article, pipeline)


def make(seeds: Path, change: Change) -> None:
    """Add, change or remove one article."""
    seed, ending = change
    share, path = ENDINGS[ending], seeds / seed.name
    path.unlink(missing_ok=True)
    if share is not None:
        paragraphs = seed.read_text(encoding="utf-8").split("\n\n")
        path.write_text("\n\n".join(paragraphs[: max(2, int(len(paragraphs) * share))]) + "\n", encoding="utf-8")


def on_disk(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.yml")}


def all_at_once(made: dict[Path, str], project: Path) -> Refreshed:
    """The same folder, read from nothing."""
    (project / "seeds").mkdir()
    for change in made.items():
        make(project / "seeds", change)
    return refresh(Settings(project=project))


@how_often(max_examples=25, deadline=None)
@given(changes)
def test_any_order_of_adding_changing_and_removing_articles_ends_in_the_same_bytes(changes: list[Change]) -> None:
    with (
        tempfile.TemporaryDirectory() as one,
        tempfile.TemporaryDirectory() as other,
        patch.object(reading, "extract", read),
    ):
        project, seeds = Path(one), Path(one, "seeds")
        seeds.mkdir()
        for change in changes:
            make(seeds, change)
            step_by_step = refresh(Settings(project=project))
        at_once = all_at_once(dict(changes), Path(other))
        assert on_disk(project / "content/facts") == on_disk(Path(other, "content/facts"))
        assert step_by_step.reviewed == at_once.reviewed
