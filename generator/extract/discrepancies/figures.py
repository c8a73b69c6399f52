"""Extraction's last look, figures: the parsed article comes in, every figure with what it counts goes out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document, span_of
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon, words
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.tokens import Token

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]+\.?|\.)?"
MONEY = r"(?:(?:US|A|C|NZ|HK)?[$£€₹]|\b(?:Rs\.?|KSh|Sh|Tk|R|N)(?=\s?\d))"
SCALE = r"(?:million|billion|trillion|crore|lakh|bn|tn|m|k)"
GREAT = r"(?:million|billion|trillion|crore|lakh)"
DIGITS = r"\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?"
FRACTIONS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
FRACTION = (
    rf"(?<![\w-])(?:(?P<parts>an?|one|two|three|four)[ -](?P<name>third|quarter|fifth|tenth)s?|(?P<halved>half))"
    r"(?=[.,;”\"]| of (?:the|its|their|his|her|all|those|them)\b)"
    rf"|(?<![\w-])(?P<several>{NUMBER}) (?:in|out of|in every) (?P<every>{NUMBER})"
    r"(?!\w| (?:second|minute|hour|day|week|month|year|or|votes?)\b)"
)
FIGURE = Pattern(
    rf"(?i:{FRACTION})|(?P<money>{MONEY})\s?(?P<sum>{DIGITS})(?:[ -]?(?P<scale>{SCALE})\b)?"
    rf"|(?<![\w.,:/£$€’-])(?P<digits>{DIGITS})(?:[ -]?(?P<many>{SCALE})\b)?(?P<share>[ -]?(?:per cent\b|percent\b|%))?"
    rf"(?![\w:/’]|[.,]\d|\s?[ap]\.?m\b|(?:st|nd|rd|th)\b)"
    rf"|(?i:(?<![\w-])(?P<words>{NUMBER})(?: (?P<times>{GREAT}))?(?!\w))(?P<part>[ -](?:per cent|percent))?"
    rf"|(?<![\w-])(?P<half>[Hh]alf )?[Aa] (?P<one>{GREAT})\b"
    r"|(?<![\w-])(?P<often>[Tt]wice|(?<=\b(?:only|just) )once)(?=[.,;]| (?:in|since|last|this|during|on|at|before)\b)"
)
NO_COUNT_BEFORE = Pattern(
    rf"(?:\b{MONTH} |\b(?i:{one_of('numbered')}) |[-–—]|\d[:.]"
    r"|\b(?i:at|by|until|before|since|from|past|to) (?=\d{1,2}\b[^\d%,.]|\d{1,2}$))$"
)
NO_COUNT_AFTER = Pattern(
    rf"\s?(?:{MONTH}\b|o['’]clock|-?year-old|[-–]\d|-\w+-old|[:.]\d\d|[ap]\.?m\b|(?:st|nd|rd|th)\b)"
)
SIZES = {
    "million": 1e6,
    "m": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "crore": 1e7,
    "lakh": 1e5,
    "k": 1e3,
}
AGAINST = r"(?: to | (?:as )?against (?:the |its |their )?|-|–| in )"
PAIR_BEFORE = Pattern(rf"(?:{NUMBER}(?: votes?)?{AGAINST}|\b[Bb]etween {NUMBER} and |\b[Bb]etween )$")
PAIR_AFTER = Pattern(rf"(?: votes?)?{AGAINST}{NUMBER}")
NO_WORDS: frozenset[str] = frozenset()
PART = "/"
"""The unit of a share that is told as a part: a third, two in five; no bare figure puts it right."""
MOST_IN = 100
"""Of how many a part is told: one in 40, not one in 2019."""
LEAST_SUM = 10_000
"""Of what is a sum of money though no currency is named."""
YEARS = range(1800, 2100)
HOURS: dict[str, float] = lexicon("discrepancies")["hours_of"]
"""Units of time, in hours."""
TIMES = frozenset(HOURS)
LENGTHS = words("discrepancies", "lengths") | TIMES
"""Measures whose figure no bare figure puts right."""
BETWEEN = ("of", "the", "its", "his", "her", "their", "-")
ENDS = Pattern(r"[.!?;:]\s")
LONGEST_PHRASE = 5
"""Words between a figure and the noun that it counts."""


@dataclass(frozen=True)
class Figure:
    """A figure, where it stands, its unit (£, $, %, or nothing) and the noun that it counts, where there is one."""

    span: Span
    value: float
    unit: str
    noun: str | None
    described: frozenset[str]
    """The other words of the noun's phrase, as lemmas."""


def find_figures(document: Document) -> tuple[Figure, ...]:
    """The sums, shares and counts of an article in reading order; no date, hour, age, rank or number of a thing."""
    return tuple(_figures(document))


def _figures(document: Document) -> Iterator[Figure]:
    text = document.text
    for match in FIGURE.finditer(text):
        value = _value(match)
        if value is None or NO_COUNT_AFTER.match(text, match.end()):
            continue
        unit = _unit(match)
        if not unit and NO_COUNT_BEFORE.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        noun, described, end = ("time", NO_WORDS, match.end()) if match["often"] else _counted(document, match.end())
        if not unit and noun in words("discrepancies", "currencies"):
            unit, noun = noun, None
        if not unit and noun is None and match["digits"] and value in YEARS and "," not in match["digits"]:
            continue
        if match["words"] and match["words"].lower() == "one" and noun is None:
            continue
        yield Figure((match.start(), max(match.end(), end)), value, unit, noun, described)


def _value(match: re.Match[str]) -> float | None:
    if match["name"] or match["halved"] or match["several"]:
        return _share(match)
    if match["often"]:
        return 2.0 if match["often"].lower() == "twice" else 1.0
    if match["one"]:
        return SIZES[match["one"]] * (0.5 if match["half"] else 1.0)
    if match["words"]:
        number = number_of(match["words"])
        return None if number is None else number * (SIZES[match["times"].lower()] if match["times"] else 1.0)
    digits = match["sum"] or match["digits"]
    scale = match["scale"] or match["many"]
    return float(digits.replace(",", "")) * (SIZES[scale] if scale else 1.0)


def _share(match: re.Match[str]) -> float | None:
    """A part in parts of a hundred: a third, two in five; None where it is no part."""
    if match["halved"]:
        return FRACTIONS["half"]
    if match["name"]:
        parts = 1 if match["parts"].lower() in ("a", "an") else number_of(match["parts"]) or 1
        return parts * FRACTIONS[match["name"].lower()]
    few, every = number_of(match["several"]), number_of(match["every"])
    return 100.0 * few / every if few and every and few < every <= MOST_IN else None


def _unit(match: re.Match[str]) -> str:
    if match["name"] or match["halved"] or match["several"]:
        return PART
    if match["money"]:
        return match["money"].rstrip(".")
    return "%" if match["share"] or match["part"] else ""


def _counted(document: Document, place: int) -> tuple[str | None, frozenset[str], int]:
    """The noun that a figure counts, the words that describe it, and where its phrase ends."""
    if ENDS.match(document.text, place):
        return None, frozenset(), place
    last = document.phrase((place - 1, place))[-1].i
    noun: Token | None = None
    words: list[str] = []
    for token in document.tokens[last + 1 : last + 1 + LONGEST_PHRASE]:
        measure = token.lower_ in LENGTHS and token.i == last + 1
        if token.pos_ in ("NOUN", "PROPN") or measure or (token.pos_ == "ADJ" and noun is None):
            words.append(token.lemma_.lower())
            noun = token if token.pos_ != "ADJ" else noun
        elif noun is not None or not _is_between(document, token):
            break
    if noun is None:
        return None, frozenset(), place
    return noun.lemma_.lower(), frozenset(words) - {noun.lemma_.lower()}, span_of(noun)[1]


def _is_between(document: Document, token: "Token") -> bool:
    """Whether a word may stand between a figure and its noun: `14 working frigates`, `38 of its 52 members`."""
    of_all = token.like_num and document.tokens[token.i - 2].lower_ == "of"
    return of_all or token.lower_ in BETWEEN or token.lower_.endswith(("ing", "ed"))


def are_of_one_unit(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one unit, or the later is bare and the earlier a share or a great sum."""
    bare = not other.unit and other.noun is None and one.unit
    if one.unit == other.unit or {one.unit, other.unit} == {"%", PART}:
        return True
    return bool(bare and (one.unit == "%" or min(one.value, other.value) >= LEAST_SUM))


def are_parts(document: Document, one: Figure, figures: Sequence[Figure], other: Figure) -> bool:
    """Whether another figure beside one of two, in its sentence, makes up the rest of the other: 745, 542 and 203."""
    for whole, part in ((one, other), (other, one)):
        start, end = document.sentence_at(part.span[0])
        beside = (each for each in figures if start <= each.span[0] < end and each.span != part.span)
        if any(part.value + each.value == whole.value and _are_named_alike(each, part) for each in beside):
            return True
    return False


def _are_named_alike(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit and one.noun == other.noun and bool(one.unit or one.noun)


def is_of_pair(document: Document, figure: Figure) -> bool:
    """Whether a figure is one of a pair: a side of a vote, `one in six`, `between 50 and 60`."""
    start, end = figure.span
    return bool(PAIR_BEFORE.search(document.text[max(0, start - 30) : start]) or PAIR_AFTER.match(document.text, end))
