"""Names that the words beside them give away: a `Reading` comes in, people whom the recognizer may miss go out."""

from collections.abc import Iterator, Sequence, Set

from generator.extract.lexicon import words
from generator.extract.names.bodies_by_words import known_at
from generator.extract.names.forms import (
    after_particles,
    given_names,
    honorifics,
    is_name_word,
    not_first,
    not_people,
    run_right,
)
from generator.extract.names.heads import head_at
from generator.extract.names.institutions import classify
from generator.extract.names.parts import Name
from generator.extract.names.places import known_places
from generator.extract.names.reading import Reading
from generator.extract.names.running import ends_title, looks_full, named_from
from generator.model.words import Classification

NAMED = frozenset(("named", "called"))
HUMAN = frozenset(("man", "woman", "boy", "girl", "person", "gentleman", "lady"))
POSSESSIVES = frozenset(("his", "her", "their", "my", "'s", "'"))
LONGEST_NAME, LONGEST_PHRASE, LONGEST_LIST = 4, 12, 16
BESIDE = frozenset(("of", "at", "for", "from", "in", "to", "there", "here", "who", "this"))
SMALL_TAGS = ("ADV", "ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "NUM", "INTJ")
HAPPENS_TO = frozenset(
    ("nomination", "appointment", "resignation", "dismissal", "sacking", "candidacy", "inauguration")
)
CLOSING = frozenset((",", ".", "said", "(", ")", ";"))


def by_words(reading: Reading, bodies: Set[int]) -> Iterator[Name]:
    """Names that certain words introduce, in the order of how sure they are."""
    kin, given = words("roles", "kin"), given_names()
    for word in reading.words:
        at = word.index
        if not reading.same_line(at, at + 1):
            continue
        if word.low in NAMED:
            yield from _called(reading, at, bodies)
        if word.low in kin:
            yield from _kin(reading, at, bodies)
        yield from _of_party(reading, at, bodies)
        if found := head_at(reading, at):
            yield from _after_complement(reading, found[1], bodies)
            yield from _after_place(reading, found[1], bodies)
        if word.low == "who":
            yield from _before_who(reading, at, bodies)
        if word.low == "late" and reading.low(at - 1) == "the" and is_name_word(reading, at + 1):
            yield from _full(reading, at + 1, bodies)
        if word.low == "of":
            yield from _put_in(reading, at, bodies)
        if word.low in given and word.capital and is_name_word(reading, at + 1):
            yield from _given(reading, at, bodies)


def _called(reading: Reading, at: int, bodies: Set[int]) -> Iterator[Name]:
    """ "A student named Bree", "a man called Bell"."""
    before = head_at(reading, at - 1) is not None or reading.low(at - 1) in HUMAN
    if before and is_name_word(reading, at + 1):
        yield from _sure(reading, at + 1, bodies)


def _kin(reading: Reading, at: int, bodies: Set[int]) -> Iterator[Name]:
    """ "Her father Clive", "the peer's wife, Ann"."""
    start = at + 1 + (reading.low(at + 1) == ",")
    owned = reading.low(at - 1) in POSSESSIVES
    if owned and is_name_word(reading, start):
        for name in _sure(reading, start, bodies):
            if start == at + 1 or reading.low(name.last) in CLOSING:
                yield name


def _of_party(reading: Reading, at: int, bodies: Set[int]) -> Iterator[Name]:
    """ "Labour's Jane Doe", "Kenya's Jane Doe"."""
    last = known_at(reading, at) or at + 1 + (not reading.words[at + 1].possessive)
    if last >= len(reading.words) or not reading.words[last].possessive or not reading.same_line(at, last + 1):
        return
    party = reading.words[at].capital and classify(reading.quote(at, last)) is Classification.PARTY
    if (party or _is_place(reading, at, last)) and is_name_word(reading, last + 1):
        yield from _full(reading, last + 1, bodies)


def _before_who(reading: Reading, at: int, bodies: Set[int]) -> Iterator[Name]:
    """ "Lars Hedenvind, who speaks for": bodies and places take "which" and "where"."""
    if reading.low(at - 1) != ",":
        return
    first = at - 1
    while at - first <= LONGEST_NAME and reading.same_line(first - 1, at) and is_name_word(reading, first - 1):
        first -= 1
    if reading.words[first].opens and reading.tagged(reading.words[first], *SMALL_TAGS):
        first += 1
    name = named_from(reading, first, bodies, sure=True) if first < at - 2 else None
    if name and name.last == at - 1 and looks_full(reading, name, short=False, sure=False):
        yield name


def _put_in(reading: Reading, at: int, bodies: Set[int]) -> Iterator[Name]:
    """ "The nomination of Jane Doe as", "the resignation of Jane Doe"."""
    if reading.low(at - 1) in HAPPENS_TO and is_name_word(reading, at + 1):
        yield from _full(reading, at + 1, bodies)


def _given(reading: Reading, at: int, bodies: Set[int]) -> Iterator[Name]:
    """ "Theresa May": a given name that is known, with a family's behind it, unless they are seen to be no person's."""
    name = named_from(reading, at, bodies)
    proper = reading.tagged(reading.words[at], "PROPN") and reading.tagged(reading.words[at + 1], "PROPN")
    whole = name is not None and name.last == run_right(reading, at) and name.last - at <= LONGEST_NAME
    if name and proper and whole and not is_name_word(reading, at - 1):
        placed = _is_place(reading, at, at + 1) or _is_place(reading, at, name.last)
        if looks_full(reading, name, short=False, sure=False) and not placed and not ends_title(reading, name.last - 1):
            yield name


def _after_complement(reading: Reading, end: int, bodies: Set[int]) -> Iterator[Name]:
    """ "An economist at Saltmarsh College, Jane Doe, has", by where the title's head ends."""
    if reading.low(end) not in BESIDE:
        return
    for comma in range(end + 1, min(end + LONGEST_PHRASE, len(reading.words) - 1)):
        if not reading.same_line(end - 1, comma + 1) or reading.words[comma].text in ".;:?!()":
            return
        if reading.words[comma].text == ",":
            names = _full(reading, comma + 1, bodies) if is_name_word(reading, comma + 1) else ()
            yield from (name for name in names if reading.low(name.last) in CLOSING)
            return


def by_list(reading: Reading, bodies: Set[int], names: Sequence[Name]) -> Iterator[Name]:
    """The last of several full names in a row: "Ann Lee, Jo Ray and Peter Vane"."""
    for name in names:
        linked = reading.low(name.last) in (",", "and") and reading.same_line(name.first, name.last)
        if not linked or name.last - name.first < 2 or not _in_list(reading, name):
            continue
        at = name.last + 1 + (reading.low(name.last + 1) == "and")
        several = _after_plural(reading, name)
        following = named_from(reading, at, bodies, sure=several) if is_name_word(reading, at) else None
        if (
            following
            and reading.same_line(name.last, at)
            and looks_full(reading, following, short=False, sure=several)
            and not ends_title(reading, following.last - 1)
        ):
            yield following


def _in_list(reading: Reading, name: Name) -> bool:
    """Whether a name stands after another one or after a title in the plural."""
    listed = reading.low(name.lead - 1) in (",", "and") and is_name_word(reading, name.lead - 2)
    return listed or _after_plural(reading, name)


def _after_plural(reading: Reading, name: Name) -> bool:
    """Whether a title of several people stands before a name, or its list: "Justices Ann Lee, Jo Ray and Kit Vane"."""
    at = name.lead - 1
    while name.lead - at < LONGEST_LIST and reading.same_line(at, name.lead):
        if (found := head_at(reading, at)) is not None:
            return found[0].plural
        if not is_name_word(reading, at) and reading.low(at) not in (",", "and"):
            return False
        at -= 1
    return False


def _after_place(reading: Reading, end: int, bodies: Set[int]) -> Iterator[Name]:
    """ "President of France Jane Doe", "minister for the Cabinet Office Jane Doe", by where the title's head ends."""
    if reading.low(end) not in BESIDE:
        return
    first = end + 1 + (reading.low(end + 1) == "the")
    last = next((i for i in (first + 3, first + 2, first + 1) if _is_place(reading, first, i)), None)
    last = last or (known_at(reading, first) if reading.same_line(end, first) else None)
    if last and reading.same_line(end - 1, last) and is_name_word(reading, last):
        yield from _full(reading, last, bodies)


def _is_place(reading: Reading, first: int, last: int) -> bool:
    return tuple(reading.low(i) for i in range(first, last)) in known_places()


def _sure(reading: Reading, at: int, bodies: Set[int]) -> Iterator[Name]:
    name = named_from(reading, at, bodies, sure=True)
    if name and reading.low(name.last - 1) not in not_people():
        yield name


def _full(reading: Reading, at: int, bodies: Set[int]) -> Iterator[Name]:
    name = named_from(reading, at, bodies, sure=True)
    if name and looks_full(reading, name, short=False, sure=True):
        yield name


def by_surname(reading: Reading, bodies: Set[int], surnames: Set[str]) -> Iterator[Name]:
    """Full names that no finder saw, but whose surname alone is a person's: "Shanice Overby" by "Ms Overby"."""
    for word in reading.words:
        if word.low not in surnames or not word.capital:
            continue
        first = word.index
        while word.index - first < LONGEST_NAME and (
            _is_given(reading, first - 1, bodies) or after_particles(reading, first - 1) == word.index
        ):
            first -= 1
        if reading.words[first].opens and reading.tagged(reading.words[first], *SMALL_TAGS):
            first += 1
        if first < word.index and reading.low(first) not in not_first():
            name = named_from(reading, first, bodies - {word.index}, sure=True)
            if name and name.last == word.index + 1:
                yield name


def _is_given(reading: Reading, at: int, bodies: Set[int]) -> bool:
    """Whether a word may be a given name before a surname."""
    low = reading.low(at)
    if not reading.same_line(at, at + 1) or not is_name_word(reading, at) or at in bodies:
        return False
    shout = reading.words[at].text.isupper() and len(low) > 1
    return not (shout or low in honorifics() or low in not_people() or head_at(reading, at))
