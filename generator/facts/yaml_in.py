"""Layer 1, facts on disk: a file's YAML comes in, its records go out, or every error in it, each with its line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.errors import FactsError, GeneratorError
from generator.facts.kinds import prefix_of
from generator.model.records import Record
from generator.strict_yaml import Loaded, Where, load

R = TypeVar("R", bound=Record)
E = TypeVar("E", bound=GeneratorError)
MEND = "run the build to write it again, or restore it from version control"
ON_CONFLICT = "run the build, which makes facts anew from the articles; nothing in them is merged by hand"


@dataclass(frozen=True, kw_only=True)
class FactsFile(Generic[R]):
    """One file of facts as it was read.

    Attributes:
        path: the file.
        records: those that are as they should be, in the file's order.
        errors: what is wrong with the others.
        loaded: the plain YAML, to find lines by.
    """

    path: Path
    records: tuple[R, ...]
    errors: tuple[FactsError, ...]
    loaded: Loaded

    def whole(self) -> "FactsFile[R]":
        """This file, if nothing is wrong with it.

        Raises:
            FactsError: the first of what is wrong.
        """
        if self.errors:
            raise self.errors[0]
        return self


def read_records(path: Path, kinds: Mapping[str, type[R]]) -> FactsFile[R]:
    """Read a file of facts.

    Args:
        path: the file.
        kinds: which type a record has, by the prefix of its id.

    Raises:
        FactsError: the file cannot be read, or is no map of records.
    """
    loaded = load(_text(path), file=path, error=FactsError, on_conflict=ON_CONFLICT)
    if not isinstance(loaded.value, dict | None):
        raise FactsError("not a map of records by their ids", file=path, line=loaded.line((0,)), mend=MEND)
    records: list[R] = []
    errors: list[FactsError] = []
    for key, fields in (loaded.value or {}).items():
        kind = kinds.get(prefix_of(key))
        if kind is None or not isinstance(fields, dict):
            expected = ", ".join(f"{prefix}-…" for prefix in kinds)
            problem = f"“{key}” is not a record here; expected {expected}, each with its fields"
            errors.append(FactsError(problem, file=path, line=loaded.line((key,)), mend=MEND))
            continue
        try:
            records.append(kind.model_validate({**fields, "id": key}))
        except ValidationError as problems:
            errors += explained(problems, loaded, (key,), path, FactsError, MEND)
    return FactsFile(path=path, records=tuple(records), errors=tuple(errors), loaded=loaded)


def explained(
    problems: ValidationError, loaded: Loaded, above: Where, file: Path | str, error: type[E], mend: str
) -> list[E]:
    """A validation's problems as errors, each with the line that it concerns.

    Args:
        problems: what the model refused.
        loaded: the YAML that the model was given a part of.
        above: the path of that part.
        file: the file, for messages.
        error: the kind of error to make.
        mend: what to do about it.
    """
    found: list[E] = []
    for problem in problems.errors(include_url=False):
        where = [*above, *problem["loc"]]
        place, said = ".".join(str(step) for step in problem["loc"]), in_words(problem, f"“{problem['input']}”")
        found.append(error(f"{place}: {said}", file=file, line=loaded.line(where), mend=mend))
    return found


def in_words(problem: ErrorDetails, value: str = "it") -> str:
    """What a model refused of a value, which is called so."""
    if problem["type"] == "tuple_type":
        return "it should be a list, such as [first, second]"
    if problem["type"] == "string_pattern_mismatch":
        wanted = "id, such as per-ann-lee" if "per" in problem["ctx"]["pattern"] else "day, such as 2025-01-08"
        return f"{value} is no {wanted}"
    said = problem["msg"].replace("Input should be", "it should be").replace("Extra inputs are", "this field is")
    return f"{said[:1].lower()}{said[1:]}"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as problem:
        raise FactsError(f"cannot be read: {problem.strerror}", file=path, mend=MEND) from None
    except UnicodeDecodeError:
        raise FactsError("not a UTF-8 text", file=path, mend=MEND) from None
