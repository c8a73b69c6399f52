"""Where people's names begin and end: people with their names come in, who is named at a word goes out."""

from collections.abc import Sequence

from generator.extract.names.appositions import before_state
from generator.extract.names.forms import suffixes
from generator.extract.names.parts import Individual, Name, Title
from generator.extract.names.reading import Reading

AFTER = 120
Bearer = tuple[Name, Individual]


class NamePlaces:
    """Names by the words beside them.

    `starts` and `ends` tell whose name begins at a word, or ends before it; `phrases` where the titles before a name
    begin, by the index after the name; `by_end` which title ends before a word.
    """

    def __init__(self, reading: Reading, people: Sequence[Individual]) -> None:
        self.reading = reading
        self.starts: dict[int, Bearer] = {}
        self.ends: dict[int, Bearer] = {}
        self.first_of: dict[int, Name] = {}
        self.phrases: dict[int, int] = {}
        self.by_end: dict[int, Title] = {}
        for person in people:
            self.first_of[id(person)] = person.names[0]
            for name in person.names:
                self.starts[name.lead] = self.starts[name.first] = (name, person)
                self.ends[name.last] = (name, person)

    def text_after(self, last: int) -> str:
        """The words after a name or a title that ends before a word, on its line."""
        end = self.reading.words[last - 1].end
        return self.reading.document.text[end : end + AFTER].split("\n")[0]

    def name_ending(self, at: int) -> Bearer | None:
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
