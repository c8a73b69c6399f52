"""Building again: the same bytes on any machine, and where nothing changed, nothing is read or written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run

pytestmark = pytest.mark.model
SECOND = "The mayor, Ann Lee, said the bridge was safe. “It is nonsense,” said a councillor, Bob Ray.\n"
# The day that MkDocs writes into the site map, so that a test may run over midnight.
DAY = {"SOURCE_DATE_EPOCH": "1736294400"}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def times(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def built(folder: Path, run: Run, hash_seed: str) -> str:
    """Build strictly; what Python said of the modules it imported."""
    done = run("mkdocs", "build", "--strict", cwd=folder, PYTHONHASHSEED=hash_seed, PYTHONPROFILEIMPORTTIME="1", **DAY)
    assert done.returncode == 0, done.stderr
    return done.stderr


@pytest.fixture(scope="module")
def unread(copy_project: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Makes a copy of the project with a second seed and no facts yet."""

    def make() -> Path:
        folder = copy_project(tmp_path_factory.mktemp("again") / "project")
        for path in (folder / "content/facts").rglob("*.yml"):
            path.unlink()
        (folder / "seeds/bridge.txt").write_text(SECOND)
        return folder

    return make


def test_a_second_build_reads_and_writes_nothing(unread: Callable[[], Path], run: Run) -> None:
    folder = unread()
    assert " spacy" in built(folder, run, "1")
    site, written = contents(folder / "site"), times(folder / "content")

    assert " spacy" not in built(folder, run, "2")
    assert contents(folder / "site") == site
    assert times(folder / "content") == written


def test_another_machine_makes_the_same(unread: Callable[[], Path], run: Run) -> None:
    one, other = unread(), unread()
    # Seeds that a folder lists in another order, as another file system may.
    for seed in sorted((other / "seeds").iterdir(), reverse=True):
        whole = seed.read_bytes()
        seed.unlink()
        seed.write_bytes(whole)
    built(one, run, "3")
    built(other, run, "4")
    assert contents(other / "content/facts") == contents(one / "content/facts")
    assert contents(other / "site") == contents(one / "site")
