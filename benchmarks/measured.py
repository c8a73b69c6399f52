"""Measured commands: a command comes in, it is run as users run it, and what it took goes out."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


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
    program = Path(sys.executable).with_name(command[0])
    variables = os.environ | {"NO_MKDOCS_2_WARNING": "1", **environment}
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.perf_counter()
        process = subprocess.Popen([program, *command[1:]], cwd=cwd, env=variables, stdout=out, stderr=err)
        _, status, used = os.wait4(process.pid, 0)
        passed = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        if process.returncode != 0:
            raise RuntimeError(f"{' '.join(command)} in {cwd}: {err.read().decode(errors='replace')}")
        said = out.read().decode()
    return Run(processor=used.ru_utime + used.ru_stime, passed=passed, memory=used.ru_maxrss / 1024, said=said)
