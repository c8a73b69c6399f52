"""Stage pages: Who said what: every claim by how it is attributed, and on which part of the list each one stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.records import Claim
from generator.model.words import Attribution
from generator.pages.catalogue import Catalogue, Entry
from generator.pages.links import LEDGER
from generator.pages.views.page import Page, PartOf, split
from generator.pages.views.parts import MINDS, ClaimView, Parts

SECTIONS = (
    "Named people and organizations",
    "Unnamed sources",
    "No source given",
    "What articles say people think or want",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims under one heading."""

    heading: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """One part of the list; `total` counts the claims of all parts."""

    groups: tuple[Group, ...]
    total: int
    part: PartOf


def claim_pages(catalogue: Catalogue) -> dict[str, str]:
    """The page of the list on which each claim stands, by the claim's anchor."""
    parts = split(LEDGER, _plan(catalogue))
    return {anchor: part.uris[part.number - 1] for part, chunk in parts for _, anchor in chunk}


def pages(parts: Parts) -> Iterator[Page]:
    """The list of all claims, in parts."""
    plan = _plan(parts.catalogue)
    for part, chunk in split(LEDGER, plan):
        title = "Who said what" if part.number == 1 else f"Who said what, part {part.number}"
        view = LedgerView(groups=_groups(parts, chunk), total=len(plan), part=part)
        yield Page(uri=part.uris[part.number - 1], title=title, template="who-said-what.md.jinja", view=view)


def _plan(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Every claim with its heading, in the order of the list."""
    claims = [(_heading(entry), anchor) for anchor, entry in catalogue.claims.items()]
    return sorted(claims, key=lambda claim: SECTIONS.index(claim[0]))


def _heading(entry: Entry[Claim]) -> str:
    claim = entry.record
    if claim.act in MINDS:
        return SECTIONS[3]
    if claim.attribution is Attribution.UNNAMED:
        return SECTIONS[1]
    if claim.attribution is Attribution.UNATTRIBUTED:
        return SECTIONS[2]
    return SECTIONS[0]


def _groups(parts: Parts, chunk: Sequence[tuple[str, str]]) -> tuple[Group, ...]:
    found = (
        Group(heading=heading, claims=tuple(parts.claim(anchor) for h, anchor in chunk if h == heading))
        for heading in SECTIONS
    )
    return tuple(group for group in found if group.claims)
