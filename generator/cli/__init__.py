"""Layer 4: the command `explainer`, one module for each of its commands; the only part that prints or exits.

Results go to standard output, messages and progress to standard error. Exit codes: 0, 1 (something to mend), 2 (usage).
"""

import click

from generator import __version__
from generator.cli.add import add
from generator.cli.check import check
from generator.cli.diff import diff
from generator.cli.export import export
from generator.cli.extract import extract
from generator.cli.init import init
from generator.cli.merge import merge
from generator.cli.review import review
from generator.cli.tell import tell


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="explainer")
def main() -> None:
    """Facts from news articles: who is who, what happened, who said what, what was voted on."""


for command in (init, add, extract, review, check, diff, tell, merge, export):
    main.add_command(command)
