"""Extraction's last look, rival times: times and claims come in, two sources' two times of one happening go out.

`The minister said the letter arrived on 3 May. His secretary told the inquiry that it arrived on 6 May.`
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.extract.discrepancies.clauses import Values, clause_around, sentence_of, value_at
from generator.extract.discrepancies.givers import Given, Said, given, teller_before
from generator.extract.discrepancies.senses import sense
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern
from generator.extract.tokens import Token, root_of

NEAREST, FURTHEST = 2, 40
"""Sentences between two times: where a pronoun stands for what happened, and where it is named."""
MOST_STEPS = 4
SUBJECTS, OBJECTS = ("nsubj", "nsubj:pass"), ("obj",)
MAY_BE_PERSONS = words("acts", "unnamed_person") | words("acts", "bodies")
PERSONS = ("he", "she", "i", "we", "who")
LISTED_BEFORE = Pattern(r"(?:\w+day|\d|\b[A-Z][a-z]{2,8}) (?:and|or|to) (?:(?:on|in|at) )?$")
LISTED_AFTER = Pattern(r" (?:and|or|to) (?:(?:on|in|at) )?(?:\w+day|\d{1,2})\b")
LOOKED_BACK = 30
"""Letters before a time in which another of the same list ends."""
RECORDED = Pattern(
    rf"\b{one_of('shows')} (?:an?|the|one) (?P<noun>[a-z-]+)(?: with (?:(?:the|an?|his|her|its) )?(?P<whom>[\w’'-]+))?"
    r"(?: (?!with\b)[\w’'-]+){0,3}? (?:on |at )?$"
)
PLURAL = Pattern(r"(?<=[a-z]{3})(?<!s)s$")
"""What is left on a noun that opens a sentence, as it is read as a name: Tenders."""
AGAIN = Pattern(rf"(?i)\b{one_of('once_more')}\b")
UNTIL = Pattern(r"(?i)(?:until|till|up to)\b")
NOT_YET = Pattern(r"(?i)(?:\bnot|\bnever|n['’]t|\bonly)\b[^.;]*$")
"""What tells that something happened at the end of a time: `she did not sign it until Friday`."""
AHEAD = Pattern(
    r"(?i)\b(?:could|would|will|may|might|should|must|hopes?|due|until|deadline|put off|postponed)\b|\bby $"
)


@dataclass(frozen=True, kw_only=True)
class Happening:
    """What a time is of: what was done, by whom and to what, each None where it is a pronoun or not told.

    Attributes:
        verb: the verb itself, that says nothing of what was done where `did` is its noun: the call was made.
        person: whether a pronoun for a person did it, or somebody of that name.
    """

    did: str
    verb: str
    person: bool | None
    who: frozenset[str] | None
    what: frozenset[str] | None
    ahead: bool
    alone: bool
    """Whether it is done with no object."""


def find_rival_times(
    document: Document,
    spans: Sequence[Span],
    claims: Sequence[ClaimFinding],
    are_two: Callable[[int, int], bool],
) -> Iterator[Values]:
    """The clauses of each two times that two sources give for one happening.

    Args:
        spans: where times stand, in reading order.
        are_two: whether two of them, by their places, cannot both be right.
    """
    said = Said(claims)
    single = [span for span in spans if not _is_of_list(document, span)]
    told = [(span, by, happening) for span in single for by, happening in _told(document, span, said)]
    places = {span: place for place, span in enumerate(spans)}
    number = document.sentence_number
    for place, (span, by, happening) in enumerate(told):
        for before, first_by, first in map(told.__getitem__, range(place - 1, -1, -1)):
            apart = number(span[0]) - number(before[0])
            if apart > FURTHEST:
                break
            if (
                _are_two_sources(first_by, by)
                and _is_one(first, happening, apart)
                and not _is_of_another(first_by, first, happening)
                and not _is_of_another(by, happening, first)
                and are_two(places[before], places[span])
                and not AGAIN.search(document.quote(clause_around(document, span)))
            ):
                yield value_at(document, before), value_at(document, span)
                break


def are_of_two(document: Document, earlier: Span, later: Span) -> bool:
    """Whether two times are plainly of two happenings: of other things, once more, or one of several times."""
    if any(_is_of_list(document, span) for span in (earlier, later)):
        return True
    if AGAIN.search(document.quote(clause_around(document, later))):
        return True
    one = happening_at(document, earlier, sentence_of(document, earlier)[0])
    other = happening_at(document, later, sentence_of(document, later)[0])
    return one is not None and other is not None and sense(one.verb) == sense(other.verb) and differ(one, other)


def _is_of_list(document: Document, span: Span) -> bool:
    """Whether a time is one of several: `on Friday and Sunday`, `between 2 May and 4 May`."""
    before = document.text[max(0, span[0] - LOOKED_BACK) : span[0]]
    return bool(LISTED_BEFORE.search(before) or LISTED_AFTER.match(document.text, span[1]))


def _told(document: Document, span: Span, said: Said) -> Iterator[tuple[Given, Happening]]:
    """Who tells of what happened at a time, and what it was; nothing where that is not known."""
    by = given(document, span, said)
    if by.source is None:
        yield from _recorded(document, span)
        return
    happening = happening_at(document, span, by.content[0])
    ends = UNTIL.match(document.text, span[0]) and not NOT_YET.search(document.text[by.content[0] : span[0]])
    if happening is not None and not ends:
        yield by, happening


def _recorded(document: Document, span: Span) -> Iterator[tuple[Given, Happening]]:
    """What a paper records by its noun: `His diary shows a meeting with the donor on 7 March`."""
    start, end = document.sentence_at(span[0])
    match = RECORDED.search(document.text[start : span[0]])
    source = teller_before(document, start, start + match.start()) if match else None
    if match and source:
        did = match["noun"]
        what = frozenset([match["whom"].lower()]) if match["whom"] else None
        thing = Happening(did=sense(did), verb=did, person=None, who=None, what=what, ahead=False, alone=False)
        yield Given(source, (start + match.start(), end), own=False), thing


def happening_at(document: Document, span: Span, first: int) -> Happening | None:
    """What a time is of, told in words that begin at `first`; None where no verb says what was done."""
    token = root_of(document.phrase(span))
    for _ in range(MOST_STEPS):
        if token.pos_ == "VERB" or token.head.i == token.i or token.head.idx < first:
            break
        token = token.head
    passive = any(child.dep_ == "nsubj:pass" for child in token.children)
    if token.pos_ != "VERB" or (token.lemma_.lower() in words("discrepancies", "says") and not passive):
        return None
    verb = did = token.lemma_.lower()
    undergone = passive and sense(verb) != sense("tell")  # who was told is who learned
    who, what = _words_of(token, SUBJECTS), _words_of(token, OBJECTS)
    who, what = (None, who) if undergone else (who, what)
    noun = _child(token, (*SUBJECTS, *OBJECTS))
    if noun is None:
        return None
    if did in words("discrepancies", "empty_verbs") and noun.pos_ == "NOUN":
        did = noun.lemma_.lower()
    elif did in words("discrepancies", "empty_verbs") and noun.lower_ not in ("it", "they"):
        return None
    ahead = bool(AHEAD.search(document.text[max(first, span[0] - 60) : span[0]]))
    person = None if undergone else _is_person(token)
    alone = not passive and _child(token, OBJECTS) is None
    return Happening(did=sense(did), verb=verb, person=person, who=who, what=what, ahead=ahead, alone=alone)


def _child(verb: "Token", relations: tuple[str, ...]) -> "Token | None":
    return next((child for child in verb.children if child.dep_ in relations), None)


def _is_person(verb: "Token") -> bool | None:
    """Whether a pronoun for a person or a name is a verb's subject; None where it may be either."""
    subject = _child(verb, SUBJECTS)
    if (
        subject is None
        or (subject.pos_ == "PRON" and subject.lower_ not in PERSONS)
        or subject.lower_ in MAY_BE_PERSONS
    ):
        return None
    return subject.pos_ in ("PRON", "PROPN")


def _words_of(verb: "Token", relations: tuple[str, ...]) -> frozenset[str] | None:
    """The noun that is a verb's subject or object, and the words that say which."""
    noun = _child(verb, relations)
    if noun is None or noun.pos_ == "PRON":
        return None
    which = (
        child for child in noun.children if child.dep_ in ("amod", "nummod", "compound", "nmod:poss", "nmod", "flat")
    )
    return frozenset(sense(PLURAL.sub("", token.lemma_.lower())) for token in (noun, *which))


def _are_two_sources(one: Given, other: Given) -> bool:
    """Whether two sources are two, and do not each tell of what they did."""
    mine, theirs = one.source or "", other.source or ""
    return not (one.own and other.own) and mine not in theirs and theirs not in mine


def _is_of_another(by: Given, mine: Happening, other: Happening) -> bool:
    """Whether one source tells of what it did itself and the other of what somebody else did, by name or noun."""
    itself = by.own and mine.who is None
    return itself and other.who is not None and other.who.isdisjoint(re.split(r"[ -]", by.source or ""))


def differ(one: Happening, other: Happening) -> bool:
    """Whether two happenings are of other people or things: `it opened in May`, `it opened a shop in July`."""
    pairs = [(one.who, other.who), (one.what, other.what)]
    brings_object = one.alone and not other.alone and other.what is not None and one.verb == other.verb
    return brings_object or any(mine and theirs and mine != theirs for mine, theirs in pairs)


def _is_one(one: Happening, other: Happening, apart: int) -> bool:
    """Whether two sources tell of one happening: the same done by the same to the same, as far as both say."""
    same = one.did == other.did or (one.verb == other.verb and apart <= 1 and None in (one.person, other.person))
    if not same or one.ahead != other.ahead or {one.person, other.person} == {True, False}:
        return False
    pairs = [(one.who, other.who), (one.what, other.what)]
    if differ(one, other):
        return False
    return apart <= NEAREST or any(mine and mine == theirs for mine, theirs in pairs)
