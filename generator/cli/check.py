"""Layer 4, `explainer check`: a site's seeds, facts and decisions come in, what is to mend in them goes out."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.articles import read_seeds
from generator.cli.command import mendable, settings_of, site_option, tell_notes, with_bar
from generator.errors import FactsError, GeneratorError
from generator.facts import FactsCheck, read_review
from generator.facts.history import facts_on_disk
from generator.refresh import by_another_version, refresh
from generator.settings import Settings


@click.command()
@click.option("--frozen", is_flag=True, help="Also fail if the facts are not those of the articles as they are now.")
@site_option
@mendable
def check(frozen: bool, mkdocs_yml: Path | None) -> Iterator[GeneratorError]:
    """Hold seeds, facts and review decisions to every rule; nothing is written.

    Facts that another version of the extractor read are held to the rules as they are.
    """
    settings = settings_of(mkdocs_yml)
    if not facts_on_disk(settings.facts_folder):
        yield from _without_facts(settings)
        return
    facts = FactsCheck(settings.facts_folder)
    refreshed = refresh(settings, progress=with_bar, seen=facts.take, frozen=True)
    tell_notes(refreshed.reviewed.notes)
    yield from refreshed.errors
    yield from (one.problem for one in refreshed.reviewed.stale)
    if not frozen and refreshed.outdated:
        click.echo(f"{by_another_version(len(refreshed.outdated))}; `mkdocs build` reads them again", err=True)
    unlike = [*refreshed.unlike(settings.facts_folder)] if frozen else []
    # What does not fit in a file of former words is mended with it, and need not be told by itself.
    told = {one.file for one in unlike}
    yield from (one for one in facts.finish(refreshed.articles) if one.file not in told)
    yield from unlike


def _without_facts(settings: Settings) -> Iterator[GeneratorError]:
    """What is wrong with a new site; before its first article no facts are missing."""
    seeds = read_seeds(settings.seeds_folder, project=settings.project, limit=settings.seed_limit_bytes)
    yield from seeds.errors
    yield from read_review(settings.review_folder, project=settings.project)[1]
    if seeds.articles:
        yield FactsError("there are no facts yet", file=settings.facts_folder, mend="run `mkdocs build`")
