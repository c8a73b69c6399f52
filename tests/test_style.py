"""How the code looks: typed throughout, linted, formatted, and no file or function longer than one reads at once."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FILE, LONGEST_FUNCTION = 400, 60
CODE = sorted(path for folder in ("generator", "training", "tests") for path in (ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("command", ["ruff check", "ruff format --check", "mypy", "mypy -p training"])
def test_the_tool_finds_nothing_to_mend(command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_and_its_functions_can_be_read_at_once(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef))
    assert len(text.splitlines()) <= LONGEST_FILE
    assert [one.name for one in functions if (one.end_lineno or 0) - one.lineno >= LONGEST_FUNCTION] == []
