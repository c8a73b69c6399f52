"""Layer 3: the story's people, organizations, memberships, motions and vote events in Popolo's terms.

Popolo knows neither claims nor denials, so none of them is here. A vote that was not held is a motion without a vote
event, so that no reader of the file takes it for one that took place.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.export.rows import joined_reports
from generator.model.facts import ArticleFacts, ResolvedOrganization, ResolvedPerson, Story
from generator.model.records import Evidence, Membership, Position, Record, Reference, VoteEvent, When, is_id
from generator.model.words import Option, PositionKind, Result, Tense, VoteStatus

Json = dict[str, Any]
Joined = dict[tuple[str, str], str]

OPTIONS = {Option.FOR: "yes", Option.AGAINST: "no", Option.ABSTAIN: "abstain"}
RESULTS = {Result.PASSED: "pass", Result.REJECTED: "fail", Result.ELECTED: "elected", Result.TIED: "tied"}
# Popolo's dates are whole or cut off on the right; an interval would say that a vote lasted so long.
POPOLO_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


def popolo(story: Story) -> Json:
    """The five collections; a property that is not known is left out."""
    articles = {facts.article.id: facts for facts in story.articles}
    memberships = [_membership(role, facts) for facts in story.articles for role in facts.memberships]
    votes = [(vote, facts) for facts in story.articles for vote in facts.votes]
    joined = joined_reports(story)
    return {
        "persons": [_person(person, articles) for person in story.people],
        "organizations": [_organization(organization, articles) for organization in story.organizations],
        "memberships": memberships,
        "motions": [_motion(vote, facts, joined) for vote, facts in votes],
        "vote_events": [_vote_event(vote, facts, joined) for vote, facts in votes if vote.status is VoteStatus.HELD],
    }


def _person(person: ResolvedPerson, articles: dict[str, ArticleFacts]) -> Json:
    return _known(
        id=person.id,
        name=person.name,
        sort_name=person.sort_name,
        honorific_prefix=person.honorific_prefix,
        other_names=_names(person.other_names),
        sources=[_source(articles[article]) for article in person.articles],
    )


def _organization(organization: ResolvedOrganization, articles: dict[str, ArticleFacts]) -> Json:
    return _known(
        id=organization.id,
        name=organization.name,
        classification=organization.classification,
        other_names=_names(organization.other_names),
        sources=[_source(articles[article]) for article in organization.articles],
    )


def _membership(role: Membership, facts: ArticleFacts) -> Json:
    # Popolo tells a former role by its end date, which an article seldom gives; the label says it in words.
    label = role.role if role.tense is Tense.CURRENT else f"{role.role} ({role.tense})"
    return _known(
        id=_id(facts, role),
        label=label,
        role=role.post or role.role,
        person_id=role.person,
        **_party("organization", role.organization),
        **_party("on_behalf_of", role.on_behalf_of),
        sources=list(_sources(facts, role.evidence)),
    )


def _motion(vote: VoteEvent, facts: ArticleFacts, joined: Joined) -> Json:
    return _known(
        id=_id(facts, vote),
        identifier=joined.get((facts.article.id, vote.id)),
        text=vote.motion,
        classification=vote.classification,
        **_party("organization", vote.body),
        **_party("creator", vote.proposer),
        result=RESULTS.get(vote.result) if vote.result else None,
        sources=list(_sources(facts, vote.evidence)),
    )


def _vote_event(vote: VoteEvent, facts: ArticleFacts, joined: Joined) -> Json:
    counts = {OPTIONS[Option(name)]: value for name, value in vote.counts.model_dump(by_alias=True).items()}
    cast = [position for position in vote.positions if position.kind is PositionKind.CAST]
    return _known(
        id=_id(facts, vote) + "/event",
        identifier=joined.get((facts.article.id, vote.id)),
        motion_id=_id(facts, vote),
        **_party("organization", vote.body),
        start_date=_date(vote.when),
        result=RESULTS[vote.result] if vote.result else None,
        counts=[{"option": option, "value": value} for option, value in counts.items() if value is not None],
        votes=[_vote(position) for position in cast],
        sources=list(_sources(facts, vote.evidence)),
    )


def _vote(position: Position) -> Json:
    return _known(**_party("voter", position.voter), option=OPTIONS[position.option], weight=position.count)


def _id(facts: ArticleFacts, record: Record) -> str:
    """Two articles may tell of one vote, each in its way: each report keeps an id of its own, and `identifier` joins
    them."""
    return f"{facts.article.id}/{record.id}"


def _date(when: When | None) -> str | None:
    whole = when is not None and when.date is not None and POPOLO_DATE.fullmatch(when.date)
    return when.date if when and whole else None


def _party(property_: str, reference: Reference | None) -> Json:
    """A reference as Popolo writes it: by id, or as an object with nothing but the name that the article gives."""
    if reference is None:
        return {}
    return {f"{property_}_id": reference} if is_id(reference) else {property_: {"name": reference}}


def _names(names: Iterable[str]) -> list[Json]:
    return [{"name": name} for name in names]


def _sources(facts: ArticleFacts, evidence: Iterable[Evidence]) -> Iterator[Json]:
    return ({**_source(facts), "note": quotation.exact} for quotation in evidence)


def _source(facts: ArticleFacts) -> Json:
    return _known(url=facts.article.url, note=facts.article.title or facts.article.path)


def _known(**properties: Any) -> Json:
    return {name: value for name, value in properties.items() if value not in (None, [])}
