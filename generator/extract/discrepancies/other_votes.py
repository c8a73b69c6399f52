"""Other votes: two places in an article come in, whether the later is of another vote than the earlier goes out."""

import re

from generator.extract.discrepancies.clauses import sentence_of
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.patterns import Pattern

OTHER_VOTE = Pattern(rf"\b{one_of('another_vote')}\b", re.IGNORECASE)
PAPER = Pattern(
    rf"\b(?:an? |the |its )?(?:another|earlier|second|previous|later|third|similar) (?:\w+ )?{one_of('papers')}\b"
)
"""What tells of a vote, no vote itself: an earlier statement."""
SAID_EARLIER = Pattern(
    r"\b(?:earlier|later|then) (?:(?:had|has) )?(?:told|said|reported|announced|stated|wrote|tweeted|posted)\b"
)
"""What tells when a vote was spoken of, no other vote."""
ON_ANOTHER = Pattern(
    r"(?:,| votes?)? (?:for|on|to|against) (?:\w+ ){0,2}?(?:second|third|another|separate|similar|other)\b"
)
OF_A_YEAR = Pattern(r"\bin (?:19|20)\d\d\b")
NEXT_MOTION = Pattern(
    r"(?i)\b(?:subsequent|second|third|next|other|another|separate|final|substantive|main) (?:[\w-]+ ){0,2}?"
    r"(?:motions?|amendments?|bills?|resolutions?|ordinances?|items?|questions?|proposals?)\b"
)
"""What tells that a tally is of another thing put to the vote: `The subsequent motion to approve … as seven to six`."""


def is_other_vote(document: Document, one: Span, other: Span) -> bool:
    """Whether the words before or right after the later of two counts tell of another vote."""
    before = SAID_EARLIER.sub("", PAPER.sub("", _before(document, one, other)))
    return bool(OTHER_VOTE.search(before) or OF_A_YEAR.search(before) or ON_ANOTHER.match(document.text, other[1]))


def is_next_motion(document: Document, one: Span, other: Span) -> bool:
    """Whether the words before the later of two counts name another thing that was put to the vote."""
    return NEXT_MOTION.search(_before(document, one, other)) is not None


def _before(document: Document, one: Span, other: Span) -> str:
    """The later count's sentence up to it, without what stands before the earlier one's end."""
    start, _ = sentence_of(document, other)
    return document.text[max(start, one[1]) : other[0]]
