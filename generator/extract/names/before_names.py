"""Titles before names: a title comes in, whom the name after it makes its holder goes out."""

import itertools
import re

from generator.extract.lexicon import lexicon, words
from generator.extract.names.appositions import may_be_followers, past_aside, past_party
from generator.extract.names.forms import honorifics, suffixes
from generator.extract.names.handing_over import text_before
from generator.extract.names.heads import head_at
from generator.extract.names.name_places import Bearer, NamePlaces
from generator.extract.names.parts import Held, Name, Title
from generator.extract.names.peerages import peerage_end
from generator.extract.names.predicates import ends_role, gone, takes_up_later
from generator.extract.names.reading import CLOSES_SENTENCE, CLOSING, Reading
from generator.model.words import Tense

SERVED = re.compile(r"(?<!has )\bserved\b|\bworked (?:in|for|as|at|under)\b")
LATE = ["the", "late"]
ARTICLES = frozenset(("a", "an", "the"))
JOINS = frozenset(("but", "when", "while", "because", "although"))
IDENTIFIED_BY = frozenset(("the", "its", "their", "his", "her", "'s", "'"))
LISTS = frozenset((",", "–", "—", ":"))
LONGEST_VOTE, LONGEST_BRACKET = 8, 6


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
            end = end if self._ends_body(title, end) else self._past_bracket(end)
            called = title.determiner in ("a", "an") and self.reading.low(end) in ("called", "named")
            at = end + (called or self.reading.low(end) == "[")
            if at in self.places.starts and self.reading.same_line(title.last - 1, at) and not self._modifies(at):
                return self._give(title, at)
            if named := self._opens_apposition(title, end) or self._listed(title, end):
                return self._give(title, named)
        return self._identified(title)

    def _identified(self, title: Title) -> list[Held]:
        """Whom a title is said to mean: "The new chair is Jane Doe", "its next leader will be Ann Lee,"."""
        verb = self.reading.low(title.end)
        to_come = verb == "will" and self.reading.low(title.end + 1) == "be"
        at = title.end + 1 + to_come
        settled = title.determiner in IDENTIFIED_BY or (not title.determiner and self._opens(title))
        if not (to_come or verb == "is") or title.plural or not settled or at not in self.places.starts:
            return []
        name, person = self.places.starts[at]
        closed = self.reading.low(name.last) in CLOSING - {"'"} and name.last - name.first > 1
        named = title.office or title.key in words("roles", "named_by_another")
        if not closed or not named or title.tense is Tense.FORMER:
            return []
        tense = Tense.ELECT if to_come else title.tense
        return [Held(person=person, title=title, first=title.lead, last=name.last, tense=tense)]

    def _ends_body(self, title: Title, end: int) -> bool:
        """Whether a title only ends a body's name: "the Association of General Practitioners (AGP) Dr Jane Doe"."""
        inside = self.reading.words[end + 1 : end + 2]
        letters = self.reading.low(end) == "(" and self.reading.low(end + 2) == ")"
        return title.plural and letters and any(word.text.isupper() for word in inside)

    def _past_bracket(self, end: int) -> int:
        """Past what tells of a title in brackets before the name: "Labour MP (Member of Parliament) Jane Doe"."""
        address = self.reading.low(end + 1).rstrip(".") in honorifics() | words("honorifics", "retired")
        if self.reading.low(end) != "(" or address or end in self.places.starts or end + 1 in self.places.starts:
            return end
        close = next((at for at in range(end + 2, end + LONGEST_BRACKET) if self.reading.low(at) == ")"), None)
        named = close is not None and close + 1 in self.places.starts and self.reading.same_line(end, close + 1)
        return close + 1 if close is not None and named else end

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
        body = self.reading.low(title.last + 1) == "the" and self.reading.low(title.end - 1) in words(
            "roles", "bodies_too"
        )
        found = [] if body else [head_at(self.reading, at) for at in range(title.last + 1, title.end)]
        offices = any(one is not None and one[0].office and one[0].key != "justice" for one in found)
        callings = (one[0] for one in found if one is not None and one[1] == title.end and not one[0].plural)
        return offices or any(one.key != "justice" for one in callings)  # "lawyer for shop owner Jane Doe"

    def _complement_of_name(self, title: Title) -> int:
        """After "A lawyer for Mr. Ostrowski"."""
        if self.reading.low(title.last) in ("for", "of", "to") and title.last + 1 in self.places.starts:
            return self.places.starts[title.last + 1][0].last
        return title.last

    def _give(self, title: Title, at: int) -> list[Held]:
        name, person = self.places.starts[at]
        first = title.lead + (title.determiner not in ("", "'s", "'"))
        beside = "," not in map(self.reading.low, range(title.last, name.lead))
        after = self.places.text_after(name.last)
        tense = self._past(title, at) or gone(after, title.tense, office=title.office, key=title.key, beside=beside)
        if tense is Tense.CURRENT and takes_up_later(after, title.key):
            tense = Tense.ELECT
        found = [Held(person=person, title=title, first=first, last=name.last, tense=tense)]
        while title.plural and (following := self._coordinated(name.last, self.reading.low(name.lead - 1))):
            name, person = following
            late = self.reading.low(name.lead - 1) == LATE[1]
            tense = Tense.FORMER if late else title.tense
            found.append(Held(person=person, title=title, first=first, last=name.last, tense=tense))
        return found

    def _past(self, title: Title, name: int) -> Tense | None:
        """Former after "voted to fire Superintendent …", "the death of President …", "the editor at the time, …"."""
        if title.tense is not Tense.CURRENT:
            return None
        if handed := self._handed_on(title):
            return None if handed is Tense.CURRENT else handed
        between = [self.reading.low(at) for at in range(title.end, name)]
        fired = title.owner is None and self.reading.same_line(title.lead - 1, title.lead) and self._dismissed(title)
        over = not self._has_kin(name) and ends_role(text_before(self.reading, title.lead))
        then = between[:3] == ["at", "the", "time"] or self._served_under(title)
        return Tense.FORMER if fired or over or then else None

    def _handed_on(self, title: Title) -> Tense | None:
        """When the next or the last holder has a post: "his predecessor as mayor", "her successor as chair"."""
        if self.reading.low(title.lead - 1) != "as" or not self.reading.same_line(title.lead - 2, title.lead):
            return None
        holder = self.reading.low(title.lead - 2)
        if holder in words("roles", "gone_before"):
            return Tense.FORMER
        return title.tense if holder in words("roles", "named_by_another") else None

    def _is_acting_as(self, title: Title) -> bool:
        """Whether a clause opens with "as" and a title, as none does that tells of a loss: "but as deputy speaker,"."""
        opens = self.reading.low(title.lead - 2) in JOINS and self.reading.same_line(title.lead - 2, title.lead)
        return opens and self.reading.low(title.lead - 1) == "as"

    def _has_kin(self, name: int) -> bool:
        """Whether a name only tells whose somebody is: "the death of Mayor Jane Doe's son"."""
        last = self.places.starts[name][0].last
        return last < len(self.reading.words) and self.reading.words[last].possessive

    def _served_under(self, title: Title) -> bool:
        """Whether somebody once served under whoever held a post: "Under President Jane Doe, she served"."""
        under = self.reading.low(title.lead - 1) == "under" and self.reading.same_line(title.lead - 1, title.lead)
        return under and SERVED.search(self.reading.sentence_at(title.head)) is not None

    def _dismissed(self, title: Title) -> bool:
        """Whether the verb before a title ends what it names: "fired", "voted to fire", not "urged him to sack"."""
        verb, to = self.reading.low(title.lead - 1), title.lead - 2
        if verb in words("small_words", "dismissing"):
            return True
        if verb == "out" and self.reading.low(to) in words("small_words", "dismissing_out"):
            return True
        if verb not in words("small_words", "to_dismiss") or self.reading.low(to) != "to":
            return False
        reach = range(to - 1, max(to - LONGEST_VOTE, 0), -1)
        near = itertools.takewhile(lambda at: self.reading.words[at].text not in CLOSES_SENTENCE | {","}, reach)
        said = next((self.reading.low(at) for at in near if self.reading.tagged(self.reading.words[at], "VERB")), "")
        return said in words("small_words", "decided")

    def _coordinated(self, at: int, called: str = "") -> Bearer | None:
        """The name after a comma or "and", past a place or a party in between: "Ann Lee of Ohio and Jo Ray".

        None where it has a title of its own: "Reps. Ann Lee and Ohio Sen. Jo Ray"; all may be `called` "Cllr".
        """
        at = self._past_aside(at)
        for step in range(at, min(at + 7, len(self.reading.words))):
            low = self.reading.low(step)
            joined = low in (",", "and", "&", ";") and self.reading.same_line(at, step + 1)
            late = joined and [self.reading.low(step + 1), self.reading.low(step + 2)] == LATE
            first = step + 3 if late else step + 1
            if joined and first in self.places.starts:
                bearer = self.places.starts[first]
                address = first if called in lexicon("roles")["abbreviations"] else -1
                alike = self.reading.low(address) == called and bearer[0].lead == first + 1
                return bearer if bearer[0].lead == first or alike else None
            capital = self.reading.words[step].capital
            if not (capital or low in (",", "and", "of", "from", "(", ")", "the", ";")):
                return None
        return None

    def _past_aside(self, at: int) -> int:
        """Past what is told of one of several in brackets: "councillors Ann Lee (deputy group leader) and Jo Ray"."""
        if self.reading.low(at) != "(":
            return at
        reach = range(at + 1, min(at + LONGEST_BRACKET, len(self.reading.words)))
        close = next((end for end in reach if self.reading.low(end) == ")"), None)
        return at if close is None else close + 1

    def _opens_apposition(self, title: Title, end: int) -> int | None:
        """Where the name after a comma begins that says who holds a title: "The mayor, Jane Doe, said"."""
        end = past_aside(self.reading, self.places.starts, end)
        at = past_party(self.reading, self.places.starts, end + 1)
        opens = LISTS if title.plural and title.end == end else {","}
        if self.reading.low(end) not in opens or at not in self.places.starts:
            return None
        one = self.reading.low(title.lead - 1) == "of" and self.reading.low(title.lead - 2) == "one"
        if title.plural and not (one and title.key != "member"):
            several = self._coordinated(self.places.starts[at][0].last) and title.end == end and title.key != "member"
            return at if several else None
        name, person = self.places.starts[at]
        if may_be_followers(self.reading, title) or self._is_anothers(title, name):
            return None
        last = peerage_end(self.reading, name)
        closed = self.reading.low(last) in CLOSING - {"'"} or self.reading.low(last) in suffixes()
        first_time = self.places.first_of[id(person)] is name
        full = last - name.first > 1
        introduces = (first_time and (closed or full)) or (closed and full)
        settled = title.determiner or one or self._opens(title) or self._follows(title) or self._of_body(title)
        settled = settled or (title.tense is Tense.FORMER and at < name.first)  # "named former minister, Sen. Ann Lee,"
        settled = settled or self._handed_on(title) is not None or (title.office and self._is_acting_as(title))
        return at if introduces and settled else None

    def _is_anothers(self, title: Title, name: Name) -> bool:
        """Whether a title is of whoever is named before it: "the choice of Ann Lee as an envoy, Jo Ray said".

        Or in a list of people: "Ann Lee, the mayor, Jo Ray, the clerk".
        """
        before = self.reading.low(title.lead - 1) if title.lead - 1 in self.places.ends else ""
        if before == "," and title.determiner in ("a", "an"):
            return True  # "Ann Lee, a former mayor, Jo Ray and others"
        after, then = self.reading.low(name.last), self.reading.low(name.last + 1)
        listed = after in ("(", "and") or (after == "," and (then in ARTICLES or then == "and"))
        return before == "as" or (before == "," and listed)

    def _follows(self, title: Title) -> bool:
        """Whether a title goes on from one that has a determiner: "The mayor of Hull and chair of the Forum, …"."""
        other = self.places.by_end.get(title.lead - 1)
        first = other is not None and (bool(other.determiner) or self._opens(other))
        return first and self.reading.low(title.lead - 1) == "and"

    def _of_body(self, title: Title) -> bool:
        """Whether a title begins with whose it is: "killed Iranian general, Jane Doe"."""
        return title.first < title.head and self.reading.words[title.first].capital

    def _opens(self, title: Title) -> bool:
        return self.reading.words[title.lead].opens
