"""Titles on their own: titles that stand apart from any name come in, whom each certainly means goes out."""

import re
from collections.abc import Mapping, Sequence

from generator.extract.lexicon import words
from generator.extract.names.forms import honorifics
from generator.extract.names.parts import Held, Individual, Title
from generator.extract.names.posts import heads_of_government, meant_post, post_of, topic_of
from generator.extract.names.reading import Reading
from generator.model.words import Tense

DEFINITE = frozenset(("the", "this"))
INDEFINITE = frozenset(("a", "an", "one", "another"))
DEPUTY = "deputy"
NEAR = 3
MOST_AFTER = 30
CASTING = re.compile(r"['’]s? (?:own )?(?:casting|deciding|tie-?breaking) vote", re.IGNORECASE)


def _may_be_same(whose: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two bodies, by their words in capitals, may be one: the House, but not any `Committee` the Ports one."""
    only_kind = bool(other) and other < whose and other <= words("acts", "bodies")
    return not only_kind and (other <= whose or whose <= other)


class Standing:
    """Who is meant by "the minister".

    Args:
        reading: the article's words.
        people: everyone in the article.
        titles: every title in the article.
        held: those that stand beside names.
    """

    def __init__(
        self, reading: Reading, people: Sequence[Individual], titles: Sequence[Title], held: Sequence[Held]
    ) -> None:
        self.reading = reading
        self.people = people
        self.titles = titles
        self.beside = {id(one.title) for one in held}
        self.by_post: dict[str, list[Individual]] = {}
        self.by_key: dict[str, list[Individual]] = {}
        self.former: dict[str, list[tuple[Individual, str]]] = {}
        self.by_topic: dict[str, list[Individual]] = {}
        self.bodies_of: dict[tuple[int, str], list[frozenset[str]]] = {}
        self.mentions = [title for title in titles if title.determiner in INDEFINITE]
        for one in sorted(held, key=lambda one: one.tense is Tense.ELECT):
            if one.title.key == DEPUTY and one.title.owner is not None:
                continue  # "Mr Doe's own deputy" is nobody whom "the Deputy" addresses
            if one.tense is Tense.FORMER:
                self.former.setdefault(one.title.key, []).append((one.person, meant_post(self._written(one.title))))
                continue
            if one.tense is Tense.ELECT and meant_post(self._written(one.title)) in self.by_post:
                continue  # while another holds the post, "the minister" is that one
            self._note(self.by_post, meant_post(self._written(one.title)), one.person)
            self._note(self.by_key, one.title.key, one.person)
            self.bodies_of.setdefault((id(one.person), one.title.key), []).append(self._complement(one.title))
            if topic := topic_of(post_of(self.whole(one.title))):
                self._note(self.by_topic, topic, one.person)
        self.roles_of: Mapping[int, int] = {id(p): sum(h.person is p for h in held) for p in people}

    @staticmethod
    def _note(table: dict[str, list[Individual]], key: str, person: Individual) -> None:
        known = table.setdefault(key, [])
        if not any(person is other for other in known):
            known.append(person)

    def _written(self, title: Title) -> str:
        return self.reading.quote(title.first, title.last)

    def whole(self, title: Title) -> str:
        """A title with its "of …" or "for …"."""
        return self.reading.quote(title.first, title.end)

    def meant(self) -> list[tuple[Title, Individual]]:
        """Titles on their own with the one person each means."""
        lone = [title for title in self.titles if id(title) not in self.beside and self._definite(title)]
        premier = self._premier(lone)
        found = []
        for title in lone:
            if title.tense is Tense.FORMER:
                former = self._former(title)
                found.extend([(title, former[0])] if len(former) == 1 else [])
                continue
            post = meant_post(self.whole(title))
            owners = self.by_post.get(post) or self._of_same_body(title)
            if self._casts(title) and any(self._heads_one(person) for person in owners):
                continue
            if len(owners) == 1:
                found.append((title, owners[0]))
            elif premier and not owners and post in heads_of_government():
                found.append((title, premier))
            elif not owners and (only := self._only_head(title) or self._only_topic(post)):
                found.append((title, only))
        return found

    def _former(self, title: Title) -> list[Individual]:
        """Who held such a post: "the former health secretary" was no education secretary, but maybe just a minister."""
        alike = {meant_post(self.whole(title)), title.key}
        held = self.former.get(title.key, [])
        fitting = [person for person, post in held if self._is_bare(title) or post in alike]
        return list({id(person): person for person in fitting}.values())

    def _of_same_body(self, title: Title) -> list[Individual]:
        """Who holds such a post, but not of another body: "chair of the House" means no chair of the Senate."""
        whose = self._complement(title)
        return [
            person
            for person in self.by_post.get(meant_post(self._written(title)), [])
            if not whose or any(_may_be_same(whose, other) for other in self.bodies_of.get((id(person), title.key), []))
        ]

    def _complement(self, title: Title) -> frozenset[str]:
        """The words in capitals that tell of what somebody is the head: "Finance" and "Committee"."""
        named = (self.reading.words[at] for at in range(title.last, title.end))
        return frozenset(word.low for word in named if word.capital)

    def _definite(self, title: Title) -> bool:
        capital = self.reading.words[title.head].capital and title.office
        named = title.determiner in DEFINITE or (title.determiner == "" and capital)
        return (
            named
            and not title.plural
            and title.office
            and title.tense in (Tense.CURRENT, Tense.FORMER)
            and title.owner is None
            and self.reading.low(title.lead - 1) not in honorifics()
        )

    def _heads_one(self, person: Individual) -> bool:
        """Whether the body is named that somebody is the head of."""
        return any(whose for (number, _), whose in self.bodies_of.items() if number == id(person))

    def _casts(self, title: Title) -> bool:
        """Whether a title is that of who decides a tied vote, whoever else is called so: "the chair's casting vote"."""
        after = self.reading.document.text[self.reading.span(title.first, title.end)[1] :][:MOST_AFTER]
        return CASTING.match(after) is not None

    def _only_head(self, title: Title) -> Individual | None:
        """The one person with such a title who is named shortly before: "the minister"."""
        owners = self.by_key.get(title.key, []) if self._is_bare(title) and title.determiner in DEFINITE else []
        near = NEAR if len(owners) == 1 else 1
        named = [person for person in owners if self._named_within(person, title.head, near, title.key)]
        return named[0] if len(named) == 1 else None

    def _named_within(self, person: Individual, at: int, paragraphs: int, key: str) -> bool:
        """Whether somebody was named so many paragraphs back or less, and no unnamed one of that title since."""
        before = [name.first for name in person.names if name.first < at]
        if before and any(before[-1] < other.head < at and other.key == key for other in self.mentions):
            return False
        last = self.reading.words[before[-1]].paragraph if before else None
        return last is not None and self.reading.words[at].paragraph - last <= paragraphs

    def _only_topic(self, post: str) -> Individual | None:
        """The one person in charge of a field, called minister here and secretary there."""
        owners = self.by_topic.get(topic_of(post) or "", [])
        return owners[0] if len(owners) == 1 else None

    def _premier(self, lone: Sequence[Title]) -> Individual | None:
        """Who heads the government where that title never stands beside a name.

        It is the one person who is named at the article's beginning without any role, as someone everybody knows,
        if no other office is spoken of without its holder's name. Who only speaks of the premier is another.
        """
        uses = [title for title in lone if post_of(self.whole(title)) in heads_of_government()]
        uses = [] if all(self._is_spoken(title.lead) for title in uses) else uses
        if not uses or any(post in self.by_post for post in heads_of_government()):
            return None
        others = [
            title
            for title in lone
            if title not in uses and not self._known(title) and self.reading.words[title.head].capital
        ]
        free = [p for p in self.people if not self.roles_of[id(p)] and self._matters(p)]
        before = free and free[0].names[0].first < uses[0].first
        another = any(self._is_named_beside(free[0], title.lead) for title in uses) if free else False
        paired = bool(free) and self._is_paired(free[0].names[0].first, free[0].names[0].last)
        return free[0] if len(free) == 1 and not others and before and not (another or paired) else None

    def _is_paired(self, first: int, last: int) -> bool:
        """Whether somebody is first named together with another, as no premier is: "Ann Lee and Jo Ray rise"."""
        named = {name.first for person in self.people for name in person.names}
        ends = {name.last for person in self.people for name in person.names}
        after = self.reading.low(last) == "and" and last + 1 in named
        return after or (self.reading.low(first - 1) == "and" and first - 1 in ends)

    def _is_spoken(self, at: int) -> bool:
        """Whether a word stands in somebody's own words: “[The premier] knew.”"""
        document, place = self.reading.document, self.reading.span(at, at + 1)[0]
        before = document.text[document.paragraphs[document.paragraph_at(place)][0] : place]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _is_named_beside(self, person: Individual, at: int) -> bool:
        """Whether somebody is named in a title's own sentence, so that it means another: `wrote to [Ann Lee]`."""
        place = self.reading.span(at, at + 1)[0]
        start = self.reading.document.sentence_at(place)[0]
        return any(start <= self.reading.span(name.first, name.last)[0] < place for name in person.names)

    @staticmethod
    def _is_bare(title: Title) -> bool:
        """Whether a title is a noun alone: "the minister"."""
        return title.first == title.head and title.end == title.last

    def _known(self, title: Title) -> bool:
        """Whether somebody named holds this very post; "the Ports Secretary" is no shadow secretary."""
        post = meant_post(self.whole(title))
        alike = self._is_bare(title) and self.by_key.get(title.key)
        return bool(self.by_post.get(post) or alike or self.by_topic.get(topic_of(post) or ""))

    def _matters(self, person: Individual) -> bool:
        """Whether somebody is named in full, early in the article."""
        return self.reading.words[person.names[0].first].paragraph <= 1 and len(person.words) > 1
