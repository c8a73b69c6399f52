"""Claims, the tagger: a parsed article with its quotations comes in, who is read to say what goes out.

What the rules find by grammar this finds by likeness to annotated news; `stacking` weighs the two against each other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generator.extract.claims.tagger_net import CONTENT, NO_CUE, OF_MIND, OF_WORDS, SOURCE, Net, from_disk
from generator.extract.claims.tagger_pairs import pairs_of
from generator.extract.claims.tagger_tokens import Floats, Tokens
from generator.extract.document import Document
from generator.extract.quotation import Quotation

MODEL = Path(__file__).parent / "tagger_model"
LEAST_CUE = 0.03
"""Below this a token is no cue, and nothing is read around it."""
MOST_CUES = 1_000
"""Cues that are read at once: what is made of one and what stands around it takes a quarter of a megabyte."""
LIKELY_SOURCE = 0.2
SHARE_OF_PEAK = 0.5
LIKELY_CONTENT = 0.5
WIDEST_GAP = 3
LEAST_SHARE = 0.25
Run = tuple[int, int]
"""Tokens of the article, end exclusive."""


@dataclass(frozen=True, kw_only=True)
class TaggedClaim:
    """A claim as the tagger reads it: the token that is its cue, and the tokens of its source and its content."""

    cue: int
    source: Run | None
    content: tuple[Run, ...]


@dataclass(frozen=True, kw_only=True)
class Tagging:
    """What the tagger makes of an article: how likely each token is a cue, and the parts of the claim around each."""

    tokens: Tokens
    cues: Floats
    """Of each token: how likely it is no cue, a cue of words, a cue of what somebody thinks or wants."""
    near: Mapping[int, tuple[int, Floats]]
    """By cue: the first token read around it, and what each from there on is likely to be."""

    def cue_in(self, start: int, end: int) -> int:
        """The likeliest cue of some tokens."""
        return start if end == start + 1 else min(range(start, end), key=self._unlikely.__getitem__)

    def said(self, cue: int) -> float:
        """How likely a token introduces what somebody said or wrote."""
        return float(self.cues[cue, OF_WORDS])

    def minded(self, cue: int) -> float:
        """How likely a token introduces what somebody thinks, wants or holds of a thing."""
        return float(self.cues[cue, OF_MIND])

    @cached_property
    def claims(self) -> Mapping[int, TaggedClaim]:
        """The claim of each cue that has any content, by its cue."""
        read = (self._claim(cue) for cue in self.near)
        return {claim.cue: claim for claim in read if claim.content}

    def content_support(self, cue: int, content: tuple[Run, ...]) -> float:
        """How far a content is what a cue leads to expect: the overlap (Jaccard) that its words are likely to have."""
        first, sums = self._expected[cue]
        size, inside, past = 0, 0.0, 0
        for start, end in sorted(content):
            size += self._words_before[end] - self._words_before[start]
            begin, past = max(start - first, past), max(min(end - first, len(sums) - 1), past)
            inside += sums[past] - sums[min(begin, past)]
        return inside / max(1.0, size + sums[-1] - inside)

    def source_support(self, cue: int, source: Run | None) -> float:
        """How likely the tokens of a source are one, or how likely it is that there is none."""
        first, likely = self.near[cue][0], self._sources[cue]
        if source is None:
            return 1.0 - max(likely, default=0.0)
        inside = likely[max(source[0] - first, 0) : max(source[1] - first, 0)]
        return sum(inside) / len(inside) if inside else 0.0

    def words(self, content: tuple[Run, ...]) -> set[int]:
        """The tokens of a content that are words."""
        return {start + at for start, end in content for at in self._is_word[start:end].nonzero()[0].tolist()}

    @cached_property
    def claimed_words(self) -> Mapping[int, set[int]]:
        """By cue, the tokens of its claim's content that are words."""
        return {cue: self.words(claim.content) for cue, claim in self.claims.items()}

    @cached_property
    def _unlikely(self) -> list[float]:
        """By token, how likely it is no cue."""
        return list(self.cues[:, NO_CUE].tolist())

    @cached_property
    def _sources(self) -> Mapping[int, list[float]]:
        """By cue, how likely each token around it is its source."""
        return {cue: roles[:, SOURCE].tolist() for cue, (_, roles) in self.near.items()}

    @cached_property
    def _is_word(self) -> npt.NDArray[np.bool_]:
        doc = self.tokens.doc
        keys = doc.to_array("ORTH").tolist()
        known = {key: doc.vocab.strings[key][0].isalnum() for key in set(keys)}
        return np.fromiter(map(known.__getitem__, keys), dtype=np.bool_, count=len(keys))

    @cached_property
    def _words_before(self) -> list[int]:
        """By token, how many of those before it are words."""
        return list(accumulate(self._is_word.tolist(), initial=0))

    @cached_property
    def _expected(self) -> Mapping[int, tuple[int, list[float]]]:
        """By cue: the first token read around it, and how many words before each from there on are likely content."""
        found = {}
        for cue, (first, roles) in self.near.items():
            likely = roles[:, CONTENT] * self._is_word[first : first + len(roles)]
            found[cue] = first, list(accumulate(likely.tolist(), initial=0.0))
        return found

    def _claim(self, cue: int) -> TaggedClaim:
        first, roles = self.near[cue]
        source = _source(self.tokens, first, roles[:, SOURCE])
        return TaggedClaim(cue=cue, source=source, content=_content(self.tokens, first, roles[:, CONTENT], cue))


@cache
def shipped_net() -> Net:
    """The network that ships with the package."""
    return from_disk(MODEL)


def read_tagging(document: Document, quotations: tuple[Quotation, ...], net: Net) -> Tagging:
    """Read an article that the shipped pipeline parsed, from whose own network the tagger goes on."""
    tokens = Tokens(document.doc, quotations, net.cue_words)
    reading, cue_scores = net.read_tokens(tokens)
    cues = np.flatnonzero(cue_scores[:, NO_CUE] <= 1 - LEAST_CUE)
    near: dict[int, tuple[int, Floats]] = {}
    for some in np.split(cues, range(MOST_CUES, len(cues), MOST_CUES)) if len(cues) else []:
        pairs = pairs_of(tokens, some)
        roles = net.read_pairs(reading, pairs)
        for cue, (start, end) in zip(some.tolist(), pairwise(pairs.bounds.tolist()), strict=True):
            near[cue] = int(pairs.token[start]), roles[start:end]
    return Tagging(tokens=tokens, cues=cue_scores, near=near)


def _source(tokens: Tokens, first: int, likely: Floats) -> Run | None:
    """The run of likely tokens that is likeliest as a whole; beside a likely one those much less so are none."""
    runs = list(_stretches(likely, max(LIKELY_SOURCE, SHARE_OF_PEAK * float(likely.max(initial=0.0))), 1))
    if not runs:
        return None
    start, end = max(runs, key=lambda run: float(likely[run[0] : run[1]].sum()))
    start, end = _trimmed(tokens, first + start, first + end)
    if start < end and tokens.doc[end - 1].tag_ == "PRP":
        start = end - 1  # nothing stands before a pronoun in its phrase
    return (start, end) if start < end else None


def _content(tokens: Tokens, first: int, likely: Floats, cue: int) -> tuple[Run, ...]:
    """The likeliest run on either side of a cue, a slight one left out, with the whole of a quotation mostly in it."""
    sides = []
    for start, end in ((0, cue - first), (cue - first + 1, len(likely))):
        runs = [
            (start + one, start + other) for one, other in _stretches(likely[start:end], LIKELY_CONTENT, WIDEST_GAP)
        ]
        if runs:
            weight, run = max((float(likely[run[0] : run[1]].sum()), run) for run in runs)
            sides.append((weight, (first + run[0], first + run[1])))
    most = max((weight for weight, _ in sides), default=0.0)
    kept = [run for weight, run in sides if weight >= LEAST_SHARE * most]
    pieces = sorted({_trimmed(tokens, *piece) for run in kept for piece in _with_quotations(tokens, run, cue)})
    return tuple((start, end) for start, end in pieces if start < end)


def _with_quotations(tokens: Tokens, run: Run, cue: int) -> Iterator[Run]:
    start, end = run
    quotation_of = tokens.quotation_of
    for quotation in sorted(set(quotation_of[start:end].tolist()) - {0, int(quotation_of[cue])}):
        places = np.flatnonzero(quotation_of == quotation)
        inside = (places >= start) & (places < end)
        if inside.sum() * 2 >= len(places) or inside[-1 if places[-1] < cue else 0]:
            start, end = min(start, int(places[0])), max(end, int(places[-1]) + 1)
    yield from [(start, cue), (cue + 1, end)] if start <= cue < end else [(start, end)]


def _stretches(likely: Floats, least: float, gap: int) -> Iterator[Run]:
    """Runs of tokens that are likely enough, with gaps up to so many tokens closed."""
    start, end = -1, -1
    for place in np.flatnonzero(likely >= least).tolist():
        if start >= 0 and place - end > gap:
            yield start, end
            start = -1
        start, end = place if start < 0 else start, place + 1
    if start >= 0:
        yield start, end


def _trimmed(tokens: Tokens, start: int, end: int) -> Run:
    """A run without the white space, marks and commas at its ends."""
    while start < end and tokens.is_mark[start]:
        start += 1
    while end > start and tokens.is_mark[end - 1]:
        end -= 1
    return start, end
