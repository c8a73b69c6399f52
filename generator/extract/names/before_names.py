"""Titles before names: a title comes in, whom the name after it makes its holder goes out."""

import re

from generator.extract.lexicon import words
from generator.extract.names.appositions import may_be_followers, past_aside, past_party
from generator.extract.names.forms import suffixes
from generator.extract.names.handing_over import text_before
from generator.extract.names.heads import head_at
from generator.extract.names.name_places import Bearer, NamePlaces
from generator.extract.names.parts import Held, Title
from generator.extract.names.predicates import ends_role, gone
from generator.extract.names.reading import CLOSING, Reading
from generator.model.words import Tense

SERVED = re.compile(r"(?<!has )\bserved\b|\bworked (?:in|for|as|at|under)\b")


class BeforeNames:
    """Finds the names after titles, where nothing or a comma stands between."""

    def __init__(self, reading: Reading, places: NamePlaces) -> None:
        self.reading = reading
        self.places = places

    def held(self, title: Title) -> list[Held]:
        """ "Home Secretary Jane Doe", "the minister [Jane Doe]", "Sens. Ann Lee and Jo Ray", "the mayor, Jane Doe"."""
        ends = [title.last, self._complement_of_name(title)]
        if not self._holds_office(title):
            ends.append(title.end)
        for end in dict.fromkeys(ends):
            called = title.determiner in ("a", "an") and self.reading.low(end) in ("called", "named")
            at = end + (called or self.reading.low(end) == "[")
            if at in self.places.starts and self.reading.same_line(title.last - 1, at) and not self._modifies(at):
                return self._give(title, at)
            if named := self._opens_apposition(title, end) or self._listed(title, end):
                return self._give(title, named)
        return []

    def _listed(self, title: Title, end: int) -> int | None:
        """Where the first name begins of "leaders such as Ann Lee and Jo Ray", "ministers, including Ann Lee"."""
        at = end + (self.reading.low(end) == ",")
        at += {"such": 2, "including": 1}.get(self.reading.low(at), 0)
        listed = at > end and self.reading.low(at - 1) in ("as", "including") and at in self.places.starts
        named = listed and self.places.starts[at][0].lead == at
        apart = title.key in words("roles", "kin") | words("roles", "relations") | words("roles", "followers")
        return at if named and title.plural and not apart and self.reading.same_line(end - 1, at) else None

    def _modifies(self, at: int) -> bool:
        """Whether a name only tells whose somebody is: "billionaire Trump adviser Elon Musk"."""
        last = self.places.starts[at][0].last
        found = head_at(self.reading, last) if self.reading.same_line(at, last) else None
        return found is not None and not found[0].plural and found[1] in self.places.starts

    def _holds_office(self, title: Title) -> bool:
        """Whether the words after a title's "of" are a title of their own: "allies of Defence Secretary Jane Doe"."""
        found = (head_at(self.reading, at) for at in range(title.last + 1, title.end))
        return any(one is not None and one[0].office and one[0].key != "justice" for one in found)

    def _complement_of_name(self, title: Title) -> int:
        """After "A lawyer for Mr. Ostrowski"."""
        if self.reading.low(title.last) in ("for", "of", "to") and title.last + 1 in self.places.starts:
            return self.places.starts[title.last + 1][0].last
        return title.last

    def _give(self, title: Title, at: int) -> list[Held]:
        name, person = self.places.starts[at]
        first = title.lead + (title.determiner not in ("", "'s", "'"))
        beside = self.reading.low(name.lead - 1) != ","
        after = self.places.text_after(name.last)
        tense = self._past(title, at) or gone(after, title.tense, office=title.office, beside=beside)
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
        fired = title.owner is None and self.reading.same_line(title.lead - 1, title.lead) and self._dismissed(title)
        over = ends_role(text_before(self.reading, title.lead))
        then = between[:3] == ["at", "the", "time"] or self._served_under(title)
        return Tense.FORMER if fired or over or then else None

    def _served_under(self, title: Title) -> bool:
        """Whether somebody once served under whoever held a post: "Under President Jane Doe, she served"."""
        under = self.reading.low(title.lead - 1) == "under" and self.reading.same_line(title.lead - 1, title.lead)
        return under and SERVED.search(self.reading.sentence_at(title.head)) is not None

    def _dismissed(self, title: Title) -> bool:
        """Whether the verb before a title ends what it names: "fired", "voted to fire", not "urged him to sack"."""
        before = [self.reading.low(title.lead - back) for back in (1, 2, 3)]
        if before[0] in words("small_words", "dismissing"):
            return True
        done = before[1] == "to" and before[2] in words("small_words", "decided")
        return done and before[0] in words("small_words", "to_dismiss")

    def _coordinated(self, at: int) -> Bearer | None:
        """The name after a comma or "and", past a place or a party in between: "Ann Lee of Ohio and Jo Ray".

        None where it has a title of its own: "Reps. Ann Lee and Ohio Sen. Jo Ray".
        """
        for step in range(at, min(at + 7, len(self.reading.words))):
            low = self.reading.low(step)
            joined = low in (",", "and", "&", ";") and self.reading.same_line(at, step + 1)
            if joined and step + 1 in self.places.starts:
                bearer = self.places.starts[step + 1]
                return bearer if bearer[0].lead == step + 1 else None
            capital = self.reading.words[step].capital
            if not (capital or low in (",", "and", "of", "from", "(", ")", "the", ";")):
                return None
        return None

    def _opens_apposition(self, title: Title, end: int) -> int | None:
        """Where the name after a comma begins that says who holds a title: "The mayor, Jane Doe, said"."""
        end = past_aside(self.reading, self.places.starts, end)
        at = past_party(self.reading, self.places.starts, end + 1)
        if self.reading.low(end) != "," or at not in self.places.starts:
            return None
        one = self.reading.low(title.lead - 1) == "of" and self.reading.low(title.lead - 2) == "one"
        if title.plural and not (one and title.key != "member"):
            several = self._coordinated(self.places.starts[at][0].last) and title.end == end and title.key != "member"
            return at if several else None
        if may_be_followers(self.reading, title):
            return None
        name, person = self.places.starts[at]
        closed = self.reading.low(name.last) in CLOSING - {"'"} or self.reading.low(name.last) in suffixes()
        first_time = self.places.first_of[id(person)] is name
        full = name.last - name.first > 1
        introduces = (first_time and (closed or full)) or (closed and full)
        settled = title.determiner or one or self._opens(title) or self._follows(title) or self._of_body(title)
        return at if introduces and settled else None

    def _follows(self, title: Title) -> bool:
        """Whether a title goes on from one that has a determiner: "The mayor of Hull and chair of the Forum, …"."""
        other = self.places.by_end.get(title.lead - 1)
        return other is not None and bool(other.determiner) and self.reading.low(title.lead - 1) == "and"

    def _of_body(self, title: Title) -> bool:
        """Whether a title begins with whose it is: "killed Iranian general, Jane Doe"."""
        return title.first < title.head and self.reading.words[title.first].capital

    def _opens(self, title: Title) -> bool:
        return self.reading.words[title.lead].opens
