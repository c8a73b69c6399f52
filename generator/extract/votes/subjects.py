"""Extraction of votes: a cue in its sentence comes in, who does it goes out: a person, a part of a body, or neither."""

import re
from enum import StrEnum
from functools import cache

from generator.extract.cast import Cast, MentionKind
from generator.extract.document import Document, span_of
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.tokens import Token
from generator.extract.votes.cue import Cue, words
from generator.extract.votes.motion import BY_ALL
from generator.extract.votes.stops import DATE
from generator.model.words import Classification

CLIMBS = 4  # verbs between one in a row ("met and rejected") and the subject of the first
PASSIVE = frozenset(["nsubj:pass", "nsubjpass", "aux:pass", "auxpass"])
BEFORE_HEAD = frozenset(["det", "amod", "compound", "nmod:poss", "nummod", "flat"])
VOTES = frozenset(["vote", "decide", "divide"])
LONGEST_PHRASE = 60
NO_PHRASE = Pattern(r"[,;:()\n]")
NEAR = 12  # characters between a name and the verb it is the subject of: "Ms Teale, who", "Labour had"
REACH = 90
BETWEEN = (
    r"(?:\s\([^()]{1,30}\))?(?:\s+(?:had|has|have|was|were|are|is|been|also|all|himself|herself|themselves|never|previously|then|both|each"
    r"|once|twice|\w+ly))*\s*$"
)
PRONOUN = Pattern(rf"\b(?:I|he|she|who|you|one|none|both|each|others)\b{BETWEEN}", re.IGNORECASE)
ONE_PERSON = Pattern(
    r"\b(?:gentleman|lady|minister|mayor|chair|chairman|chairwoman|leader|senator|congress(?:man|woman)|councillor|councilor|MP|peer|judge"
    rf"|member|deputy|premier|president|governor|speaker|secretary|chancellor|republican|democrat|spokes(?:man|woman|person)|spokesperson){BETWEEN}",
    re.IGNORECASE,
)
# What a country does in a vote with others, and no house with its own: "voted against".
SIDED = Pattern(r"\b(?:vot(?:ed|ing) (?:for|against|in favou?r))\b", re.IGNORECASE)
PLURAL = Pattern(rf"\b(?:they|we|all)\b{BETWEEN}", re.IGNORECASE)
GAP = Pattern(
    r"(?:['’]s?)?(?:\s\([^()]{1,30}\))?,?(?:\s*(?:who|had|has|have|also|all|then|both|each|never|himself|herself|\w+ly|MPs?|members?|peers?|TDs?|M[SE]Ps?|MLAs?|[Ss]enators?|deputies|[Cc]ouncill?ors?)\b)*\s*$"
)


# What is told of a subject between dashes, before its verb: "Three Greens – Ann Heron and two others – voted".
IN_DASHES = Pattern(r" [–—-] [^–—]{3,200} [–—-] ")
FAR = 300
# A day, whose number counts nobody: "MPs on 25 September voted".
A_DATE = Pattern(rf" {DATE}(?: |$)")
# Before the members of one side: "all Democratic [senators]".
ALL_OF = Pattern(r"\b[Aa]ll (?:the )?[A-Z][\w’'-]+ $")


class Subject(StrEnum):
    """Who votes: one person, some of those who vote (a party, nine members), or nobody of whom that is plain."""

    PERSON = "person"
    PART = "part"
    OPEN = "open"


def subject_head(document: Document, span: Span) -> Span | None:
    """Where the head noun of the subject of an active verb stands, as the parse has it, or None."""
    head = _subject(document, span)
    return None if head is None else span_of(head)


def does_nothing(document: Document, span: Span) -> bool:
    """Whether what stands before a verb is what it is done to: "was carried", or without an object "fell"."""
    verb = _verb(document, span)
    if verb is None:
        return False
    parts = {child.dep_ for child in verb.children}
    return bool(parts & PASSIVE) or ("nsubj" in parts and "obj" not in parts)


def has_object(document: Document, span: Span) -> bool:
    """Whether a verb has something that it is done to after it: "rejected calls for a count"."""
    verb = _verb(document, span)
    return verb is not None and any(child.dep_ == "obj" for child in verb.children)


def thing_done_to(document: Document, span: Span) -> str | None:
    """The noun for what a verb is done to, or None."""
    verb = _verb(document, span)
    return None if verb is None else next((child.text for child in verb.children if child.dep_ == "obj"), None)


def voting_subject(document: Document, span: Span) -> Span | None:
    """Where the subject of a verb of voting stands, from its first word to what it is of: "members of the Guild"."""
    head, verb = _subject(document, span), _verb(document, span)
    if head is None or verb is None or head.pos_ not in ("NOUN", "PROPN") or verb.lemma_ not in VOTES:
        return None
    first = min([head, *(child for child in head.lefts if child.dep_ in BEFORE_HEAD)], key=lambda token: token.i)
    owner = next((child for child in head.rights if child.dep_ == "nmod"), None)
    last = max(owner.subtree, key=lambda token: token.i) if owner else head
    start, end = span_of(min(first.subtree, key=lambda token: token.i))[0], span_of(last)[1]
    words = document.quote((start, end))
    return (start, end) if len(words) <= LONGEST_PHRASE and not NO_PHRASE.search(words) else span_of(head)


def _subject(document: Document, span: Span) -> "Token | None":
    verb = _verb(document, span)
    for _ in range(CLIMBS):
        if verb is None:
            return None
        if subject := next((child for child in verb.children if child.dep_ == "nsubj"), None):
            return subject
        joined = verb.dep_ in ("conj", "xcomp") or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
        verb = verb.head if joined and not any(c.dep_ in PASSIVE for c in verb.children) else None
    return None


def _verb(document: Document, span: Span) -> "Token | None":
    """The full verb in a span ("will vote"), the one that its auxiliary is of, or that "after voting" goes with."""
    phrase = document.phrase(span)
    tokens = [token for token in phrase if token.pos_ in ("VERB", "AUX")]
    if not tokens and phrase[0].dep_ == "obl" and phrase[0].head.pos_ == "VERB":
        return phrase[0].head
    full = next((token for token in tokens if token.pos_ == "VERB"), None)
    return full or next((token.head if token.dep_ in ("aux", "cop") else token for token in tokens), None)


def subject_of(document: Document, cast: Cast, text: str, start: int, cue: Cue) -> Subject:
    """Who does what a cue tells.

    Args:
        text: the sentence.
        start: where it stands in the article.
    """
    subject = _subject_by_words(cast, text, start, cue)
    if subject is Subject.OPEN and (head := subject_head(document, (start + cue.span[0], start + cue.span[1]))):
        if document.quote(head).casefold() in lexicon("votes")["partisans"]:
            return Subject.PART
        if ALL_OF.search(document.quote((max(start, head[0] - REACH), head[0]))):
            return Subject.PART
        near = cast.at(head[0]) if text[slice(*cue.span)].casefold().startswith("voting") else None
        people = [m for m in (near, *cast.within(head)) if m and (m.entity or "").startswith("per-")]
        return Subject.PERSON if people or ONE_PERSON.search(document.quote(head)) else subject
    if subject is Subject.OPEN and (apposed := _apposed(document, (start + cue.span[0], start + cue.span[1]))):
        near = cast.at(apposed.idx)
        return Subject.PERSON if near and (near.entity or "").startswith("per-") else subject
    return subject


def _apposed(document: Document, span: Span) -> "Token | None":
    """Who stands before an aside and a verb that the parse has as said of them: "Mr Ames, a Green, rejected"."""
    verb = _verb(document, span)
    if verb is not None and verb.dep_ == "conj":
        verb = verb.head
    head = verb.head if verb is not None and verb.dep_ in ("acl", "appos") else None
    aside = head is not None and verb is not None and any(t.text == "," for t in head.doc[head.i : verb.i])
    return head if aside else None


def _subject_by_words(cast: Cast, text: str, start: int, cue: Cue) -> Subject:
    before = IN_DASHES.sub(" ", text[max(0, cue.span[0] - FAR) : cue.span[0]])
    before = A_DATE.sub(" ", before[-REACH:])
    if PRONOUN.search(before) or ONE_PERSON.search(before):
        return Subject.PERSON
    if PLURAL.search(before) or _part().search(before):
        return Subject.PART
    return _named(cast, text, start, cue)


def _named(cast: Cast, text: str, start: int, cue: Cue) -> Subject:
    """The person, party or, where it takes a side, country whose name stands right before the cue."""
    at = start + cue.span[0]
    sided = SIDED.search(text[slice(*cue.span)]) is not None and BY_ALL.search(text) is None
    near = [m for m in cast.within((max(start, at - REACH), at)) if m.entity or (sided and m.kind is MentionKind.NAME)]
    if not near or not GAP.fullmatch(text[near[-1].span[1] - start : cue.span[0]]):
        return Subject.OPEN
    entity = near[-1].entity
    if entity is None:
        return Subject.PART
    if entity.startswith("per-"):
        against = _against_whom().search(text, 0, near[-1].span[0] - start)
        return Subject.OPEN if against else Subject.PERSON
    kinds = {organization.id: organization.classification for organization in cast.organizations}
    return Subject.PART if kinds.get(entity) is Classification.PARTY else Subject.OPEN


@cache
def _against_whom() -> Pattern:
    """What is voted on, before the name and title of whom it is about: "a motion of no confidence in Premier"."""
    kinds = rf"(?:{words(['motion', 'vote', 'resolution', 'censure', 'bill', 'petition'])})"
    return Pattern(
        rf"\b{kinds}(?: (?:of|to) [\w-]+(?: confidence)?)? (?:in|against|on|about)(?: (?:the )?(?:[A-Z][\w.’'-]* )*)?$"
        rf"|\b{kinds} (?:in|against) (?:[\w’'.-]+ ){{1,4}}$"
    )


@cache
def _part() -> Pattern:
    """Part of a body: counted members, or those of a party; up to the verb with no comma between."""
    members = words([*lexicon("votes")["members"], *lexicon("votes")["partisans"], "members", "votes", "of them"])
    long = r"(?! (?:hour|day|night|week|month|year)s?\b)"  # "two weeks ago the council voted"
    some = rf"(?:(?!(?:19|20)\d\d\b){NUMBER}{long}|[\d.]+ per ?cent|several|some|many|few|most|rebel|only|every|other"
    some += r"|another|a handful of|(?:less|fewer|more) than half|half|a (?:third|quarter))"
    some += r"|both(?! (?:the|houses|chambers|sides)\b)"
    return Pattern(
        rf"\b(?:(?:{some}\b|[\d.]+ ?%)(?:(?! (?:when|after|before|that|as|while|if) )[^,.;:()]){{0,60}}"
        rf"|(?:{words(lexicon('votes')['partisans'])})(?: (?:{members}))?){BETWEEN}",
        re.IGNORECASE,
    )
