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
VOTERS = "positions"
"""The field whose parts name voters."""


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
    """The value that was meant: `null`, the words as they are, else what they are as YAML, else a list of the words.

    A name means its id where ids may stand.

    Args:
        words: what was typed.
        record: what the field belongs to.
        field: the field, by its name in files; `when.date` is the date in `when`.
        ids: people's and organizations' ids by their folded names.

    Raises:
        ReviewError: there is no such field, or it cannot have this value.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(_type_of(record, field))
    candidates, not_yaml = _candidates(words)
    if field in (*ONLY_IDS.get(type(record), ()), *IDS_OR_WORDS.get(type(record), ()), VOTERS):
        candidates = [_with_ids(candidate, ids) for candidate in candidates]
    problem = ""
    for candidate in candidates:
        try:
            value: JsonValue = adapter.dump_python(adapter.validate_python(candidate), mode="json", by_alias=True)
        except ValidationError as error:
            problem = problem or error.errors(include_url=False)[0]["msg"].replace("Input", "it")
        else:
            return value
    raise not_yaml or ReviewError(f"“{words}” is no value for “{field}”", mend=_mend(record, field) or problem)


def _candidates(words: str) -> tuple[list[Any], ReviewError | None]:
    """What typed words may mean, the likeliest first, and why they are no YAML where they begin like some."""
    if words == NOTHING:
        return [None], None
    if not words.startswith(("[", "{")):
        return [words, [words]], None
    try:
        return [words, load(words, file="what was typed", error=ReviewError).value, [words]], None
    except ReviewError as problem:
        return [words, [words]], problem


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
    if isinstance(value, dict):
        return {key: _with_ids(one, ids) if key == "voter" else one for key, one in value.items()}
    return ids.get(fold(value), value) if isinstance(value, str) else value


def _mend(record: Record, field: str) -> str | None:
    if field in ONLY_IDS.get(type(record), ()):
        return "type a name as the site has it, an id, or null"
    found = choices(record, field)
    return f"type one of {', '.join(found)}" if found else None
