"""Layer 1, facts compared: seeds that changed come in, those whose facts did not change with them go out."""

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from generator.facts.history import Files

_PATH = re.compile(rb"^  path: (.+?)\r?$", re.MULTILINE)


def not_rebuilt(seeds: Iterable[str], old: Files, new: Files) -> tuple[str, ...]:
    """The seeds, of those that were edited, added or removed, whose files of facts are the same as before.

    Facts hold their seed's hash, so that whatever is edited in it or beside it shows in them once they are rebuilt.

    Args:
        seeds: paths of articles' files, and of those beside them, relative to the project.
        old: the files of facts as they were.
        new: the same as they are.
    """
    before, after = _by_seed(old), _by_seed(new)
    return tuple(seed for seed in seeds if before.get(_stem(seed)) == after.get(_stem(seed)))


def _by_seed(files: Files) -> Mapping[str, bytes]:
    """Files of facts by their seeds, without endings."""
    found = {}
    for content in files.values():
        if match := _PATH.search(content):
            found[_stem(match[1].decode(errors="replace").strip("'\""))] = content
    return found


def _stem(seed: str) -> str:
    return PurePosixPath(seed).with_suffix("").as_posix()
