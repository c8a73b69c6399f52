"""Datelines: an article's text comes in, where its paragraphs go on after `ROME, 5 May (Agency) – ` goes out.

So does, of one paragraph, where it goes on after the hour of a live report's entry: `22.40 – `, `10.15am: `.
"""

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

_HOUR = re.compile(r"\s*\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})? ?(?:[–—:|]|--?) +", re.IGNORECASE)


def ends_of_datelines(text: str) -> Iterator[int]:
    """Where the first word after each dateline stands, in code points."""
    for found in _DATELINE.finditer(text):
        if sum(c.isalpha() for c in found["place"]) >= LETTERS:
            yield found.end()


def end_of_hour(paragraph: str) -> int:
    """Where a paragraph goes on after the hour that it opens with; its start where it opens with none."""
    found = _HOUR.match(paragraph)
    return found.end() if found else 0
