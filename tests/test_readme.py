"""README's commands are the ones that are run: by CI, and by whoever reads it."""

import re
import textwrap
from pathlib import Path

import pytest
from click import Context

from generator.cli import main
from generator.facts import read_review
from generator.model.words import ReviewOp
from generator.settings import OPTIONS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\n(.+?)\n```$", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("command", COMMANDS)
def test_ci_runs_the_commands_of_the_readme(command: str) -> None:
    assert command in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()


def test_there_are_two_commands() -> None:
    assert len(COMMANDS) == 2


def test_there_is_an_example_of_every_decision(tmp_path: Path) -> None:
    examples = [
        textwrap.dedent(one) for one in re.findall(r"^ *```yaml\n(.+?)\n *```$", README, re.MULTILINE | re.DOTALL)
    ]
    decided = "\n".join(one for one in examples if re.search(r"\bop: ", one))
    (tmp_path / "desk.yml").write_text(decided, encoding="utf-8")
    decisions, errors = read_review(tmp_path)
    assert errors == ()
    assert {placed.decision.op for placed in decisions} == set(ReviewOp)


@pytest.mark.parametrize("name", main.list_commands(Context(main)))
def test_every_command_and_option_is_named(name: str) -> None:
    options = [word for option in main.commands[name].params for word in option.opts if word.startswith("--")]
    assert [words for words in (f"explainer {name}", *options) if words not in README] == []


@pytest.mark.parametrize("option", OPTIONS)
def test_every_setting_is_named(option: str) -> None:
    assert f"    {option}: " in README


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
