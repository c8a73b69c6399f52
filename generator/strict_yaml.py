"""Layer 0: YAML that people or the generator wrote, read strictly; text comes in, plain values and their lines go out.

Only null, true, false and whole numbers are read as such: `no`, `on`, `12:30` and dates stay the text they look like.
Values are built from the parser's events, without recursion, so that no text, however deep, can exhaust the stack.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.errors import GeneratorError

DEEPEST = 50
MOST_REPEATED = 100_000
"""Values that all aliases of a text may stand for together: a few lines can name billions."""
WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
SURROGATE = re.compile("[\ud800-\udfff]")
WHOLE_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
EMPTY: dict[type, type] = {MappingStartEvent: dict, SequenceStartEvent: list}
ENDS = (MappingEndEvent, SequenceEndEvent)
BOTH = "keep what both branches wrote, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>"
Where = Sequence[str | int]
Lines = dict[int, dict[str | int, int]]
"""The lines of a collection's parts by their keys or indexes, by the collection's identity."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Loaded:
    """What one YAML text holds: its plain value, and on which line each part of it stands.

    Lines are asked for only where something is wrong, so the text is read for them then, not before.
    """

    value: Any
    first_line: int
    _text: str = field(repr=False)
    _ignore_tags: bool = field(repr=False)

    def line(self, where: Where = ()) -> int:
        """The line of the deepest part of a path (keys and indexes from the top) that the text has."""
        value, lines = self._located
        line = self.first_line
        for step in where:
            found = lines.get(id(value), {}).get(step)
            if found is None:
                break
            value, line = value[step], found
        return line

    @cached_property
    def _located(self) -> tuple[Any, Lines]:
        lines: Lines = {}
        return _built(self._text, _Builder(self.first_line, self._ignore_tags, lines)), lines


def load(
    text: str,
    *,
    file: Path | str,
    error: type[GeneratorError],
    first_line: int = 1,
    ignore_tags: bool = False,
    on_conflict: str = BOTH,
) -> Loaded:
    """Read one YAML text.

    Args:
        text: the YAML.
        file: the file it came from, for messages.
        error: what to raise, as the caller's readers know it.
        first_line: the line of `file` that the text begins on.
        ignore_tags: read what has a tag (`!ENV`) as if it had none, instead of refusing it.
        on_conflict: what to do about marks that git left where two branches did not agree.

    Raises:
        GeneratorError: of the kind given, when the text is not YAML, repeats a key or is nested too deeply.
    """
    try:
        value = _built(text, _Builder(first_line, ignore_tags))
    except yaml.MarkedYAMLError as problem:
        if conflict := _CONFLICT.search(text):
            line = first_line + text[: conflict.start()].count("\n")
            words = f"git left the marks of a conflict here: “{conflict[0]}”"
            raise error(words, file=file, line=line, mend=on_conflict) from None
        mark = problem.problem_mark or problem.context_mark
        line = first_line + (mark.line if mark else 0)
        mend = problem.note or _mend(text, mark, problem.problem)
        raise error(f"not valid YAML: {problem.problem}", file=file, line=line, mend=mend) from None
    except (ValueError, OverflowError):  # From PyYAML's own parser in Python, for an escape such as “\U00110000”.
        raise error("an escape here names no character", file=file, line=first_line, mend="remove it") from None
    except yaml.reader.ReaderError as problem:
        line = first_line + text[: problem.position].count("\n")
        raise error("a control character stands here", file=file, line=line, mend="remove it") from None
    return Loaded(value, first_line, text, ignore_tags)


MISPLACED = ("did not find expected key", "did not find expected '-' indicator")
_ONE_FIELD = re.compile(r"\s+[\w-]+:(?: [^:\"'#]*)?")
"""A line that can only be wrong in where it stands."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}|={7}$).*", re.MULTILINE)


def _built(text: str, builder: "_Builder") -> Any:
    loader = _LOADER(text)
    try:
        for event in iter(loader.get_event, None):
            builder.take(event)
    finally:
        loader.dispose()
    return builder.root[0] if builder.root else None


def _mend(text: str, mark: yaml.Mark | None, problem: str | None) -> str:
    """What most often is wrong on a line that cannot be read."""
    lines = text.split("\n")
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "indent with spaces, not tabs"
    quote = "write values that hold a colon, a quotation mark or a # inside double quotation marks"
    # A line that stands too far to the right or the left, or what stands behind a value's second quotation mark.
    is_misplaced = problem in MISPLACED or _ONE_FIELD.fullmatch(line)
    return f"indent it as the lines like it above, or {quote}" if is_misplaced else quote


@dataclass
class _Builder:
    """Builds the value of a document from the parser's events.

    `stack` holds the collections that are still open, `begun` their anchors and how many values (`count`, with those
    that aliases repeat) came before each; `sizes` holds how many values an anchor's has in it. `lines` takes, if given,
    the line of each part of each collection.
    """

    first_line: int
    ignore_tags: bool
    lines: Lines | None = None
    root: list[Any] = field(default_factory=list)
    stack: list[Any] = field(default_factory=list)
    keys: list[Any] = field(default_factory=list)
    anchors: dict[str, Any] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    begun: list[tuple[str | None, int]] = field(default_factory=list)
    count: int = 0
    repeated: int = 0

    def take(self, event: Any) -> None:
        """Add what one event says."""
        kind = type(event)
        if kind is ScalarEvent:
            value = _scalar(event)
            if event.tag or event.anchor:
                self._anchored(value, event)
            else:
                self.count += 1
            self._add(value, event)
        elif kind in EMPTY:
            value = self._anchored(EMPTY[kind](), event)
            self._add(value, event)
            self._open(value, event)
        elif kind in ENDS:
            self._close()
        elif kind is AliasEvent:
            self._add(self._repeated(event), event)

    def _anchored(self, value: Any, event: Any) -> Any:
        if event.tag and not self.ignore_tags:
            raise _problem(f"the tag {event.tag} is not read here", event, "remove it")
        self.count += 1
        if event.anchor:
            self.anchors[event.anchor] = value
            self.sizes[event.anchor] = 1
        return value

    def _repeated(self, event: Any) -> Any:
        """The value that an alias stands for."""
        if event.anchor not in self.anchors:
            raise _problem(f"*{event.anchor} stands for nothing", event, "write quotation marks around it")
        if any(event.anchor == anchor for anchor, _ in self.begun):
            raise _problem(f"*{event.anchor} stands for what it is a part of", event, "write the value itself")
        self.count += self.sizes[event.anchor]
        self.repeated += self.sizes[event.anchor]
        if self.repeated > MOST_REPEATED:
            raise _problem(
                f"aliases stand for more than {MOST_REPEATED:,} values", event, "write the values themselves"
            )
        return self.anchors[event.anchor]

    def _add(self, value: Any, event: Any) -> None:
        """Put a value where it belongs: a key of, or a value in, the collection that is open."""
        if not self.stack:
            if self.root:
                raise _problem("a second document begins here", event, "keep one document in a file")
            self.root.append(value)
            return
        into, key = self.stack[-1], self.keys[-1]
        if type(into) is list:
            self._place(len(into), event)
            into.append(value)
        elif key is None:
            self.keys[-1] = self._key(event)
        else:
            into[key] = value
            self.keys[-1] = None

    def _open(self, value: Any, event: Any) -> None:
        if len(self.stack) == DEEPEST:
            raise _problem(f"nested more than {DEEPEST} deep", event, "flatten it")
        self.stack.append(value)
        self.keys.append(None)
        self.begun.append((event.anchor, self.count - 1))

    def _close(self) -> None:
        self.stack.pop()
        self.keys.pop()
        anchor, before = self.begun.pop()
        if anchor:
            self.sizes[anchor] = self.count - before

    def _key(self, event: Any) -> str:
        if not isinstance(event, ScalarEvent):
            raise _problem("a key has to be a word", event, "write quotation marks around it")
        key: str = event.value
        if key in self.stack[-1]:
            raise _problem(f'"{key}" is given twice', event, "keep one of them")
        self._place(key, event)
        return key

    def _place(self, step: str | int, event: Any) -> None:
        if self.lines is not None:
            self.lines.setdefault(id(self.stack[-1]), {})[step] = event.start_mark.line + self.first_line


def _scalar(event: ScalarEvent) -> Any:
    """Null, true, false or a whole number if written plainly as one, else text."""
    if event.style or event.tag:
        if SURROGATE.search(event.value):
            raise _problem("an escape here names no character", event, "remove it")
        return event.value
    if event.value in WORDS:
        return WORDS[event.value]
    return int(event.value) if WHOLE_NUMBER.fullmatch(event.value) else event.value


def _problem(words: str, event: Any, mend: str) -> yaml.MarkedYAMLError:
    return yaml.MarkedYAMLError(problem=words, problem_mark=event.start_mark, note=mend)
