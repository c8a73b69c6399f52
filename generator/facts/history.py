"""Layer 1, facts and git: a site's folder and a revision come in, its files of facts go out; nothing is checked out."""

import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.errors import FactsError
from generator.facts.review import is_review, review_paths
from generator.facts.store import ARTICLES, IN_THE_STORY

Files = Mapping[str, bytes]
"""Files of facts or of decisions, by their path below the folder that holds them."""


@dataclass(frozen=True, kw_only=True)
class Commit:
    """A commit: its name, when it was made (in UTC, as `2025-01-08T12:30:00Z`), and whether none is before it."""

    name: str
    moment: str
    is_first: bool


def facts_on_disk(folder: Path) -> Files:
    """The files of facts as they are on disk now."""
    paths = [*sorted((folder / ARTICLES).glob("art-*.yml")), *(folder / name for name in IN_THE_STORY)]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def review_on_disk(folder: Path) -> Files:
    """The files of people's decisions as they are on disk now."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in review_paths(folder)}


def facts_at(project: Path, folder: str, revision: str) -> Files:
    """The files of facts as a revision has them.

    Args:
        project: the site's folder, in a git repository.
        folder: the facts folder, relative to it.
        revision: a commit as git's own commands name one.

    Raises:
        FactsError: this is no git repository, or it has no such revision.
    """
    return _files_at(project, folder, revision, _is_facts)


def review_at(project: Path, folder: str, revision: str) -> Files:
    """The same for the files of people's decisions, in the review folder."""
    return _files_at(project, folder, revision, _is_review)


def edited(project: Path, folder: str, old: str, new: str | None) -> list[str]:
    """The files in a folder that differ between two revisions, or from one to what is on disk where `new` is None.

    They are named relative to the project. Files that git is told to ignore count as not there.
    """
    names = [_commit(project, one) for one in (old, new) if one is not None]
    found = _git(project, "diff", "--name-only", "--no-renames", "-z", "--relative", *names, "--", f"./{folder}").stdout
    if new is None:
        found += _git(project, "ls-files", "--others", "--exclude-standard", "-z", "--", f"./{folder}").stdout
    return [name for name in found.decode(errors="replace").split("\0") if name]


def parting(project: Path, one: str, other: str) -> str:
    """The last commit that two revisions share, as git's `A...B` means it.

    Raises:
        FactsError: there is none.
    """
    found = _git(project, "merge-base", _commit(project, one), _commit(project, other))
    if found.returncode:
        problem = f"git knows no commit that “{one}” and “{other}” share"
        raise FactsError(problem, mend=f"write {one}..{other} to compare them as they are, or fetch all of the history")
    return found.stdout.decode().strip()


def _files_at(project: Path, folder: str, revision: str, is_wanted: Callable[[str], bool]) -> Files:
    commit = _commit(project, revision)
    tree = _git(project, "rev-parse", "--verify", "--quiet", f"{commit}:./{folder}")
    if tree.returncode:
        return {}
    listed = _git(project, "ls-tree", "-r", "-z", "--full-tree", tree.stdout.decode().strip()).stdout.decode()
    blobs = {}
    for entry in filter(None, listed.split("\0")):
        about, _, path = entry.partition("\t")
        if is_wanted(path):
            blobs[path] = about.split()[2]
    return dict(zip(blobs, _contents(project, [*blobs.values()]), strict=True))


def commits(project: Path, folders: Iterable[str], most: int) -> list[Commit]:
    """The last commits that changed files of some folders, the newest first, each seen from its first parent.

    Args:
        project: the site's folder, in a git repository.
        folders: the folders, relative to it.
        most: how many at most.

    Raises:
        FactsError: this is no git repository, or it has no commit.
    """
    head = _commit(project, "HEAD")
    form = "--format=%H %ct %P"
    log = _git(
        project, "log", "--first-parent", f"--max-count={most}", form, head, "--", *(f"./{one}" for one in folders)
    )
    cut = _git(project, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
    found = []
    for name, seconds, *parents in map(str.split, log.stdout.decode().splitlines()):
        if parents or not cut:
            moment = datetime.fromtimestamp(int(seconds), tz=UTC)
            found.append(Commit(name=name, moment=moment.strftime("%Y-%m-%dT%H:%M:%SZ"), is_first=not parents))
    return found


def _is_facts(path: str) -> bool:
    return path in IN_THE_STORY or (path.startswith(f"{ARTICLES}/art-") and path.endswith(".yml"))


def _is_review(path: str) -> bool:
    return is_review(path.rpartition("/")[2])


def _commit(project: Path, revision: str) -> str:
    """The commit's own name, which can be read as nothing else."""
    if _git(project, "rev-parse", "--git-dir").returncode:
        mend = "run `git init` in it and commit the facts"
        raise FactsError("is not under git's version control", file=project, mend=mend)
    found = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    # Old versions of git print the mark of the end of options too.
    names = found.stdout.decode().split()
    if not names and not _git(project, "rev-list", "--all", "--max-count=1").stdout:
        raise FactsError("nothing is committed yet", mend="commit the seeds and the facts first")
    if found.returncode or not names:
        raise FactsError(f"git knows no revision “{revision}” here", mend="name a commit, a branch or a tag")
    return names[-1]


def _contents(project: Path, blobs: list[str]) -> list[bytes]:
    """What git keeps under each of these names, in their order."""
    answer = _git(project, "cat-file", "--batch", given="\n".join([*blobs, ""]).encode()).stdout
    contents, at = [], 0
    for _ in blobs:
        end = answer.find(b"\n", at)
        about = answer[at:end].split()
        if end < 0 or len(about) != 3:
            raise FactsError("git has not every file of its history", file=project, mend="fetch all of it")
        size = int(about[2])
        contents.append(answer[end + 1 : end + 1 + size])
        at = end + 1 + size + 1
    return contents


def _git(project: Path, *arguments: str, given: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", project, *arguments], input=given, capture_output=True, check=False)
    except FileNotFoundError:
        raise FactsError("git was not found", mend="install git") from None
