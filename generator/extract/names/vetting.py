"""Tell people from what only looks like them: `Individual`s come in, those that the whole article bears out go out."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.extract.language import NameKind, name_kind
from generator.extract.lexicon import lexicon, words
from generator.extract.names.bodies_by_words import is_law
from generator.extract.names.candidates import SPEECH
from generator.extract.names.forms import (
    body_heads,
    folded,
    given_names,
    honorifics,
    is_given_and_family,
    is_name_word,
    not_bodies,
    not_first,
    not_people,
)
from generator.extract.names.headlines import Headlines
from generator.extract.names.heads import head_at
from generator.extract.names.institutions import classify, known_bodies
from generator.extract.names.merging import words_of
from generator.extract.names.parties import is_party_and_seat
from generator.extract.names.parts import Individual, Name
from generator.extract.names.places import demonyms, known_places
from generator.extract.names.placing import WHERE, in_seat, owns_in_seat, seats, tells_where
from generator.extract.names.reading import QUOTES, Reading
from generator.extract.names.running import ends_title, is_brief, names_holder
from generator.model.words import Classification

MONTHS = words("small_words", "months")
LEADING = frozenset(("from", "off", "of", "between", "represents", "represented", "outside", "to", "as"))
LONGEST, LONGEST_SEAT, LONGEST_LIST = 5, 3, 20
PLURAL = re.compile(r"[A-Z]{2,}s")
"""What ends the name of several things: "SUVs"."""
OWNED = "owned"
SHORT_GROUP = 2
"""Words up to which a group may be of people who think alike, or of one firm: "Bruges Group"."""
BEFORE_FIRMS = frozenset(lexicon("roles")["former"]) - {"late"}
ARTICLES = frozenset(("the", "a", "an"))
PLURALS = frozenset(("NNS", "NNPS"))
OF_SEVERAL = ("ites", "ists", "ians", "ers")
WITH_BRIEF = frozenset(("minister", "ministers", "ministry", "department"))
TAKING = frozenset(("as", "become", "becoming", "became", "the", "former", "new"))
"""Before the name of a seat."""


class Vetting:
    """Weighs what the recognizer and the words around say of each name in the article."""

    def __init__(self, reading: Reading, bodies: Sequence[Name]) -> None:
        self.reading = reading
        self.headlines = Headlines(reading)
        self.small = {word.low for word in reading.words if not word.capital}
        self.firms = {reading.low(body.first) for body in bodies if self._is_firm(body)}
        self.kinds: dict[tuple[str, ...], Counter[NameKind]] = defaultdict(Counter)
        for span, label in reading.document.entities:
            if kind := name_kind(label):
                self.kinds[folded(reading.document.quote(span))][kind] += 1

    def people(self, individuals: Sequence[Individual]) -> list[Individual]:
        """Those who are people."""
        return [individual for individual in individuals if self._is_person(individual)]

    def _is_person(self, individual: Individual) -> bool:
        own = individual.words
        if own[0] in honorifics() and len(own) == 1 and not individual.honorific:
            return False
        if all(self._thing(name) or self._articled(name) for name in individual.names):
            return False
        if self.headlines.doubtful(individual) or all(self._is_seat(name) for name in individual.names):
            return False
        if len(own) > 1 and own in known_places() and not individual.honorific:
            return False
        single = len(own) == 1 and not individual.honorific
        if single and all(self._is_plain(name) for name in individual.names):
            return False
        if single and (own[0] in self.firms or all(self._led_to(name) for name in individual.names)):
            return False
        if any((name.sure or self._described(name)) and not self._commercial(name) for name in individual.names):
            return True
        if own in known_places() or own in known_bodies() or " ".join(own).removesuffix("s") in demonyms():
            return False
        if (own[-1] in not_people() and not is_given_and_family(own)) or own[0] in not_first() or own[0] in MONTHS:
            return False
        if all(self._shouted(name) or self._common(name) for name in individual.names):
            return False
        said = sum((self.kinds[form] for form in {words_of(self.reading, n) for n in individual.names}), Counter())
        others = said.total() - said[NameKind.PERSON]
        placed = sum(self._placed(name) for name in individual.names)
        likely = said[NameKind.PERSON] > others or (others == 0 and own[0] in given_names() and len(own) > 1)
        return likely and placed * 2 < len(individual.names)

    def _thing(self, name: Name) -> bool:
        """Whether a name is a thing's: "the company, Delta Scour,", "Delta Scour, which holds", "(Transfer) Bill"."""
        if self.reading.low(name.lead - 1) in words("small_words", "vessels") or self._is_vessel(name):
            return True
        if is_law(self.reading, name.last):
            return True
        if name.honorifics:
            return False
        if is_party_and_seat(self.reading, name.first) or self._is_portfolio(name):
            return True
        if self.reading.low(name.first - 1) in QUOTES and self.reading.low(name.last) in QUOTES:
            return True  # director of “Road Trip”
        if self.reading.low(name.first - 1) in ("of", "for") and self.reading.low(name.first - 2) in WITH_BRIEF:
            return True  # Minister of Jal Shakti
        thing = name.first - 2
        said = self.reading.low(thing + 1) == "," and self.reading.low(thing) in words("small_words", "things")
        which = self.reading.low(name.last) == "," and self.reading.low(name.last + 1) == "which"
        of_law = self.reading.low(name.first - 1) == "(" and self.reading.low(name.last) == ")"
        if of_law and self.reading.low(name.last + 1) in not_bodies():
            return True
        return (
            which
            or self._fields_people(name)
            or (is_brief(self.reading, name.last) and not (name.sure and ends_title(self.reading, name.first - 1)))
            or PLURAL.fullmatch(self.reading.words[name.last - 1].text) is not None
            or self._is_example(name)
            or self.reading.low(name.first - 1) == OWNED
            or (said and not any(head_at(self.reading, at) for at in range(max(thing - 5, 0), thing)))
        )

    def _is_portfolio(self, name: Name) -> bool:
        """Whether words are what the office right behind them is for: "Public Expenditure spokeswoman Ann Lee"."""
        briefs = words("roles", "briefs")
        told = all(self.reading.low(at) in briefs for at in range(name.first, name.last))
        return told and name.last - name.first > 1 and names_holder(self.reading, name.last)

    def _is_vessel(self, name: Name) -> bool:
        """Whether a ship is told of behind a name: "the Queen Margaret, a ferry," not "Jane Doe, a ferry worker"."""
        at = name.last
        told = self.reading.low(at) == "," and self.reading.low(at + 1) in ARTICLES
        closed = self.reading.low(at + 3) in (",", ".", "that", "which")
        return told and closed and self.reading.low(at + 2) in words("small_words", "vessels")

    def _is_example(self, name: Name) -> bool:
        """Whether a name stands in a list of what is no person: "firms including Delta Scour, Merrow and Fenn"."""
        at = name.first - 1
        while (
            name.first - at < LONGEST_LIST
            and self.reading.same_line(at, name.first)
            and (self.reading.words[at].capital or self.reading.low(at) in (",", "and", "&"))
        ):
            at -= 1
        opened = {"including": 1, "like": 1, "as": 2}.get(self.reading.low(at))
        if opened is None or (opened > 1 and self.reading.low(at - 1) != "such"):
            return False
        kind = at - opened
        word = self.reading.low(kind - (self.reading.low(kind) == ","))
        kinds = words("institutions_kinds", "kinds") | words("small_words", "things")
        return bool({word.removesuffix("s"), f"{word.removesuffix('ies')}y"} & kinds - {word})

    def _is_firm(self, body: Name) -> bool:
        """Whether a body is a company, whose first word alone may name it: "Merrow" for "Merrow Maritime Group"."""
        kind, length = classify(self.reading.quote(body.first, body.last)), body.last - body.first
        grouped = self.reading.low(body.last - 1) == "group" and length > SHORT_GROUP
        return (kind is Classification.COMPANY or grouped) and length > 1

    def _fields_people(self, name: Name) -> bool:
        """Whether words name what has members: "Labour’s Jane Doe", "Labour chiefs", "Alba Nua Union leaders"."""
        if name.last - name.first > 1:
            led = head_at(self.reading, name.last)
            return led is not None and led[0].plural and led[0].office and not name.sure
        after = name.last
        owns = after < len(self.reading.words) and self.reading.words[after].possessive
        full = owns and all(is_name_word(self.reading, at) for at in (after + 1, after + 2))
        return full or self.reading.low(after) in words("small_words", "members_of_bodies")

    def _articled(self, name: Name) -> bool:
        """Whether an article stands before several words that nobody's aides or years follow: "the Clean Docket".

        And an article with "former": "a former Bell Brothers banker".
        """
        several = name.last - name.first > 1 and not name.honorifics
        after = self.reading.low(name.last) in words("small_words", "after_people") | words("roles", "followers")
        former = self.reading.low(name.first - 1) in BEFORE_FIRMS
        return several and not after and self.reading.low(name.first - 1 - former) in ARTICLES

    def _led_to(self, name: Name) -> bool:
        """Whether one word follows what rather leads to a place: "a voter from Huntsville", "off Antibes"."""
        return self.reading.low(name.first - 1) in LEADING and not name.sure

    def _shouted(self, name: Name) -> bool:
        return self.reading.quote(name.first, name.last).isupper()

    def _common(self, name: Name) -> bool:
        """Whether one word opens a sentence and may be any noun or adjective, or is of several: "Growers said"."""
        word = self.reading.words[name.first]
        token = self.reading.token(word)
        if name.last - name.first > 1 or token is None or name.honorifics:
            return False
        return (word.opens and token.tag_ != "NNP") or (token.tag_ in PLURALS and word.low.endswith(OF_SEVERAL))

    def _is_plain(self, name: Name) -> bool:
        """Whether one word opens a sentence and stands in small letters elsewhere: "Leaks to the press"."""
        word = self.reading.words[name.first]
        return word.opens and name.last - name.first == 1 and not name.sure and word.low in self.small

    def _commercial(self, name: Name) -> bool:
        """Whether a title before is one that firms have too, and the name ends like theirs: "developer Acme Homes"."""
        firm = self.reading.low(name.last - 1) in body_heads() and not name.honorifics
        before = [self.reading.low(name.first - 1), self.reading.low(name.first - 2)]
        return firm and any(low in words("roles", "of_firms") for low in before)

    def _placed(self, name: Name) -> bool:
        """Whether the words beside speak of a place or a thing: "in Oldham", "MP for Oldham", "Jane Doe (Oldham)"."""
        after = self.reading.low(name.last)
        if after in words("roles", "represented") or (after in seats() and names_holder(self.reading, name.last)):
            return True
        if not self.reading.same_line(name.first - 1, name.first):
            return False
        before = self.reading.low(name.first - 1)
        if before in ARTICLES:
            return after not in words("small_words", "after_people")
        lone = name.last - name.first == 1 and not name.honorifics
        if lone and before == "and" and in_seat(self.reading, name.first):
            return True  # "MP for Kilby and Oldham"
        if before == "for" and any(self.reading.low(name.first - back) in seats() for back in (2, 3)):
            return True
        if before == "of" and self.reading.low(name.first - 2) in words("roles", "heads_of_places") and not name.sure:
            return True  # "rector of Great Kilby"
        if owns_in_seat(self.reading, name) or tells_where(self.reading, name):
            return True
        other = name.first - 2
        seat = before == "(" and is_name_word(self.reading, other) and not ends_title(self.reading, other)
        elected = seat and any(self.reading.low(other - back) in seats() for back in range(1, LONGEST))
        short = name.last - name.first < LONGEST_SEAT or elected
        return before in WHERE or (after == ")" and (seat or before == ",") and short)

    def _is_seat(self, name: Name) -> bool:
        """Whether a seat is called by its town: "elected as Oldham West MP"."""
        town = name.last - name.first > 1 and (self.reading.low(name.first),) in known_places()
        seat = self.reading.low(name.last) in words("roles", "seat_holders") | {"mp", "msp"}
        return town and seat and self.reading.low(name.first - 1) in TAKING

    def _described(self, name: Name) -> bool:
        """Whether a full name stands beside somebody's title, or speaks: "Jane Doe, a lawyer,", "said Jane Doe".

        In square brackets an editor says who is meant: "the minister [Jane Doe] said".
        """
        if len(words_of(self.reading, name)) < 2:
            return False
        if self.reading.low(name.first - 1) == "[" and self.reading.low(name.last) == "]":
            return True
        if self.reading.low(name.first - 1) == "," and ends_title(self.reading, name.first - 2):
            return True
        if self.reading.low(name.last) != ",":
            return self.reading.low(name.last) in SPEECH or self.reading.low(name.first - 1) in ("said", "says")
        start = name.last + 1
        if self.reading.low(start) not in ("a", "an", "the", "his", "her", "who", "whose"):
            return False
        for at in range(start + 1, min(start + 7, len(self.reading.words))):
            if self.reading.words[at].is_mark or not self.reading.same_line(start, at):
                return False
            if self.reading.low(start).startswith("who") or head_at(self.reading, at):
                return True
        return False
