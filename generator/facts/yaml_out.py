"""Layer 1, facts on disk: records come in, YAML goes out, the same bytes for the same records on every machine.

Written by hand, since no emitter at hand keeps emoji and line separators both readable and whole, and since a diff
of the facts should never come from a library's new version.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.records import Record

ON_ONE_LINE = {"when", "counts", "about", "joint_with", "also_replies_to", "participants"}
ITEMS_ON_ONE_LINE = {"positions"}
LEFT_OUT = {"prefix": None, "suffix": None, "confidence": "high"}
"""Fields that are left out where they have this value, which is what they have when they are read without it."""
MISREAD_WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"}
# A letter, a figure in a phrase, a currency sign or a curly quotation mark begins what needs no quotation marks.
PLAIN_START = re.compile(r"[^\W\d_]|\d\S* [^\W\d_]|[‘“£€$(]")
ENDS_PLAIN = re.compile(r":(?:\s|$)|\s#|\s$")
ENDS_PLAIN_ON_ONE_LINE = re.compile(r"[^\w .’'/-]|\s$")


def to_yaml(records: Iterable[Record], schema: str) -> bytes:
    """A file of facts: the line that names its schema, then each record under its id, a blank line between them."""
    lines = [f"# yaml-language-server: $schema={schema}"]
    for record in records:
        fields = record.model_dump(mode="json", by_alias=True)
        lines += ["", f"{fields.pop('id')}:", *_map_lines(fields, "  ")]
    return "\n".join([*lines, ""]).encode()


def in_one_line(value: Any) -> str:
    """A value of any shape on one line, to stand behind a key."""
    return _inline(value) if isinstance(value, (Mapping, list)) else _scalar(value)


def _map_lines(fields: Mapping[str, Any], indent: str) -> Iterator[str]:
    """The lines of a map, each key on its own; the items of a list stand at their key's column."""
    for key, value in fields.items():
        if key in LEFT_OUT and value == LEFT_OUT[key]:
            continue
        if not value or key in ON_ONE_LINE or not isinstance(value, (Mapping, list)):
            yield f"{indent}{key}: {in_one_line(value)}"
        elif isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _map_lines(value, indent + "  ")
        else:
            yield f"{indent}{key}:"
            for item in value:
                yield from _item_lines(item, indent, key in ITEMS_ON_ONE_LINE)


def _item_lines(item: Any, indent: str, on_one_line: bool) -> Iterator[str]:
    if isinstance(item, Mapping) and not on_one_line:
        first, *others = _map_lines(item, indent + "  ")
        yield f"{indent}- {first.strip()}"
        yield from others
    else:
        yield f"{indent}- {_inline(item) if on_one_line else _scalar(item)}"


def _inline(value: Any) -> str:
    """A value on one line, in braces or brackets if it has parts."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_inline(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_inline(part) for part in value) + "]"
    return _scalar(value, ENDS_PLAIN_ON_ONE_LINE)


def _scalar(value: str | int | None, ends_plain: re.Pattern[str] = ENDS_PLAIN) -> str:
    """One value, without quotation marks only where YAML 1.1 and 1.2 both read it back as the same text."""
    if value is None:
        return "null"
    if not isinstance(value, str):
        return str(value).lower()
    if not value.isprintable():
        return '"' + "".join(_escaped(character) for character in value) + '"'
    if PLAIN_START.match(value) and value.lower() not in MISREAD_WORDS and not ends_plain.search(value):
        return value
    return "'" + value.replace("'", "''") + "'"


def _escaped(character: str) -> str:
    """A character inside double quotation marks; what cannot be seen, bidirectional marks too, by its number."""
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    if character == "\n":
        return "\\n"
    return f"\\u{ord(character):04X}" if ord(character) <= 0xFFFF else f"\\U{ord(character):08X}"
