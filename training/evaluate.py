"""Measure extraction: the measuring corpora come in, one table of the shared scorers' figures goes out.

python -m training.evaluate
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.articles import read_article
from generator.extract import find
from generator.extract.as_json import as_json
from training import corpora

TOOLS = corpora.SHARED / "tools"
POLNEAR = corpora.CORPORA / "polnear-dev"
MOST_BYTES = 2_000_000
GOLD_FACTS = ("news-facts/dev", "press-dev")


def extract_all(paths: Iterable[Path], out: Path) -> None:
    """Write one line of JSON for each article, as `explainer extract --json` prints it."""
    with out.open("w", encoding="utf-8") as lines:
        for path in paths:
            article = read_article(path, limit=MOST_BYTES)
            lines.write(json.dumps(as_json(article, find(article)), ensure_ascii=False) + "\n")


def run(tool: str, *arguments: str | Path) -> str:
    """Run one of the shared tools; return what it prints."""
    command = [sys.executable, str(TOOLS / tool), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def facts_scores(folder: str, scratch: Path) -> dict[str, Any]:
    """Score all kinds of facts against a folder of gold facts."""
    predictions = scratch / "facts.jsonl"
    extract_all(sorted((corpora.CORPORA / folder / "articles").glob("*.md")), predictions)
    return dict(json.loads(run("score_facts.py", corpora.CORPORA / folder, predictions, "--json")))


def polnear_scores(scratch: Path) -> str:
    """Score who said what against PolNeAR; return the scorer's own report."""
    predictions, folder = scratch / "polnear.jsonl", scratch / "polnear"
    extract_all(sorted((POLNEAR / "text").glob("*.txt")), predictions)
    run("polnear_predictions.py", predictions, folder)
    return run("score_polnear.py", "--pred", folder, "--gold", POLNEAR / "attributions", "--text", POLNEAR / "text")


def table(scores: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """Set the scores as Markdown, in per cent: a line for each gold folder and kind of fact."""
    rows = ["| gold | kind | P | R | F1 | right, of those found |", "|---|---|---|---|---|---|"]
    for folder, kinds in scores.items():
        for kind, figures in kinds.items():
            found = [f"{100 * figures[name]:.1f}" for name in ("P", "R", "F1")]
            rest = [name for name in figures if name not in ("P", "R", "F1", "tp", "fp", "fn")]
            right = ", ".join(f"{name} {100 * figures[name]:.0f}" for name in rest)
            rows.append(f"| {folder} | {kind} | {' | '.join(found)} | {right} |")
    return "\n".join(rows)


def main() -> None:
    """Extract, score and print."""
    corpora.require_shared()
    with tempfile.TemporaryDirectory() as scratch:
        print(table({folder: facts_scores(folder, Path(scratch)) for folder in GOLD_FACTS}))
        print("\npolnear-dev, who said what:\n")
        print(polnear_scores(Path(scratch)))


if __name__ == "__main__":
    main()
