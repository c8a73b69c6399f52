"""Know a body by the words before it: a `Reading` and a place in it come in, where the body's name ends goes out."""

from generator.extract.lexicon import words
from generator.extract.names.forms import NEVER, honorifics, not_bodies, suffixes
from generator.extract.names.heads import head_at
from generator.extract.names.places import known_places
from generator.extract.names.reading import Reading

SMALL = frozenset(("of", "for", "and", "&", "the", "on", "to", "our", "y"))
CALLED = frozenset(("called", "named"))
CLOSING = frozenset((",", ".", ")", ";", "(", "–", "—", "'s", "'"))
LONGEST, REACH, DATELINE_REACH = 6, 7, 8
LEAST_CAPITALS = 2
OFFICE = "office"


def introduced_at(reading: Reading, at: int) -> int | None:
    """Where a body's name ends that other words introduce; None where none is certain to begin at this word."""
    office = _office(reading, at)
    if not _is_capital(reading, at):
        return office
    found = (_by_kind(reading, at), _paper(reading, at), _agency(reading, at), _party(reading, at), office)
    return max((end for end in found if end), default=None)


def _is_capital(reading: Reading, at: int) -> bool:
    if not 0 <= at < len(reading.words):
        return False
    word = reading.words[at]
    return word.capital and not word.is_mark and not word.possessive and word.text[0].isalpha()


def _end(reading: Reading, at: int) -> int:
    """Where a run of capitals ends, with small words inside."""
    last = at
    while last - at < LONGEST and reading.same_line(at, last):
        inner = reading.low(last) in SMALL and last > at and _is_capital(reading, last + 1)
        inner = inner and reading.low(last + 1) not in NEVER
        if not (_is_capital(reading, last) or inner):
            break
        last += 1
    return last


def _by_kind(reading: Reading, at: int) -> int | None:
    """ "Law firm Sidley Austin", "a group called Ballots First", "the consultancy, Brampton Vale,"."""
    if reading.low(at) in NEVER or reading.low(at) in honorifics() or head_at(reading, at):
        return None
    before = at - 1
    called, comma = reading.low(before) in CALLED, reading.low(before) == ","
    kind = before - (called or comma)
    if not reading.same_line(kind, at) or reading.low(kind) not in words("institutions_kinds", "kinds"):
        return None
    end = _end(reading, at)
    titled = head_at(reading, kind) is not None and reading.words[kind - 1].capital and not reading.words[kind].opens
    if titled:
        return None  # "Sealey Research pollster Jane Doe"
    if reading.words[kind].capital or reading.low(end - 1) in not_bodies() or head_at(reading, end - 1):
        return None
    titled = any(head_at(reading, i) for i in range(max(kind - REACH, 0), kind) if reading.same_line(i, kind))
    if comma and (titled or reading.low(end) not in CLOSING):
        return None
    return None if tuple(reading.low(i) for i in range(at, end)) in known_places() else end


def _paper(reading: Reading, at: int) -> int | None:
    """ "Told the Comet", "in an email to the Blaze": a single capital after words that papers follow."""
    if reading.low(at - 1) != "the" or not reading.same_line(at - 3, at):
        return None
    word, following = reading.words[at], at + 1
    single = not _is_capital(reading, following) and reading.low(following) not in ("of", "for", "and")
    plain = word.text.isalpha() and not word.text.isupper() and reading.tagged(word, "PROPN", "NOUN")
    plain = plain and not (following < len(reading.words) and reading.tagged(reading.words[following], "NOUN"))
    known = (word.low,) in known_places() or word.low in NEVER or word.low in words("institutions_kinds", "not_papers")
    if not single or not plain or known or head_at(reading, at):
        return None
    verb, link = reading.low(at - 2), reading.low(at - 2) in words("institutions_kinds", "links")
    linked = link and any(
        reading.low(i) in words("institutions_kinds", "media_acts")
        for i in (at - 3, at - 4)
        if reading.same_line(i, at)
    )
    return at + 1 if verb == "told" or linked else None


def _agency(reading: Reading, at: int) -> int | None:
    """The agency in "WASHINGTON (RWS) —"."""
    marks = reading.low(at - 1) == "(" and reading.low(at + 1) == ")" and reading.low(at + 2) in ("—", "–", "-")
    early = reading.same_line(at - 1, at + 2) and not reading.same_line(at - DATELINE_REACH, at)
    return at + 1 if marks and early else None


def _party(reading: Reading, at: int) -> int | None:
    """The party in "RJD MP", "ActionSA councillor": capitals that are no place, before a seat that people hold."""
    word, head = reading.words[at], head_at(reading, at + 1)
    if head is None or not reading.same_line(at, at + 1):
        return None
    capitals = sum(letter.isupper() for letter in word.text)
    place = (word.low,) in known_places() or word.low in NEVER or word.low in honorifics()
    if capitals < LEAST_CAPITALS or not word.text.isalpha() or place or head_at(reading, at):
        return None
    seats = words("roles", "seat_holders") | suffixes()
    return at + 1 if head[0].key in seats else None


def _office(reading: Reading, at: int) -> int | None:
    """ "The Prime Minister's Office", with its capital."""
    found = head_at(reading, at) if reading.low(at - 1) in ("the", "state") else None
    if not found or not found[0].office:
        return None
    last = found[1]
    possessive = last < len(reading.words) and reading.words[last].possessive
    named = possessive and reading.low(last + 1) == OFFICE and _is_capital(reading, last + 1)
    return last + 2 if named and reading.same_line(at, last + 1) else None
