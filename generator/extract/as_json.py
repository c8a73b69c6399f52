"""Layer 2: findings come in, the JSON that evaluation reads goes out: every fact with its offsets in the text."""

from collections.abc import Callable, Mapping
from typing import Any

from generator.extract.findings import (
    ClaimFinding,
    DiscrepancyFinding,
    EventFinding,
    Findings,
    OrganizationFinding,
    PersonFinding,
    RoleFinding,
    Spans,
    VoteFinding,
)
from generator.model.article import Article
from generator.model.records import When

NameOf = Callable[[str | None], str | None]


def as_json(article: Article, findings: Findings) -> dict[str, Any]:
    """One article's findings as the JSON of `explainer extract --json`; spans are `[start, end)` in code points."""
    people = {person.id: person.name for person in findings.people}
    names = people | {organization.id: organization.name for organization in findings.organizations}

    def name_of(reference: str | None) -> str | None:
        return reference if reference is None else names.get(reference, reference)

    return {
        "article": {"id": article.id, "path": article.path},
        "people": [_person(person, name_of) for person in findings.people],
        "organizations": [_organization(organization) for organization in findings.organizations],
        "places": [{"name": place.name, "spans": _spans(place.spans)} for place in findings.places],
        "claims": [_claim(claim, names) for claim in findings.claims],
        "votes": [_vote(vote, name_of) for vote in findings.votes],
        "events": [_event(event, name_of) for event in findings.events],
        "discrepancies": [_discrepancy(discrepancy, name_of) for discrepancy in findings.discrepancies],
    }


def _spans(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


def _person(person: PersonFinding, name_of: NameOf) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "forms": list(person.forms),
        "party": name_of(person.party),
        "roles": [_role(role, name_of) for role in person.roles],
        "spans": _spans(person.spans),
        "confidence": person.confidence.value,
    }


def _role(role: RoleFinding, name_of: NameOf) -> dict[str, Any]:
    return {
        "role": role.role,
        "organization": name_of(role.organization),
        "tense": role.tense.value,
        "spans": _spans(role.spans),
        "confidence": role.confidence.value,
    }


def _organization(organization: OrganizationFinding) -> dict[str, Any]:
    return {
        "id": organization.id,
        "name": organization.name,
        "forms": list(organization.forms),
        "spans": _spans(organization.spans),
        "confidence": organization.confidence.value,
    }


def _claim(claim: ClaimFinding, names: Mapping[str, str]) -> dict[str, Any]:
    speaker = claim.speaker
    return {
        "id": claim.id,
        "speaker": None if speaker is None else {"id": speaker, "name": names.get(speaker, speaker)},
        "attribution": claim.attribution.value,
        "mode": claim.mode.value,
        "act": claim.act.value,
        "source": _spans(claim.source),
        "cue": _spans(claim.cue),
        "content": _spans(claim.content),
        "nested": claim.nested_in is not None,
        "replies_to": claim.replies_to,
        "confidence": claim.confidence.value,
    }


def _vote(vote: VoteFinding, name_of: NameOf) -> dict[str, Any]:
    return {
        "id": vote.id,
        "status": vote.status.value,
        "body": name_of(vote.body),
        "motion": vote.motion,
        "bill": vote.bill,
        "proposer": name_of(vote.proposer),
        "result": None if vote.result is None else vote.result.value,
        "counts": vote.counts.model_dump(by_alias=True),
        "positions": [
            {"voter": name_of(position.voter), "option": position.option.value, "count": position.count}
            for position in vote.positions
        ],
        "when": _when(vote.when),
        "spans": _spans(vote.spans),
        "confidence": vote.confidence.value,
    }


def _event(event: EventFinding, name_of: NameOf) -> dict[str, Any]:
    return {
        "id": event.id,
        "what": event.what,
        "participants": [name_of(participant) for participant in event.participants],
        "when": _when(event.when),
        "spans": _spans(event.spans),
    }


def _discrepancy(discrepancy: DiscrepancyFinding, name_of: NameOf) -> dict[str, Any]:
    return {
        "id": discrepancy.id,
        "kind": discrepancy.kind.value,
        "about": name_of(discrepancy.about),
        "values": [{"value": one.value, "spans": _spans(one.spans)} for one in discrepancy.values],
        "confidence": discrepancy.confidence.value,
    }


def _when(when: When | None) -> dict[str, Any]:
    return (when or When()).model_dump()
