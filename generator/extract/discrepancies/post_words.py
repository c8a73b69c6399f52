"""Extraction's last look, words of posts: a title comes in, what it says goes out."""

import re

from generator.extract.discrepancies.wording import one_of
from generator.extract.findings import RoleFinding, Span
from generator.extract.patterns import Pattern
from generator.model.ids import fold

CHAIR = Pattern(r"chair(?:man|woman|person)\b")
SENSE = Pattern(r"[a-z]{4,}")
LESSER = Pattern(r"(?i)^(?:the |its |current )?(?:deputy|vice|assistant|under|associate|leas(?=-))[ -]")
OPENING = Pattern(r"(?i)^(?:(?:the|its|her own|his own|own|former|current|then)\b|ex-)\s*")
BODY = Pattern(r" (?:of|for) (?:the )?")
RANK = r"(?:[Ss]ecretary(?: of [Ss]tate)?|[Mm]inister)"
PORTFOLIO = Pattern(
    rf"(?P<before>(?:[A-Z][\w’'-]+ (?:and |& )?){{1,3}})(?P<rank>{RANK})\b(?! (?:of|for|General|general)\b)"
    rf"|(?P<first>{RANK}) (?:of|for) (?:the )?(?P<after>[A-Z][\w’'-]+(?: and [A-Z][\w’'-]+)?)"
)
NOT_THE_POST = Pattern(rf"\b{one_of('not_the_post')}\b", re.IGNORECASE)
TAKEN = Pattern(rf"\b{one_of('post_taken')}\b", re.IGNORECASE)
CHANGED = Pattern(rf"\b(?:{one_of('post_left')}|{one_of('post_taken')})\b", re.IGNORECASE)


def is_lesser(title: str) -> bool:
    """Whether a title is that of somebody's deputy."""
    return LESSER.match(title) is not None


def senses_of(title: str) -> set[str]:
    """The words of a title that say what it is, a chair's in one form."""
    return {CHAIR.sub("chair", word) for word in SENSE.findall(fold(title))} - {"former", "current"}


def post_of(role: RoleFinding) -> str:
    """A title without the body that it is of."""
    return BODY.split(OPENING.sub("", role.role), maxsplit=1)[0].strip()


def meet(one: Span, other: Span) -> bool:
    """Whether two places have letters in common."""
    return one[0] < other[1] and other[0] < one[1]
