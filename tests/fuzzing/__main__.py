"""`python -m tests.fuzzing [TARGET] [--runs N]`: fuzzes one target, or each after the other in its own process."""

import argparse
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

RUNS = {"readers": 20_000, "loaders": 50_000, "words": 20_000, "pages": 200}
"""The targets, and how many inputs each is given by hand."""
LONGEST = 2048  # bytes of an input


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("target", nargs="?", choices=RUNS)
    parser.add_argument("--runs", type=int)
    chosen = parser.parse_args()
    if chosen.target:
        fuzz(chosen.target, chosen.runs or RUNS[chosen.target])
    for target in RUNS:
        runs = ["--runs", str(chosen.runs)] if chosen.runs else []
        subprocess.run([sys.executable, "-m", "tests.fuzzing", target, *runs], check=True)


def fuzz(target: str, runs: int) -> None:
    """Give a target so many inputs; ends the process, and leaves the input that broke it, if one did, in a file."""
    import atheris

    with atheris.instrument_imports(include=["generator"]):
        module = import_module(f"tests.fuzzing.{target}")
    folder = tempfile.mkdtemp(prefix="explainer-fuzzing-")
    for number, seed in enumerate(module.SEEDS):
        (Path(folder) / str(number)).write_bytes(seed)
    options = [f"-runs={runs}", f"-max_len={LONGEST}", "-seed=1", "-timeout=60", f"-artifact_prefix={folder}/"]
    atheris.Setup([sys.argv[0], *options, folder], module.target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
