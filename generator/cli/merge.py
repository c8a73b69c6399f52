"""Layer 4, `explainer merge`: a review file as two branches have it comes in, the decisions of both go out, for git."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.command import mendable
from generator.errors import GeneratorError, ReviewError
from generator.facts.files import write_if_changed
from generator.facts.merged import merged

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("base", type=FILE)
@click.argument("ours", type=FILE)
@click.argument("theirs", type=FILE)
@mendable
def merge(base: Path, ours: Path, theirs: Path) -> Iterator[GeneratorError]:
    """Merge the decisions that two branches added to a review file into OURS.

    After `git config merge.explainer.driver 'explainer merge %O %A %B'`, `git merge` does so by itself. Where a branch
    changed older decisions, OURS is merged line by line, and marks show where a person has to see to it.
    """
    whole = merged(base.read_bytes(), ours.read_bytes(), theirs.read_bytes())
    if whole is not None:
        write_if_changed(ours, whole)
        return
    labels = (part for label in ("ours", "base", "theirs") for part in ("-L", label))
    subprocess.run(["git", "merge-file", "--diff3", *labels, ours, base, theirs], check=False)
    problem = "not only were decisions added on both branches, older ones were changed"
    yield ReviewError(problem, mend="look at the whole file, and keep every decision")
