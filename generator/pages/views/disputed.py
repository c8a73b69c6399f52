"""Stage pages: Disputed: what reports disagree on, and claims that were denied, side by side; no verdicts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model.dates import is_date
from generator.model.records import Discrepancy, DiscrepancyValue
from generator.model.words import Act, DiscrepancyKind
from generator.pages.catalogue import Catalogue
from generator.pages.links import DISPUTED
from generator.pages.views.facets import named, people
from generator.pages.views.marks import MarkView
from generator.pages.views.page import Page, PartOf, split
from generator.pages.views.parts import Parts
from generator.pages.views.scope import Scope
from generator.pages.views.spellings import spelled, together
from generator.pages.views.times import date_words
from generator.pages.views.values import ClaimView, Name, Proof
from generator.pages.words import say

WHO = (DiscrepancyKind.SOURCE, DiscrepancyKind.SPEAKER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One of the readings that disagree; `is_quoted` is false where the words are the site's and not the article's."""

    value: str
    is_quoted: bool
    article: Name
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscrepancyView:
    """A point on which reports disagree; `about` is somebody's name or words, `field` says what differs.

    `also` are the anchors of further discrepancies that it tells of.
    """

    anchor: str
    also: tuple[str, ...]
    kind: str
    field: str
    about: Name
    readings: tuple[Reading, ...]
    marks: tuple[MarkView, ...]

    @property
    def is_plain(self) -> bool:
        """Whether the quotations alone tell the readings, as those of names do."""
        return all(one.value in (proof.quotation.words for proof in one.proofs) for one in self.readings)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedView:
    """Everything that is disputed; `unmatched` are denials whose claim is not among the facts."""

    discrepancies: tuple[DiscrepancyView, ...]
    denied: tuple[ClaimView, ...]
    unmatched: tuple[ClaimView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputedPart(DisputedView):
    """One part of the list; reports that disagree come before claims. `total_denied` counts those of all parts."""

    total_denied: int
    part: PartOf


def dispute_pages(catalogue: Catalogue) -> dict[str, str]:
    """The page of the list on which each discrepancy stands, by its id."""
    listed = split(DISPUTED, together(catalogue.discrepancies))
    return {one.id: part.uri for part, chunk in listed for group in chunk for one in group}


def pages(whole: Scope) -> Iterator[Page]:
    """The list of what is disputed, in parts."""
    words, view = whole.parts.words, disputed(whole)
    points, denied, unmatched = view.discrepancies, view.denied, view.unmatched
    listed = [
        *((one, "points") for one in points),
        *((one, "denied") for one in denied),
        *((one, "unmatched") for one in unmatched),
    ]
    for part, chunk in split(DISPUTED, listed):
        shown = DisputedPart(
            discrepancies=tuple(one for one, _ in chunk if isinstance(one, DiscrepancyView)),
            denied=tuple(one for one, kind in chunk if isinstance(one, ClaimView) and kind == "denied"),
            unmatched=tuple(one for one, kind in chunk if isinstance(one, ClaimView) and kind == "unmatched"),
            total_denied=len(denied),
            part=part,
        )
        yield Page(
            uri=part.uri,
            title=part.title(words["titles"]["disputed"], words),
            template="disputed.md.jinja",
            view=shown,
            kind=words["kinds"]["disputes"],
            people=people({point.anchor: {"subject": named([point.about])} for point in shown.discrepancies}),
        )


def disputed(scope: Scope) -> DisputedView:
    """All that is disputed, in the order of the articles."""
    parts, catalogue = scope.parts, scope.parts.catalogue
    denials = [anchor for anchor in scope.claims if catalogue.claims[anchor].record.act is Act.DENIAL]
    return DisputedView(
        discrepancies=discrepancy_views(parts, scope.discrepancies),
        denied=tuple(parts.claim(anchor) for anchor in scope.claims if parts.denials(anchor)),
        unmatched=tuple(parts.claim(anchor) for anchor in denials if anchor not in catalogue.answered),
    )


def discrepancy_views(parts: Parts, discrepancies: Iterable[Discrepancy]) -> tuple[DiscrepancyView, ...]:
    """Discrepancies for templates, a name's spellings once."""
    return tuple(_joined(parts, group) for group in together(discrepancies))


def _joined(parts: Parts, group: Sequence[Discrepancy]) -> DiscrepancyView:
    """Several that tell of one name's spellings as one: each spelling with all that has it."""
    first, *others = views = [_view(parts, one) for one in group]
    if not others:
        return first
    words = {value: word for one in group for value, word in spelled(one).items()}
    sides: dict[str, list[Reading]] = {}
    for reading in (reading for view in views for reading in view.readings):
        sides.setdefault(words[reading.value], []).append(reading)
    proofs = {
        word: {(p.article, p.quotation): p for one in readings for p in one.proofs} for word, readings in sides.items()
    }
    return replace(
        first,
        also=tuple(view.anchor for view in others),
        readings=tuple(replace(readings[0], proofs=tuple(proofs[word].values())) for word, readings in sides.items()),
        marks=tuple(mark for view in views for mark in view.marks),
    )


def _view(parts: Parts, discrepancy: Discrepancy) -> DiscrepancyView:
    gone = Name(parts.words["disputes"]["gone"], is_quoted=False)
    return DiscrepancyView(
        anchor=discrepancy.id,
        also=(),
        kind=discrepancy.kind.value,
        field=_field(parts, discrepancy.field),
        about=parts.name_in(discrepancy.about, [value.article for value in discrepancy.values]) or gone,
        readings=tuple(
            Reading(
                value=_value(parts, discrepancy.kind, v.value),
                is_quoted=_is_quoted(parts, discrepancy.kind, v),
                article=parts.article(v.article),
                proofs=parts.proofs(v.article, f"{discrepancy.id}-{n}", (v.evidence,)),
            )
            for n, v in enumerate(discrepancy.values, start=1)
            if v.article in parts.catalogue.facts
        ),
        marks=parts.marks(discrepancy),
    )


def _field(parts: Parts, field: str) -> str:
    """What differs, in plain words; a group's count is told of the group."""
    words = parts.words["disputes"]
    name, _, group = field.partition(": ")
    plain = words["fields"].get(name, name)
    return say(words["of_group"], field=plain, group=group) if group else plain


def _value(parts: Parts, kind: DiscrepancyKind, value: str) -> str:
    """A reading for readers: a day and a result in the site's words, all others as they are."""
    if kind is DiscrepancyKind.OUTCOME:
        return str(parts.words["results"].get(value, value))
    return date_words(value, parts.words) if kind is DiscrepancyKind.TIME and is_date(value) else value


def _is_quoted(parts: Parts, kind: DiscrepancyKind, told: DiscrepancyValue) -> bool:
    """Whether a reading is the article's words: no result, no number that was worked out, no name that was resolved."""
    if kind is DiscrepancyKind.OUTCOME or told.value.isdigit():
        return False
    catalogue = parts.catalogue
    known = (catalogue.people, catalogue.organizations)
    if kind in WHO and any(one.name == told.value for records in known for one in records.values()):
        return False
    return told.value in told.evidence.exact or told.value in catalogue.text(told.article)
