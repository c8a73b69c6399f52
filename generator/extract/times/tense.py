"""Extraction's clock, a hint: where a time stands comes in, whether its clause speaks of what is to come goes out."""

from collections.abc import Iterable
from functools import cache

from generator.extract.document import Document, span_of
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon, words
from generator.extract.tokens import Token, root_of

REACH = 14
AUXILIARIES = frozenset(["will", "would", "be", "to", "is", "are", "shall", "may", "might", "could", "been", "being"])
DONE = frozenset(["was", "were", "had", "has", "have"])
BREAKS = {".", ";", ":", "?", "!", "–", "—", "“", "”", "‘", "\n"}
JOINTS = {"when", "after", "which", "who", "while", "before", "although", "though", "because", "where", "whose"}


def points_ahead(document: Document, span: Span) -> bool:
    """Whether the words around a time say that it is still to come; with no sign either way it is past.

    The nearest verb decides: those before the time first, up to a break, then those after it.
    """
    tokens, (start, end) = document.tokens, document.tokens_at(span)
    own = document.quote(span_of(tokens[start:end])).casefold()
    if own.startswith(("next ", "until ", "till ", "on next ")):
        return True
    if own.startswith(("last ", "since ", "a week last ")):
        return False
    before = _sign(tokens[at] for at in range(start - 1, max(start - 1 - REACH, -1), -1))
    if before is not None:
        return before
    return _sign(tokens[end : end + REACH]) or False


def points_back(document: Document, span: Span) -> bool:
    """Whether a time hangs on a verb that tells of something done: `sacked on 30 January`, no `vote on`."""
    root = root_of(document.phrase(span))
    verb = root.head
    if not root.dep_.startswith("obl") or verb.pos_ != "VERB" or verb.lemma_.lower() in words("discrepancies", "says"):
        return False
    if verb.tag_ == "VBN":
        return not DONE.isdisjoint(child.lower_ for child in verb.children if child.dep_.startswith("aux"))
    return verb.tag_ == "VBD"


def _sign(tokens: "Iterable[Token]") -> bool | None:
    """What the first telling word says: True ahead, False past, None where a break comes before any."""
    for token in tokens:
        if token.text in BREAKS or token.lower_ in JOINTS or "\n" in token.text:
            return None
        if (sign := _tells(token)) is not None:
            return sign
    return None


def _tells(token: "Token") -> bool | None:
    future, past = _cues()
    word = token.text  # as written: "May" is no modal
    following = token.nbor().text if token.i + 1 < len(token.doc) else ""
    if word in future or f"{word} {following}" in future:
        return not _undone(token)
    if word in past or token.tag_ in ("VBD", "VBN") or (not token.tag_ and word.endswith("ed") and len(word) > 4):
        before = {token.doc[i].lower_ for i in range(max(0, token.i - 3), token.i)}
        return None if before & AUXILIARIES else False  # "will be held": the auxiliary decides
    if token.tag_ in ("VBZ", "VBP") and token.pos_ == "VERB":
        return True
    if word == "to" and token.i + 1 < len(token.doc) and token.nbor().tag_ == "VB":
        if token.i and token.nbor(-1).lower_ in words("times", "moved"):
            return None  # "moved a motion to censure her on Monday": when it was moved
        return True if token.i == 0 or token.nbor(-1).tag_ not in ("VBD", "VBN") else None
    return None


def _undone(token: "Token") -> bool:
    """Whether a modal's verb is a perfect one: "would have passed" is not to come."""
    return token.i + 1 < len(token.doc) and token.nbor().lower_ == "have"


@cache
def _cues() -> tuple[frozenset[str], frozenset[str]]:
    words = lexicon("times")
    return frozenset(words["future"]), frozenset(words["past"])
