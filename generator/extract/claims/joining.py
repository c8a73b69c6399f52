"""Claims, after their answers: what goes on with no cue of its own is one claim with what it goes on from.

`“A,” he said. “B.”` is one claim, A and B, unless one of the two answers what somebody else has said: then each stands
alone, so that an answer is no longer than its own words.
"""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.claims.identity import identified, ids_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding
from generator.model.words import Act, Mode


def with_joined(document: Document, claims: Sequence[ClaimFinding]) -> tuple[ClaimFinding, ...]:
    """The same claims, those that go on from another joined with it; whatever named either names the whole."""
    found: list[ClaimFinding] = []
    renamed: dict[str, str] = {}
    whole: dict[int, list[str]] = {}
    ids = {claim.id for claim in claims}
    for claim in claims:
        at = _continued(claim, found)
        if at is None:
            found.append(claim)
            continue
        whole.setdefault(at, [found[at].id]).append(claim.id)
        ids -= {*whole[at]}
        joined = _joined(found[at], claim)
        found[at] = identified(joined, ids_of(document, joined), ids)
        ids.add(found[at].id)
        renamed |= dict.fromkeys(whole[at], found[at].id)
    return tuple(_renamed(claim, renamed) for claim in found) if renamed else tuple(found)


def _continued(claim: ClaimFinding, earlier: Sequence[ClaimFinding]) -> int | None:
    """The place of the claim that another goes on from; none where one of them answers anything."""
    if claim.cue or not claim.source or _answers(claim):
        return None
    for at in range(len(earlier) - 1, -1, -1):
        if earlier[at].source == claim.source and earlier[at].mode is not Mode.INDIRECT:
            return None if _answers(earlier[at]) else at
    return None


def _answers(claim: ClaimFinding) -> bool:
    return claim.replies_to is not None or claim.act is Act.DENIAL


def _joined(claim: ClaimFinding, further: ClaimFinding) -> ClaimFinding:
    content = (*claim.content, *further.content)
    return replace(
        claim,
        mode=claim.mode if claim.mode is further.mode else Mode.MIXED,
        content=content,
        about=tuple(dict.fromkeys((*claim.about, *further.about))),
    )


def _renamed(claim: ClaimFinding, renamed: dict[str, str]) -> ClaimFinding:
    def new(old: str | None) -> str | None:
        return renamed.get(old, old) if old else None

    also = dict.fromkeys(renamed.get(old, old) for old in claim.also_replies_to)
    first = new(claim.replies_to)
    return replace(
        claim, nested_in=new(claim.nested_in), replies_to=first, also_replies_to=tuple(o for o in also if o != first)
    )
