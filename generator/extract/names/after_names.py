"""Titles after names: a title comes in, whom an apposition or a verb before it makes its holder goes out."""

from generator.extract.asking import is_asked
from generator.extract.lexicon import words
from generator.extract.names.forms import suffixes
from generator.extract.names.handing_over import handed_over, text_before
from generator.extract.names.heads import head_at
from generator.extract.names.later import far_holder
from generator.extract.names.name_places import NamePlaces
from generator.extract.names.parts import Held, Individual, Name, Title
from generator.extract.names.predicates import ended, ends_role, gives_role, gone, takes_up_later, tense_of
from generator.extract.names.reading import CLOSING, Reading
from generator.model.words import Tense

LONGEST_BETWEEN, LONGEST_FIRST = 18, 6
GOES_ON = words("small_words", "after_titles")


class AfterNames:
    """Finds the names before titles, past commas, brackets and verbs."""

    def __init__(self, reading: Reading, places: NamePlaces) -> None:
        self.reading = reading
        self.places = places

    def held(self, title: Title) -> list[Held]:
        """ "Jane Doe MP", "Jane Doe, the mayor,", "Jane Doe (Lab, Hull), leader of", "Jane Doe is the mayor"."""
        if not self.reading.same_line(title.lead - 1, title.lead):
            return []
        if title.plural:
            return self._of_several(title)
        return self._beside(title) or self._in_apposition(title) or self._handed_over(title) or self.said_of(title)

    def said_of(self, title: Title) -> list[Held]:
        """ "Jane Doe was elected leader", "Jane Doe led the union and later served as mayor"."""
        if is_asked(self.reading.sentence_at(title.first)):
            return []
        return self._predicated(title) or self._told_later(title)

    def _beside(self, title: Title) -> list[Held]:
        """A seat that is written after its holder's name: "Jane Doe MP", but not "Jane Doe the MP", who is another."""
        if title.determiner or title.lead not in self.places.ends or title.key not in suffixes():
            return []
        name, person = self.places.ends[title.lead]
        return [Held(person=person, title=title, first=name.first, last=title.end, tense=title.tense)]

    def _in_apposition(self, title: Title) -> list[Held]:
        at = self._opening(title.lead - 1, title)
        if (
            self.reading.low(at) in ("formerly", "previously", "once", "then", "now", "currently", "already")
            and self.reading.low(at - 1) == ","
        ):
            at -= 1
        if self.reading.low(at) not in (",", "(", "–", "—") or title.plural:
            return []
        owner = None if self._owns(title) or self._goes_before(title) else self.places.name_ending(at)
        if owner and not (self._closes(title) or self._opens_sentence(*owner)):
            return []
        if owner is None or (self.reading.low(at) == "(" and self.reading.low(title.end) != ")"):
            return []
        name, person = owner
        tense = title.tense
        if self.reading.low(at + 1) in ("formerly", "previously", "once", "then"):
            tense = Tense.FORMER
        after = self.places.text_after(title.end)
        tense = gone(after, ended(after, tense), office=title.office, key=title.key)
        tense = Tense.ELECT if tense is Tense.CURRENT and takes_up_later(after, title.key) else tense
        if tense is Tense.CURRENT and ends_role(text_before(self.reading, name.lead)):
            tense = Tense.FORMER
        return [Held(person=person, title=title, first=name.first, last=title.end, tense=tense)]

    def _goes_before(self, title: Title) -> bool:
        """Whether a title and the next stand before whose they are: "Ann Lee, union founder and chair Jo Ray"."""
        other = head_at(self.reading, title.end + 1) if self.reading.low(title.end) == "and" else None
        return not title.determiner and other is not None and other[1] in self.places.starts

    def _opening(self, at: int, title: Title) -> int:
        """Back to the comma before "a" where a noun that is no title comes first: "Jo Ray, a Liberal and ex-whip"."""
        if self.reading.low(at) != "and" or title.determiner or at in self.places.by_end:
            return at
        first = at - 1
        while at - first < LONGEST_FIRST and self.reading.tagged(self.reading.words[first], "NOUN", "ADJ", "PROPN"):
            first -= 1
        opens = self.reading.low(first) in ("a", "an") and self.reading.low(first - 1) == ","
        return first - 1 if opens and self.reading.same_line(first - 1, at) else at

    def _of_several(self, title: Title) -> list[Held]:
        """ "Jane Doe and Ian Ray, co-chairs of the Forum,": each of the names before the comma."""
        at, found = title.lead - 1, list[Held]()
        closed = title.end > title.last or self.reading.low(title.end) in CLOSING
        while closed and self.reading.low(at) in (",", "and") and (owner := self.places.name_ending(at)):
            name, person = owner
            found.append(Held(person=person, title=title, first=name.first, last=title.end, tense=title.tense))
            at = name.lead - 1
            at -= self.reading.low(at) == "and" and self.reading.low(at - 1) == ","
        several = len(found) > 1 and self.reading.low(found[0].first - 1) == "and"
        return found[::-1] if several and self._closes(title) else []

    def _opens_sentence(self, name: Name, person: Individual) -> bool:
        """Whether a full name opens a sentence, so that what follows its comma is no subject of its own."""
        return (
            self.reading.words[name.lead].opens and name is self.places.first_of[id(person)] and len(person.words) > 1
        )

    def _closes(self, title: Title) -> bool:
        """Whether the phrase ends with its title, so that the title is no subject of its own."""
        if title.end >= len(self.reading.words) or not self.reading.same_line(title.last - 1, title.end):
            return True
        low = self.reading.low(title.end)
        tells = low in ("said", "says", "told", "tells") and title.determiner in ("a", "an")
        spoken = low in ("said", "says", "told", "has", "to", "on", "but", "when", "for", "as", "by", "with")
        present = low.endswith("ing") and title.determiner in ("a", "an")
        return (
            present
            or low in CLOSING
            or low == "("
            or (low in GOES_ON and not tells and not (spoken and title.determiner == "the"))
        )

    def _predicated(self, title: Title) -> list[Held]:
        """ "Jane Doe, who was mayor until 2019", "Jane Doe was elected leader"."""
        for size in range(1, 1 if self._owns(title) else LONGEST_BETWEEN):
            at = title.lead - size
            if not self.reading.same_line(at, title.lead) or self.reading.low(at) in (".", "?", "!"):
                return []
            if at in self.places.ends and at - 1 not in range(title.first, title.last):
                name, person = self.places.ends[at]
                if self.reading.low(name.lead - 1) == "by":
                    continue
                between = self._between(at, title.lead)
                closed = at != name.last or self._is_closed(name)
                said = {between, between.removeprefix(",")} if closed else {between}
                if not any(gives_role(words, title.determiner) for words in said):
                    if at != name.last:
                        continue  # behind another title of the same person's
                    return []
                if self.reading.low(name.lead - 1) in ("whether", "if"):
                    return []
                told = title.tense in (Tense.CURRENT, Tense.CANDIDATE)
                tense = tense_of(between, self.places.text_after(title.end)) if told else title.tense
                tense = title.tense if tense is Tense.CURRENT else tense
                return [Held(person=person, title=title, first=name.first, last=title.end, tense=tense)]
        return []

    def _is_closed(self, name: Name) -> bool:
        """Whether a comma stands before a name, or between it and its title: "the deputy, Cllr Jane Doe, becomes"."""
        first = self.places.phrases.get(name.last, name.lead)
        return "," in (self.reading.low(name.lead - 1), *map(self.reading.low, range(first, name.lead)))

    def _between(self, at: int, lead: int) -> str:
        """The words from a name's end to a title, without "MP" and the like right after the name."""
        while self.reading.low(at) in suffixes():
            at += 1
        return self.reading.document.quote((self.reading.words[at - 1].end, self.reading.words[lead].start))

    def _owns(self, title: Title) -> bool:
        """Whether a title only tells whose something is: "Jane Doe, the mayor's aunt"."""
        return title.end < len(self.reading.words) and self.reading.words[title.end].possessive

    def _told_later(self, title: Title) -> list[Held]:
        """ "Jane Doe led the union and later served as mayor"."""
        found = far_holder(self.reading, self.places.ends, title)
        if found is None:
            return []
        person, tense = found
        tense = ended(self.places.text_after(title.end), tense) if title.tense is Tense.CURRENT else title.tense
        return [Held(person=person, title=title, first=title.lead, last=title.end, tense=tense)]

    def _handed_over(self, title: Title) -> list[Held]:
        """ "Who succeeded Ann Lee as mayor", "appointed Ann Lee as mayor"."""
        after = self.places.text_after(title.end)
        return [
            Held(person=person, title=title, first=name.first, last=title.end, tense=ended(after, tense))
            for name, person, tense in handed_over(self.reading, self.places.ends, title, self.places.phrases)
        ]
