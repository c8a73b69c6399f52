"""Train the claim tagger: annotated news comes in, `generator/extract/claims/tagger_model/` goes out.

    python -m training.attribution    # some two minutes on one core

It learns from what the shipped pipeline makes of the articles, so it is to be trained again whenever that is.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from thinc.api import Adam, Optimizer, Ragged, fix_random_seed

from generator.extract.claims.tagger import MODEL
from generator.extract.claims.tagger_net import OF_WORDS, WEIGHTS, Net, build, number
from generator.extract.claims.tagger_tokens import Floats, Places, Values
from generator.extract.language import load_language, pipeline_version
from training import corpora
from training.attribution_examples import Example, example, read_cue_words
from training.attribution_gold import read_articles


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """How the tagger learns.

    Attributes:
        epochs: times that every article is read.
        rate: the highest learning rate; it rises over `warm_up` steps and falls to nothing over the rest.
        batch: articles a step.
        forgetting: share of the values that are hidden at random, so that no single one is relied on.
        least_token, least_pair: how often a value must occur to be learnt at all.
        cue_weight, role_weight: what a token counts for in learning cues, and in learning what stands around them.
    """

    seed: int = 1
    epochs: int = 10
    rate: float = 0.002
    warm_up: int = 100
    batch: int = 2
    forgetting: float = 0.1
    least_token: int = 3
    least_pair: int = 6
    cue_weight: float = 1 / 20
    role_weight: float = 1 / 40


def read_examples(cue_words: dict[int, int]) -> list[Example]:
    """Every training article as the shipped pipeline reads it."""
    nlp = load_language()
    return [example(article, nlp(article.text), cue_words) for article in read_articles()]


def vocabularies(columns: Sequence[Values], least: int) -> list[Values]:
    """The values of each column that occur often enough, sorted."""
    whole = np.concatenate(columns)
    counted = (np.unique(whole[:, at], return_counts=True) for at in range(whole.shape[1]))
    return [values[counts >= least] for values, counts in counted]


def train(examples: Sequence[Example], cue_words: dict[int, int], recipe: Recipe) -> Net:
    """Learn from examples."""
    fix_random_seed(recipe.seed)
    rng = np.random.default_rng(recipe.seed)
    net = build(
        vocabularies([one.tokens for one in examples], recipe.least_token),
        vocabularies([one.pair_values for one in examples], recipe.least_pair),
        cue_words,
    )
    for part in net.parts.values():
        part.initialize()
    numbered = [(number(one.tokens, net.token_values), number(one.pair_values, net.pair_values)) for one in examples]
    optimizer = Adam(recipe.rate, use_averages=True)
    steps, step = recipe.epochs * -(-len(examples) // recipe.batch), 0
    for epoch in range(recipe.epochs):
        losses = np.zeros(2)
        for batch in np.array_split(rng.permutation(len(examples)), -(-len(examples) // recipe.batch)):
            step += 1
            for at in batch.tolist():
                seen, near = (_forget(values, recipe.forgetting, rng) for values in numbered[at])
                losses += learn(net, examples[at], seen, near, recipe)
            optimizer.learn_rate = recipe.rate * min(step / recipe.warm_up, 1.0) * (1 - step / (steps + 1))
            for part in net.parts.values():
                part.finish_update(optimizer)
        print(f"epoch {epoch + 1}: cues {losses[0]:.0f}, roles {losses[1]:.0f}", flush=True)
    _average(net, optimizer)
    return net


def _forget(values: Places, share: float, rng: np.random.Generator) -> Places:
    return np.where(rng.random(values.shape) < share, 0, values)


def learn(net: Net, one: Example, seen: Places, near: Places, recipe: Recipe) -> Places:
    """Work out how wrong the network is on one article and which way to change it; return the two losses."""
    parts, pairs = net.parts, one.pairs
    known, back_embed = parts["embed"].begin_update(seen)
    reading, back_encode = parts["encode"].begin_update(np.hstack([known, one.tensor]))
    cue, back_cue = parts["is_cue"].begin_update(reading)
    slope = back_cue((cue - _wanted(cue, one)) * recipe.cue_weight)
    losses = [_loss(cue[~one.unknown], one.is_cue[~one.unknown]), 0.0]
    if len(pairs.cues):
        sizes = np.diff(pairs.bounds).astype("i")
        by_cue, back_by_cue = parts["by_cue"].begin_update(reading[pairs.cues])
        pair, back_pair = parts["pair"].begin_update(near)
        rows = reading[pairs.token] + np.repeat(by_cue, sizes, axis=0) + pair
        role, back_role = parts["role"].begin_update(_ragged(rows, sizes))
        wrong = role.data - np.eye(4, dtype=np.float32)[one.roles]
        back = back_role(_ragged(wrong * recipe.role_weight, sizes)).data
        back_pair(back)
        np.add.at(slope, pairs.token, back)
        np.add.at(slope, pairs.cues, back_by_cue(np.add.reduceat(back, pairs.bounds[:-1], axis=0)))
        losses[1] = _loss(role.data, one.roles)
    back_embed(np.ascontiguousarray(back_encode(slope)[:, : known.shape[1]]))
    return np.array(losses)


def _wanted(cue: Floats, one: Example) -> Floats:
    """What each token should be; where nobody has looked for what is thought, only that it is no cue of words."""
    wanted = np.eye(3, dtype=np.float32)[one.is_cue]
    either = cue[one.unknown].copy()
    either[:, OF_WORDS] = 0
    wanted[one.unknown] = either / either.sum(axis=1, keepdims=True)
    return wanted


def _ragged(rows: Any, sizes: Any) -> Ragged:
    """Rows of which `sizes` says how many belong to each cue."""
    return Ragged(rows, sizes)


def _loss(likely: Any, right: Places) -> float:
    return float(-np.log(likely[np.arange(len(right)), right] + 1e-9).sum())


def _average(net: Net, optimizer: Optimizer) -> None:
    """Put each weight's running average in its place, which reads unseen articles better than the last step's."""
    averages = optimizer.averages or {}
    for part in net.parts.values():
        for node in part.walk():
            for name in node.param_names:
                if (node.id, name) in averages:
                    node.set_param(name, averages[(node.id, name)])


def ship(net: Net) -> None:
    """Write the network beside a note of which pipeline's analyses it was trained on."""
    net.to_disk(MODEL)
    digest = hashlib.sha256((MODEL / WEIGHTS).read_bytes()).hexdigest()
    note = {"pipeline": pipeline_version(), "sha256": digest}
    (MODEL / "meta.json").write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    corpora.require_shared()
    cue_words = read_cue_words(load_language().vocab.strings)
    ship(train(read_examples(cue_words), cue_words, Recipe()))


if __name__ == "__main__":
    main()
