"""Extraction's last look, givers: a figure and the claims come in, who gives the figure and in which words goes out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.discrepancies.clauses import clause_around
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern
from generator.model.words import Act

ANYBODY = ("", "it", "he", "she", "they", "who", "which", "we", "i")
OWN, OWN_OF_BODIES = ("i", "we", "he", "she"), ("it", "they")
TELLERS = words("discrepancies", "tellers") | words("acts", "papers") | words("acts", "bodies")
"""Words for who or what gives a figure."""
BODIES = [[word] for word in words("acts", "bodies")]
SHOWS = Pattern(
    rf"\b{one_of('shows')} (?:(?:that )?there (?:were|are|was|is) )?(?:{one_of('about')}[, ]+)*$", re.IGNORECASE
)
WORD = re.compile(r"[\w’'-]+")
LEARNT = Pattern(rf"(?:i|we) (?:was|were|had been|have been|am|are)? ?{one_of('learnt')}\b", re.IGNORECASE)
"""What opens somebody's words for what they only heard or counted: `We were told there were five bidders`."""
MOST_WORDS = 3
"""Words of a source before its noun."""
QUOTES = "“\"‘' "


@dataclass(frozen=True)
class Given:
    """How an article gives a figure.

    Attributes:
        source: the id of who gives it, else the words for the source; None where that may be anybody or the article.
        content: the words that the source is given with.
        own: whether those words may be of the source itself: `they have 11 seats`.
        denied: whether the source denies or dismisses what it is given with, so that no figure there is its own.
    """

    source: str | None
    content: Span
    own: bool
    denied: bool = False


class Said:
    """What an article's claims say, looked up by place."""

    def __init__(self, claims: Sequence[ClaimFinding]) -> None:
        self._claims = claims
        self._spans = sorted((*span, place) for place, claim in enumerate(claims) for span in claim.content)
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def around(self, told: Span) -> Iterator[ClaimFinding]:
        """The claims that a place is part of, the innermost first."""
        first = bisect_left(self._spans, (told[1] - self._longest,))
        last = bisect_right(self._spans, (told[0] + 1,))
        inside = [(end - start, place) for start, end, place in self._spans[first:last] if told[1] <= end]
        return (self._claims[place] for _, place in sorted(inside))


def given_by(document: Document, told: Span, said: Said) -> Given:
    """Who gives what stands at a place, in a claim or as a paper shows it."""
    by = given(document, told, said)
    return by if by.source else _shown(document, told) or by


def given(document: Document, told: Span, said: Said) -> Given:
    """Who tells what stands at a place; of nested claims the innermost counts whose source is known."""
    for claim in said.around(told):
        said_by = " ".join(document.quote(span) for span in claim.source).lower()
        of_paper = bool(set(said_by.split()) & words("acts", "papers"))  # somebody's paper is another source than they
        source = (None if of_paper else claim.speaker) or (None if said_by in ANYBODY else said_by)
        if source is not None:
            content = next(span for span in claim.content if span[0] <= told[0] < span[1])
            return Given(source, content, _is_own(document, claim, said_by), denied=claim.act is Act.DENIAL)
    return Given(None, (0, len(document.text)), own=False)


def _shown(document: Document, told: Span) -> Given | None:
    """What some paper or body gives where nothing is said: `Hospital records show 22 deaths`.

    Such a verb is often read as a noun, so its form and place tell, not the parse.
    """
    start, _ = document.sentence_at(told[0])
    match = SHOWS.search(document.text[start : told[0]])
    if match is None:
        return None
    source = teller_before(document, start, start + match.start())
    _, end = clause_around(document, told)
    return Given(source, (told[0], end), own=False) if source else None


def teller_before(document: Document, start: int, end: int) -> str | None:
    """The words for the last paper or body that a stretch of text names."""
    before = WORD.findall(document.text[start:end].lower())
    last = next((place for place in range(len(before) - 1, -1, -1) if before[place] in TELLERS), None)
    return None if last is None else " ".join(before[max(0, last - MOST_WORDS) : last + 1])


def _is_own(document: Document, claim: ClaimFinding, said_by: str) -> bool:
    """Whether what a claim begins with may be its source, as `it` is no person and no paper."""
    content = document.quote(claim.content[0]).strip(QUOTES)
    if LEARNT.match(content):
        return False
    first = content.split(" ", 1)[0].lower()
    of_paper = bool(set(said_by.split()) & words("acts", "papers"))
    if first in OWN_OF_BODIES:
        several = said_by.endswith("s") and not (claim.speaker or "").startswith("org-")
        return not (claim.speaker or "").startswith("per-") and not of_paper and not (first == "it" and several)
    of_body = of_paper or (claim.speaker or "").startswith("org-") or said_by.split()[-1:] in BODIES
    return first in OWN and not (first in ("he", "she") and of_body)
