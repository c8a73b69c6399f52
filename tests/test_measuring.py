"""Measuring: pairs of annotated and found facts are those of the shared scorer, and errors are told in context."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from generator.extract import find
from generator.extract.as_json import as_json
from training import corpora, errors
from training.gold import annotated_articles
from training.matching import KINDS, Pair, pairs

ARTICLES = 12

pytestmark = pytest.mark.skipif(not corpora.CORPORA.is_dir(), reason="needs the folder ../shared")


@pytest.mark.model
@pytest.mark.corpora
def test_facts_are_paired_as_the_shared_scorer_pairs_them(tmp_path: Path) -> None:
    found: list[Pair] = []
    with (tmp_path / "found.jsonl").open("w", encoding="utf-8") as lines:
        for (article, gold), _ in zip(annotated_articles("press-train"), range(ARTICLES), strict=False):
            prediction = as_json(article, find(article))
            lines.write(json.dumps(prediction) + "\n")
            found += pairs(gold, prediction, article.text)
            (tmp_path / "articles").mkdir(exist_ok=True)
            (tmp_path / "facts").mkdir(exist_ok=True)
            name = f"{article.id}.yml"
            (tmp_path / "facts" / name).write_bytes((corpora.CORPORA / "press-train" / "facts" / name).read_bytes())
            (tmp_path / "articles" / article.path).write_text(f"---\n---\n{article.text}", encoding="utf-8")
    tool = str(corpora.SHARED / "tools" / "score_facts.py")
    command = [sys.executable, tool, str(tmp_path), str(tmp_path / "found.jsonl"), "--json"]
    scored = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    counted = Counter((pair.kind, bool(pair.gold), bool(pair.found)) for pair in found)
    for kind in KINDS:
        ours = [counted[kind, True, True], counted[kind, False, True], counted[kind, True, False]]
        assert ours == [scored[kind][name] for name in ("tp", "fp", "fn")], kind
    wrong = Counter(thing for pair in found if pair.kind == "claims" for thing in pair.wrong)
    together = counted["claims", True, True]
    assert scored["claims"]["mode"] == pytest.approx(1 - wrong["mode"] / together, abs=0.001)
    assert scored["claims"]["attribution"] == pytest.approx(1 - wrong["attribution"] / together, abs=0.001)


def test_errors_are_told_with_the_words_around_them() -> None:
    text = "Mr Ek said the plan was dead. He denied it."
    gold = {"cue": "said", "content": "the plan was dead", "source": "Mr Ek"}
    found = {"cue": [[33, 39]], "content": [[40, 42]], "spans": []}
    told = list(
        errors.report(
            "claims",
            "one",
            text,
            [
                Pair(kind="claims", gold=gold, found=None),
                Pair(kind="claims", gold=None, found=found, at=0),
                Pair(kind="votes", gold={"motion": "a vote"}, found=None),
            ],
        )
    )
    assert told == [
        "one: missed “said”\n    …Mr Ek said [[the plan was dead]]. He denied it.…",
        "one: invented a claim\n    …Mr Ek said the plan was dead. He denied [[it]].…",
    ]
