"""Extraction of votes: a parsed article comes in, its sentences as votes are told in them go out."""

from generator.extract.document import LONGEST_SENTENCE, Document
from generator.extract.findings import Span
from generator.extract.patterns import Pattern
from generator.extract.votes.counts import counts_on

# Where a parser may end a sentence though none ends: after a title, a month or an initial with its full stop.
ABBREVIATED = Pattern(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sens?|Reps?|Gov|Lt|Gen|Col|Capt|Maj|Brig|Adm|Sgt|Insp|Supt|Cllrs?|Couns?|Crs?|Ald|Del|Amb|Atty"
    r"|Smt|Shri|Sri|Md|Rev|Hon|Rt|St|Jr|Sr|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Nos?|Art|Ch|vs?|[A-Z])\.$"
)
MOST_JOINED = 10 * LONGEST_SENTENCE
"""Letters of the longest sentence that pieces are joined to."""
ENDED = Pattern(r"[.?!…:;][\"”’')\]]*$")


def find_sentences(document: Document) -> list[Span]:
    """The sentences, cut at line ends so that none runs over a paragraph; what a parser cut too short is joined."""
    found: list[Span] = []
    for piece in _pieces(document):
        if found and _goes_on(document, found[-1], piece):
            found[-1] = (found[-1][0], piece[1])
        else:
            found.append(piece)
    return found


def _pieces(document: Document) -> list[Span]:
    found = []
    for start, end in document.sentences:
        for line in document.text[start:end].split("\n"):
            if line.strip():
                found.append((start, start + len(line)))
            start += len(line) + 1
    return found


def _goes_on(document: Document, first: Span, second: Span) -> bool:
    """Whether two pieces of one line are told as one sentence.

    The first lacks its end, the second begins in lower case, or it counts the other side of the same vote.
    """
    if "\n" in document.text[first[1] : second[0]] or second[1] - first[0] > MOST_JOINED:
        return False
    before, after = document.quote(first).rstrip(), document.quote(second).lstrip()
    cut_short = ENDED.search(before) is None or ABBREVIATED.search(before) is not None or after[0].islower()
    return cut_short or counts_on(before, after)
