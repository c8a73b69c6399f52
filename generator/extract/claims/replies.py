"""Claims, last stage."""
from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding


def link_replies(document: Document, cast: Cast, claims: tuple[ClaimFinding, ...]) -> tuple[ClaimFinding, ...]:
    return claims
