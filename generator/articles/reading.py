"""Layer 1, reading seeds: one file comes in, one article goes out, or one message that says how to mend the file."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from generator.articles.files import file_bytes, is_there
from generator.articles.metadata import Metadata, metadata_of, split_front_matter
from generator.articles.page import main_text
from generator.articles.text import text_of
from generator.errors import SeedError
from generator.model.article import SEED_LIMIT, Article
from generator.model.ids import digest, slug
from generator.visible import visible

SIDECAR = ".yml"
Read = tuple[Metadata, tuple[str, ...], str]


def read_article(
    path: Path, *, limit: int = SEED_LIMIT, root: Path | None = None, project: Path | None = None
) -> Article:
    """Read one seed, with the metadata of the sidecar `NAME.yml` beside it where there is one.

    Args:
        path: the seed: `.txt`, `.md`, `.html` or `.htm`.
        limit: the largest size read, in bytes.
        root: the seeds folder; the article's id is made from the path below it, without it from the name alone, and a
            link that leads out of it is refused.
        project: the folder that the article's path is told relative to; without it the path is told as given.

    Raises:
        SeedError: the file cannot be read as an article.
    """
    name = shown(path, project)
    if visible(name) != name:
        raise SeedError("a character in its name cannot be seen or read", file=name, mend="rename it")
    raw = file_bytes(path, name, limit, root)
    sidecar = path.with_suffix(SIDECAR)
    beside = file_bytes(sidecar, shown(sidecar, project), limit, root) if is_there(sidecar) else b""
    known, notes, text = _read(path, raw, name)
    if not text.strip():
        raise SeedError("the seed is empty", file=name, mend="write the article into it or remove it")
    if beside:
        said, more = metadata_of(text_of(beside, shown(sidecar, project))[0], shown(sidecar, project))
        known, notes = known.overridden_by(said), (*notes, *(f"{sidecar.name}, {note}" for note in more))
    identity = article_id(path, root)
    return Article(id=identity, path=name, text=text, sha256=_sha256(raw, beside), notes=notes, **vars(known))


def article_id(path: Path, root: Path | None = None) -> str:
    """The id of the article in a seed: the path below the seeds folder, without its ending."""
    named = path.relative_to(root) if root else Path(path.name)
    words = visible(named.with_suffix("").as_posix())
    short, whole = slug(words), slug(words, len(words) * 4)
    return "-".join(part for part in ("art", short, "" if short and short == whole else digest(words)) if part)


def _read(path: Path, raw: bytes, name: str) -> Read:
    try:
        reader = READERS[path.suffix.lower()]
    except KeyError:
        mend = f"use one of {', '.join(sorted(READERS))}"
        raise SeedError(f"articles are not read from {path.suffix or 'such'} files", file=name, mend=mend) from None
    text, note = text_of(raw, name, html=reader is _page)
    known, notes, text = reader(text, name)
    return known, (*([note] if note else []), *notes), text


def _plain(text: str, name: str) -> Read:
    return Metadata(), (), text


def _page(markup: str, name: str) -> Read:
    known, text = main_text(markup, name)
    return known, (), text


def _front(text: str, name: str) -> Read:
    return split_front_matter(text, name)


READERS: dict[str, Callable[[str, str], Read]] = {".txt": _plain, ".md": _front, ".html": _page, ".htm": _page}


def shown(path: Path, project: Path | None) -> str:
    """A path as messages and facts tell it: relative to the project where it lies in it, with forward slashes."""
    if project is not None and path.is_relative_to(project):
        return path.relative_to(project).as_posix()
    return path.as_posix()


def _sha256(*parts: bytes) -> str:
    """One digest of a seed and its sidecar, which tells where the first ends."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()
