"""Extraction of votes: what is voted on comes in, the bill that it names and the kind of question it puts go out."""

import re

from generator.extract.patterns import Pattern
from generator.model.words import VoteClassification

# A bill whose name has a part in brackets: "the Seeds (Amendment) Bill".
BRACKETED = Pattern(r"(?:[\w’'-]+ ){1,6}\([A-Z][^)]{2,40}\) (?=(?:[A-Z]\w+ ){0,4}(?:Bill|Act|Order|Regulations)\b)")


# A number that names a bill, and no year.
NUMBERED = r"(?:[A-Z]{1,2}[- ]?\d+|\d{1,3})\b"
BILL = Pattern(
    rf"\b((?:(?:House|Senate|Assembly) )?Bill {NUMBERED}"
    rf"|(?:[A-Z][\w’'-]+ (?:(?:and|of|the|for|in|to) )*|\([A-Z][\w ]*\) )+(?:Bill|Act)\b(?! {NUMBERED}))"
)


NO_NAME = Pattern(
    r"^(?:(?:The|A|An|Government['’]s|MPs|Peers|If|When|But|And|Labour|Tory|Conservative|Second|This)\s)+"
)


def bill_in(text: str) -> str | None:
    """The name of a bill in a text, without its article, or None."""
    match = BILL.search(text)
    if not match:
        return None
    name = NO_NAME.sub("", match[1])
    return name if len(name.split()) > 1 else None


# The name of a bill that amends a law, which is no amendment itself: "the Seeds (Amendment) Bill".
AMENDING = Pattern(r"\bamendments?\)?(?= (?:[\w-]+ ){0,3}(?:bill|act)\b)")


def classify(motion: str, *, election: bool, court: bool) -> VoteClassification:
    """What kind of question a motion puts."""
    low = motion.casefold()
    if election:
        return VoteClassification.ELECTION
    if court:
        return VoteClassification.JUDGMENT
    if "confidence" in low:
        return VoteClassification.CONFIDENCE
    if "amendment" in AMENDING.sub("", low) or "new clause" in low:
        return VoteClassification.AMENDMENT
    if re.search(r"\bbill\b|\bact\b|\breading\b", low):
        return VoteClassification.BILL
    return VoteClassification.MOTION
