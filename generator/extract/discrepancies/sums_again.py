"""Extraction's last look, sums told again: figures come in, one thing under two sums or two shares goes out.

`A gift of £30,000 reached the party. … He said that the £35,000 gift had been declared.`
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.discrepancies.corrections import is_rounded
from generator.extract.discrepancies.figures import Figure
from generator.extract.discrepancies.moments import are_of_two_moments
from generator.extract.discrepancies.repeated import is_other
from generator.extract.discrepancies.senses import sense
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern

OF_SUM = Pattern(
    r"(?i)(?:\b(?P<the>the|this|his|her|its|their) |\b(?P<a>an?) )(?:[\w’'-]+ ){0,2}?(?P<noun>[a-z-]{3,})"
    rf" (?:of|worth) (?:{one_of('about')}[, ]+)*$"
)
THE_SUM = Pattern(r"(?i)\b(?:the|this|his|her|its|their|\w+['’]s) (?:\w+ )?$")
WHICH = Pattern(r"(?i),? (?:that|which|for|from|to|by)\b")
"""What tells, after a thing, which of several it is."""
LOOKED_BACK = 60
"""Letters before a sum in which the noun stands that it is of."""
LARGEST_RATIO = 1.5
"""How many times one sum may be the other and still be that of one thing."""


@dataclass(frozen=True)
class _Sum:
    figure: Figure
    known: bool
    """Whether readers know the thing by then: `the £35,000 gift`."""


def find_sums_again(document: Document, figures: Sequence[Figure]) -> Iterator[Values]:
    """The clauses of the only two sums of things of one name, of which the later is that of a thing readers know."""
    told: dict[tuple[str, str], list[_Sum]] = defaultdict(list)
    for figure in figures:
        noun, known = _thing(document, figure)
        if figure.unit and noun and noun not in NO_THING and not is_other(document, figure):
            told[sense(noun), figure.unit].append(_Sum(figure, known))
    for found in told.values():
        if len({one.figure.value for one in found}) == 2:
            first = found[0]
            second = next(one for one in found if one.figure.value != first.figure.value)
            again = second.known and not first.known and not _is_told_before(second.figure, figures)
            if again and _may_be_one(document, first.figure, second.figure):
                yield value_at(document, first.figure.span), value_at(document, second.figure.span)


NO_THING = words("discrepancies", "measures") | words("discrepancies", "plain_sums") | words("discrepancies", "lengths")
"""Nouns that say nothing of what a sum is that of."""


def _thing(document: Document, figure: Figure) -> tuple[str | None, bool]:
    """The noun that a sum goes with, and whether readers know the thing."""
    start = max(document.sentence_at(figure.span[0])[0], figure.span[0] - LOOKED_BACK)
    before = document.text[start : figure.span[0]]
    if figure.noun:
        return figure.noun, bool(THE_SUM.search(before)) and not WHICH.match(document.text, figure.span[1])
    of = OF_SUM.search(before)
    return (of["noun"].lower(), of["the"] is not None) if of else (None, False)


def _is_told_before(one: Figure, figures: Sequence[Figure]) -> bool:
    """Whether an article tells of a sum earlier too, so that it is that of something of its own."""
    return any(each.span < one.span and each.value == one.value and each.unit == one.unit for each in figures)


def _may_be_one(document: Document, one: Figure, other: Figure) -> bool:
    """Whether two sums, told in two sentences, are nearly as great and of no two moments."""
    small, large = sorted((one.value, other.value))
    if small <= 0 or large > LARGEST_RATIO * small or is_rounded(large, small) or is_rounded(small, large):
        return False
    apart = sentence_of(document, one.span) != sentence_of(document, other.span)
    return apart and not are_of_two_moments(document, one.span, other.span)
