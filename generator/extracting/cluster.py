"""Layer 3, extracting: articles are read by a Dask cluster's workers; the only module that imports `distributed`."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator
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


def on_cluster(articles: Iterable[Article], pipeline: str | None, *, scheduler: str) -> Readings:
    """Each article as soon as a worker has read it; what an ended worker had in hand is read by another.

    Dask tells of an article once as many workers as it allows (`allowed-failures`) ended while they had it. Others may
    have been in the same hands, so such articles are read once more at the end, each alone.

    Raises:
        PipelineError: a worker's pipeline cannot be used.
        WorkersError: the cluster cannot be reached, is lost, or does not read as this machine does.
    """
    lost: list[Article] = []
    with _connected(scheduler, pipeline) as client:
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
        room = max(IN_HAND * len(client.nthreads()), 1) - len(in_hand)
        for article in islice(waiting, max(room, 0)):
            in_hand[client.submit(_read_there, article, pipeline, pure=False)] = article
        if not in_hand:
            return
        try:
            done = wait(list(in_hand), timeout=PATIENCE, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            _require_worker(client)  # A long article, or nobody who reads it.
            continue
        for future in done:
            yield in_hand.pop(future), _result(future, pipeline)


def _read_there(article: Article, pipeline: str | None) -> Result:
    """Runs on a worker, which may have several threads; a language pipeline is made for one."""
    with _ONE_AT_A_TIME:
        return read_one(article, pipeline)


def _version_there(pipeline: str | None) -> str:
    """Runs on a worker, which fails to if it has no such package."""
    return extractor_version(pipeline)


def _result(future: Future[Result], pipeline: str | None) -> Result | None:
    from distributed import KilledWorker

    try:
        result = future.result()
    except KilledWorker:
        return None
    if isinstance(result, ArticleFacts):
        _require_own(result.article.extractor, pipeline, "a worker of the cluster")
    return result


@contextmanager
def _connected(scheduler: str, pipeline: str | None) -> Iterator[Client]:
    from distributed import CancelledError, Client

    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)  # What it warns of, the errors here say.
    try:
        client = Client(scheduler, timeout=PATIENCE)
    except OSError:
        said = f"the scheduler {scheduler} cannot be reached"
        raise WorkersError(said, mend="start it with `dask scheduler`, or correct its address") from None
    try:
        with client:
            _require_worker(client)
            _require_same_package(client, pipeline)
            yield client
    except (OSError, CancelledError):
        said = f"the scheduler {scheduler} was lost on the way"
        raise WorkersError(said, mend="start it and run this again: what has been read is kept") from None


def _require_worker(client: Client) -> None:
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        address = client.scheduler_info()["address"]
        mend = f"start some with `dask worker {address}`: what has been read is kept"
        raise WorkersError(f"the scheduler {address} has no workers", mend=mend) from None


def _require_same_package(client: Client, pipeline: str | None) -> None:
    for where, version in client.run(_version_there, pipeline, on_error="return").items():
        _require_own(version, pipeline, f"the worker {where}")
    try:
        client.run_on_scheduler(_version_there, pipeline)
    except ImportError as problem:
        said = f"the scheduler cannot pass articles on ({problem})"
        raise WorkersError(said, mend="install the same mkdocs-explainer there too") from None


def _require_own(version: object, pipeline: str | None, whose: str) -> None:
    """Stop where another extractor reads; one that joined later is known by what it sends."""
    ours = extractor_version(pipeline)
    if version != ours:
        said = f"{whose} reads with {version}, this machine with {ours}"
        raise WorkersError(said, mend="install the same mkdocs-explainer and pipeline on both")
