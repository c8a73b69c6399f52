"""Give people their roles: titles and people where they stand come in, each person's `RoleFinding`s go out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.language import NameKind
from generator.extract.lexicon import words
from generator.extract.names.appositions import before_state, may_be_followers, past_aside, past_party
from generator.extract.names.forms import suffixes
from generator.extract.names.handing_over import handed_over, text_before
from generator.extract.names.heads import head_at
from generator.extract.names.later import far_holder
from generator.extract.names.leading import find_leading
from generator.extract.names.parts import Held, Individual, Name, Title
from generator.extract.names.predicates import dead, ended, ends_role, gives_role, gone, tense_of
from generator.extract.names.reading import Reading
from generator.model.words import Tense

CLOSING = frozenset([",", ".", ";", ":", ")", "]", "–", "—", "-", "?", "!", '"', "'", "”", "’"])
GOES_ON = words("small_words", "after_titles")
AFTER = 60


class Attacher:
    """Finds whose each title is, from the words around it alone, so that a wrong arc does no harm."""

    def __init__(self, reading: Reading, people: Sequence[Individual]) -> None:
        self.reading = reading
        self.starts: dict[int, tuple[Name, Individual]] = {}
        self.ends: dict[int, tuple[Name, Individual]] = {}
        self.first_of: dict[int, Name] = {}
        self.phrases: dict[int, int] = {}
        self.by_end: dict[int, Title] = {}
        for person in people:
            self.first_of[id(person)] = person.names[0]
            for name in person.names:
                self.starts[name.lead] = self.starts[name.first] = (name, person)
                self.ends[name.last] = (name, person)

    def said_of(self, pronouns: Sequence[tuple[int, Individual]], titles: Sequence[Title]) -> tuple[Held, ...]:
        """Titles that a pronoun's person is said to hold: "He served as mayor"."""
        kind = NameKind.PERSON
        self.ends = {at + 1: (Name(first=at, last=at + 1, lead=at, kind=kind), person) for at, person in pronouns}
        found: list[Held] = []
        for title in titles:
            if self.reading.same_line(title.lead - 1, title.lead):
                found.extend(
                    self._predicated(title)
                    or self._told_later(title)
                    or self._joined(title, found[-1] if found else None)
                )
        return tuple(one for one in found if self._is_role(one))

    def held(self, titles: Sequence[Title]) -> tuple[Held, ...]:
        """Every title that somebody is given, in reading order.

        Titles before names are read backwards, so that "Council leader Cllr Jane Doe" gives both.
        """
        before: dict[int, list[Held]] = {}
        self.by_end = {title.end: title for title in titles if not title.plural and title.end > title.last}
        for title in reversed(titles):
            before[title.head] = self._before_name(title)
            for one in before[title.head][:1]:
                self.starts.setdefault(one.first, (self._name_of(one), one.person))
                self.phrases[one.last] = title.lead
        found: list[Held] = []
        for title in titles:
            last = found[-1] if found else None
            found.extend(before[title.head] or self._after_name(title) or self._joined(title, last))
            if found and found[-1].title is title and found[-1].last == title.end:
                self.ends.setdefault(title.end, (self.first_of[id(found[-1].person)], found[-1].person))
        found.extend(self._joined_before(titles, found))
        found.extend(self._leading())
        told = [self._outlived(one) for one in found if self._is_role(one)]
        return tuple(sorted(told, key=lambda held: held.title.first))

    def _leading(self) -> Iterator[Held]:
        """ "Jane Doe (Lab, Hull), who chairs the finance committee"."""
        for at, title in find_leading(self.reading):
            if owner := self._name_ending(at):
                name, person = owner
                yield Held(person=person, title=title, first=name.first, last=title.end, tense=title.tense)

    def _outlived(self, held: Held) -> Held:
        """A title, held no more where the article tells of the holder's death."""
        names = held.person.names if held.tense in (Tense.CURRENT, Tense.CANDIDATE) else []
        died = any(dead(self._text_after(name.last)) for name in names)
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
        return title.key not in words("roles", "kin") | words("roles", "relations") and not (
            address and title.key in not_roles()
        )

    def _before_name(self, title: Title) -> list[Held]:
        """ "Home Secretary Jane Doe", "the minister [Jane Doe]", "Sens. Ann Lee and Jo Ray", "the mayor, Jane Doe"."""
        ends = [title.last, self._complement_of_name(title)]
        if not self._holds_office(title):
            ends.append(title.end)
        for end in dict.fromkeys(ends):
            called = title.determiner in ("a", "an") and self.reading.low(end) in ("called", "named")
            at = end + (called or self.reading.low(end) == "[")
            if at in self.starts and self.reading.same_line(title.last - 1, at) and not self._modifies(at):
                return self._give(title, at)
            if named := self._opens_apposition(title, end):
                return self._give(title, named)
        return []

    def _modifies(self, at: int) -> bool:
        """Whether a name only tells whose somebody is: "billionaire Trump adviser Elon Musk"."""
        found = head_at(self.reading, self.starts[at][0].last)
        return found is not None and not found[0].plural and found[1] in self.starts

    def _holds_office(self, title: Title) -> bool:
        """Whether the words after a title's "of" are a title of their own: "allies of Defence Secretary Jane Doe"."""
        found = (head_at(self.reading, at) for at in range(title.last + 1, title.end))
        return any(one is not None and one[0].office and one[0].key != "justice" for one in found)

    def _complement_of_name(self, title: Title) -> int:
        """After "A lawyer for Mr. Ostrowski"."""
        if self.reading.low(title.last) in ("for", "of", "to") and title.last + 1 in self.starts:
            return self.starts[title.last + 1][0].last
        return title.last

    def _give(self, title: Title, at: int) -> list[Held]:
        name, person = self.starts[at]
        first = title.lead + (title.determiner not in ("", "'s", "'"))
        beside = self.reading.low(name.lead - 1) != ","
        tense = self._past(title, at) or gone(self._text_after(name.last), title.tense, beside=beside)
        found = [Held(person=person, title=title, first=first, last=name.last, tense=tense)]
        while title.plural and (following := self._coordinated(name.last)):
            name, person = following
            found.append(Held(person=person, title=title, first=first, last=name.last, tense=title.tense))
        return found

    def _past(self, title: Title, name: int) -> Tense | None:
        """Former after "voted to fire Superintendent …", "the death of President …", "the editor at the time, …"."""
        if title.tense is not Tense.CURRENT:
            return None
        between = [self.reading.low(at) for at in range(title.end, name)]
        fired = title.owner is None and self.reading.low(title.lead - 1) in words("small_words", "dismissing")
        fired = fired and self.reading.same_line(title.lead - 1, title.lead)
        over = ends_role(text_before(self.reading, title.lead))
        return Tense.FORMER if fired or over or between[:3] == ["at", "the", "time"] else None

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
        end = past_aside(self.reading, self.starts, end)
        at = past_party(self.reading, self.starts, end + 1)
        if self.reading.low(end) != "," or at not in self.starts:
            return None
        one = self.reading.low(title.lead - 1) == "of" and self.reading.low(title.lead - 2) == "one"
        if title.plural and not (one and title.key != "member"):
            several = self._coordinated(self.starts[at][0].last) and title.end == end and title.key != "member"
            return at if several else None
        if may_be_followers(self.reading, title):
            return None
        name, person = self.starts[at]
        closed = self.reading.low(name.last) in CLOSING - {"'"} or self.reading.low(name.last) in suffixes()
        first_time = self.first_of[id(person)] is name
        full = name.last - name.first > 1
        introduces = (first_time and (closed or full)) or (closed and full)
        return at if introduces and (title.determiner or one or self._opens(title) or self._follows(title)) else None

    def _follows(self, title: Title) -> bool:
        """Whether a title goes on from one that has a determiner: "The mayor of Hull and chair of the Forum, …"."""
        other = self.by_end.get(title.lead - 1)
        return other is not None and bool(other.determiner) and self.reading.low(title.lead - 1) == "and"

    def _opens(self, title: Title) -> bool:
        return self.reading.words[title.lead].opens

    def _after_name(self, title: Title) -> list[Held]:
        """ "Jane Doe, the mayor,", "Jane Doe (Lab, Hull), leader of", "Jane Doe is the mayor"."""
        if not self.reading.same_line(title.lead - 1, title.lead):
            return []
        return (
            self._in_apposition(title) or self._handed_over(title) or self._predicated(title) or self._told_later(title)
        )

    def _in_apposition(self, title: Title) -> list[Held]:
        at = title.lead - 1
        if (
            self.reading.low(at) in ("formerly", "previously", "once", "then", "now", "currently")
            and self.reading.low(at - 1) == ","
        ):
            at -= 1
        if self.reading.low(at) not in (",", "(", "–", "—") or title.plural:
            return []
        owner = None if self._owns(title) else self._name_ending(at)
        if owner and not (self._closes(title) or self._opens_sentence(*owner)):
            return []
        if owner is None or (self.reading.low(at) == "(" and self.reading.low(title.end) != ")"):
            return []
        name, person = owner
        tense = title.tense
        if self.reading.low(at + 1) in ("formerly", "previously", "once", "then"):
            tense = Tense.FORMER
        after = self._after(title)
        tense = gone(after, ended(after, tense))
        if tense is Tense.CURRENT and ends_role(text_before(self.reading, name.lead)):
            tense = Tense.FORMER
        return [Held(person=person, title=title, first=name.first, last=title.end, tense=tense)]

    def _opens_sentence(self, name: Name, person: Individual) -> bool:
        """Whether a full name opens a sentence, so that what follows its comma is no subject of its own."""
        return self.reading.words[name.lead].opens and name is self.first_of[id(person)] and len(person.words) > 1

    def _closes(self, title: Title) -> bool:
        """Whether the phrase ends with its title, so that the title is no subject of its own."""
        if title.end >= len(self.reading.words) or not self.reading.same_line(title.last - 1, title.end):
            return True
        low = self.reading.low(title.end)
        spoken = low in ("said", "says", "told", "has", "to", "on", "but", "when", "for", "as", "by", "with")
        present = low.endswith("ing") and title.determiner in ("a", "an")
        return present or low in CLOSING or (low in GOES_ON and not (spoken and title.determiner == "the"))

    def _name_ending(self, at: int) -> tuple[Name, Individual] | None:
        """The name that ends before a mark, past a suffix, an age or a bracket: "Jane Doe KC (Lab, Hull), 53,"."""
        for _ in range(4):
            if at in self.ends and self.reading.same_line(at - 1, at):
                return self.ends[at]
            if self.reading.low(at - 1) in suffixes():
                at -= 1
            elif self.reading.words[at - 1].text.isdigit() and self.reading.low(at - 2) == ",":
                at -= 2
            elif (name_end := before_state(self.reading, self.ends, at)) is not None:
                at = name_end
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
        for size in range(1, 1 if self._owns(title) else 9):
            at = title.lead - size
            if not self.reading.same_line(at, title.lead) or self.reading.low(at) in (".", "?", "!"):
                return []
            if at in self.ends and at - 1 not in range(title.first, title.last):
                between = self.reading.document.quote(
                    (self.reading.words[at - 1].end, self.reading.words[title.lead].start)
                )
                name, person = self.ends[at]
                closed = self.reading.low(name.lead - 1) == ","
                if not gives_role(between.removeprefix(",") if closed else between):
                    return []
                current = title.tense in (Tense.CURRENT, Tense.CANDIDATE)
                tense = tense_of(between, self._after(title)) if current else title.tense
                tense = title.tense if tense is Tense.CURRENT else tense
                return [Held(person=person, title=title, first=name.first, last=title.end, tense=tense)]
        return []

    def _owns(self, title: Title) -> bool:
        """Whether a title only tells whose something is: "Jane Doe, the mayor's aunt"."""
        return title.end < len(self.reading.words) and self.reading.words[title.end].possessive

    def _told_later(self, title: Title) -> list[Held]:
        """ "Jane Doe led the union and later served as mayor"."""
        found = far_holder(self.reading, self.ends, title)
        if found is None:
            return []
        person, tense = found
        tense = ended(self._after(title), tense) if title.tense is Tense.CURRENT else title.tense
        return [Held(person=person, title=title, first=title.lead, last=title.end, tense=tense)]

    def _handed_over(self, title: Title) -> list[Held]:
        """ "Who succeeded Ann Lee as mayor", "appointed Ann Lee as mayor"."""
        after = self._after(title)
        return [
            Held(person=person, title=title, first=name.first, last=title.end, tense=ended(after, tense))
            for name, person, tense in handed_over(self.reading, self.ends, title, self.phrases)
        ]

    def _after(self, title: Title) -> str:
        """The words after a title, on its line."""
        return self._text_after(title.end)

    def _text_after(self, last: int) -> str:
        end = self.reading.words[last - 1].end
        return self.reading.document.text[end : end + AFTER].split("\n")[0]

    def _joined(self, title: Title, before: Held | None) -> list[Held]:
        """The second of "a Labour member and former ward sister" after a name."""
        if before is None or not 0 < title.lead - before.title.end <= 2 or before.last != before.title.end:
            return []
        between = [self.reading.low(at) for at in range(before.title.end, title.lead)]
        of_kin = before.title.key in words("roles", "kin")
        definite = title.determiner == "the" and not of_kin
        if between not in (["and"], [",", "and"]) or title.plural or definite:
            return []
        tense = before.tense if title.tense is Tense.CURRENT and before.tense is Tense.FORMER else title.tense
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
            bare = other and (whole or (alike and other.determiner != "the" and other.end == other.last))
            if other and bare and title.determiner == "" and one.last > title.end and id(other) not in given:
                yield Held(person=one.person, title=other, first=other.first, last=one.last, tense=other.tense)


def not_roles() -> frozenset[str]:
    """Heads that are no more than a form of address when they stand right before a name."""
    return words("honorifics", "ranks") | {"barrister", "advocate"}
