"""Extraction's last look, posts held again: one person comes in, a post that is both former and present goes out."""

import re
from collections.abc import Iterator

from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.discrepancies.post_words import CHANGED, OPENING, meet, post_of
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import PersonFinding, RoleFinding, Span
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern
from generator.model.ids import fold
from generator.model.words import Tense

PAST_AGAIN = Pattern(rf"\b(?:(?:19|20)\d\d|{one_of('back_then')})\b", re.IGNORECASE)
SAID_PAST = Pattern(r"(?i)\b(?:former|ex|who was|who had been|until)\b")
NOT_NOW = Pattern(rf"\b{one_of('not_now')}[ -](?:\w+ )?$", re.IGNORECASE)
HONORIFIC = r"(?:[A-Z]\w{1,5}\.? )?"
NAME_NEXT = Pattern(rf",? {HONORIFIC}$")
NAME_BEFORE = Pattern(r"^,? (?:who is )?(?:the |its )?(?:[\w’'-]+ ){0,3}$")
BESIDE = 40
"""Letters before a title in which a word may stand that makes it another, and between it and the name."""


def find_held_again(document: Document, person: PersonFinding) -> Iterator[Values]:
    """A post that the article calls past in one place and present in another, where it tells of no change."""
    for role in person.roles:
        title = OPENING.sub("", fold(post_of(role)))
        explicit = role.spans and SAID_PAST.search(document.quote(_led(role.spans[0])))
        if role.tense is not Tense.FORMER or not explicit or _is_kept(title):
            continue
        place = _told_as_present(document, person, role, title)
        if place and not any(CHANGED.search(document.quote(sentence_of(document, span))) for span in person.spans):
            first, second = sorted((role.spans[0], place))
            yield value_at(document, first), value_at(document, second)
            return


def _is_kept(title: str) -> bool:
    """Whether a title is kept once out of the post, or is that of many posts."""
    last = title.split()[-1:]
    return (
        not last or title in words("discrepancies", "shared_titles") or last[0] in words("discrepancies", "kept_titles")
    )


def _told_as_present(document: Document, person: PersonFinding, past: RoleFinding, title: str) -> Span | None:
    """Where a title stands beside the name, with no word that puts it into the past or makes it another post."""
    for match in re.finditer(rf"\b{re.escape(title)}\b", _small(document.text)):
        start, end = match.span()
        near = next((span for span in person.spans if _are_beside(document, match.span(), span)), None)
        if near is None or meet((start, end), past.spans[0]):
            continue
        whole = (min(start, near[0]), max(end, near[1]))
        lead = document.text[max(0, start - BESIDE) : start]
        if not NOT_NOW.search(lead) and not PAST_AGAIN.search(document.quote(sentence_of(document, whole))):
            return whole
    return None


def _are_beside(document: Document, title: Span, name: Span) -> bool:
    """Whether a title stands right before a name, or in apposition after it."""
    if 0 <= name[0] - title[1] <= BESIDE:
        return NAME_NEXT.fullmatch(document.text[title[1] : name[0]]) is not None
    return 0 <= title[0] - name[1] <= BESIDE and bool(NAME_BEFORE.fullmatch(document.text[name[1] : title[0]]))


def _small(text: str) -> str:
    """The text in small letters, each where it stood."""
    return text.lower() if len(text.lower()) == len(text) else text


def _led(span: Span) -> Span:
    """A place with the word before it."""
    return (max(0, span[0] - len("former ")), span[1])
