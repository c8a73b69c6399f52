"""Extraction's last look, how long: lengths of time come in, two that are told of one thing go out.

`The council spoke of a six-week delay. Traders said the delay had lasted ten weeks.`
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.discrepancies.clauses import Values, value_at
from generator.extract.discrepancies.figures import HOURS
from generator.extract.discrepancies.givers import Given, Said, given_by
from generator.extract.discrepancies.moments import adds_moment, are_of_two_moments
from generator.extract.discrepancies.senses import sense
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span
from generator.extract.lexicon import words
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.tokens import Token

UNIT = rf"(?P<unit>{'|'.join(HOURS)})s?"
LENGTH = Pattern(
    rf"(?:(?P<half>\bhalf an? )|(?P<number>\b{NUMBER}|\ban?)(?P<more> and a half)?[ -]){UNIT}(?P<over> and a half)?"
    r"(?![\w-]*-old\b| old\b| ago\b|['’]s?(?!\w)| (?:before|earlier|later|after|a|an|per|each|every)\b)",
    re.IGNORECASE,
)
ABOUT = Pattern(rf"\b{one_of('roughly')} (?:an? )?$", re.IGNORECASE)
OTHER = Pattern(r"(?i)\b(?:every|each|next|last|past|first|final|other|another) $")
AHEAD = Pattern(r"(?i)\b(?:will|would|could|should|may|might|must|to last|to take|expected|planned)\b")
NEAREST, FURTHEST = 2, 12
"""Sentences between two lengths: of what is done, or of what nothing but nearness tells, and of a thing of one name."""
LEAST_APART, LEAST_APART_ABOUT = 1.15, 1.5
"""How many times one length is the other where both cannot be right; more where one is told as about so much."""
MOST_APART = 12.0
LOOKED_BACK = 60
"""Letters before a length in which a word stands that says how sure it is, or that it is to come."""
MOST_WORDS = 3
"""Words from a length's unit to the noun that it goes with."""
KNOWN = frozenset(["the", "its", "his", "her", "their", "this", "that", "these", "those"])
SUBJECTS = ("nsubj", "nsubj:pass")


@dataclass(frozen=True, kw_only=True)
class _Length:
    """A length of time: of what thing or deed it is, and in which words that is told.

    Attributes:
        what: the sense of the thing or of what was done; None where a pronoun stands for a thing that lasts.
        deed: whether it is of something done, by whom `who` says where that is no pronoun.
        known: whether readers know the thing by then: `the delay`, `it lasted`.
    """

    span: Span = (0, 0)
    hours: float = 0.0
    about: bool = False
    what: str | None = None
    deed: bool = False
    who: str | None = None
    passive: bool = False
    known: bool = False
    ahead: bool = False


def find_two_spans(document: Document, claims: Sequence[ClaimFinding]) -> Iterator[Values]:
    """The clauses of each two lengths of time that two sources, or the article and a source, give for one thing."""
    said = Said(claims)
    told = [(length, given_by(document, length.span, said)) for length in _lengths(document)]
    number = document.sentence_number
    for place, (length, by) in enumerate(told):
        for before, first_by in reversed(told[:place]):
            apart = number(length.span[0]) - number(before.span[0])
            if apart > FURTHEST:
                break
            if _are_rivals(before, first_by, length, by, apart) and not _are_apart(document, before, length):
                yield value_at(document, before.span), value_at(document, length.span)
                break


def _are_rivals(one: _Length, first: Given, other: _Length, second: Given, apart: int) -> bool:
    """Whether two lengths are told of one thing by two sources, and cannot both be right."""
    if first.source == second.source or not (second.source or other.known) or one.ahead != other.ahead:
        return False
    small, large = sorted((one.hours, other.hours))
    least = LEAST_APART_ABOUT if one.about or other.about else LEAST_APART
    if not least * small <= large <= MOST_APART * small:
        return False
    if other.what is None:
        return apart <= 1 and one.what is not None
    if one.what != other.what or (one.deed and apart > NEAREST) or (not other.known and apart > NEAREST):
        return False
    if one.passive != other.passive:
        return other.known and apart <= 1
    return one.who == other.who or other.who is None


def _are_apart(document: Document, one: _Length, other: _Length) -> bool:
    return adds_moment(document, one.span, other.span) or are_of_two_moments(document, one.span, other.span)


def _lengths(document: Document) -> Iterator[_Length]:
    for match in LENGTH.finditer(document.text):
        start, end = match.span()
        hours = _hours(match)
        if hours is None or OTHER.search(document.text[max(0, start - LOOKED_BACK) : start]):
            continue
        of = _thing(document, match.span()) or _deed(document.phrase(match.span())[-1])
        if of is not None:
            lead = document.text[max(document.sentence_at(start)[0], start - LOOKED_BACK) : start]
            yield replace(
                of,
                span=(start, end),
                hours=hours,
                about=bool(ABOUT.search(lead)),
                ahead=bool(AHEAD.search(lead)),
            )


def _hours(match: re.Match[str]) -> float | None:
    told = "1" if match["half"] or match["number"].lower() in ("a", "an") else match["number"]
    number = number_of(told)
    if number is None:
        return None
    part = -0.5 if match["half"] else 0.5 if match["more"] or match["over"] else 0.0
    return (number + part) * HOURS[match["unit"].lower()]


def _thing(document: Document, span: Span) -> _Length | None:
    """What a length is of where a noun says so: a six-week delay, a delay of six weeks."""
    unit = document.phrase(span)[-1]
    noun: Token | None = None
    if unit.dep_ in ("compound", "amod", "nmod") and unit.i < unit.head.i <= unit.i + MOST_WORDS:
        noun = unit.head
    elif any(child.lower_ == "of" and child.dep_ == "case" for child in unit.children):
        of = next(child for child in unit.children if child.lower_ == "of")
        noun = document.tokens[of.i - 1] if of.i else None
    return _of_thing(noun) if noun is not None and noun.pos_ == "NOUN" else None


def _of_thing(noun: "Token") -> _Length:
    known = any(child.lower_ in KNOWN for child in noun.children)
    return _Length(what=sense(noun.lemma_.lower()), deed=False, known=known)


def _deed(unit: "Token") -> _Length | None:
    """What a length is of where a verb says so: it lasted six weeks, the road was shut for six weeks."""
    verb = unit if any(child.dep_ == "cop" for child in unit.children) else unit.head
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or verb.lemma_.lower() in words("discrepancies", "says"):
        return None
    pronoun = subject.pos_ == "PRON"
    if verb is unit or verb.lemma_.lower() in words("discrepancies", "lasting"):
        if pronoun:
            return _Length(known=True) if subject.lower_ in ("it", "this", "that") else None
        return _of_thing(subject) if subject.pos_ == "NOUN" else None
    if verb.pos_ not in ("VERB", "ADJ") or verb.lemma_.lower() in words("discrepancies", "light_verbs"):
        return None
    return _Length(
        what=sense(verb.lemma_.lower()),
        deed=True,
        who=None if pronoun else subject.lemma_.lower(),
        passive=subject.dep_ == "nsubj:pass",
        known=pronoun or any(child.lower_ in KNOWN for child in subject.children),
    )
