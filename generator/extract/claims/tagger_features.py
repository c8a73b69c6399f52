"""Extraction, trained reading of claims: a parsed article comes in, numbers that describe its tokens and pairs of tokens go out.

A value is any whole number that stands for a reading ("a past-tense verb after a subject"); what the values mean is
learnt, only their equality counts. Everything is worked out for the whole article at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from generator.extract.quotation import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Doc

Values = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]

MOST_BEFORE = MOST_AFTER = 80
DEEPEST = 40
MIX = np.uint64(0x9E3779B97F4A7C15)
CHILDREN = (
    "nsubj nsubj:pass csubj ccomp xcomp obj iobj obl mark parataxis aux aux:pass advcl cop compound:prt acl acl:relcl nmod:poss"
).split()
OUTSIDE, OPENING, INSIDE, CLOSING = range(4)


def mixed(*values: npt.NDArray[np.generic]) -> Values:
    """One value for each combination of values."""
    whole = np.zeros(len(values[0]), dtype=np.uint64)
    for value in values:
        whole = (whole ^ value.astype(np.uint64)) * MIX
        whole ^= whole >> np.uint64(29)
    return whole


@dataclass(frozen=True)
class Tokens:
    """A parsed article as arrays with one row a token."""

    doc: "Doc"
    quotations: tuple[Quotation, ...]
    cue_words: Mapping[int, int]
    """How common a word is as a cue, in a few grades, by spaCy's hash of its norm."""

    @cached_property
    def array(self) -> Values:
        """spaCy's own attributes of every token."""
        from spacy.attrs import DEP, HEAD, LEMMA, NORM, POS, SENT_START, SHAPE, SUFFIX, TAG

        return np.asarray(self.doc.to_array([NORM, LEMMA, SUFFIX, SHAPE, TAG, POS, DEP, HEAD, SENT_START]), dtype=np.uint64)

    @cached_property
    def heads(self) -> Places:
        """Each token's head; the head of a sentence's root is a place after the last token, and so is that place's own."""
        here = np.arange(len(self.doc), dtype=np.int64)
        heads = here + self.array[:, 7].astype(np.int64)
        heads[heads == here] = len(here)
        return np.append(heads, len(here))

    @cached_property
    def depths(self) -> Places:
        """How many steps up to the place above all sentences."""
        depths = np.zeros(len(self.heads), dtype=np.int64)
        above = self.heads
        for _ in range(DEEPEST):
            more = above < len(self.doc)
            if not more.any():
                break
            depths[more] += 1
            above = self.heads[above]
        depths[:-1] += 1
        return depths

    @cached_property
    def quotation_of(self) -> Places:
        """The quotation each token stands in, counted from 1; 0 for none."""
        starts = np.array([token.idx for token in self.doc], dtype=np.int64)
        inside = np.zeros(len(starts), dtype=np.int64)
        for number, quotation in enumerate(self.quotations, 1):
            for start, end in quotation.pieces:
                inside[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = number
        return inside

    @cached_property
    def paragraph_of(self) -> Places:
        """The paragraph each token stands in; a line break ends one."""
        breaks = np.array(["\n" in token.text for token in self.doc], dtype=np.int64)
        return np.cumsum(breaks) - breaks

    def columns(self) -> Values:
        """What describes each token by itself, in its sentence and beside quotations."""
        norm, lemma, suffix, shape, tag, pos, dep, _, sent = self.array.T
        heads = self.heads[:-1]
        head = np.minimum(heads, len(heads) - 1)
        root = heads == len(self.doc)
        children, subject = self._below()
        quoting = self._quoting()
        grade = np.array([self.cue_words.get(word, 0) for word in norm.tolist()], dtype=np.uint64)
        side = np.where(root, 2, heads > np.arange(len(heads)))
        rows = (
            norm, lemma, suffix, shape, tag, dep, quoting,
            mixed(lemma[head], dep, root), mixed(pos[head], dep, side), mixed(children, pos), mixed(subject, children & 1, pos),
            mixed(sent, shape), mixed(quoting, tag), mixed(grade, tag), mixed(grade[head], dep, grade > 3), mixed(grade, children),
        )  # fmt: skip
        return np.stack([row.astype(np.uint64) for row in rows], axis=1)

    def _below(self) -> tuple[Values, Values]:
        """Of each token: which relations hang on it, as bits, and the norm of its subject if that is a pronoun, else its tag."""
        size = len(self.doc)
        bits, subject = np.zeros(size + 1, dtype=np.uint64), np.zeros(size + 1, dtype=np.uint64)
        for bit, name in enumerate(CHILDREN):
            those = np.flatnonzero(self.array[:, 6] == self.doc.vocab.strings[name])
            np.bitwise_or.at(bits, self.heads[those], np.uint64(1 << bit))
            if name.startswith("nsubj"):
                pronoun = self.array[those, 5] == self.doc.vocab.strings["PRON"]
                subject[self.heads[those]] = np.where(pronoun, self.array[those, 0], self.array[those, 4])
        return bits[:-1], subject[:-1]

    def _quoting(self) -> Values:
        """Outside quotations, just before or after one, or within one: first, last or neither."""
        inside = np.pad(self.quotation_of, 2)
        here, before, after = inside[2:-2], inside[1:-3], inside[3:-1]
        state = np.where(here > 0, np.where(before != here, OPENING, np.where(after != here, CLOSING, INSIDE)), OUTSIDE)
        return mixed(state, np.where(here > 0, 0, (before > 0) * 2 + (after > 0) + (inside[:-4] > 0) * 4 + (inside[4:] > 0) * 8))


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
        distance = mixed(np.where(steps < 6, steps, 4 + np.floor(2 * np.log2(np.maximum(steps, 1))).astype(np.int64)), after)
        up, down, from_token, from_cue = self._relation()
        path = mixed(np.minimum(up, 3), np.minimum(down, 3), from_token, from_cue)
        quotes = self.tokens.quotation_of
        between = self._between(sent == 1)
        quoted = mixed(quotes[self.token] > 0, quotes[self.cue] > 0, quotes[self.token] == quotes[self.cue], after)
        commas = self._between(norm == strings[","])
        verbs = self._between(np.isin(tag, [strings[t] for t in ("VBD", "VBZ", "VBP", "MD")]))
        colon = self._between((norm == strings[":"]) | (norm == strings[";"]))
        marks = self._between(np.diff(quotes, append=0) != 0)
        breaks = self._between(pos == strings["SPACE"])
        that = self._between((norm == strings["that"]))
        rows = (
            distance, path, mixed(path, lemma[self.cue]), mixed(from_token, up == 0, tag[self.cue]),
            mixed(quoted, np.minimum(marks, 3), np.minimum(between, 2)), mixed(np.minimum(commas, 3), np.minimum(verbs, 2), after),
            mixed(np.minimum(colon, 1), np.minimum(breaks, 1), np.minimum(between, 3), after), mixed(np.minimum(that, 1), after, pos[self.token]),
            mixed(lemma[self.cue], after, tag[self.token]), mixed(dep[self.token], down == 0, np.minimum(up, 2), pos[self.cue]),
            mixed(dep[self.cue], after, np.minimum(between, 1), np.minimum(verbs, 2)),
        )  # fmt: skip
        return np.stack([row.astype(np.uint64) for row in rows], axis=1)

    def _between(self, counted: npt.NDArray[np.bool_]) -> Places:
        """How many of some tokens stand from the nearer to the further of a pair, the first left out."""
        sums = np.cumsum(counted)
        return np.abs(sums[self.token] - sums[self.cue])

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
    windows = [_window(tokens, int(cue)) for cue in cues]
    sizes = np.array([end - start for start, end in windows], dtype=np.int64)
    token = np.concatenate([np.arange(start, end) for start, end in windows]) if windows else np.zeros(0, dtype=np.int64)
    return Pairs(tokens, cues, np.concatenate([[0], np.cumsum(sizes)]), np.repeat(cues, sizes), token)


def _window(tokens: Tokens, cue: int) -> tuple[int, int]:
    paragraphs = tokens.paragraph_of
    start, end = np.searchsorted(paragraphs, [paragraphs[cue], paragraphs[cue] + 1])
    last = end - 1
    while last > cue and tokens.doc[int(last)].is_space:
        last -= 1
    if tokens.doc[int(last)].text == ":" and end < len(paragraphs):
        end = np.searchsorted(paragraphs, paragraphs[end] + 1)
    return max(int(start), cue - MOST_BEFORE), min(int(end), cue + MOST_AFTER + 1)
