"""Stage pages: Disputed: what reports disagree on, and claims that were denied, side by side; no verdicts."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.records import Discrepancy
from generator.model.words import Act
from generator.pages.links import DISPUTED
from generator.pages.views.facets import named, people
from generator.pages.views.marks import MarkView
from generator.pages.views.page import Page
from generator.pages.views.parts import ClaimView, Name, Parts, Proof
from generator.pages.views.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of the readings that disagree."""

    value: str
    article: Name
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyView:
    """A point on which reports disagree; `about` is somebody's name or words."""

    anchor: str
    kind: str
    about: Name
    readings: tuple[Reading, ...]
    marks: tuple[MarkView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedView:
    """Everything that is disputed; `unmatched` are denials whose claim is not among the facts."""

    discrepancies: tuple[DiscrepancyView, ...]
    denied: tuple[ClaimView, ...]
    unmatched: tuple[ClaimView, ...]


def pages(whole: Scope) -> Iterator[Page]:
    """The one page of what is disputed."""
    words, view = whole.parts.words, disputed(whole)
    yield Page(
        uri=DISPUTED,
        title=words["titles"]["disputed"],
        template="disputed.md.jinja",
        view=view,
        kind=words["kinds"]["disputes"],
        people=people({point.anchor: {"subject": named([point.about])} for point in view.discrepancies}),
    )


def disputed(scope: Scope) -> DisputedView:
    """All that is disputed, in the order of the articles."""
    parts, catalogue = scope.parts, scope.parts.catalogue
    denials = [anchor for anchor in scope.claims if catalogue.claims[anchor].record.act is Act.DENIAL]
    return DisputedView(
        discrepancies=tuple(discrepancy_view(parts, d) for d in scope.discrepancies),
        denied=tuple(parts.claim(anchor) for anchor in scope.claims if parts.denials(anchor)),
        unmatched=tuple(parts.claim(anchor) for anchor in denials if anchor not in catalogue.answered),
    )


def discrepancy_view(parts: Parts, discrepancy: Discrepancy) -> DiscrepancyView:
    """A discrepancy for templates."""
    gone = Name(parts.words["disputes"]["gone"], is_quoted=False)
    return DiscrepancyView(
        anchor=discrepancy.id,
        kind=discrepancy.kind.value,
        about=parts.name_in(discrepancy.about, [value.article for value in discrepancy.values]) or gone,
        readings=tuple(
            Reading(
                value=v.value,
                article=parts.article(v.article),
                proofs=parts.proofs(v.article, f"{discrepancy.id}-{n}", (v.evidence,)),
            )
            for n, v in enumerate(discrepancy.values, start=1)
            if v.article in parts.catalogue.facts
        ),
        marks=parts.marks(discrepancy),
    )
