"""Weights learnt from annotated news: the names of what is true of a thing come in, how likely it is goes out."""

import json
import math
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat
from pathlib import Path

FOLDER = Path(__file__).parent / "weights"
FURTHEST = 30.0
NONE = "any "
"""How the features begin that speak for any of several choices, or for none."""


def likelihood(model: str, features: Iterable[str]) -> float:
    """Between 0 and 1, by the weights of `weights/<model>.json`; a feature that was never learnt weighs nothing."""
    return 1 / (1 + math.exp(-max(min(total(model, features), FURTHEST), -FURTHEST)))


def shares(model: str, common: Iterable[str], choices: Sequence[Iterable[str]]) -> list[float]:
    """How likely each of several choices is the right one; what is left to 1 is that none is.

    Args:
        common: what is true of all choices; in the weights these features begin with `NONE`.
        choices: what is true of each.
    """
    return shared(common_score(model, common), [total(model, features) for features in choices])


def common_score(model: str, common: Iterable[str]) -> float:
    """What the features that are true of all choices say for there being a right one."""
    return sum(map(_weights_of_any(model).get, common, repeat(0.0)))


def shared(base: float, scores: Sequence[float]) -> list[float]:
    """As `shares`, where the score of what is true of all choices and of each is known."""
    raised = [math.exp(max(min(base + score, FURTHEST), -FURTHEST)) for score in scores]
    return [one / (1 + sum(raised)) for one in raised]


def total(model: str, features: Iterable[str]) -> float:
    """The sum of the features' weights."""
    return sum(map(_weights(model).get, features, repeat(0.0)))


@cache
def _weights_of_any(model: str) -> dict[str, float]:
    """The weights of the features that are true of all choices, by the features without what marks them."""
    return {name.removeprefix(NONE): weight for name, weight in _weights(model).items() if name.startswith(NONE)}


@cache
def _weights(model: str) -> dict[str, float]:
    found: dict[str, float] = json.loads((FOLDER / f"{model}.json").read_text(encoding="utf-8"))
    return found
