"""Extraction, trained reading of claims: a parsed article with its quotations comes in, who is read to say what goes out.

What the rules find by grammar this finds by likeness to annotated news; `find_claims` weighs the two against each other.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from generator.extract.claims.tagger_features import Pairs, Places, Tokens, pairs_of
from generator.extract.claims.tagger_net import CONTENT, SOURCE, Floats, Net, number
from generator.extract.document import Document
from generator.extract.quotation import Quotation

MODEL = Path(__file__).parent / "tagger_model"
LIKELY_CUE = 0.2
LIKELY_SOURCE = 0.2
LIKELY_CONTENT = 0.5
WIDEST_GAP = 3
LEAST_SHARE = 0.25
Run = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class TaggedClaim:
    """A claim as the tagger reads it, in token places: `source` and the pieces of `content` are [start, end)."""

    cue: int
    source: Run | None
    content: tuple[Run, ...]
    cue_score: float
    source_score: float
    content_score: float


def read_claims(net: Net, tokens: Tokens, least: float = LIKELY_CUE) -> list[TaggedClaim]:
    """Every cue that is likely enough, with its source and content."""
    reading, cue_scores = net.read_tokens(tokens)
    cues = np.flatnonzero(cue_scores >= least)
    if not len(cues):
        return []
    pairs = pairs_of(tokens, cues)
    roles = net.read_pairs(reading, pairs)
    found = []
    for at, cue in enumerate(cues.tolist()):
        rows = slice(pairs.bounds[at], pairs.bounds[at + 1])
        found.append(_claim(tokens, cue, float(cue_scores[cue]), int(pairs.token[rows.start]), roles[rows]))
    return [claim for claim in found if claim.content]


def _claim(tokens: Tokens, cue: int, score: float, first: int, roles: Floats) -> TaggedClaim:
    content = _pieces(tokens, first, roles[:, CONTENT], cue)
    source, source_score = _source(tokens, first, roles[:, SOURCE])
    likely = [float(roles[max(start - first, 0) : end - first, CONTENT].mean()) for start, end in content if start - first < len(roles)]
    return TaggedClaim(
        cue=cue, source=source, content=content, cue_score=score, source_score=source_score, content_score=max(likely, default=0.0)
    )


def _source(tokens: Tokens, first: int, likely: Floats) -> tuple[Run | None, float]:
    """The run of likely tokens that is likeliest as a whole."""
    runs = list(_stretches(likely, LIKELY_SOURCE, 1))
    if not runs:
        return None, 1.0 - float(likely.max(initial=0.0))
    start, end = max(runs, key=lambda run: float(likely[run[0] : run[1]].sum()))
    return _trimmed(tokens, first + start, first + end), float(likely[start:end].mean())


def _pieces(tokens: Tokens, first: int, likely: Floats, cue: int) -> tuple[Run, ...]:
    """The likeliest run of content, what goes on across the cue from it, and all of each quotation that is mostly content."""
    sides = []
    for start, end in ((0, cue - first), (cue - first + 1, len(likely))):
        runs = [(first + start + one, first + start + other) for one, other in _stretches(likely[start:end], LIKELY_CONTENT, WIDEST_GAP)]
        if runs:
            sides.append(max(runs, key=lambda run: float(likely[run[0] - first : run[1] - first].sum())))
    mass = [float(likely[start - first : end - first].sum()) for start, end in sides]
    kept = [run for run, weight in zip(sides, mass, strict=True) if weight >= LEAST_SHARE * max(mass)]
    pieces = sorted({_trimmed(tokens, *piece) for run in kept for piece in _with_quotations(tokens, run, cue)})
    return tuple(piece for piece in pieces if piece[0] < piece[1])


def _with_quotations(tokens: Tokens, run: Run, cue: int) -> Iterator[Run]:
    start, end = run
    numbers = tokens.quotation_of
    for number in {int(n) for n in numbers[start:end] if n and n != numbers[cue]}:
        places = np.flatnonzero(numbers == number)
        if ((places >= start) & (places < end)).sum() * 2 >= len(places):
            start, end = min(start, int(places[0])), max(end, int(places[-1]) + 1)
    cuts = [start, cue, end] if start <= cue < end else [start, end]
    yield from zip(cuts, cuts[1:], strict=False)


def _stretches(likely: Floats, least: float, gap: int) -> Iterator[Run]:
    """Runs of tokens that are likely enough, with gaps up to so many tokens closed."""
    places = np.flatnonzero(likely >= least)
    if not len(places):
        return
    cuts = np.flatnonzero(np.diff(places) > gap + 1)
    starts, ends = np.append(places[0], places[cuts + 1]), np.append(places[cuts], places[-1])
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        yield start, end + 1


def _trimmed(tokens: Tokens, start: int, end: int) -> Run:
    """A run without the white space, marks and commas at its ends."""
    doc = tokens.doc
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].is_punct):
        end -= 1
    return start, end
