"""The tagger: how claims are read from likelihoods, what it comes to with the rules, and whether its weights fit."""

import hashlib
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
import yaml
from spacy.tokens import Doc

from generator.extract.cast import Cast
from generator.extract.claims import find_claims
from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.tagger import MODEL, Tagging, read_tagging, shipped_net
from generator.extract.claims.tagger_net import CONTENT, NO_CUE, NOTHING, SOURCE, WEIGHTS
from generator.extract.claims.tagger_pairs import pairs_of
from generator.extract.claims.tagger_tokens import Floats, Tokens
from generator.extract.document import Document
from generator.extract.language import load_language, pipeline_version
from generator.model.words import Act

HERE = Path(__file__).parent
READINGS = yaml.safe_load((HERE / "tagger.yml").read_text(encoding="utf-8"))
STACKED = yaml.safe_load((HERE / "stacked.yml").read_text(encoding="utf-8"))
ENGLISH = spacy.blank("en").vocab
MOST_BYTES = 6_000_000
LIKELIHOODS = {"S": (SOURCE, 0.9), "s": (SOURCE, 0.3), "C": (CONTENT, 0.9), "c": (CONTENT, 0.4), ".": (NOTHING, 0.9)}


def roles_of(letters: str) -> Floats:
    roles = np.zeros((len(letters), 4), dtype=np.float32)
    for row, letter in zip(roles, letters, strict=True):
        role, likely = LIKELIHOODS[letter]
        row[role] = likely
    return roles


def cues_of(size: int, cue: int) -> Floats:
    """Likelihoods by which one token is the cue of words, and the others are none."""
    cues = np.zeros((size, 3), dtype=np.float32)
    cues[:, NO_CUE] = 1.0
    cues[cue] = (0.1, 0.7, 0.2)
    return cues


@pytest.mark.parametrize("case", READINGS, ids=[case["case"] for case in READINGS])
def test_reading_of_likelihoods(case: dict[str, Any]) -> None:
    words = case["words"]
    spaces = [word != "“" and after not in {"”", ".", ","} for word, after in pairwise([*words, "."])]
    doc = Doc(ENGLISH, words=words, spaces=spaces)
    cue = words.index(case["cue"])
    near = {cue: (0, roles_of(case["roles"]))}
    tagging = Tagging(tokens=Tokens(doc, find_quotations(Document(doc)), {}), cues=cues_of(len(doc), cue), near=near)
    if case["content"] is None:
        assert not tagging.claims
        return
    claim = tagging.claims[cue]
    assert [doc[start:end].text for start, end in claim.content] == case["content"]
    assert (doc[slice(*claim.source)].text if claim.source else None) == case["source"]


def test_support_is_the_overlap_to_be_expected() -> None:
    doc = Doc(ENGLISH, words=["Vance", "said", "it", "was", "dead"])
    roles = np.zeros((5, 4), dtype=np.float32)
    roles[0, SOURCE] = 0.8
    roles[2:, CONTENT] = (1.0, 1.0, 0.5)
    tagging = Tagging(tokens=Tokens(doc, (), {}), cues=cues_of(5, 1), near={1: (0, roles)})
    assert tagging.content_support(1, ((2, 5),)) == pytest.approx(2.5 / 3)
    assert tagging.content_support(1, ((2, 4),)) == pytest.approx(2 / 2.5)
    assert tagging.source_support(1, (0, 1)) == pytest.approx(0.8)
    assert tagging.source_support(1, None) == pytest.approx(0.2)
    assert (tagging.cue_in(0, 5), tagging.said(1), tagging.minded(1)) == (1, pytest.approx(0.7), pytest.approx(0.2))


def test_pairs_are_the_paragraph_of_the_cue() -> None:
    words = ["No", ".", "\n\n", "Vance", "said", "so", ".", "\n\n", "Yes", "."]
    tokens = Tokens(Doc(ENGLISH, words=words, heads=[0, 0, 1, 4, 4, 4, 4, 6, 8, 8], deps=["dep"] * 10), (), {})
    pairs = pairs_of(tokens, np.array([4]))
    assert [words[place] for place in pairs.token] == ["Vance", "said", "so", ".", "\n\n"]


def test_a_paragraph_that_ends_in_a_colon_is_read_with_the_next() -> None:
    words = ["Vance", "said", ":", "\n\n", "Yes", "."]
    tokens = Tokens(Doc(ENGLISH, words=words, heads=[1, 1, 1, 2, 4, 4], deps=["dep"] * 6), (), {})
    pairs = pairs_of(tokens, np.array([1]))
    assert [words[place] for place in pairs.token] == words


def claims_of(text: str, *, shipped: bool) -> list[dict[str, Any]]:
    document = Document(load_language()(text), shipped=shipped)
    found = find_claims(document, find_quotations(document), Cast(), ())
    return [
        {
            "source": document.quote(claim.source[0]) if claim.source else None,
            "cue": document.quote(claim.cue[0]) if claim.cue else None,
            "content": [document.quote(span) for span in claim.content],
            "minds": claim.act in {Act.BELIEF, Act.INTENTION},
            "act": claim.act.value,
        }
        for claim in found
    ]


@pytest.mark.model
@pytest.mark.parametrize("case", STACKED, ids=[case["case"] for case in STACKED])
def test_rules_and_tagger_together(case: dict[str, Any]) -> None:
    found = sorted(claims_of(case["text"], shipped=True), key=lambda claim: claim["content"])
    wanted = sorted(({"minds": False} | claim for claim in case["claims"]), key=lambda claim: claim["content"])
    assert [{key: one[key] for key in two} for one, two in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted), found


@pytest.mark.model
def test_the_same_article_is_always_read_alike() -> None:
    document = Document(load_language()(STACKED[1]["text"]), shipped=True)
    one, two = (read_tagging(document, (), shipped_net()) for _ in range(2))
    assert one.claims == two.claims
    assert np.array_equal(one.cues, two.cues)


def test_weights_fit_the_shipped_pipeline_and_are_small() -> None:
    note = json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))
    assert note["pipeline"] == pipeline_version(), "the pipeline has changed: run python -m training.attribution"
    assert note["sha256"] == hashlib.sha256((MODEL / WEIGHTS).read_bytes()).hexdigest()
    assert (MODEL / WEIGHTS).stat().st_size < MOST_BYTES
