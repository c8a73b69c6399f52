"""Tokens that rules ask: they tell of a parsed article what spaCy's own do."""

from itertools import combinations

from generator.extract.language import load_language
from generator.extract.tokens import root_of, tokens_of

TEXT = (
    "Ms Elin Varga, the mayor of Brask Vale, said on 3 May that “nobody” on her council's twelve-strong panel had been "
    "told of it.\n\nThe firm which the auditors, by then in their third week, were looking into denied the claims."
)
TOLD = ("i", "idx", "text", "lower_", "lemma_", "pos_", "tag_", "dep_", "ent_type_", "ent_iob_")
TRUE_OR_NOT = ("is_alpha", "is_punct", "is_space", "is_title", "like_num")


def test_tokens_tell_what_spacys_own_do() -> None:
    doc = load_language()(TEXT)
    for own, spacys in zip(tokens_of(doc), doc, strict=True):
        for name in (*TOLD, *TRUE_OR_NOT):
            assert getattr(own, name) == getattr(spacys, name), f"{name} of {own.text}"
        assert own.whitespace_ == bool(spacys.whitespace_)


def test_tokens_hang_on_each_other_as_spacys_own_do() -> None:
    doc = load_language()(TEXT)
    for own, spacys in zip(tokens_of(doc), doc, strict=True):
        assert (own.head.i, own.left_edge.i) == (spacys.head.i, spacys.left_edge.i)
        for name in ("children", "lefts", "rights", "ancestors"):
            assert [token.i for token in getattr(own, name)] == [token.i for token in getattr(spacys, name)]
        assert {token.i for token in own.subtree} == {token.i for token in spacys.subtree}
        assert own.is_ancestor(own.doc[0]) == spacys.is_ancestor(doc[0])


def test_phrases_have_the_root_that_spacy_finds() -> None:
    doc = load_language()(TEXT)
    tokens = tokens_of(doc)
    for start, end in combinations(range(len(doc) + 1), 2):
        assert root_of(tokens[start:end]).i == doc[start:end].root.i
