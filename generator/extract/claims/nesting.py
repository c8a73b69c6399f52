"""Claims, stage 11: an article's claims come in, those that stand in another's content go out marked with it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from generator.extract.claims.cue_words import noun_entries
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Spans
from generator.model.words import Act

NEAR = 25
"""Claims before and after one, in reading order, that may hold it."""


UNSAID = frozenset({Act.DENIAL, Act.NO_COMMENT})


def with_nesting(claims: tuple[ClaimFinding, ...]) -> tuple[ClaimFinding, ...]:
    """Each claim with the narrowest claim whose content holds its cue and its content."""
    reach = [(min(start for start, _ in claim.content), max(end for _, end in claim.content)) for claim in claims]
    found = []
    for place, claim in enumerate(claims):
        first, last = claim.content[0]
        near = range(max(place - NEAR, 0), min(place + NEAR, len(claims)))
        around = [claims[at] for at in near if at != place and reach[at][0] <= first and last <= reach[at][1]]
        holder = _holder(claim, around)
        found.append(claim if holder is None else replace(claim, nested_in=holder))
    return tuple(found)


def without_denied(document: Document, claims: tuple[ClaimFinding, ...]) -> tuple[ClaimFinding, ...]:
    """The claims, less what others are told to have said in words that somebody denies or refuses to say.

    Who `denied that he had promised anything` is not told of as promising; the claims of `denied claims that …` are.
    """
    by_id = {claim.id: claim for claim in claims}
    unsaid = {at for at, claim in enumerate(claims) if claim.act in UNSAID}
    kept = [
        claim
        for at, claim in enumerate(claims)
        if _is_by_noun(document, claim) or not (_is_unsaid(claim, by_id) or _is_begun(claims, at, unsaid))
    ]
    ids = {claim.id for claim in kept}
    return tuple(
        replace(claim, nested_in=_kept_holder(claim, by_id, ids)) if claim.nested_in else claim for claim in kept
    )


def _kept_holder(claim: ClaimFinding, by_id: Mapping[str, ClaimFinding], kept: Collection[str]) -> str | None:
    """The narrowest claim around one that is still told."""
    holder = claim.nested_in
    while holder is not None and holder not in kept:
        holder = by_id[holder].nested_in
    return holder


def _is_unsaid(claim: ClaimFinding, by_id: Mapping[str, ClaimFinding]) -> bool:
    """Whether a claim stands, however deep, in what is denied."""
    outer = by_id.get(claim.nested_in or "")
    return outer is not None and (outer.act in UNSAID or _is_unsaid(outer, by_id))


def _is_begun(claims: tuple[ClaimFinding, ...], at: int, unsaid: Collection[int]) -> bool:
    """Whether a claim's verb stands in what is denied, however far its words run on: `denied [promising] that …`."""
    near = (k for k in range(max(at - NEAR, 0), min(at + NEAR, len(claims))) if k != at and k in unsaid)
    return bool(claims[at].cue) and any(_within(claims[at].cue, claims[k].content) for k in near)


def _is_by_noun(document: Document, claim: ClaimFinding) -> bool:
    return bool(claim.cue) and document.quote(claim.cue[0]).lower() in noun_entries()


def _holder(claim: ClaimFinding, around: Iterable[ClaimFinding]) -> str | None:
    parts = (*(claim.cue or ()), claim.content[0])
    holders = [other for other in around if _within(parts, other.content)]
    holders = [other for other in holders if _size(other.content) > _size(claim.content)]
    return min(holders, key=lambda other: _size(other.content)).id if holders else None


def _within(parts: Spans, content: Spans) -> bool:
    return all(any(start <= part[0] and part[1] <= end for start, end in content) for part in parts)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
