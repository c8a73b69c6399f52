"""Stage pages: how much of an article may be shown, and how: its licence and text in, cut quotations out.

The rule: under an open licence everything may be shown. Without one, quotations are short: none is longer than the
first of `LIMITS`, in characters, cut at a word boundary. Where the sentences that an article's facts rest on would
still give more than `SHARE` of its text, they are cut at the second; the words of a claim themselves are not.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.ids import fold

LIMITS = (300, 160)
SHARE = 3 / 4
CUT = "[…]"
_SINGLE = str.maketrans("“”", "‘’")

_OPEN = re.compile(
    r"(https? )?(www )?("
    r"cc ?0|cc by|ccby|creative commons (attribution|zero)|creativecommons org (licenses by|publicdomain)"
    r"|public ?domain|pd\b|ogl\b|(uk )?open government licen[cs]e|nationalarchives gov uk doc open government"
    r"|mit( licen[cs]e)?$|odc by|us government work)"
)
_STRAIGHT_OPENING = re.compile(r'(?<![^\s(\[—–-])"(?=\S)')
_RESTRICTED = re.compile(r"\b(nc|nd|non ?commercial|no ?derivs?|no ?derivatives)\b")


@dataclass(frozen=True, slots=True)
class Quotation:
    """An article's exact words, whole or cut."""

    words: str
    is_cut: bool = False


def is_open(licence: str | None) -> bool:
    """Whether a licence lets anyone show the whole text: CC0, CC BY, CC BY-SA, OGL, public domain, MIT and the like."""
    words = " ".join(re.findall(r"[a-z0-9]+", fold(licence or "")))
    return bool(_OPEN.match(words)) and not _RESTRICTED.search(words)


def quote(words: str, limit: int | None) -> Quotation:
    """The words, cut after the last whole word within `limit` characters; None is no limit."""
    if limit is None or len(words) <= limit:
        return Quotation(words)
    end = words.rfind(" ", 0, limit + 1)
    return Quotation(words[: end if end > 0 else limit].rstrip(" ,;:"), is_cut=True)


def inner(words: str) -> str:
    """Words as they stand between the site's own quotation marks, as newspapers set a quotation in a quotation.

    Marks in them become single ones. A pair around all of them, or a mark whose other one is not among the words, is
    what the site's own marks stand for. Marks that already hold single ones stay as they are.
    """
    if words.count('"') % 2 == 0:
        words = _STRAIGHT_OPENING.sub("“", words).replace('"', "”")
    if words.startswith("‘") and words.endswith("’") and not re.search(r"‘|’(?!\w)", words[1:-1]):
        words = words[1:-1]
    opened, closed = words.count("“"), words.count("”")
    if words.startswith("“") and (opened, closed) in ((1, 0), (1, 1)) and (not closed or words.endswith("”")):
        words, opened = words[1:], 0
    if words.endswith("”") and closed == 1 and not opened:
        words = words[:-1]
    return words if "‘" in words else words.translate(_SINGLE)


def limit_for(text: str, licence: str | None, spans: Iterable[tuple[int, int]]) -> int | None:
    """How long a piece of evidence from this article may be, in characters; None where its licence sets no bound.

    Args:
        spans: every place of the text that is evidence, `[start, end)`.
    """
    if is_open(licence):
        return None
    quoted = sorted(spans)
    return next((limit for limit in LIMITS if _shown(quoted, limit) <= SHARE * len(text)), LIMITS[-1])


def _shown(spans: list[tuple[int, int]], limit: int) -> int:
    total = reached = 0
    for start, end in spans:
        end = min(end, start + limit)
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
