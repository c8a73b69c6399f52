"""Layer 4, `explainer diff`: two revisions come in, what changed in the facts between them goes out, in words."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

import click

from generator.articles import is_seed
from generator.cli import told_as_json, told_as_markdown, told_as_text
from generator.cli.command import mendable, settings_of, site_option
from generator.errors import GeneratorError
from generator.facts.decided import decided
from generator.facts.difference import Difference, difference
from generator.facts.history import Files, edited, facts_at, facts_on_disk, parting, review_at, review_on_disk
from generator.facts.not_rebuilt import not_rebuilt
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

    A...B is from the last commit that both share to B, as for git.

    What needs a person's eye comes first: sources that are named now, denials that have gone, votes with another
    status, result or count. After it comes what people decided.
    """
    settings = settings_of(mkdocs_yml)
    between = next((dots for dots in ("...", "..") if dots in revisions), "")
    old, _, new = revisions.partition(between) if between else (revisions, "", "")
    old, label = old or HEAD, (new or HEAD) if between else ON_DISK
    labels = (f"where {old} and {label} parted" if between == "..." else old, label)
    if between == "...":
        old = parting(settings.project, old, label)
    found = _between(settings, old, label if between else None, labels)
    click.echo(FORMATS[form](found, labels), nl=False)
    yield from (*found.errors, *found.decided.errors)


def _between(settings: Settings, old: str, new: str | None, labels: tuple[str, str]) -> Difference:
    """What changed from one revision to another, or to what is on disk."""
    facts = (_facts(settings, old), _facts(settings, new))
    review = (_review(settings, old), _review(settings, new))
    seeds = filter(is_seed, map(PurePosixPath, edited(settings.project, settings.seeds, old, new)))
    return replace(
        difference(*facts, labels=labels),
        decided=decided(review, facts, labels=labels),
        not_rebuilt=not_rebuilt(map(str, seeds), *facts),
    )


def _facts(settings: Settings, revision: str | None) -> Files:
    if revision is None:
        return facts_on_disk(settings.facts_folder)
    return facts_at(settings.project, settings.facts, revision)


def _review(settings: Settings, revision: str | None) -> Files:
    if revision is None:
        return review_on_disk(settings.review_folder)
    return review_at(settings.project, settings.review, revision)
