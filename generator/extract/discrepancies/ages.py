"""Extraction's last look, ages: the cast comes in, two ages of one person go out."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from generator.extract.cast import Cast
from generator.extract.discrepancies.clauses import Values, value_at
from generator.extract.document import Document
from generator.extract.findings import Span, ValueFinding

AGE_AFTER = re.compile(r"(?: \([^)]{1,40}\))?, (?P<age>[1-9]\d),")
SPOKEN = re.compile(r"(?i)\b(?P<article>an?|the) (?P<age>[1-9]\d?)-year-old\b")
FULL_NAME = re.compile(r"\b(?P<name>(?:[A-ZÀ-Þ][\w’'.-]+ )*[A-ZÀ-Þ][\w’'-]{3,}), (?P<age>\d\d),")
MOST_YEARS = 2
"""Years by which two ages of somebody whom the article does not name may differ."""
Ages = dict[str, dict[int, Span]]


def find_ages(document: Document, cast: Cast) -> Iterator[Values]:
    """Where two ages of one person are printed: `Oyelaran, 44,` and `Oyelaran, 46,`."""
    told: Ages = defaultdict(dict)
    for mention in cast.mentions:
        match = AGE_AFTER.match(document.text, mention.span[1]) if mention.entity in cast.names else None
        if match and mention.entity:
            told[mention.entity].setdefault(int(match["age"]), (mention.span[0], match.end()))
    for match in FULL_NAME.finditer(document.text):
        named = cast.at(match.end("name") - 1)
        who = named.entity if named and named.entity else match["name"]
        told[who].setdefault(int(match["age"]), match.span())
    for ages in told.values():
        if len(ages) > 1:
            yield tuple(ValueFinding(value=document.quote(span), spans=(span,)) for span in ages.values())
    yield from _of_nobody_named(document)


def _of_nobody_named(document: Document) -> Iterator[Values]:
    """`a 15-year-old was knifed` and `the 14-year-old victim`: the second can only mean the first."""
    found = list(SPOKEN.finditer(document.text))
    for one, other in pairwise(found):
        known = {match["age"] for match in found if match.start() < other.start()}
        apart = abs(int(one["age"]) - int(other["age"]))
        definite = one["article"].lower() != "the" and other["article"].lower() == "the"
        if definite and apart <= MOST_YEARS and other["age"] not in known:
            yield value_at(document, one.span()), value_at(document, other.span())
