"""Give people their roles: titles and people where they stand come in, each person's `RoleFinding`s go out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.lexicon import words
from generator.extract.names.forms import suffixes
from generator.extract.names.heads import head_at
from generator.extract.names.parts import Individual, Name, Title
from generator.extract.names.reading import Reading
from generator.model.words import Tense

CLOSING = frozenset(", . ; : ) ] – — - ? ! \" ' ” ’".split())
GOES_ON = frozenset("who which that at in from with until since on and to for by whose said says told but when where as".split())
IS = re.compile(
    r"^(?:, who |who )?(?:now |also |then |once |later |has |had |will |would |is |was |were |who )*"
    r"(?:is|was|became|become|remains|remain|been|be|(?:serve[sd]?|act(?:s|ed)?|serving|worked|acting|named|appointed|elected|re-elected|"
    r"confirmed|sworn in|chosen|installed|inaugurated|made)(?: as)?|(?:resign(?:ed|s)?|quit|stood down|stepped down|"
    r"step down|stand down|steps down|ousted|removed|sacked|fired|dismissed|return(?:ed|s)?|clung on|stay(?:s|ed)? on|continue[sd]?|run(?:s|ning)?|ran) (?:as|for))"
    r"(?: (?:also|now|still|then|once|currently|formerly|previously|elected|re-elected|appointed|named|made|sworn in|confirmed|chosen)(?: as)?)*$"
)
LEAVING = re.compile(r"\b(?:resign|quit|stood down|stepped down|ousted|removed|sacked|fired|dismissed|formerly|previously|once)")
JOINING = re.compile(r"\b(?:will|would)\b")
RUNNING = re.compile(r"\b(?:run|runs|running|ran) (?:as|for)")
UNTIL = re.compile(r"^\W*(?:[\w’'-]+ ){0,8}?(?:until|till)\b|^ (?:from|between) \d{4}")


@dataclass(frozen=True, kw_only=True)
class Held:
    """A title that the words between two indexes give to a person."""

    person: Individual
    title: Title
    first: int
    last: int
    tense: Tense


class Attacher:
    """Finds whose each title is, from the words around it alone, so that a wrong arc does no harm."""

    def __init__(self, reading: Reading, people: Sequence[Individual]) -> None:
        self.reading = reading
        self.starts: dict[int, tuple[Name, Individual]] = {}
        self.ends: dict[int, tuple[Name, Individual]] = {}
        self.first_of: dict[int, Name] = {}
        for person in people:
            self.first_of[id(person)] = person.names[0]
            for name in person.names:
                self.starts[name.lead] = self.starts[name.first] = (name, person)
                self.ends[name.last] = (name, person)

    def held(self, titles: Sequence[Title]) -> tuple[Held, ...]:
        """Every title that somebody is given, in reading order.

        Titles before names are read backwards, so that "Council leader Cllr Jane Doe" gives both.
        """
        before: dict[int, list[Held]] = {}
        for title in reversed(titles):
            before[title.head] = self._before_name(title)
            for one in before[title.head][:1]:
                self.starts.setdefault(one.first, (self._name_of(one), one.person))
        found: list[Held] = []
        for title in titles:
            last = found[-1] if found else None
            found.extend(before[title.head] or self._after_name(title) or self._joined(title, last))
        found.extend(self._joined_before(titles, found))
        return tuple(sorted((one for one in found if self._is_role(one)), key=lambda held: held.title.first))

    def _name_of(self, held: Held) -> Name:
        return next(name for name in held.person.names if name.last == held.last)

    def _is_role(self, held: Held) -> bool:
        """Kinship, ranks and forms of address are no roles."""
        title = held.title
        address = title.last == title.end and held.last > title.end and title.first == title.head
        return title.key not in words("roles", "kin") and not (address and title.key in not_roles())

    def _before_name(self, title: Title) -> list[Held]:
        """ "Home Secretary Jane Doe", "the minister [Jane Doe]", "Sens. Jane Doe and John Roe", "the mayor, Jane Doe"."""
        ends = [title.last, self._complement_of_name(title)]
        if not self._holds_office(title):
            ends.append(title.end)
        for end in dict.fromkeys(ends):
            at = end + (self.reading.low(end) == "[")
            if at in self.starts and self.reading.same_line(title.last - 1, at):
                return self._give(title, at)
            if named := self._opens_apposition(title, end):
                return self._give(title, named)
        return []

    def _holds_office(self, title: Title) -> bool:
        """Whether the words after a title's "of" are a title of their own: "allies of Defence Secretary Jane Doe"."""
        found = (head_at(self.reading, at) for at in range(title.last + 1, title.end))
        return any(one is not None and one[0].office for one in found)

    def _complement_of_name(self, title: Title) -> int:
        """After "A lawyer for Mr. Ostrowski"."""
        if self.reading.low(title.last) in ("for", "of", "to") and title.last + 1 in self.starts:
            return self.starts[title.last + 1][0].last
        return title.last

    def _give(self, title: Title, at: int) -> list[Held]:
        name, person = self.starts[at]
        first = title.lead + (title.determiner not in ("", "'s", "'"))
        found = [Held(person=person, title=title, first=first, last=name.last, tense=title.tense)]
        while title.plural and (following := self._coordinated(name.last)):
            name, person = following
            found.append(Held(person=person, title=title, first=first, last=name.last, tense=title.tense))
        return found

    def _coordinated(self, at: int) -> tuple[Name, Individual] | None:
        """The name after a comma or "and", past a place or a party in between: "Ann Lee of Ohio and Jo Ray"."""
        for step in range(at, min(at + 7, len(self.reading.words))):
            low = self.reading.low(step)
            if low in (",", "and", "&") and step + 1 in self.starts and self.reading.same_line(at, step + 1):
                return self.starts[step + 1]
            capital = self.reading.words[step].capital
            if not (capital or low in (",", "and", "of", "from", "(", ")", "the")):
                return None
        return None

    def _opens_apposition(self, title: Title, end: int) -> int | None:
        """Where the name after a comma begins that says who holds a title: "The mayor, Jane Doe, said"."""
        at = self._past_party(end + 1)
        if self.reading.low(end) != "," or at not in self.starts or title.plural:
            return None
        name, person = self.starts[at]
        closed = self.reading.low(name.last) in CLOSING - {"'"} or self.reading.low(name.last) in suffixes()
        first_time = self.first_of[id(person)] is name
        full = name.last - name.first > 1
        introduces = (first_time and (closed or full)) or (closed and full)
        return at if introduces and (title.determiner or self._opens(title)) else None

    def _past_party(self, at: int) -> int:
        """Past "the" and a possessor: "the chair, the SDLP's Jane Doe"."""
        start = at + (self.reading.low(at) == "the")
        for possessive in (start + 1, start + 2):
            if possessive < len(self.reading.words) and self.reading.words[possessive].possessive:
                return possessive + 1 if self.reading.words[start].capital else at
        return start

    def _opens(self, title: Title) -> bool:
        return self.reading.words[title.lead].opens

    def _after_name(self, title: Title) -> list[Held]:
        """ "Jane Doe, the mayor,", "Jane Doe (Lab, Hull), leader of", "Jane Doe is the mayor"."""
        if not self.reading.same_line(title.lead - 1, title.lead):
            return []
        return self._in_apposition(title) or self._predicated(title)

    def _in_apposition(self, title: Title) -> list[Held]:
        at = title.lead - 1
        if self.reading.low(at) in ("formerly", "previously", "once", "then", "now", "currently") and self.reading.low(at - 1) == ",":
            at -= 1
        if self.reading.low(at) not in (",", "(", "–", "—") or title.plural or not self._closes(title):
            return []
        owner = self._name_ending(at)
        if owner is None or self.reading.low(at) == "(" and not self.reading.low(title.end) == ")":
            return []
        name, person = owner
        tense = title.tense
        if self.reading.low(at + 1) in ("formerly", "previously", "once", "then"):
            tense = Tense.FORMER
        return [Held(person=person, title=title, first=name.first, last=title.end, tense=self._until(title, tense))]

    def _closes(self, title: Title) -> bool:
        """Whether the phrase ends with its title, so that the title is no subject of its own."""
        if title.end >= len(self.reading.words) or not self.reading.same_line(title.last - 1, title.end):
            return True
        low = self.reading.low(title.end)
        spoken = low in ("said", "says", "told", "has", "to", "on", "but", "when", "for", "as", "by", "with")
        return low in CLOSING or (low in GOES_ON and not (spoken and title.determiner == "the"))

    def _name_ending(self, at: int) -> tuple[Name, Individual] | None:
        """The name that ends before a mark, past a post-nominal, an age or a bracket: "Jane Doe KC (Lab, Hull), 53,"."""
        for _ in range(4):
            if at in self.ends and self.reading.same_line(at - 1, at):
                return self.ends[at]
            if self.reading.low(at - 1) in suffixes():
                at -= 1
            elif self.reading.words[at - 1].text.isdigit() and self.reading.low(at - 2) == ",":
                at -= 2
            elif self.reading.low(at - 1) == ")":
                opening = next((i for i in range(at - 2, max(at - 12, 0), -1) if self.reading.low(i) == "("), None)
                if opening is None:
                    return None
                at = opening
            elif at in self.ends:
                return self.ends[at]
            else:
                return None
        return None

    def _predicated(self, title: Title) -> list[Held]:
        """ "Jane Doe, who was mayor until 2019", "Jane Doe was elected leader"."""
        for size in range(1, 9):
            at = title.lead - size
            if not self.reading.same_line(at, title.lead) or self.reading.low(at) in (".", "?", "!"):
                return []
            if at in self.ends and at - 1 not in range(title.first, title.last):
                between = self.reading.document.quote((self.reading.words[at - 1].end, self.reading.words[title.lead].start))
                if not IS.match(between.strip().lower()):
                    return []
                name, person = self.ends[at]
                tense = self._told(between.lower(), title)
                return [Held(person=person, title=title, first=name.first, last=title.end, tense=tense)]
        return []

    def _told(self, between: str, title: Title) -> Tense:
        if title.tense is not Tense.CURRENT:
            return title.tense
        if LEAVING.search(between) or (re.search(r"\bwho was\b|\bhad been\b", between)):
            return Tense.FORMER
        if RUNNING.search(between):
            return Tense.CANDIDATE
        return self._until(title, Tense.ELECT if JOINING.search(between) else Tense.CURRENT)

    def _until(self, title: Title, tense: Tense) -> Tense:
        """A role that ended with a stated year is a former one."""
        end = self.reading.words[title.end - 1].end
        after = self.reading.document.text[end : end + 60].split("\n")[0]
        return Tense.FORMER if tense is Tense.CURRENT and UNTIL.match(after) else tense

    def _joined(self, title: Title, before: Held | None) -> list[Held]:
        """The second of "a Labour member and former ward sister" after a name."""
        if before is None or before.title.end > title.lead or before.last != before.title.end:
            return []
        between = [self.reading.low(at) for at in range(before.title.end, title.lead)]
        if between not in (["and"], [",", "and"]) or title.plural or title.determiner == "the":
            return []
        return [Held(person=before.person, title=title, first=before.first, last=title.end, tense=title.tense)]

    def _joined_before(self, titles: Sequence[Title], held: Sequence[Held]) -> Iterator[Held]:
        """The first of "farmer and podcaster Jane Doe"."""
        ending = {title.last: title for title in titles if title.last == title.end and not title.plural}
        for one in held:
            title = one.title
            other = ending.get(title.lead - 1) if self.reading.low(title.lead - 1) == "and" else None
            alike = other and self.reading.words[other.head].capital == self.reading.words[title.head].capital
            if other and alike and one.last > title.end and other.determiner != "the" and title.determiner == "":
                if not any(h.title is other for h in held):
                    yield Held(person=one.person, title=other, first=other.first, last=one.last, tense=other.tense)


def not_roles() -> frozenset[str]:
    """Heads that are no more than a form of address when they stand right before a name."""
    return words("honorifics", "ranks") | {"barrister", "advocate", "chief", "prince", "princess", "king", "queen"}
