"""Make the tagger's training examples: parsed articles with placed claims come in, labelled tokens go out."""

from dataclasses import dataclass
from math import log2
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.tagger_net import CONTENT, CUE, NO_CUE, NOTHING, OF_MIND, OF_WORDS, SOURCE
from generator.extract.claims.tagger_pairs import Pairs, pairs_of
from generator.extract.claims.tagger_tokens import Floats, Places, Tokens, Values
from generator.extract.document import Document
from training import corpora
from training.attribution_gold import GoldArticle, GoldClaim, Span

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Phrase

HIGHEST_GRADE = 8
Bools = npt.NDArray[np.bool_]
CUE_LIST = "attribution-cues.tsv"
SMALL_WORDS = {"ADP", "AUX", "DET", "PRON", "PART", "PUNCT", "SPACE", "ADV", "SCONJ", "CCONJ"}


@dataclass(frozen=True, kw_only=True)
class Example:
    """An article: its tokens, which of them are cues, and the tokens near each cue with what they are to it.

    Attributes:
        unknown: the tokens that may be cues of what somebody thinks, for all that the annotation tells.
    """

    doc: "Doc"
    tokens: Values
    is_cue: Places
    unknown: Bools
    pairs: Pairs
    pair_values: Values
    roles: Places

    @property
    def tensor(self) -> Floats:
        """What the pipeline's own network makes of each token."""
        return np.asarray(self.doc.tensor, dtype=np.float32)


def read_cue_words(strings: "StringStore") -> dict[int, int]:
    """How common each single word is as a cue, in grades from 1, by spaCy's hash of the word."""
    counts: dict[int, int] = {}
    for line in (corpora.CORPORA / CUE_LIST).read_text(encoding="utf-8").splitlines()[1:]:
        words, count = line.split("\t")
        if words.isalpha():
            word = strings.add(words.lower())
            counts[word] = counts.get(word, 0) + int(count)
    return {word: min(1 + int(log2(count)), HIGHEST_GRADE) for word, count in counts.items()}


def example(article: GoldArticle, doc: "Doc", cue_words: dict[int, int]) -> Example:
    """Describe and label one article; claims without a cue of their own teach nothing here."""
    tokens = Tokens(doc, find_quotations(Document(doc)), cue_words)
    by_head: dict[int, tuple[GoldClaim, int]] = {}
    for claims, kind in ((article.claims, OF_WORDS), (article.minds, OF_MIND)):
        for claim in claims:
            if claim.cue is not None:
                by_head.setdefault(_cue_head(doc, claim.cue, cue_words), (claim, kind))
    cues = np.array(sorted(by_head), dtype=np.int64)
    pairs = pairs_of(tokens, cues)
    roles = np.full(len(pairs.token), NOTHING, dtype=np.int64)
    for at, cue in enumerate(cues.tolist()):
        rows = slice(pairs.bounds[at], pairs.bounds[at + 1])
        roles[rows] = _roles(doc, pairs.token[rows], by_head[cue][0])
    is_cue = np.full(len(doc), NO_CUE, dtype=np.int64)
    is_cue[cues] = [by_head[cue][1] for cue in cues.tolist()]
    return Example(
        doc=doc,
        tokens=tokens.columns(),
        is_cue=is_cue,
        unknown=_unknown(article, doc) & (is_cue == NO_CUE),
        pairs=pairs,
        pair_values=pairs.columns(),
        roles=roles,
    )


def _unknown(article: GoldArticle, doc: "Doc") -> Bools:
    """Where nobody has looked for what is thought: whole articles, and the contents of claims in the others."""
    unknown = np.full(len(doc), not article.minds_known, dtype=np.bool_)
    for claim in article.claims:
        for span in claim.content:
            words = _words(doc, span)
            unknown[words.start : words.end] = True
    return unknown


def _words(doc: "Doc", span: Span) -> "Phrase":
    found = doc.char_span(*span, alignment_mode="expand")
    assert found is not None, f"no words at {span}"
    return found


def _cue_head(doc: "Doc", span: Span, cue_words: dict[int, int]) -> int:
    """The word of a cue that makes it one: its commonest cue word, a small word only if there is no other."""

    def rank(token: "Token") -> tuple[bool, int, int]:
        return token.pos_ not in SMALL_WORDS, cue_words.get(token.norm, 0), -token.i

    return max(_words(doc, span), key=rank).i


def _roles(doc: "Doc", near: Places, claim: GoldClaim) -> Places:
    roles = np.full(len(near), NOTHING, dtype=np.int64)
    labelled = [(span, CONTENT) for span in claim.content]
    labelled += [(span, role) for span, role in ((claim.source, SOURCE), (claim.cue, CUE)) if span is not None]
    for span, role in labelled:
        words = _words(doc, span)
        roles[(near >= words.start) & (near < words.end)] = role
    return roles
