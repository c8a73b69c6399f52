"""Learn how far each cue is to be believed: annotated news comes in, `generator/extract/claims/weights.json` goes out.

    python -m training.cues            # learn from all training articles
    python -m training.cues --folds 5  # measure on articles that were not learnt from; nothing is written

Every possible attribution that the rules find is an example; it is a right one where a gold claim has much the same
content. A logistic regression with L2 regularisation weighs what is true of it.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.quoting import content_spans
from generator.extract.claims.reading import read_drafts
from generator.extract.claims.weighing import WEIGHTS, features, is_reported
from generator.extract.document import Document
from generator.extract.findings import Spans
from generator.extract.language import load_language
from generator.extract.times import find_times
from training import corpora
from training.attribution_gold import read_articles

FOLDERS = ("news-facts/train", "press-train")
LEAST_SEEN = 3
STRENGTH = 0.5
STEPS = 300
RATE = 0.1
ALIKE = 0.5
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Example:
    """What is true of a possible attribution, whether it is a right one, and the article it stands in."""

    features: tuple[str, ...]
    right: bool
    article: int


def read_examples() -> Iterator[Example]:
    """Every possible attribution of the training articles."""
    nlp = load_language()
    articles = [article for folder in FOLDERS for article in read_articles(folder)]
    for number, article in enumerate(articles):
        document = Document(nlp(article.text))
        gold = [_places(claim.content) for claim in article.claims]
        for draft in read_drafts(document, find_quotations(document), find_times(document)):
            if is_reported(draft):
                words = _places(content_spans(draft))
                right = any(len(words & one) >= ALIKE * len(words | one) for one in gold)
                yield Example(features=tuple(features(draft)), right=right, article=number)


def _places(spans: Spans) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """The weights of the features that are seen often enough."""
    seen = Counter(feature for example in examples for feature in set(example.features))
    columns = {feature: at for at, feature in enumerate(sorted(f for f, count in seen.items() if count >= LEAST_SEEN))}
    table = np.zeros((len(examples), len(columns)), dtype=np.float32)
    for row, example in enumerate(examples):
        table[row, [columns[f] for f in example.features if f in columns]] = 1
    right = np.array([example.right for example in examples], dtype=np.float32)
    return dict(zip(columns, _fit(table, right).round(3).tolist(), strict=True))


def _fit(table: Floats, right: Floats) -> Floats:
    """Logistic regression by Adam over the whole table."""
    weights = np.zeros(table.shape[1], dtype=np.float32)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        likely = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (likely - right) + STRENGTH * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-6)
    return weights


def measure(examples: Sequence[Example], folds: int) -> None:
    """Print precision and recall, of the right examples, at several thresholds on articles that were not learnt from."""
    likely = np.zeros(len(examples))
    for fold in range(folds):
        weights = learn([example for example in examples if example.article % folds != fold])
        for at, example in enumerate(examples):
            if example.article % folds == fold:
                likely[at] = 1 / (1 + np.exp(-sum(weights.get(f, 0.0) for f in example.features)))
    right = np.array([example.right for example in examples])
    for threshold in (0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7):
        kept = likely >= threshold
        print(f"{threshold}: {kept.sum()} kept, precision {right[kept].mean():.3f}, recall {right[kept].sum() / right.sum():.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    corpora.require_shared()
    examples = list(read_examples())
    if options.folds:
        measure(examples, options.folds)
        return
    weights = {feature: weight for feature, weight in learn(examples).items() if weight}
    WEIGHTS.write_text(json.dumps(weights, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
