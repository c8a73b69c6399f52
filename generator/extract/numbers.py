"""Extraction's reading of numbers: words such as `1,204,511`, `fifty-two` or `none` come in, an integer goes out."""

import re

UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NOTHING = ("none", "nil", "zero", "no one", "nobody")

_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_NINE = "|".join(UNITS[:9])
# The tens of "thirty-four" are no number by themselves.
_WORDS = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{_NINE})|(?![- ](?:{_NINE})\b))|{_UNIT})"
_HUNDREDS = rf"(?:(?:a|{_NINE}) hundred(?: and {_WORDS})?)"
FIGURES = r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[\u00a0\u202f]\d{3})+|\d+"
# A whole number in figures or words. A decimal, a sum of money and a part of a longer word are none.
NUMBER = rf"(?:(?<![\w.,£$€])(?:{FIGURES})(?![\w%]|[.,]\d)|\b(?:{_HUNDREDS}|{_WORDS})\b)"
_VALUES = {word: value for value, word in enumerate(UNITS, start=1)}
_VALUES |= {word: value for value, word in zip(range(20, 100, 10), TENS, strict=True)}


def number_of(words: str) -> int | None:
    """The whole number that words come to, or None where they are no number."""
    plain = words.strip().casefold()
    if re.fullmatch(FIGURES, plain):
        return int(re.sub(r"\D", "", plain))
    if plain in NOTHING:
        return 0
    parts = [part for part in re.split(r"[- ]", plain) if part != "and"]
    total = 0
    for part in parts:
        if part == "hundred":
            total = max(total, 1) * 100
        elif part == "a":
            total += 1
        elif part in _VALUES:
            total += _VALUES[part]
        else:
            return None
    return total if parts else None
