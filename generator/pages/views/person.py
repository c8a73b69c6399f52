"""Stage pages: a person or an organization: roles as reported, what they said, what was said of them with answers."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.model.facts import ResolvedOrganization, ResolvedPerson
from generator.model.records import Claim, VoteEvent, is_id
from generator.pages.links import record_uri
from generator.pages.views.facts import RoleView, VoteView, role_view
from generator.pages.views.marks import MarkView
from generator.pages.views.page import Page
from generator.pages.views.parts import MINDS, ClaimView, Name, Parts, Proof
from generator.pages.views.timeline import Entry

COMPANIONS = 12
Actor = ResolvedPerson | ResolvedOrganization


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorView:
    """All that the articles tell of a person or an organization.

    Attributes:
        said: what they said; `minds`: what articles say they think or want.
        told_of: what was said of them.
        moments: events that they took part in and dated claims of theirs, in order.
        votes: votes that they proposed, cast or declared a position in, or that were held in them.
        companions: who else stands in the same facts, and in how many.
        proofs: where articles name them, one quotation for each article.
    """

    id: str
    name: str
    kind: str | None
    honorific: str | None
    other_names: tuple[str, ...]
    roles: tuple[RoleView, ...]
    said: tuple[ClaimView, ...]
    minds: tuple[ClaimView, ...]
    told_of: tuple[ClaimView, ...]
    moments: tuple[Entry, ...]
    votes: tuple[VoteView, ...]
    companions: tuple[tuple[Name, int], ...]
    articles: tuple[Name, ...]
    proofs: tuple[Proof, ...]
    marks: tuple[MarkView, ...]


@dataclass(frozen=True)
class Appearances:
    """What every actor takes part in, gathered in one walk over the story."""

    moments: dict[str, list[Entry]] = field(default_factory=lambda: defaultdict(list))
    votes: dict[str, list[VoteView]] = field(default_factory=lambda: defaultdict(list))
    companions: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def pages(parts: Parts, timeline: Sequence[Entry]) -> Iterator[Page]:
    """A page for everyone."""
    seen = _appearances(parts, timeline)
    actors: tuple[Actor, ...] = (*parts.catalogue.people.values(), *parts.catalogue.organizations.values())
    for actor in actors:
        view = _view(parts, actor, seen)
        yield Page(uri=record_uri(actor.id), title=actor.name, template="person.md.jinja", view=view)


def _view(parts: Parts, actor: Actor, seen: Appearances) -> ActorView:
    catalogue = parts.catalogue
    said = [parts.claim(a) for a in catalogue.said_by.get(actor.id, ())]
    kind = actor.classification if isinstance(actor, ResolvedOrganization) else None
    together = seen.companions.get(actor.id, Counter())
    return ActorView(
        id=actor.id,
        name=actor.name,
        kind=kind.value if kind else None,
        honorific=actor.honorific_prefix if isinstance(actor, ResolvedPerson) else None,
        other_names=tuple(n for n in actor.other_names if n != actor.name),
        roles=tuple(role_view(parts, r) for r in catalogue.roles.get(actor.id, ())),
        said=tuple(c for c in said if c.brief.act not in MINDS),
        minds=tuple(c for c in said if c.brief.act in MINDS),
        told_of=tuple(parts.claim(a) for a in catalogue.said_of.get(actor.id, ())),
        moments=tuple(seen.moments.get(actor.id, ())),
        votes=tuple(seen.votes.get(actor.id, ())),
        companions=tuple((name, count) for other, count in _most(together) if (name := parts.name(other))),
        articles=tuple(parts.article(a) for a in actor.articles if a in catalogue.facts),
        proofs=_namings(parts, actor.id),
        marks=parts.marks(*catalogue.named_in.get(actor.id, {}).values()),
    )


def _appearances(parts: Parts, timeline: Sequence[Entry]) -> Appearances:
    seen, catalogue = Appearances(), parts.catalogue
    actors = {
        **{anchor: _of_claim(e.record) for anchor, e in catalogue.claims.items()},
        **{anchor: _ids(*e.record.participants) for anchor, e in catalogue.events.items()},
        **{anchor: _of_vote(e.record) for anchor, e in catalogue.votes.items()},
    }
    for together in actors.values():
        for actor in together:
            seen.companions[actor].update(other for other in together if other != actor)
    for entry in timeline:
        for actor in actors[entry.anchor]:
            if entry.vote:
                seen.votes[actor].append(entry.vote)
            else:
                seen.moments[actor].append(entry)
    return seen


def _of_claim(claim: Claim) -> list[str]:
    return _ids(claim.speaker, *claim.joint_with, *claim.about)


def _of_vote(vote: VoteEvent) -> list[str]:
    return _ids(vote.body, vote.proposer, *(p.voter for p in vote.positions))


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
