"""Stage pages: Who said what: every claim by how it is attributed, and on which part of the list each one stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.records import Claim
from generator.pages.catalogue import Catalogue, Entry
from generator.pages.links import LEDGER
from generator.pages.views.facets import claim_facets, people
from generator.pages.views.filters import Facets, Filter, filters
from generator.pages.views.page import Page, PartOf, room, split
from generator.pages.views.parts import Parts
from generator.pages.views.phrases import MINDS
from generator.pages.views.times import NO_KEY
from generator.pages.views.values import ClaimView

SECTIONS = ("named", "unnamed", "unattributed", "minds")
LABELS = ("person", "source", "mode", "kind", "denied", "article")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims under one heading; `section` is its name among `SECTIONS`."""

    section: str
    heading: str
    claims: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerView:
    """One part of the list.

    Attributes:
        total: the claims of all parts.
        ranks: the place of each claim of all parts in the order of time; those without a time come last.
    """

    groups: tuple[Group, ...]
    total: int
    part: PartOf
    facets: Mapping[str, Facets]
    filters: tuple[Filter, ...]
    ranks: Mapping[str, int]


def claim_pages(catalogue: Catalogue) -> dict[str, str]:
    """The page of the list on which each claim stands, by the claim's anchor."""
    return {anchor: part.uri for part, chunk in _in_parts(catalogue) for _, anchor in chunk}


def pages(parts: Parts) -> Iterator[Page]:
    """The list of all claims, in parts."""
    plan, words = _plan(parts.catalogue), parts.words
    ranks = _ranks([parts.claim(anchor) for _, anchor in plan])
    for part, chunk in _in_parts(parts.catalogue):
        claims = [parts.claim(anchor) for _, anchor in chunk]
        facets = {claim.anchor: claim_facets(claim, words) for claim in claims}
        view = LedgerView(
            groups=_groups(parts, chunk),
            total=len(plan),
            part=part,
            facets=facets,
            filters=filters({key: words["filters"][key] for key in LABELS}, facets.values()),
            ranks=ranks,
        )
        title = part.title(words["titles"]["said"], words)
        yield Page(
            uri=part.uri,
            title=title,
            template="who-said-what.md.jinja",
            view=view,
            kind=words["kinds"]["claims"],
            people=people(facets),
        )


def _plan(catalogue: Catalogue) -> list[tuple[str, str]]:
    """Every claim with its section, in the order of the list: what is told within another claim comes last."""
    claims = [(_section(entry), anchor) for anchor, entry in catalogue.claims.items()]

    def place(claim: tuple[str, str]) -> tuple[int, bool]:
        section, anchor = claim
        return SECTIONS.index(section), catalogue.claims[anchor].record.nested_in is not None

    return sorted(claims, key=place)


def _in_parts(catalogue: Catalogue) -> list[tuple[PartOf, Sequence[tuple[str, str]]]]:
    def taken(claim: tuple[str, str]) -> int:
        _, anchor = claim
        beside = (*catalogue.answers.get(anchor, ()), *catalogue.answered.get(anchor, ()))
        return room(len(catalogue.claims[anchor].reports), len(beside))

    return split(LEDGER, _plan(catalogue), room=taken)


def _section(entry: Entry[Claim]) -> str:
    claim = entry.record
    if claim.act in MINDS:
        return "minds"
    return "named" if claim.attribution.is_named else claim.attribution.value


def _groups(parts: Parts, chunk: Sequence[tuple[str, str]]) -> tuple[Group, ...]:
    found = (
        Group(
            section=section,
            heading=parts.words["ledger"][section],
            claims=tuple(parts.claim(anchor) for s, anchor in chunk if s == section),
        )
        for section in SECTIONS
    )
    return tuple(group for group in found if group.claims)


def _ranks(claims: Sequence[ClaimView]) -> dict[str, int]:
    in_time = sorted(claims, key=lambda claim: claim.when.key if claim.when else NO_KEY)
    return {claim.anchor: rank for rank, claim in enumerate(in_time)}
