"""Weights learnt from annotated news: the names of what is true of a thing come in, how likely it is goes out."""

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "weights"
FURTHEST = 30.0


def likelihood(model: str, features: Iterable[str]) -> float:
    """Between 0 and 1, by the weights of `weights/<model>.json`; a feature that was never learnt weighs nothing."""
    return 1 / (1 + math.exp(-max(min(_total(model, features), FURTHEST), -FURTHEST)))


def shares(model: str, choices: Sequence[Iterable[str]]) -> list[float]:
    """How likely each of several choices is the right one, adding up to 1."""
    raised = [math.exp(max(min(_total(model, features), FURTHEST), -FURTHEST)) for features in choices]
    return [one / sum(raised) for one in raised]


def _total(model: str, features: Iterable[str]) -> float:
    weights = _weights(model)
    return sum(weights.get(feature, 0.0) for feature in features)


@cache
def _weights(model: str) -> dict[str, float]:
    found: dict[str, float] = json.loads((FOLDER / f"{model}.json").read_text(encoding="utf-8"))
    return found
