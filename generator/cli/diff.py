"""Layer 4, `explainer diff`: two revisions come in, what changed in the facts between them goes out, in words."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from generator.cli import told_as_json, told_as_markdown, told_as_text
from generator.cli.command import mendable, settings_of, site_option
from generator.errors import GeneratorError
from generator.facts.difference import Difference, difference
from generator.facts.history import Files, facts_at, facts_on_disk
from generator.settings import Settings

HEAD = "HEAD"
ON_DISK = "the files as they are now"
FORMATS: dict[str, Callable[[Difference, tuple[str, str]], str]] = {
    "text": told_as_text.told,
    "markdown": told_as_markdown.told,
    "json": told_as_json.told,
}


@click.command()
@click.argument("revisions", metavar="[REV|A..B]", default=HEAD)
@click.option(
    "--format", "form", type=click.Choice([*FORMATS]), default="text", help="How to tell it; text if not said."
)
@site_option
@mendable
def diff(revisions: str, form: str, mkdocs_yml: Path | None) -> Iterator[GeneratorError]:
    """Tell in words what changed in the facts since REV (else the last commit), or from revision A to B.

    What needs a person's eye comes first: sources that are named now, denials that have gone, votes with another
    status, result or count.
    """
    settings = settings_of(mkdocs_yml)
    old, between, new = revisions.partition("..")
    labels = (old or HEAD, (new or HEAD) if between else ON_DISK)
    after = _facts(settings, labels[1]) if between else facts_on_disk(settings.facts_folder)
    found = difference(_facts(settings, labels[0]), after, labels=labels)
    click.echo(FORMATS[form](found, labels), nl=False)
    yield from found.errors


def _facts(settings: Settings, revision: str) -> Files:
    return facts_at(settings.project, settings.facts, revision)
