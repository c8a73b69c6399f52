"""Extraction's last look, forms of titles: the article comes in, one person under a man's and a woman's title goes out.

`Chairwoman Ada Marsh opposed it. … Chairman Ada Marsh cast the last vote.`
"""

import re
from collections.abc import Iterator

from generator.extract.discrepancies.clauses import Values, value_at
from generator.extract.discrepancies.comparing import pairs
from generator.extract.document import Document
from generator.extract.patterns import Pattern

TITLED = Pattern(
    r"\b(?:(?P<post>[Cc]hair)(?P<sex>man|woman)|(?P<honorific>Mr|Mrs|Ms|Miss) (?P<bench>Justice))"
    r" (?P<name>[A-Z][\w’'-]*\w(?: [A-Z][\w’'-]*\w)*)(?<!['’]s)"
)
MEN = frozenset(["man", "Mr"])


def find_two_forms(document: Document) -> Iterator[Values]:
    """The clauses of a title in its man's and its woman's form, where the names beside them may be one person's."""
    for one, other in pairs(tuple(TITLED.finditer(document.text))):
        if _post(one) == _post(other) and _is_mans(one) != _is_mans(other) and _may_be_one(one["name"], other["name"]):
            yield value_at(document, one.span()), value_at(document, other.span())
            return


def _post(title: re.Match[str]) -> str:
    return (title["post"] or title["bench"]).lower()


def _is_mans(title: re.Match[str]) -> bool:
    return (title["sex"] or title["honorific"]) in MEN


def _may_be_one(one: str, other: str) -> bool:
    """Whether the shorter of two names is the longer or its end: Rochford, Imelda Rochford."""
    shorter, longer = sorted((one.split(), other.split()), key=len)
    return longer[-len(shorter) :] == shorter
