"""Layer 0: evidence and the place it points to: a place in an article comes in, a quotation goes out, and back."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence

from generator.model.records import Evidence

Span = tuple[int, int]
WORD = re.compile(r"\S+")


def locate(evidence: Evidence, text: str) -> Span | None:
    """Where in an article's text evidence stands, in code points; None where its words are not found."""
    before = evidence.prefix or ""
    at = text.find(before + evidence.exact + (evidence.suffix or ""))
    return None if at < 0 else (at + len(before), at + len(before) + len(evidence.exact))


def evidence_for(text: str, span: Span) -> Evidence:
    """The quotation of a place in an article, with the fewest whole words around it that tell it from others.

    Words of its own line where they are enough: a line that is put in before or after it then changes nothing of it.

    Args:
        text: the article's text.
        span: where the quotation stands, in code points; not empty.
    """
    start, end = span
    if _unique(text, start, end):
        return Evidence(exact=text[start:end])
    line_end = text.find("\n", end)
    line = text.rfind("\n", 0, start) + 1, len(text) if line_end < 0 else line_end
    first, last = _told_apart(text, span, line) or _told_apart(text, span, (0, len(text))) or (0, len(text))
    return Evidence(exact=text[start:end], prefix=text[first:start] or None, suffix=text[end:last] or None)


def _told_apart(text: str, span: Span, within: Span) -> Span | None:
    """A place with the fewest words around it that tell it from others, None where those within a stretch do not."""
    start, end = span
    starts = (word.start() for word in WORD.finditer(text, within[0], start))
    ends = (word.end() for word in WORD.finditer(text, end, within[1]))
    befores = sorted({within[0], *starts} - {start}, reverse=True)
    afters = sorted({within[1], *ends} - {end})
    before = _fewest(len(befores), lambda n: _unique(text, befores[n - 1], end))
    after = _fewest(len(afters), lambda n: _unique(text, start, afters[n - 1]))
    if before is not None and (after is None or before <= after):
        return befores[before - 1], end
    if after is not None:
        return start, afters[after - 1]
    both = _fewest(max(len(befores), len(afters)), lambda n: _unique(text, *_around(befores, afters, span, n)))
    return _around(befores, afters, span, both) if both else None


def _around(befores: Sequence[int], afters: Sequence[int], span: Span, words: int) -> Span:
    """A place with so many words on both its sides, or as many as there are."""
    first = befores[min(words, len(befores)) - 1] if words and befores else span[0]
    last = afters[min(words, len(afters)) - 1] if words and afters else span[1]
    return first, last


def _fewest(most: int, enough: Callable[[int], bool]) -> int | None:
    """The smallest number from 1 to `most` that is enough, where every larger one is too; None if none is."""
    tried = 1
    while tried < most and not enough(tried):
        tried *= 2
    tried = min(tried, most)
    if tried < 1 or not enough(tried):
        return None
    return bisect_left(range(tried), True, lo=tried // 2, key=lambda n: n > 0 and enough(n))


def _unique(text: str, start: int, end: int) -> bool:
    """Whether the words of a place stand nowhere else in the text."""
    words = text[start:end]
    first = text.find(words)
    return text.find(words, first + 1) < 0
