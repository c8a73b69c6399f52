"""A site whose seeds are edited as editors edit them, and what each edit changes in its facts."""

import subprocess
from collections.abc import Iterator
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
        for head, first in self._hunks(name):
            assert head == first or first not in old or first not in new, (name, head, first)
        return {key: count for key, count in changed.items() if count}

    def _hunks(self, name: str) -> Iterator[tuple[str, str]]:
        """What git shows of a file's change, as it does by default: the record it names, and the first that changed."""
        sides = [self.settings.project / f"{side}.yml" for side in ("old", "new")]
        for path, content in zip(sides, (self.before[name], self.facts.get(name, b"")), strict=True):
            path.write_bytes(content)
        command = ["git", "diff", "--no-index", *map(str, sides)]
        told = subprocess.run(command, capture_output=True, check=False).stdout.decode()
        for hunk in told.split("\n@@ ")[1:]:
            place, _, lines = hunk.partition("\n")
            head = place.partition("@@")[2].strip()
            yield head, _first_changed(head, lines.split("\n"))


def _first_changed(head: str, lines: list[str]) -> str:
    """The record to which the first changed line of a hunk belongs."""
    for line in lines:
        if line[1:2].strip(" #"):
            head = line[1:]
        if line[:1] in ("+", "-") and line[1:]:
            break
    return head


def by_record(content: bytes) -> dict[str, list[str]]:
    """The lines of each record of a file of facts, without the empty ones that part them."""
    assert load(content.decode(), file="facts", error=FactsError).value
    found: dict[str, list[str]] = {}
    key = ""
    for line in filter(None, content.decode().splitlines()):
        key = line if not line.startswith((" ", "#")) else key
        found.setdefault(key, []).append(line)
    return found
