"""Measure extraction: the measuring corpora come in, one table of the shared scorers' figures goes out.

python -m training.evaluate                         # the table, with the figures that were last kept in brackets
python -m training.evaluate --keep                  # and keep these figures, in the model card too
python -m training.evaluate --errors KIND [FOLDER]  # what was missed, invented and wrong, in context, and no table
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.articles import read_article
from generator.extract import find
from generator.extract.as_json import as_json
from generator.model.article import Article
from training import corpora, errors, facts_card
from training.gold import annotated_articles
from training.matching import KINDS, pairs

TOOLS = corpora.SHARED / "tools"
POLNEAR = corpora.CORPORA / "polnear-dev"
MOST_BYTES = 2_000_000
GOLD_FACTS = ("news-facts/dev", "press-dev")
POLNEAR_LINE = re.compile(r"^ {2}(?P<name>J0\.5|e2e|cue|source|direct|indirect|mixed) .*$", re.MULTILINE)
FIGURE = {"source": re.compile(r"overlap\s+([\d.]+)"), None: re.compile(r"F1\s+([\d.]+)")}
Figures = dict[str, float]


def extract_all(articles: Iterable[Article], out: Path) -> None:
    """Write one line of JSON for each article, as `explainer extract --json` prints it."""
    with out.open("w", encoding="utf-8") as lines:
        for article in articles:
            lines.write(json.dumps(as_json(article, find(article)), ensure_ascii=False) + "\n")


def run(tool: str, *arguments: str | Path) -> str:
    """Run one of the shared tools; return what it prints."""
    command = [sys.executable, str(TOOLS / tool), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def facts_scores(folder: str, scratch: Path) -> dict[str, Figures]:
    """Score all kinds of facts against a folder of gold facts."""
    predictions = scratch / "facts.jsonl"
    extract_all((article for article, _ in annotated_articles(folder)), predictions)
    return dict(json.loads(run("score_facts.py", corpora.CORPORA / folder, predictions, "--json")))


def polnear_scores(scratch: Path) -> Figures:
    """Score who said what against PolNeAR: F1 of each measure and mode, and how many sources are right, from 0 to 1."""
    predictions, folder = scratch / "polnear.jsonl", scratch / "polnear"
    texts = sorted((POLNEAR / "text").glob("*.txt"))
    extract_all((read_article(path, limit=MOST_BYTES) for path in texts), predictions)
    run("polnear_predictions.py", predictions, folder)
    told = run("score_polnear.py", "--pred", folder, "--gold", POLNEAR / "attributions", "--text", POLNEAR / "text")
    return {line["name"]: _figure(line["name"], line[0]) for line in POLNEAR_LINE.finditer(told)}


def _figure(name: str, line: str) -> float:
    found = FIGURE.get(name, FIGURE[None]).search(line)
    assert found is not None, f"no figure in {line!r}"
    return round(float(found[1]) / 100, 3)


def measure() -> dict[str, dict[str, Figures]]:
    """All figures: for each gold folder and kind of fact, each figure by its name."""
    with tempfile.TemporaryDirectory() as scratch:
        scores = {folder: facts_scores(folder, Path(scratch)) for folder in GOLD_FACTS}
        return {**scores, "polnear-dev": {"claims": polnear_scores(Path(scratch))}}


def table(scores: Mapping[str, Mapping[str, Figures]], before: Mapping[str, Any]) -> str:
    """The scores as Markdown, in per cent, a line for each gold folder and kind; those kept before in brackets."""
    rows = ["| gold | kind | figures (before) |", "|---|---|---|"]
    for folder, kinds in scores.items():
        for kind, figures in kinds.items():
            kept = before.get(folder, {}).get(kind, {})
            told = (
                _beside(name, value, kept.get(name)) for name, value in figures.items() if name not in facts_card.RAW
            )
            rows.append(f"| {folder} | {kind} | {' · '.join(told)} |")
    return "\n".join(rows)


def _beside(name: str, value: float, before: float | None) -> str:
    return f"{name} {100 * value:.1f}" + ("" if before is None else f" ({100 * before:.1f})")


def error_lines(kind: str, folder: str) -> Iterator[str]:
    """What extraction got wrong of one kind in a folder of annotated articles."""
    for article, gold in annotated_articles(folder):
        prediction = as_json(article, find(article))
        yield from errors.report(kind, article.id, article.text, pairs(gold, prediction, article.text))


def main() -> None:
    """Extract, score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--errors", choices=KINDS, metavar="KIND")
    parser.add_argument("folder", nargs="?", choices=(*GOLD_FACTS, *corpora.TRAINED_ON), default=GOLD_FACTS[0])
    options = parser.parse_args()
    corpora.require_shared()
    if options.errors:
        for line in error_lines(options.errors, options.folder):
            print(line)
        return
    scores = measure()
    print(table(scores, facts_card.kept()))
    if options.keep:
        facts_card.keep(scores, GOLD_FACTS)


if __name__ == "__main__":
    main()
