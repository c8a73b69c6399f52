"""Keep the figures of extraction: scores come in, `figures.json` and a model card go out."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from string import Template
from typing import Any

from generator.extract import find
from generator.extract.as_json import as_json
from generator.model.words import Confidence
from training.confidence import is_right
from training.gold import annotated_articles
from training.matching import Fact, Pair, pairs

KEPT = Path(__file__).with_name("figures.json")
TEMPLATE = Path(__file__).with_name("facts_card.md")
CARD = Path(__file__).resolve().parent.parent / "generator" / "extract" / "MODEL_CARD.md"
RAW = ("tp", "fp", "fn")
STYLES = {"au": "Australian", "in": "Indian", "ca": "Canadian", "ke": "Kenyan"}
STYLE = re.compile(r"b\d+-([a-z]{2})-")
PASSIVE = re.compile(r"\b(is|was|are|were|been|being)\b")
NOUNS = re.compile(
    r"\b(claims?|allegations?|reports?|accusations?|statements?|suggestions?|calls?|warnings?|denials?)\b"
)
Scores = Mapping[str, Mapping[str, Mapping[str, float]]]


def kept() -> Mapping[str, Any]:
    """The figures that were kept last."""
    return dict(json.loads(KEPT.read_text(encoding="utf-8"))) if KEPT.exists() else {}


def keep(scores: Scores, folders: Sequence[str]) -> None:
    """Write the figures down, for the next table and for readers."""
    KEPT.write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")
    found = [(name, pair) for folder in folders for name, pair in _pairs(folder)]
    card = Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        figures="\n".join(_rows(scores)),
        styles="\n".join(_styles(found)),
        cues="\n".join(_cues(found)),
        grades="\n".join(_grades(found)),
    )
    CARD.write_text(card, encoding="utf-8")


def _pairs(folder: str) -> Iterator[tuple[str, Pair]]:
    """Every annotated and every found fact of a folder, with the style of the press it stands in."""
    for article, gold in annotated_articles(folder):
        code = STYLE.match(article.id)
        style = "Wikinews" if folder.startswith("news") else STYLES[code[1]] if code else "British"
        for pair in pairs(gold, as_json(article, find(article)), article.text):
            yield style, pair


def _rows(scores: Scores) -> Iterator[str]:
    for folder, kinds in scores.items():
        for kind, figures in kinds.items():
            told = " · ".join(f"{name} {100 * value:.0f}" for name, value in figures.items() if name not in RAW)
            yield f"| {folder} | {kind} | {told} |"


def _styles(found: Sequence[tuple[str, Pair]]) -> Iterator[str]:
    """A line for each style of press: precision and recall of each kind of fact."""
    by_style: dict[str, list[Pair]] = defaultdict(list)
    for style, pair in found:
        by_style[style].append(pair)
    for style, of_style in by_style.items():
        cells = (_both([p for p in of_style if p.kind == kind]) for kind in ("people", "roles", "claims", "votes"))
        yield f"| {style} | {' | '.join(cells)} |"


def _both(found: Sequence[Pair]) -> str:
    right = sum(1 for pair in found if pair.gold and pair.found)
    given, gold = sum(1 for pair in found if pair.found), sum(1 for pair in found if pair.gold)
    return f"{_share(right, given)} / {_share(right, gold)}"


def _cues(found: Sequence[tuple[str, Pair]]) -> Iterator[str]:
    """A line for each kind of cue: how many claims have it, how many of them are found."""
    gold, right = Counter[str](), Counter[str]()
    for _, pair in found:
        if pair.kind == "claims" and pair.gold:
            kind = _cue_kind(pair.gold)
            gold[kind] += 1
            right[kind] += pair.found is not None
    for kind, count in gold.most_common():
        yield f"| {kind} | {count} | {_share(right[kind], count)} |"


def _cue_kind(claim: Fact) -> str:
    cue = str(claim.get("cue") or "").lower()
    if not cue:
        return "none"
    if "according" in cue:
        return "according to"
    if NOUNS.search(cue):
        return "noun"
    if PASSIVE.search(cue):
        return "passive or with “be”"
    return "say" if re.search(r"\b(say|says|said|saying)\b", cue) else "other verb"


def _grades(found: Sequence[tuple[str, Pair]]) -> Iterator[str]:
    """A line for each kind of fact: how many have each grade, and how many of these are right."""
    for kind in dict.fromkeys(pair.kind for _, pair in found):
        cells = []
        for grade in Confidence:
            of_grade = [p for _, p in found if p.kind == kind and p.found and p.found["confidence"] == grade]
            cells.append(f"{_share(sum(map(is_right, of_grade)), len(of_grade))} of {len(of_grade)}")
        yield f"| {kind} | {' | '.join(cells)} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f}" if whole else "–"
