"""Claims, stage 11: an article's claims come in, those that stand in another's content go out marked with it."""

from dataclasses import replace

from generator.extract.findings import ClaimFinding, Spans

NEAR = 25
"""Claims before and after one, in reading order, that may hold it."""


def with_nesting(claims: tuple[ClaimFinding, ...]) -> tuple[ClaimFinding, ...]:
    """Each claim with the narrowest claim whose content holds its cue and its content."""
    return tuple(
        replace(claim, nested_in=_holder(claim, claims[max(place - NEAR, 0) : place + NEAR]))
        for place, claim in enumerate(claims)
    )


def _holder(claim: ClaimFinding, claims: tuple[ClaimFinding, ...]) -> str | None:
    parts = claim.cue or claim.content[:1]
    holders = [
        other
        for other in claims
        if other is not claim and _within(parts, other.content) and _within(claim.content[:1], other.content)
    ]
    holders = [other for other in holders if _size(other.content) > _size(claim.content)]
    return min(holders, key=lambda other: _size(other.content)).id if holders else None


def _within(parts: Spans, content: Spans) -> bool:
    return all(any(start <= part[0] and part[1] <= end for start, end in content) for part in parts)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
