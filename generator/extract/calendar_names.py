"""Names of the calendar as parts of patterns: the word list of times comes in, "any weekday", "any month" go out."""

from collections.abc import Iterable

from generator.extract.lexicon import lexicon


def _any_of(names: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(names, key=lambda name: (-len(name), name)))})"


WEEKDAY = _any_of(lexicon("times")["weekdays"])
MONTH = _any_of(lexicon("times")["months"])
SHORT_MONTH = _any_of(lexicon("times")["short_months"])
MONTH_OR_SHORT = rf"(?:{MONTH}|{SHORT_MONTH}\.?)"
