"""README's commands are the ones that are run: by CI, and by whoever reads it."""

import re
from pathlib import Path

import pytest
from click import Context

from generator.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\n(.+?)\n```$", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_ci_runs_the_commands_of_the_readme(command: str) -> None:
    assert command in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_there_are_two_commands() -> None:
    assert len(COMMANDS) == 2


@pytest.mark.parametrize("name", main.list_commands(Context(main)))
def test_every_command_and_option_is_named(name: str) -> None:
    options = [option for parameter in main.commands[name].params for option in parameter.opts]
    assert [word for word in (f"explainer {name}", *options) if word.startswith("--") and word not in README] == []


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
