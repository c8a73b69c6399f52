"""Layer 3: the story as files for other programs; takes a Story, gives `{name: bytes}`, writes nothing."""

import json
from collections.abc import Mapping
from typing import Any

from generator.export.budget import within_budget
from generator.export.checks import check_references
from generator.export.popolo import popolo
from generator.export.rows import (
    ClaimRow,
    PersonRow,
    RoleRow,
    VoteRow,
    claim_rows,
    denials_of,
    person_rows,
    role_rows,
    vote_rows,
)
from generator.export.schemas import POPOLO, STORY, shipped
from generator.export.tables import columns, table
from generator.model.article import Article
from generator.model.facts import ArticleFacts, Story

FILES = {
    "story.json": "everything, as JSON, and which articles tell one story",
    "popolo.json": "people, organizations, memberships, motions and votes that were held, as Popolo JSON",
    "claims.csv": "who said what, with the denials of each claim beside it",
    "people.csv": "people and their other names",
    "roles.csv": "the roles that articles give people",
    "votes.csv": "votes, planned and held; an empty cell is a figure that is not reported",
}
"""The name of each file, and what it holds in words for readers."""
COLUMNS = {
    "claims.csv": columns(ClaimRow),
    "people.csv": columns(PersonRow),
    "roles.csv": columns(RoleRow),
    "votes.csv": columns(VoteRow),
}
"""The columns of each file that is a table."""
SCHEMAS = {STORY: "the JSON Schema of story.json", POPOLO: "the JSON Schema of popolo.json"}
"""The same for the files that say how others are made up."""


def export(story: Story, articles: Mapping[str, Article]) -> dict[str, bytes]:
    """Every file of `FILES` and `SCHEMAS` by name; the same story gives the same bytes.

    Args:
        story: the facts with review decisions applied.
        articles: each article by its id, for how much of it may be quoted.

    Raises:
        FactsError: a record refers to one that is not there. Nothing half-valid is handed out.
    """
    check_references(story)
    story = within_budget(story, articles)
    written = (
        _json(_whole(story)),
        _json(popolo(story)),
        table(claim_rows(story)),
        table(person_rows(story)),
        table(role_rows(story)),
        table(vote_rows(story)),
    )
    return dict(zip(FILES, written, strict=True)) | {name: shipped(name) for name in SCHEMAS}


def _whole(story: Story) -> dict[str, Any]:
    return {
        "people": [person.model_dump(mode="json") for person in story.people],
        "organizations": [organization.model_dump(mode="json") for organization in story.organizations],
        "claims": [claim.model_dump(mode="json") for claim in story.claims],
        "votes": [vote.model_dump(mode="json") for vote in story.votes],
        "discrepancies": [discrepancy.model_dump(mode="json") for discrepancy in story.discrepancies],
        "stories": [storyline.model_dump(mode="json") for storyline in story.storylines],
        "articles": [_article(facts) for facts in story.articles],
    }


def _article(facts: ArticleFacts) -> dict[str, Any]:
    """An article's facts, with each claim's denials beside it."""
    whole = facts.model_dump(mode="json", by_alias=True)
    denials = denials_of(facts)
    for claim in whole["claims"]:
        claim["denied_by"] = [denial.id for denial in denials.get(claim["id"], ())]
    return whole


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
