"""Growth: made newsrooms of several sizes come in, how what a build takes for each article grows goes out."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.building import build, sizes
from benchmarks.figures import Figure
from benchmarks.newsroom import make_site, many
from generator.model.article import Article


def figures(folder: Path, articles: Sequence[Article], numbers: Sequence[int]) -> Iterator[Figure]:
    """What an article takes to build with nothing stale, for each number of articles.

    Args:
        folder: an empty folder to work in.
        articles: what the newsrooms are made of.
        numbers: how many articles they have, the smallest first.
    """
    each = []
    for number in numbers:
        site = folder / f"{number}"
        make_site(site, many(articles, number))
        build(site)
        taken = build(site)
        each.append(taken.processor / number)
        yield Figure(what=f"{number:,} articles, nothing stale", value=each[-1], unit="s an article")
        yield Figure(what=f"{number:,} articles, memory of the build", value=taken.memory, unit="MiB")
        yield from sizes(site / "site", number)
        shutil.rmtree(site)
    yield Figure(
        what=f"an article of {numbers[-1]:,} against one of {numbers[0]:,}", value=each[-1] / each[0], most=1.1
    )
