"""Layer 4, `explainer review`: a site's facts come in, an editor decides on them, decisions go into one file."""

import datetime
import os
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli import asking
from generator.cli.command import mendable, refreshed, settings_of, site_option, tell_notes
from generator.cli.fact_walk import FactWalk
from generator.cli.pair_walk import BodyWalk, PairWalk
from generator.errors import GeneratorError
from generator.facts.review_file import ReviewFile
from generator.facts.reviewing import Review
from generator.facts.schemas import REVIEW
from generator.facts.store import SCHEMAS
from generator.settings import Settings

USUAL_FILE = "desk.yml"
FACTS = "facts"
WALKS: dict[str, type[FactWalk] | type[PairWalk]] = {FACTS: FactWalk, "people": PairWalk, "organizations": BodyWalk}

NOTHING_LEFT = {
    FACTS: "Nothing is left to review.",
    "people": "No two people are left who may be one; `explainer review` goes through the facts.",
    "organizations": "No two organizations are left that may be one; `explainer review` goes through the facts.",
}


@click.command()
@click.argument("what", metavar="[people|organizations]", type=click.Choice([*WALKS]), default=FACTS)
@click.option(
    "--file", type=click.Path(dir_okay=False, path_type=Path), help="Where decisions go; desk.yml if not said."
)
@click.option("--by", metavar="NAME", help="Who decides, as readers see it; asked for if not said.")
@site_option
@mendable
def review(what: str, file: Path | None, by: str | None, mkdocs_yml: Path | None) -> Iterator[GeneratorError]:
    """Walk through what nobody has decided on yet, most consequential first, and take decisions by single keys.

    Rejections that no longer fit come first, then grave allegations that one unnamed source alone stands for, what else
    such a source says of a person and somebody denies, each with its denials, what else is alleged of people by nobody
    who is named, other denials, votes, other decisions that no longer fit, what the program is not sure of, and the
    rest. Each decision is put behind what its file holds, at once.

    With “people”, walk through pairs of people who may be one person instead; with “organizations”, through bodies.
    """
    settings = settings_of(mkdocs_yml)
    into = _review_file(file, settings)
    made = refreshed(settings)
    tell_notes(made.reviewed.notes)
    review = Review(
        story=made.story,
        reviewed=made.reviewed,
        decisions=made.decisions,
        own_ids=made.own_ids,
        articles=made.articles,
        grave_words=settings.publish.grave_words,
        listed=made.listed,
        file=into,
    )
    walk = WALKS[what](review)
    if walk.left():
        into.check()
    yield from made.errors
    if not walk.left():
        click.echo(NOTHING_LEFT[what], err=True)
        return
    by = by or _asked_for()
    try:
        walk.run(by=by, on=datetime.date.today())
    finally:
        click.echo(f"\n{into.name}: decisions added: {review.made}; left to review: {walk.left()}", err=True)


def _asked_for() -> str:
    """Who decides.

    Raises:
        GeneratorError: nobody says.
    """
    try:
        by = asking.line("Who decides, as readers see it")
    except EOFError:
        click.echo(err=True)
        by = ""
    if not by:
        raise GeneratorError("a decision says who made it", mend="add --by NAME")
    return by


def _review_file(file: Path | None, settings: Settings) -> ReviewFile:
    """The file that decisions go to; a bare name is that of one among the others."""
    path = settings.review_folder / (file or USUAL_FILE) if file is None or file == Path(file.name) else file
    schema = Path(os.path.relpath(settings.facts_folder / SCHEMAS / REVIEW, path.parent)).as_posix()
    first_line = f"# yaml-language-server: $schema={schema}"
    return ReviewFile(path, folder=settings.review_folder, project=settings.project, first_line=first_line)
