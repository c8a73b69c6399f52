"""Extraction's clock, first step: a text comes in, the words that tell a time go out, each with what was read in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from generator.extract.calendar_names import MONTH, SHORT_MONTH, WEEKDAY
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern

NAME_OF_MONTH = rf"(?:{SHORT_MONTH}\b\.?|{MONTH}\b)"


class Kind(StrEnum):
    """The forms of time expression, in the order in which they are tried at a place in the text."""

    DATE = "date"
    FEAST = "feast"
    MONTH = "month"
    WEEKDAY = "weekday"
    FOLLOWING = "following"
    DAY = "day"
    AGO = "ago"
    AFTER = "after"
    AHEAD = "ahead"
    CALENDAR = "calendar"
    VAGUE = "vague"
    YEARS = "years"
    YEAR = "year"


@dataclass(frozen=True)
class Expression:
    """Words that tell a time: their span, their form, and the parts read in them (absent parts are missing)."""

    span: Span
    kind: Kind
    parts: Mapping[str, str]


def find_expressions(text: str) -> Iterator[Expression]:
    """Every time expression of a text in reading order, none overlapping another."""
    barred = [match.span() for match in _not_times().finditer(text)]
    for match in _grammar().finditer(text):
        inside = any(start < match.end() and match.start() < end for start, end in barred)
        kind = next(kind for kind in Kind if match[f"form_{kind.value}"] is not None)
        parts = {_plain(name): value for name, value in match.groupdict().items() if value is not None}
        if not inside:
            yield Expression(match.span(), kind, parts)


def _plain(name: str) -> str:
    """A group's name without the number that keeps names apart in one pattern."""
    return name.rstrip("0123456789")


@cache
def _not_times() -> Pattern:
    return Pattern("|".join(lexicon("times")["not_times"]))


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _grammar() -> Pattern:
    """All forms as one pattern; one pass over the text finds the first that fits at each place."""
    forms = {**_dates(), **_days(), **_distances(), **_calendar()}
    return Pattern("|".join(f"(?P<form_{kind.value}>{forms[kind]})" for kind in Kind))


def _dates() -> dict[Kind, str]:
    """Forms that name a month or a year; months and weekdays are matched with their capital."""
    number = r"\d{1,2}(?:st|nd|rd|th)?\b"
    lead = r"\b(?:(?i:on|from|until|till|by|since|for|dated) )?(?:(?i:late|early) (?:on )?)?"
    year = r"(?:(?:,? (?P<year{0}>[12]\d{{3}})\b(?![,.]\d| votes)))?"
    return {
        Kind.DATE: rf"{lead}(?:the night of |the morning of )?(?:(?P<weekday1>{WEEKDAY}),? )?"
        rf"(?:(?P<day1>{number})(?: of|,)? (?P<month1>{NAME_OF_MONTH}){year.format(1)}"
        rf"|(?P<month2>{NAME_OF_MONTH}) (?P<day2>{number})(?!,\d|\.\d| per cent| percent){year.format(2)})",
        Kind.FEAST: rf"{lead}(?P<feast>{_any(list(lexicon('times')['feasts']))})\b{year.format(8)}",
        Kind.MONTH: rf"\b(?:(?i:(?P<rank3>last|next|this)|in|since|until|till|by|during|before|after|from"
        rf"|throughout|of) )"
        rf"(?i:(?:late|early|mid|the end of|the start of|the beginning of|the middle of)[ -])?"
        rf"(?P<month3>{NAME_OF_MONTH})(?!\w)(?! \d{{1,2}}\b)"
        rf"(?:,? (?:of )?(?P<year3>[12]\d{{3}})\b|,? (?i:of )?(?P<whose>last|this|next) year)?"
        rf"|\b(?P<month5>{NAME_OF_MONTH}),? (?P<year5>[12]\d{{3}})\b",
        Kind.YEARS: r"\b(?:in |for |the )?(?P<year6>[12]\d{3})[/–-](?P<until>\d{2}|[12]\d{3})\b(?![-–]|\s+votes)",
        Kind.YEAR: r"\b(?i:in|since|until|by|during|from|before|after|of|throughout|back in)(?i: the)?(?i:"
        r" early| late)? "
        r"(?P<year7>(?:19|20)\d{2}|(?:(?<=[Ii]n )|(?<=[Ss]ince ))1[5-8]\d{2}(?=[,.;)]|\s(?:by|with|when|and|was|to)\b))"
        r"\b(?![,.]\d|[/–-]\d|s\b| (?:votes|people|members|homes|jobs|seats|workers"
        r"|names|signatures))",
    }


def _days() -> dict[Kind, str]:
    """Forms that name a day of the week or a day seen from publication."""
    words = lexicon("times")
    parts = _any(words["dayparts"])
    until = rf" ?[–-] ?(?:\d{{1,2}},? (?:of )?{NAME_OF_MONTH}|{WEEKDAY})"  # and no counts: "on Monday, 19-12"
    of_month = rf",? \d{{1,2}}(?:(?:st|nd|rd|th)\b|{until}|,? (?:of )?{NAME_OF_MONTH})|,? {NAME_OF_MONTH} \d"
    qualifiers = r"(?:(?i:just|only|late|early|earlier) )?"
    return {
        Kind.WEEKDAY: rf"\b(?:(?i:just|only|late|early|earlier) )?(?:(?P<week>(?i:a week (?:on|last|from))) )?"
        rf"(?:(?i:on|by|until|till|from|since|before|after|for|at|of) )?(?:(?i:late|early) )?(?:(?i:the) )?"
        rf"(?:(?i:(?P<rank1>last|next|this|this coming|the following|following|the previous) ))?"
        rf"(?P<weekday>{WEEKDAY})\b(?! and [A-Z]|{of_month})(?i: (?:{parts})s?\b)?(?:(?P<weekly>(?i: week)\b)|"
        rf"(?P<nextweek>(?i:,? (?:of )?next week)\b))?",
        Kind.DAY: rf"\b{qualifiers}(?P<today>(?i:{_any(list(words['days']))}))\b",
        Kind.FOLLOWING: rf"\b{qualifiers}(?P<follow>(?i:{_any(list(words['following']))}))\b",
    }


def _distances() -> dict[Kind, str]:
    """Forms that count units of time from publication."""
    exact, rough = (_any(lexicon("times")["qualifiers"][key]) for key in ("exact", "rough"))
    qualified = rf"\b(?i:(?:{exact}) )?(?P<about>(?i:(?:{rough}) ))?"
    return {
        Kind.AGO: qualified + _count(1) + r"(?i: ago)\b",
        Kind.AFTER: rf"\b(?i:{exact}) {_count(2)}(?i: after)\b",
        Kind.AHEAD: rf"\b(?i:in|within|inside) {_count(3)}(?:['’]s?)?(?i: time| from now)\b"
        rf"|\b(?P<within>(?i:within|in the next|over the next)) {_count(4)}\b",
    }


def _count(number: int) -> str:
    """A count of units of time; the number keeps its groups apart from others in the pattern."""
    units = _any(list(lexicon("times")["units"]))
    counted = rf"{NUMBER}|an?|a couple of|a few|several|the other"
    return rf"(?P<count{number}>(?i:{counted})) (?P<unit{number}>(?i:{units}))s?"


def _calendar() -> dict[Kind, str]:
    """Forms that name a week, month or year seen from publication, and those too vague to be dated."""
    seasons = "|".join(lexicon("times")["seasons"])
    return {
        Kind.CALENDAR: r"\b(?:(?i:(?P<side2>earlier|later|late|early) ))?(?i:at the (?:end|start|beginning) of "
        r"|by the end of )?"
        r"(?i:(?P<rank5>last|this|next|the coming|the past|the previous|this past|this coming)) (?P<whole>"
        r"(?i:weekend|week|fortnight|month|year))\b(?!['’]?s? old)"
        r"|\b(?i:(?:at|over|by|on|before) the (?P<whole2>weekend))\b"
        r"|\b(?i:(?:at|by|before|until|towards) the (?:end|start) of the (?P<whole3>week|month|year))\b",
        Kind.VAGUE: r"\b(?i:in|over|during) (?i:recent|the (?:past|last) few|the coming|the last) (?i:days"
        r"|weeks|months|years)\b"
        rf"|\b(?i:in|last|next|this|during|before|after|by|since)(?i: the)?(?i: early| late)? (?i:{seasons})"
        rf"(?i: of [12]\d{{3}}| [12]\d{{3}})?\b"
        r"|\b(?i:last|this|next)(?i: early| late)? (?i:fall)\b(?! (?:of|in|for)\b)"
        r"|\b(?i:in the fall of) [12]\d{3}\b",
    }
