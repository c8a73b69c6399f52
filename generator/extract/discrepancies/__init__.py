"""Extraction's last look: what was found in one article comes in, where it disagrees with itself goes out."""

from generator.extract.cast import Cast
from generator.extract.discrepancies.counts import find_count_discrepancies
from generator.extract.discrepancies.roles import find_role_discrepancies
from generator.extract.discrepancies.spellings import find_spelling_discrepancies
from generator.extract.discrepancies.times import find_time_discrepancies
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, DiscrepancyFinding, EventFinding, TimeFinding, VoteFinding


def find_discrepancies(
    document: Document,
    cast: Cast,
    times: tuple[TimeFinding, ...],
    claims: tuple[ClaimFinding, ...],
    votes: tuple[VoteFinding, ...],
    events: tuple[EventFinding, ...],
) -> tuple[DiscrepancyFinding, ...]:
    """What one article tells in two ways that cannot both be right; both stand side by side, neither is judged."""
    return (
        *find_time_discrepancies(document, cast, times, claims, events),
        *find_role_discrepancies(document, cast),
        *find_count_discrepancies(document, cast, claims),
        *find_spelling_discrepancies(document, cast),
    )
