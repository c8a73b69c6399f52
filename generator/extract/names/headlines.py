"""Doubt names in headlines: a `Reading` and a person come in, whether nothing bears the name out goes out.

In a line in which nearly every word has a capital, a verb looks like part of a name: "Senator Says Liberals Knew".
"""

from generator.extract.language import NameKind, name_kind
from generator.extract.names.forms import sex_by_name
from generator.extract.names.parts import Individual, Name
from generator.extract.names.reading import CLOSES_SENTENCE, Reading

FEWEST_WORDS, MOST_COMMAS = 5, 1
SHARE = 0.7


class Headlines:
    """Tells which names stand in headlines, and which of those the text below or both lists of names bear out."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        lines: dict[int, list[int]] = {}
        for word in reading.words:
            lines.setdefault(word.paragraph, []).append(word.index)
        self.lines = {line for line, inside in lines.items() if self._is_headline(inside)}

    def doubtful(self, person: Individual) -> bool:
        """Whether somebody is named in headlines alone, where nothing says that the words are a name."""
        if not all(self.reading.words[name.first].paragraph in self.lines for name in person.names):
            return False
        return not any(name.honorifics or self._listed(name) for name in person.names) and not self._below(person)

    def _is_headline(self, inside: list[int]) -> bool:
        """Whether nearly every word of a line has a capital, and it is no sentence, list of names or byline."""
        line = [self.reading.words[at] for at in inside]
        plain = [word for word in line if word.text[0].isalpha() and not word.possessive]
        if len(plain) < FEWEST_WORDS or line[-1].text in CLOSES_SENTENCE or line[0].low == "by":
            return False
        commas = sum(word.text == "," for word in line)
        return commas <= MOST_COMMAS and sum(word.capital for word in plain) >= SHARE * len(plain)

    def _listed(self, name: Name) -> bool:
        """Whether the recognizer takes the words for a person's, and the first is a known given name."""
        given = sex_by_name(self.reading.quote(name.first, name.last)) is not None
        tokens = (self.reading.token(self.reading.words[at]) for at in range(name.first, name.last))
        return given and all(token is not None and _is_person(token.ent_type_) for token in tokens)

    def _below(self, person: Individual) -> bool:
        """Whether the surname stands in the text too, as no part of a body's or a place's name."""
        return any(
            word.low == person.family and word.paragraph not in self.lines and self._may_be_surname(word.index)
            for word in self.reading.words
        )

    def _may_be_surname(self, at: int) -> bool:
        word = self.reading.words[at]
        token = self.reading.token(word)
        if not word.capital or token is None:
            return False
        return _is_person(token.ent_type_) or (not token.ent_type_ and self.reading.tagged(word, "PROPN"))


def _is_person(label: str) -> bool:
    return name_kind(label) is NameKind.PERSON
