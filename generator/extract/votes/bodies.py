"""Extraction of votes: a clause comes in, the body that votes goes out, as an id where the article names it."""

import re
from dataclasses import dataclass
from functools import cache

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.votes.cues import words
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


@cache
def _bodies() -> re.Pattern[str]:
    nouns = words([*lexicon("votes")["bodies"], *lexicon("votes")["members"]])
    name = r"(?:[A-ZÀ-Þ][\w’'.&-]*|of|and|the|U\.S\.|on|for)"
    plain = r"(?:full|local|joint|select|executive|scrutiny|planning|party|county|city|town|state|school|governing|home|public|foreign|health|defence|education|trade|transport|rural|affairs|accounts|ethics|standards|justice|central|national|cross-party|rival|same|new|old|first|second|divided|appeals?|delegated|legislation|constituency|steering|overview|union|police|crime|\d+-member|finance|environment|house|senate|and)"
    return re.compile(
        rf"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s)?(?:\b[A-ZÀ-Þ][\w’'.&-]*\s(?:{name}\s)*?)?(?:\b{plain}\s){{0,4}}\b(?i:{nouns})\b(?:(?:\sof|\sfor|(?<=ommittee)\son|\sat)\s(?:the\s)?[A-ZÀ-Þ][\w’-]*(?:\s(?:and\s)?[A-ZÀ-Þ][\w’-]*)*)?"
    )


SUBJECT = 40
QUANTIFIED = re.compile(
    rf"(?i:(?:\b{NUMBER}|\b(?:several|some|many|few|most|rebel|as many as|each)))(?: of)?(?: the| his| her| their)?(?: \w+){{0,2}}\s*$"
)


def find_bodies(document: Document, cast: Cast, span: Span) -> list[Body]:
    """Bodies that a stretch of the article names, in order; part of a body ("nine Labour MPs") is none."""
    text = document.quote(span)
    found = []
    for match in _bodies().finditer(text):
        if QUANTIFIED.search(text[max(0, match.start() - 30) : match.start()]) or QUANTIFIED.match(match.group()):
            continue
        place = (span[0] + match.start(), span[0] + match.end())
        found.append(Body(place, match.group(), _entity(cast, place, match.group())))
    return found


def _entity(cast: Cast, place: Span, phrase: str) -> str | None:
    """The organization that the phrase names or whose members it means."""
    inside = [m.entity for m in cast.within(place) if m.entity and m.entity.startswith("org-")]
    last = phrase.split()[-1].casefold()
    plain = fold(re.sub(r"^(?:the|its|his|her|their|a|an)\s", "", phrase, flags=re.IGNORECASE))
    if inside and last not in ("mps", "peers", "members", "councillors", "senators", "committee", "panel", "board"):
        return inside[-1]
    for organization in cast.organizations:
        if any(fold(form) == plain for form in organization.forms):
            return organization.id
    return _house_of(cast, plain)


def _house_of(cast: Cast, members: str) -> str | None:
    """The one house in the cast whose members a word means: "MPs" are the House of Commons where the article names it."""
    names = lexicon("votes")["members"].get(members, [])
    for name in names:
        for organization in cast.organizations:
            if any(fold(form) == fold(name) for form in organization.forms):
                return organization.id
    return None


def voting_body(bodies: list[Body], clause: Span, cue: int) -> Body | None:
    """Of the bodies of a sentence, the one that votes: a house or committee in the clause before the cue, else after it.

    A common noun ("people", "the party") is one only as the subject, right before the cue.
    """
    fitting = [body for body in bodies if is_legislature(body) or body.entity or 0 <= cue - body.span[1] < SUBJECT]
    fitting = [
        body
        for body in fitting
        if body.words[0].isupper()
        or body.words[:3] in ("the", "its", "his", "her")
        or body.entity
        or 0 <= cue - body.span[1] < SUBJECT
    ]

    def rank(body: Body) -> tuple[bool, bool, bool, int]:
        inside = clause[0] <= body.span[0] < clause[1]
        return (not inside, not is_legislature(body), body.span[0] > cue, abs(body.span[0] - cue))

    return min(fitting, key=rank, default=None)


def is_legislature(body: Body) -> bool:
    """Whether a body is of the kind that votes on motions as its work."""
    return any(word in lexicon("votes")["legislatures"] for word in re.findall(r"[\wáéíóú]+", body.words.casefold()))


def is_court(body: Body) -> bool:
    """Whether a body is a bench of judges."""
    return re.search(r"\b(?:court|bench|judges|justices)\b", body.words, re.IGNORECASE) is not None
