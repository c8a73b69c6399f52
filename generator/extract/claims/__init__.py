"""Extraction's claims: who is reported to have said, denied, asked for, thought or wanted what."""

from collections.abc import Sequence

from generator.extract.cast import Cast
from generator.extract.claims.choosing import believed
from generator.extract.claims.finding import Speaking, finding
from generator.extract.claims.nesting import with_nesting
from generator.extract.claims.reading import read_drafts
from generator.extract.claims.sources import Clock
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, TimeFinding
from generator.extract.quotation import Quotation


def find_claims(
    document: Document, quotations: tuple[Quotation, ...], cast: Cast, times: Sequence[TimeFinding]
) -> tuple[ClaimFinding, ...]:
    """Every claim of an article in reading order, each with its source, cue and content and, where certain, its speaker."""
    speaking = Speaking(document, cast, Clock(times))
    found: dict[str, ClaimFinding] = {}
    for draft in believed(read_drafts(document, quotations, times)):
        claim = finding(speaking, draft, list(found.values()))
        found.setdefault(claim.id, claim)
    return with_nesting(tuple(found.values()))
