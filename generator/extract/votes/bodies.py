"""Extraction of votes: a clause comes in, the body that votes goes out, as an id where the article names it."""

import re
from dataclasses import dataclass
from functools import cache

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.votes.cue import words
from generator.model.ids import fold


@dataclass(frozen=True)
class Body:
    """A body as a clause names it: where, its words, and the id of the organization if the article names one."""

    span: Span
    words: str
    entity: str | None = None

    @property
    def reference(self) -> str:
        """The id where there is one, else the words."""
        return self.entity or self.words

    def may_be(self, other: "Body") -> bool:
        """Whether two phrases may name one body: one id, or one head noun where an id is wanting."""
        if self.entity and other.entity:
            return self.entity == other.entity
        return self.words.split()[-1].casefold() == other.words.split()[-1].casefold()


@cache
def _bodies() -> re.Pattern[str]:
    nouns = words([*lexicon("votes")["bodies"], *lexicon("votes")["members"]])
    name = r"(?:[A-ZÀ-Þ][\w’'.&-]*|of|and|the|U\.S\.|on|for)"
    plain = (
        r"(?:full|local|joint|select|executive|scrutiny|planning|party|county|city|town|state|school"
        r"|governing|home|public|foreign|health|defence|education|trade|transport|rural|affairs|accounts|ethics|standards|justice|central|national|cross-party|rival|same|new|old|first|second|divided|appeals?|delegated|legislation|constituency|steering|overview|union|police|crime|\d+-member|finance|environment|house|senate|and)"
    )
    return re.compile(
        rf"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s)?(?:\b[A-ZÀ-Þ][\w’'.&-]*\s(?:{name}\s)*?)?(?:\b{plain}\s){{0,4}}\b(?i:{nouns})\b(?:(?:\sof|\sfor|(?<=ommittee)\son|\sat)\s(?:the\s)?[A-ZÀ-Þ][\w’-]*(?:\s(?:and\s)?[A-ZÀ-Þ][\w’-]*)*)?"
    )


SUBJECT = 40
PARTS = frozenset(["mps", "peers", "members", "councillors", "senators", "committee", "panel", "board"])
QUANTIFIED = re.compile(
    rf"(?i:(?:\b{NUMBER}|\b(?:several|some|many|few|most|rebel|as many as|each)))(?: of)?(?: the| his| her|"
    rf" their)?(?: \w+){{0,2}}\s*$"
)


def find_bodies(document: Document, cast: Cast, span: Span) -> list[Body]:
    """Bodies that a stretch of the article names, in order; part of a body ("nine Labour MPs") is none."""
    text = document.quote(span)
    found = []
    for match in _bodies().finditer(text):
        if QUANTIFIED.search(text[max(0, match.start() - 30) : match.start()]) or QUANTIFIED.match(match.group()):
            continue
        place = (span[0] + match.start(), span[0] + match.end())
        found.append(_body(document, cast, place, match.group()))
    return found


def _body(document: Document, cast: Cast, place: Span, phrase: str) -> Body:
    """A phrase with the organization that it names or whose members it means."""
    last = phrase.split()[-1].casefold()
    plain = fold(re.sub(r"^(?:the|its|his|her|their|a|an)\s", "", phrase, flags=re.IGNORECASE))
    if organization := _named(cast, plain):
        return Body(place, phrase, organization)
    inside = [m.entity for m in cast.within(place) if m.entity and m.entity.startswith("org-")]
    if inside and last not in PARTS:
        return Body(place, phrase, inside[-1])
    houses = lexicon("votes")["members"].get(plain, [])
    in_cast = next((found for house in houses if (found := _named(cast, fold(house)))), None)
    in_text = next((house for house in houses if house in document.text), phrase)
    return Body(place, in_text, in_cast)


def _named(cast: Cast, plain: str) -> str | None:
    """The organization that has a folded name among its forms."""
    return next((o.id for o in cast.organizations if any(fold(form) == plain for form in o.forms)), None)


def voting_body(bodies: list[Body], clause: Span, cue: int, *, brings: bool, election: bool) -> Body | None:
    """Of the bodies of a sentence, the one that votes: in the clause before the cue, then after it, then outside it.

    Who brings a motion does not vote as a body, and a common noun ("the party") is one only right before the cue. In
    an election only that subject, or who stands after "by", votes.
    """

    def subject(body: Body) -> bool:
        return not brings and 0 <= cue - body.span[1] < SUBJECT

    def fits(body: Body) -> bool:
        named = body.words[0].isupper() or body.entity is not None or body.words.startswith("the ")
        house = is_legislature(body) and named and not (brings and body.span[0] < cue)
        return subject(body) or (house and not election)

    def rank(body: Body) -> tuple[bool, bool, bool, int]:
        inside = clause[0] <= body.span[0] < clause[1]
        return (not inside, not is_legislature(body), body.span[0] > cue, abs(body.span[0] - cue))

    return min(filter(fits, bodies), key=rank, default=None)


def is_legislature(body: Body) -> bool:
    """Whether a body is of the kind that votes on motions as its work."""
    return any(word in lexicon("votes")["legislatures"] for word in re.findall(r"[\wáéíóú]+", body.words.casefold()))


def is_court(body: Body) -> bool:
    """Whether a body is a bench of judges."""
    return re.search(r"\b(?:court|bench|judges|justices)\b", body.words, re.IGNORECASE) is not None
