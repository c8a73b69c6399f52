"""Layer 4, `explainer extract`: articles come in, their facts go to the site's folder or to standard output."""

import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import click

from generator.articles import read_article, read_seeds
from generator.cli.command import MKDOCS_YML, alone_in, mendable, refreshed, settings_of, site_option, with_bar
from generator.errors import ExtractionError, GeneratorError, SeedError
from generator.extract import find
from generator.extract.as_json import as_json
from generator.extracting import extract_all
from generator.facts import write_article_facts
from generator.model.article import Article
from generator.settings import Settings, dask_address


def _address(_context: click.Context, _option: click.Parameter, scheduler: str | None) -> str | None:
    try:
        return scheduler and dask_address(scheduler)
    except ValueError as problem:
        raise click.BadParameter(str(problem)) from None


@click.command()
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_lines", is_flag=True, help="Print one JSON object for each article and write nothing.")
@click.option("--workers", type=click.IntRange(min=1), help="Read in this many processes at once.")
@click.option("--scheduler", metavar="ADDRESS", callback=_address, help="Read on a Dask cluster (tcp://HOST:PORT).")
@site_option
@mendable
def extract(
    seeds: tuple[Path, ...], as_lines: bool, workers: int | None, scheduler: str | None, mkdocs_yml: Path | None
) -> Iterator[GeneratorError]:
    """Write the facts of the given SEEDS, or else of all that changed, into the site's folder of facts.

    With --json, SEEDS may be any files that hold an article.
    """
    if sum(map(bool, (as_lines, workers, scheduler))) > 1:
        raise click.UsageError("choose one of --workers, --scheduler and --json, which reads one by one")
    if as_lines:
        is_in_site = mkdocs_yml is not None or MKDOCS_YML.is_file()
        yield from _print_findings(seeds, settings_of(mkdocs_yml) if is_in_site else Settings())
        return
    settings = settings_of(mkdocs_yml)
    if workers or scheduler:
        settings = settings.model_copy(update={"workers": workers or 1, "scheduler": scheduler})
    if seeds:
        yield from _write_facts(seeds, settings)
    else:
        made = refreshed(settings)
        click.echo(f"articles read: {len(made.read)}, files of facts changed: {len(made.changed)}", err=True)
        yield from made.errors


def _print_findings(seeds: Sequence[Path], settings: Settings) -> Iterator[GeneratorError]:
    """Print what is found in each file, or in all seeds of the site where none is given."""
    if not seeds:
        every = read_seeds(settings.seeds_folder, project=settings.project, limit=settings.seed_limit_bytes)
        yield from every.errors
        seeds = [settings.project / article.path for article in every.articles]
    for seed in with_bar(seeds, len(seeds)):
        try:
            article = _read(seed, settings)
            click.echo(json.dumps(as_json(article, find(article, settings.pipeline)), ensure_ascii=False))
        except (SeedError, ExtractionError) as problem:
            yield problem


def _write_facts(seeds: Sequence[Path], settings: Settings) -> Iterator[GeneratorError]:
    """Read the given seeds again, changed or not, and write the facts of each."""
    articles: list[Article] = []
    for seed in seeds:
        try:
            articles.append(_read(seed, settings, must_be_seed=True))
        except SeedError as problem:
            yield problem
    with closing(extract_all(articles, settings)) as readings:
        for _, facts in with_bar(readings, len(articles)):
            if isinstance(facts, ExtractionError):
                yield facts
            else:
                with alone_in(settings):
                    write_article_facts(settings.facts_folder, facts)


def _read(seed: Path, settings: Settings, *, must_be_seed: bool = False) -> Article:
    """Read a file; one in the site's folder of seeds gets the id that it has there."""
    seeds = settings.seeds_folder
    if seed.resolve().is_relative_to(seeds.resolve()):
        below = seeds / seed.resolve().relative_to(seeds.resolve())
        return read_article(below, root=seeds, project=settings.project, limit=settings.seed_limit_bytes)
    if must_be_seed:
        raise SeedError("is not in the folder of seeds", file=seed, mend=f"put it into {seeds}, or add --json")
    return read_article(seed, limit=settings.seed_limit_bytes)
