"""Layer 1: the list of bodies that go by several names: the shipped one and a site's own come in, one list goes out."""

from collections.abc import Collection, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.errors import NamesError
from generator.facts.review import meant, name_of
from generator.facts.yaml_in import explained
from generator.model.ids import fold
from generator.model.listed import ListedBody, plain_name
from generator.strict_yaml import Loaded, load

SHIPPED = "names.yml"
BEGIN = "begin each entry with “- name: …”"
Read = tuple[tuple[ListedBody, ...], tuple[NamesError, ...]]


def listed_bodies(path: Path, *, project: Path | None = None) -> Read:
    """Every listed body, the site's own first, and what is wrong in the site's file, whose other entries are taken.

    An entry of the site's has the place of the shipped one that has its name, and what it calls its body no shipped one
    is called.

    Args:
        path: the site's own list; where there is none, the shipped one is all.
        project: the folder that paths are told relative to.
    """
    own, errors = _read(path, name_of(path, project)) if path.is_file() else ((), ())
    taken = {name for body in own for name in body.names}
    return (*own, *(_without(body, taken) for body in shipped_bodies() if plain_name(body.name) not in taken)), errors


def _without(body: ListedBody, taken: Collection[str]) -> ListedBody:
    left = tuple(name for name in body.other_names if plain_name(name) not in taken)
    return body.model_copy(update={"other_names": left}) if left != body.other_names else body


def shipped_bodies() -> tuple[ListedBody, ...]:
    """The bodies that the package knows."""
    text = files("generator.facts").joinpath(SHIPPED).read_text(encoding="utf-8")
    bodies, errors = _in(text, SHIPPED)
    assert not errors, errors
    return bodies


def _read(path: Path, name: str) -> Read:
    try:
        return _in(path.read_text(encoding="utf-8-sig"), name)
    except (OSError, UnicodeDecodeError):
        return (), (NamesError("cannot be read as UTF-8 text", file=name, mend="save it as UTF-8"),)


def _in(text: str, name: str) -> Read:
    """The entries of one text that are right, and what is wrong with the others."""
    try:
        loaded = load(text, file=name, error=NamesError)
    except NamesError as problem:
        return (), (problem,)
    if not isinstance(loaded.value, list | None):
        return (), (NamesError("not a list of bodies", file=name, line=loaded.line(), mend=BEGIN),)
    bodies: dict[str, ListedBody] = {}
    errors: list[NamesError] = []
    for index, entry in enumerate(loaded.value or ()):
        wrong = next(_problems(entry, index, loaded, name, bodies), None)
        if wrong:
            errors.append(wrong)
        else:
            body = ListedBody.model_validate(entry)
            bodies[fold(body.name)] = body
    return tuple(bodies.values()), tuple(errors)


def _problems(entry: Any, index: int, loaded: Loaded, file: str, known: dict[str, ListedBody]) -> Iterator[NamesError]:
    """What is wrong with an entry, each with its line and the mend."""

    def wrong(problem: str, mend: str, *where: str | int) -> NamesError:
        return NamesError(problem, file=file, line=loaded.line((index, *where)), mend=mend)

    if not isinstance(entry, dict):
        yield wrong("an entry has to be a map", BEGIN)
        return
    fields = [*ListedBody.model_fields]
    for key in entry:
        if key not in fields:
            yield wrong(f"an entry has no field “{key}”", meant(key, fields), key)
    for key in ("name", "other_names"):
        if key not in entry:
            yield wrong(f"an entry needs {key}", "add it; “other_names: []” switches a shipped entry off")
    try:
        body = ListedBody.model_validate(entry)
    except ValidationError as problem:
        yield from explained(problem, loaded, (index,), file, NamesError, "correct it")
        return
    if fold(body.name) in known:
        yield wrong(f"“{body.name}” has an entry already", "keep one of them", "name")
