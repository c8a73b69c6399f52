"""Train everything that ships, from the corpora alone, each part on what the parts before it make of the articles.

python -m training    # some two hours on two cores
"""

import subprocess
import sys

from training import corpora

PARTS = ("pipeline", "attribution", "cues", "stacking", "speakers", "replies", "confidence")


def main() -> None:
    """Run each part's own command in turn, each in a process of its own: it is to load what the last one wrote."""
    corpora.require_shared()
    for part in PARTS:
        print(f"training.{part}", flush=True)
        subprocess.run([sys.executable, "-m", f"training.{part}"], check=True)


if __name__ == "__main__":
    main()
