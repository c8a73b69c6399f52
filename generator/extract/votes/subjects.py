"""Extraction of votes: a cue in its sentence comes in, who does it goes out: a person, a part of a body, or neither."""

import re
from enum import StrEnum
from functools import cache

from generator.extract.cast import Cast
from generator.extract.document import Document, span_of
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.cue import Cue, words
from generator.model.words import Classification

CLIMBS = 4  # verbs between one in a row ("met and rejected") and the subject of the first
PASSIVE = frozenset(["nsubj:pass", "nsubjpass", "aux:pass", "auxpass"])
NEAR = 12  # characters between a name and the verb it is the subject of: "Ms Teale, who", "Labour had"
REACH = 90
BETWEEN = (
    r"(?:\s+(?:had|has|have|also|all|himself|herself|themselves|never|previously|then|both|each|once|twice|\w+ly))*\s*$"
)
PRONOUN = Pattern(rf"\b(?:I|he|she|who|you|one|none|both|each|others)\b{BETWEEN}", re.IGNORECASE)
ONE_PERSON = Pattern(
    r"\b(?:gentleman|lady|minister|mayor|chair|chairman|chairwoman|leader|senator|congress(?:man|woman)|councillor|councilor|MP|peer|judge"
    rf"|member|deputy|premier|president|governor|speaker|secretary|chancellor|spokes(?:man|woman|person)|spokesperson){BETWEEN}",
    re.IGNORECASE,
)
PLURAL = Pattern(rf"\b(?:they|we|all)\b{BETWEEN}", re.IGNORECASE)
GAP = Pattern(
    r"(?:['’]s?)?,?(?:\s*(?:who|had|has|have|also|all|then|both|each|never|himself|herself|\w+ly|MPs?|members?|peers?)\b)*\s*$"
)


class Subject(StrEnum):
    """Who votes: one person, some of those who vote (a party, nine members), or nobody of whom that is plain."""

    PERSON = "person"
    PART = "part"
    OPEN = "open"


def subject_head(document: Document, span: Span) -> Span | None:
    """Where the head noun of the subject of an active verb stands, as the parse has it, or None."""
    verb = next((token for token in document.phrase(span) if token.pos_ in ("VERB", "AUX")), None)
    for _ in range(CLIMBS):
        if verb is None:
            return None
        if subject := next((child for child in verb.children if child.dep_ == "nsubj"), None):
            return span_of(subject)
        verb = (
            verb.head if verb.dep_ in ("conj", "xcomp") and not any(c.dep_ in PASSIVE for c in verb.children) else None
        )
    return None


def subject_of(document: Document, cast: Cast, text: str, start: int, cue: Cue) -> Subject:
    """Who does what a cue tells.

    Args:
        text: the sentence.
        start: where it stands in the article.
    """
    subject = _subject_by_words(cast, text, start, cue)
    if subject is Subject.OPEN and (head := subject_head(document, (start + cue.span[0], start + cue.span[1]))):
        people = [m for m in cast.within(head) if (m.entity or "").startswith("per-")]
        return Subject.PERSON if people or ONE_PERSON.search(document.quote(head)) else subject
    return subject


def _subject_by_words(cast: Cast, text: str, start: int, cue: Cue) -> Subject:
    before = text[max(0, cue.span[0] - REACH) : cue.span[0]]
    if PRONOUN.search(before) or ONE_PERSON.search(before):
        return Subject.PERSON
    if PLURAL.search(before) or _part().search(before):
        return Subject.PART
    return _named(cast, text, start, cue)


def _named(cast: Cast, text: str, start: int, cue: Cue) -> Subject:
    """The person or party whose name stands right before the cue."""
    at = start + cue.span[0]
    near = [m for m in cast.within((max(start, at - REACH), at)) if m.entity]
    if not near or not GAP.fullmatch(text[near[-1].span[1] - start : cue.span[0]]):
        return Subject.OPEN
    entity = near[-1].entity or ""
    if entity.startswith("per-"):
        return Subject.PERSON
    kinds = {organization.id: organization.classification for organization in cast.organizations}
    return Subject.PART if kinds.get(entity) is Classification.PARTY else Subject.OPEN


@cache
def _part() -> Pattern:
    """Part of a body: counted members, or those of a party; up to the verb with no comma between."""
    members = words([*lexicon("votes")["members"], *lexicon("votes")["partisans"], "members", "votes", "of them"])
    some = rf"(?:(?!(?:19|20)\d\d\b){NUMBER}|several|some|many|few|most|rebel|only|every|other|another|a handful of)"
    return Pattern(
        rf"\b(?:{some}\b(?:(?! (?:when|after|before|that|as|while|if) )[^,.;:()]){{0,60}}"
        rf"|(?:{words(lexicon('votes')['partisans'])})(?: (?:{members}))?){BETWEEN}",
        re.IGNORECASE,
    )
