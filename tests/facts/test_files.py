"""Facts on disk: a file is only touched if it changes, and is whole whatever interrupts its writing."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from facts.stories import article_facts, story
from generator.facts import article_path, remove_others, write_article_facts, write_schemas, write_story
from generator.facts.files import ABANDONED_AFTER, write_if_changed

OLD, NEW = b"old\n" * 1000, b"new\n" * 1000
# Writes a file, and kills itself as the system call of the given number begins.
DIE_AT = """
import os, signal, sys
from pathlib import Path
from generator.facts import files

calls = 0
def dying(call):
    def wrapped(*arguments, **options):
        global calls
        calls += 1
        if calls == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **options)
    return wrapped

for owner, name in ((Path, "open"), (os, "fsync"), (Path, "replace"), (Path, "unlink"), (os, "open")):
    setattr(owner, name, dying(getattr(owner, name)))
files.write_if_changed(Path(sys.argv[1]), b"new\\n" * 1000)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system cannot kill a process at once")
def test_a_killed_write_leaves_the_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "facts.yml"
    seen = []
    for call in range(1, 20):
        path.write_bytes(OLD)
        ended = subprocess.run([sys.executable, "-c", DIE_AT, str(path), str(call)], check=False).returncode
        seen.append(path.read_bytes())
        assert seen[-1] in (OLD, NEW)
        assert [p.name for p in tmp_path.glob("*.yml")] == ["facts.yml"]
        if ended == 0:
            break
    assert seen[0] == OLD
    assert seen[-1] == NEW
    assert len(seen) > 5


def test_a_failing_write_leaves_the_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "facts.yml"
    path.write_bytes(OLD)

    def full(handle: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        write_if_changed(path, NEW)
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("facts.yml", OLD)]


def test_writing_the_same_again_touches_nothing(tmp_path: Path) -> None:
    def write() -> list[object]:
        write_schemas(tmp_path)
        return [write_article_facts(tmp_path, article_facts()), write_story(tmp_path, story())]

    assert write() == [
        True,
        [tmp_path / f"{name}.yml" for name in ("people", "organizations", "claims", "votes", "discrepancies")],
    ]
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert write() == [False, []]
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_frozen_tells_and_writes_nothing(tmp_path: Path) -> None:
    write_article_facts(tmp_path, article_facts("art-gone"))
    before = sorted(tmp_path.rglob("*"))
    assert write_article_facts(tmp_path, article_facts(), frozen=True)
    assert len(write_story(tmp_path, story(), frozen=True)) == 5
    assert remove_others(tmp_path, [], frozen=True) == [article_path(tmp_path, "art-gone")]
    assert sorted(tmp_path.rglob("*")) == before


def test_facts_of_a_seed_that_has_gone_go_and_files_of_others_stay(tmp_path: Path) -> None:
    for name in ("art-a", "art-b"):
        write_article_facts(tmp_path, article_facts(name))
    people_wrote = article_path(tmp_path, "art-notes")
    people_wrote.write_text("# our own notes\n", encoding="utf-8")
    assert remove_others(tmp_path, ["art-a"]) == [article_path(tmp_path, "art-b")]
    assert sorted(p.name for p in people_wrote.parent.iterdir()) == ["art-a.yml", "art-notes.yml"]


def test_what_interrupted_writes_left_goes_once_it_is_old(tmp_path: Path) -> None:
    write_article_facts(tmp_path, article_facts())
    old, young = tmp_path / "articles" / ".art-b.yml.1.part", tmp_path / ".people.yml.2.part"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (1, old.stat().st_mtime - ABANDONED_AFTER - 1))
    remove_others(tmp_path, ["art-a"])
    assert [old.exists(), young.exists()] == [False, True]


def test_the_order_of_sets_and_hashes_changes_no_byte(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from facts.stories import article_facts, story\n"
        "from generator.facts import write_article_facts, write_story, write_schemas\n"
        "folder = Path(sys.argv[1])\n"
        "write_article_facts(folder, article_facts()); write_story(folder, story()); write_schemas(folder)\n"
    )
    written = []
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent.parent)}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / seed)], env=environment, check=True)
        files = sorted(p for p in (tmp_path / seed).rglob("*") if p.is_file())
        written.append({str(p.relative_to(tmp_path / seed)): p.read_bytes() for p in files})
    assert written[0] == written[1]
    assert len(written[0]) == 14
