"""Datelines: an article's text comes in, where its paragraphs go on after `ROME, 5 May (Agency) – ` goes out."""

import re
from collections.abc import Iterator

LETTERS = 4
"""A place spelt in as many capitals is no abbreviation, such as `BBC – `."""
_NEXT = r"(?:[ ,/]{1,2}(?:[A-Z][\w.'’-]*|\d{1,4}))"
_DATELINE = re.compile(
    rf"^[ \t]*(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){{0,3}})"
    rf"{_NEXT}{{0,6}}(?: ?\([A-Z][\w .]{{1,30}}\))? ?(?:–|—|--?) (?=[\"“‘'A-Z])",
    re.MULTILINE,
)


def ends_of_datelines(text: str) -> Iterator[int]:
    """Where the first word after each dateline stands, in code points."""
    for found in _DATELINE.finditer(text):
        if sum(c.isalpha() for c in found["place"]) >= LETTERS:
            yield found.end()
