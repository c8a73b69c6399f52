"""Layer 1, review: a review file and one more decision come in, the file with it at its end goes out, or why not.

What a person wrote stays as it is, byte for byte: the decision goes behind it, indented and with line ends as the file
has them. What the file would then say is read before it is handed out, so that nothing invalid is ever written.
"""

import re
from collections.abc import Iterator

from generator.errors import ReviewError
from generator.facts.review import decisions_in
from generator.facts.yaml_out import in_one_line
from generator.model.review import Decision

BOM = b"\xef\xbb\xbf"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
WITHOUT_CONTENT = re.compile(r"\s*(?:#.*)?|---(?:\s+#.*)?|%.*")
"""A line that says nothing: blank, a comment, the mark of a document's begin, a directive."""
BLOCK_ITEM = re.compile(r"( *)-(?:\s|$)")
FLOW_LIST = re.compile(r"\s*\[|---\s+\[")
END_MARK = re.compile(r"\.\.\.(?:\s|$)")


def with_decision(content: bytes, decision: Decision, *, name: str) -> bytes:
    """A review file with a decision at its end.

    Args:
        content: what the file holds; empty for one that is not there yet.
        decision: what somebody decided.
        name: what the file is called, for messages.

    Raises:
        ReviewError: something is wrong in the file, or nothing can be put behind what it holds.
    """
    before, problems = decisions_in(content, name)
    for problem in problems:
        raise problem
    after = content + _addition(content.removeprefix(BOM).decode(), decision, name).encode()
    read, problems = decisions_in(after, name)
    for problem in problems:
        raise problem
    if [one.decision.written() for one in read] != [*(one.decision.written() for one in before), decision.written()]:
        raise _closed(name, None)
    return after


def _closed(name: str, line: int | None) -> ReviewError:
    mend = "write it as a list whose items begin with “- target: …”, and end its last line"
    return ReviewError("no decision can be put behind what stands here", file=name, line=line, mend=mend)


def _addition(text: str, decision: Decision, name: str) -> str:
    """What is put behind a file's text to add a decision."""
    lines = text.splitlines()
    for number, line in enumerate(lines, start=1):
        if END_MARK.match(line):
            problem = "the mark “...” ends this file, and nothing can be put behind it"
            raise ReviewError(problem, file=name, line=number, mend="remove that line")
    number, first = next(
        ((number, line) for number, line in enumerate(lines, start=1) if not WITHOUT_CONTENT.fullmatch(line)), (0, "")
    )
    if FLOW_LIST.match(first):
        mend = "write each decision on lines of its own, the first one after “- ”"
        raise ReviewError("a list in brackets cannot be added to", file=name, line=number, mend=mend)
    item = BLOCK_ITEM.match(first)
    if first and item is None:
        raise _closed(name, number)
    end = "\r\n" if "\r\n" in text else "\n"
    added = "" if not text or text.endswith("\n") else end
    if text and item is None and lines[-1].strip():
        added += end  # A blank line between a comment and the first decision.
    return added + "".join(f"{line}{end}" for line in _lines(decision, item.group(1) if item else ""))


def _lines(decision: Decision, indent: str) -> Iterator[str]:
    """A decision as README shows one, each field on a line of its own."""
    for number, (key, value) in enumerate(decision.written().items()):
        words = value if key == "on" and DAY.fullmatch(str(value)) else in_one_line(value)
        yield f"{indent}{'  ' if number else '- '}{key}: {words}"
