"""Read the annotated claims: a corpus folder comes in, articles with each claim's parts placed in the text go out."""

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from training import attitudes, corpora
from training.news import article_body

Span = tuple[int, int]
MARKS = "\"'“”‘’ "
MOST_PLACES = 80


@dataclass(frozen=True, kw_only=True)
class GoldClaim:
    """A claim by where its parts stand; `cue` and `source` are None where the article gives none."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]


@dataclass(frozen=True, kw_only=True)
class GoldArticle:
    """An article's text, what is claimed in it, and what is thought, wanted or held of a thing.

    Attributes:
        minds_known: whether all that is thought is among `minds`, so that what is not there is none.
    """

    name: str
    text: str
    claims: tuple[GoldClaim, ...]
    minds: tuple[GoldClaim, ...]
    minds_known: bool


def read_articles() -> Iterator[GoldArticle]:
    """Read all articles that may be trained on: those with gold facts, then those of GUM."""
    for corpus in corpora.TRAINED_ON:
        for article, path in corpora.annotated(corpus):
            facts = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            text = article_body(article)
            record = attitudes.spans_of(corpus).get(path.stem)
            minds = _placed(text, facts, "attitudes") if record is None else _given(record, path.stem, text)
            yield GoldArticle(
                name=path.stem,
                text=text,
                claims=_placed(text, facts, "claims"),
                minds=minds,
                minds_known=record is not None,
            )
    for name, text in attitudes.gum_texts():
        record = attitudes.spans_of(attitudes.GUM)[name]
        minds = _given(record, name, text)
        claims = tuple(map(_given_claim, record["claims"]))
        yield GoldArticle(name=name, text=text, claims=claims, minds=minds, minds_known=True)


def _placed(text: str, facts: Mapping[str, Any], key: str) -> tuple[GoldClaim, ...]:
    placed = (place(text, claim) for claim in facts.get(key) or [])
    return tuple(claim for claim in placed if claim is not None)


def _given(record: Mapping[str, Any], name: str, text: str) -> tuple[GoldClaim, ...]:
    return tuple(map(_given_claim, attitudes.checked(record, name, text)["attitudes"]))


def _given_claim(spans: list[list[int] | None]) -> GoldClaim:
    """A claim of the spans of its source, its cue and each piece of its content."""
    source, cue, *content = [None if span is None else (span[0], span[1]) for span in spans]
    return GoldClaim(source=source, cue=cue, content=tuple(span for span in content if span is not None))


def place(text: str, claim: Mapping[str, Any]) -> GoldClaim | None:
    """Find where a claim stands: of all places of its words those that lie closest together; None if some have none."""
    pieces = claim["content"] if isinstance(claim["content"], list) else [claim["content"]]
    contents = _contents(text, [str(piece).strip(MARKS) for piece in pieces])
    cues = _places(text, claim.get("cue"))
    sources = _places(text, claim.get("source"))
    if not contents or not cues or not sources:
        return None
    content, cue, source = min(itertools.product(contents, cues, sources), key=_spread)
    return GoldClaim(source=source, cue=cue, content=content)


def _contents(text: str, pieces: list[str]) -> list[tuple[Span, ...]]:
    """Every place of the first piece, each with the nearest later place of the further ones."""
    found = []
    for first in _places(text, pieces[0]):
        spans = [first] if first else []
        for piece in pieces[1:]:
            at = text.find(piece, spans[-1][1] if spans else 0)
            if at >= 0:
                spans.append((at, at + len(piece)))
        if spans:
            found.append(tuple(spans))
    return found


def _places(text: str, words: str | None) -> list[Span | None]:
    """Where words stand as whole words, or anywhere if never so; [None] for no words at all."""
    if not words:
        return [None]
    whole: list[Span | None] = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    return (whole or [match.span() for match in re.finditer(re.escape(words), text)])[:MOST_PLACES]


def _spread(parts: tuple[tuple[Span, ...], Span | None, Span | None]) -> int:
    content, cue, source = parts
    spread = 0
    for part in (cue, source):
        if part is not None:
            inside = any(start <= part[0] and part[1] <= end for start, end in content)
            spread += 1000 if inside else min(_gap(part, piece) for piece in content)
    if cue is not None and source is not None:
        spread += _gap(cue, source) + (1000 if cue == source else 0)
    return spread


def _gap(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
