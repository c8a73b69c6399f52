"""Write roles down: a title that somebody holds comes in, a `RoleFinding` with post and body goes out."""

import re
from collections.abc import Mapping, Set

from generator.extract.findings import RoleFinding
from generator.extract.lexicon import lexicon, words
from generator.extract.names.heads import SHADOW, head_at
from generator.extract.names.leading import DETERMINERS
from generator.extract.names.parts import Held, Title
from generator.extract.names.places import known_places
from generator.extract.names.posts import is_of_body, post_of
from generator.extract.names.reading import Reading, Word
from generator.model.ids import fold

TOPIC_HEADS = frozenset(
    ("minister", "secretary", "secretary of state", "cabinet member", "under-secretary", "minister of state")
)
LONGEST_PLACE = 4
SPEAKS_FOR = frozenset(("spokesman", "spokeswoman", "spokesperson", "critic"))
PAST = re.compile(r"^(?:ex|then|former)-", re.IGNORECASE)
TAKES_PARTY = frozenset(
    (
        "leader",
        "chief whip",
        "whip",
        "chairman",
        "chair",
        "chairwoman",
        "deputy leader",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "candidate",
        "treasurer",
        "general secretary",
    )
)


class Describer:
    """Turns titles into roles.

    Args:
        reading: the article's words.
        bodies: where each word that names an organization or a place belongs: the whole name's first and last word.
        parties: the words among them that name parties.
        people: the words that name people.
    """

    def __init__(
        self, reading: Reading, bodies: Mapping[int, tuple[int, int]], parties: Set[int], people: Set[int]
    ) -> None:
        self.reading = reading
        self.bodies = bodies
        self.parties = parties
        self.people = people

    def role(self, held: Held) -> RoleFinding:
        """The role that a title gives."""
        title = held.title
        first, organization, party = self._before_head(title)
        if title.key in words("roles", "named_by_another"):
            first, organization = title.first, None  # "French counterpart"
        last = title.last
        if title.end > title.last:
            topic = self._is_topic(title)
            if topic or self.reading.low(title.last) in DETERMINERS:
                last = title.end  # "chairs the committee" is told whole
            if not topic:
                organization = self._complement(title) or organization
        elif self.reading.low(title.last) == "for" and (end := self._end_of_person(title.last + 1)):
            last = end
        if title.owner:
            owner, owned_party = self._owner(title.owner)
            organization, party = organization or owner, party or owned_party
        if organization is None and party and title.key in TAKES_PARTY:
            organization = party
        owned = self._owned_by(title) if organization is None and party is None else None
        role = self._written(title, first if owned is None else owned, last)
        return RoleFinding(
            role=role, post=self._post(title, first, last), organization=organization, party=party, tense=held.tense,
            spans=(self.reading.span(held.first, held.last),),
        )  # fmt: skip

    def _owned_by(self, title: Title) -> int | None:
        """Where the name begins of whose lawyer or aide somebody is: without that a title would say little."""
        if title.owner is None or title.office or title.key in words("roles", "named_by_another") | {"candidate"}:
            return None
        return next((at for at in range(*title.owner) if at in self.people), None)

    def _written(self, title: Title, first: int, last: int) -> str:
        """The title as written; one person's of a title that is given to several stands in the singular."""
        abbreviated = any(word.text.endswith(".") for word in self.reading.words[title.head : title.last])
        if not title.plural or abbreviated:
            written = self.reading.quote(first, last)
            return PAST.sub("", written) if first < title.head else written
        capitals = [self.reading.words[at].capital for at in range(title.head, title.last)]
        head = title.key.title() if all(capitals) else title.key.capitalize() if capitals[0] else title.key
        head = head.upper() if self.reading.words[title.head].text.rstrip("s").isupper() else head
        before = [self.reading.quote(first, title.head)] if first < title.head else []
        return " ".join([*before, head, *([self.reading.quote(title.last, last)] if last > title.last else [])])

    def _post(self, title: Title, first: int, last: int) -> str:
        """The post that a title names: its head in full and in the singular, without what says when it is held."""
        if title.end > title.last and title.key in lexicon("posts")["alone"]:
            return fold(self.reading.quote(first, title.end))
        before = [PAST.sub("", self.reading.low(at)) for at in range(first, title.head)]
        after = self.reading.quote(title.last, last) if last > title.last else ""
        if self.reading.low(title.last) in DETERMINERS:
            after = f"of {after}"
        return post_of(" ".join([*before, title.key, after]).replace(" ,", ","))

    def _before_head(self, title: Title) -> tuple[int, str | None, str | None]:
        """Where the title proper begins after the body or party that is named before it."""
        first, organization, party = title.first, None, None
        while first < title.head and (named := self._named(first, title.head)):
            begin, end = named
            if end > title.head:
                break
            name = self.reading.quote(begin, end)
            if first in self.parties or name.casefold() in lexicon("institutions")["adjectives"]:
                party = party or name
            else:
                organization = name
            short = self.reading.low(end) == "(" and self.reading.low(end + 2) == ")"
            first = end + 3 if short and end + 3 <= title.head else end
        if organization is None and first == title.first and self._capitals_before_small(title):
            first = title.head
            while not self.reading.words[first - 1].capital:
                first -= 1
            organization = self.reading.quote(title.first, first)
        return first, organization, party

    def _named(self, first: int, head: int) -> tuple[int, int] | None:
        """The body, party or place whose name begins at a word of a title."""
        if self.reading.low(first) == SHADOW:
            return None
        if first in self.bodies:
            return self.bodies[first]
        capital = self.reading.words[first].capital
        if capital and self.reading.low(first) in lexicon("institutions")["adjectives"]:
            return first, first + 1
        lasts = range(min(first + LONGEST_PLACE, head), first, -1)
        placed = (last for last in lasts if tuple(map(self.reading.low, range(first, last))) in known_places())
        return next(((first, last) for last in placed if capital), None)

    def _capitals_before_small(self, title: Title) -> bool:
        """ "Spicewell Hall boss": capitals before a title in small letters name a body."""
        before = self.reading.words[title.first : title.head]
        if before and self._is_brief(before[0]):
            return False
        small = not self.reading.words[title.head].capital
        named = any(at in self.people for at in range(title.first, title.head))
        if not small or named or not before or not before[0].text[0].isupper():
            return False
        return not before[0].opens or (before[-1].capital and not self._is_common(before[-1]))

    def _is_brief(self, word: Word) -> bool:
        """Whether a title begins with what it is for, or of which kind it is: "Indigenous policy minister"."""
        brief = word.low == SHADOW or word.low in words("roles", "briefs")
        return brief or PAST.match(word.text) is not None or self._is_common(word)

    def _is_common(self, word: Word) -> bool:
        """Whether a word has its capital only because a sentence opens with it: "Deputy mayor Jane Doe resigned"."""
        common = words("roles", "modifiers") - words("roles", "whose")
        return word.opens and word.low in common

    def _end_of_person(self, at: int) -> int | None:
        """Where the name after "lawyer for Mr" ends."""
        start = next((i for i in range(at, at + 3) if i in self.people), None)
        return next((i for i in range(start, start + 6) if i not in self.people), None) if start is not None else None

    def _is_topic(self, title: Title) -> bool:
        if title.key in TOPIC_HEADS or self.reading.low(title.end - 1) == "nomination":
            return True
        if title.key == "candidate" and any(self._is_office(at) for at in range(title.last + 1, title.end)):
            return True  # "candidate for Kilby mayor" is of no body
        of_field = (
            self.reading.low(at) in words("roles", "briefs") | {"and"} for at in range(title.last + 1, title.end)
        )
        if title.key in SPEAKS_FOR and all(of_field):
            return True
        if self.reading.low(title.last) == "on" and title.last + 1 not in self.bodies:
            return True
        return not is_of_body(self.reading, title.last + 1, title.end)

    def _complement(self, title: Title) -> str | None:
        first, last = title.last + 1, title.end
        if last in self.people and any(self._is_office(at) for at in range(first, last)):
            return None  # "aide to Governor Jane Doe" is of no body
        while first < last and self.reading.low(first) in ("the", "a"):
            first += 1
        return self.reading.quote(first, last) if first < last else None

    def _is_office(self, at: int) -> bool:
        found = head_at(self.reading, at)
        return found is not None and found[0].office

    def _owner(self, owner: tuple[int, int]) -> tuple[str | None, str | None]:
        first, last = owner
        while first < last and self.reading.low(first) in ("the", "a", "its", "his", "her", "their"):
            first += 1
        if first >= last or not any(self.reading.words[at].capital for at in range(first, last)):
            return None, None
        if first not in self.bodies or any(at in self.people for at in range(first, last)):
            return None, None  # "then-Ohio Governor Jane Doe's chief of staff" is of no body
        name = self.reading.quote(first, last)
        return name, name if first in self.parties else None
