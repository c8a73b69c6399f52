"""Stage resolve: references in an article's facts in, the same facts with the ids of the story out."""

from collections.abc import Mapping
from typing import TypeVar

from generator.model.facts import ArticleFacts
from generator.model.records import Organization, Person
from generator.model.references import redirected

Ids = Mapping[str, str]
E = TypeVar("E", Person, Organization)


def rewrite(facts: ArticleFacts, ids: Ids) -> ArticleFacts:
    """The facts with every id in `ids` replaced; words and other ids stay."""
    if all(old == new for old, new in ids.items()):
        return facts
    return facts.model_copy(
        update={
            "people": tuple(_renamed(person, ids) for person in facts.people),
            "organizations": tuple(_renamed(organization, ids) for organization in facts.organizations),
            "memberships": tuple(redirected(role, ids) for role in facts.memberships),
            "claims": tuple(redirected(claim, ids) for claim in facts.claims),
            "votes": tuple(redirected(vote, ids) for vote in facts.votes),
            "events": tuple(redirected(event, ids) for event in facts.events),
            "discrepancies": tuple(redirected(discrepancy, ids) for discrepancy in facts.discrepancies),
        }
    )


def _renamed(record: E, ids: Ids) -> E:
    return record.model_copy(update={"id": ids.get(record.id, record.id)})
