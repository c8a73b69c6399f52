"""Claims, the tagger's network, the same for training and for reading: described tokens come in, likelihoods go out.

It reads every token once, says which are cues, and then reads the tokens around each cue again: which of them are its
source and which its content.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from generator.extract.claims.tagger_layers import Layer, deeper, layers_of, tables_of
from generator.extract.claims.tagger_pairs import Pairs
from generator.extract.claims.tagger_tokens import Floats, Places, Tokens, Values

if TYPE_CHECKING:
    from thinc.api import Model

WIDTH = 64
TOKEN_WIDTHS = (48, 32, 16, 12, 16, 16, 16, 32, 16, 24, 24, 8, 16, 16, 16, 16)
TOKEN_DEPTH = 4
PAIR_DEPTH = 3
DROPOUT = 0.2
NOTHING, SOURCE, CONTENT, CUE = range(4)
NO_CUE, OF_WORDS, OF_MIND = range(3)
"""What a token introduces: nothing, what somebody said or wrote, or what somebody thinks, wants or holds of a thing."""
TOKEN_COLUMNS, PAIR_COLUMNS = len(TOKEN_WIDTHS), 11
TENSOR = 96
WEIGHTS = "weights.npz"
NOWHERE = np.zeros(0, dtype=np.int64)


def number(columns: Values, vocabularies: list[Values]) -> Places:
    """Each value by its place in its column's sorted vocabulary, counted from 1; 0 for a value never learnt."""
    numbers = np.zeros(columns.shape[::-1], dtype=np.int64)
    for at, known in enumerate(vocabularies):
        places = np.searchsorted(known, columns[:, at])
        places[places == len(known)] = 0
        numbers[at] = (places + 1) * (known[places] == columns[:, at])
    return numbers.T


@dataclass(frozen=True)
class Net:
    """The five parts of the network and the values they know."""

    token_values: list[Values]
    pair_values: list[Values]
    cue_words: Mapping[int, int]
    parts: "dict[str, Model[Any, Any]]"

    def read_tokens(self, tokens: Tokens) -> tuple[Floats, Floats]:
        """What the network makes of each token, and how likely each is the head of a cue of either kind."""
        numbers = number(tokens.columns(), self.token_values)
        known = [table.take(numbers[:, at], axis=0) for at, table in enumerate(self._tables["embed"])]
        ones = np.ones((len(numbers), 1), dtype=np.float32)
        first, *deep = self._layers["encode"]
        reading = deeper(first.read(np.hstack([*known, tokens.doc.tensor, ones])), deep, NOWHERE)
        return reading, self.parts["is_cue"].predict(reading)

    def read_pairs(self, reading: Floats, pairs: Pairs) -> Floats:
        """How likely each token near a cue is nothing, source, content or part of the cue."""
        by_cue = self.parts["by_cue"].predict(reading[pairs.cues])
        rows = reading.take(pairs.token, axis=0) + np.repeat(by_cue, np.diff(pairs.bounds), axis=0)
        numbers = number(pairs.columns(), self.pair_values)
        for at, table in enumerate(self._tables["pair"]):
            rows += table.take(numbers[:, at], axis=0)
        rows = deeper(rows, self._layers["role"], pairs.bounds[1:-1])
        roles: Floats = self.parts["role"].layers[-1].layers[0].predict(rows)
        return roles

    @cached_property
    def _layers(self) -> dict[str, list[Layer]]:
        """The layers of the two parts that have many, for reading: training is over when they are first asked for."""
        return {name: layers_of(self.parts[name]) for name in ("encode", "role")}

    @cached_property
    def _tables(self) -> dict[str, list[Floats]]:
        return {name: tables_of(self.parts[name]) for name in ("embed", "pair")}

    def to_disk(self, folder: Path) -> None:
        """Write the network as half-precision numbers; `folder` is made if need be."""
        folder.mkdir(parents=True, exist_ok=True)
        arrays: dict[str, npt.NDArray[Any]] = {
            f"weights-{at}": node.get_param(name).astype(np.float16)
            for at, (node, name) in enumerate(_parameters(self.parts))
        }
        for kind, vocabularies in (("token", self.token_values), ("pair", self.pair_values)):
            arrays |= {f"{kind}-{at}": values for at, values in enumerate(vocabularies)}
        arrays["cue-words"] = np.array(sorted(self.cue_words), dtype=np.uint64)
        arrays["cue-grades"] = np.array([self.cue_words[word] for word in sorted(self.cue_words)], dtype=np.uint8)
        np.savez_compressed(folder / WEIGHTS, **arrays)  # type: ignore[arg-type]


def _parameters(parts: "dict[str, Model[Any, Any]]") -> Iterator[tuple[Any, str]]:
    """Every parameter of the network, always in the same order."""
    for part in parts.values():
        for node in part.walk():
            for name in node.param_names:
                yield node, name


def from_disk(folder: Path) -> Net:
    """Read a network that `to_disk` wrote."""
    with np.load(folder / WEIGHTS) as arrays:
        token_values = [arrays[f"token-{at}"] for at in range(TOKEN_COLUMNS)]
        pair_values = [arrays[f"pair-{at}"] for at in range(PAIR_COLUMNS)]
        cue_words = dict(zip(arrays["cue-words"].tolist(), arrays["cue-grades"].tolist(), strict=True))
        net = build(token_values, pair_values, cue_words)
        for at, (node, name) in enumerate(_parameters(net.parts)):
            node.set_param(name, arrays[f"weights-{at}"].astype(np.float32))
    return net


def build(token_values: list[Values], pair_values: list[Values], cue_words: Mapping[int, int]) -> Net:
    """A network that has learnt nothing yet."""
    from thinc.api import use_ops

    # NumPy's own matrix product is three times as fast here as the one that thinc prefers.
    with use_ops("numpy", use_blis=False):
        return Net(token_values, pair_values, cue_words, _parts(token_values, pair_values))


def _parts(token_values: list[Values], pair_values: list[Values]) -> "dict[str, Model[Any, Any]]":
    from thinc import api

    def layer(ragged: bool) -> "Model[Any, Any]":
        mix: Model[Any, Any] = api.Maxout(
            nO=WIDTH, nI=3 * WIDTH, nP=3 if not ragged else 2, normalize=True, dropout=DROPOUT
        )
        return api.residual(api.chain(api.expand_window(1), api.with_array(mix) if ragged else mix))

    embeds: list[Model[Any, Any]] = [
        api.Embed(wide, len(known) + 1, column=at)
        for at, (wide, known) in enumerate(zip(TOKEN_WIDTHS, token_values, strict=True))
    ]
    first: Model[Any, Any] = api.Maxout(nO=WIDTH, nI=sum(TOKEN_WIDTHS) + TENSOR, nP=3, normalize=True, dropout=DROPOUT)
    return {
        "embed": api.concatenate(*embeds),
        "encode": api.chain(first, api.clone(layer(False), TOKEN_DEPTH)),
        "is_cue": api.Softmax(3, WIDTH),
        "by_cue": api.Linear(WIDTH, WIDTH),
        "pair": api.add(*[api.Embed(WIDTH, len(known) + 1, column=at) for at, known in enumerate(pair_values)]),
        "role": api.chain(api.clone(layer(True), PAIR_DEPTH), api.with_array(api.Softmax(4, WIDTH))),
    }
