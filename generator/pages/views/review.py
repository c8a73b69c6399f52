"""Stage pages: To review: what the program is least sure of and nobody has confirmed, for the desk to decide on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.records import Membership, Organization, Person, Record
from generator.pages.links import REVIEW, Target, record_uri
from generator.pages.views.marks import is_doubtful
from generator.pages.views.page import Page, PartOf, room, split
from generator.pages.views.parts import Parts
from generator.pages.views.values import ClaimView, Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A fact to be decided on: what it is called, where it is shown, what it rests on; a claim with all beside it."""

    id: str
    words: str
    place: Target
    proofs: tuple[Proof, ...]
    claim: ClaimView | None = None

    @property
    def room(self) -> int:
        """As how many doubts of a line it counts."""
        return room(len(self.claim.articles), self.claim.beside) if self.claim else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Doubts of one part by kind, each kind under its heading; `total` counts those of all parts."""

    groups: tuple[tuple[str, tuple[Doubt, ...]], ...]
    total: int
    part: PartOf


def pages(parts: Parts) -> Iterator[Page]:
    """The list of what is to be reviewed, in parts."""
    doubts = [(heading, doubt) for heading, found in _groups(parts) for doubt in found]
    for part, chunk in split(REVIEW, doubts, room=lambda one: one[1].room):
        groups = tuple(
            (heading, tuple(doubt for _, doubt in same)) for heading, same in groupby(chunk, key=lambda one: one[0])
        )
        view = ReviewView(groups=groups, total=len(doubts), part=part)
        title = part.title(parts.words["titles"]["review"], parts.words)
        yield Page(uri=part.uri, title=title, template="to-review.md.jinja", view=view, is_searched=False)


def open_kinds(parts: Parts) -> tuple[tuple[str, int], ...]:
    """How many of each kind are to be reviewed, but for kinds of which none is."""
    return tuple((heading, len(found)) for heading, found in _groups(parts) if found)


def _groups(parts: Parts) -> Iterator[tuple[str, list[Doubt]]]:
    heads = parts.words["review"]
    yield heads["claims"], _claims(parts)
    yield heads["votes"], _votes(parts)
    yield heads["disagreements"], _discrepancies(parts)
    yield heads["roles"], _roles(parts)
    yield heads["names"], _names(parts)


def _doubtful(parts: Parts, records: Sequence[Record]) -> bool:
    return is_doubtful(parts.catalogue.site.marks, records)


def _claims(parts: Parts) -> list[Doubt]:
    found = []
    for anchor, entry in parts.catalogue.claims.items():
        if _doubtful(parts, [report.record for report in entry.reports]):
            claim = parts.claim(anchor)
            words = " … ".join(piece.words for piece in claim.brief.content)
            found.append(Doubt(id=entry.record.id, words=words, place=claim.brief.page, proofs=(), claim=claim))
    return found


def _votes(parts: Parts) -> list[Doubt]:
    return [
        Doubt(
            id=entry.record.id,
            words=entry.record.motion,
            place=Target(parts.vote_pages[anchor], anchor),
            proofs=parts.proofs(entry.article, entry.record.id, entry.record.evidence),
        )
        for anchor, entry in parts.catalogue.votes.items()
        if _doubtful(parts, [report.record for report in entry.reports])
    ]


def _discrepancies(parts: Parts) -> list[Doubt]:
    within = (one for facts in parts.catalogue.facts.values() for one in facts.discrepancies)
    return [
        Doubt(
            id=one.id,
            words=" / ".join(value.value for value in one.values),
            place=parts.dispute(one.id),
            proofs=tuple(p for v in one.values for p in parts.proofs(v.article, one.id, (v.evidence,))),
        )
        for one in within
        if _doubtful(parts, [one])
    ]


def _roles(parts: Parts) -> list[Doubt]:
    return [
        _named(parts, facts.article.id, role, f"{parts.catalogue.people[role.person].name}: {role.role}", role.person)
        for facts in parts.catalogue.facts.values()
        for role in facts.memberships
        if role.person in parts.catalogue.people and _doubtful(parts, [role])
    ]


def _names(parts: Parts) -> list[Doubt]:
    found = []
    for actor in (*parts.catalogue.people, *parts.catalogue.organizations):
        records = parts.catalogue.named_in.get(actor, {})
        if _doubtful(parts, list(records.values())):
            article_id, record = next(iter(records.items()))
            found.append(_named(parts, article_id, record, record.name, actor))
    return found


def _named(parts: Parts, article_id: str, record: Membership | Person | Organization, words: str, actor: str) -> Doubt:
    proofs = parts.proofs(article_id, record.id, record.evidence)
    return Doubt(id=record.id, words=words, place=Target(record_uri(actor)), proofs=proofs)
