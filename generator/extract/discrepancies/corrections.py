"""Extraction's last look, corrections: figures come in, two of which one is told as the other's true value go out.

`The mayor said 22 buses were bought. The auditor put the number at 17.`
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from generator.extract.discrepancies.clauses import Values, clause_around, sentence_of, value_at
from generator.extract.discrepancies.figures import LENGTHS, TIMES, Figure, are_of_one_unit, is_of_pair
from generator.extract.discrepancies.givers import Said, given
from generator.extract.discrepancies.moments import CHANGE, are_of_two_moments
from generator.extract.discrepancies.senses import sense
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern

ABOUT = rf"(?:{one_of('about')}[, ]+)*"
PLAIN_SUM, SUM, TRUE = one_of("plain_sums"), one_of("sums"), one_of("true_ones")
PUT = Pattern(rf"\b{one_of('put_at')} (?P<thing>(?:[^\s.;]+ ){{1,12}}?)at {ABOUT}$", re.IGNORECASE)
NEARER = Pattern(
    r"\b(?:put|puts|putting|was|is|were) (?P<thing>(?:[^\s.;]+ ){0,6}?)[“\"‘']?(?:nearer|closer)(?: to)? $",
    re.IGNORECASE,
)
GAVE = Pattern(rf"\b{one_of('give_as')} (?P<thing>(?:[^\s.;,]+ ){{1,8}}?)as (?:having )?{ABOUT}$", re.IGNORECASE)
WAS = Pattern(
    rf"\b(?P<thing>(?:the|its|his|her|their|an?|[\w’'-]+['’]s?) (?:{TRUE} )?(?:[\w’'-]+ ){{0,2}}?{SUM}"
    rf"(?: (?:of|in) [\w’' -]+?| that \w+)?|{one_of('bare_sums')})(?:, [^,.;\d]{{1,60}},)?"
    rf" (?:was|is|were|stood at|stands at|came to|would be|had been|has been) {ABOUT}$",
    re.IGNORECASE,
)
WORTH = Pattern(
    rf"\b(?P<thing>(?:the|its|his|her|their) [\w’'-]+),? (?:which (?:was|is) )?worth {ABOUT}$", re.IGNORECASE
)
FIGURE_OF = Pattern(rf"\b{one_of('give_as')} (?P<thing>an? (?:[\w’'-]+ )?{PLAIN_SUM}) of {ABOUT}$", re.IGNORECASE)
SUGGESTED = Pattern(rf"\b(?P<thing>figures?) (?:suggesting|showing|that put|which put) (?:it|that) (?:was|at) {ABOUT}$")
BARE = Pattern(rf"\b(?:{one_of('give_bare')}|there (?:were|are|had been|have been)) [“\"‘']?{ABOUT}$", re.IGNORECASE)
ITS = Pattern(
    r"\b(?P<who>it|they) (?:(?:has|have|had|would|could|will|only) )*"
    rf"(?P<verb>(?!(?:and|or|but|by|in|at|for|from|with|of|as|had|has)\b)[a-z]+)(?: to)? {ABOUT}$"
)
WHOSE = Pattern(r"\b(?:who|whose|which)\b")
"""What tells of whom a figure is: `the share who had been paid`."""
TRUE_ONE = Pattern(r"\b(?:true|real|actual|right|correct)\b")
"""What tells that a figure is the other's, whatever is told of either: `had risen to 400. … the true number at 550`."""
OTHER_PAPER = Pattern(r"\b(?:second|third|next|other|another|latest|later|previous)(?: \w+)? $", re.IGNORECASE)
TOTAL = Pattern(r"\bof (?:the|its|their|his|her|these|those) $")
NO_SENSE = Pattern(
    rf"\b(?:{PLAIN_SUM}|{TRUE}|it|its|this|that|the|them|of|an?|his|her|their|in|for|on|by|to|verb|higher|lower|"
    r"\w+['’]s?)(?!\w)"
)
ENDS = Pattern(
    r"\s?(?:[.;!?”\"]|,(?! (?:and|or|but)? ?\d)|[’'](?=\s)|$|\n"
    r"| (?:according|on (?=[A-Z\d])|instead|that|by|in (?!favou?r))\b)"
)
OF_WHAT = Pattern(
    r"(?<= )of (?:\S+ ){0,2}?(?P<head>\S+)(?: (?:at|in|on|between|from|for|under|who|that|with|during|since)\b.*)?$"
)
PLURAL, IES = Pattern(r"s$"), Pattern(r"ies$")
LOOKED_BACK = 120
"""Letters before a figure in which the verb stands that gives it."""
FAR, FURTHEST = 5, 40
"""Sentences between a figure and a later one that is said to be of the same named thing; the far name it too."""
NEAREST = 1
"""Sentences between two figures that nothing but their nearness joins."""
SAME_SIZE = 20.0
"""How many times one may be the other and still be told of the same thing."""
ROUND, NEARLY = 100, 0.02
VERB = "verb "
"""Before the verb whose object a figure is said to be: it cost, it held."""
WOULD = Pattern(r"\b(?:would|could|will)\b")

NEEDED = Pattern(
    r"(?i)\b(?:an? |the )?(?:majority|quorum|threshold) (?:is|was|needs|requires|would be)(?: at least)? $"
)
"""What tells how many would do, not how many there were: `a majority is 80 votes`."""
SIDE = Pattern(r" (?:ayes?|nays?|noes|yeas?|yes(?:es)?)\b")
"""What tells behind a figure that it is a side of a vote, no number of things: `seven ayes`."""


def find_corrections(document: Document, figures: Sequence[Figure], claims: Sequence[ClaimFinding]) -> Iterator[Values]:
    """The clauses of each two figures of which the later is said to be the true one of the earlier."""
    said = Said(claims)
    for place, figure in enumerate(figures):
        told = told_of(document, figure)
        if told is None:
            continue
        thing, start = told
        before = map(figures.__getitem__, range(place - 1, -1, -1))
        earlier = _corrected(document, before, figure, thing)
        if earlier is None or _is_told_with(document, earlier, figure, figures[:place]):
            continue
        if thing.startswith(VERB) and _are_two_acts(document, earlier, figure, said):
            continue
        itself = TRUE_ONE.search(thing) or (CHANGE.search(thing) and not thing.startswith(VERB))
        if itself or not are_of_two_moments(document, earlier.span, figure.span):
            yield value_at(document, earlier.span), value_at(document, figure.span, since=start)


def _is_told_with(document: Document, earlier: Figure, figure: Figure, before: Sequence[Figure]) -> bool:
    """Whether the earlier figure's sentence tells the later one too: `by 306 to 325. … The figures were 306 …`."""
    start, end = sentence_of(document, earlier.span)
    same = (one for one in reversed(before) if one.value == figure.value)
    return any(start <= one.span[0] < end for one in same)


def _are_two_acts(document: Document, earlier: Figure, figure: Figure, said: Said) -> bool:
    """Whether the later figure is only of what will be done, or both are of what each of two sources did itself."""
    first, second = (document.quote(clause_around(document, one.span)) for one in (earlier, figure))
    if WOULD.search(second) and not WOULD.search(first):
        return True
    return given(document, earlier.span, said).own and given(document, figure.span, said).own


def told_of(document: Document, figure: Figure) -> tuple[str, int] | None:
    """What a figure is said to be the value of (`the number of deaths`, nothing if it stands bare), and from where."""
    start, _ = sentence_of(document, figure.span)
    start = max(start, figure.span[0] - LOOKED_BACK)
    before = document.text[start : figure.span[0]]
    if NEEDED.search(before) or SIDE.match(document.text, figure.span[1]):
        return None
    for pattern in (PUT, NEARER, GAVE, WAS, WORTH, FIGURE_OF, SUGGESTED):
        if match := _last(pattern, before) if pattern in (PUT, GAVE) else pattern.search(before):
            return match["thing"].strip().lower() or "it", start + match.start()
    if figure.noun is not None or not ENDS.match(document.text, figure.span[1]):
        return None
    if (match := ITS.search(before)) and match["who"] == "it" and not BARE.search(before):
        return f"{VERB}{match['verb']}", start + match.start()
    given = BARE.search(before)
    return ("", figure.span[0]) if given and not OTHER_PAPER.search(before[: given.start()]) else None


def _last(pattern: Pattern, text: str) -> re.Match[str] | None:
    """Where a pattern is found last: of `A list seen by the Post gives the number as`, what begins with `gives`."""
    match = after = pattern.search(text)
    while after:
        match, after = after, pattern.search(text, after.start() + 1)
    return match


def _corrected(document: Document, earlier: Iterable[Figure], figure: Figure, thing: str) -> Figure | None:
    """The earlier figure that a correction is of: one of the same named thing, else one that stands near enough.

    Args:
        earlier: the figures before it, the nearest first.
    """
    number = document.sentence_number
    here = number(figure.span[0])
    senses = _senses(thing)
    within_reach = takewhile(lambda one: here - number(one.span[0]) <= FURTHEST, earlier)
    near = [one for one in within_reach if one.value != figure.value and _comparable(document, one, figure, thing)]
    far = {one for one in near if here - number(one.span[0]) > FAR}
    beside = {one for one in near if number(one.span[0]) == here and WHOSE.search(thing)}
    clauses = far | beside | {one for one in near if one.noun in LENGTHS}  # their sentence tells of other things too
    chosen = [one for one in near if senses & _around(document, one, whole=one not in clauses)]
    if not chosen and (not senses or (figure.unit and len(senses) == 1 and not WHOSE.search(thing))):
        reach = NEAREST + ((1 if senses else 2) if thing else 0) + (1 if figure.unit else 0)
        chosen = [one for one in near if here - number(one.span[0]) <= reach or _repeats(document, one, figure)]
    if not chosen:
        return None
    first = number(chosen[0].span[0])
    return min(
        (one for one in chosen if number(one.span[0]) == first),
        key=lambda one: max(one.value, figure.value) / min(one.value, figure.value),
    )


def _repeats(document: Document, one: Figure, figure: Figure) -> bool:
    """Whether the correction's sentence names what the earlier figure counts."""
    return one.noun is not None and len(one.noun) > 3 and one.noun[:5] in _around(document, figure)


def _comparable(document: Document, one: Figure, other: Figure, thing: str) -> bool:
    """Whether two figures may be of one thing: of one unit, or one bare, and of no quite other size."""
    if not are_of_one_unit(one, other):
        return False
    measured = one.noun in LENGTHS and (
        one.noun not in TIMES | {"vote"} or not thing or thing.startswith("the number of")
    )
    if (measured and other.noun != one.noun) or (one.noun and other.noun and sense(one.noun) != sense(other.noun)):
        return False
    if thing in ("", "it") and one.noun is None and not one.unit and not (told_of(document, one) or ("",))[0]:
        return False
    if thing in ("", "it") and (is_of_pair(document, one) or TOTAL.search(document.text[: one.span[0]][-12:])):
        return False
    small, large = sorted((one.value, other.value))
    return small > 0 and large <= SAME_SIZE * small and not is_rounded(one.value, other.value)


def is_rounded(one: float, other: float) -> bool:
    """Whether the first is the second, rounded: 4,000 of 3,980."""
    return one % ROUND == 0 and abs(one - other) < NEARLY * other


def _senses(thing: str) -> set[str]:
    """The words of a thing that say which it is: `deaths` of `the number of deaths`, none of `the figure`."""
    plain = NO_SENSE.sub(" ", OF_WHAT.sub(r"\g<head>", thing))
    told = set(re.findall(r"[a-z]{3,}", plain)) - words("discrepancies", "tellers")
    return {
        form[:4]
        for word in told
        for form in (word, sense(word), sense(PLURAL.sub("", word)), sense(IES.sub("y", word)))
    }


def _around(document: Document, figure: Figure, *, whole: bool = True) -> set[str]:
    """The beginnings of the words in a figure's clause, or in its whole sentence."""
    span = sentence_of(document, figure.span) if whole else clause_around(document, figure.span)
    found = re.findall(r"[a-z]{3,}", document.quote(span).lower())
    told = (sense(token.lemma_.lower())[:4] for token in document.phrase(span))
    return {word[:4] for word in found} | {word[:5] for word in found} | set(told)
