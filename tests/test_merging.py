"""Two branches' decisions merged by a real `git merge`: all of both are there afterwards, or git says it is stuck."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from generator.facts.review import decisions_in

DESK = "content/review/desk.yml"
BASE = "# ours\n\n- target: clm-a\n  op: confirm\n  by: Al\n  on: 2025-01-20\n"
CONFIRM = "- target: clm-b\n  op: confirm\n  by: Al\n  on: 2025-01-20\n"
REJECT = "- target: clm-c\n  op: reject\n  why: no claim\n  by: Al\n  on: 2025-01-20\n"
NOTE = "- target: clm-d\n  op: note\n  why: |\n    One.\n\n    Two: op, by.\n  by: Al\n# more to come\n"
FLOW = "- {target: clm-e, op: confirm, by: Al}\n"


def git(folder: Path, *call: str, fails: bool = False) -> str:
    done = subprocess.run(["git", *call], cwd=folder, capture_output=True, text=True, check=False)
    assert bool(done.returncode) == fails, done.stdout + done.stderr
    return done.stdout + done.stderr


def branches(folder: Path, base: str | None, ours: str, theirs: str, attribute: str = "merge=explainer") -> None:
    """A repository on the branch `ours`, with a branch `theirs` beside it."""
    git(folder, "init", "-q", "-b", "ours")
    code = "from generator.cli import main; main()"
    driver = f'PYTHONPATH="{ROOT}" {sys.executable} -c "{code}" merge %O %A %B'
    for key, value in (("user.name", "desk"), ("user.email", "desk@example.org"), ("merge.explainer.driver", driver)):
        git(folder, "config", key, value)
    (folder / ".gitattributes").write_text(f"content/review/*.yml {attribute}\n")
    commit(folder, base)
    git(folder, "checkout", "-q", "-b", "theirs")
    commit(folder, theirs)
    git(folder, "checkout", "-q", "ours")
    commit(folder, ours)


def commit(folder: Path, content: str | None) -> None:
    if content is not None:
        (folder / DESK).parent.mkdir(parents=True, exist_ok=True)
        (folder / DESK).write_bytes(content.encode())
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "--allow-empty", "-m", "as it is")


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (BASE, BASE + CONFIRM, BASE + REJECT),
        (BASE, BASE + REJECT + CONFIRM, BASE + NOTE),
        (BASE, BASE + NOTE, BASE + NOTE + FLOW),
        (BASE, BASE + CONFIRM, BASE + CONFIRM),
        (BASE, BASE + FLOW, BASE + CONFIRM.removesuffix("\n")),
        (BASE.removesuffix("\n"), BASE + FLOW, BASE + REJECT),
        (BASE, BASE + FLOW.removesuffix("\n"), BASE + REJECT),
        (None, BASE, "# ours\n\n" + REJECT),
        (BASE.replace("\n", "\r\n"), (BASE + CONFIRM).replace("\n", "\r\n"), (BASE + REJECT).replace("\n", "\r\n")),
    ],
)
def test_all_decisions_of_both_branches_are_there(base: str | None, ours: str, theirs: str, tmp_path: Path) -> None:
    branches(tmp_path, base, ours, theirs)
    git(tmp_path, "merge", "-q", "theirs", "-m", "both")
    whole, own, its, old = (
        [placed.decision for placed in decisions_in(content, DESK)[0]]
        for content in ((tmp_path / DESK).read_bytes(), ours.encode(), theirs.encode(), (base or "").encode())
    )
    again = [] if own == its else its[len(old) :]  # What both branches have alike, git does not merge at all.
    assert whole == own + again
    assert decisions_in((tmp_path / DESK).read_bytes(), DESK)[1] == ()


def test_where_an_older_decision_was_changed_git_says_that_it_is_stuck_and_both_are_there(tmp_path: Path) -> None:
    branches(tmp_path, BASE, BASE + CONFIRM, BASE.replace("confirm", "reject\n  why: no claim") + REJECT)
    told = git(tmp_path, "merge", "theirs", fails=True)
    assert "older ones were changed; look at the whole file, and keep every decision" in told
    assert "CONFLICT" in told
    written = (tmp_path / DESK).read_text()
    assert [words for words in ("clm-b", "clm-c", "why: no claim") if words not in written] == []


def test_git_alone_is_stuck_too_and_loses_nothing(tmp_path: Path) -> None:
    branches(tmp_path, BASE, BASE + CONFIRM, BASE + REJECT)
    git(tmp_path, "config", "--unset", "merge.explainer.driver")
    git(tmp_path, "merge", "theirs", fails=True)
    assert decisions_in((tmp_path / DESK).read_bytes(), DESK)[1] != ()


def test_union_would_have_mixed_their_lines(tmp_path: Path) -> None:
    branches(tmp_path, BASE, BASE + REJECT, BASE + CONFIRM, "merge=union")
    git(tmp_path, "merge", "-q", "theirs", "-m", "both")
    assert "  why: no claim\n- target: clm-b\n" in (tmp_path / DESK).read_text()
