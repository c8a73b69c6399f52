"""Names whose bearers come in as somebody's kin: a name comes in, the word of kinship beside it goes out."""

from generator.extract.lexicon import words
from generator.extract.names.parts import Name
from generator.extract.names.reading import Reading

LONGEST_LIST = 9
LONGEST_DESCRIPTION = 4
DESCRIBING = ("DET", "NOUN", "ADJ", "PROPN")


def kin_of(reading: Reading, name: Name) -> str | None:
    """What somebody is to another: "his son Ian Doe", "Doe's husband, developer Ian Doe", "Ian Doe, her brother"."""
    before = (_start_of_list(reading, name), _described(reading, name))
    after = reading.low(name.last) == "," and reading.low(name.last + 1) in words("small_words", "possessors")
    told = _kinship(reading, name.last + 2) if after else None
    return told or next((word for at in before if (word := _owned(reading, at, name))), None)


def _start_of_list(reading: Reading, name: Name) -> int:
    """The word before the list of names that a name is in: "his sons Ian and Tom Doe"."""
    at = name.lead - 1
    while name.lead - at <= LONGEST_LIST and (reading.words[at].capital or reading.low(at) in ("and", ",")):
        at -= 1
    return at


def _described(reading: Reading, name: Name) -> int:
    """The word before the comma and the short description that a name has: "her sister-in-law, the barrister"."""
    at = name.lead - 1
    while name.lead - at <= LONGEST_DESCRIPTION and reading.tagged(reading.words[at], *DESCRIBING):
        at -= 1
    return at - 1 if reading.low(at) == "," else -1


def _owned(reading: Reading, at: int, name: Name) -> str | None:
    word = _kinship(reading, at) if at > 0 and reading.same_line(at, name.first) else None
    whose = any(
        reading.words[k].possessive or reading.low(k) in words("small_words", "possessors")
        for k in range(max(at - 2, 0), at)
    )
    return word if whose else None


def _kinship(reading: Reading, at: int) -> str | None:
    """The word of kinship, in the singular: `sister` for "sisters" and for "sister-in-law"."""
    word = reading.low(at).removesuffix("-in-law")
    return next((one for one in (word, word.removesuffix("s")) if one in words("roles", "kin")), None)
