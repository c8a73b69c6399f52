"""A Dask cluster reads articles: real schedulers and workers on this machine, one process's bytes, nothing lost."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import mortal
import pytest
from click.testing import CliRunner
from conftest import wait_until

from generator import settings
from generator.articles import read_seeds
from generator.cli import main
from generator.errors import WorkersError
from generator.extracting import Reading, cluster
from generator.model.article import Article
from generator.refresh import refresh
from generator.settings import Settings

pytestmark = pytest.mark.model
DASK = str(Path(sys.executable).with_name("dask"))
COUNT = 12
# A worker's end fails what it had in hand at once, not at the fourth time: the tests have few workers to lose.
AT_ONCE = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "0"}
Process = subprocess.Popen[bytes]


@contextmanager
def running(*command: str, folder: Path, **environment: str) -> Iterator[Process]:
    """A process of Dask, which is ended after its use."""
    with (folder / "log.txt").open("ab") as log:
        process = subprocess.Popen(
            [DASK, *command], cwd=folder, env=os.environ | environment, stdout=log, stderr=log, start_new_session=True
        )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(60)


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[str, Process]]:
    """A scheduler's address, and its process."""
    known = folder / "scheduler.json"
    where = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(known))
    with running("scheduler", *where, folder=folder, **AT_ONCE) as process:
        wait_until(lambda: known.is_file() and known.read_text().endswith("}"))
        yield f"tcp://{known.read_text().split('tcp://')[1].split(chr(34))[0]}", process


@contextmanager
def worker(address: str, folder: Path, *options: str, **environment: str) -> Iterator[Process]:
    """A worker of one thread; it has joined the cluster."""
    from distributed import Client

    once = ("--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--local-directory", str(folder))
    with Client(address) as client:
        before = len(client.nthreads())
        with running("worker", address, *once, *options, folder=folder, **environment) as process:
            client.wait_for_workers(before + 1, timeout=60)
            yield process


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The environment of workers that have the pipeline `mortal`; this process has it too."""
    folder = tmp_path_factory.mktemp("installed")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield mortal.installed(folder)


@pytest.fixture(scope="module")
def address(installed: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A cluster with one worker, which is started again whenever it ends."""
    folder = tmp_path_factory.mktemp("cluster")
    with scheduler(folder) as (address, _), worker(address, folder, "--nanny", **installed):
        yield address


def site(folder: Path, *words: str) -> Path:
    """The seeds of a site: twelve short articles, and one more with each of the words that are named."""
    (folder / "seeds").mkdir(parents=True)
    for number in range(COUNT):
        text = f"The mayor, Ann Lee, said that bridge {number} would stay closed.\n"
        (folder / f"seeds/{number:02}.txt").write_text(text)
    for word in words:
        (folder / f"seeds/{word}.txt").write_text(f"The {word} bridge is old, the mayor, Ann Lee, said.\n")
    return folder


def articles(project: Path) -> tuple[Article, ...]:
    return read_seeds(project / "seeds", project=project, limit=1000).articles


def facts(project: Path) -> dict[str, bytes]:
    folder = project / "content/facts"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yml")}


def test_a_worker_is_killed_on_the_way_and_the_bytes_are_those_of_this_process(address: str, tmp_path: Path) -> None:
    here, there = site(tmp_path / "here"), site(tmp_path / "there")
    with worker(address, tmp_path, "--no-nanny") as second:

        def kill_after_the_first(readings: Iterable[Reading], _total: int) -> Iterator[Reading]:
            for reading in readings:
                second.kill()
                yield reading

        told = refresh(Settings(project=there, scheduler=address), progress=kill_after_the_first)
    assert second.returncode == -9
    assert (len(told.read), told.errors) == (COUNT, ())
    refresh(Settings(project=here))
    assert facts(there) == facts(here)


def test_an_article_that_kills_every_worker_is_told_of_and_the_others_go_on(address: str, tmp_path: Path) -> None:
    folder = site(tmp_path, "deadly")
    told = refresh(Settings(project=folder, scheduler=address, pipeline=mortal.NAME))
    assert [str(problem).split(";")[0] for problem in told.errors] == [
        "seeds/deadly.txt: no facts could be read from this article: every worker that read it was ended, perhaps for"
        " want of memory"
    ]
    assert len(told.read) == COUNT


def test_no_more_is_in_hand_than_the_workers_need(address: str, tmp_path: Path) -> None:
    drawn: list[Article] = []

    def each() -> Iterator[Article]:
        for article in articles(site(tmp_path)):
            drawn.append(article)
            yield article

    for read, _ in enumerate(cluster.on_cluster(each(), None, scheduler=address)):
        assert len(drawn) - read <= cluster.IN_HAND


def test_workers_that_read_otherwise_are_refused(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "extractor_version", lambda pipeline: "9.0")
    with pytest.raises(WorkersError, match=r"the worker tcp://.* reads with 0.*, this machine with 9\.0; inst"):
        refresh(Settings(project=site(tmp_path), scheduler=address))


def test_where_dask_is_not_installed_it_is_said_how_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "find_spec", lambda name: None)
    told = CliRunner().invoke(main, ["extract", "--scheduler", "tcp://127.0.0.1:8786"])
    assert told.exit_code == 2
    assert "Dask is not installed (pip install 'mkdocs-explainer[dask]')" in told.stderr


def test_a_scheduler_that_is_not_there_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.5)
    with pytest.raises(WorkersError, match=r"the scheduler tcp://127\.0\.0\.1:9 cannot be reached; start it w"):
        refresh(Settings(project=site(tmp_path), scheduler="tcp://127.0.0.1:9"))


def test_a_cluster_without_workers_and_one_that_is_lost_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = site(tmp_path)
    with scheduler(tmp_path) as (address, process):

        def kill_after_the_first(readings: Iterable[Reading], _total: int) -> Iterator[Reading]:
            for reading in readings:
                process.kill()
                yield reading

        monkeypatch.setattr(cluster, "PATIENCE", 0.5)
        with pytest.raises(WorkersError, match=f"the scheduler {address} has no workers; start some with `dask worker"):
            refresh(Settings(project=folder, scheduler=address))
        monkeypatch.undo()
        with (
            worker(address, tmp_path, "--no-nanny"),
            pytest.raises(WorkersError, match=f"the scheduler {address} was lost on the way; start it and run this ag"),
        ):
            refresh(Settings(project=folder, scheduler=address), progress=kill_after_the_first)
    again = refresh(Settings(project=folder))
    assert 0 < len(again.read) < COUNT
