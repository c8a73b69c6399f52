"""Extraction's last look, rivals: figures and claims come in, two sources' two figures for one thing go out.

`The minister said 48 ambulances were received. According to the auditor only 31 ambulances were received.`
"""

from collections.abc import Iterator, Sequence
from functools import cache

from generator.extract.discrepancies.bare import gives_value, left_out
from generator.extract.discrepancies.clauses import Values, value_at
from generator.extract.discrepancies.corrections import LENGTHS, is_rounded
from generator.extract.discrepancies.figures import Figure
from generator.extract.discrepancies.moments import are_of_two_moments
from generator.extract.discrepancies.repeated import is_other
from generator.extract.discrepancies.tellings import tell_of_one_thing, telling_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span
from generator.extract.lexicon import words
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern

NEAREST, FURTHEST = 2, 12
"""Sentences between a figure and its rival: a bare one, and one of the same things."""
PRONOUNS = ("", "it", "he", "she", "they", "who", "which")
PAIR_BEFORE = Pattern(rf"(?:{NUMBER}(?: votes?)?(?: to | against |-|–)| in |\b[Bb]etween {NUMBER} and )$")
PAIR_AFTER = Pattern(rf"(?: votes?)?(?: to | against |-|–| in ){NUMBER}")
OWN, OWN_OF_BODIES = ("i", "we", "he", "she"), ("it", "they")
SAME_SIZE = 10.0
"""How many times a rival may be a figure."""


def find_rivals(document: Document, figures: Sequence[Figure], claims: Sequence[ClaimFinding]) -> Iterator[Values]:
    """The clauses of each two figures, near each other, that two sources give for the same things."""
    number = document.sentence_number
    claim_of = cache(lambda figure: _claim(figure, claims))
    content = cache(lambda figure: _content(document, figure, claim_of(figure)))
    telling = cache(lambda figure: telling_of(document, figure, content(figure)))

    def rivals(one: Figure, figure: Figure, apart: int) -> bool:
        if not _comparable(document, one, figure):
            return False
        if not apart and left_out(document, one, figure):
            return True
        if not _are_two_sources(document, claim_of(one), claim_of(figure)):
            return False
        if apart <= NEAREST and gives_value(document, one, figure, content(figure)):
            return True
        same = one.noun == figure.noun and tell_of_one_thing(telling(one), telling(figure))
        return same and not any(_is_own(document, claim_of(each)) for each in (one, figure))

    for place, figure in enumerate(figures):
        here = number(figure.span[0])
        for one in map(figures.__getitem__, range(place - 1, -1, -1)):
            apart = here - number(one.span[0])
            if apart > FURTHEST:
                break
            if rivals(one, figure, apart):
                if not are_of_two_moments(document, one.span, figure.span):
                    yield value_at(document, one.span), value_at(document, figure.span)
                break


def _claim(figure: Figure, claims: Sequence[ClaimFinding]) -> ClaimFinding | None:
    """The claim that a figure is part of; of nested claims the innermost."""
    inside = [
        (end - start, place)
        for place, claim in enumerate(claims)
        for start, end in claim.content
        if start <= figure.span[0] and figure.span[1] <= end
    ]
    return claims[min(inside)[1]] if inside else None


def _content(document: Document, figure: Figure, claim: ClaimFinding | None) -> Span:
    """The words of a figure's claim among which it stands; all words where it is nobody's claim."""
    spans = claim.content if claim else ()
    return next((span for span in spans if span[0] <= figure.span[0] < span[1]), (0, len(document.text)))


def _source(document: Document, claim: ClaimFinding) -> str | None:
    """Who makes a claim: the speaker's id, else the source's words, unless they may be anybody's."""
    said_by = " ".join(document.quote(span) for span in claim.source).lower()
    return claim.speaker or (None if said_by in PRONOUNS else said_by)


def _are_two_sources(document: Document, one: ClaimFinding | None, other: ClaimFinding | None) -> bool:
    """Whether two claims are known to be of two sources."""
    if one is None or other is None:
        return False
    mine, theirs = _source(document, one), _source(document, other)
    return mine is not None and theirs is not None and mine != theirs


def _is_own(document: Document, claim: ClaimFinding | None) -> bool:
    """Whether what a claim begins with may be its source: `they have 11 seats`, of whoever says it."""
    if claim is None:
        return False
    first = document.quote(claim.content[0]).strip("“\"‘' ").split(" ", 1)[0].lower()
    if first not in OWN:
        return first in OWN_OF_BODIES and not _is_persons_or_papers(document, claim)
    return True


def _is_persons_or_papers(document: Document, claim: ClaimFinding) -> bool:
    """Whether a claim is one person's or some document's, which `it` and `they` are not."""
    said_by = {word for span in claim.source for word in document.quote(span).lower().split()}
    return (claim.speaker or "").startswith("per-") or bool(said_by & words("acts", "papers"))


def _comparable(document: Document, one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one thing: of one unit, of like size, and neither a part of something."""
    if one.unit != other.unit or (one.noun is None and not one.unit) or one.noun in LENGTHS:
        return False
    if one.value == other.value or is_other(document, one) or is_other(document, other):
        return False
    if any(_is_part(document, figure) for figure in (one, other)):
        return False
    small, large = sorted((one.value, other.value))
    return 0 < small and large <= SAME_SIZE * small and not is_rounded(one.value, other.value)


def _is_part(document: Document, figure: Figure) -> bool:
    """Whether a figure is one of a pair: a side of a vote, `one in six`."""
    start, end = figure.span
    return bool(PAIR_BEFORE.search(document.text[max(0, start - 30) : start]) or PAIR_AFTER.match(document.text, end))
