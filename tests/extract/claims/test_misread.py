"""Drafts that others of the same sentence rule out, where the tagger's reading cannot be had from a short text."""

from dataclasses import replace

import pytest

from generator.extract.claims.misread import without_misread
from generator.extract.claims.quotations import find_quotations
from generator.extract.claims.reading import read_drafts
from generator.extract.document import Document
from generator.extract.language import load_language


@pytest.mark.model
def test_what_somebody_is_stands_in_for_no_name_that_is_told_with_it() -> None:
    document = Document(load_language()('Ann Lee, the head of the council, said of him: "He was wrong."'))
    quotations = find_quotations(document)
    whole = next(draft for draft in read_drafts(document, quotations, (), None) if draft.source == (0, 8))
    cut = replace(whole, source=(3, 8))
    assert without_misread([cut, whole]) == [whole]
    assert without_misread([cut]) == [cut]
