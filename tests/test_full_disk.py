"""A disk that is full, or a file where a folder should be: one message that names the file, and nothing torn or lost.

A limit on the size of files stands in for a full disk: the system then breaks a write off in the middle, as there.
"""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from generator.articles import read_article
from generator.extract.findings import Findings
from generator.extract.records import facts_of
from generator.extract.version import extractor_version
from generator.facts import write_article_facts
from generator.facts.review_file import ReviewFile
from generator.model.review import Decision
from generator.model.words import ReviewOp

EXPLAINER = ["-c", "from generator.cli import main; main()"]
MKDOCS = ["-m", "mkdocs"]
ROOM = 600  # bytes: more than the facts of an article take here, less than any page or schema
TEXT = "The council met on Monday.\n" * 40
DECISION = b"- target: art-a\n  op: confirm\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Full\ntheme: mkdocs\nplugins: [explainer]\n", encoding="utf-8")
    for name in ("docs", "seeds", "content/review"):
        (tmp_path / name).mkdir(parents=True)
    seed = tmp_path / "seeds/a.txt"
    seed.write_text(TEXT, encoding="utf-8")
    (tmp_path / "content/review/desk.yml").write_bytes(DECISION)
    article = read_article(seed, root=seed.parent, project=tmp_path)
    facts = facts_of(article, Findings(), sentences=[], extractor=extractor_version())
    write_article_facts(tmp_path / "content/facts", facts)
    return tmp_path


def ran(command: list[str], cwd: Path, room: int | None = None) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    return subprocess.run(
        [sys.executable, "-B", *command],
        cwd=cwd,
        preexec_fn=limit,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def assert_told(done: subprocess.CompletedProcess[str], words: str) -> None:
    assert done.returncode == 1, done.stderr
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert ".part" not in done.stderr


@pytest.mark.parametrize(
    "command",
    [[*EXPLAINER, "extract"], [*EXPLAINER, "export", "out"], [*MKDOCS, "build"]],
    ids=["extract", "export", "build"],
)
def test_facts_on_a_full_disk_are_whole_old_or_new(site: Path, command: list[str]) -> None:
    before = contents(site)
    done = ran(command, site, ROOM)
    assert_told(done, "content/facts/schemas/article.json: File too large; make room on the disk")
    after = contents(site)
    assert before.items() <= after.items()
    assert {len(content) <= ROOM for name, content in after.items() if name.startswith("content")} == {True}
    assert ran([*EXPLAINER, "extract"], site).returncode == 0
    assert contents(site).keys() >= {"content/facts/schemas/article.json"}


@pytest.mark.parametrize(
    ("command", "folder"),
    [([*EXPLAINER, "export", "out"], "out"), ([*MKDOCS, "build"], "site")],
    ids=["export", "build"],
)
def test_a_site_and_its_data_on_a_full_disk_are_told_of(site: Path, command: list[str], folder: str) -> None:
    assert ran([*EXPLAINER, "extract"], site).returncode == 0
    facts = contents(site)
    done = ran(command, site, ROOM)
    assert_told(done, "File too large; make room on the disk")
    assert f"{folder}/" in done.stderr
    assert facts.items() <= contents(site).items()


def test_a_new_site_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    done = ran([*EXPLAINER, "init", "new"], tmp_path, ROOM)
    assert_told(done, "File too large; make room on the disk")
    assert contents(tmp_path) == {}
    assert ran([*EXPLAINER, "init", "new"], tmp_path).returncode == 0


def test_a_seed_is_there_with_its_sidecar_or_not_at_all(site: Path) -> None:
    (site / "b.txt").write_text(TEXT + "And on Tuesday.\n", encoding="utf-8")
    before = contents(site)
    done = ran([*EXPLAINER, "add", "b.txt", "--title", "B"], site, ROOM)
    assert_told(done, "File too large; make room on the disk")
    assert contents(site) == before


def test_decisions_stay_as_they_are_where_one_more_finds_no_room(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = site / "content/review"
    file = ReviewFile(folder / "desk.yml", folder=folder, project=site, first_line="# Decisions")
    proposed = file.proposed(Decision(target="art-a", op=ReviewOp.NOTE, why="x" * 2 * ROOM))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, before[1]))
    try:
        with pytest.raises(OSError, match=r"File too large: .*content/review/desk\.yml"):
            file.write(proposed)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert contents(folder) == {"desk.yml": DECISION}


@pytest.mark.parametrize("command", [[*EXPLAINER, "extract"], [*MKDOCS, "build"]], ids=["extract", "build"])
def test_a_file_where_the_facts_should_be_is_told_of_and_stays(site: Path, command: list[str]) -> None:
    facts = site / "content/facts"
    facts.rename(site / "elsewhere")
    facts.write_text("notes\n", encoding="utf-8")
    before = contents(site)
    assert_told(ran(command, site), "content/facts/articles: Not a directory; check the file or folder")
    assert contents(site) == before


@pytest.mark.parametrize(
    "command",
    [[*EXPLAINER, "export", "notes"], [*EXPLAINER, "init", "notes/new"], [*MKDOCS, "build", "--site-dir", "notes/x"]],
    ids=["export", "init", "build"],
)
def test_a_file_where_a_folder_should_be_is_told_of_and_stays(site: Path, command: list[str]) -> None:
    assert ran([*EXPLAINER, "extract"], site).returncode == 0
    (site / "notes").write_text("notes\n", encoding="utf-8")
    before = contents(site)
    done = ran(command, site)
    assert done.returncode in (1, 2), done.stderr
    assert "notes" in done.stderr
    assert "Traceback" not in done.stderr
    assert contents(site) == before
