"""Extraction's last look, counts: the article comes in, figures and votes that it counts in two ways go out."""

from generator.extract.cast import Cast
from generator.extract.discrepancies.ages import find_ages
from generator.extract.discrepancies.corrections import find_corrections
from generator.extract.discrepancies.crowds import find_crowds
from generator.extract.discrepancies.figures import find_figures
from generator.extract.discrepancies.lengths import find_two_lengths
from generator.extract.discrepancies.making import made
from generator.extract.discrepancies.repeated import find_repeated
from generator.extract.discrepancies.rivals import find_rivals
from generator.extract.discrepancies.sums_again import find_sums_again
from generator.extract.discrepancies.tallies import find_tally_slips
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, DiscrepancyFinding
from generator.model.words import DiscrepancyKind


def find_count_discrepancies(
    document: Document, cast: Cast, claims: tuple[ClaimFinding, ...]
) -> tuple[DiscrepancyFinding, ...]:
    """Two counts of one vote or one thing, a margin that a vote's counts do not give, two ages of one person."""
    figures = find_figures(document)
    return (
        *made(DiscrepancyKind.COUNT, "age", find_ages(document, cast)),
        *made(
            DiscrepancyKind.COUNT,
            "count",
            (
                *find_corrections(document, figures, claims),
                *find_rivals(document, figures, claims),
                *find_crowds(document, figures, claims),
                *find_tally_slips(document),
                *find_repeated(document, figures),
                *find_sums_again(document, figures),
                *find_two_lengths(document),
            ),
        ),
    )
