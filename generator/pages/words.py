"""Stage pages: the words of the site's own voice: the shipped catalogue and an adopter's changes in, texts out."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from generator import escape
from generator.errors import SettingsError
from generator.model.labels import FIELDS


@dataclass(frozen=True, eq=False)
class Words:
    """Texts by name, in groups: each a string, a list of strings, or a map of the forms `one` and `other`."""

    groups: Mapping[str, Any]

    def __getitem__(self, group: str) -> Any:
        return self.groups[group]


CATALOGUE = Path(__file__).with_name("words.yml")
_GAP = re.compile(r"\{(\w+)\}")


@cache
def shipped() -> Words:
    """The catalogue that ships with the package, in English."""
    groups = yaml.safe_load(CATALOGUE.read_text(encoding="utf-8"))
    groups["changes"]["fields"] = dict(FIELDS)
    return Words(groups)


def changed(changes: Mapping[str, Any], file: Path) -> Words:
    """The shipped texts with those of an adopter in their places.

    Args:
        changes: texts by group and name, as in the catalogue.
        file: where they were written, for messages.

    Raises:
        SettingsError: there is no text of that name, or it is not of the shipped text's form.
    """
    return Words(_merged(shipped().groups, changes, (), file)) if changes else shipped()


def _merged(known: Mapping[str, Any], changes: Mapping[str, Any], where: tuple[str, ...], file: Path) -> dict[str, Any]:
    merged = dict(known)
    for name, value in changes.items():
        path = ".".join((*where, str(name)))
        if name not in known:
            near = difflib.get_close_matches(str(name), known, n=1)
            meant = ".".join((*where, *near))
            mend = f"did you mean “{meant}”?" if near else f"the names are {', '.join(known)}"
            raise SettingsError(f"words: there is no text “{path}”", file=file, mend=mend)
        if isinstance(known[name], Mapping) and isinstance(value, Mapping):
            merged[name] = _merged(known[name], value, (*where, str(name)), file)
        elif type(value) is type(known[name]):
            merged[name] = value
        else:
            form = (
                "a group of texts"
                if isinstance(known[name], Mapping)
                else "a list"
                if isinstance(known[name], list)
                else "one text"
            )
            raise SettingsError(f"words: “{path}” is {form}", file=file, mend="write it as in the shipped catalogue")
    return merged


def say(text: str | Mapping[str, str], **values: object) -> str:
    """A text with its gaps filled, as plain words.

    Args:
        text: an entry of the catalogue; of one with forms, `n` decides which is meant.
        values: what stands for {name}; numbers get separators of thousands.
    """
    return "".join(str(part) for part in _filled(text, values))


def listed(items: Sequence[str], words: Words) -> str:
    """Names as one text, the last joined to the others with “and”."""
    *most, last = items or [""]
    return words["lists"]["and"].join((words["lists"]["comma"].join(most), last)) if most else last


def fill(text: str | Mapping[str, str], **values: object) -> Markup:
    """A text with its gaps filled, as page text: what is no markup already is escaped, text and values alike."""
    return Markup("").join(escape.text(part) for part in _filled(text, values))


def _filled(text: str | Mapping[str, str], values: Mapping[str, object]) -> Iterator[object]:
    chosen = text if isinstance(text, str) else text["one" if values["n"] == 1 else "other"]
    for number, part in enumerate(_GAP.split(chosen)):
        value = values[part] if number % 2 else part
        if value != "":
            yield f"{value:,}" if isinstance(value, int) else value
