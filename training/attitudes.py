"""Read what articles say that somebody thinks or wants: the spans of `attitudes/` come in, checked, they go out.

Each file has an article a line: a digest of its text, and spans into the text for each attitude, so that none of a
corpus's words are kept here. Of GUM's news, which has no facts of its own, it has the claims too.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from training.treebanks import Paragraph, Sentence, read_gum

FOLDER = Path(__file__).parent / "attitudes"
DIGITS = 16
GUM = "gum"
GUM_PARTS = ("train", "dev")


def digest(text: str) -> str:
    """What a text is known by: a text that has changed has another."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


@cache
def spans_of(corpus: str) -> Mapping[str, Any]:
    """The annotation of each article of a corpus by the article's name; nothing for a corpus that has none."""
    path = FOLDER / f"{corpus.replace('/', '-')}.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def checked(record: Mapping[str, Any], name: str, text: str) -> Mapping[str, Any]:
    """The annotation, if it is of this very text."""
    if record["sha256"] != digest(text):
        raise ValueError(f"{name}: its text is not the one whose attitudes are annotated")
    return record


def gum_texts() -> Iterator[tuple[str, str]]:
    """Name and text of each document of GUM that is annotated, put together from the treebank's words."""
    paragraphs: dict[str, list[Paragraph]] = {}
    for part in GUM_PARTS:
        for paragraph in read_gum(part):
            paragraphs.setdefault(paragraph.document, []).append(paragraph)
    for name in sorted(spans_of(GUM)):
        yield name, "\n\n".join(" ".join(map(_written, one.sentences)) for one in paragraphs[name])


def _written(sentence: Sentence) -> str:
    return "".join(word.form + " " * word.space for word in sentence).strip()
