"""Two builds of one site at once, by real processes: the second one says that it waits, and neither is torn."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOLD = """
import sys
from pathlib import Path
from generator.alone import alone

with alone(Path(), print):
    print("held", flush=True)
    sys.stdin.read()
"""
WAITS = "another build is at work here; waiting until it is done"
COMMANDS = {
    "mkdocs": ["-m", "mkdocs", "build"],
    "explainer": ["-c", "from generator.cli import main; main()", "extract"],
}
Process = subprocess.Popen[str]


def started(*command: str, cwd: Path) -> Process:
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, *command], cwd=cwd, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Two\ntheme: mkdocs\nplugins: [explainer]\n", encoding="utf-8")
    for name in ("docs", "seeds"):
        (tmp_path / name).mkdir()
    (tmp_path / "docs/about.md").write_text("# About\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def holder(folder: Path) -> Iterator[Process]:
    """A process that has the site's folder for itself."""
    process = started("-c", HOLD, cwd=folder)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def until_it_waits(process: Process) -> None:
    assert process.stderr is not None
    assert any(WAITS in line for line in process.stderr)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGKILL])
def test_a_build_waits_until_another_is_done_or_dead(
    folder: Path, holder: Process, command: str, ends: signal.Signals
) -> None:
    waiting = started(*COMMANDS[command], cwd=folder)
    until_it_waits(waiting)
    assert not (folder / "content").exists()
    holder.send_signal(ends)
    _, said = waiting.communicate(timeout=120)
    assert waiting.returncode == 0, said
    assert (folder / "content/facts/people.yml").exists()


def test_two_builds_at_once_both_make_the_whole_site(folder: Path) -> None:
    both = [started(*COMMANDS["mkdocs"], cwd=folder) for _ in range(2)]
    said = [process.communicate(timeout=240)[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    alone = started(*COMMANDS["mkdocs"], "--site-dir", "again", cwd=folder)
    assert alone.wait(timeout=120) == 0
    made, again = (
        sorted(os.path.relpath(path, at) for path in at.rglob("*")) for at in (folder / "site", folder / "again")
    )
    assert made == again


def test_no_lock_is_left_in_the_folder(folder: Path) -> None:
    assert started(*COMMANDS["explainer"], cwd=folder).wait(timeout=120) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["content", "docs", "mkdocs.yml", "seeds"]
