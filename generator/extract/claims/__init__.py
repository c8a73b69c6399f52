"""Extraction's claims: who is reported to have said, denied, asked for, thought or wanted what."""

from collections.abc import Sequence

from generator.extract.cast import Cast
from generator.extract.claims.choosing import believed
from generator.extract.claims.clock import Clock
from generator.extract.claims.finding import Speaking, finding
from generator.extract.claims.identity import identified, ids_of
from generator.extract.claims.nesting import with_nesting, without_denied
from generator.extract.claims.participles import told_together
from generator.extract.claims.reading import read_drafts
from generator.extract.claims.tagger import read_tagging, shipped_net
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, TimeFinding
from generator.extract.quotation import Quotation

REMEMBERED = 40
"""Claims that are looked back on for whom a pronoun may mean."""


def find_claims(
    document: Document, quotations: tuple[Quotation, ...], cast: Cast, times: Sequence[TimeFinding]
) -> tuple[ClaimFinding, ...]:
    """Every claim of an article in reading order, each with source, cue, content and, where certain, its speaker."""
    speaking = Speaking(document, cast, Clock(times))
    found: list[ClaimFinding] = []
    told: set[tuple[str, str]] = set()
    ids: set[str] = set()
    tagging = read_tagging(document, quotations, shipped_net()) if document.shipped and document.text else None
    for draft in told_together(believed(read_drafts(document, quotations, times, tagging), tagging)):
        claim = finding(speaking, draft, found[-REMEMBERED:])
        own = ids_of(document, claim)
        if own not in told:
            told.add(own)
            found.append(identified(claim, own, ids))
            ids.add(found[-1].id)
    return without_denied(document, with_nesting(tuple(found)))
