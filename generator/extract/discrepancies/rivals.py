"""Extraction's last look, rivals: figures and claims come in, two sources' two figures for one thing go out.

`The minister said 48 ambulances were received. According to the auditor only 31 ambulances were received.`
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.extract.discrepancies.bare import gives_value, is_all_of, left_out, opens
from generator.extract.discrepancies.clauses import Values, value_at
from generator.extract.discrepancies.corrections import ENDS, is_rounded
from generator.extract.discrepancies.figures import LENGTHS, TIMES, Figure, are_of_one_unit, are_parts, is_of_pair
from generator.extract.discrepancies.givers import Said, given_by
from generator.extract.discrepancies.moments import adds_moment, are_of_two_moments
from generator.extract.discrepancies.repeated import FEWEST, LARGEST_RATIO, is_other, is_telling
from generator.extract.discrepancies.senses import sense
from generator.extract.discrepancies.tellings import Telling, tell_of_one_thing, telling_of
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding
from generator.extract.patterns import Pattern

NEAREST, FURTHEST = 2, 12
"""Sentences between a figure and its rival: a bare one, and one of the same things."""
SAME_SIZE = 10.0
"""How many times a rival may be a figure."""
THERE = Pattern(rf"\bthere (?:were|are|was|is|had been|have been|would be) (?:{one_of('about')}[, ]+)*$", re.IGNORECASE)
AFTER = 4
"""Figures after one that may stand in its sentence."""
LOOKED_BACK = 60
SAME_SIZE_IF_THERE = 3.0
"""How many times it may be one of things of the same name, where it says only that there are so many."""
SAME_SIZE_AS_ARTICLES = 2.0
"""How many times it may be one that no source gives but the article itself."""


def find_rivals(document: Document, figures: Sequence[Figure], claims: Sequence[ClaimFinding]) -> Iterator[Values]:
    """The clauses of each two figures, near each other, that two sources give for the same things."""
    number = document.sentence_number
    said = Said(claims)
    by = cache(lambda figure: given_by(document, figure.span, said))
    telling = cache(lambda figure: telling_of(document, figure, by(figure).content))
    is_part = cache(lambda figure: is_other(document, figure) or is_of_pair(document, figure))

    def rivals(one: Figure, figure: Figure, apart: int) -> bool:
        if not _comparable(one, figure) or is_part(one) or is_part(figure) or {one.noun, figure.noun} <= TIMES:
            return False
        first, second = by(one), by(figure)
        if not apart and first.source and left_out(document, one, figure):
            return True
        if not second.source or second.denied or first.source == second.source:
            return False
        if not first.source and (second.own or not _may_be_of_articles(one, figure)):
            return False
        if one.noun is None and not one.unit:
            return apart <= 1 and all(is_all_of(document, each, by(each).content) for each in (one, figure))
        if apart <= NEAREST and one.noun not in LENGTHS and gives_value(document, one, figure, second):
            return True
        if (first.own or second.own) and not is_all_of(document, figure, second.content):
            return False
        if (
            figure.noun is None
            and not figure.unit
            and not (apart <= NEAREST and opens(document, figure, second.content))
        ):
            return False
        alike = bool(first.source) and (_are_nearly_one(one, figure) or _is_only_there(document, one, figure))
        alike = alike or _is_plain(one, telling(one), figure, telling(figure))
        told = tell_of_one_thing(one, telling(one), figure, telling(figure), alike=alike)
        return told and (bool(first.source) or not adds_moment(document, one.span, figure.span))

    for place, figure in enumerate(figures):
        here = number(figure.span[0])
        for one in map(figures.__getitem__, range(place - 1, -1, -1)):
            apart = here - number(one.span[0])
            if apart > FURTHEST:
                break
            if rivals(one, figure, apart):
                two = are_of_two_moments(document, one.span, figure.span)
                if not two and not are_parts(document, one, figures[: place + AFTER], figure):
                    yield value_at(document, one.span), value_at(document, figure.span)
                break


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one thing: of one unit and of like size."""
    if not are_of_one_unit(one, other):
        return False
    if one.value == other.value:
        return False
    small, large = sorted((one.value, other.value))
    return small > 0 and large <= SAME_SIZE * small and not is_rounded(one.value, other.value)


def _is_only_there(document: Document, one: Figure, other: Figure) -> bool:
    """Whether the later figure's clause says no more of things of the same name than that there are so many."""
    small, large = sorted((one.value, other.value))
    same = one.noun and other.noun and sense(one.noun) == sense(other.noun) and is_telling(one)
    there = THERE.search(document.text[max(0, other.span[0] - LOOKED_BACK) : other.span[0]])
    return (
        bool(same and there)
        and large <= SAME_SIZE_IF_THERE * small
        and ENDS.match(document.text, other.span[1]) is not None
    )


def _is_plain(one: Figure, mine: Telling, other: Figure, theirs: Telling) -> bool:
    """Whether two figures are for things of one telling name, and one's clause does not say what was done with them."""
    small, large = sorted((one.value, other.value))
    same = one.noun and other.noun and sense(one.noun) == sense(other.noun) and is_telling(one)
    return bool(same) and large <= SAME_SIZE_IF_THERE * small and not (mine.did and theirs.did)


def _may_be_of_articles(one: Figure, other: Figure) -> bool:
    """Whether a source's figure may stand against one that the article gives itself: of things, and nearly as many."""
    small, large = sorted((one.value, other.value))
    of_things = one.noun is not None and not {one.noun, other.noun} & LENGTHS
    return of_things and large <= SAME_SIZE_AS_ARTICLES * small


def _are_nearly_one(one: Figure, other: Figure) -> bool:
    """Whether two figures for things of one telling name are too like each other to be of other things."""
    small, large = sorted((one.value, other.value))
    same = one.noun and other.noun and sense(one.noun) == sense(other.noun)
    return bool(same) and small >= FEWEST and large <= LARGEST_RATIO * small and is_telling(one)
