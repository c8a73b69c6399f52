"""The benchmarks tell what was measured beside what is asked, on newsrooms that are what they say."""

from pathlib import Path
from statistics import mean

import pytest

from benchmarks.figures import Figure, table
from benchmarks.measured import run
from benchmarks.newsroom import make_site, many, real_articles
from generator.settings import load_settings


@pytest.mark.parametrize(
    "figure, line",
    [
        (Figure(what="a", value=1.15, most=1.15), "| a | 1.15 | at most 1.15 | yes |"),
        (Figure(what="a", value=1.151, most=1.15), "| a | 1.151 | at most 1.15 | **no** |"),
        (Figure(what="a", value=1.79, least=1.8), "| a | 1.79 | at least 1.8 | **no** |"),
        (Figure(what="a", value=2047.6, unit="MiB", most=2048), "| a | 2,048 MiB | at most 2,048 MiB | yes |"),
        (Figure(what="a", value=0.00123, unit="s"), "| a | 0.00123 s | – | – |"),
    ],
)
def test_a_figure_stands_beside_what_is_asked(figure: Figure, line: str) -> None:
    assert table([figure]).splitlines()[-1] == line


@pytest.mark.model
def test_articles_are_told_again_about_other_people(tmp_path: Path) -> None:
    one = next(article for article in real_articles(shared=False) if "Harriet Oyelaran" in article.text)
    make_site(tmp_path / "site", many([one], 3))
    first, second, third = sorted((tmp_path / "site/seeds").iterdir())
    assert first.read_text(encoding="utf-8").endswith(one.text)
    for seed in (second, third):
        told = seed.read_text(encoding="utf-8")
        assert "Harriet Oyelaran" not in told and "Harriet " in told and "Treasury" in told
    assert second.read_bytes() != third.read_bytes()
    assert load_settings(tmp_path / "site/mkdocs.yml").project == tmp_path / "site"


@pytest.mark.parametrize("few", [20, 60])
def test_a_small_newsroom_has_articles_as_long_as_a_large_one(few: int) -> None:
    lengths = [len(article.text) for article in real_articles(shared=False)]
    assert mean(lengths[:few]) == pytest.approx(mean(lengths), rel=0.05)


def test_a_command_that_fails_says_so(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"explainer check"):
        run("explainer", "check", cwd=tmp_path)
    assert run("explainer", "--help", cwd=tmp_path).processor > 0
