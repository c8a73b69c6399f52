"""Claims, stages 9 and 10: an `it` or `the report` comes in, whether it is the paper that was told of goes out."""

import re

from generator.extract.cast import Cast
from generator.extract.claims.open_sources import OpenSource
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import words
from generator.model.words import Classification

LONGEST_ASIDE = 90
PAPER = re.compile(
    rf"(?:\W*)(?:but |and )?in (?:the|that|this) (?:[\w’'-]+ ){{0,3}}?(?:{'|'.join(sorted(words('acts', 'papers')))})"
    rf"(?:,[^.;:“”\"]{{3,{LONGEST_ASIDE}}})?,? ",
    re.IGNORECASE,
)
"""What a sentence opens with before the paper itself tells: `In the note, which was leaked, [it] claimed that …`."""


def is_of_paper(document: Document, cast: Cast, source: Span, body: str | None) -> bool:
    """Whether `it` means the paper that its sentence opens with, rather than a body named before.

    The body is meant where the sentence before tells that it wrote: `The union wrote to members. In the letter [it]
    said …`. In its own paper, `in its letter`, a body tells for itself.
    """
    start, _ = document.sentence_at(source[0])
    if PAPER.fullmatch(document.text, start, source[0]) is None:
        return False
    before = document.sentence_at(max(start - 2, 0))
    told = cast.within(before)
    wrote = any(document.lemmas[at] in words("cues_grammar", "writing") for at in range(*document.tokens_at(before)))
    return not (wrote and told and told[0].entity == body)


def is_of_another(document: Document, cast: Cast, source: OpenSource, body: str) -> bool:
    """Whether a paper was told of before, and no newspaper wrote it: `a report into it … [The report] said`."""
    is_media = any(one.id == body and one.classification is Classification.MEDIA for one in cast.organizations)
    told = re.compile(rf"\ban? (?:[\w’'-]+ ){{0,3}}{re.escape(source.kind)}\b", re.IGNORECASE)
    before = [match.span() for match in told.finditer(document.text, 0, source.span[0])] if is_media else []
    return bool(before) and all(one.entity != body for one in cast.within(document.sentence_at(before[-1][0])))
