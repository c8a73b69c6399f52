"""Quotation marks: a paragraph's text comes in, the places where marks open and close quotations go out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """Marks of one family close each other: a single mark never closes a double one."""

    SINGLE = "single"
    DOUBLE = "double"


FAMILIES = {"'": Family.SINGLE, "‘": Family.SINGLE, "’": Family.SINGLE, "`": Family.SINGLE}
FAMILIES |= {
    '"': Family.DOUBLE,
    "“": Family.DOUBLE,
    "”": Family.DOUBLE,
    "„": Family.DOUBLE,
    "«": Family.DOUBLE,
    "»": Family.DOUBLE,
}
# Agencies and archives write a double mark as two single ones: ``so'' or ''so''.
MARK = re.compile(rf"''(?!')|``|[{''.join(FAMILIES)}]")
ONLY_OPENS = "‘“„«"
ONLY_CLOSES = "”»"
BEFORE_OPENING = re.compile(r"[\s([{—–―\-/:'\"‘“„«]")
AFTER_CLOSING = re.compile(r"[\s)\]}.,;:!?…—–―\-/'\"’”»]")
# Words that begin with an apostrophe are no quotations: the '90s, 'em, 'tis.
CLIPPED = re.compile(r"(?:\d0s|em|til|tis|twas|cause|bout|n)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A mark at an offset of the paragraph, and whether it may open or close a quotation there."""

    at: int
    end: int
    family: Family
    opens: bool
    closes: bool


def find_marks(text: str) -> Iterator[Mark]:
    """The marks of a paragraph in reading order; apostrophes within words are none."""
    for match in MARK.finditer(text):
        (at, end), char = match.span(), match.group()[0]
        family = Family.DOUBLE if end - at > 1 else FAMILIES[char]
        before, after = text[at - 1 : at], text[end : end + 1]
        opens = char not in ONLY_CLOSES and _may_open(text, end, before, after, char, family)
        closes = char not in ONLY_OPENS and bool(before.strip()) and (not after or bool(AFTER_CLOSING.match(after)))
        if char == "’" and opens:
            opens = not before.strip() and not closes
        elif char == "”" and at == 0:
            opens = bool(after.strip())  # set by mistake where a paragraph opens
        if opens or closes:
            yield Mark(at=at, end=end, family=family, opens=opens, closes=closes)


def _may_open(text: str, end: int, before: str, after: str, char: str, family: Family) -> bool:
    if not after.strip() or (before and not BEFORE_OPENING.match(before)):
        return False
    return family is Family.DOUBLE or char == "‘" or not CLIPPED.match(text, end)


def closing_mark(text: str, opening: Mark, later: list[Mark]) -> Mark | None:
    """The mark that closes a quotation, of the marks that follow its opening one in the paragraph.

    A mark after an s may be a plural's apostrophe (the whips' office); it closes only if no mark further on must.
    Marks of the other family between an opening and its own close are quotations within the quotation.
    """
    own = [mark for mark in later if mark.family is opening.family]
    for index, mark in enumerate(own):
        if mark.closes and not _is_plural(text, mark, own[index + 1 :]):
            return mark
    return None


def _is_plural(text: str, mark: Mark, later: list[Mark]) -> bool:
    if mark.family is Family.DOUBLE or text[mark.at - 1] not in "sS" or not re.match(r".\s+\w", text[mark.at :]):
        return False
    for following in later:
        if following.opens and not following.closes:
            return False
        if following.closes:
            return True
    return False
