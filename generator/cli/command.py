"""Layer 4, commands: what every command shares: the site it works on, how it tells what is to mend, how far it is."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from functools import partial, wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from generator.alone import alone
from generator.errors import GeneratorError, from_system
from generator.model.review import Note
from generator.refresh import Refreshed, refresh
from generator.settings import Settings, load_settings

P = ParamSpec("P")
T = TypeVar("T")
MKDOCS_YML = Path("mkdocs.yml")

site_option = click.option(
    "-f",
    "--config-file",
    "mkdocs_yml",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's mkdocs.yml, where it is not in this folder.",
)


def mendable(command: Callable[P, Iterator[GeneratorError]]) -> Callable[P, None]:
    """A command that yields what is to mend, as one that says each and exits with 1 if there was any."""

    @wraps(command)
    def wrapped(*args: P.args, **options: P.kwargs) -> None:
        told = 0
        for problem in _with_the_last(command(*args, **options)):
            click.echo(problem, err=True)
            told += 1
        if told:
            sys.exit(1)

    return wrapped


def _with_the_last(problems: Iterator[GeneratorError]) -> Iterator[GeneratorError]:
    """The problems, and after them the one that stopped the command."""
    try:
        yield from problems
    except GeneratorError as problem:
        yield problem
    except BrokenPipeError:
        raise  # Whoever read the output has gone; click ends the command quietly.
    except OSError as problem:
        yield from_system(problem)


def with_bar(items: Iterable[T], total: int) -> Iterator[T]:
    """The items, with a bar on standard error that shows how many came, how fast, and the time left.

    There is none where nobody watches.
    """
    console = Console(stderr=True)
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn(compact=True))
    # Results may be piped elsewhere while the bar is watched: rich must leave standard output alone.
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, disable=not console.is_terminal
    ) as bar:
        yield from bar.track(items, total=total)


class _Rate(ProgressColumn):
    """How many came in a second, of late."""

    def render(self, task: Task) -> Text:
        return Text("" if task.speed is None else f"{task.speed:.1f}/s", style="progress.data.speed")


def tell_notes(notes: Iterable[Note]) -> None:
    """Say what there is to know and nothing to mend."""
    for note in notes:
        click.echo(note, err=True)


def refreshed(settings: Settings) -> Refreshed:
    """The site's facts, up to date, while no other process writes them; a bar shows how far the reading is."""
    with alone_in(settings):
        return refresh(settings, progress=with_bar)


def alone_in(settings: Settings) -> AbstractContextManager[None]:
    """Keeps other processes from building the site meanwhile; says so where one has to be waited for."""
    return alone(settings.project, partial(click.echo, err=True))


def settings_of(mkdocs_yml: Path | None) -> Settings:
    """The settings of the site that `--config-file` names, or of the one in this folder."""
    return load_settings(mkdocs_yml or MKDOCS_YML)
