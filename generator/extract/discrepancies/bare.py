"""Extraction's last look, bare figures: a figure without a noun comes in, whether it gives another's value goes out.

`The inquiry heard of 14 deaths. The trust counted nine.` but not `… The trust employs nine.`
"""

import re

from generator.extract.discrepancies.clauses import clause_around, sentence_of
from generator.extract.discrepancies.corrections import ABOUT, ENDS, ITS, LOOKED_BACK, WOULD, told_of
from generator.extract.discrepancies.figures import Figure
from generator.extract.discrepancies.givers import QUOTES, TELLERS, Given
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.patterns import Pattern

IT_WAS = Pattern(
    rf"\b(?:it|they|this|that|these|those) (?:(?:has|have|had|would|could|will) )?(?:be|been|was|were|is|are) {ABOUT}$",
    re.IGNORECASE,
)
DID = Pattern(r" (?:did|do|does|had|have|has|were|are|was|is)(?=[.;,!?’”\"'])")
LEFT_OUT = Pattern(
    r"^[^.;]*?[,;] (?:but |and |while |whereas |though )?(?P<who>(?:[\w’'-]+ ){0,5}?[\w’'-]+),? "
    rf"(?:(?:at|as|said|says) )?{ABOUT}$"
)
ACCORDING = Pattern(rf",? according to [^,.;]+?,? (?:and|but|while) {ABOUT}", re.IGNORECASE)
ACCORDING_NEXT = Pattern(r",? according to ")
JUST = Pattern(rf"(?:there (?:were|was|are|is|had been|have been) ?)?(?:{one_of('about')}[, ]*)*", re.IGNORECASE)
THERE = Pattern(r"(?: (?:were|are) there)?[”\"’'.,;: ]*")
OF_PERSON = Pattern(r"(?i)\b(?:him|her|me|us|them|my|our|his|their)\b")
STEM = 4
"""Letters by which two forms of a verb are known to be of one verb."""


def gives_value(document: Document, one: Figure, figure: Figure, by: Given) -> bool:
    """Whether a bare figure stands for as many of what an earlier one counts.

    Args:
        by: who gives the figure, and in which words.
    """
    if is_all_of(document, figure, by.content):
        return figure.noun in (None, one.noun)
    if figure.noun is not None:
        return False
    if DID.match(document.text, figure.span[1]):
        return True
    if not ENDS.match(document.text, figure.span[1]):
        return False
    start = max(sentence_of(document, figure.span)[0], figure.span[0] - LOOKED_BACK)
    before = document.text[start : figure.span[0]]
    verb = ITS.search(before)
    if verb and WOULD.search(verb.group()) and not WOULD.search(document.quote(clause_around(document, one.span))):
        return False
    if verb and not IT_WAS.search(before):
        return not by.own and verb["verb"][:STEM] in document.quote(clause_around(document, one.span))
    told = told_of(document, figure)
    return bool(IT_WAS.search(before)) or (told is not None and told[0] in ("", "it", "them"))


def opens(document: Document, figure: Figure, content: Span) -> bool:
    """Whether what a source is given with begins with a figure, and is of no person that a pronoun means."""
    before = document.text[content[0] : figure.span[0]].strip(QUOTES)
    return bool(JUST.fullmatch(before)) and not OF_PERSON.search(document.text[figure.span[1] : content[1]])


def is_all_of(document: Document, figure: Figure, content: Span) -> bool:
    """Whether a source is given with a figure and no other words but `there were`."""
    before = document.text[content[0] : figure.span[0]].strip(QUOTES)
    return bool(JUST.fullmatch(before)) and bool(THERE.fullmatch(document.text[figure.span[1] : content[1]]))


def left_out(document: Document, one: Figure, figure: Figure) -> bool:
    """Whether another source's figure follows in the same sentence, its verb left out: `…, police at 1,200`."""
    if figure.noun is not None or not ENDS.match(document.text, figure.span[1]):
        return False
    between = document.text[one.span[1] : figure.span[0]]
    if ACCORDING.fullmatch(between) and ACCORDING_NEXT.match(document.text, figure.span[1]):
        return True
    match = LEFT_OUT.match(between)
    return match is not None and match["who"].lower().split()[-1] in TELLERS
