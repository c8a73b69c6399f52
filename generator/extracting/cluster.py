"""Layer 3, extracting: articles are read by a Dask cluster's workers; the only module that imports `distributed`."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING

from generator.errors import WorkersError
from generator.extract.version import extractor_version
from generator.extracting.reading import Readings, Result, fatal, read_one, reading_of
from generator.model.article import Article
from generator.model.facts import ArticleFacts

if TYPE_CHECKING:
    from distributed import Client, Future

PATIENCE = 10.0
"""Seconds that the scheduler may take to answer, and its first worker to come."""

IN_HAND = 2
"""Articles given to each worker at once: one that it reads and one that waits, so that no worker does."""

_ONE_AT_A_TIME = threading.Lock()


def on_cluster(articles: Sequence[Article], pipeline: str | None, *, scheduler: str) -> Readings:
    """Each article as soon as a worker has read it; what an ended worker had in hand is read by another.

    Dask tells of an article once as many workers as it allows (`allowed-failures`) ended while they had it. Others may
    have been in the same hands, so such articles are read once more at the end, each alone.

    Raises:
        PipelineError: a worker's pipeline cannot be used.
        WorkersError: the cluster cannot be reached, is lost, or does not read as this machine does.
    """
    lost: list[Article] = []
    with _connected(scheduler) as client:
        for article, result in _read(client, articles, pipeline):
            if result is None:
                lost.append(article)
            else:
                yield reading_of(article, result)
        for one in lost:
            for article, result in _read(client, [one], pipeline):
                yield reading_of(article, result or fatal(article))


def _read(client: Client, articles: Iterable[Article], pipeline: str | None) -> Iterator[tuple[Article, Result | None]]:
    """What workers read of each article, None where they ended over it; never more in hand than workers need."""
    from distributed import wait

    waiting = iter(articles)
    in_hand: dict[Future[Result], Article] = {}
    while True:
        room = IN_HAND * len(client.nthreads()) - len(in_hand)
        for article in islice(waiting, max(room, 0)):
            in_hand[client.submit(_read_there, article, pipeline, pure=False)] = article
        if not in_hand:
            return
        for future in wait(list(in_hand), return_when="FIRST_COMPLETED").done:
            yield in_hand.pop(future), _result(future, pipeline)


def _read_there(article: Article, pipeline: str | None) -> Result:
    """Runs on a worker, which may have several threads; a language pipeline is made for one."""
    with _ONE_AT_A_TIME:
        return read_one(article, pipeline)


def _result(future: Future[Result], pipeline: str | None) -> Result | None:
    from distributed import KilledWorker

    try:
        result = future.result()
    except KilledWorker:
        return None
    ours = extractor_version(pipeline)
    if isinstance(result, ArticleFacts) and result.article.extractor != ours:
        said = f"a worker of the cluster reads with {result.article.extractor}, this machine with {ours}"
        raise WorkersError(said, mend="install the same mkdocs-explainer and pipeline on both")
    return result


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    from distributed import Client

    try:
        client = Client(scheduler, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as problem:
        raise WorkersError(f"{scheduler} {problem}") from None
    with client:
        client.wait_for_workers(1, timeout=PATIENCE)
        yield client
