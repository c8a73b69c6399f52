"""Layer 1, review: the files of `content/review` come in, people's decisions go out, or what in them is wrong."""

import difflib
import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.errors import ReviewError, UnreadError
from generator.facts.added import NOT_GIVEN, unfinished
from generator.facts.kinds import ADDABLE, IN_AN_ARTICLE, LISTS, prefix_of
from generator.facts.ops import ACROSS_ARTICLES, ALLOWED, ALWAYS, NEEDED, NEVER_NULL, SIGNED
from generator.facts.yaml_in import explained, in_words
from generator.model.review import Decision, PlacedDecision
from generator.model.words import ReviewOp
from generator.strict_yaml import Loaded, load

ENDINGS = (".yml", ".yaml")
REMEMBERED = 4
"""Files as they were read last: while somebody reviews, one file is asked for again and again."""


def read_review(
    folder: Path, *, project: Path | None = None
) -> tuple[tuple[PlacedDecision, ...], tuple[ReviewError, ...]]:
    """Every decision in a review folder, files by name and decisions in their order, and what is wrong beside.

    Args:
        folder: the review folder; where there is none, nothing was decided.
        project: the folder that paths are told relative to.
    """
    decisions: list[PlacedDecision] = []
    errors: list[ReviewError] = []
    try:
        paths = review_paths(folder)
    except OSError as problem:
        return (), (_refused(problem, name_of(folder, project)),)
    for path in paths:
        name = name_of(path, project)
        try:
            found, problems = decisions_in(path.read_bytes(), name)
        except OSError as problem:
            found, problems = (), (_refused(problem, name),)
        decisions += found
        errors += problems
    return tuple(decisions), tuple(errors)


def review_paths(folder: Path) -> list[Path]:
    """The files of decisions in a folder and its sub-folders, in order of their names; none where there is no folder.

    Raises:
        OSError: a folder cannot be listed, so that it is not known what was decided.
    """

    def refuse(problem: OSError) -> None:
        raise problem

    if not os.path.lexists(folder):
        return []
    whole = (Path(below, name) for below, _, names in os.walk(folder, onerror=refuse) for name in names)
    return sorted(path for path in whole if is_review(path.name))


def is_review(name: str) -> bool:
    """Whether a file of this name in the review folder holds decisions."""
    return name.endswith(ENDINGS) and not name.startswith(".")


def name_of(path: Path, project: Path | None) -> str:
    """What a review file is called in messages: its path below the project, else its whole path."""
    return path.relative_to(project).as_posix() if project and path.is_relative_to(project) else path.as_posix()


@lru_cache(maxsize=REMEMBERED)
def decisions_in(content: bytes, name: str) -> tuple[tuple[PlacedDecision, ...], tuple[ReviewError, ...]]:
    """The decisions of one review file in their order, and what is wrong beside.

    Args:
        content: what the file holds.
        name: what the file is called, for messages.
    """
    decisions: list[PlacedDecision] = []
    errors: list[ReviewError] = []
    try:
        loaded = load(content.decode("utf-8-sig"), file=name, error=UnreadError)
    except UnicodeDecodeError:
        return (), (_unreadable(name),)
    except ReviewError as problem:
        return (), (problem,)
    for index, entry in enumerate(_entries(loaded, name, errors)):
        problems = _problems(entry, index, loaded, name)
        errors += problems
        if not problems:
            line = loaded.line((index,))
            decisions.append(PlacedDecision(decision=Decision.model_validate(entry), file=name, line=line))
    return tuple(decisions), tuple(errors)


def _refused(problem: OSError, name: str) -> UnreadError:
    return UnreadError(f"cannot be read: {problem.strerror}", file=name, mend="check the file or folder")


def _unreadable(name: str) -> UnreadError:
    return UnreadError("cannot be read as UTF-8 text", file=name, mend="save it as UTF-8")


def _entries(loaded: Loaded, name: str, errors: list[ReviewError]) -> list[Any]:
    if loaded.value is None or isinstance(loaded.value, list):
        return loaded.value or []
    mend = "begin each decision with “- target: …”"
    errors.append(UnreadError("not a list of decisions", file=name, line=loaded.line(), mend=mend))
    return []


def _problems(entry: Any, index: int, loaded: Loaded, name: str) -> list[ReviewError]:
    """What is wrong with one decision, each with its line and what was meant."""
    if not isinstance(entry, dict):
        mend = "begin it with “- target: …”"
        return [ReviewError("a decision has to be a map", file=name, line=loaded.line((index,)), mend=mend)]

    def wrong(problem: str, mend: str, key: str | None = None) -> ReviewError:
        return ReviewError(problem, file=name, line=loaded.line((index,) if key is None else (index, key)), mend=mend)

    known = [*Decision.model_fields]
    unknown = [wrong(f"a decision has no field “{key}”", meant(key, known), key) for key in entry if key not in known]
    if unknown:
        return unknown
    if "target" not in entry or "op" not in entry:
        return [wrong("a decision needs a target and an op", "add the one that is missing")]
    if entry["op"] not in list(ReviewOp):
        return [wrong(f"there is no op “{entry['op']}”", meant(str(entry["op"]), list(ReviewOp)), "op")]
    try:
        decision = Decision.model_validate(entry)
    except ValidationError as problems:
        return explained(problems, loaded, (index,), name, ReviewError, "correct it")
    found = [wrong(problem, mend, key) for problem, mend, key in _shape_problems(decision, entry)]
    if decision.op is ReviewOp.ADD:
        return found or [*_added_problems(decision, loaded, index, name)]
    field = _field_problem(decision)
    return [*found, wrong(*field, "field")] if field else found


def _shape_problems(decision: Decision, entry: dict[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    """Fields that an op needs and lacks, or has no use for."""
    op, prefix = decision.op, prefix_of(decision.target)
    needed = [*NEEDED[op], *(["expect"] if op is ReviewOp.CONFIRM and decision.field else [])]
    for key in needed:
        if key not in entry or (entry[key] is None and key in NEVER_NULL):
            yield f"“{op}” needs “{key}”", f"add “{key}: …”", None
    for key in entry:
        if key not in {*ALWAYS, *NEEDED[op], *ALLOWED[op], *SIGNED}:
            yield f"“{op}” has no use for “{key}”", "leave it out", key
    if op is ReviewOp.SPLIT and not (isinstance(decision.value, list) and decision.value):
        yield "“split” needs the articles that go to the new record", "write “value: [art-…, art-…]”", "value"
    if op is ReviewOp.RENAME and not (isinstance(decision.value, str) and decision.value.strip()):
        yield "“rename” needs a name", "write “value: …”", "value"
    if prefix not in ACROSS_ARTICLES.get(op, (prefix,)):
        *firsts, last = (LISTS[kind] for kind in ACROSS_ARTICLES[op])
        kinds = f"{', '.join(firsts)} and {last}"
        yield f"“{op}” is for {kinds}", "use “set” or “reject” for other records", "op"
    elif decision.into is not None and prefix_of(decision.into) != prefix:
        yield f"{decision.into} is not the same kind of record as {decision.target}", f"name a {prefix}-… id", "into"
    elif op is ReviewOp.DISTINCT and decision.into == decision.target:
        yield f"{decision.target} is told apart from itself", "name another record", "into"


def _added_problems(decision: Decision, loaded: Loaded, index: int, name: str) -> Iterator[ReviewError]:
    """What is wrong with a fact that is to be added, in so far as no article is needed to see it."""
    line, value, field = loaded.line((index, "value")), decision.value, str(decision.field)
    if prefix_of(decision.target) != "art":
        yield ReviewError(
            "“add” adds a fact to an article", file=name, line=loaded.line((index, "target")), mend="name an art-… id"
        )
    elif field not in ADDABLE:
        problem = f"to “{field}” nothing can be added"
        yield ReviewError(problem, file=name, line=loaded.line((index, "field")), mend=meant(field, [*ADDABLE]))
    elif not isinstance(value, dict):
        yield ReviewError("“add” needs a record", file=name, line=line, mend="write its fields as a map under “value”")
    elif given := [key for key in NOT_GIVEN if key in value]:
        problem = f"what is added gets its {given[0]} by itself"
        yield ReviewError(problem, file=name, line=loaded.line((index, "value", given[0])), mend="leave it out")
    else:
        try:
            unfinished(field, value)
        except ValidationError as problems:
            yield from explained(problems, loaded, (index, "value"), name, ReviewError, "correct it")


def _field_problem(decision: Decision) -> tuple[str, str] | None:
    """What is wrong with the field that a decision names, or with the value it is to have."""
    kind = IN_AN_ARTICLE[prefix_of(decision.target)]
    if decision.field is None:
        return None
    if decision.field in ("id", "evidence"):
        return f"“{decision.field}” is not for people to set", "reject the record instead"
    try:
        field = field_of(kind, decision.field)
    except KeyError:
        fields = [field.alias or name for name, field in kind.model_fields.items() if name not in ("id", "evidence")]
        return f"{LISTS.get(prefix_of(decision.target), 'articles')} have no field “{decision.field}”", meant(
            decision.field, fields
        )
    if decision.op is not ReviewOp.SET:
        return None
    try:
        TypeAdapter(field).validate_python(decision.value)
    except ValidationError as problem:
        said = in_words(problem.errors(include_url=False)[0])
        return f"“{decision.value}” is no value for “{decision.field}”: {said}", "correct the value"
    return None


def field_of(kind: type[BaseModel], name: str) -> Any:
    """The type of a field by its name in files; `when.date` is the type of the date in `when`.

    Raises:
        KeyError: there is no such field.
    """
    first, _, rest = name.partition(".")
    field = {field.alias or key: field for key, field in kind.model_fields.items()}[first]
    if not rest:
        return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation
    for part in (field.annotation, *get_args(field.annotation)):
        if isinstance(part, type) and issubclass(part, BaseModel):
            return field_of(part, rest)
    raise KeyError(name)


def meant(word: str, known: list[str]) -> str:
    """The known word that is most like one that is not known, as something to do; else all known ones."""
    near = difflib.get_close_matches(word, known, n=1)
    return f"did you mean “{near[0]}”?" if near else f"use one of {', '.join(known)}"
