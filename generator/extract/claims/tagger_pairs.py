"""Claims, what the tagger sees around a cue: an article's tokens and cues come in, values for pairs of both go out."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.extract.claims.tagger_tokens import DEEPEST, Places, Tokens, Values, mixed

MOST_BEFORE = MOST_AFTER = 80
"""Tokens on either side of a cue that are read."""
FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True)
class Pairs:
    """Every token near a cue, paired with it: row by row the cue and the token; the rows of a cue stand together."""

    tokens: Tokens
    cues: Places
    bounds: Places
    cue: Places
    token: Places

    def columns(self) -> Values:
        """How each token lies to its cue: how far, through which relations, and what stands between."""
        norm, lemma, _, _, tag, pos, dep, _, sent = self.tokens.array.T
        strings = self.tokens.doc.vocab.strings
        after = self.token > self.cue
        steps = np.abs(self.token - self.cue)
        distance = mixed(
            np.where(steps < 6, steps, 4 + np.floor(2 * np.log2(np.maximum(steps, 1))).astype(np.int64)), after
        )
        up, down, from_token, from_cue = self._relation()
        path = mixed(np.minimum(up, 3), np.minimum(down, 3), from_token, from_cue)
        quotes = self.tokens.quotation_of
        between = self._between(sent == 1)
        quoted = mixed(quotes[self.token] > 0, quotes[self.cue] > 0, quotes[self.token] == quotes[self.cue], after)
        commas = self._between(norm == strings[","])
        verbs = self._between(np.isin(tag, [strings[form] for form in FINITE]))
        colon = self._between((norm == strings[":"]) | (norm == strings[";"]))
        marks = self._between(np.diff(quotes, append=0) != 0)
        breaks = self._between(pos == strings["SPACE"])
        that = self._between(norm == strings["that"])
        rows = (
            *(distance, path),
            mixed(path, lemma[self.cue]),
            mixed(from_token, up == 0, tag[self.cue]),
            mixed(quoted, np.minimum(marks, 3), np.minimum(between, 2)),
            mixed(np.minimum(commas, 3), np.minimum(verbs, 2), after),
            mixed(np.minimum(colon, 1), np.minimum(breaks, 1), np.minimum(between, 3), after),
            mixed(np.minimum(that, 1), after, pos[self.token]),
            mixed(lemma[self.cue], after, tag[self.token]),
            mixed(dep[self.token], down == 0, np.minimum(up, 2), pos[self.cue]),
            mixed(dep[self.cue], after, np.minimum(between, 1), np.minimum(verbs, 2)),
        )
        return np.stack([row.astype(np.uint64) for row in rows]).T

    def _between(self, counted: npt.NDArray[np.bool_]) -> Places:
        """How many of some tokens stand from the nearer to the further of a pair, the first left out."""
        sums = np.cumsum(counted)
        between: Places = np.abs(sums[self.token] - sums[self.cue])
        return between

    def _relation(self) -> tuple[Places, Places, Values, Values]:
        """The way from token to cue in the parse: steps up, steps down, and the relation at the top of either side."""
        heads, depths = self.tokens.heads, self.tokens.depths
        dep = np.append(self.tokens.array[:, 6], np.uint64(0))
        top = len(heads) - 1
        one, other = self.token.copy(), self.cue.copy()
        up, down = np.zeros_like(one), np.zeros_like(one)
        last_one, last_other = np.full_like(one, top), np.full_like(one, top)
        for _ in range(2 * DEEPEST):
            apart = one != other
            if not apart.any():
                break
            rise = apart & (depths[one] >= depths[other])
            sink = apart & ~rise
            last_one[rise], last_other[sink] = one[rise], other[sink]
            one[rise], other[sink] = heads[one[rise]], heads[other[sink]]
            up += rise
            down += sink
        return up, down, dep[last_one], dep[last_other]


def pairs_of(tokens: Tokens, cues: Places) -> Pairs:
    """Pair each cue with the tokens of its paragraph, and of the next one where a colon ends its own."""
    paragraphs = tokens.paragraph_of.tolist()
    windows = [_window(tokens, paragraphs, cue) for cue in cues.tolist()]
    sizes = np.array([end - start for start, end in windows], dtype=np.int64)
    token = (
        np.concatenate([np.arange(start, end) for start, end in windows]) if windows else np.zeros(0, dtype=np.int64)
    )
    return Pairs(tokens, cues, np.concatenate([[0], np.cumsum(sizes)]), np.repeat(cues, sizes), token)


def _window(tokens: Tokens, paragraphs: Sequence[int], cue: int) -> tuple[int, int]:
    start, end = (bisect_left(paragraphs, paragraphs[cue] + further) for further in (0, 1))
    last = end - 1
    while last > cue and tokens.doc[last].is_space:
        last -= 1
    if tokens.doc[last].text == ":" and end < len(paragraphs):
        end = bisect_left(paragraphs, paragraphs[end] + 1)
    return max(start, cue - MOST_BEFORE), min(end, cue + MOST_AFTER + 1)
