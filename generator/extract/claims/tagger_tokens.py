"""Claims, what the tagger sees of each token: a parsed article comes in, values that describe its tokens go out.

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
Floats = npt.NDArray[np.float32]

DEEPEST = 40
COMMON = 3
"""A word above this grade is often a cue."""
MIX = np.uint64(0x9E3779B97F4A7C15)
CHILDREN = ["nsubj", "nsubj:pass", "csubj", "ccomp", "xcomp", "obj", "iobj", "obl", "mark", "parataxis", "aux",
    "aux:pass", "advcl", "cop", "compound:prt", "acl", "acl:relcl", "nmod:poss"]  # fmt: skip
OUTSIDE, OPENING, INSIDE, CLOSING = range(4)


def mixed(*values: npt.NDArray[np.generic]) -> Values:
    """One value for each combination of values."""
    whole = np.zeros(len(values[0]), dtype=np.uint64)
    for value in values:
        whole ^= value.astype(np.uint64)
        whole *= MIX
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

        return np.asarray(
            self.doc.to_array([NORM, LEMMA, SUFFIX, SHAPE, TAG, POS, DEP, HEAD, SENT_START]), dtype=np.uint64
        )

    @cached_property
    def heads(self) -> Places:
        """Each token's head; a root's head is a place after the last token, and that place is its own head."""
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
        from spacy.attrs import IDX

        starts = np.asarray(self.doc.to_array(IDX), dtype=np.int64)
        inside = np.zeros(len(starts), dtype=np.int64)
        for number, quotation in enumerate(self.quotations, 1):
            for start, end in quotation.pieces:
                inside[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = number
        return inside

    @cached_property
    def is_mark(self) -> list[bool]:
        """Whether each token is white space or a punctuation mark."""
        from spacy.attrs import IS_PUNCT, IS_SPACE

        return [bool(space or mark) for space, mark in self.doc.to_array([IS_SPACE, IS_PUNCT]).tolist()]

    @cached_property
    def paragraph_of(self) -> Places:
        """The paragraph each token stands in; a line break ends one."""
        from spacy.attrs import IS_SPACE

        breaks = np.zeros(len(self.doc), dtype=np.int64)
        for index in np.flatnonzero(self.doc.to_array(IS_SPACE)).tolist():
            breaks[index] = "\n" in self.doc[index].text
        return np.cumsum(breaks) - breaks

    def columns(self) -> Values:
        """What describes each token by itself, in its sentence and beside quotations."""
        norm, lemma, suffix, shape, tag, pos, dep, _, sent = self.array.T
        heads = self.heads[:-1]
        head = np.minimum(heads, len(heads) - 1)
        root = heads == len(self.doc)
        # What nothing heads is read as headed by a line break, as it was learnt, whatever ends an article.
        end_lemma, end_pos = (np.uint64(self.doc.vocab.strings[name]) for name in ("\n", "SPACE"))
        head_lemma, head_pos = np.where(root, end_lemma, lemma[head]), np.where(root, end_pos, pos[head])
        children, subject = self._below()
        quoting = self._quoting()
        grade = np.array([self.cue_words.get(word, 0) for word in norm.tolist()], dtype=np.uint64)
        side = np.where(root, 2, heads > np.arange(len(heads)))
        rows = (
            *(norm, lemma, suffix, shape, tag, dep, quoting),
            mixed(head_lemma, dep, root),
            mixed(head_pos, dep, side),
            mixed(children, pos),
            mixed(subject, children & 1, pos),
            mixed(sent, shape),
            mixed(quoting, tag),
            mixed(grade, tag),
            mixed(np.where(root, 0, grade[head]), dep, grade > COMMON),
            mixed(grade, children),
        )
        return np.stack([row.astype(np.uint64) for row in rows]).T

    def _below(self) -> tuple[Values, Values]:
        """Of each token: which relations hang on it, as bits, and its subject: a pronoun's norm, else the tag."""
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
        return mixed(
            state, np.where(here > 0, 0, (before > 0) * 2 + (after > 0) + (inside[:-4] > 0) * 4 + (inside[4:] > 0) * 8)
        )
