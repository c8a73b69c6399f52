"""Layer 1, facts compared: files of facts come in, their records go out, whichever version of the generator wrote."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import FactsError
from generator.facts.history import Files
from generator.facts.kinds import IN_AN_ARTICLE, prefix_of
from generator.facts.store import IN_THE_STORY
from generator.facts.yaml_in import ON_CONFLICT
from generator.model.records import ArticleRecord, Record
from generator.strict_yaml import load

ACROSS = ""
"""Stands for the files that tell of all articles, where others are told by their article's id."""
Records = Mapping[str, Record]


@dataclass(frozen=True)
class Snapshot:
    """The facts of one moment, in so far as they were read.

    Attributes:
        places: records by id, for each article by its id and for `ACROSS`.
        unread: places, each with the id or the prefix of what in it could not be read.
        errors: the same for people.
    """

    places: Mapping[str, Records]
    unread: frozenset[tuple[str, str]]
    errors: tuple[FactsError, ...]

    def comparable(self, place: str, other: "Snapshot") -> Records:
        """The records of a place, but for those that this or the other moment's files could not be read for."""
        unread = self.unread | other.unread
        return {
            key: record
            for key, record in self.places.get(place, {}).items()
            if (place, key) not in unread and (place, prefix_of(key)) not in unread
        }

    def article(self, place: str) -> ArticleRecord | None:
        """The article whose facts a place holds."""
        found = self.places.get(place, {}).get(place)
        return found if isinstance(found, ArticleRecord) else None


def snapshot(files: Files, label: str) -> Snapshot:
    """Read files of facts, record by record; a record that cannot be read is told of, and the others go on.

    Args:
        files: the files.
        label: the moment they are of, for messages.
    """
    places: dict[str, dict[str, Record]] = {}
    unread: set[tuple[str, str]] = set()
    errors: list[FactsError] = []
    for name, content in files.items():
        place = ACROSS if name in IN_THE_STORY else name.rpartition("/")[2].removesuffix(".yml")
        kinds = IN_THE_STORY.get(name, IN_AN_ARTICLE)
        records, problems = _records(content, f"{label}:{name}", kinds)
        places.setdefault(place, {}).update(records)
        for key, problem in problems:
            errors.append(problem)
            unread |= {(place, one) for one in ([key] if key else kinds)}
    return Snapshot(places, frozenset(unread), tuple(errors))


def records_of(content: bytes, file: str) -> Records:
    """The records of one file of facts, of whichever kind it is.

    Raises:
        FactsError: something in it cannot be read.
    """
    across = {prefix: kind for kinds in IN_THE_STORY.values() for prefix, kind in kinds.items()}
    kinds = IN_AN_ARTICLE if b"\nart-" in content else across
    records, problems = _records(content, file, kinds)
    for _, problem in problems:
        raise problem
    return records


def _records(
    content: bytes, file: str, kinds: Mapping[str, type[Record]]
) -> tuple[Records, list[tuple[str | None, FactsError]]]:
    """The records of a file, and what is wrong in it, each with the id that it concerns; None is the whole file."""
    try:
        loaded = load(content.decode("utf-8-sig"), file=file, error=FactsError, on_conflict=ON_CONFLICT)
    except UnicodeDecodeError:
        return {}, [(None, FactsError("not a UTF-8 text", file=file))]
    except FactsError as problem:
        return {}, [(None, problem)]
    if not isinstance(loaded.value, dict | None):
        return {}, [(None, FactsError("not a map of records by their ids", file=file, line=1))]
    records: dict[str, Record] = {}
    errors: list[tuple[str | None, FactsError]] = []
    for key, fields in (loaded.value or {}).items():
        kind = kinds.get(prefix_of(key))
        try:
            if kind is None or not isinstance(fields, dict):
                raise ValueError
            # Another version's facts may have fields that this one does not know.
            known = {name: value for name, value in fields.items() if name in kind.model_fields}
            records[key] = kind.model_validate(known | {"id": key})
        except ValueError:
            line = loaded.line((key,))
            errors.append((key, FactsError(f"{key} cannot be read and is not compared", file=file, line=line)))
    return records, errors
