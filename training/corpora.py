"""Where the shared corpora lie: a corpus name comes in, the text of its files goes out, straight from the archives."""

import functools
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPORA = SHARED / "corpora"
STORIES = Path(__file__).parent / "stories"
TRAINED_ON = ("press-train", "news-facts/train", "stories")
"""Folders of articles with facts that may be trained on: `stories` is this repository's own, the others are shared."""


def require_shared() -> None:
    """Leave with a plain message where the shared folder, which is not part of this repository, is absent."""
    if not CORPORA.is_dir():
        sys.exit("training: there is no ../shared/corpora beside this repository, and nothing can be done without it.")


def annotated(*names: str) -> Iterator[tuple[Path, Path]]:
    """The articles of folders, those of one in the order of their names, each with the file of its facts."""
    for name in names:
        folder = STORIES if name == "stories" else CORPORA / name
        for facts in sorted((folder / "facts").glob("*.yml")):
            yield folder / "articles" / f"{facts.stem}.md", facts


@functools.cache
def _members(archive: str) -> dict[str, str]:
    with tarfile.open(CORPORA / archive) as tar:
        files = [member for member in tar if member.isfile()]
        return {member.name: tar.extractfile(member).read().decode("utf-8") for member in files}  # type: ignore[union-attr]


def texts(archive: str, folder: str, suffix: str) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of an archive's files below `folder` that end in `suffix`, by name."""
    for name, text in sorted(_members(archive).items()):
        if name.startswith(f"{folder}/") and name.endswith(suffix):
            yield name, text
