"""Extraction's last look, repeated counts: figures come in, two different figures for the same things go out."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.extract.discrepancies.clauses import Values, clause_around, sentence_of, value_at
from generator.extract.discrepancies.corrections import WOULD, is_rounded
from generator.extract.discrepancies.figures import PART, TIMES, Figure, is_of_pair
from generator.extract.discrepancies.moments import are_of_two_moments
from generator.extract.discrepancies.senses import sense
from generator.extract.document import Document
from generator.extract.lexicon import words
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern

LARGEST_RATIO, LARGEST_RATIO_POINTING = 1.35, 3.0
"""How many times one figure may be the other; more where the later one says that readers know the things."""
FEWEST = 3
COUNTED_OFTEN = words("discrepancies", "measures") | TIMES | (words("acts", "unnamed") - words("acts", "papers"))
"""Nouns of which an article gives many figures, each of others of the kind: weeks, people."""
SHORTEST_NOUN = 4
"""Letters: `a.m.` and `mph` are read as nouns too."""
OTHERS_BEFORE = Pattern(
    r"(?i)\b(?:another|further|extra|additional|other|first|last|next|remaining|past"
    rf"|(?:how many|some|most|many|half|{NUMBER}) of (?:the|its)|each \w+)\s$"
)
OTHERS_AFTER = Pattern(r"\s(?:more|fewer|others?|each|apiece|a|per|of the)\b")
REST = Pattern(r"(?i)\bthe (?:rest|others|remainder|remaining)\b")
"""What tells, later in its sentence, that a figure is that of a part: `14 wells worked and the rest were dry`."""
POINTS = Pattern(r"(?i)\b(?:the|these|those|all|all of the|his|her|their|its)\s$")
SENSE = Pattern(r"[a-z]{4,}")


def find_repeated(document: Document, figures: Sequence[Figure]) -> Iterator[Values]:
    """The clauses of two figures, the article's only two, for things of one name."""
    told: dict[str, list[Figure]] = defaultdict(list)
    for figure in figures:
        if figure.noun and not figure.unit and figure.value >= FEWEST and not is_other(document, figure):
            told[sense(figure.noun)].append(figure)
    for noun, found in told.items():
        if len({figure.value for figure in found}) == 2 and len(noun) >= SHORTEST_NOUN:
            second = next(figure for figure in found if figure.value != found[0].value)
            if is_of_pair(document, second) or are_of_two_moments(document, found[0].span, second.span):
                continue
            if _are_same(document, found[0], second):
                yield value_at(document, found[0].span), value_at(document, second.span)


def _are_same(document: Document, one: Figure, other: Figure) -> bool:
    """Whether two figures for things of one name must be of the same things."""
    small, large = sorted((one.value, other.value))
    if is_rounded(one.value, other.value) or is_rounded(other.value, one.value):
        return False
    if _points_back(document, other) and not _points_back(document, one):
        return large <= LARGEST_RATIO_POINTING * small and (is_telling(one) or bool(_shared(document, one, other)))
    ahead = [bool(WOULD.search(document.quote(clause_around(document, figure.span)))) for figure in (one, other)]
    same = ahead[0] == ahead[1] or _points_back(document, other)
    return large <= LARGEST_RATIO * small and is_telling(one) and same


def is_telling(figure: Figure) -> bool:
    """Whether an article that counts such things twice counts the same ones: tractors, not people or weeks."""
    return figure.noun not in COUNTED_OFTEN


def _points_back(document: Document, figure: Figure) -> bool:
    """Whether a figure is that of things that readers know of: `the 13 invoices`."""
    return bool(POINTS.search(document.text[max(0, figure.span[0] - 12) : figure.span[0]]))


def _shared(document: Document, one: Figure, other: Figure) -> set[str]:
    """The words, by their beginnings, of both figures' clauses, beside what they count."""
    mine, theirs = (
        {word[:5] for word in SENSE.findall(document.quote(clause_around(document, figure.span)).lower())}
        for figure in (one, other)
    )
    return {word for word in mine & theirs if not word.startswith((one.noun or "")[:4])} - words(
        "discrepancies", "no_sense"
    )


def is_other(document: Document, figure: Figure) -> bool:
    """Whether the words beside a figure say that it counts others of the kind: `another 40 homes`."""
    before = document.text[max(0, figure.span[0] - 24) : figure.span[0]].lower()
    part = " of " in document.quote(figure.span) and figure.unit not in ("%", PART)
    _, end = sentence_of(document, figure.span)
    part = part or REST.search(document.text[figure.span[1] : end]) is not None
    return part or bool(OTHERS_BEFORE.search(before) or OTHERS_AFTER.match(document.text, figure.span[1]))
