"""Join the forms of each person's name: candidate names come in, `Individual`s with the places of each go out."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.extract.names.forms import GAELIC, PARTICLES, folded, is_name_word, sex_by_name, sex_of
from generator.extract.names.kin import kin_of
from generator.extract.names.parts import Individual, Name
from generator.extract.names.peerages import place_of
from generator.extract.names.reading import Reading

LONG_NAME, LONGER_NAME = 5, 9


def merge(reading: Reading, names: Sequence[Name]) -> list[Individual]:
    """People in the order of their first mention; a surname that two of them could have stays nobody's."""
    individuals: list[Individual] = []
    families: dict[str, list[Individual]] = defaultdict(list)
    by_length = sorted(names, key=lambda name: (-_length(reading, name), name.first))
    for name in by_length:
        words = words_of(reading, name)
        if len(words) < 2:
            continue
        person = (
            _same_person(name, words, families[words[-1]])
            or _shortened(words, individuals)
            or _misspelt_full(words, individuals)
        )
        if person is None and _is_shared(words, families[words[-1]]):
            continue
        if person is None:
            person = Individual(words=words)
            individuals.append(person)
            families[words[-1]].append(person)
        _add(person, name)
    _add_single(reading, [name for name in names if _length(reading, name) == 1], individuals, families)
    for person in individuals:
        person.sex = person.sex or sex_of(_kinship(reading, person) or "")
    return sorted(individuals, key=lambda person: person.names[0].first)


def _is_shared(words: tuple[str, ...], others: Sequence[Individual]) -> bool:
    """Whether words are a surname of two people, with what stands before it: "Mr Ó Sé" beside two of them."""
    alone = all(word in PARTICLES | GAELIC for word in words[:-1])
    return alone and sum(_agree(other.words, words) for other in others) > 1


def words_of(reading: Reading, name: Name) -> tuple[str, ...]:
    """A name's words, folded."""
    return folded(reading.quote(name.first, name.last))


def _length(reading: Reading, name: Name) -> int:
    return len(words_of(reading, name))


def _add(person: Individual, name: Name) -> None:
    insort(person.names, name, key=lambda one: one.first)
    for honorific in name.honorifics:
        person.sex = person.sex or sex_of(honorific.lower().rstrip("."))
        person.honorific = person.honorific or honorific


def _same_person(name: Name, words: tuple[str, ...], others: Iterable[Individual]) -> Individual | None:
    """The one person of that surname whose given names agree."""
    fitting = [other for other in others if _agree(other.words, words) and not _clash(other, name)]
    exact = [other for other in fitting if other.words == words]
    return (exact or fitting)[0] if len(exact or fitting) == 1 else None


def _shortened(words: tuple[str, ...], individuals: Iterable[Individual]) -> Individual | None:
    """The one person whose full name begins with these words: "Shirin Sultana" for "Shirin Sultana Mollah"."""
    found = [person for person in individuals if person.words[: len(words)] == words]
    return found[0] if len(found) == 1 else None


def _agree(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether a shorter name could be the same as a longer one: "Boris Johnson" and "Alexander Boris Johnson"."""
    if longer == shorter:
        return True
    plain = [word for word in longer if word not in PARTICLES]
    given = [word for word in shorter[:-1] if word not in PARTICLES]
    if longer[-1] != shorter[-1] or len(shorter) > len(longer):
        return False
    if shorter == longer[len(longer) - len(shorter) :] and shorter[0] in PARTICLES | GAELIC:
        return True
    if len(given) == 0:
        return True
    return (
        bool(given)
        and (given[0] == plain[0] or _initial(given[0], plain[0]) or given[0] in plain[1:-1])
        and all(any(word == other or _initial(word, other) for other in plain[:-1]) for word in given)
    )


def _initial(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) == 1 and long.startswith(short)


def _clash(person: Individual, name: Name) -> bool:
    """Whether a form of address is of the other sex."""
    sexes = {sex_of(honorific.lower().rstrip(".")) for honorific in name.honorifics} - {None}
    sex = person.sex or sex_by_name(" ".join(person.words))
    return bool(sex and sexes and sex not in sexes)


def _misspelt_full(words: tuple[str, ...], individuals: Iterable[Individual]) -> Individual | None:
    """The one person whose name differs by a letter in the surname alone, or in a long given name."""
    found = [
        person
        for person in individuals
        if len(person.words) == len(words)
        and ((person.words[:-1] == words[:-1] and near(person.family, words[-1])) or _near_given(person.words, words))
    ]
    return found[0] if len(found) == 1 else None


def _near_given(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One letter's difference in a given name, but for the endings that make a woman's name of a man's."""
    plain_ending = a[0][-1] == b[0][-1] and a[0][0] == b[0][0]
    return a[1:] == b[1:] and min(len(a[0]), len(b[0])) >= LONG_NAME and plain_ending and near(a[0], b[0])


def near(a: str, b: str) -> bool:
    """Whether two long words differ so little that one may be a misspelling of the other."""
    from spacy.matcher.levenshtein import levenshtein

    shortest = min(len(a), len(b))
    allowed = 0 if shortest < LONG_NAME else 1 if shortest < LONGER_NAME else 2
    swapped = len(a) == len(b) >= LONG_NAME and _swapped(a, b)
    return a != b and (swapped or levenshtein(a, b, allowed) <= allowed)


def _swapped(a: str, b: str) -> bool:
    """Whether two neighbouring letters changed places: "Chirac" and "Chriac"."""
    differing = [at for at, (one, other) in enumerate(zip(a, b, strict=True)) if one != other]
    if len(differing) != 2 or differing[1] - differing[0] != 1:
        return False
    at = differing[0]
    return a[at : at + 2] == b[at : at + 2][::-1]


def _add_single(
    reading: Reading, names: Iterable[Name], individuals: list[Individual], families: dict[str, list[Individual]]
) -> None:
    """Give surnames, first names and misspellings on their own to the people they can only mean."""
    given: dict[str, list[Individual]] = defaultdict(list)
    for person in individuals:
        given[person.words[0]].append(person)
        for inner in person.words[1:-1]:
            given[inner].append(person)
    places: dict[int, str] = {}
    for name in sorted(names, key=lambda one: not place_of(reading, one)):
        word, place = words_of(reading, name)[0], place_of(reading, name)
        owners = families.get(word) or _of_double_name(word, individuals) or _kindred(reading, name, given.get(word))
        owners = _misspelt_single(name, word, individuals) if owners is None else owners
        fitting = [person for person in owners if not _clash(person, name)]
        fitting = [person for person in fitting if not place or places.setdefault(id(person), place) == place]
        if sexes := sexes_of(name):
            fitting = [person for person in fitting if sex_of(_kinship(reading, person) or "") in {None, *sexes}]
        if len(fitting) > 1 and name.honorifics:
            fitting = [person for person in fitting if person.sex and sexes_of(name) == {person.sex}] or fitting
        if len(fitting) > 1 and not name.honorifics:
            fitting = [person for person in fitting if not _kinship(reading, person)]
        if len(fitting) == 1:
            _add(fitting[0], name)
        elif not (owners or given.get(word)) or (not fitting and name.honorifics):
            person = Individual(words=(word,))
            places[id(person)] = place
            individuals.append(person)
            families[word] = [*families.get(word, []), person]
            _add(person, name)


def _of_double_name(word: str, individuals: Iterable[Individual]) -> list[Individual]:
    """Those whose surname's second half is the word: "Mogley" of "Ann Pryce-Mogley"."""
    return [person for person in individuals if person.family.endswith(f"-{word}") and len(person.words) > 1]


def _kindred(reading: Reading, name: Name, owners: list[Individual] | None) -> list[Individual] | None:
    """Of those with a given name, whom it can mean where it shares another's surname: "Kate and Will Doe"."""
    at = name.last + 1
    shares = reading.low(name.last) == "and" and not name.honorifics and reading.words[at].capital
    if not owners or not (shares and is_name_word(reading, at) and is_name_word(reading, at + 1)):
        return owners
    return [person for person in owners if person.family == reading.low(at + 1)]


def _kinship(reading: Reading, person: Individual) -> str | None:
    """As whose kin somebody comes in, who so never goes by the surname alone: "his son Ian Doe"."""
    return kin_of(reading, person.names[0])


def sexes_of(name: Name) -> set[str]:
    """What a name's forms of address tell of the sex."""
    return {sex for honorific in name.honorifics if (sex := sex_of(honorific.lower().rstrip(".")))}


def _misspelt_single(name: Name, word: str, individuals: Iterable[Individual]) -> list[Individual]:
    """People whose surname a word on its own misspells; both called alike, where the full name is not known."""
    found = []
    for person in individuals:
        alike = person.honorific is not None and person.honorific in name.honorifics
        if near(person.family, word) and (len(person.words) > 1 or alike) and person.family[0] == word[0]:
            found.append(person)
    return found
