"""Reading: real articles come in, how fast facts are found beside the bare language pipeline goes out."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.measured import Run, run
from benchmarks.newsroom import make_site, many
from generator.extract import find
from generator.extract.language import load_language
from generator.model.article import Article

ROUNDS = 3


def figures(folder: Path, articles: Sequence[Article], number: int) -> Iterator[Figure]:
    """How fast that many articles are read.

    Args:
        folder: an empty folder to work in.
        articles: what the newsroom is made of.
        number: how many articles it has.
    """
    yield from _against_the_pipeline(articles)
    alone, together = folder / "alone", folder / "together"
    for site in (alone, together):
        make_site(site, many(articles, number))
    one = run("explainer", "extract", "--workers", "1", cwd=alone)
    two = run("explainer", "extract", "--workers", "2", cwd=together)
    yield Figure(
        what=f"{number:,} articles read by two workers against one, by the clock",
        value=one.passed / two.passed,
        least=1.8,
    )
    yield from _growth(folder, articles, number, one)


def _against_the_pipeline(articles: Sequence[Article]) -> Iterator[Figure]:
    """The whole of reading against the language pipeline alone, in turn, each time its best."""
    nlp = load_language()
    taken: dict[str, list[float]] = {"bare": [], "whole": []}
    for _ in range(ROUNDS):
        taken["bare"].append(_processor(lambda: [nlp(article.text) for article in articles]))
        taken["whole"].append(_processor(lambda: [find(article) for article in articles]))
    words = sum(len(article.text.split()) for article in articles)
    yield Figure(
        what="reading against the language pipeline alone", value=min(taken["whole"]) / min(taken["bare"]), most=1.3
    )
    yield Figure(what="reading, one process", value=words / min(taken["whole"]), unit="words a second")


def _growth(folder: Path, articles: Sequence[Article], number: int, smaller: Run) -> Iterator[Figure]:
    """How much more memory twice as many articles take: what it grows by, times 10,000."""
    site = folder / "twice"
    make_site(site, many(articles, 2 * number))
    larger = run("explainer", "extract", cwd=site)
    each = max(0, larger.memory - smaller.memory) / number
    told = smaller.memory + each * (10_000 - number)
    yield Figure(what="memory for 10,000 articles, reckoned from its growth", value=told, unit="MiB", most=2048)


def _processor(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
