"""Find where people may be named: a `Reading` comes in; the recognizer's guesses, mended, and more names go out."""

from collections.abc import Iterator, Set

from generator.extract.language import NameKind, name_kind
from generator.extract.lexicon import words
from generator.extract.names.forms import (
    PARTICLES,
    honorifics,
    is_name_word,
    not_first,
    not_people,
    run_right,
    suffixes,
)
from generator.extract.names.heads import head_at
from generator.extract.names.parts import Name
from generator.extract.names.reading import Reading

SPEECH = frozenset(["said", "says", "added", "told", "asked", "insisted", "replied"])
LONGEST_NAME, LONGEST_PHRASE = 5, 7
MARKS_INSIDE = frozenset("()")


def find_candidates(reading: Reading, bodies: Set[int]) -> tuple[Name, ...]:
    """Names of people in reading order, none overlapping another.

    Args:
        reading: the article's words.
        bodies: the indexes of words that certainly name an organization.
    """
    found: dict[int, Name] = {}
    taken: set[int] = set()
    recognized = tuple(_by_recognizer(reading, bodies))
    echoed = _by_echo(
        reading, bodies, {reading.low(name.last - 1) for name in recognized if name.last - name.first == 1}
    )
    for name in (
        *_by_address(reading, bodies),
        *recognized,
        *_by_title(reading, bodies),
        *_by_apposition(reading, bodies),
        *echoed,
    ):
        if taken.isdisjoint(range(name.first, name.last)):
            found[name.first] = name
            taken.update(range(name.first, name.last))
    return tuple(found[first] for first in sorted(found))


def _by_address(reading: Reading, bodies: Set[int]) -> Iterator[Name]:
    """Names after "Mr", "Dame" and the like."""
    for word in reading.words:
        at = word.index + 1
        if (
            word.low in honorifics()
            and word.capital
            and reading.same_line(word.index, at)
            and is_name_word(reading, at)
        ):
            name = named_from(reading, at, bodies, sure=True)
            if name and not _too_common(reading, name):
                yield name


def _too_common(reading: Reading, name: Name) -> bool:
    """Whether words after a form of address are a title or a thing: "General Secretary", "King Street"."""
    return reading.low(name.last - 1) in not_people()


def _by_recognizer(reading: Reading, bodies: Set[int]) -> Iterator[Name]:
    for entity in reading.document.doc.ents:
        if name_kind(entity.label_) is not NameKind.PERSON:
            continue
        inside = reading.inside((entity.start_char, entity.end_char))
        first = _skip_titles(reading, inside)
        name = None if first is None else named_from(reading, _extend_left(reading, first, bodies), bodies)
        if name and not (
            reading.low(name.last - 1) in not_people() and name.last - name.first > 1 and not name.honorifics
        ):
            yield name


def _by_echo(reading: Reading, bodies: Set[int], surnames: Set[str]) -> Iterator[Name]:
    """Full names that the recognizer takes for a body or a place, but whose surname alone it takes for a person's."""
    for entity in reading.document.doc.ents:
        inside = reading.inside((entity.start_char, entity.end_char))
        if name_kind(entity.label_) in (None, NameKind.PERSON) or not 2 <= len(inside) <= 4:
            continue
        first = _skip_titles(reading, inside)
        name = None if first is None else named_from(reading, first, bodies, sure=True)
        if (
            name
            and reading.low(name.last - 1) in surnames
            and name.last == inside.stop
            and _looks_full(reading, name, short=False, sure=True)
        ):
            yield name


def _skip_titles(reading: Reading, inside: range) -> int | None:
    """The first word of a guessed name that is no title, honorific or small word."""
    first = inside.start
    for at in inside:
        found = head_at(reading, at)
        if found and found[1] < inside.stop and not _is_given_name(reading, at, inside):
            first = found[1]
    while first < inside.stop and (not is_name_word(reading, first) or reading.low(first) in honorifics()):
        first += 1
    return first if first < inside.stop else None


def _is_given_name(reading: Reading, at: int, inside: range) -> bool:
    """Whether a word that could be a title is a name's last word: "Judge" in "Igor Judge"."""
    return at == inside.stop - 1 and at > inside.start


def _extend_left(reading: Reading, first: int, bodies: Set[int]) -> int:
    """Take in a given name that the recognizer left out."""
    before = first - 1
    fits = reading.same_line(before, first) and is_name_word(reading, before) and before not in bodies
    if not fits or reading.low(before) in honorifics() | not_first() or ends_title(reading, before):
        return first
    word = reading.words[before]
    if word.opens and not reading.tagged(word, "PROPN"):
        return first
    token = reading.token(word)
    other = token is not None and token.ent_type_ and name_kind(token.ent_type_) is not NameKind.PERSON
    modifies = reading.low(before) in words("roles", "modifiers")
    return first if other or modifies or reading.low(before) in not_people() else before


def ends_title(reading: Reading, at: int) -> bool:
    """Whether a title in the singular ends with a word."""
    for start in range(max(at - 3, 0), at + 1):
        found = head_at(reading, start)
        if found and found[1] == at + 1 and reading.same_line(start, at):
            return True
    return False


def _by_title(reading: Reading, bodies: Set[int]) -> Iterator[Name]:
    """Full names after a title or a verb of speech that the recognizer missed."""
    for word in reading.words:
        found = head_at(reading, word.index)
        after = found[1] if found else word.index + 1 if word.low in SPEECH else None
        if after is None or after >= len(reading.words):
            continue
        comma = found is not None and reading.words[after].text == ","
        at = after + (comma or reading.words[after].text == "[")
        plain = not found or not (word.opens and not word.capital)
        if plain and reading.same_line(word.index, at) and is_name_word(reading, at) and not head_at(reading, at):
            name = named_from(reading, at, bodies, sure=bool(found))
            if comma and name and reading.low(name.last) not in (",", "said", "(", "."):
                continue
            if name and _looks_full(reading, name, short=bool(found and found[0].before_name), sure=bool(found)):
                yield name


def _by_apposition(reading: Reading, bodies: Set[int]) -> Iterator[Name]:
    """Full names before a title between commas: "Jane Doe, the shadow health secretary,"."""
    for word in reading.words:
        found = head_at(reading, word.index)
        comma = _comma_before(reading, word.index) if found and not found[0].plural else None
        if comma is None:
            continue
        first = comma
        while comma - first < LONGEST_NAME and reading.same_line(first - 1, comma) and is_name_word(reading, first - 1):
            first -= 1
        name = named_from(reading, first, bodies) if first < comma else None
        if name and name.last == comma and _looks_full(reading, name, short=False, sure=False):
            yield name


def _comma_before(reading: Reading, head: int) -> int | None:
    """The comma that opens the phrase of a title with "the" or "a"."""
    for at in range(head - 1, max(head - LONGEST_PHRASE, 0), -1):
        if reading.words[at].is_mark or not reading.same_line(at, head):
            return None
        if reading.low(at) in ("the", "a", "an"):
            return at - 1 if reading.words[at - 1].text == "," else None
    return None


def _other_kind(reading: Reading, name: Name) -> bool:
    """Whether the recognizer takes a word of a name for a body's or a place's."""
    tokens = [token for at in range(name.first, name.last) if (token := reading.token(reading.words[at]))]
    return any(name_kind(token.ent_type_) not in (None, NameKind.PERSON) for token in tokens)


def _looks_full(reading: Reading, name: Name, *, short: bool, sure: bool) -> bool:
    """Whether words have the make of a person's full name and of nothing else."""
    last = reading.low(name.last - 1)
    if last in not_people() or reading.low(name.first) in not_first():
        return False
    if not sure and _other_kind(reading, name):
        return False
    capitals = [reading.words[at] for at in range(name.first, name.last) if reading.words[at].capital]
    if any(word.text.isupper() and len(word.text) > 2 for word in capitals):
        return False
    return len(capitals) >= (1 if short else 2)


def named_from(reading: Reading, first: int, bodies: Set[int], sure: bool = False) -> Name | None:
    """The person's name that begins at a word, with the forms of address before it; None where there is none."""
    while (
        reading.low(first) in honorifics() and is_name_word(reading, first + 1) and reading.same_line(first, first + 1)
    ):
        first += 1
    last = run_end = run_right(reading, first)
    last = next((at for at in range(first, last) if at in bodies and at > first), last)
    while last > first and (reading.low(last - 1) in suffixes() | PARTICLES):
        last -= 1
    last = _cut_title(reading, first, last)
    whole_title = last > first and (found := head_at(reading, first)) is not None and found[1] >= last
    if last <= first or first in bodies or whole_title:
        return None
    lead, address = _address_before(reading, first)
    return Name(
        first=first,
        last=last,
        kind=NameKind.PERSON,
        lead=lead,
        honorifics=address,
        sure=sure or bool(address) or ends_title(reading, first - 1) or reading.low(run_end) in suffixes(),
    )


def _cut_title(reading: Reading, first: int, last: int) -> int:
    """End a name before a title that follows it: "Keir Starmer MP", "Elon Musk CEO"."""
    for at in range(first + 1, last):
        found = head_at(reading, at)
        if (
            found
            and found[1] <= last
            and last - found[1] == 0
            and (at - first >= 2 or reading.words[at].text.isupper())
        ):
            return at
    return last


def _address_before(reading: Reading, first: int) -> tuple[int, tuple[str, ...]]:
    lead, address = first, list[str]()
    while reading.same_line(lead - 1, first):
        before = lead - 1
        if reading.words[before].text in MARKS_INSIDE and reading.low(before - 1) in ("retd", "ret"):
            lead -= 1
        elif (reading.low(before) in honorifics() and reading.words[before].capital) or reading.low(before) in (
            "retd",
            "ret",
        ):
            address.insert(0, reading.words[before].text)
            lead -= 1
        elif reading.words[before].text == "(" and address:
            lead -= 1
        else:
            break
    return lead, tuple(address)
