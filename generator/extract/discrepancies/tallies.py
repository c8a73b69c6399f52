"""Extraction's last look, tallies: the article comes in, two counts of one vote that cannot both be right go out."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.discrepancies.comparing import pairs
from generator.extract.discrepancies.corrections import GAVE, PUT
from generator.extract.discrepancies.figures import MONTH
from generator.extract.discrepancies.other_votes import is_next_motion, is_other_vote
from generator.extract.discrepancies.sums import find_wrong_sides, find_wrong_sums
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.votes.counts import Tally, find_tallies

MARGIN = Pattern(
    r"(?i:\b(?:by|majority of|majority was|margin of|fell short by)(?: just| only)? "
    rf"(?P<number>{NUMBER})(?P<votes> votes)?|\b(?P<before>{NUMBER})-vote (?:margin|majority|victory|win|defeat))"
    r"(?!(?: votes)? (?:to|for|against)\b|[-–%]|,\d|\.\d| (?!votes\b|is\b|was\b|has\b|as\b)[a-z]+s\b| per\b)"
)
BY_MARGIN = Pattern(rf"\b{one_of('decided')}\b[^.;]{{0,25}}$", re.IGNORECASE)
HOPED = Pattern(rf"\b(?:{one_of('hoped')}|in 20\d\d)\b", re.IGNORECASE)
SAID_IT_WAS = Pattern(
    r"\b(?:said|says|insisted|insists|claimed|claims)(?: that)? (?:it|the (?:vote|count|tally|result|figures?))"
    r" (?:was|were|had been) $"
)
OTHER_MOTION = Pattern(
    r"(?i)\b(?:an?|one|another|second) (?:[\w-]+ ){0,2}?(?:amendment|motion|bill|resolution)\b[^,;]*$"
)
"""What tells that a margin is another motion's: `an amendment fell by three`."""
LONG_AGO = Pattern(r"(?i)\b(?:recall(?:ed|s|ing)|in (?:19|20)\d\d)\b[^\n]*$")
"""What tells that a margin is that of a vote of years ago: `recalled of a night in 1993: “We lost by eight`."""
ABOUT_A_VOTE = Pattern(rf"\d ?[-–—] ?\d|\b{one_of('about_a_vote')}\b", re.IGNORECASE)
SLIP, SLIP_IN_COMMITTEE = 3, 1
"""Votes by which two counts of one vote may differ, in a chamber and in a small body."""
COMMITTEE = 16
SMALLEST, LEAST_DIGITS = 4, 100
OF_ITS_TIME = Pattern(
    rf"(?:,|:| votes?)? (?:in (?:{MONTH}|(?:19|20)\d\d)\b|last (?:year|month)\b"
    r"|(?:\w+ ){1,2}(?:months?|years?) (?:ago|earlier)\b)"
)
"""What tells behind a margin that it is that of a vote of months ago."""
LEAST_TURNED = 12
"""The least margin whose digits may have changed places: 69, 96."""
FIFTH = 5
LOOKED_BACK = 60
"""Letters before a margin in which it may be called hoped for."""
FAR_BACK = 160
"""Letters before a margin's sentence in which it may be said to be of another year."""
NEAR = 2
"""Sentences between a tally and one that corrects it."""


def find_tally_slips(document: Document) -> Iterator[Values]:
    """Two tallies of one vote that differ a little, and a tally and a margin that it does not give."""
    tallies = _tallies(document)
    given = {other for other in tallies if _is_given(document, other)}
    for one, other in pairs(tallies):
        corrected = other in given and _is_corrected(document, one, other)
        if (corrected and not is_next_motion(document, one.span, other.span)) or (
            _is_slip(one, other) and not is_other_vote(document, one.span, other.span)
        ):
            yield value_at(document, one.span), value_at(document, other.span)
    yield from _margins(document, tallies)
    yield from find_wrong_sums(document, tallies)
    yield from find_wrong_sides(document, tallies)


def _tallies(document: Document) -> tuple[Tally, ...]:
    """The tallies of the paragraphs that speak of a vote."""
    found: list[Tally] = []
    for start, end in document.paragraphs:
        text = document.text[start:end]
        for tally in find_tallies(text) if ABOUT_A_VOTE.search(text) else ():
            found.append(replace(tally, span=(start + tally.span[0], start + tally.span[1])))
    return tuple(found)


def _is_slip(one: Tally, other: Tally) -> bool:
    """Whether one side is the same and the other nearly so: 11-9 and 11-8."""
    shared = {one.first, one.second} & {other.first, other.second}
    largest = max(one.first, one.second)
    apart = abs(one.first + one.second - other.first - other.second)
    if not shared or largest < SMALLEST or (one.first > one.second) != (other.first > other.second):
        return False
    slip = SLIP if one.first + one.second > COMMITTEE else SLIP_IN_COMMITTEE
    return 0 < apart <= slip or (apart > 0 and _digits(one) == _digits(other) != [])


def _digits(tally: Tally) -> list[str]:
    """A tally's digits, sorted, where there are enough to tell that some have changed places: 240, 420."""
    return sorted(f"{tally.first} {tally.second}") if min(tally.first, tally.second) >= LEAST_DIGITS else []


def _is_given(document: Document, tally: Tally) -> bool:
    """Whether a tally is said to be the true value of one: `a fourth put the tally at 29-21`."""
    start, _ = sentence_of(document, tally.span)
    before = document.text[start : tally.span[0]]
    return bool(PUT.search(before) or GAVE.search(before) or SAID_IT_WAS.search(before))


def _is_corrected(document: Document, one: Tally, other: Tally) -> bool:
    """Whether a tally that is said to be the true one is that of the earlier, shortly before it."""
    apart = document.text[one.span[1] : other.span[0]].count(". ")
    alike = max(one.first, other.first) <= 2 * min(one.first, other.first)
    return alike and apart <= NEAR and (one.first, one.second) != (other.first, other.second)


def _margins(document: Document, tallies: tuple[Tally, ...]) -> Iterator[Values]:
    right = {abs(tally.first - tally.second) for tally in tallies}
    figures = {figure for tally in tallies for figure in (tally.first, tally.second)}
    for match in MARGIN.finditer(document.text):
        number = number_of(match["number"] or match["before"])
        if number is None or number in right | figures or not _is_margin(document, match):
            continue
        near = [tally for tally in tallies if _is_near(abs(tally.first - tally.second), number)]
        if len(near) == 1:
            yield value_at(document, _told(document, near[0])), value_at(document, match.span())


def _told(document: Document, tally: Tally) -> Span:
    """Where the article prints the margin that a tally does give, else where it prints the tally."""
    margin = abs(tally.first - tally.second)
    printed = (m for m in MARGIN.finditer(document.text) if number_of(m["number"] or m["before"]) == margin)
    return next((match.span() for match in printed), tally.span)


def _is_margin(document: Document, match: re.Match[str]) -> bool:
    """Whether a number is the margin of a vote that was held: no hope, and no `by five` of something else."""
    start, _ = sentence_of(document, match.span())
    before = document.text[start : match.start()]
    if OF_ITS_TIME.match(document.text, match.end()) or OTHER_MOTION.search(before):
        return False
    if HOPED.search(before[-LOOKED_BACK:] + match.group()):
        return False
    if LONG_AGO.search(document.text[max(0, start - FAR_BACK) : match.start()]):
        return False
    alone = match.group().lower().startswith("by ") and not match["votes"]
    return not alone or bool(BY_MARGIN.search(before))


def _is_near(margin: int, number: int) -> bool:
    changed_places = margin >= LEAST_TURNED and sorted(str(margin)) == sorted(str(number)) and margin != number
    return changed_places or 0 < abs(margin - number) <= max(SLIP, number // FIFTH)
