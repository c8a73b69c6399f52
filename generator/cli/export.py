"""Layer 4, `explainer export`: what is published of the story comes in, files for other programs go out."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.command import mendable, refreshed, settings_of, site_option
from generator.errors import GeneratorError
from generator.facts.files import write_if_changed
from generator.refresh import all_decided


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@site_option
@mendable
def export(folder: Path, mkdocs_yml: Path | None) -> Iterator[GeneratorError]:
    """Write the facts, with review decisions applied, into DIR as JSON, CSV and Popolo JSON."""
    # What makes pages takes as long to import as other commands take to answer.
    from generator.export import export as export_story

    made = all_decided(refreshed(settings_of(mkdocs_yml)))
    for name, content in export_story(made.published.story, made.articles).items():
        write_if_changed(folder / name, content)
    yield from made.errors
    yield from (one.problem for one in made.reviewed.stale)
