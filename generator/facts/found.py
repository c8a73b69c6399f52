"""Layer 1, facts compared: ids and files of facts come in, their records go out, and no others are read."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from generator.facts.history import Files
from generator.facts.snapshot import Records, snapshot
from generator.facts.telling import Names, names_in, sentence
from generator.model.records import Record
from generator.model.references import references

_RECORD = re.compile(rb"^([a-z]{3}-[^\s:]+):.*\n(?:(?:[ \t].*)?\n)*", re.MULTILINE)


@dataclass(frozen=True)
class Found:
    """Records by their ids, and what they and those that they refer to are called."""

    records: Records
    names: Names

    @classmethod
    def among(cls, ids: Collection[str], *moments: Files) -> "Found":
        """The records with some ids, each as the first of some moments that has it."""
        records: dict[str, Record] = {}
        others: dict[str, Record] = {}
        for name, content in (file for files in moments for file in files.items()):
            wanted = {*ids} - records.keys()
            own = _read(name, content, wanted) if wanted else {}
            records |= own
            others |= _read(name, content, {to for one in own.values() for _, to in references(one)}) if own else {}
        return cls(records, names_in(others, records))

    def sentence(self, key: str) -> str | None:
        """What a record says; None where there is none."""
        return sentence(self.records[key], self.names) if key in self.records else None


def _read(name: str, content: bytes, ids: Collection[str]) -> Records:
    """The records with some ids in a file; what cannot be read is told of by whoever compares the file."""
    cut = b"".join(one[0] for one in _RECORD.finditer(content) if one[1].decode(errors="replace") in ids)
    return {key: record for its in snapshot({name: cut}, "").places.values() for key, record in its.items()}
