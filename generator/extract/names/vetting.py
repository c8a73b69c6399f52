"""Tell people from what only looks like them: `Individual`s come in, those that the whole article bears out go out."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from generator.extract.language import NameKind, name_kind
from generator.extract.names.candidates import SPEECH, ends_title
from generator.extract.names.forms import folded, not_first, not_people
from generator.extract.names.heads import head_at
from generator.extract.names.institutions import known_bodies
from generator.extract.names.merging import words_of
from generator.extract.names.parts import Individual, Name
from generator.extract.names.places import demonyms, known_places
from generator.extract.names.reading import Reading

WHERE = frozenset(
    ["in", "at", "near", "across", "around", "outside", "throughout", "within", "inside", "toward", "towards"]
)


class Vetting:
    """Weighs what the recognizer and the words around say of each name in the article."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.kinds: dict[tuple[str, ...], Counter[NameKind]] = defaultdict(Counter)
        for entity in reading.document.doc.ents:
            if kind := name_kind(entity.label_):
                self.kinds[folded(entity.text)][kind] += 1

    def people(self, individuals: Sequence[Individual]) -> list[Individual]:
        """Those who are people."""
        return [individual for individual in individuals if self._is_person(individual)]

    def _is_person(self, individual: Individual) -> bool:
        words = individual.words
        if any(name.sure or self._described(name) for name in individual.names):
            return True
        if words in known_places() or words in known_bodies() or " ".join(words) in demonyms():
            return False
        if words[-1] in not_people() or words[0] in not_first():
            return False
        if all(self.reading.quote(n.first, n.last).isupper() for n in individual.names):
            return False
        said = sum((self.kinds[form] for form in {words_of(self.reading, n) for n in individual.names}), Counter())
        others = said.total() - said[NameKind.PERSON]
        placed = sum(self._placed(name) for name in individual.names)
        return said[NameKind.PERSON] > others and placed * 2 < len(individual.names)

    def _placed(self, name: Name) -> bool:
        """Whether the words before speak of a place or a thing: "in Oldham", "the Oldham"."""
        before = self.reading.low(name.first - 1) if self.reading.same_line(name.first - 1, name.first) else ""
        return before in WHERE or before == "the"

    def _described(self, name: Name) -> bool:
        """Whether a full name stands beside somebody's title, or speaks: "Jane Doe, a lawyer,", "said Jane Doe"."""
        if len(words_of(self.reading, name)) < 2:
            return False
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
