"""Read the annotated news: articles and their gold facts come in, paragraphs with marked names go out."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from training import corpora
from training.names import Kind, NamedText, Span, outermost, titles_before

SECTIONS = {"people": Kind.PERSON, "organizations": Kind.ORG, "places": Kind.PLACE}


def read_news(folder: str) -> Iterator[NamedText]:
    """Read a folder of articles with gold facts below the corpora, one text an article."""
    for article, path in corpora.annotated(folder):
        facts = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        yield mark_names(article_body(article), facts)


def article_body(path: Path) -> str:
    """Return what follows the front matter's closing line."""
    return path.read_text(encoding="utf-8").split("\n---\n", 1)[1]


def places_of(text: str, words: str | list[str]) -> set[int]:
    """The offsets of every letter of annotated words, which may be in several pieces."""
    pieces = [words] if isinstance(words, str) else [piece for piece in words if piece]
    starts = [(text.find(piece), len(piece)) for piece in pieces]
    return {place for start, length in starts if start >= 0 for place in range(start, start + length)}


def mark_names(text: str, facts: Mapping[str, Any]) -> NamedText:
    """Mark every occurrence of the gold names in the text; a longer name wins over a shorter one within it."""
    spans: list[Span] = []
    for section, kind in SECTIONS.items():
        for record in facts.get(section) or []:
            for form in {str(form) for form in [record["name"], *(record.get("other_forms") or [])] if form}:
                spans += _occurrences(text, form, kind)
    others = [str(name["name"] if isinstance(name, dict) else name) for name in facts.get("other_names") or []]
    spans = _outside(spans, [match.span() for name in others for match in _whole_word(name).finditer(text)])
    return NamedText(text=text, names=outermost(spans), places_known="places" in facts)


def _occurrences(text: str, form: str, kind: Kind) -> Iterator[Span]:
    if kind is Kind.PERSON:
        words = form.split(" ")
        form = " ".join(words[titles_before(words) :])
    if form[:1].isupper() or form[:1].isdigit() or (kind is not Kind.PERSON and any(map(str.isupper, form))):
        for match in _whole_word(form).finditer(text):
            yield Span(start=match.start(), end=match.end(), kind=kind)


def _whole_word(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")


def _outside(spans: list[Span], taken: list[tuple[int, int]]) -> list[Span]:
    """Drop the spans that stand within a longer proper name of another kind: Labour within the Labour Relations Act."""
    return [
        span
        for span in spans
        if not any(
            start <= span.start and span.end <= end and end - start > span.end - span.start for start, end in taken
        )
    ]
