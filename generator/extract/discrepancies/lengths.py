"""Extraction's last look, lengths: the article comes in, one document of two lengths in pages goes out.

`The claims rest on a two-page memo. … The memo, all seven pages of it, has been seen by the Post.`
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.discrepancies.clauses import Values, value_at
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern

PAPER = rf"(?P<paper>{one_of('paged')})"
PAGES = rf"(?P<number>{NUMBER})(?:-| )pages?"
OF = rf"(?P<which>the|its|his|her|their|this|that|\w+['’]s?) (?:[\w’'-]+ ){{0,2}}?{PAPER}"
BEFORE = Pattern(
    rf"\b(?P<which>an?|the|its|his|her|their|this|that|\w+['’]s?) {PAGES},? (?:[\w’'-]+ ){{0,2}}?{PAPER}\b",
    re.IGNORECASE,
)
AFTER = Pattern(
    rf"\b{OF}\b(?:(?:(?!\b{one_of('paged')}\b)[^.;]){{0,70}}? (?:runs?|ran|stretche[sd]|came|comes) to"
    rf"|,? (?:is|was|has|had|contains?|all)) (?:only |just |all |some )?{PAGES}\b",
    re.IGNORECASE,
)
OTHER = ("another", "second", "first", "other", "draft", "earlier", "separate", "previous")


@dataclass(frozen=True)
class _Length:
    span: Span
    pages: int
    known: bool
    """Whether its words point to a document that readers know of."""


def find_two_lengths(document: Document) -> Iterator[Values]:
    """The clauses of two numbers of pages, the article's only two, of a document of one kind."""
    told: dict[str, list[_Length]] = defaultdict(list)
    for pattern in (BEFORE, AFTER):
        for match in pattern.finditer(document.text):
            pages = number_of(match["number"])
            if pages is not None and not set(match.group().lower().split()) & set(OTHER):
                known = match["which"].lower() not in ("a", "an")
                told[match["paper"].lower()].append(_Length(match.span(), pages, known))
    for found in told.values():
        first, *others = sorted(found, key=lambda length: length.span)
        second = next((length for length in others if length.pages != first.pages), None)
        if second is not None and second.known and len({length.pages for length in found}) == 2:
            yield value_at(document, first.span), value_at(document, second.span)
