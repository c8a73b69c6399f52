"""Layer 0: one build of a site at a time: its folder comes in, and who else wants to build it waits for who has it.

The system keeps the lock, on the folder itself: no file is left behind, and a build that is killed blocks nobody.
"""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # A system without such locks: there two builds at once are not kept apart.
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def alone(folder: Path, tell: Callable[[str], object]) -> Iterator[None]:
    """Hold a folder for this process as long as the block runs.

    Args:
        folder: the site's folder, where its mkdocs.yml is.
        tell: is told once, in words, where another process has to be waited for.
    """
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _wait(handle, folder, tell)
        yield
    finally:
        os.close(handle)


def _wait(handle: int, folder: Path, tell: Callable[[str], object]) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        tell(f"{folder.resolve()}: another build is at work here; waiting until it is done")
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:  # A file system, over a network, that locks no folders.
        return
