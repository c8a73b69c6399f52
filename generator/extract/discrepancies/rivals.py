"""Extraction's last look, rivals: figures and claims come in, two sources' two figures for one thing go out.

`The minister said 48 ambulances were signed for. According to the auditor only 31 ambulances were received.`
"""

from collections.abc import Iterator, Sequence
from functools import cache

from generator.extract.discrepancies.clauses import Values, value_at
from generator.extract.discrepancies.corrections import ENDS, LENGTHS, is_rounded
from generator.extract.discrepancies.figures import Figure
from generator.extract.discrepancies.moments import are_of_two_moments
from generator.extract.discrepancies.repeated import is_other
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern

NEAREST = 2
"""Sentences between a figure and its rival."""
PRONOUNS = ("", "it", "he", "she", "they", "who", "which")
PAIR_BEFORE = Pattern(rf"(?:{NUMBER}(?: votes?)?(?: to | against |-|–)| in )$")
PAIR_AFTER = Pattern(rf"(?: votes?)?(?: to | against |-|–| in ){NUMBER}")
OWN_BEFORE = Pattern(r"(?:[A-Z]\w*|\b(?:at|on|of|for|age|aged|by|to|from|was|is|as)) $")
SAME_SIZE = 10.0
"""How many times a rival may be a figure."""


def find_rivals(document: Document, figures: Sequence[Figure], claims: Sequence[ClaimFinding]) -> Iterator[Values]:
    """The clauses of each two figures, near each other, that two sources give for things of one name."""
    number = document.sentence_number
    source = cache(lambda figure: _source(document, figure, claims))
    for place, figure in enumerate(figures):
        here = number(figure.span[0])
        for one in map(figures.__getitem__, range(place - 1, -1, -1)):
            if here - number(one.span[0]) > NEAREST:
                break
            if not _comparable(document, one, figure):
                continue
            rivals = source(one) and source(figure) and source(one) != source(figure)
            if rivals and not are_of_two_moments(document, one.span, figure.span):
                yield value_at(document, one.span), value_at(document, figure.span)
            break


def _source(document: Document, figure: Figure, claims: Sequence[ClaimFinding]) -> str | None:
    """Who says a figure: the speaker's id, else the source's words; of nested claims the innermost."""
    inside = [
        (end - start, claim)
        for claim in claims
        for start, end in claim.content
        if start <= figure.span[0] and figure.span[1] <= end
    ]
    if not inside:
        return None
    claim = min(inside, key=lambda entry: entry[0])[1]
    words = " ".join(document.quote(span) for span in claim.source).lower()
    return claim.speaker or (None if words in PRONOUNS else words)


def _comparable(document: Document, one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one thing: of one noun, or the later bare and the earlier not."""
    if one.unit != other.unit or one.unit == "%" or (one.noun is None and not one.unit):
        return False
    if one.value == other.value or is_other(document, one) or is_other(document, other):
        return False
    if any(_is_part(document, figure) for figure in (one, other)):
        return False
    small, large = sorted((one.value, other.value))
    if small <= 0 or large > SAME_SIZE * small or is_rounded(one.value, other.value):
        return False
    bare = other.noun is None and ENDS.match(document.text, other.span[1]) and not _is_named(document, other)
    return one.noun not in LENGTHS and (bool(bare) or one.noun == other.noun)


def _is_part(document: Document, figure: Figure) -> bool:
    """Whether a figure is one of a pair: a side of a vote, `one in six`."""
    start, end = figure.span
    return bool(PAIR_BEFORE.search(document.text[max(0, start - 30) : start]) or PAIR_AFTER.match(document.text, end))


def _is_named(document: Document, figure: Figure) -> bool:
    """Whether a bare figure is a place's or thing's own: `News 9`, `at 15`."""
    return bool(OWN_BEFORE.search(document.text[max(0, figure.span[0] - 30) : figure.span[0]]))
