"""Tell peers of one title apart: a name with its form of address comes in, where its "of Fenwick" ends goes out."""

from generator.extract.lexicon import words
from generator.extract.names.bodies_by_words import known_at
from generator.extract.names.parts import Name
from generator.extract.names.reading import Reading

LONGEST = 4


def peerage_end(reading: Reading, name: Name) -> int:
    """The end of "Lord Smith of Fenwick"; the name's own end where it is no peer's or has no place."""
    peer = name.honorifics and name.honorifics[-1].casefold() in words("honorifics", "peers")
    first = name.last + 1
    if not peer or reading.low(name.last) != "of" or not reading.same_line(name.last, first):
        return name.last
    last = first
    while last - first < LONGEST and reading.same_line(first, last) and reading.words[last].capital:
        last += 1
    while last > first and reading.words[last - 1].possessive:
        last -= 1
    return last if last > first and known_at(reading, first) is None else name.last


def place_of(reading: Reading, name: Name) -> str:
    """What a peer is of, folded; empty for everybody else."""
    return " ".join(reading.low(at) for at in range(name.last + 1, peerage_end(reading, name)))
