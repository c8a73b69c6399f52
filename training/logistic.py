"""Logistic regression with L2 regularisation: examples of named features come in, a weight for each goes out."""

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.extract.claims.logistic import FOLDER
from training import corpora

LEAST_SEEN = 3
STRENGTH = 3.0
STEPS = 300
RATE = 0.1
THRESHOLDS = (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7)
Floats = npt.NDArray[np.floating]


@dataclass(frozen=True, kw_only=True)
class Example:
    """What is true of a thing, whether it is a right one, and the number of the article that it stands in."""

    features: tuple[str, ...]
    right: bool
    article: int


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of the features that are seen often enough, less those that round to nothing."""
    seen = Counter(feature for example in examples for feature in set(example.features))
    columns = {feature: at for at, feature in enumerate(sorted(f for f, count in seen.items() if count >= LEAST_SEEN))}
    table = np.zeros((len(examples), len(columns)), dtype=np.float32)
    for row, example in enumerate(examples):
        table[row, [columns[feature] for feature in example.features if feature in columns]] = 1
    right = np.array([example.right for example in examples], dtype=np.float32)
    weights = zip(columns, _descend(table, lambda scores: _likely(scores) - right).round(3).tolist(), strict=True)
    return {feature: weight for feature, weight in weights if weight}


def _likely(scores: Floats) -> Floats:
    likely: Floats = 1 / (1 + np.exp(-np.clip(scores, -30, 30)))
    return likely


def _descend(table: Floats, slope_of: Callable[[Floats], Floats]) -> Floats:
    """Adam over the whole table; `slope_of` gives the loss's slope at each row's score."""
    weights: Floats = np.zeros(table.shape[1], dtype=np.float32)
    first: Floats
    second: Floats
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = table.T @ slope_of(table @ weights) + STRENGTH * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-6)
    return weights


def held_out(examples: Sequence[Example], folds: int) -> npt.NDArray[np.float64]:
    """How likely each example is, by weights learnt from the articles of the other folds."""
    likely = np.zeros(len(examples))
    for fold in range(folds):
        weights = learn([example for example in examples if example.article % folds != fold])
        for at, example in enumerate(examples):
            if example.article % folds == fold:
                likely[at] = 1 / (1 + np.exp(-sum(weights.get(feature, 0.0) for feature in example.features)))
    return likely


def learn_or_report(
    read: Callable[[], Iterable[Example]],
    model: str,
    about: str | None,
    tell: Callable[[Sequence[Example], int], None],
) -> None:
    """The command of a script that learns likelihoods: write the weights, or with `--folds N` only measure."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    corpora.require_shared()
    examples = list(read())
    if options.folds:
        tell(examples, options.folds)
        return
    text = json.dumps(learn(examples), indent=0, sort_keys=True, ensure_ascii=False)
    (FOLDER / f"{model}.json").write_text(text + "\n", encoding="utf-8")


def report(examples: Sequence[Example], folds: int) -> None:
    """Print precision and recall of the right examples at several thresholds, on articles that were not learnt from."""
    likely = held_out(examples, folds)
    right = np.array([example.right for example in examples])
    for threshold in THRESHOLDS:
        kept = likely >= threshold
        precision, recall = right[kept].mean(), right[kept].sum() / right.sum()
        print(f"{threshold}: {kept.sum()} kept, precision {precision:.3f}, recall {recall:.3f}")
