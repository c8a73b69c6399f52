"""Claims and their answers: two claims come in, how they stand to each other goes out."""

from generator.extract.claims.telling import Told
from generator.extract.findings import ClaimFinding


def voice(one: Told, other: Told) -> str:
    """Whether one voice says both of two claims."""
    mine, theirs = one.claim.speaker, other.claim.speaker
    if mine is not None and mine == theirs:
        return "same speaker"
    if one.claim.source and one.claim.source == other.claim.source:
        return "same source"
    if mine is not None and theirs is not None:
        return "other speaker"
    return "same words" if one.source and one.source == other.source else "other"


def is_of_one_side(one: Told, other: Told) -> bool:
    """Whether whoever makes one claim speaks for whoever makes the other: `Mr Lee's lawyer` and `Mr Lee`.

    A body that is named by its kind alone may be any of that kind: `the party` and `the Reform party`.
    """
    if other.claim.speaker in one.speaks_for or one.claim.speaker in other.speaks_for:
        return True
    return any(of.bare_body and of.bare_body in by.source_tokens for of, by in ((one, other), (other, one)))


def accused(denial: Told, denied: Told) -> str:
    """Whether the claim that may be denied speaks of whoever denies it."""
    about = denied.about
    if denial.claim.speaker is not None and denial.claim.speaker in about:
        return "speaker"
    if not about.isdisjoint(denial.source_bodies):
        return "body"
    return "no" if about.isdisjoint(denial.about) else "shared"


def nesting(one: ClaimFinding, other: ClaimFinding) -> str:
    """Which of two claims stands in the other's words."""
    if other.nested_in == one.id:
        return "denied in denial"
    if one.nested_in == other.id:
        return "denial in denied"
    if one.nested_in is None and other.nested_in is None:
        return "neither"
    return "same" if one.nested_in == other.nested_in else ("denial elsewhere" if one.nested_in else "denied elsewhere")


def is_between(denial: Told, denied: Told) -> bool:
    """Whether a claim stands in the denial's own clause, before its words."""
    start, end = denial.lead
    return start <= denied.claim.content[0][0] and denied.claim.content[-1][1] <= end
