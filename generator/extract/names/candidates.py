"""Find where people may be named: a `Reading` comes in; the recognizer's guesses, mended, and more names go out."""

from collections.abc import Iterable, Iterator, Set

from generator.extract.language import NameKind, name_kind
from generator.extract.lexicon import words
from generator.extract.names.forms import (
    GAELIC,
    PARTICLES,
    after_particles,
    are_initials,
    honorifics,
    is_given_and_family,
    is_name_word,
    not_first,
    not_people,
    sex_by_name,
)
from generator.extract.names.heads import Head, head_at
from generator.extract.names.hints import by_list, by_surname, by_words
from generator.extract.names.parts import Name
from generator.extract.names.places import known_places
from generator.extract.names.reading import Reading
from generator.extract.names.running import complements_office, ends_title, has_seat, looks_full, named_from

SPEECH = frozenset(["said", "says", "added", "told", "asked", "insisted", "replied"])
LONGEST_NAME, LONGEST_PHRASE, LONGEST_GIVEN = 5, 7, 3
GIVEN_AND_FAMILY, LONGEST_INITIALS = 2, 2
FOR_CROWN = ["for", "the", "crown"]
# Offices that bodies have too: "the market leader".
OF_BODIES = frozenset(("leader", "head", "chief", "boss", "executive", "official", "regulator", "representative"))


def find_candidates(reading: Reading, bodies: Set[int]) -> tuple[Name, ...]:
    """Names of people in reading order, none overlapping another.

    Args:
        reading: the article's words.
        bodies: the indexes of words that certainly name an organization.
    """
    addressed = tuple(_by_address(reading, bodies))
    families = {reading.low(name.last - 1) for name in addressed if _certain(reading, name)}
    recognized = tuple(_by_recognizer(reading, bodies, families))
    single = {reading.low(name.last - 1) for name in (*addressed, *recognized) if _is_surname(reading, name)}
    found: dict[int, Name] = {}
    taken: set[int] = set()
    for names in (
        addressed,
        recognized,
        _by_title(reading, bodies),
        _by_apposition(reading, bodies),
        by_words(reading, bodies),
        _by_echo(reading, bodies, single),
        by_surname(reading, bodies, single),
    ):
        _take(names, found, taken)
    _take(by_list(reading, bodies, tuple(found.values())), found, taken)
    return tuple(found[first] for first in sorted(found))


def _take(names: Iterable[Name], found: dict[int, Name], taken: set[int]) -> None:
    """Add the names that overlap none found before."""
    for name in names:
        if taken.isdisjoint(range(name.first, name.last)):
            found[name.first] = name
            taken.update(range(name.first, name.last))


def _is_surname(reading: Reading, name: Name) -> bool:
    """Whether a name is one word, but for what stands before surnames: "Ní Bhriain", "de Klerk"."""
    return all(reading.low(at) in PARTICLES | GAELIC for at in range(name.first, name.last - 1))


def _certain(reading: Reading, name: Name) -> bool:
    """Whether the form of address is one that only people have."""
    return reading.low(name.first - 1) in words("honorifics", "certain")


def _by_address(reading: Reading, bodies: Set[int]) -> Iterator[Name]:
    """Names after "Mr", "Dame" and the like, past a title: "Mr Justice Doe", "the Hon. Minister Jane Doe"."""
    for word in reading.words:
        if word.low not in honorifics() or not word.capital:
            continue
        at = _past_title(reading, word.index + 1)
        if (
            not are_initials(reading, word.index)
            and reading.same_line(word.index, at)
            and (is_name_word(reading, at) or after_particles(reading, at) > at)
            and not _begins_title(reading, word.index)
            and not _goes_on(reading, at)
        ):
            name = named_from(reading, at, bodies, sure=True)
            if name and not _too_common(reading, name):
                yield name


def _goes_on(reading: Reading, at: int) -> bool:
    """Whether a word is another form of address before the name: "Rt Hon", "Lt Gen (retd)"."""
    retired = reading.low(at + 1) == "(" and reading.low(at + 2) in words("honorifics", "retired")
    return reading.low(at) in honorifics() and (is_name_word(reading, at + 1) or retired)


def _past_title(reading: Reading, at: int) -> int:
    """Past an office with a name behind it."""
    found = head_at(reading, at)
    titled = found is not None and found[0].office and reading.same_line(at, found[1])
    return found[1] if found and titled and is_name_word(reading, found[1]) else at


def _too_common(reading: Reading, name: Name) -> bool:
    """Whether words after a form of address are a title or a thing: "Chief Electoral Officer", "King Street"."""
    if _certain(reading, name):
        return False
    titled = name.last - name.first > 1 and ends_title(reading, name.last - 1)
    return titled or reading.low(name.last - 1) in not_people()


def _begins_title(reading: Reading, at: int) -> bool:
    """Whether a form of address is the first word of an office or a place: "Chief Minister", "Sri Lanka"."""
    if (reading.low(at), reading.low(at + 1)) in known_places():
        return True
    found = head_at(reading, at)
    return found is not None and found[0].office and found[1] > at + 1


def _by_recognizer(reading: Reading, bodies: Set[int], families: Set[str]) -> Iterator[Name]:
    for span, label in reading.document.entities:
        if name_kind(label) is not NameKind.PERSON:
            continue
        inside = reading.inside(span)
        known = inside and reading.low(inside[-1]) in families
        free = bodies - set(inside) if known else bodies
        first = _skip_titles(reading, inside)
        name = None if first is None else _named(reading, first, inside.start, free)
        if not name or _is_acronym(reading, name):
            continue
        thing = reading.low(name.last - 1) in not_people() and name.last - name.first > 1
        family = is_given_and_family([reading.low(at) for at in range(name.first, name.last)])
        common = thing and not family and not _titled(reading, name)
        if known or (not _too_common(reading, name) if name.honorifics else not common):
            yield name


def _named(reading: Reading, first: int, guessed: int, bodies: Set[int]) -> Name | None:
    """The name in a guess; certain where the guess began with what an office before it is for."""
    sure = first > guessed and complements_office(reading, first - 1)
    return named_from(reading, _extend_left(reading, first, bodies), bodies, sure=sure)


def _is_acronym(reading: Reading, name: Name) -> bool:
    """Whether a name is one word in capitals, as a body's short name is: "ABC-CBM"."""
    text = reading.words[name.first].text
    return name.last - name.first == 1 and text.isupper() and len(text) > LONGEST_INITIALS and not name.honorifics


def _titled(reading: Reading, name: Name) -> bool:
    """Whether a title in small letters stands before a name that ends like a place's: "correspondent Judy Lane"."""
    title = name.lead - 1 - (reading.low(name.lead - 1) == ",")
    firm = reading.low(title) in words("roles", "of_firms") and title < name.lead - 1
    return ends_title(reading, title) and not (firm or reading.words[title].capital) and name.last - name.first > 1


def _by_echo(reading: Reading, bodies: Set[int], surnames: Set[str]) -> Iterator[Name]:
    """Full names that the recognizer takes for a body's or a place's.

    Their surname alone it takes for a person's, or what an office is of stands before: "Mayor of Koszalin Piotr Nowak".
    """
    for span, label in reading.document.entities:
        inside = reading.inside(span)
        if name_kind(label) in (None, NameKind.PERSON) or not 2 <= len(inside) <= 4:
            continue
        first = _skip_titles(reading, inside)
        name = None if first is None else named_from(reading, first, bodies, sure=True)
        place = name_kind(label) is NameKind.PLACE and first is not None and first > inside.start
        whose = place and complements_office(reading, inside.start)
        counsel = first is not None and _for_crown(reading, first) and has_seat(reading, inside.stop)
        given = name is not None and sex_by_name(reading.quote(name.first, name.last)) is not None
        pair = given and len(inside) == GIVEN_AND_FAMILY and name_kind(label) is not NameKind.PLACE
        if (
            name
            and (whose or pair or counsel or reading.low(name.last - 1) in surnames)
            and name.last == inside.stop
            and looks_full(reading, name, short=False, sure=True)
        ):
            yield name


def _skip_titles(reading: Reading, inside: range) -> int | None:
    """The first word of a guessed name that is no title, honorific or small word."""
    first = inside.start
    for start in (first - 2, first - 1):
        begun = head_at(reading, start) if reading.same_line(start, first) else None
        if begun and begun[0].office and begun[1] in inside and begun[1] > first:
            first = begun[1]  # "Leas [Cheann Comhairle Jane Doe]"
    for at in inside:
        found = head_at(reading, at)
        goes_on = found and (found[1] < inside.stop or found[0].before_name)
        if found and goes_on and not _is_given_name(reading, at, inside, found[0]):
            first = found[1]
    while inside.stop - first >= LONGEST_GIVEN and complements_office(reading, first):
        first += 1 + (reading.low(first) in words("places", "openings"))
    first += _for_crown(reading, first + 1)
    while first < inside.stop and (not is_name_word(reading, first) or reading.low(first) in honorifics()):
        first += 1
    return first if first < inside.stop else None


def _for_crown(reading: Reading, first: int) -> bool:
    """Whether a name stands behind "for the Crown" with no comma between."""
    return [reading.low(at) for at in range(first - 3, first)] == FOR_CROWN


def _is_given_name(reading: Reading, at: int, inside: range, head: Head) -> bool:
    """Whether a word that could be a title is a name's last word: "Judge" in "Igor Judge"; "Reps." never is."""
    return at == inside.stop - 1 and at > inside.start and not head.before_name


def _extend_left(reading: Reading, first: int, bodies: Set[int]) -> int:
    """Take in a given name that the recognizer left out, past particles."""
    before = first - 1
    while reading.low(before) in PARTICLES:
        before -= 1
    fits = reading.same_line(before, first) and is_name_word(reading, before) and before not in bodies
    known = reading.low(before) in honorifics() | not_first() | words("small_words", "never_given")
    if not fits or known or ends_title(reading, before):
        return first
    word = reading.words[before]
    if word.opens and not reading.tagged(word, "PROPN"):
        return first
    token = reading.token(word)
    other = token is not None and token.ent_type_ and name_kind(token.ent_type_) is not NameKind.PERSON
    modifies = reading.low(before) in words("roles", "modifiers") or complements_office(reading, before)
    return first if other or modifies or reading.low(before) in not_people() else before


def _by_title(reading: Reading, bodies: Set[int]) -> Iterator[Name]:
    """Full names after a title or a verb of speech that the recognizer missed."""
    for word in reading.words:
        found = head_at(reading, word.index)
        after = found[1] if found else word.index + 1 if word.low in SPEECH else None
        if after is None or after >= len(reading.words):
            continue
        comma = found is not None and reading.words[after].text == ","
        at = after + (comma or reading.words[after].text == "[")
        at = max(at, _past_brief(reading, after)) if found and found[0].office else at
        plain = not found or not (word.opens and not word.capital)
        if plain and reading.same_line(word.index, at) and is_name_word(reading, at) and not head_at(reading, at):
            name = named_from(reading, at, bodies, sure=bool(found))
            if comma and name and reading.low(name.last) not in (",", "said", "(", "."):
                continue
            titled = name is not None and _titled(reading, name) and name.last - name.first == GIVEN_AND_FAMILY
            if name and (titled or looks_full(reading, name, short=_goes_before(found), sure=bool(found))):
                yield name


def _past_brief(reading: Reading, after: int) -> int:
    """Past what a minister is for: "Minister of State for External Affairs Jane Doe"."""
    at = first = after + 1 + (reading.low(after + 1) == "the")
    while reading.low(after) in ("for", "of", "on") and reading.low(at) in words("roles", "briefs") | {"and", ","}:
        at += 1
    return at if at > first and reading.low(at - 1) != "," else after


def _goes_before(found: tuple[Head, int] | None) -> bool:
    """Whether a title is one that is written before names alone: "Cllr"."""
    return found is not None and found[0].before_name


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
        personal = found is not None and found[0].office and found[0].key not in OF_BODIES
        if name and name.last == comma and looks_full(reading, name, short=False, sure=personal):
            yield name


def _comma_before(reading: Reading, head: int) -> int | None:
    """The comma that opens the phrase of a title with "the" or "a"."""
    for at in range(head - 1, max(head - LONGEST_PHRASE, 0), -1):
        if reading.words[at].is_mark or not reading.same_line(at, head):
            return None
        if reading.low(at) in ("the", "a", "an"):
            return at - 1 if reading.words[at - 1].text == "," else None
        if reading.words[at].possessive and reading.words[at - 2].text == "," and reading.words[at - 1].capital:
            return at - 2
    return None
