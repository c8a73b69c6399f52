"""Extraction of votes: a clause's text comes in, how many voted each way goes out; no figure is ever guessed."""

import re
from dataclasses import dataclass
from functools import cache

from generator.extract.findings import Span
from generator.extract.numbers import NUMBER, number_of
from generator.model.records import Counts
from generator.model.words import Result

NONE = r"(?i:\bnone\b|\bnil\b|\bzero\b)"
ONE = rf"(?:{NUMBER}|{NONE})"
# What may follow a first figure that is a count of votes and no sum, share or time.
NOT_VOTES = (
    r"(?! ?(?:per cent|percent|%|million|billion|p\.?m|a\.?m|weeks?|days?|years?|months?|hours?|points?|miles|degrees))"
)


@dataclass(frozen=True)
class Tally:
    """Figures as printed: where they stand, the first and the second, and whether the words say which is which."""

    span: Span
    first: int
    second: int
    named: bool = False


@cache
def _pairs() -> tuple[re.Pattern[str], ...]:
    votes = r"(?: ?(?:votes?|members?|MPs|first-preference votes))?"
    named = (
        rf"(?P<a>{ONE})(?: (?:\w+ )?(?:votes?|members|MPs|senators|people|voters))?(?: voting| voted)?(?: were|"
        rf" was)? (?:in favou?r|for)\b[^.;]{{0,40}}?"
        rf"(?: and|,| to|;)+ (?P<b>{ONE})(?: votes?| members| voted| voting)? (?:were )?(?:against|opposed)",
        rf"(?P<b>{ONE})(?: votes?| members| voted| voting)? against[^.;]{{0,20}}?(?: and|,| to) (?P<a>{ONE})(?:"
        rf" votes?)? (?:in favou?r|for)\b",
        rf"(?P<a>{ONE}) (?:voted for|voted in favou?r|backed|supported) [^.;]{{0,80}}? and (?P<b>{ONE}) "
        rf"(?:voted )?(?:opposed|against|voted against)",
        rf"(?P<b>{ONE}) (?:\w+ )?opposed [^.;]{{0,120}}? with (?P<a>{ONE}) in favou?r",
        rf"(?P<b>{ONE})(?: \w+)? (?:votes? )?against and (?P<a>{ONE}) in favou?r",
    )
    plain = (
        rf"(?P<a>{ONE}){votes}{NOT_VOTES}(?: ?[-–—] ?| to |-to-)(?P<b>{ONE}){NOT_VOTES}(?!(?:-to)?-\w|[–-]\d)",
        rf"(?P<a>{ONE}) votes? (?:against|versus|compared with) (?P<b>{ONE})\b",
        rf"(?P<a>{NUMBER}) votes[^.;]{{0,60}}? to (?:\w+['’]s |his |her |their |[\w ]{{0,40}}?['’]s? )?"
        rf"(?P<b>{NUMBER})\b{NOT_VOTES}",
        rf"(?P<a>{NUMBER}) votes[^.;]{{0,60}}? against (?P<b>{NUMBER}) for\b",
    )
    return tuple(re.compile(rf"(?i:{p})") for p in (*named, *plain))


NAMED = 5
TIED = re.compile(rf"(?i:(?:at|were)? ?(?P<a>{NUMBER}) votes? each)")
ABSTAINED = re.compile(
    rf"(?i:\b(?P<a>{NUMBER}|an?|no)\b(?: \w+){{0,3}} (?:abstentions?|abstaining|abstained)"
    rf"|\bwith (?P<b>{NUMBER}) (?:abstentions?|abstaining))"
)


def find_tally(text: str, start: int = 0, end: int | None = None) -> Tally | None:
    """The first pair of counts that a stretch of text prints, or None."""
    found = []
    stop = len(text) if end is None else end
    for rank, pattern in enumerate(_pairs()):
        for match in pattern.finditer(text, start, stop):
            first, second = number_of(match["a"]), number_of(match["b"])
            if first is None or second is None or _is_a_range(text, match, first, second):
                continue
            found.append((match.start(), rank, Tally(match.span(), first, second, rank < NAMED)))
            break
    if not found and (tied := TIED.search(text, start, stop)):
        number = number_of(tied["a"])
        return None if number is None else Tally(tied.span(), number, number)
    return min(found, key=lambda entry: (not entry[2].named, entry[0], entry[1]))[2] if found else None


def find_tallies(text: str) -> tuple[Tally, ...]:
    """Every pair of counts in a text, in order."""
    found = []
    at = 0
    while tally := find_tally(text, at):
        found.append(tally)
        at = tally.span[1]
    return tuple(sorted(found, key=lambda tally: tally.span))


def _is_a_range(text: str, match: re.Match[str], first: int, second: int) -> bool:
    """Whether two figures are a span of years, a season, ages or a score out of context."""
    before = text[max(0, match.start() - 12) : match.start()].casefold()
    years = all(1900 <= figure <= 2100 for figure in (first, second)) and "votes" not in match.group()
    return years or before.endswith(
        ("aged ", "between ", "from ", "article ", "section ", "£", "$", "€", "covid", "clause ")
    )


def abstentions(text: str) -> int | None:
    """How many abstained, as a stretch of text says, or None."""
    match = ABSTAINED.search(text)
    if not match:
        return None
    words = match["a"] or match["b"]
    return {"a": 1, "an": 1}.get(words.casefold(), number_of(words))


def counts_of(tally: Tally | None, result: Result | None, abstained: int | None) -> Counts:
    """Counts for and against the motion: the winning side's figure belongs to the result that is told."""
    if tally is None or (result is None and not tally.named):
        return Counts(abstain=abstained)
    more, fewer = max(tally.first, tally.second), min(tally.first, tally.second)
    if tally.named:
        return Counts(for_=tally.first, against=tally.second, abstain=abstained)
    if result is Result.REJECTED:
        return Counts(for_=fewer, against=more, abstain=abstained)
    return Counts(for_=more, against=fewer, abstain=abstained)
