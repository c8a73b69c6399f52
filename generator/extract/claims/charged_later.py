"""Claims and their answers: a denial that opens a report comes in, the charge that is told only after it goes out.

`Ms Lee has denied taking £900 from Mr Hale. Mr Hale told the inquiry that he gave her £900 in a car park.` Only what
is said of whoever denies counts, by somebody whom the denial names or in words of its own.
"""

from generator.extract.claims.rebuttals import ONE_VOICE, UNANSWERED, Heard
from generator.extract.claims.relations import accused, is_of_one_side, voice
from generator.extract.claims.telling import PRONOUNS, Told
from generator.model.words import Act

OPENS = 4
"""Claims of a report among which a denial may be told before its charge."""
FURTHEST = 8
"""Claims from a denial to its charge."""
ALIKE = 2
"""Words that a charge has in common with its denial."""


def charge_told_later(one: Told, heard: Heard) -> Told | None:
    """The charge that a denial at the opening of a report turns away, if it is told later and is no answer itself."""
    if one.claim.act is not Act.DENIAL or one.place >= OPENS or one.claim.speaker is None:
        return None
    later = heard.told[one.place + 1 : one.place + 1 + FURTHEST]
    return next((other for other in later if other.place not in heard.answers and _is_charge(one, other)), None)


def _is_charge(one: Told, other: Told) -> bool:
    """Whether a claim says of whoever denies what they deny."""
    claim = other.claim
    if claim.act in UNANSWERED | {Act.DEMAND} or claim.nested_in == one.claim.id or other.only_asks:
        return False
    if claim.speaker is None and (claim.attribution.is_named or other.source in PRONOUNS):
        return False  # It may be whoever denies.
    if is_of_one_side(one, other) or voice(one, other) in ONE_VOICE or not _is_of_denier(one, other):
        return False
    return _is_named_in(one, other) if claim.speaker is not None else _says_the_same(one, other)


def _is_of_denier(one: Told, other: Told) -> bool:
    """Whether a claim speaks of whoever denies, or of whom they defend against the claim's speaker."""
    of_whom = accused(one, other)
    return of_whom in ("speaker", "body") or (of_whom == "shared" and one.names_claim_of(other))


def _is_named_in(one: Told, other: Told) -> bool:
    """Whether a claim is a charge by somebody whom the denial names, or of what is denied."""
    charges = other.claim.act is Act.ALLEGATION or one.names_claim_of(other)
    if other.claim.speaker in one.claim.about:
        return charges or _says_the_same(one, other)
    return charges and _says_the_same(one, other)


def _says_the_same(one: Told, other: Told) -> bool:
    return len(one.words & other.words) >= ALIKE or bool(one.numbers & other.numbers)
