"""Layer 3, extracting: articles are read in several processes of this machine, each with a pipeline of its own."""

import multiprocessing
import signal
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait

from generator.errors import PipelineError, WorkersError
from generator.extract.language import load_language
from generator.extracting.reading import Readings, Result, fatal, read_one, reading_of
from generator.model.article import Article

TRIES = 2
"""How many processes may end over an article before it is told of."""

# Started afresh on every system: a copy of this process would wait for ever for what its threads have locked.
_FRESH = multiprocessing.get_context("spawn")


def in_processes(articles: Sequence[Article], pipeline: str | None, *, workers: int) -> Readings:
    """Each article as soon as a process has read it; what an ended process had in hand is read by another.

    The longest are read first, so that at the end no process is left alone with one.

    Raises:
        PipelineError: the pipeline is not installed or lacks what extraction needs.
        WorkersError: a process was ended before it could read anything.
    """
    waiting = deque(sorted(articles, key=lambda article: len(article.text), reverse=True))
    ends: Counter[str] = Counter()
    team: list[_Worker] = []
    try:
        for _ in range(workers):
            team.append(_Worker(pipeline))  # All load at once, before any is waited for.
        for worker in team:
            worker.take(waiting)
        while in_hand := [(worker, worker.article) for worker in team if worker.article]:
            answered = wait([worker.pipe for worker, _ in in_hand])
            for worker, article in (one for one in in_hand if one[0].pipe in answered):
                result = worker.answer()
                if result is None:
                    ends[article.id] += 1
                    if ends[article.id] < TRIES:
                        waiting.append(article)
                    else:
                        result = fatal(article)
                worker.take(waiting)
                if result is not None:
                    yield reading_of(article, result)
    finally:
        for worker in team:
            worker.stop()


class _Worker:
    """A process that reads one article at a time, and ends when this one does.

    Attributes:
        pipe: the way to it; there is something to receive once it has answered or ended.
        article: what it has in hand.
    """

    def __init__(self, pipeline: str | None) -> None:
        self.pipe: Connection
        self.article: Article | None = None
        self._pipeline = pipeline
        self._start()

    def _start(self) -> None:
        self.pipe, theirs = _FRESH.Pipe()
        self._process = _FRESH.Process(target=_serve, args=(theirs, self._pipeline), daemon=True)
        self._is_ready = False
        with _interrupts_held_back():
            self._process.start()
        theirs.close()

    def take(self, waiting: deque[Article]) -> None:
        """Give it the next article, once its pipeline is loaded; to a new process if the last one was ended.

        Raises:
            PipelineError: the pipeline cannot be used.
            WorkersError: the process was ended while it loaded the pipeline.
        """
        self.article = waiting.popleft() if waiting else None
        if self.article is None:
            return
        if not self._process.is_alive():
            self._start()
        if not self._is_ready:
            self._wait_until_ready()
        with suppress(OSError):  # It has been ended: `answer` will tell.
            self.pipe.send(self.article)

    def _wait_until_ready(self) -> None:
        try:
            problem = self.pipe.recv()
        except (EOFError, OSError):
            said = "a process that should read articles was ended as it started"
            raise WorkersError(said, mend="set fewer workers if there is too little memory for as many") from None
        if problem is not None:
            raise problem
        self._is_ready = True

    def answer(self) -> Result | None:
        """What it read; None if it was ended over it."""
        try:
            result: Result = self.pipe.recv()
        except (EOFError, OSError):
            self.stop()
            return None
        return result

    def stop(self) -> None:
        """End it, whatever it is at."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def _serve(pipe: Connection, pipeline: str | None) -> None:
    """What a worker does: load the pipeline, then answer each article, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # A terminal sends Ctrl-C to every process: the one that asks ends.
    with suppress(EOFError, OSError):
        pipe.send(_problem_with(pipeline))
        while True:
            pipe.send(read_one(pipe.recv(), pipeline))


def _problem_with(pipeline: str | None) -> PipelineError | None:
    try:
        load_language(pipeline)
    except PipelineError as problem:
        return problem
    return None


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back for a moment, and from whatever process is started meanwhile for good: it may come at once."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
