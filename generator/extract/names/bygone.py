"""Tell what is long past: a `Reading`, a person and a title come in, whether it was held years ago goes out."""

import re

from generator.extract.names.parts import Held, Individual
from generator.extract.names.predicates import has_run, was_running
from generator.extract.names.reading import CLOSES_SENTENCE, Reading

YEAR = re.compile(r"(?<!since )\b(?:1[89]|20)\d\d\b(?! [A-Z])")
DECADE = re.compile(r"\bin the (?:nineteen-)?(?:fifties|sixties|seventies|eighties|nineties)\b|\b(1[89]\d\d)s\b")
SINCE = re.compile(r"\bsince (?:1[89]|20)\d\d\b")
NOW = frozenset(("VBZ", "VBP"))
SPOKEN = frozenset(
    ("said", "told", "now", "recalled", "reminded", "cited", "quoted", "invoked", "noted", "argued", "insisted")
)
LONG_AGO = 8


def bygone(reading: Reading, person: Individual) -> bool:
    """Whether somebody is named only where the article tells of years long past.

    Who was prime minister some years ago may still be so; few are after so many.
    """
    published = reading.document.published
    if published is None:
        return False
    return all(_long_ago(reading, _sentence(reading, name.first), published.year) for name in person.names)


def stood_then(reading: Reading, held: Held) -> bool:
    """Whether a candidacy is over: "ran for governor in 2018", of a year before the article's, "but withdrew"."""
    told = reading.quote(held.first, held.title.first)
    if not was_running(told):
        return False
    first, last = _sentence(reading, held.title.first)
    end = held.title.end
    if has_run(told, reading.document.text[reading.words[end - 1].end : reading.words[last - 1].end]):
        return True
    published = reading.document.published
    years = [int(year) for year in YEAR.findall(reading.quote(first, last))]
    return published is not None and bool(years) and max(years) < published.year


def _long_ago(reading: Reading, sentence: tuple[int, int], now: int) -> bool:
    """Whether every year in a sentence is long past, there is one, and nothing is told of what is or was said."""
    told = reading.quote(*sentence)
    tokens = ((reading.low(at), reading.token(reading.words[at])) for at in range(*sentence))
    if SINCE.search(told) or any(low in SPOKEN or (token and token.tag_ in NOW) for low, token in tokens):
        return False
    years = [int(year) for year in YEAR.findall(told)]
    return DECADE.search(told) is not None or (bool(years) and max(years) <= now - LONG_AGO)


def _sentence(reading: Reading, at: int) -> tuple[int, int]:
    """Where the sentence begins and ends that a word stands in."""
    first, last = at, at + 1
    while reading.same_line(first - 1, at) and reading.words[first - 1].text not in CLOSES_SENTENCE:
        first -= 1
    while reading.same_line(at, last) and reading.words[last].text not in CLOSES_SENTENCE:
        last += 1
    return first, last
