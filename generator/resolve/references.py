"""Stage resolve: references in an article's facts in, the same facts with the ids of the story out."""

from collections.abc import Mapping
from typing import TypeVar

from generator.model.facts import ArticleFacts
from generator.model.records import Claim, Discrepancy, Event, Membership, VoteEvent

Ids = Mapping[str, str]
T = TypeVar("T", str, str | None)


def rewrite(facts: ArticleFacts, ids: Ids) -> ArticleFacts:
    """The facts with every id in `ids` replaced; words and other ids stay."""
    changed = {old: new for old, new in ids.items() if old != new}
    if not changed:
        return facts
    return facts.model_copy(
        update={
            "people": tuple(p.model_copy(update={"id": changed.get(p.id, p.id)}) for p in facts.people),
            "organizations": tuple(o.model_copy(update={"id": changed.get(o.id, o.id)}) for o in facts.organizations),
            "memberships": tuple(_membership(m, changed) for m in facts.memberships),
            "claims": tuple(_claim(c, changed) for c in facts.claims),
            "votes": tuple(_vote(v, changed) for v in facts.votes),
            "events": tuple(_event(e, changed) for e in facts.events),
            "discrepancies": tuple(_discrepancy(d, changed) for d in facts.discrepancies),
        }
    )


def _one(reference: T, ids: Ids) -> T:
    return reference if reference is None else ids.get(reference, reference)


def _all(references: tuple[str, ...], ids: Ids) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids.get(r, r) for r in references))


def _membership(role: Membership, ids: Ids) -> Membership:
    return role.model_copy(
        update={
            "person": _one(role.person, ids),
            "organization": _one(role.organization, ids),
            "on_behalf_of": _one(role.on_behalf_of, ids),
        }
    )


def _claim(claim: Claim, ids: Ids) -> Claim:
    return claim.model_copy(
        update={
            "speaker": _one(claim.speaker, ids),
            "joint_with": _all(claim.joint_with, ids),
            "about": _all(claim.about, ids),
        }
    )


def _vote(vote: VoteEvent, ids: Ids) -> VoteEvent:
    return vote.model_copy(
        update={
            "body": _one(vote.body, ids),
            "proposer": _one(vote.proposer, ids),
            "positions": tuple(p.model_copy(update={"voter": _one(p.voter, ids)}) for p in vote.positions),
        }
    )


def _event(event: Event, ids: Ids) -> Event:
    return event.model_copy(update={"participants": _all(event.participants, ids)})


def _discrepancy(discrepancy: Discrepancy, ids: Ids) -> Discrepancy:
    return discrepancy.model_copy(update={"about": _one(discrepancy.about, ids)})
