"""Extraction of votes: a clause's text comes in, how many voted each way goes out; no figure is ever guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.extract.calendar_names import WEEKDAY
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import words
from generator.extract.votes.turning import turn
from generator.model.records import Counts
from generator.model.words import Result

NONE = r"(?i:\bnone\b|\bnil\b|\bzero\b)"
ONE = rf"(?:{NUMBER}|{NONE})"
# What may follow a first figure that is a count of votes and no sum, share or time.
NOT_VOTES = (
    r"(?! ?(?:%|(?:per cent|percent|million|billion|p\.?m|a\.?m|weeks?|days?|years?|months?|hours?|points?|miles"
    r"|degrees)\b))"
)
# What those do who are against a charge, a plan or the override of a veto, beside what turns a motion down.
TO_STOP = r"(?:acquit|block|sustain)"
MARK = r"[“\"‘']"
# Before the votes that one who stood in an election had.
HAD = r"(?:with|won|winning|wins|secured|securing|received|receiving|got|took|polled|garnered|had)"
NEITHER = r"\d{1,3}"
MOST_APART = 110  # characters between the figure for one side and that for the other
LARGEST_RATIO = 10  # "nine to one" is a ratio, "two to one" a bench
SMALLEST_RATIO = 5


@cache
def _few() -> Pattern:
    """Those who are few enough to divide two to one."""
    return Pattern(rf"\b(?:{words(lexicon('votes')['small_bodies'])})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Tally:
    """Figures as printed: where they stand, the first and the second, and whether the words say which is which."""

    span: Span
    first: int
    second: int
    named: bool = False


@cache
def _side(name: str) -> Pattern:
    """How many took a side: "162 MPs voted against", "139 in favour", "seven opposed it"; no party's share of them."""
    word = rf"(?!to\b|and\b|but\b|for\b|against\b|in\b|votes\b|{NUMBER})(?:[a-z]+|M[A-Z]*s|Members|TDs|Senators|Peers"
    # The house itself, and no party of it: "29 Senedd members".
    word += rf"|{words(lexicon('votes')['counted_houses'])})"
    # "12 of the Council's 15 members", "281 members of Parliament", "one (Ruritania)"
    of_all = rf" of (?:(?:the|its) (?:[A-Z][\w-]*(?: [A-Z][\w-]*){{0,3}}['’]s )?)?{NUMBER} [a-z-]+"
    of_house = r" (?:[Mm]embers|[Dd]eputies|[Ll]awmakers|[Ll]egislators|[Ss]enators|MPs) (?:of|in) (?:the )?"
    of_house += r"(?:[A-Z]\w+(?: [A-Z]\w+)?|\d{1,4}-(?:seat|member) [a-z]+(?: house| chamber)?)"
    who = rf"(?:{of_all}|{of_house}|(?: (?:of the |of its )?{word}){{0,2}}?(?: \([A-Z][^()]{{1,60}}\))?)"
    voted = r"(?: who)?(?: had| have| were| was)?(?: (?:voted|voting|pressed|cast))?"
    voted += rf"(?: (?:on )?{WEEKDAY})?"
    told = {
        "for": rf"(?:(?:in (?:its |his |her |their )?favou?r|for|in support(?! of)|{MARK}?(?:yes|ayes?|yeas?))\b"
        rf"|(?:backed|supported|supporting|backing|endorsing)\b|to convict\b|voted to (?!\d|{TO_STOP})(?P<deed>\w+))",
        "against": rf"(?:(?:against(?! {NUMBER})|{MARK}?(?:no|noes|nays?)"
        rf"|opposed|opposing|rejected|rejecting|dissented|dissenting)\b"
        rf"|to acquit\b|voted to {TO_STOP}\b|voted not to\b|voted to (?P<deed>\w+))",
    }
    first = {"for": "ayes", "against": "(?:noes|nays)"}[name]
    told_first = {"for": "(?:for|in favou?r(?: of)?)", "against": "against"}[name]
    votes = r"(?: votes?)?"
    members = words([*lexicon("votes")["positions"], "member states", "states", "countries", "nations"])
    # "backed by 86 TDs", "the support of 70 MSPs"
    done_by = {
        "for": r"(?:backed|supported|approved|endorsed) by|(?:support|backing) of",
        "against": r"(?:voted down|opposed|rejected) by",
    }[name]
    # "with 96 votes while 12 deputies voted against", "against 44 who voted to keep him"
    who_voted = {
        "for": rf"|with (?P<who>{NUMBER}) votes(?=,? (?:while|and|with) {NUMBER}\b)",
        "against": rf"|against (?P<who>{NUMBER}) who (?:voted|opposed)\b",
    }[name]
    return Pattern(
        rf"(?i:\b(?:{first}|votes? {told_first}(?: the (?:motion|bill|amendment|resolution)| it)?):?"
        rf"(?: had| are| were| numbered| tallied| totall?ed| stood at)? (?P<named>{NUMBER}))"
        rf"|(?<!\d )(?P<count>(?i:{ONE}))(?i:{votes}){who}(?i:{voted}) (?i:{told[name]})"
        rf"|(?i:\b(?:{done_by}) (?P<by>{NUMBER})) (?:{members})\b{who_voted}"
        rf"|(?:{members}) (?:and|but) (?i:(?:{done_by}) (?P<too>{NUMBER}))\b"
    )


@cache
def _pairs() -> tuple[Pattern, ...]:
    votes = r"(?: ?(?:votes?|members?|MPs|first-preference votes))?"
    spaced = r"\d{1,3}(?: \d{3})+"
    plain = (
        rf"\b(?P<a>{spaced}) votes? to (?P<b>{spaced}|\d+)\b",
        # With those who were present and took no side as the third: "in a 225-201-1 vote".
        rf"(?P<a>(?<![\d–-])\d{{1,3}})[–-](?P<b>\d{{1,3}})[–-]{NEITHER}(?= vote\b)",
        rf"(?P<a>(?<!\d[–-]){ONE}){votes}{NOT_VOTES}(?:(?<=\d) ?[-–—] ?(?=\d)|[-–—]| to |-to-)"
        rf"(?P<b>{ONE}){NOT_VOTES}(?!(?:-to)?-\w|[–-]\d)",
        r"(?P<a>\b\d{1,2}) ?: ?(?P<b>\d{1,2})(?= (?:majority|verdict|ruling|decision|judgment|split|vote)\b)",
        rf"(?P<a>{ONE}) votes? (?:against|versus|compared with) (?:[\w. -]{{1,40}}['’]s? |his |her )?(?P<b>{ONE})\b",
        # Of who won and who lost: "won the run-off with 185 votes, defeating Mr Ames, who received 156"
        rf"\b{HAD} (?P<a>{NUMBER}) votes\b[^.;]{{0,70}}?"
        rf"\b(?:defeat|beat|ahead of|against|over|while|second)[^.;]{{0,70}}? {HAD} (?P<b>{NUMBER})\b{NOT_VOTES}",
        rf"(?P<a>{NUMBER}) votes[^.;]{{0,60}}? to (?:\w+['’]s |his |the |her |their |[\w. -]{{0,40}}?['’]s? )?"
        rf"(?P<b>{NUMBER})\b{NOT_VOTES}",
    )
    return tuple(Pattern(rf"(?i:{p})") for p in plain)


# Before a figure that something comes to or from: "the required majority drops to 180 votes after two rounds".
MOVES = Pattern(
    r"\b(?:drop|fall|fell|rise|rose|cut|reduc|lower|rais|increas|grow|grew|shr[aiu]nk|stand|stood)\w* (?:from|to) $",
    re.IGNORECASE,
)
OF_ALL = Pattern(r"\bof (?:the|its|all|[A-Z][\w -]{1,40}['’]s) $|\bof the (?:[A-Z][\w-]* ){1,3}?[\w-]+['’]s $")
# Before how many of somebody's own took a side: "Mr Ames and his 10 colleagues voted against".
OWN = Pattern(r"\b(?:his|her|their|its|my|our) (?:other |own |fellow )?$", re.IGNORECASE)
# What was counted besides votes: "one call for new powers", "two arguments against it".
OF_NO_VOTERS = Pattern(
    r"^\w+ (?:[a-z-]+ )?(?:speakers?|spoke|speaking|speeches|letters?|e-?mails?|comments?"
    r"|submissions?|responses?|calls?|pleas?|bids?|cases?|arguments?|reasons?|requests?|demands?|motions?|bills?"
    r"|amendments?|proposals?|plans?|measures?|appeals?|petitions?|campaigns?|applications?|attempts?|speech(?:es)?|complaints?"
    r"|charges?|lawsuits?|claims?|warnings?|allegations?|resolutions?|protests?|objections?|candidates?|seats?|deadlines?"
    r"|dates?|months?|weeks?|days?|hours?|years?)"
    r" (?:for|against|in favou?r|in support|supporting|backing|opposed|opposing)$",
    re.IGNORECASE,
)
# How a party in the house split: "three of its five members voted against".
OF_A_PART = Pattern(rf"\bof (?:its|their|his|her) {NUMBER}\b", re.IGNORECASE)
OF_OTHERS = Pattern(rf"{NUMBER} $", re.IGNORECASE)
EVEN = Pattern(
    rf"(?i:(?P<a>{NUMBER}) votes? (?:each|apiece)|(?:tied|split|divided|level|deadlocked|drew)\b[^.;]{{0,20}}?"
    rf"(?P<b>{NUMBER})(?: (?:each|apiece)|[- ]all)\b)"
)
THIRD = Pattern(rf"\d[–-]\d{{1,3}}[–-](?P<a>{NEITHER}) vote\b")
ABSTAINED = Pattern(
    rf"\b(?P<a>(?i:{NUMBER}|an?|no))(?: (?!(?i:{NUMBER}|an?|with|and|no|but|to)\b)"
    r"(?:[a-z’'-]+|M[A-Z]*s|Members|TDs|Senators)){0,3}"
    r" (?i:abstentions?|abstaining|abstained)"
)


def find_tallies(text: str) -> tuple[Tally, ...]:
    """Every pair of counts in a text, in order, none overlapping another; what the words name comes first."""
    kept: list[Tally] = []
    for tally in (*_by_side(text), *_plain(text), *_even(text)):
        if not any(tally.span[0] < other.span[1] and other.span[0] < tally.span[1] for other in kept):
            kept.append(tally)
    return tuple(sorted((_of_the_motion(text, tally) for tally in kept), key=lambda tally: tally.span))


# What is voted on that way is an application, for which those who voted against its refusal were.
REFUSAL = Pattern(r"\b(?:for|in favou?r of) (?:a )?(?:refusal|rejection)\b", re.IGNORECASE)


def _of_the_motion(text: str, tally: Tally) -> Tally:
    """Counts for and against what was refused, where they are told for and against its refusal."""
    turned = tally.named and REFUSAL.search(text, tally.span[0]) is not None
    return replace(tally, first=tally.second, second=tally.first) if turned else tally


def _by_side(text: str) -> Iterator[Tally]:
    """A figure for and the nearest figure against it, within one sentence."""
    against = [(m.span(), number) for m, number in on_side("against", text) if not OF_A_PART.search(m.group())]
    for match, number in on_side("for", text):
        near = [entry for entry in against if _gap(match.span(), entry[0]) <= MOST_APART]
        if not near or OF_A_PART.search(match.group()):
            continue
        span, other = min(near, key=lambda entry: _gap(match.span(), entry[0]))
        against.remove((span, other))
        yield Tally((min(span[0], match.start()), max(span[1], match.end())), number, other, named=True)


# How the count of the other side begins in a sentence of its own: "Nine opposed it", "But another 12 voted no".
OTHER_SIDE = Pattern(rf"(?:(?:but|and|just|only|another|the other|a further) ){{0,2}}(?={NUMBER}\b)", re.IGNORECASE)


def counts_on(before: str, after: str) -> bool:
    """Whether a sentence counts one side of a vote alone and the next begins with how many were on the other."""
    begins = OTHER_SIDE.match(after)
    if begins is None:
        return False
    for one, other in (("for", "against"), ("against", "for")):
        told = next(on_side(other, after), None)
        if told and told[0].start() == begins.end() and any(on_side(one, before)):
            return not find_tallies(before)
    return False


def on_side(side: str, text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each telling of how many took a side; of those who voted to do something by which side that is."""
    result = {"for": Result.PASSED, "against": Result.REJECTED}[side]
    for match in _side(side).finditer(text):
        deed = match["deed"] is not None
        if (number := _figure(match)) is not None and not (deed and turn(text, match.start("deed")) is not result):
            yield match, number


def _figure(match: re.Match[str]) -> int | None:
    """How many took a side; of how many in all some did is no such figure: "most of the 15 members voted"."""
    if match["named"] and OF_OTHERS.search(match.string, 0, match.start()):
        return None  # "61 votes against 57"
    if match["count"] and OF_NO_VOTERS.search(match.group()):
        return None
    if match["count"] and any(way.search(match.string, 0, match.start()) for way in (OF_ALL, OWN)):
        return None
    found = match.groupdict()
    return number_of(next(filter(None, (found.get(group) for group in ("named", "count", "by", "too", "who")))))


def _gap(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _plain(text: str) -> Iterator[Tally]:
    found = []
    for rank, pattern in enumerate(_pairs()):
        at = 0
        while match := pattern.search(text, at):
            at = match.end()
            first, second = (number_of(_unspaced(match[side])) for side in "ab")
            if first is not None and second is not None and not _is_no_tally(text, match, first, second):
                found.append((rank, match.start(), Tally(match.span(), first, second)))
    yield from (tally for _, _, tally in sorted(found, key=lambda entry: entry[:2]))


def _unspaced(figure: str) -> str:
    """A figure without the spaces before its thousands: "2 476"."""
    return figure.replace(" ", "") if figure[0].isdigit() else figure


def _even(text: str) -> Iterator[Tally]:
    for match in EVEN.finditer(text):
        if (number := number_of(match["a"] or match["b"])) is not None:
            yield Tally(match.span(), number, number)


def _is_no_tally(text: str, match: re.Match[str], first: int, second: int) -> bool:
    """Whether two figures are a span of years, a season, ages, a ratio or a score out of context."""
    before = text[max(0, match.start() - 12) : match.start()].casefold()
    voted = "vote" in match.group()
    season = 1900 <= first <= 2100 and second == (first + 1) % 100 and not voted  # "the budget for 2011-12"
    years = all(1900 <= figure <= 2100 for figure in (first, second)) and not voted
    to_one = not voted and match["b"].casefold() == "one" and first <= LARGEST_RATIO
    ratio = to_one and (first >= SMALLEST_RATIO or _few().search(text) is None)
    return (
        years
        or season
        or ratio
        or MOVES.search(text, 0, match.start()) is not None
        or before.endswith(("aged ", "between ", "from ", "article ", "section ", "£", "$", "€", "covid", "clause "))
    )


def abstentions(text: str) -> int | None:
    """How many abstained, as a stretch of text says, or None."""
    match = ABSTAINED.search(text) or THIRD.search(text)
    return None if not match else {"a": 1, "an": 1, "no": 0}.get(match["a"].casefold(), number_of(match["a"]))


def counts_of(tally: Tally | None, result: Result | None, abstained: int | None) -> Counts:
    """Counts for and against the motion: the winning side's figure belongs to the result that is told."""
    if tally is None:
        return Counts(abstain=abstained)
    more, fewer = max(tally.first, tally.second), min(tally.first, tally.second)
    if tally.named:
        return Counts(for_=tally.first, against=tally.second, abstain=abstained)
    if result is None and more != fewer:
        return Counts(abstain=abstained)
    if result is Result.REJECTED:
        return Counts(for_=fewer, against=more, abstain=abstained)
    return Counts(for_=more, against=fewer, abstain=abstained)
