"""Layer 4, `explainer add`: an article comes in from a file or standard input, and lies in the seeds folder whole."""

import datetime
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from generator.articles import Metadata, known_beside, read_article, seed_files
from generator.cli.command import mendable, settings_of, site_option
from generator.errors import GeneratorError, SeedError
from generator.facts.files import write_all_new
from generator.model.ids import slug

STDIN = "-"
ASKED = {
    "title": "Title",
    "publisher": "Publisher",
    "author": "Author",
    "url": "Address (https://…)",
    "published": "Published (2025-01-20)",
    "licence": "Licence (empty: only short quotations are shown)",
}
"""What is asked of an article on a terminal, in this order."""


def day(words: str) -> datetime.date | None:
    """The day that was typed; None where nothing was."""
    try:
        return datetime.date.fromisoformat(words) if words else None
    except ValueError:
        raise click.BadParameter(f"“{words}” is not a day such as 2025-01-20") from None


@click.command()
@click.argument("file", metavar="FILE|-", type=click.Path(path_type=Path))
@click.option("--name", help="The seed's name, without an ending; else the file's own.")
@click.option("--title")
@click.option("--publisher")
@click.option("--author")
@click.option("--url", help="Where the article stands.")
@click.option("--published", type=day, help="Day of publication, such as 2025-01-20.")
@click.option("--licence", help="What the article may be used for, such as “CC BY 4.0”.")
@site_option
@mendable
def add(file: Path, name: str | None, mkdocs_yml: Path | None, **given: Any) -> Iterator[GeneratorError]:
    """Put an article into the folder of seeds, with what is known of it in a sidecar.

    FILE is text (.txt), Markdown (.md) or a saved web page (.html); - reads text from standard input. On a terminal,
    what no option and no front matter says is asked for.
    """
    settings = settings_of(mkdocs_yml)
    known = Metadata(**{key: value or None for key, value in given.items()})
    if str(file) == STDIN:
        content, ending = sys.stdin.buffer.read(), ".txt"
    else:
        article = read_article(file, limit=settings.seed_limit_bytes)
        content, ending = file.read_bytes(), file.suffix.lower()
        known = known_beside(file).overridden_by(known)
        if sys.stdin.isatty():
            known = _asked({key: getattr(article, key) for key in ASKED}, known)
    seed = _seed_name(name, file, known) + ending
    files = seed_files(seed, content, known, seeds=settings.seeds_folder, limit=settings.seed_limit_bytes)
    write_all_new(files)
    click.echo(f"added {settings.seeds_folder / seed}; `mkdocs build` reads it", err=True)
    yield from ()


def _asked(said: dict[str, object], known: Metadata) -> Metadata:
    """What is known and what a person at the terminal knows; what the article says itself is not asked for."""
    answers: dict[str, Any] = {}
    for key, question in ASKED.items():
        if getattr(known, key) is None and said[key] is None:
            proc: Callable[[str], Any] = day if key == "published" else str.strip
            answers[key] = click.prompt(question, default="", show_default=False, value_proc=proc, err=True) or None
    return known.overridden_by(Metadata(**answers))


def _seed_name(name: str | None, file: Path, known: Metadata) -> str:
    """The seed's name: as given, or the file's, or for text from standard input the title's."""
    if name is not None:
        if name != Path(name).name or name.startswith(".") or not name.strip():
            raise SeedError(f"“{name}” cannot be a file's name", mend="give --name one word such as bridge-closed")
        return name
    if str(file) != STDIN:
        return file.stem
    found = slug(known.title or "")
    if not found:
        raise SeedError("text from standard input has no name", mend="add --name or --title")
    return found
