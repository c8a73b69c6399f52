"""Claims, stage 10: a finding comes in, the same with the id that its words make goes out.

A claim of an article that has another's telling words is known by all of its own.
"""

from collections.abc import Collection
from dataclasses import replace

from generator.extract.document import Document
from generator.extract.findings import ClaimFinding
from generator.model.ids import claim_id, longer_id


def ids_of(document: Document, claim: ClaimFinding) -> tuple[str, str]:
    """The id that a claim's telling words make, and the one that all make, which only the same told again shares."""
    source, cue, content = (
        [document.quote(span) for span in spans] for spans in (claim.source, claim.cue, claim.content)
    )
    short = claim_id("".join(source), cue, content)
    return short, longer_id(short, content)


def identified(claim: ClaimFinding, ids: tuple[str, str], taken: Collection[str]) -> ClaimFinding:
    """A claim with its id.

    Args:
        ids: the two that its words make.
        taken: ids of other claims of the article.
    """
    short, longer = ids
    return replace(claim, id=longer if short in taken else short)
