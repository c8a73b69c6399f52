"""Layer 3: the JSON Schemas of story.json and popolo.json, made once from the model and shipped with the package.

`python -m generator.export` writes the first anew after the model has changed; a test holds it to it. Popolo's is
written by hand.
"""

from importlib.resources import files
from typing import Any

from pydantic import TypeAdapter
from typing_extensions import TypedDict

from generator.model.facts import (
    ArticleFacts,
    ResolvedClaim,
    ResolvedOrganization,
    ResolvedPerson,
    ResolvedVote,
    Storyline,
)
from generator.model.records import Discrepancy

STORY, POPOLO = "story.schema.json", "popolo.schema.json"
SHIPPED = "schema"


class Whole(TypedDict):
    """The shape of story.json, but for the denials that stand beside each claim."""

    people: list[ResolvedPerson]
    organizations: list[ResolvedOrganization]
    claims: list[ResolvedClaim]
    votes: list[ResolvedVote]
    discrepancies: list[Discrepancy]
    stories: list[Storyline]
    articles: list[ArticleFacts]


def shipped(name: str) -> bytes:
    """A shipped schema; the same bytes whatever version of the validation library is installed."""
    return (files("generator.export") / SHIPPED / name).read_bytes()


def generated() -> dict[str, Any]:
    """The schema of story.json, as the model has it now."""
    schema = TypeAdapter(Whole).json_schema(mode="serialization", by_alias=True)
    claim = schema["$defs"]["Claim"]
    claim["properties"]["denied_by"] = {"type": "array", "items": {"type": "string", "pattern": "^clm-"}}
    claim["required"] = [*claim["required"], "denied_by"]
    heading = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return heading | schema | {"title": "What all articles of a site say", "additionalProperties": False}
