"""Layer 1, reading seeds: the seeds folder comes in, its articles go out in order of id, with what is wrong beside."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from generator.articles.reading import READERS, SIDECAR, article_id, read_article, shown
from generator.errors import SeedError
from generator.model.article import Article


@dataclass(frozen=True)
class Seeds:
    """What a seeds folder holds.

    Attributes:
        articles: those that could be read, in order of id.
        refused: the ids of the articles that could not.
        errors: one for each of those, for each sidecar without an article and for each link to a folder.
    """

    articles: tuple[Article, ...]
    refused: tuple[str, ...]
    errors: tuple[SeedError, ...]


def read_seeds(folder: Path, *, limit: int, project: Path | None = None) -> Seeds:
    """Read every seed in a folder and its sub-folders; a bad one is told of, and the others go on.

    Files that are hidden or of another kind are passed over, links to folders are not followed.

    Args:
        folder: the seeds folder.
        limit: the largest size of a seed, in bytes.
        project: the folder that paths are told relative to.

    Raises:
        SeedError: there is no such folder, or it or one in it cannot be listed: what is in there is not known, and its
            facts must not go.
    """
    if not folder.is_dir():
        raise SeedError("there is no such folder", file=folder, mend="make it and put articles into it")
    paths = _visible(folder, project)
    articles: dict[str, Article] = {}
    texts: dict[str, Article] = {}
    refused: list[str] = []
    errors = [*_linked_folders(paths, project), *_without_article(paths, project)]
    for path in (p for p in paths if p.suffix.lower() in READERS):
        try:
            article = read_article(path, root=folder, project=project, limit=limit)
            _refuse_double(article, articles, texts)
        except SeedError as problem:
            refused.append(article_id(path, folder))
            errors.append(problem)
            continue
        articles[article.id] = texts[article.text.strip()] = article
    return Seeds(tuple(articles[key] for key in sorted(articles)), tuple(refused), tuple(errors))


def is_seed(path: PurePath) -> bool:
    """Whether a file of this name, below the seeds folder, is read as an article or beside one."""
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and (path.suffix == SIDECAR or path.suffix.lower() in READERS)


def _visible(folder: Path, project: Path | None) -> list[Path]:
    """Whatever is not hidden, nor in a hidden folder, in an order that no file system decides."""

    def refuse(problem: OSError) -> None:
        raise SeedError(
            f"cannot be listed: {problem.strerror}",
            file=shown(Path(problem.filename), project),
            mend="check the folder",
        )

    def walk() -> Iterator[Path]:
        for parent, folders, files in os.walk(folder, onerror=refuse):
            folders[:] = [name for name in folders if not name.startswith(".")]
            yield from (Path(parent, name) for name in (*folders, *files) if not name.startswith("."))

    return sorted(walk(), key=lambda path: path.relative_to(folder).as_posix())


def _refuse_double(article: Article, articles: dict[str, Article], texts: dict[str, Article]) -> None:
    same_id, same_text = articles.get(article.id), texts.get(article.text.strip())
    if same_text:
        problem = f"its text is the same as that of {same_text.path}"
        raise SeedError(problem, file=article.path, mend="remove one of the two")
    if same_id:
        problem = f"it would have the same id as {same_id.path}, {article.id}"
        raise SeedError(problem, file=article.path, mend="rename one of the two")


def _linked_folders(paths: list[Path], project: Path | None) -> list[SeedError]:
    """What to say of each link to a folder: it may lead anywhere, and round in a circle."""
    linked = (path for path in paths if path.suffix.lower() not in READERS and path.is_symlink() and path.is_dir())
    mend = "put the folder itself here"
    return [SeedError("a link to a folder is not followed", file=shown(path, project), mend=mend) for path in linked]


def _without_article(paths: list[Path], project: Path | None) -> list[SeedError]:
    """What to say of each sidecar that no article is read with."""
    stems = {path.with_suffix("") for path in paths if path.suffix.lower() in READERS}
    alone = [path for path in paths if path.suffix == SIDECAR and path.with_suffix("") not in stems]
    misnamed = [path for path in paths if path.suffix == ".yaml"]
    mend = "name it like its article, or remove it"
    return [
        *(SeedError("a sidecar without an article", file=shown(path, project), mend=mend) for path in alone),
        *(SeedError("a sidecar ends in .yml", file=shown(path, project), mend="rename it") for path in misnamed),
    ]
