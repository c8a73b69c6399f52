"""Layer 1, review: what somebody typed for a field of a record comes in, the value as files have it goes out."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, get_args

from pydantic import JsonValue, TypeAdapter, ValidationError

from generator.errors import ReviewError
from generator.facts.review import field_of, meant
from generator.model.ids import fold
from generator.model.records import Record
from generator.model.references import IDS_OR_WORDS, ONLY_IDS
from generator.strict_yaml import load

NOTHING = "null"
NOT_SETTABLE = ("id", "evidence", "articles", "confidence")


def settable(record: Record) -> list[str]:
    """The fields of a record that a person may set."""
    fields = type(record).model_fields
    return [field.alias or name for name, field in fields.items() if name not in NOT_SETTABLE]


def choices(record: Record, field: str) -> list[str]:
    """The words that a field may have; empty where it may have any.

    Raises:
        ReviewError: there is no such field.
    """
    kind = _type_of(record, field)
    for part in (kind, *get_args(kind)):
        if isinstance(part, type) and issubclass(part, StrEnum):
            return [str(word) for word in part]
    return []


def typed_value(words: str, record: Record, field: str, ids: Mapping[str, str]) -> JsonValue:
    """The value that was meant: a word, a number, `null`, or a list in brackets as YAML has it; a name means its id.

    Args:
        words: what was typed.
        record: what the field belongs to.
        field: the field, by its name in files; `when.date` is the date in `when`.
        ids: people's and organizations' ids by their folded names.

    Raises:
        ReviewError: there is no such field, or it cannot have this value.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(_type_of(record, field))
    if words == NOTHING:
        candidates: list[Any] = [None]
    elif words.startswith(("[", "{")):
        candidates = [words, load(words, file="what was typed", error=ReviewError).value]
    else:
        candidates = [words, [words]]
    if field in (*ONLY_IDS.get(type(record), ()), *IDS_OR_WORDS.get(type(record), ())):
        candidates = [_with_ids(candidate, ids) for candidate in candidates]
    problem = ""
    for candidate in candidates:
        try:
            value: JsonValue = adapter.dump_python(adapter.validate_python(candidate), mode="json", by_alias=True)
        except ValidationError as error:
            problem = problem or error.errors(include_url=False)[0]["msg"].replace("Input", "it")
        else:
            return value
    raise ReviewError(f"“{words}” is no value for “{field}”", mend=_mend(record, field) or problem)


def _type_of(record: Record, field: str) -> Any:
    if field.partition(".")[0] in settable(record):
        try:
            return field_of(type(record), field)
        except KeyError:
            pass
    raise ReviewError(f"there is no field “{field}” to set", mend=meant(field, settable(record)))


def _with_ids(value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_with_ids(one, ids) for one in value]
    return ids.get(fold(value), value) if isinstance(value, str) else value


def _mend(record: Record, field: str) -> str | None:
    if field in ONLY_IDS.get(type(record), ()):
        return "type a name as the site has it, an id, or null"
    found = choices(record, field)
    return f"type one of {', '.join(found)}" if found else None
