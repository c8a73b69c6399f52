"""Layer 1, adding seeds: an article's bytes and what is known of it come in, the files of a new seed go out, tried."""

from pathlib import Path
from tempfile import TemporaryDirectory

from generator.articles.files import is_there
from generator.articles.metadata import Metadata, metadata_of
from generator.articles.reading import READERS, SIDECAR, read_article
from generator.articles.text import text_of
from generator.errors import SeedError


def known_beside(path: Path) -> Metadata:
    """What the sidecar of an article that is not a seed yet says of it.

    Raises:
        SeedError: the sidecar cannot be read.
    """
    sidecar = path.with_suffix(SIDECAR)
    if not is_there(sidecar):
        return Metadata()
    return metadata_of(text_of(sidecar.read_bytes(), sidecar)[0], sidecar)[0]


def seed_files(name: str, content: bytes, known: Metadata, *, seeds: Path, limit: int) -> dict[Path, bytes]:
    """The files to write for a new seed: its sidecar, where anything is known, and the article, byte for byte.

    Args:
        name: the seed's file name below the seeds folder.
        content: the article's bytes.
        known: what the sidecar is to say.
        seeds: the seeds folder.
        limit: the largest size of a seed, in bytes.

    Raises:
        SeedError: it could not be read as an article, or an article of that name is there.
    """
    target = seeds / name
    _refuse_taken(target)
    sidecar = known.as_sidecar()
    files = {target.with_suffix(SIDECAR): sidecar} if sidecar else {}
    files[target] = content
    with TemporaryDirectory() as folder:
        for path, written in files.items():
            (Path(folder) / path.name).write_bytes(written)
        read_article(Path(folder) / target.name, project=Path(folder), limit=limit)
    return files


def _refuse_taken(target: Path) -> None:
    """Refuse a name that an article or a sidecar has, whatever the ending: their ids would be one."""
    for ending in (*READERS, SIDECAR):
        path = target.with_suffix(ending)
        if path.exists():
            raise SeedError("is there already", file=path, mend="choose another name with --name")
