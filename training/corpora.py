"""Where the shared corpora lie: a corpus name comes in, the text of its files goes out, straight from the archives."""

import functools
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

SHARED = Path(__file__).resolve().parents[2] / "shared"
CORPORA = SHARED / "corpora"


def require_shared() -> None:
    """Leave with a plain message where the shared folder, which is not part of this repository, is absent."""
    if not CORPORA.is_dir():
        sys.exit("training: there is no ../shared/corpora beside this repository, and nothing can be done without it.")


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
