"""Reading: real articles come in, how fast facts are found beside the bare language pipeline goes out."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.measured import run
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
    for workers, count in ((1, number), (1, 2 * number), (2, 2 * number)):
        _read(folder / f"{workers}-{count}", articles, count, workers)
    alone, together = (_pace(folder / f"{workers}-{2 * number}") for workers in (1, 2))
    yield Figure(
        what=f"{2 * number:,} articles, two workers against one, by the clock", value=alone / together, least=1.8
    )
    # The pipeline's own memory is left out by running again with nothing to read.
    held, twice = (run("explainer", "extract", cwd=folder / f"1-{count}").memory for count in (number, 2 * number))
    yield Figure(
        what="memory for 10,000 articles, reckoned from its growth",
        value=held + (twice - held) / number * (10_000 - number),
        unit="MiB",
        most=2048,
    )


def _read(site: Path, articles: Sequence[Article], number: int, workers: int) -> None:
    make_site(site, many(articles, number))
    run("explainer", "extract", "--workers", f"{workers}", cwd=site)


def _pace(site: Path) -> float:
    """Seconds an article, from the first facts that were written to the last: what is loaded before is left out."""
    written = sorted(path.stat().st_mtime for path in (site / "content/facts/articles").glob("*.yml"))
    return (written[-1] - written[0]) / (len(written) - 1)


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


def _processor(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
