"""Extraction, trained reading of claims: the small network itself, the same for training and for reading.

It reads every token once, says which are cues, and then reads the tokens around each cue again: which of them are its
source and which its content.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from generator.extract.claims.tagger_features import Pairs, Places, Tokens, Values

if TYPE_CHECKING:
    from thinc.api import Model

Floats = npt.NDArray[np.float32]
WIDTH = 64
TOKEN_WIDTHS = (48, 32, 16, 12, 16, 16, 16, 32, 16, 24, 24, 8, 16, 16, 16, 16)
TOKEN_DEPTH = 4
PAIR_DEPTH = 3
NOTHING, SOURCE, CONTENT, CUE = range(4)
TENSOR = 96


def number(columns: Values, vocabularies: list[Values]) -> Places:
    """Each value by its place in its column's sorted vocabulary, counted from 1; 0 for a value never learnt."""
    numbers = np.zeros(columns.shape, dtype=np.int64)
    for at, known in enumerate(vocabularies):
        places = np.searchsorted(known, columns[:, at])
        places[places == len(known)] = 0
        numbers[:, at] = np.where(known[places] == columns[:, at], places + 1, 0)
    return numbers


@dataclass(frozen=True)
class Net:
    """The five parts of the network and the values they know."""

    token_values: list[Values]
    pair_values: list[Values]
    cue_words: Mapping[int, int]
    parts: "dict[str, Model[Any, Any]]"

    def read_tokens(self, tokens: Tokens) -> tuple[Floats, Floats]:
        """What the network makes of each token, and how likely each is the head of a cue."""
        known = self.parts["embed"].predict(number(tokens.columns(), self.token_values))
        reading = self.parts["encode"].predict(np.hstack([known, tokens.doc.tensor]))
        return reading, self.parts["is_cue"].predict(reading)[:, 1]

    def read_pairs(self, reading: Floats, pairs: Pairs) -> Floats:
        """How likely each token near a cue is nothing, source, content or part of the cue."""
        from thinc.api import Ragged

        by_cue = self.parts["by_cue"].predict(reading[pairs.cues])
        rows = reading[pairs.token] + np.repeat(by_cue, np.diff(pairs.bounds), axis=0)
        rows += self.parts["pair"].predict(number(pairs.columns(), self.pair_values))
        roles: Floats = self.parts["role"].predict(Ragged(rows, np.diff(pairs.bounds).astype("i"))).data
        return roles


def build(token_values: list[Values], pair_values: list[Values], cue_words: Mapping[int, int]) -> Net:
    """A network that has learnt nothing yet."""
    from thinc.api import Embed, Linear, Maxout, Softmax, add, chain, clone, concatenate, expand_window, residual, with_array

    def layer(ragged: bool, dropout: float) -> "Model[Any, Any]":
        mix: Model[Any, Any] = Maxout(nO=WIDTH, nI=3 * WIDTH, nP=3 if not ragged else 2, normalize=True, dropout=dropout)
        return residual(chain(expand_window(1), with_array(mix) if ragged else mix))

    embeds = [Embed(wide, len(known) + 1, column=at) for at, (wide, known) in enumerate(zip(TOKEN_WIDTHS, token_values, strict=True))]
    first: Model[Any, Any] = Maxout(nO=WIDTH, nI=sum(TOKEN_WIDTHS) + TENSOR, nP=3, normalize=True, dropout=0.2)
    parts: dict[str, Model[Any, Any]] = {
        "embed": concatenate(*embeds),
        "encode": chain(first, clone(layer(False, 0.2), TOKEN_DEPTH)),
        "is_cue": Softmax(2, WIDTH),
        "by_cue": Linear(WIDTH, WIDTH),
        "pair": add(*[Embed(WIDTH, len(known) + 1, column=at) for at, known in enumerate(pair_values)]),
        "role": chain(clone(layer(True, 0.2), PAIR_DEPTH), with_array(Softmax(4, WIDTH))),
    }
    return Net(token_values, pair_values, cue_words, parts)
