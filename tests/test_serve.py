"""`mkdocs serve`: one build for each change an editor makes, and none for what the generator itself writes."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.model
STARTED = "Building documentation..."
# MkDocs says how long a build took only if that differs from the one before; these lines always come.
BUILT = ("Serving on", "Reloading browsers")
# The server looks for changes twice a second: a loop shows itself well within this time.
SETTLED = 3.0
SEED = "The mayor, Ann Lee, said that the bridge would stay closed.\n"


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def wait_for(log: Path, builds: int) -> None:
    deadline = time.monotonic() + 60
    while sum(map(log.read_text().count, BUILT)) < builds:
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.1)


@pytest.fixture
def served(copy_project: Callable[[Path], Path], tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """A small project being served, and the server's log."""
    project, log = copy_project(tmp_path / "project"), tmp_path / "log"
    (project / "seeds/bridge.txt").write_text(SEED)
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{free_port()}"]
    with log.open("w") as out, subprocess.Popen(command, cwd=project, stdout=out, stderr=out) as server:
        try:
            wait_for(log, 1)
            time.sleep(SETTLED)
            yield project, log
        finally:
            server.terminate()


def test_one_build_for_each_change(served: tuple[Path, Path]) -> None:
    project, log = served
    assert log.read_text().count(STARTED) == 1

    facts = project / "content/facts/articles"
    before = {file: file.read_bytes() for file in facts.iterdir()}
    (project / "seeds/bridge.txt").write_text(SEED + "Ms Lee denied that she had known of the cracks.\n")
    wait_for(log, 2)
    time.sleep(SETTLED)
    assert log.read_text().count(STARTED) == 2
    assert len([file for file, written in before.items() if file.read_bytes() != written]) == 1

    (project / "content/review/second.yml").write_text("[]\n")
    wait_for(log, 3)
    time.sleep(SETTLED)
    assert log.read_text().count(STARTED) == 3
