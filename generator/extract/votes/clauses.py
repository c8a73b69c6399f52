"""Extraction of votes: a sentence comes in, the stretches that each tell of one vote go out."""

import re
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.findings import Span
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern

WORDED = (
    rf", (?:(?:just|only|barely) )?(?:{NUMBER}|an?) \w+ (?:after|before)\b"
    r"|,? (?:and|but|while|when|after|before|as|although|though|which|who|whose|having)\b"
)
# Where one telling may end and the next begin.
JOINT = Pattern(rf"; |: | [–—-] |{WORDED}|, with\b|, ")
BEGINS = Pattern(r",? (?:and|but|while) (?:the|an?|another|its|his|her|their|one)\b")
RELATIVE = Pattern(r", (?:which|who|whose)\b")
STRONG = Pattern(r"; |: | [–—] ")


@dataclass(frozen=True)
class Clause:
    """A stretch of a sentence: its words, where it stands in the article, and the sentence that holds it."""

    text: str
    start: int
    sentence: Span

    @property
    def span(self) -> Span:
        """Where the stretch stands in the article."""
        return (self.start, self.start + len(self.text))


def split(text: str, start: int, anchors: list[Span]) -> list[Clause]:
    """Cut a sentence so that each anchor (what tells of one vote) has a stretch of its own.

    Args:
        text: the sentence.
        start: where it stands in the article.
        anchors: what must be kept apart, in order, as offsets into the sentence.
    """
    sentence = (start, start + len(text))
    cuts = [0]
    for before, after in pairwise(anchors):
        joints = [m.start() for m in JOINT.finditer(text, before[1], max(before[1], after[0]) + 1)]
        cuts.append(_best(text, joints, after[0]))
    cuts.append(len(text))
    return [
        Clause(text[first:last], start + first, sentence) for first, last in pairwise(cuts) if text[first:last].strip()
    ]


def _best(text: str, joints: list[int], after: int) -> int:
    """The joint where the second telling begins: the last strong one, else the last, else the anchor itself."""
    strong = [joint for joint in joints if STRONG.match(text, joint)]
    worded = [joint for joint in joints if re.match(WORDED, text[joint:])]
    begun = [joint for joint in worded if BEGINS.match(text, joint)]
    if begun and RELATIVE.match(text, worded[-1]):  # what is told of the second thing, which began before
        worded = begun
    return (strong or worded or joints or [after])[-1]
