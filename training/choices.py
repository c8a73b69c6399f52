"""Learn to choose one of several things or none: choices of named features come in, weights go out."""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from training import corpora

LEAST_SEEN = 3
STRENGTH = 8.0
STEPS = 120
RATE = 0.1
HIGHEST = 30.0
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
Floats = npt.NDArray[np.floating]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """Several things of which one or more or none is right, what is true of all and of each, and their article."""

    common: tuple[str, ...]
    features: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]
    article: int


def _summed(places: npt.NDArray[np.int64], values: Floats, size: int) -> Floats:
    """The sum of the values at each place."""
    return np.bincount(places, weights=values, minlength=size).astype(np.float64)


class _Rows:
    """Rows of named features, as the columns that each row has."""

    def __init__(self, rows: Iterable[Iterable[str]], columns: dict[str, int]) -> None:
        found = [[columns[name] for name in row if name in columns] for row in rows]
        self._at = np.array([at for row in found for at in row], dtype=np.int64)
        self._row = np.repeat(np.arange(len(found)), [len(row) for row in found])
        self._shape = (len(found), len(columns))

    def scores(self, weights: Floats) -> Floats:
        return _summed(self._row, weights[self._at], self._shape[0])

    def slopes(self, slope: Floats) -> Floats:
        return _summed(self._at, slope[self._row], self._shape[1])


def learn_choices(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights that give the right things, or none where none is right, the greatest share; the same at every run."""
    columns = _columns(choices)
    common = _Rows((choice.common for choice in choices), columns)
    each = _Rows((features for choice in choices for features in choice.features), columns)
    group = np.repeat(np.arange(len(choices)), [len(choice.features) for choice in choices])
    right = np.array([flag for choice in choices for flag in choice.right], dtype=np.float64)
    weights: Floats = np.zeros(len(columns))
    first: Floats = np.zeros(len(columns))
    second: Floats = np.zeros(len(columns))
    for step in range(1, STEPS + 1):
        slope = _slope(each.scores(weights) + common.scores(weights)[group], group, right)
        gradient = each.slopes(slope) + common.slopes(_summed(group, slope, len(choices))) + STRENGTH * weights
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-6)
    return {name: float(weight) for name, weight in zip(columns, weights.round(3), strict=True) if weight}


def _columns(choices: Sequence[Choice]) -> dict[str, int]:
    seen: Counter[str] = Counter()
    for choice in choices:
        seen.update(set(choice.common))
        seen.update(name for features in choice.features for name in set(features))
    return {name: at for at, name in enumerate(sorted(name for name, count in seen.items() if count >= LEAST_SEEN))}


def _slope(scores: Floats, group: npt.NDArray[np.int64], right: Floats) -> Floats:
    """The loss's slope at each thing's score: its share less the part that it has of the right ones' share."""
    raised = np.exp(np.clip(scores, -HIGHEST, HIGHEST))
    whole = 1 + np.bincount(group, weights=raised)
    found = np.bincount(group, weights=raised * right)[group]
    slope: Floats = raised / whole[group] - np.where(found > 0, raised * right / np.maximum(found, 1e-12), 0.0)
    return slope


def learn_or_report(read: Callable[[], list[Choice]], weights: Path, about: str | None) -> None:
    """The command of a script that learns choices: write the weights, or with `--folds N` only measure."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    corpora.require_shared()
    choices = read()
    if options.folds:
        report(choices, options.folds)
        return
    text = json.dumps(learn_choices(choices), indent=0, sort_keys=True, ensure_ascii=False)
    weights.write_text(text + "\n", encoding="utf-8")


def report(choices: Sequence[Choice], folds: int) -> None:
    """Print how often the likeliest thing is right, at several thresholds, on articles that were not learnt from."""
    likeliest: list[tuple[float, bool]] = []
    for fold in range(folds):
        weights = learn_choices([choice for choice in choices if choice.article % folds != fold])
        likeliest += [_likeliest(choice, weights) for choice in choices if choice.article % folds == fold]
    answers = sum(any(choice.right) for choice in choices)
    for threshold in THRESHOLDS:
        kept = [is_right for share, is_right in likeliest if share >= threshold]
        print(f"{threshold}: {len(kept)} kept, precision {np.mean(kept):.3f}, recall {sum(kept) / answers:.3f}")


def _likeliest(choice: Choice, weights: dict[str, float]) -> tuple[float, bool]:
    base = sum(weights.get(name, 0.0) for name in choice.common)
    scores = [base + sum(weights.get(name, 0.0) for name in features) for features in choice.features]
    raised = np.exp(np.clip(scores, -HIGHEST, HIGHEST))
    best = int(raised.argmax())
    return float(raised[best] / (1 + raised.sum())), choice.right[best]
