"""Layer 4, `explainer check`: a site's seeds, facts and decisions come in, what is to mend in them goes out."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.command import mendable, settings_of, site_option, tell_notes, with_bar
from generator.errors import FactsError, GeneratorError
from generator.facts import FactsCheck
from generator.refresh import refresh


@click.command()
@click.option("--frozen", is_flag=True, help="Also fail if the facts are not those of the articles as they are now.")
@site_option
@mendable
def check(frozen: bool, mkdocs_yml: Path | None) -> Iterator[GeneratorError]:
    """Hold seeds, facts and review decisions to every rule; nothing is written."""
    settings = settings_of(mkdocs_yml)
    facts = FactsCheck(settings.facts_folder)
    refreshed = refresh(settings, progress=with_bar, seen=facts.take, frozen=True)
    tell_notes(refreshed.reviewed.notes)
    yield from refreshed.errors
    yield from (one.problem for one in refreshed.reviewed.stale)
    yield from facts.finish(refreshed.articles)
    for path in refreshed.changed if frozen else ():
        yield FactsError(
            "is not what its article gives now", file=path, mend="run `mkdocs build` and review the change"
        )
