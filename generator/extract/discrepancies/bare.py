"""Extraction's last look, bare figures: a figure without a noun comes in, whether it gives another's value goes out.

`The inquiry heard of 14 deaths. The trust counted nine.` but not `… The trust employs nine.`
"""

import re

from generator.extract.discrepancies.clauses import clause_around, sentence_of
from generator.extract.discrepancies.corrections import ABOUT, BARE, ENDS, ITS, LOOKED_BACK
from generator.extract.discrepancies.figures import Figure
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern

OWN_BEFORE = Pattern(r"(?:[A-Z]\w*|\b(?:on|for|age|aged|by|to|from|as)) $")
IT_WAS = Pattern(
    rf"\b(?:it|they|this|that|these|those) (?:(?:has|have|had|would|could|will) )?(?:be|been|was|were|is|are) {ABOUT}$",
    re.IGNORECASE,
)
DID = Pattern(r" (?:did|do|does|had|have|has|were|are|was|is)(?=[.;,!?’”\"'])")
LEFT_OUT = Pattern(
    r"^[^.;]*?[,;] (?:but |and |while |whereas |though )?(?P<who>(?:[\w’'-]+ ){0,5}?[\w’'-]+),? "
    rf"(?:(?:at|as|said|says) )?{ABOUT}$"
)
STEM = 4
"""Letters by which two forms of a verb are known to be of one verb."""


def gives_value(document: Document, one: Figure, figure: Figure, content: Span) -> bool:
    """Whether a bare figure stands for as many of what an earlier one counts.

    Args:
        content: the words that the figure's source is given with.
    """
    if figure.noun is not None:
        return False
    if DID.match(document.text, figure.span[1]):
        return True
    if not ENDS.match(document.text, figure.span[1]):
        return False
    start = max(sentence_of(document, figure.span)[0], figure.span[0] - LOOKED_BACK)
    before = document.text[start : figure.span[0]]
    alone = re.fullmatch(ABOUT, document.text[content[0] : figure.span[0]].strip("“\"‘' ") + " ", re.IGNORECASE)
    if alone or BARE.search(before) or IT_WAS.search(before):
        return True
    verb = ITS.search(before)
    return bool(verb) and verb["verb"][:STEM] in document.quote(clause_around(document, one.span))


def left_out(document: Document, one: Figure, figure: Figure) -> bool:
    """Whether another source's figure follows in the same sentence, its verb left out: `…, police at 1,200`."""
    if figure.noun is not None or not ENDS.match(document.text, figure.span[1]):
        return False
    match = LEFT_OUT.match(document.text[one.span[1] : figure.span[0]])
    return bool(match) and bool(set(match["who"].lower().split()) & TELLERS)


TELLERS = words("acts", "unnamed") | words("acts", "papers") | words("acts", "bodies")
"""Words for who or what gives a figure."""
