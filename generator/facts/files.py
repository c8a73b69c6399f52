"""Layer 1, facts on disk: bytes come in and lie on disk whole; what is already there unchanged is not touched."""

import contextlib
import errno
import os
import shutil
import time
import uuid
from collections.abc import Iterator, Mapping
from pathlib import Path

PART = ".part"
ABANDONED_AFTER = 3600.0


def differs(path: Path, content: bytes) -> bool:
    """Whether a file holds anything but these bytes."""
    return not path.is_file() or path.read_bytes() != content


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write a file unless it holds these bytes already; whatever interrupts it, the file is whole, old or new.

    Returns:
        Whether anything was written.
    """
    if not differs(path, content):
        return False
    with _written_beside(path, content) as part:
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
    _sync_folder(path.parent)
    return True


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet; whatever interrupts it, the file is whole or not there.

    Raises:
        FileExistsError: it is there already, and stays as it is.
    """
    with _written_beside(path, content) as part:
        try:
            path.hardlink_to(part)
        except FileExistsError:
            raise
        except OSError:  # A file system without hard links.
            if path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
            part.replace(path)
    _sync_folder(path.parent)


@contextlib.contextmanager
def _written_beside(path: Path, content: bytes) -> Iterator[Path]:
    """A file beside another that holds these bytes, safe on disk; it is gone afterwards."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as problem:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), problem.filename) from None
    part = path.parent / f".{path.name}.{uuid.uuid4().hex}{PART}"
    try:
        with part.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield part
    except OSError as problem:
        if isinstance(problem, FileExistsError) or problem.filename not in (None, str(part)):
            raise
        raise OSError(
            problem.errno, problem.strerror or str(problem), str(path)
        ) from None  # A full disk names no file.
    finally:
        part.unlink(missing_ok=True)


def write_all_new(files: Mapping[Path, bytes]) -> None:
    """Write files that are not there yet, all of them or none.

    Raises:
        FileExistsError: one is there already, and stays as it is.
    """
    with contextlib.ExitStack() as written:
        for path, content in files.items():
            write_new(path, content)
            written.callback(remove, path)
        written.pop_all()


def remove(path: Path) -> None:
    """Remove a file so that it stays removed after a crash."""
    path.unlink(missing_ok=True)
    _sync_folder(path.parent)


def remove_abandoned(folder: Path) -> None:
    """Remove what interrupted writes left in a folder, an hour (`ABANDONED_AFTER`, in seconds) after they did."""
    for part in folder.rglob(f".*{PART}"):
        with contextlib.suppress(FileNotFoundError):
            if time.time() - part.stat().st_mtime > ABANDONED_AFTER:
                part.unlink()


def _sync_folder(folder: Path) -> None:
    """Make a rename in a folder last; not every system can open a folder to do so."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
