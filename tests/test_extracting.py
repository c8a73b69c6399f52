"""Several processes read articles: the bytes are those of one, and whatever is killed, nothing is lost."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import mortal
import pytest
from conftest import wait_until

from generator.articles import read_seeds
from generator.extracting import extract_all
from generator.settings import Settings

pytestmark = pytest.mark.model
COUNT = 12
EXPLAINER = Path(sys.executable).with_name("explainer")
READ_BY_TWO = (str(EXPLAINER), "extract", "--workers", "2")
Site = Callable[..., Path]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Makes a site of twelve short articles, and one more with each of the words that are named."""

    def make(*words: str, options: str = f"pipeline: {mortal.NAME}") -> Path:
        folder = tmp_path_factory.mktemp("site")
        (folder / "seeds").mkdir()
        (folder / "mkdocs.yml").write_text(f"plugins: [explainer: {{{options}}}]\n")
        for number in range(COUNT):
            text = f"The mayor, Ann Lee, said that bridge {number} would stay closed.\n"
            (folder / f"seeds/{number:02}.txt").write_text(text)
        for word in words:
            (folder / f"seeds/{word}.txt").write_text(f"The {word} bridge is old, the mayor, Ann Lee, said.\n")
        return folder

    return make


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return mortal.installed(tmp_path)


@pytest.fixture(scope="module")
def by_one(site: Site, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The facts that one process writes, in which nothing is killed."""
    environment = mortal.installed(tmp_path_factory.mktemp("installed"))
    Path(environment[mortal.KILLED]).touch()
    folder = site("frail")
    done = run(str(EXPLAINER), "extract", cwd=folder, **environment)
    assert done.returncode == 0, done.stderr
    return facts(folder)


def run(*command: str, cwd: Path, **environment: str) -> "subprocess.CompletedProcess[str]":
    """The command as a user would call it."""
    return subprocess.run(
        command, cwd=cwd, env=os.environ | environment, capture_output=True, text=True, timeout=300, check=False
    )


def facts(site: Path) -> dict[str, bytes]:
    folder = site / "content/facts"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yml")}


def test_whatever_is_killed_the_bytes_are_those_of_one_process(
    site: Site, environment: dict[str, str], by_one: dict[str, bytes]
) -> None:
    """One process is killed over an article that another one reads; one article kills each, and is told of."""
    folder = site("frail", "deadly", options=f"pipeline: {mortal.NAME}, workers: 2")
    done = run(str(EXPLAINER), "extract", cwd=folder, **environment)
    assert Path(environment[mortal.KILLED]).exists()
    counted, *told = done.stderr.splitlines()
    assert (done.returncode, counted.split(",")[0]) == (1, f"articles read: {COUNT + 1}")
    assert told == [
        "seeds/deadly.txt: no facts could be read from this article: every worker that read it was ended, perhaps for"
        " want of memory; split it into articles, or read with fewer workers at once"
    ]
    assert facts(folder) == by_one


def test_processes_that_are_killed_before_they_read_anything_stop_the_work(
    site: Site, environment: dict[str, str]
) -> None:
    done = run(*READ_BY_TWO, cwd=site(), **environment, **{mortal.BORN_DEAD: "1"})
    assert (done.returncode, done.stderr) == (
        1,
        "a process that should read articles was ended as it started; set fewer workers if there is too little memory"
        " for as many\n",
    )


def test_a_pipeline_that_cannot_be_used_is_told_of_once(site: Site) -> None:
    done = run(*READ_BY_TWO, cwd=site(options="pipeline: nowhere"))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert done.stderr.startswith("the language pipeline 'nowhere' cannot be loaded")


def started(site: Path, environment: dict[str, str]) -> "subprocess.Popen[str]":
    """Two processes that read a site, once the first facts are there; a group of their own, as a terminal makes."""
    environment = os.environ | environment
    working = subprocess.Popen(
        READ_BY_TWO, cwd=site, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    wait_until(lambda: bool(facts(site)))
    return working


def is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def test_ctrl_c_ends_every_process_quietly_and_the_next_run_goes_on(
    site: Site, environment: dict[str, str], by_one: dict[str, bytes]
) -> None:
    Path(environment[mortal.KILLED]).touch()
    stopped = site("frail")
    working = started(stopped, environment)
    os.killpg(working.pid, signal.SIGINT)
    _, told = working.communicate(timeout=60)
    assert (working.returncode, told.strip()) == (1, "Aborted!")
    wait_until(lambda: is_gone(working.pid))
    written = len(facts(stopped))
    assert 0 < written <= COUNT
    again = run(*READ_BY_TWO, cwd=stopped, **environment)
    assert again.stderr.startswith(f"articles read: {COUNT + 1 - written},")
    assert facts(stopped) == by_one


def test_the_processes_end_with_the_one_that_started_them(site: Site, environment: dict[str, str]) -> None:
    working = started(site(), environment)
    working.kill()
    working.communicate(timeout=60)
    wait_until(lambda: is_gone(working.pid))


def test_whoever_stops_early_leaves_no_process(site: Site) -> None:
    settings = Settings(project=site(), workers=2)
    seeds = read_seeds(settings.seeds_folder, project=settings.project, limit=settings.seed_limit_bytes)
    with closing(extract_all(seeds.articles, settings)) as readings:
        next(readings)
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []
