"""A site whose seeds are edited as editors edit them, and what each edit changes in its facts."""

from pathlib import Path

from generator.errors import FactsError
from generator.facts.difference import Difference, difference
from generator.facts.history import facts_on_disk
from generator.refresh import refresh
from generator.settings import Settings
from generator.strict_yaml import load

OPENED = "The new library in Wexton opened in May.\n"
"""A paragraph that has nothing to do with any article, and gives one fact."""
IT_OPENED = "The new library in Wexton opened in May"
"""That fact, as the difference tells it; its day follows in brackets."""


class Edited:
    """A site of some articles, whose facts are read anew after each edit."""

    def __init__(self, folder: Path, **seeds: str) -> None:
        self.settings = Settings(project=folder)
        self.before: dict[str, bytes] = {}
        self.settings.seeds_folder.mkdir()
        self.edit(**{f"{name}.txt": text for name, text in seeds.items()})

    def edit(self, **seeds: str) -> None:
        """Write seeds by their files' names, and read the facts again."""
        self.before = self.facts
        for name, text in seeds.items():
            (self.settings.seeds_folder / name).write_text(text, encoding="utf-8")
        refresh(self.settings)

    @property
    def facts(self) -> dict[str, bytes]:
        """The files of facts as they lie there now."""
        return dict(facts_on_disk(self.settings.facts_folder))

    def change(self) -> Difference:
        """What the last edit changed."""
        return difference(self.before, self.facts, labels=("before", "after"))

    def changed_lines(self, name: str) -> dict[str, int]:
        """How many lines of each record of a file are others than before the last edit; those that are new aside."""
        old, new = by_record(self.before[name]), by_record(self.facts.get(name, b""))
        changed = {key: len(set(lines) ^ set(new.get(key, []))) for key, lines in old.items()}
        assert [key for key in new if key in old] == [key for key in old if key in new], "records have moved"
        return {key: count for key, count in changed.items() if count}


def by_record(content: bytes) -> dict[str, list[str]]:
    """The lines of each record of a file of facts, without the empty ones that part them."""
    assert load(content.decode(), file="facts", error=FactsError).value
    found: dict[str, list[str]] = {}
    key = ""
    for line in filter(None, content.decode().splitlines()):
        key = line if not line.startswith((" ", "#")) else key
        found.setdefault(key, []).append(line)
    return found
