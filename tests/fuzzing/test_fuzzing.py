"""Each target of `python -m tests.fuzzing`, for a fixed number of runs; by hand it is run for longer."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUNS = {"readers": 400, "loaders": 1000, "words": 60, "pages": 1}


@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed: it has wheels for Linux only")
@pytest.mark.parametrize("target", RUNS)
def test_nothing_breaks(target: str) -> None:
    command = [sys.executable, "-m", "tests.fuzzing", target, "--runs", str(RUNS[target])]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    assert "Done " in done.stderr
