"""Give people their roles: titles and people where they stand come in, each person's `RoleFinding`s go out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from generator.extract.language import NameKind
from generator.extract.lexicon import words
from generator.extract.names.after_names import AfterNames
from generator.extract.names.before_names import BeforeNames
from generator.extract.names.bids import find_bids
from generator.extract.names.leading import find_leading
from generator.extract.names.name_places import NamePlaces
from generator.extract.names.parts import Held, Individual, Name, Title
from generator.extract.names.predicates import dead
from generator.extract.names.reading import Reading
from generator.extract.names.seats import find_seats
from generator.model.words import Tense


class Attacher:
    """Finds whose each title is, from the words around it alone, so that a wrong arc does no harm."""

    def __init__(self, reading: Reading, people: Sequence[Individual]) -> None:
        self.reading = reading
        self.places = NamePlaces(reading, people)
        self.before = BeforeNames(reading, self.places)
        self.after = AfterNames(reading, self.places)

    def said_of(self, pronouns: Sequence[tuple[int, Individual]], titles: Sequence[Title]) -> tuple[Held, ...]:
        """Titles that a pronoun's person is said to hold: "He served as mayor"."""
        kind = NameKind.PERSON
        self.places.ends = {
            at + 1: (Name(first=at, last=at + 1, lead=at, kind=kind), person) for at, person in pronouns
        }
        found: list[Held] = []
        for title in titles:
            if self.reading.same_line(title.lead - 1, title.lead):
                found.extend(self.after.said_of(title) or self._joined(title, found[-1] if found else None))
        found.extend(self._leading())
        return tuple(self._outlived(one) for one in found if self._is_role(one))

    def held(self, titles: Sequence[Title]) -> tuple[Held, ...]:
        """Every title that somebody is given, in reading order.

        Titles before names are read backwards, so that "Council leader Cllr Jane Doe" gives both.
        """
        before: dict[int, list[Held]] = {}
        self.places.by_end = {title.end: title for title in titles if not title.plural}
        for title in reversed(titles):
            before[title.head] = self.before.held(title)
            for one in before[title.head][:1]:
                self.places.starts.setdefault(one.first, (self._name_of(one), one.person))
                self.places.phrases[one.last] = title.lead
        found: list[Held] = []
        for title in titles:
            last = found[-1] if found else None
            found.extend(before[title.head] or self.after.held(title) or self._joined(title, last))
            if found and found[-1].title is title and found[-1].last == title.end:
                self.places.ends.setdefault(title.end, (self.places.first_of[id(found[-1].person)], found[-1].person))
        found.extend(self._joined_before(titles, found))
        found.extend(self._leading())
        told = [self._outlived(one) for one in found if self._is_role(one)]
        return tuple(sorted(told, key=lambda held: held.title.first))

    def _leading(self) -> Iterator[Held]:
        """ "Jane Doe (Lab, Hull), who chairs the finance committee", "Jane Doe ended her bid for governor"."""
        for at, title in chain(find_leading(self.reading), find_seats(self.reading), find_bids(self.reading)):
            if owner := self.places.name_ending(at):
                name, person = owner
                yield Held(person=person, title=title, first=name.first, last=title.end, tense=title.tense)

    def _outlived(self, held: Held) -> Held:
        """A title, held no more where the article tells of the holder's death."""
        names = held.person.names if held.tense in (Tense.CURRENT, Tense.CANDIDATE) and not held.title.office else []
        died = any(dead(self.places.text_after(name.last)) for name in names)
        return replace(held, tense=Tense.FORMER) if died else held

    def _name_of(self, held: Held) -> Name:
        return next(name for name in held.person.names if name.last == held.last)

    def _is_role(self, held: Held) -> bool:
        """Kinship, ranks, forms of address and a minister's "of Justice" are no roles."""
        title = held.title
        if title.key == "justice" and self.reading.low(title.head - 1) in ("of", "for"):
            return False
        capital = self.reading.words[title.head].capital
        address = title.last == title.end and held.last > title.end and title.first == title.head and capital
        key = title.key.replace(" ", "-")
        return key not in words("roles", "kin") | words("roles", "relations") and not (address and key in not_roles())

    def _joined(self, title: Title, before: Held | None) -> list[Held]:
        """The second of "a Labour member and former ward sister" after a name."""
        if before is None or not 0 < title.lead - before.title.end <= 3 or before.last != before.title.end:
            return []
        between = [self.reading.low(at) for at in range(before.title.end, title.lead)]
        now = between[-1:] == ["now"]
        between = between[:-1] if now else between
        of_kin = before.title.key in words("roles", "kin")
        definite = title.determiner == "the" and not of_kin
        if between not in (["and"], [",", "and"]) or title.plural or definite:
            return []
        goes_on = title.tense is Tense.CURRENT and before.tense is Tense.FORMER and not now
        tense = before.tense if goes_on else title.tense
        return [Held(person=before.person, title=title, first=before.first, last=title.end, tense=tense)]

    def _joined_before(self, titles: Sequence[Title], held: Sequence[Held]) -> Iterator[Held]:
        """The first of "farmer and podcaster Jane Doe"."""
        given = {id(one.title) for one in held}
        ending = {title.end: title for title in titles if not title.plural}
        for one in held:
            title = one.title
            other = ending.get(title.lead - 1) if self.reading.low(title.lead - 1) == "and" else None
            alike = other and self.reading.words[other.head].capital == self.reading.words[title.head].capital
            whole = other and other.end > other.last and title.end > title.last
            alike = alike or (other is not None and other.first < other.head)
            bare = other and (whole or (alike and other.determiner != "the" and other.end == other.last))
            if other and bare and title.determiner == "" and one.last > title.end and id(other) not in given:
                yield Held(person=one.person, title=other, first=other.first, last=one.last, tense=other.tense)


def not_roles() -> frozenset[str]:
    """Heads that are no more than a form of address when they stand right before a name."""
    return words("honorifics", "ranks") | {"barrister", "advocate"}
