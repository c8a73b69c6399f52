"""Layer 4: the command `explainer`; the only file that prints or exits.

Results go to standard output, messages and progress to standard error. Exit codes: 0, 1 (something to mend), 2 (usage).
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click
from rich.console import Console
from rich.progress import Progress

from generator import __version__
from generator.articles import read_article, read_seeds
from generator.errors import ExtractionError, FactsError, GeneratorError, SeedError
from generator.export import export as export_story
from generator.extract import extract as extract_facts
from generator.extract import find
from generator.extract.as_json import as_json
from generator.facts import check_facts, write_article_facts
from generator.facts.files import write_if_changed
from generator.model.article import Article
from generator.refresh import refresh
from generator.settings import Settings, load_settings

P = ParamSpec("P")
T = TypeVar("T")
MKDOCS_YML = Path("mkdocs.yml")

site_option = click.option(
    "-f",
    "--config-file",
    "mkdocs_yml",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml, where it is not in this folder.",
)


def mendable(command: Callable[P, Iterator[GeneratorError]]) -> Callable[P, None]:
    """A command that yields what is to mend, as one that says each and exits with 1 if there was any."""

    @wraps(command)
    def wrapped(*args: P.args, **options: P.kwargs) -> None:
        told = 0
        for problem in _with_the_last(command(*args, **options)):
            click.echo(problem, err=True)
            told += 1
        if told:
            sys.exit(1)

    return wrapped


def _with_the_last(problems: Iterator[GeneratorError]) -> Iterator[GeneratorError]:
    """The problems, and after them the one that stopped the command."""
    try:
        yield from problems
    except GeneratorError as problem:
        yield problem
    except BrokenPipeError:
        raise  # Whoever read the output has gone; click ends the command quietly.
    except OSError as problem:
        yield GeneratorError(problem.strerror or str(problem), file=problem.filename, mend="check the file or folder")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="explainer")
def main() -> None:
    """Facts from news articles: who is who, what happened, who said what, what was voted on."""


@main.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_lines", is_flag=True, help="Print one JSON object for each article and write nothing.")
@site_option
@mendable
def extract(seeds: tuple[Path, ...], as_lines: bool, mkdocs_yml: Path | None) -> Iterator[GeneratorError]:
    """Write the facts of the given SEEDS, or else of all that changed, into the site's folder of facts.

    With --json, SEEDS may be any files that hold an article.
    """
    if as_lines:
        is_in_site = mkdocs_yml is not None or MKDOCS_YML.is_file()
        yield from _print_findings(seeds, _settings(mkdocs_yml) if is_in_site else Settings())
    elif seeds:
        yield from _write_facts(seeds, _settings(mkdocs_yml))
    else:
        refreshed = refresh(_settings(mkdocs_yml), progress=with_bar)
        click.echo(f"articles read: {len(refreshed.read)}, files of facts changed: {len(refreshed.changed)}", err=True)
        yield from refreshed.errors


@main.command()
@click.option("--frozen", is_flag=True, help="Also fail if the facts are not those of the articles as they are now.")
@site_option
@mendable
def check(frozen: bool, mkdocs_yml: Path | None) -> Iterator[GeneratorError]:
    """Hold seeds, facts and review decisions to every rule; nothing is written."""
    settings = _settings(mkdocs_yml)
    refreshed = refresh(settings, progress=with_bar, frozen=True)
    yield from refreshed.errors
    yield from refreshed.reviewed.stale
    yield from check_facts(settings.facts_folder, refreshed.articles)
    for path in refreshed.changed if frozen else ():
        yield FactsError(
            "is not what its article gives now", file=path, mend="run `mkdocs build` and review the change"
        )


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@site_option
@mendable
def export(folder: Path, mkdocs_yml: Path | None) -> Iterator[GeneratorError]:
    """Write the facts, with review decisions applied, into DIR as JSON, CSV and Popolo JSON."""
    refreshed = refresh(_settings(mkdocs_yml), progress=with_bar)
    for name, content in export_story(refreshed.reviewed.story, refreshed.articles).items():
        write_if_changed(folder / name, content)
    yield from refreshed.errors
    yield from refreshed.reviewed.stale


def with_bar(items: Sequence[T]) -> Iterator[T]:
    """The items, with a bar on standard error that shows how far the work is; none where nobody watches."""
    console = Console(stderr=True)
    # Results may be piped elsewhere while the bar is watched: rich must leave standard output alone.
    with Progress(console=console, transient=True, redirect_stdout=False, disable=not console.is_terminal) as bar:
        yield from bar.track(items, description="Reading")


def _settings(mkdocs_yml: Path | None) -> Settings:
    return load_settings(mkdocs_yml or MKDOCS_YML)


def _print_findings(seeds: Sequence[Path], settings: Settings) -> Iterator[GeneratorError]:
    """Print what is found in each file, or in all seeds of the site where none is given."""
    if not seeds:
        every = read_seeds(settings.seeds_folder, project=settings.project, limit=settings.seed_limit_bytes)
        yield from every.errors
        seeds = [settings.project / article.path for article in every.articles]
    for seed in with_bar(seeds):
        try:
            article = _read(seed, settings)
            click.echo(json.dumps(as_json(article, find(article, settings.pipeline)), ensure_ascii=False))
        except (SeedError, ExtractionError) as problem:
            yield problem


def _write_facts(seeds: Sequence[Path], settings: Settings) -> Iterator[GeneratorError]:
    """Read the given seeds again, changed or not, and write the facts of each."""
    for seed in with_bar(seeds):
        try:
            article = _read(seed, settings, must_be_seed=True)
            write_article_facts(settings.facts_folder, extract_facts(article, settings.pipeline))
        except (SeedError, ExtractionError) as problem:
            yield problem


def _read(seed: Path, settings: Settings, *, must_be_seed: bool = False) -> Article:
    """Read a file; one in the site's folder of seeds gets the id that it has there."""
    seeds = settings.seeds_folder
    if seed.resolve().is_relative_to(seeds.resolve()):
        below = seeds / seed.resolve().relative_to(seeds.resolve())
        return read_article(below, root=seeds, project=settings.project, limit=settings.seed_limit_bytes)
    if must_be_seed:
        raise SeedError("is not in the folder of seeds", file=seed, mend=f"put it into {seeds}, or add --json")
    return read_article(seed, limit=settings.seed_limit_bytes)
