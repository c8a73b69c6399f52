"""Claims, the tagger's layers for reading alone: rows go through the trained layers; twice as fast as thinc's own.

What training needs on the way back is left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.extract.claims.tagger_tokens import Floats, Places

if TYPE_CHECKING:
    from thinc.api import Model

TINY = np.float32(1e-8)


@dataclass(frozen=True, kw_only=True)
class Layer:
    """A maxout layer with its norm: the best of several linear readings of a row, brought to a like size."""

    weights: Floats
    """One column for each reading of each value, first readings first; the last row is the bias."""
    scale: Floats
    shift: Floats

    def read(self, rows: Floats) -> Floats:
        """What the layer makes of rows, which end in a one for the bias."""
        width = len(self.scale)
        readings = rows @ self.weights
        best: Floats = np.maximum(readings[:, :width], readings[:, width : 2 * width])
        for start in range(2 * width, readings.shape[1], width):
            np.maximum(best, readings[:, start : start + width], out=best)
        best -= best @ np.full((width, 1), 1 / width, dtype=np.float32)
        spread = np.einsum("ij,ij->i", best, best) / np.float32(width) + TINY
        best *= (1 / np.sqrt(spread))[:, None]
        best *= self.scale
        best += self.shift
        return best


def layers_of(part: "Model[Any, Any]") -> list[Layer]:
    """The maxout layers of a trained part, in their order."""
    nodes = [node for node in part.walk(order="dfs_pre") if node.name in ("maxout", "layernorm")]
    return [_layer(maxout, norm) for maxout, norm in zip(nodes[::2], nodes[1::2], strict=True)]


def _layer(maxout: "Model[Any, Any]", norm: "Model[Any, Any]") -> Layer:
    weights, bias = _array(maxout, "W").transpose(2, 1, 0), _array(maxout, "b").T
    return Layer(
        weights=np.vstack([weights.reshape(len(weights), -1), bias.reshape(1, -1)]),
        scale=_array(norm, "G"),
        shift=_array(norm, "b"),
    )


def deeper(rows: Floats, layers: Sequence[Layer], starts: Places) -> Floats:
    """Rows after layers that each add what they make of a row and its two neighbours.

    Args:
        starts: the rows that begin a sequence of their own, the first aside.
    """
    width = rows.shape[1]
    beside = np.zeros((len(rows), 3 * width + 1), dtype=np.float32)
    beside[:, -1] = 1
    for layer in layers:
        beside[1:, :width] = rows[:-1]
        beside[:, width : 2 * width] = rows
        beside[:-1, 2 * width : -1] = rows[1:]
        beside[starts, :width] = 0
        beside[starts - 1, 2 * width : -1] = 0
        read = layer.read(beside)
        read += rows
        rows = read
    return rows


def tables_of(part: "Model[Any, Any]") -> list[Floats]:
    """The vectors of a part's columns, in their order."""
    return [_array(node, "E") for node in part.walk(order="dfs_pre") if node.name == "embed"]


def _array(node: "Model[Any, Any]", name: str) -> Floats:
    return np.asarray(node.get_param(name), dtype=np.float32)
