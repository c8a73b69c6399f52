"""Extraction's last look, repeated counts: figures come in, two different figures for the same things go out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.extract.discrepancies.clauses import Values, value_at
from generator.extract.discrepancies.corrections import is_rounded
from generator.extract.discrepancies.figures import Figure
from generator.extract.document import Document
from generator.extract.lexicon import words

LARGEST_RATIO = 1.35
FEWEST = 3
SHORTEST_NOUN = 4
"""Letters: `a.m.` and `mph` are read as nouns too."""
OTHERS_BEFORE = re.compile(
    r"\b(?:another|further|extra|additional|other|first|last|next|remaining|some of the|of the|of its)\s$"
)
OTHERS_AFTER = re.compile(r"\s(?:more|fewer|others?|each|apiece|a|per|of the)\b")


def find_repeated(document: Document, figures: Sequence[Figure]) -> Iterator[Values]:
    """The clauses of two figures, the article's only two, for things of one name."""
    told: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.noun and not figure.unit and figure.value >= FEWEST and not is_other(document, figure):
            told[figure.noun].append(figure)
    for noun, found in told.items():
        values = list(dict.fromkeys(figure.value for figure in found))
        if len(values) == 2 and _is_telling(noun) and max(values) <= LARGEST_RATIO * min(values):
            second = next(figure for figure in found if figure.value != found[0].value)
            if is_rounded(found[0].value, second.value) or is_rounded(second.value, found[0].value):
                continue
            yield value_at(document, found[0].span), value_at(document, second.span)


def _is_telling(noun: str) -> bool:
    return (
        len(noun) >= SHORTEST_NOUN
        and noun not in words("discrepancies", "measures")
        and noun not in words("acts", "unnamed")
    )


def is_other(document: Document, figure: Figure) -> bool:
    """Whether the words beside a figure say that it counts others of the kind: `another 40 homes`."""
    before = document.text[max(0, figure.span[0] - 24) : figure.span[0]].lower()
    return bool(OTHERS_BEFORE.search(before) or OTHERS_AFTER.match(document.text, figure.span[1]))
