"""Extraction of events, clauses: a verb comes in, its clause's edges, and whether it is whole, go out."""

import re
from collections.abc import Iterable

from generator.extract.calendar_names import MONTH, WEEKDAY
from generator.extract.lexicon import words
from generator.extract.tokens import Token

JOINTS = words("events", "joints")
CLOSING_JOINTS = JOINTS - {"that", "as", "who", "which", "whose", "where"}
OPENERS = words("events", "openers") | frozenset(",–—-:;\"'“‘)(")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOT_PAST = frozenset({"VBZ", "VBP", "VBG", "VB"})
RELATIVES = frozenset({"who", "whom", "which", "that"})
A_DAY = re.compile(rf"{WEEKDAY}|{MONTH}")
HOW_LONG = words("events", "how_long")
"""How long before or after something else, which is told behind the clause: `resigned minutes before`."""


def edges(sentence: range, verb: "Token") -> tuple[int, int]:
    """The first and last token of a verb's clause, by punctuation and joints, whatever the parse says."""
    first, subject_ends, aside = verb.i, verb.i, False
    while first > sentence.start and not (not aside and _opens(verb.doc[first - 1], subject_ends)):
        first -= 1
        if verb.doc[first].text == "," and not _is_list_comma(verb.doc[first]):
            aside = not aside and verb.doc[first + 1].lower_ not in JOINTS
            subject_ends = first
    while first < verb.i and verb.doc[first].lower_ in OPENERS:
        first += 1
    last = verb.i + 1
    while last < sentence.stop and not _closes(verb.doc[last]):
        last += 1
    while last > verb.i + 1 and _is_left_over(verb.doc[last - 1]):
        last -= 1
    return first, last


def with_subject(verb: "Token", first: int) -> int:
    """Where a clause begins whose subject is a list, all of it: `[Police, aides and] members of the board resigned`."""
    subject = _subject_of(verb)
    if subject is None or subject.i >= first or subject.lower_ in RELATIVES:
        return first
    between, opens = verb.doc[subject.i : first], subject.left_edge.i
    if any(token.tag_ in FINITE or token.text in (";", ":") for token in between) or verb.doc[opens].is_punct:
        return first
    return opens


def is_part(verb: "Token", first: int) -> bool:
    """Whether a clause tells no more than part of another: `families of the men who died`, `the 34 killed in May`."""
    subject = _subject_of(verb)
    if subject is None:
        undone = (
            verb.dep_ == "acl"
            and verb.tag_ != "VBG"
            and not any(child.dep_.startswith("aux") for child in verb.children)
        )
        return undone or verb.doc[first].pos_ == "ADP"
    if subject.lower_ not in RELATIVES:
        return verb.dep_ == "acl:relcl" and first > 0 and verb.doc[first - 1].lower_ in RELATIVES
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.doc[first].pos_ == "ADP":
        return True  # "In his letter, which was read today"
    whom = verb.head if verb.dep_ == "acl:relcl" else verb
    if whom.i < first:
        return True
    told = next((token for token in (whom, *whom.ancestors) if token.pos_ in ("VERB", "AUX")), None)
    return told is not None and first <= told.i < verb.i and told.tag_ in NOT_PAST


def _subject_of(verb: "Token") -> "Token | None":
    """A verb's subject, or that of the verb that it is joined to."""
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubj:pass")), None)
    return _subject_of(verb.head) if subject is None and verb.dep_ == "conj" and verb.head.i < verb.i else subject


def _is_left_over(token: "Token") -> bool:
    """Whether a clause's last word is a mark, or tells how long before what comes next: "resigned minutes before"."""
    at = token.i + 2 if token.pos_ in ("NUM", "DET") else token.i + 1
    how_long = at < len(token.doc) and token.doc[at].lower_ in ("before", "after")
    when = token.i > 0 and token.nbor(-1).lower_ in ("last", "that", "this")  # "in January of last year"
    how_long = how_long and token.doc[at - 1].lower_ in HOW_LONG and not when
    return token.is_space or token.is_punct or how_long


def _opens(token: "Token", end: int) -> bool:
    """Whether a clause may begin after a token, where its subject can stand no later than an end before its verb."""
    if token.text in {";", ":", "–", "—", "--"} or (token.is_space and "\n" in token.text):
        return True
    if token.text == ",":
        return not _is_list_comma(token) and has_subject(token.doc[token.i + 1 : end])
    return token.lower_ in JOINTS and has_subject(token.doc[token.i + 1 : end])


def _closes(token: "Token") -> bool:
    """Whether a clause ends before a token that stands after its verb."""
    if token.text in {".", ";", ":", "–", "—", "!", "?"} or (token.is_space and "\n" in token.text):
        return True
    if token.text == ",":
        return not _is_list_comma(token)
    return token.lower_ in CLOSING_JOINTS


def has_subject(words: "Iterable[Token]") -> bool:
    """Whether a noun or pronoun stands among words; a day is none."""
    named = (token for token in words if token.tag_ not in ("WDT", "WP") and not A_DAY.fullmatch(token.text))
    return any(token.pos_ in ("NOUN", "PROPN", "PRON") for token in named)


def _is_list_comma(token: "Token") -> bool:
    """Whether a comma stands between names or figures rather than clauses."""
    if token.i == 0 or token.i + 1 >= len(token.doc):
        return True
    return token.nbor(-1).pos_ == "NUM" and token.nbor().pos_ in ("NUM", "PROPN")
