"""The annotated attitudes that training reads: spans alone, each file; a text that has changed is refused."""

import json
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from generator.extract.claims.tagger_net import NO_CUE, OF_MIND, OF_WORDS
from training.attitudes import FOLDER, checked, digest
from training.attribution_examples import example
from training.attribution_gold import GoldArticle, GoldClaim

FILES = sorted(FOLDER.glob("*.json"))
ENGLISH = spacy.blank("en").vocab
WORDS = ["Vance", "said", "Marwood", "wants", "it", ".", "Stroud", "hopes", "so", "."]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_spans_and_no_words(path: Path) -> None:
    for name, record in json.loads(path.read_text(encoding="utf-8")).items():
        assert set(record) <= {"sha256", "attitudes", "claims"}, name
        for source, cue, *content in [*record["attitudes"], *record.get("claims", [])]:
            given = [span for span in (source, cue, *content) if span is not None]
            assert content, name
            assert all(isinstance(start, int) and start < end for start, end in given), name


def test_a_text_that_has_changed_is_refused() -> None:
    record = {"sha256": digest("Vance hopes so."), "attitudes": []}
    assert checked(record, "one", "Vance hopes so.") == record
    with pytest.raises(ValueError, match="one: its text"):
        checked(record, "one", "Vance hopes so!")


@pytest.mark.parametrize("searched", [True, False])
def test_where_nobody_looked_for_attitudes_nothing_is_learnt_of_them(searched: bool) -> None:
    doc = Doc(ENGLISH, words=WORDS, heads=[1, 1, 3, 1, 3, 1, 7, 7, 7, 7], deps=["dep"] * 10)
    said = GoldClaim(source=(0, 5), cue=(6, 10), content=((11, 27),))
    hopes = GoldClaim(source=(30, 36), cue=(37, 42), content=((43, 45),))
    text = doc.text
    assert (text[6:10], text[37:42]) == ("said", "hopes")
    minds = (hopes,) if searched else ()
    article = GoldArticle(name="one", text=text, claims=(said,), minds=minds, minds_known=searched)
    made = example(article, doc, {})
    labels = {WORDS[place]: made.is_cue[place] for place in np.flatnonzero(made.is_cue != NO_CUE)}
    assert labels == ({"said": OF_WORDS, "hopes": OF_MIND} if searched else {"said": OF_WORDS})
    unknown = {WORDS[place] for place in np.flatnonzero(made.unknown)}
    assert ({"Marwood", "wants", "it"} <= unknown) and ("Stroud" in unknown) is not searched
