"""Stage pages: what claims, people and entries of the timeline are found under: a view in, its facets out."""

from collections.abc import Iterable, Mapping

from generator.model.words import Act, VoteStatus
from generator.pages.views.filters import Facets
from generator.pages.views.moments import Entry
from generator.pages.views.roles import RoleView
from generator.pages.views.values import ClaimView, Name
from generator.pages.words import Words


def claim_facets(claim: ClaimView, words: Words) -> Facets:
    """By whom, about whom, how attributed and how quoted, what kind, whether denied, in which article."""
    brief = claim.brief
    source = brief.source
    resolved = source.attribution.value if source.speakers or not source.attribution.is_named else "unresolved"
    return {
        "person": named(source.speakers),
        "subject": named(claim.about),
        "source": [(resolved, words["attributions"][resolved])],
        "mode": [(brief.mode, words["modes"][brief.mode])],
        "kind": [(brief.act.value, words["acts"][brief.act.value])],
        "denied": [(answered := _answered(claim), words["filters"][answered])],
        "article": named(claim.articles),
    }


def _answered(claim: ClaimView) -> str:
    if any(answer.act is Act.DENIAL for answer in claim.answers):
        return "is_denied"
    return "is_answered" if claim.answers else "not_denied"


def entry_facets(entry: Entry, words: Words) -> Facets:
    """Who takes part, what kind it is, which articles tell it."""
    kind = "event" if entry.event else "vote" if entry.vote else "claim"
    kinds = [(kind, words["filters"][kind])]
    if (entry.vote and entry.vote.first.status is VoteStatus.PLANNED) or (entry.event and entry.when_is_ahead):
        kinds.append(("planned", words["filters"]["planned"]))
    return {"person": named(_actors(entry)), "kind": kinds, "article": named(entry.articles)}


def _actors(entry: Entry) -> Iterable[Name]:
    if entry.event:
        return entry.event.participants
    if entry.claim:
        return (*entry.claim.brief.source.speakers, *entry.claim.about)
    vote = entry.vote
    voters = [position.voter for telling in vote.tellings for position in telling.positions] if vote else []
    return [name for name in (vote and vote.body, vote and vote.proposer, *voters) if name]


def card_facets(roles: Iterable[RoleView], articles: Iterable[Name]) -> Facets:
    """The parties, bodies and posts of somebody's roles, and the articles that name them."""
    held = list(roles)
    return {
        "party": named(role.party for role in held if role.party),
        "body": named(role.organization for role in held if role.organization),
        "role": [(post.replace(" ", "-"), post) for post in dict.fromkeys(role.post for role in held if role.post)],
        "article": named(articles),
    }


def named(names: Iterable[Name]) -> list[tuple[str, str]]:
    """Each with a page of their own, once, by id."""
    return list({name.id: (name.id, name.apart) for name in names if name.page}.values())


def people(entries: Mapping[str, Facets]) -> dict[str, list[tuple[str, str]]]:
    """Who each entry is by or about, people alone; entries that are of nobody are left out."""
    found = {
        anchor: [
            *dict.fromkeys(one for key in ("person", "subject") for one in facets.get(key, ()) if is_person(one[0]))
        ]
        for anchor, facets in entries.items()
    }
    return {anchor: who for anchor, who in found.items() if who}


def is_person(record_id: str) -> bool:
    """Whether a record's id is that of a person."""
    return record_id.startswith("per-")
