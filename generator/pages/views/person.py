"""Stage pages: a person or an organization: roles as reported, what they said, what was said of them with answers."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.facts import ResolvedOrganization, ResolvedPerson
from generator.model.ids import fold
from generator.model.records import Claim, VoteEvent, is_id
from generator.pages.catalogue import Entry as Told
from generator.pages.links import record_uri
from generator.pages.views.ballots import VoteView
from generator.pages.views.facets import claim_facets
from generator.pages.views.filters import Facets, Filter, filters
from generator.pages.views.marks import MarkView
from generator.pages.views.moments import Entry
from generator.pages.views.page import Page, PartOf, room, split
from generator.pages.views.parts import Parts
from generator.pages.views.phrases import MINDS
from generator.pages.views.roles import Post, career, role_view
from generator.pages.views.values import ClaimView, Name, Proof

WEIGHT = 2
"""Whoever searches for a name looks for its bearer first: their long page would count less than a short one."""
COMPANIONS = 12
POSTS = 40
"""How many roles stand on one part of a page: those within a party may be many."""
ARTICLES = 60
"""How many of the articles that name somebody are told to programs, the last ones, as many as are quoted."""
LABELS = ("subject", "mode", "kind", "article")
SECTIONS = ("said", "minds", "of")
Actor = ResolvedPerson | ResolvedOrganization


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims under one heading; `none` is what to tell where there are none."""

    heading: str
    claims: tuple[ClaimView, ...]
    none: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """All that the articles tell of a person or an organization.

    Attributes:
        posts: the roles of this part of the page.
        groups: its claims: what they said, what articles say they think or want, what was said of them. All else stands
            on the first part alone.
        moments: events and votes that they took part in and dated claims by or about them, in order.
        votes: votes that they proposed, cast or declared a position in, or that were held in them.
        companions: who else stands in the same facts, and in how many.
        proofs: where articles name them, one quotation for each article.
    """

    id: str
    name: str
    kind: str | None
    honorific: str | None
    other_names: tuple[str, ...]
    posts: tuple[Post, ...]
    groups: tuple[Group, ...]
    part: PartOf
    moments: tuple[Entry, ...]
    votes: tuple[VoteView, ...]
    companions: tuple[tuple[Name, int], ...]
    articles: tuple[Name, ...]
    proofs: tuple[Proof, ...]
    marks: tuple[MarkView, ...]
    facets: Mapping[str, Facets]
    filters: tuple[Filter, ...]
    is_person: bool

    @property
    def typed_names(self) -> tuple[str, ...]:
        """Their names as most keyboards type them, `micheal o'dwyer`, where they are written in other letters."""
        names = (self.name, *self.other_names)
        written = {name.casefold() for name in names}
        return tuple(one for one in dict.fromkeys(map(fold, names)) if one not in written)


@dataclass(frozen=True)
class Appearances:
    """What every actor takes part in, gathered in one walk over the story."""

    moments: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    votes: dict[str, list[VoteView]] = field(default_factory=lambda: defaultdict(list))
    companions: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def pages(parts: Parts, timeline: Sequence[Entry]) -> Iterator[Page]:
    """A page for everyone; of those who are spoken of most, claims go on over further pages.

    Search finds the first alone: what the others hold is found where all claims are listed.
    """
    seen = _appearances(parts, timeline)
    actors: tuple[Actor, ...] = (*parts.catalogue.people.values(), *parts.catalogue.organizations.values())
    for actor in actors:
        claims = _claims(parts, actor)
        told = {section for section, _ in claims}
        posts = _posts(parts, actor)
        for part, chunk in _in_parts(actor, claims, at_least=-(-len(posts) // POSTS)):
            its_posts = posts[(part.number - 1) * POSTS : part.number * POSTS]
            view = _view(parts, actor, seen, part, its_posts, _groups(parts, part, chunk, told))
            kind = parts.words["kinds"]["person" if view.is_person else "organization"]
            title = part.title(actor.name, parts.words)
            people = {"": [(actor.id, actor.name)]} if view.is_person else {}
            yield Page(
                uri=part.uri,
                title=title,
                template="person.md.jinja",
                view=view,
                kind=kind,
                people=people,
                is_searched=part.number == 1,
                weight=WEIGHT,
            )


def _claims(parts: Parts, actor: Actor) -> list[tuple[str, ClaimView]]:
    """Their claims and those about them, each with its place in `SECTIONS`."""
    catalogue = parts.catalogue
    by_them = [parts.claim(anchor) for anchor in catalogue.said_by.get(actor.id, ())]
    of_them = [parts.claim(anchor) for anchor in catalogue.said_of.get(actor.id, ())]
    placed = [("minds" if claim.brief.act in MINDS else "said", claim) for claim in by_them]
    return sorted([*placed, *(("of", claim) for claim in of_them)], key=lambda one: SECTIONS.index(one[0]))


def _in_parts(
    actor: Actor, claims: Sequence[tuple[str, ClaimView]], at_least: int
) -> list[tuple[PartOf, Sequence[tuple[str, ClaimView]]]]:
    return split(
        record_uri(actor.id), claims, at_least, room=lambda placed: room(len(placed[1].articles), placed[1].beside)
    )


def _posts(parts: Parts, actor: Actor) -> tuple[Post, ...]:
    roles = parts.catalogue.roles if isinstance(actor, ResolvedPerson) else parts.roles_within
    return career(role_view(parts, report) for report in roles.get(actor.id, ()))


def _view(
    parts: Parts, actor: Actor, seen: Appearances, part: PartOf, posts: tuple[Post, ...], groups: tuple[Group, ...]
) -> ActorView:
    catalogue, is_first = parts.catalogue, part.number == 1
    kind = actor.classification if isinstance(actor, ResolvedOrganization) else None
    together = seen.companions.get(actor.id, Counter())
    facets = {claim.anchor: claim_facets(claim, parts.words) for group in groups for claim in group.claims}
    return ActorView(
        id=actor.id,
        name=actor.name,
        kind=kind.value if kind else None,
        honorific=actor.honorific_prefix if isinstance(actor, ResolvedPerson) else None,
        other_names=tuple(n for n in actor.other_names if n != actor.name),
        posts=posts,
        groups=groups,
        part=part,
        moments=tuple(seen.moments.get(actor.id, ())),
        votes=tuple(seen.votes.get(actor.id, ())),
        companions=tuple((name, count) for other, count in _most(together) if (name := parts.name(other))),
        articles=tuple(parts.article(a) for a in actor.articles[-ARTICLES:] if a in catalogue.facts),
        proofs=_namings(parts, actor.id) if is_first else (),
        marks=parts.marks(*catalogue.named_in.get(actor.id, {}).values()),
        facets=facets,
        filters=filters({key: parts.words["filters"][key] for key in LABELS}, facets.values()),
        is_person=isinstance(actor, ResolvedPerson),
    )


def _groups(
    parts: Parts, part: PartOf, claims: Sequence[tuple[str, ClaimView]], told: Collection[str]
) -> tuple[Group, ...]:
    """The claims by section; on the first part, that none were made or that none are about them is told too.

    Sections that are `told` on further parts alone are neither shown nor said to be missing.
    """
    words = parts.words["person"]
    found = (
        Group(
            heading=words[section],
            claims=tuple(claim for s, claim in claims if s == section),
            none=words.get(f"no_{section}") if part.number == 1 and section not in told else None,
        )
        for section in SECTIONS
    )
    return tuple(group for group in found if group.claims or group.none)


def _appearances(parts: Parts, timeline: Sequence[Entry]) -> Appearances:
    seen, catalogue = Appearances(), parts.catalogue
    actors = {
        **{anchor: _of_claim(e.record) for anchor, e in catalogue.claims.items()},
        **{anchor: _ids(*e.record.participants) for anchor, e in catalogue.events.items()},
        **{anchor: _of_vote(e) for anchor, e in catalogue.votes.items()},
    }
    for together in actors.values():
        for actor in together:
            seen.companions[actor].update(other for other in together if other != actor)
    for entry in timeline:
        for actor in actors[entry.anchor]:
            seen.moments[actor].append(entry)
            if entry.vote:
                seen.votes[actor].append(entry.vote)
    return seen


def _of_claim(claim: Claim) -> list[str]:
    return _ids(claim.speaker, *claim.joint_with, *claim.about)


def _of_vote(told: Told[VoteEvent]) -> list[str]:
    votes = [report.record for report in told.reports]
    return _ids(*(one for v in votes for one in (v.body, v.proposer, *(p.voter for p in v.positions))))


def _ids(*references: str | None) -> list[str]:
    return [r for r in dict.fromkeys(references) if r and is_id(r)]


def _most(together: Counter[str]) -> list[tuple[str, int]]:
    return sorted(together.items(), key=lambda item: (-item[1], item[0]))[:COMPANIONS]


def _namings(parts: Parts, actor: str) -> tuple[Proof, ...]:
    """One quotation that names them from each article."""
    found: list[Proof] = []
    for article_id, record in parts.catalogue.named_in.get(actor, {}).items():
        found += parts.proofs(article_id, actor, record.evidence[:1])
    return tuple(found)
