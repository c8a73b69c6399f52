"""Give people their roles: titles and people where they stand come in, each person's `RoleFinding`s go out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.extract.language import NameKind
from generator.extract.lexicon import words
from generator.extract.names.after_names import AfterNames
from generator.extract.names.before_names import BeforeNames
from generator.extract.names.bids import find_bids, past_candidacy
from generator.extract.names.bygone import bygone, stood_then
from generator.extract.names.forms import suffixes
from generator.extract.names.leading import find_leading
from generator.extract.names.name_places import NamePlaces
from generator.extract.names.parts import Held, Individual, Name, Title
from generator.extract.names.predicates import dead
from generator.extract.names.reading import Reading
from generator.extract.names.seats import find_seats
from generator.model.words import Tense

MOST_BETWEEN = 4
"""How many titles may stand between two that people are put in: "Ann Lee as whip and former mayor Jo Ray as chair"."""


def is_late(reading: Reading, name: Name) -> bool:
    """Whether "the late" stands before a name."""
    return reading.low(name.lead - 1) == "late" and reading.low(name.lead - 2) == "the"


def told_in_clauses(reading: Reading) -> tuple[tuple[int, Title], ...]:
    """The titles that clauses with a verb give, each with the word after the name of whoever has it."""
    return (*find_leading(reading), *find_seats(reading), *find_bids(reading))


class Attacher:
    """Finds whose each title is, from the words around it alone, so that a wrong arc does no harm.

    `clauses` are what `told_in_clauses` finds, which a second attacher need not look for again.
    """

    def __init__(self, reading: Reading, people: Sequence[Individual], clauses: Sequence[tuple[int, Title]]) -> None:
        self.reading = reading
        self.clauses = clauses
        self.places = NamePlaces(reading, people)
        self.late = {id(person) for name, person in self.places.ends.values() if is_late(reading, name)}
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
                if self.reading.low(one.first - 1) in words("honorifics", "certain"):
                    self.places.starts.setdefault(one.first - 1, self.places.starts[one.first])  # "Mr Justice Doe"
        found: list[Held] = []
        for title in titles:
            last = found[-1] if found else None
            if own := self._as_another(title, last):
                found.pop()
            own = own or before[title.head] or self.after.held(title) or self._joined(title, last)
            found.extend(self._with_last(one, last) for one in own or self._also_as(title, found))
            if found and found[-1].title is title and found[-1].last == title.end:
                self.places.ends.setdefault(title.end, (self.places.first_of[id(found[-1].person)], found[-1].person))
        found = list(self._joined_before(titles, found))
        found.extend(self._leading())
        told = [self._outlived(one) for one in found if self._is_role(one)]
        return tuple(sorted(told, key=lambda held: held.title.first))

    def _with_last(self, held: Held, last: Held | None) -> Held:
        """A title, to come or past like the one before its comma: "will be Minister of Health, Minister of Mines"."""
        listed = last is not None and last.person is held.person and last.title.end == held.title.lead - 1
        bare = held.title.determiner == "" and held.tense is Tense.CURRENT and held.title.end > held.title.last
        if last is None or not (listed and bare) or last.title.tense is not Tense.CURRENT:
            return held
        return replace(held, tense=last.tense)

    def _as_another(self, title: Title, last: Held | None) -> list[Held]:
        """The office of "Ann Lee, his predecessor as mayor"."""
        handed = last is not None and last.title.key in words("roles", "named_by_another")
        if last is None or not handed or self.reading.low(title.lead - 1) != "as" or last.title.end != title.lead - 1:
            return []
        return [replace(last, title=title, last=title.end)]

    def _also_as(self, title: Title, found: Sequence[Held]) -> list[Held]:
        """The second of "named Ann Lee as finance minister and Jo Ray as trade minister"."""
        link = title.lead - 1
        if self.reading.low(link) != "as" or title.plural:
            return []
        near = reversed(found[-MOST_BETWEEN:])
        last = next((one for one in near if self.reading.low(one.title.lead - 1) == "as"), None)
        link -= self.reading.low(link - 1) == "," and link not in self.places.ends
        if link not in self.places.ends:
            return []
        name, person = self.places.ends[link]
        before = self.places.phrases.get(link, name.lead) - 1
        listed = self.reading.low(before) in ("and", ",")
        before -= self.reading.low(before) == "and" and self.reading.low(before - 1) == ","
        if not listed or last is None or last.title.end != before or last.person is person:
            return []
        return [Held(person=person, title=title, first=name.first, last=title.end, tense=last.tense)]

    def _leading(self) -> Iterator[Held]:
        """ "Jane Doe (Lab, Hull), who chairs the finance committee", "Jane Doe ended her bid for governor"."""
        for at, title in self.clauses:
            if owner := self.places.name_ending(at):
                name, person = owner
                yield Held(person=person, title=title, first=name.first, last=title.end, tense=title.tense)

    def _outlived(self, held: Held) -> Held:
        """A title, held no more where the article tells of the holder's death, or of years long past."""
        if held.tense is Tense.CANDIDATE and stood_then(self.reading, held):
            return past_candidacy(self.reading, held)
        if held.tense is Tense.CURRENT and (self._is_late(held) or bygone(self.reading, held.person)):
            return replace(held, tense=Tense.FORMER)
        names = held.person.names if held.tense in (Tense.CURRENT, Tense.CANDIDATE) and not held.title.office else []
        died = any(dead(self.places.text_after(name.last)) for name in names)
        return replace(held, tense=Tense.FORMER) if died else held

    def _is_late(self, held: Held) -> bool:
        """Whether the holder of an office is called "the late Jane Doe"."""
        return held.title.office and id(held.person) in self.late

    def _name_of(self, held: Held) -> Name:
        return next(name for name in held.person.names if name.last == held.last)

    def _is_role(self, held: Held) -> bool:
        """Kinship, ranks, forms of address and a minister's "of Justice" are no roles."""
        title = held.title
        if title.key == "justice" and self.reading.low(title.head - 1) in ("of", "for"):
            return False
        counted = self.reading.low(title.first) in words("roles", "ordinals")
        if counted and not self.reading.words[title.first].capital and self._is_one_of(title):
            return False
        capital = self.reading.words[title.head].capital
        address = title.last == title.end and held.last > title.end and title.first == title.head and capital
        key = title.key.replace(" ", "-")
        if title.plural and title.key == "counterpart":
            return False  # "his Greek and French counterparts": whose each is would be left out
        if held.last == title.end and self._is_contested(held.first):
            return False
        firm = title.end > title.last and self.reading.low(title.last) in ("in", "at")
        kin = key in words("roles", "kin") and not firm  # "a partner in Merrow & Ray"
        return not kin and key not in words("roles", "relations") and not (address and key in not_roles())

    def _is_one_of(self, title: Title) -> bool:
        """Whether somebody is counted among others of a title: "the third MP booted", "the second minister to go"."""
        after = self.reading.words[title.end] if title.end < len(self.reading.words) else None
        return (
            title.determiner == "the"
            and after is not None
            and (after.low == "to" or self.reading.tagged(after, "VERB"))
        )

    def _is_contested(self, first: int) -> bool:
        """Whether a condition or denial stands before whom it is of: `if Mr Bell becomes mayor`, `denied she was`."""
        at = first - 1
        while self.reading.low(at).rstrip(".") in words("honorifics", "certain") | words("honorifics", "ranks"):
            at -= 1
        if self.reading.low(at) in words("cues_grammar", "conditions"):
            return True
        at -= self.reading.low(at) == "that"
        return self.reading.low(at) in words("roles", "contested")

    def _joined(self, title: Title, before: Held | None) -> list[Held]:
        """The second of "a Labour member and former ward sister", "a soldier turned MP" after a name."""
        if before is None or not 0 < title.lead - before.title.end <= 3 or before.last != before.title.end:
            return []
        between = [self.reading.low(at) for at in range(before.title.end, title.lead)]
        now = between[-1:] == ["now"]
        between = between[:-1] if now else between
        of_kin = before.title.key in words("roles", "kin")
        definite = title.determiner == "the" and not of_kin
        if between not in (["and"], [",", "and"], ["turned"]) or title.plural or definite:
            return []
        seat = title.key in suffixes() and title.end > title.last and before.title.key not in suffixes()
        alike = title.office == before.title.office and not seat and between != ["turned"]
        to_come = before.tense is Tense.ELECT and before.title.tense is Tense.CURRENT
        past = before.tense is Tense.FORMER or to_come
        goes_on = title.tense is Tense.CURRENT and past and alike and not now
        tense = before.tense if goes_on else title.tense
        return [Held(person=before.person, title=title, first=before.first, last=title.end, tense=tense)]

    def _joined_before(self, titles: Sequence[Title], held: Sequence[Held]) -> Iterator[Held]:
        """Both of "farmer and podcaster Jane Doe"; what ends the one may end the other: "former MP and minister"."""
        given = {id(one.title) for one in held}
        ending = {title.end: title for title in titles if not title.plural}
        for one in held:
            other = self._first_of_two(one, ending)
            if other is None or id(other) in given:
                yield one
                continue
            yield replace(one, tense=self._shared(other, one))
            left = one.tense is Tense.FORMER and one.title.tense is not Tense.FORMER
            tense = Tense.FORMER if other.tense is Tense.CURRENT and left else other.tense
            yield Held(person=one.person, title=other, first=other.first, last=one.last, tense=tense)

    def _first_of_two(self, one: Held, ending: Mapping[int, Title]) -> Title | None:
        """The title before an "and" that goes with a title before a name."""
        title = one.title
        other = ending.get(title.lead - 1) if self.reading.low(title.lead - 1) == "and" else None
        if other is None or title.determiner or one.last <= title.end:
            return None
        head = self.reading.words[title.head]
        alike = self.reading.words[other.head].capital == head.capital or head.text.isupper()
        whole = other.end > other.last and title.end > title.last
        bare = (alike or other.first < other.head) and other.determiner != "the" and other.end == other.last
        return other if whole or bare else None

    @staticmethod
    def _shared(other: Title, one: Held) -> Tense:
        """When the second of two titles is held: a former MP and mayor is neither, a former nurse may be mayor."""
        shared = other.tense is Tense.FORMER and one.tense is Tense.CURRENT and other.office == one.title.office
        return Tense.FORMER if shared else one.tense


def not_roles() -> frozenset[str]:
    """Heads that are no more than a form of address when they stand right before a name."""
    return words("honorifics", "ranks") | {"barrister", "advocate"}
