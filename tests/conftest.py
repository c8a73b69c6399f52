"""What several tests share: a copy of the project to build in, the site that it builds, and Debian's chromium."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("untimed", deadline=None)  # how long an example takes tells of the machine
hypothesis.settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
Run = Callable[..., subprocess.CompletedProcess[str]]


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A module of this environment's Python (`mkdocs build`, `generator.cli check`) as a user would call it."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def wait_until(true: Callable[[], bool]) -> None:
    """Wait for what other processes do, a minute at most."""
    end = time.monotonic() + 60
    while not true():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture(scope="session", name="run")
def run_command() -> Run:
    return run


@pytest.fixture(scope="session")
def copy_project() -> Callable[[Path], Path]:
    """Copies what an editor has into a folder: the site's settings, seeds, facts, decisions and pages."""

    def copy(folder: Path) -> Path:
        for name in ("seeds", "content", "overrides"):
            shutil.copytree(ROOT / name, folder / name)
        shutil.copy(ROOT / "mkdocs.yml", folder)
        return folder

    return copy


@pytest.fixture(scope="session")
def project(copy_project: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's own site, built once, strictly; its `site/` is there. Tests leave it as it is."""
    folder = copy_project(tmp_path_factory.mktemp("project"))
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The folder of this project's built site."""
    return project / "site"


@pytest.fixture(scope="session")
def chromium() -> str:
    """Debian's browser; where it is missing, the test is skipped and says so."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("chromium is not installed (apt-get install chromium), so the site was not tried in a browser")
    return path
