"""Layer 4, `explainer export`: what is published of the story comes in, files for other programs go out."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.command import mendable, settings_of, site_option, with_bar
from generator.errors import GeneratorError
from generator.export import export as export_story
from generator.facts.files import write_if_changed
from generator.refresh import refresh


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@site_option
@mendable
def export(folder: Path, mkdocs_yml: Path | None) -> Iterator[GeneratorError]:
    """Write the facts, with review decisions applied, into DIR as JSON, CSV and Popolo JSON."""
    refreshed = refresh(settings_of(mkdocs_yml), progress=with_bar)
    for name, content in export_story(refreshed.published.story, refreshed.articles).items():
        write_if_changed(folder / name, content)
    yield from refreshed.errors
    yield from (one.problem for one in refreshed.reviewed.stale)
