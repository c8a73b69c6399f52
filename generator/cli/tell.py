"""Layer 4, `explainer tell`: a file of facts comes in, its records go out in words, for git to compare."""

from collections.abc import Iterator
from pathlib import Path

import click

from generator.cli.command import mendable
from generator.cli.telling import safe
from generator.errors import FactsError, GeneratorError
from generator.facts.kinds import prefix_of
from generator.facts.snapshot import Records, records_of
from generator.facts.telling import KINDS, in_words, names_in, sentence
from generator.model.labels import label

AROUND = 3
"""How many lines git shows before a change, unless it is told otherwise."""


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@mendable
def tell(file: Path) -> Iterator[GeneratorError]:
    """Tell a FILE of facts in words, record by record; a file that cannot be read so is shown as it is.

    After `git config diff.explainer.textconv 'explainer tell'`, `git diff` compares these words.
    """
    content = file.read_bytes()
    try:
        lines = _lines(records_of(content, str(file)))
    except FactsError:  # Half a merge, say: git wants to show it all the same.
        lines = iter(content.decode(errors="replace").splitlines())
    click.echo("".join(f"{line}\n" for line in lines), nl=False)
    yield from ()


def _lines(records: Records) -> Iterator[str]:
    """Each record: its id, what it says, and its fields.

    git names above a change the last id that stands before the lines that it shows around it: hence the space below.
    """
    names = names_in(records)
    for key, record in records.items():
        yield from (key, *[""] * AROUND)
        yield f"  {KINDS[prefix_of(key)]}: {safe(sentence(record, names))}"
        for field, value in record.model_dump(mode="json", by_alias=True, exclude={"id"}).items():
            values = value if isinstance(value, list) else [value]
            yield from (f"  {label(field)}: {safe(in_words(one, names))}" for one in values if one is not None)
