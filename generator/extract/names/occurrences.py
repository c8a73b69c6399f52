"""Find every further place where known people are named: `Individual`s come in and are given the names missed."""

from collections import defaultdict
from collections.abc import Sequence, Set

from generator.extract.language import NameKind
from generator.extract.lexicon import words
from generator.extract.names.forms import MONTHS, PARTICLES, body_heads, folded, honorifics, is_name_word, not_bodies
from generator.extract.names.heads import head_at
from generator.extract.names.merging import words_of
from generator.extract.names.parts import Individual, Name
from generator.extract.names.reading import Reading

LONGEST = 6
SUBJECT = "nsubj"


def complete(reading: Reading, people: Sequence[Individual], taken: Set[int]) -> None:
    """Give each person the places where a form of the name stands that no finder saw.

    A form that two people could have is given to neither.
    """
    owners: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, person in enumerate(people):
        for form in {words_of(reading, name) for name in person.names} | {person.words, person.words[-1:]}:
            owners[form].add(number)
    starts = {form[0] for form in owners if form}
    held = set(taken) | {at for person in people for name in person.names for at in range(name.first, name.last)}
    at = 0
    while at < len(reading.words):
        may_start = at not in held and not starts.isdisjoint(folded(reading.words[at].text))
        found = _form_at(reading, at, owners, held) if may_start else None
        if found:
            last, number = found
            people[number].names.append(Name(first=at, last=last, lead=_lead(reading, at), kind=NameKind.PERSON))
        at = found[0] if found else at + 1
    for person in people:
        person.names.sort(key=lambda name: name.first)


def _form_at(
    reading: Reading, at: int, owners: dict[tuple[str, ...], set[int]], held: Set[int]
) -> tuple[int, int] | None:
    month = _acts(reading, at)
    if not month and not is_name_word(reading, at) and reading.low(at) not in PARTICLES:
        return None
    for last in range(min(at + LONGEST, len(reading.words)), at, -1):
        cut = reading.words[last - 1].is_mark or not reading.same_line(at, last - 1)
        if cut or any(i in held for i in range(at, last)):
            continue
        numbers = owners.get(words_of(reading, Name(first=at, last=last, lead=at, kind=NameKind.PERSON)))
        known = numbers and len(numbers) == 1 and _stands_alone(reading, at, last)
        if numbers and known and not (last - at == 1 and _is_month(reading, at)):
            return last, next(iter(numbers))
    return None


def _stands_alone(reading: Reading, first: int, last: int) -> bool:
    """Whether a form is no part of a longer name: "Clinton" in "Clinton Foundation", or in "Jane Clinton"."""
    after = is_name_word(reading, last) and reading.same_line(first, last) and not head_at(reading, last)
    if after and (reading.low(last) in body_heads() or reading.low(last) in not_bodies()):
        return False
    before = is_name_word(reading, first - 1) and reading.same_line(first - 1, first)
    known = reading.low(first - 1) in honorifics() or bool(head_at(reading, first - 1)) if before else True
    return known or (reading.words[first - 1].opens and not reading.tagged(reading.words[first - 1], "PROPN"))


def _acts(reading: Reading, at: int) -> bool:
    """Whether a word that is a month's name does something, as nobody says of months: "April claimed that"."""
    token = reading.token(reading.words[at]) if reading.low(at) in MONTHS else None
    return token is not None and token.dep_ == SUBJECT and token.head.pos_ == "VERB"


def _is_month(reading: Reading, at: int) -> bool:
    """Whether a surname is a month's name here: "in May", "3 May", "May 2019"."""
    dated = any(reading.low(beside)[:1].isdigit() for beside in (at - 1, at + 1))
    return reading.low(at) in MONTHS and (dated or reading.low(at - 1) in words("small_words", "before_months"))


def _lead(reading: Reading, at: int) -> int:
    while reading.low(at - 1) in honorifics() and reading.same_line(at - 1, at) and reading.words[at - 1].capital:
        at -= 1
    return at
