"""Layer 1, review: one field of a record by the name that files give it: read, set, and told in words."""

from typing import Any

from pydantic import ValidationError

from generator.facts.check import record_problems
from generator.model.records import Record


def value_of(record: Record, field: str) -> Any:
    """A field's value as files have it; `when.date` is the date in `when`."""
    name, _, part = field.partition(".")
    value = record.model_dump(mode="json", by_alias=True).get(name)
    return (value or {}).get(part) if part else value


def with_value(record: Record, field: str, value: Any) -> Record:
    """A record with one field set.

    Raises:
        ValueError: the record would not be what records may be.
    """
    name, _, part = field.partition(".")
    fields = record.model_dump(mode="json", by_alias=True)
    fields[name] = {**(fields[name] or {}), part: value} if part else value
    try:
        changed = type(record).model_validate(fields)
    except ValidationError as problem:
        why = problem.errors(include_url=False)[0]["msg"]
        raise ValueError(f"{field} of {record.id} cannot be {said(value)}: {why}") from None
    for rule in record_problems(changed):
        raise ValueError(f"{field} of {record.id} cannot be {said(value)}: {rule.words}")
    return changed


def label_of(record: Record) -> str:
    """What a record is called where it is no longer shown."""
    for field in ("name", "role", "motion", "what", "title", "about"):
        if isinstance(getattr(record, field, None), str):
            return str(getattr(record, field))
    return shown(list(getattr(record, "content", ()))) or record.id


def shown(value: Any) -> str | None:
    """A value in words for readers; None for null."""
    if isinstance(value, list):
        return " … ".join(shown(one) or "" for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {shown(one)}" for key, one in value.items() if one is not None)
    return None if value is None else str(value)


def said(value: Any) -> str:
    """A value in words for messages."""
    words = shown(value)
    return "null" if words is None else f"“{words}”"
