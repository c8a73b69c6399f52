"""Layer 1, reading seeds: a file's bytes come in, its text goes out, or one message that says why it is none."""

import codecs
import re
from pathlib import Path

from generator.errors import SeedError

MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
NO_BREAK_SPACES = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "})
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
CONFLICT = re.compile(r"^(?:<{7} .*|={7}$|>{7} .*)", re.MULTILINE)
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
USUAL = ("cp1252", "mac_roman")
SAVE_AS_UTF8 = "save it as UTF-8 text"


def text_of(raw: bytes, file: Path | str, *, html: bool = False) -> tuple[str, str | None]:
    """A seed's text with LF line ends and plain spaces, and a note where its encoding had to be guessed.

    Args:
        raw: the file's bytes.
        file: the file, for messages.
        html: believe the encoding that the page declares.

    Raises:
        SeedError: the bytes are empty, binary or no text.
    """
    text, note = _decode(raw, file, html)
    text = plain(text)
    found = CONTROL.search(text)
    if found:
        line = text.count("\n", 0, found.start()) + 1
        problem = f"not a text: the control character U+{ord(found.group()):04X} stands in it"
        raise SeedError(problem, file=file, line=line, mend=f"remove it, or {SAVE_AS_UTF8}")
    if conflict := _conflict(text):
        line, words = (
            text.count("\n", 0, conflict.start()) + 1,
            f"git left the marks of a conflict here: “{conflict[0]}”",
        )
        raise SeedError(words, file=file, line=line, mend="keep the words of one branch, and take out the marks")
    return text, note


def _conflict(text: str) -> re.Match[str] | None:
    """The first mark of a conflict that git left, where all that belong to one stand there in their order."""
    first, wanted = None, "<=>"
    for mark in CONFLICT.finditer(text):
        if mark[0][0] == wanted[0]:
            first, wanted = first or mark, wanted[1:]
            if not wanted:
                return first
    return None


def plain(text: str) -> str:
    """Text with LF line ends, and a space for every no-break space so that offsets stay."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(NO_BREAK_SPACES)


def _decode(raw: bytes, file: Path | str, html: bool) -> tuple[str, str | None]:
    for mark, encoding in MARKS.items():
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :], encoding, file), None
    if b"\x00" in raw:
        raise SeedError("a binary file, not a text", file=file, mend="remove it, or save the article as UTF-8 text")
    try:
        return raw.decode("utf-8"), None
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
    declared = DECLARED.search(raw[:4096]) if html else None
    if declared:
        return _decoded(raw, declared.group(1).decode("ascii", "replace"), file), None
    return _guessed(raw, file, line)


def _decoded(raw: bytes, encoding: str, file: Path | str) -> str:
    try:
        if not codecs.lookup(encoding)._is_text_encoding:
            raise LookupError
        text = raw.decode(encoding)
        text.encode()  # Some encodings, of program texts, give halves of characters.
        return text
    except (LookupError, ValueError):
        raise SeedError(f"not a text in its own encoding, {encoding}", file=file, mend=SAVE_AS_UTF8) from None


def _guessed(raw: bytes, file: Path | str, line: int) -> tuple[str, str]:
    """The text in the likeliest encoding; those that English is saved in are tried before all others."""
    from charset_normalizer import from_bytes

    best = from_bytes(raw, cp_isolation=[*USUAL]).best() or from_bytes(raw).best()
    if best is None:
        problem = "neither UTF-8 nor in any encoding that can be recognized"
        raise SeedError(problem, file=file, line=line, mend=SAVE_AS_UTF8)
    return raw.decode(best.encoding), f"not UTF-8, read as {best.encoding}: {SAVE_AS_UTF8} if its letters look wrong"
