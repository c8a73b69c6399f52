"""Tell places by where names stand: a `Reading` and a name come in, whether it is rather a place's goes out."""

from functools import cache

from generator.extract.lexicon import words
from generator.extract.names.forms import is_name_word, suffixes
from generator.extract.names.parts import Name
from generator.extract.names.reading import Reading

WHERE = frozenset(
    ["in", "at", "near", "across", "around", "outside", "throughout", "within", "inside", "toward", "towards"]
)
JOINING = frozenset((",", "and", "the", "of"))
LONGEST = 20


@cache
def seats() -> frozenset[str]:
    """What those are called who sit for a place: "the MLA for Oldham"."""
    return suffixes() | words("roles", "seat_holders")


def owns_in_seat(reading: Reading, name: Name) -> bool:
    """Whether a word with a possessive is part of a seat's name: "MP for Kilby and Chandler's Ford"."""
    lone = name.last - name.first == 1 and not name.honorifics and name.last < len(reading.words)
    owner = lone and reading.words[name.last].possessive and is_name_word(reading, name.last + 1)
    return owner and in_seat(reading, name.first)


def in_seat(reading: Reading, at: int) -> bool:
    """Whether a word stands in what somebody sits for: "Kilby" in "MP for Wexcombe and Kilby"."""
    before = _run_before(reading, at - 1)
    return reading.low(before) == "for" and any(reading.low(before - back) in seats() for back in (1, 2))


def tells_where(reading: Reading, name: Name) -> bool:
    """Whether a word between commas says where the hall before it is: "in County Hall, Kilby, a motion"."""
    comma, after = name.first - 1, reading.low(name.last)
    lone = name.last - name.first == 1 and reading.low(comma) == "," and after in (",", ".")
    built = reading.low(comma - 1) in words("small_words", "buildings")
    return lone and built and reading.low(_run_before(reading, comma)) in WHERE


def _run_before(reading: Reading, at: int) -> int:
    """Back from a word past capitals and what joins them."""
    start = at
    while start - at < LONGEST and at >= 0 and (reading.words[at].capital or reading.low(at) in JOINING):
        at -= 1
    return at
