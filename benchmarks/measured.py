"""Measured commands: a command comes in, it is run as users run it, and what it took goes out."""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

WATCH = """
import json, resource, subprocess, sys, time
begun = time.perf_counter()
code = subprocess.call(sys.argv[2:])
passed = time.perf_counter() - begun
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as told:
    json.dump([used.ru_utime + used.ru_stime, passed, used.ru_maxrss], told)
sys.exit(code)
"""
"""Runs a command from a small process: one that a large process starts counts that one's memory as its own."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """What a command took.

    Attributes:
        processor: seconds of all processors, those of its own subprocesses too. Another program that runs at the same
            time changes it less than `passed`.
        passed: seconds on the clock.
        memory: the most memory that it held at once, in MiB; its subprocesses' is not in it.
        said: what it printed on standard output.
    """

    processor: float
    passed: float
    memory: float
    said: str


def run(*command: str, cwd: Path, **environment: str) -> Run:
    """Run one of this environment's commands (`mkdocs`, `explainer`).

    Raises:
        RuntimeError: the command failed; what it said is in the message.
    """
    program = str(Path(sys.executable).with_name(command[0]))
    # As where it was installed, each module is compiled once and not for each run.
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "", **environment}
    with tempfile.NamedTemporaryFile("r") as told:
        watched = [sys.executable, "-c", WATCH, told.name, program, *command[1:]]
        done = subprocess.run(watched, cwd=cwd, env=variables, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{' '.join(command)} in {cwd}: {done.stderr}")
        processor, passed, memory = json.load(told)
    return Run(processor=processor, passed=passed, memory=memory / 1024, said=done.stdout)
