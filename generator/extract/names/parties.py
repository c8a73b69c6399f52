"""Tell parties: a person's names in an article come in, the party that the words beside them give goes out."""

from collections.abc import Iterable

from generator.extract.lexicon import lexicon
from generator.extract.names.bodies_by_words import known_at
from generator.extract.names.institutions import classify
from generator.extract.names.parts import Individual, Name
from generator.extract.names.reading import Reading
from generator.model.words import Classification


def party_of(reading: Reading, person: Individual) -> str | None:
    """The party, as written, of "Jane Doe (Lab, Hull)", "Jane Doe, a Democrat from Ohio", "Labour's Jane Doe".

    And of "Jane Doe, SNP, said", "Jane Doe of the Greens", "Ohio Democrat Jane Doe" and "Jane Doe, D-Ohio", whose
    letter is written out.
    """
    return next((party for name in person.names for party in _beside(reading, name)), None)


def _beside(reading: Reading, name: Name) -> Iterable[str]:
    after = name.last
    if reading.same_line(name.first, after) and reading.words[after].text == "(":
        yield from _party_at(reading, after + 1)
    yield from _by_letter(reading, after)
    if reading.low(after) == "," and reading.low(after + 1) in ("a", "an"):
        yield from _party_at(reading, after + 2)
    between = reading.low(after) == "," and reading.same_line(after, after + 1)
    end = known_at(reading, after + 1) if between else None
    if end and reading.low(end) == "," and reading.low(end + 1) not in ("and", "or"):
        yield from _party(reading, after + 1, end)
    of = after + (reading.low(after) == ",")
    if reading.same_line(name.first, of) and reading.low(of) == "of":
        yield from _party_at(reading, of + 1 + (reading.low(of + 1) == "the"))
    before = name.lead - 1
    if reading.same_line(before, name.first) and reading.words[before].possessive:
        for first in (before - 2, before - 1):
            if first >= 0 and known_at(reading, first) == before:
                yield from _party(reading, first, before)
    for first in (before - 1, before):
        if reading.same_line(first, name.lead) and known_at(reading, first) == name.lead:
            yield from _party(reading, first, name.lead)


def _by_letter(reading: Reading, after: int) -> Iterable[str]:
    """The party of "(R-Ohio)", ", D-Hull"."""
    letter, _, seat = reading.low(after + 1).partition("-")
    if reading.low(after) in ("(", ",") and reading.same_line(after, after + 1) and seat:
        party = lexicon("institutions")["party_letters"].get(letter)
        if party and reading.words[after + 1].text[0].isupper():
            yield party


def is_party_and_seat(reading: Reading, at: int) -> bool:
    """Whether a word is the party and the seat of whoever stands before it: "D-3rd" in "Jane Doe, D-3rd, moved"."""
    return any(True for _ in _by_letter(reading, at - 1))


def _party_at(reading: Reading, at: int) -> Iterable[str]:
    last = known_at(reading, at) if at < len(reading.words) else None
    if last and reading.same_line(at - 1, at):
        yield from _party(reading, at, last)


def _party(reading: Reading, first: int, last: int) -> Iterable[str]:
    if classify(reading.quote(first, last)) is Classification.PARTY:
        yield reading.quote(first, last)
