"""Layer 1, reading seeds: a path comes in, its bytes go out, or one message; nothing that could hang is opened."""

import errno
import stat
from pathlib import Path

from generator.errors import SeedError

KINDS = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
DEVICE = "a device"


def is_there(path: Path) -> bool:
    """Whether anything is there, be it a link to nothing; a name that no file can have is not."""
    try:
        path.lstat()
    except OSError as problem:
        if problem.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG):
            return False
        raise
    return True


def file_bytes(path: Path, name: str, limit: int, root: Path | None = None) -> bytes:
    """What a file holds.

    Args:
        path: the file.
        name: what it is called, for messages.
        limit: the most bytes that are read.
        root: a folder that no link may lead out of.

    Raises:
        SeedError: it is no file, is too large, cannot be read or lies elsewhere.
    """
    try:
        if root is not None and path.is_symlink() and not path.resolve(strict=True).is_relative_to(root.resolve()):
            raise SeedError("a link out of the folder of seeds", file=name, mend="put the file itself here")
        kind = stat.S_IFMT(path.stat().st_mode)
        if kind != stat.S_IFREG:
            raise SeedError(f"{KINDS.get(kind, DEVICE)}, not a file", file=name, mend="remove or rename it")
        with path.open("rb") as file:
            raw = file.read(limit + 1)
        if len(raw) > limit:
            size = f"{path.stat().st_size:,} bytes, more than the {limit:,} allowed"
            raise SeedError(size, file=name, mend="split it into articles or raise seed_limit_bytes in mkdocs.yml")
    except OSError as problem:
        told = "it links to nothing" if _links_to_nothing(path, problem) else problem.strerror
        raise SeedError(f"cannot be read: {told}", file=name, mend="check the file") from None
    except RuntimeError:  # As `resolve` says it.
        raise SeedError("cannot be read: its links lead round in a circle", file=name, mend="remove it") from None
    return raw


def _links_to_nothing(path: Path, problem: OSError) -> bool:
    return problem.errno == errno.ENOENT and path.is_symlink()
