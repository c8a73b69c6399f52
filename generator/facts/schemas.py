"""Layer 1, facts on disk: the JSON Schemas of every kind of file, made from the model and shipped with the package.

`python -m generator.facts` writes them anew after the model has changed; a test holds them to it.
"""

from collections.abc import Mapping
from functools import reduce
from importlib.resources import files
from operator import or_
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.facts.kinds import ADDABLE, IN_AN_ARTICLE
from generator.facts.ops import ACROSS_ARTICLES, ALLOWED, ALWAYS, NEEDED, NEVER_NULL, SIGNED
from generator.model.facts import ResolvedClaim, ResolvedOrganization, ResolvedPerson, ResolvedVote
from generator.model.listed import ListedBody
from generator.model.records import Discrepancy
from generator.model.review import Decision
from generator.model.words import ReviewOp

ARTICLE = "article.json"
PEOPLE = "people.json"
ORGANIZATIONS = "organizations.json"
CLAIMS = "claims.json"
VOTES = "votes.json"
DISCREPANCIES = "discrepancies.json"
REVIEW = "review.json"
NAMES = "names.json"
ALL = (ARTICLE, PEOPLE, ORGANIZATIONS, CLAIMS, VOTES, DISCREPANCIES, REVIEW, NAMES)
SHIPPED = "schema"


def schema_texts() -> dict[str, str]:
    """The shipped schemas by file name; the same bytes whatever version of the validation library is installed."""
    folder = files("generator.facts") / SHIPPED
    return {name: (folder / name).read_text(encoding="utf-8") for name in ALL}


def generated() -> dict[str, dict[str, Any]]:
    """The schemas by file name, as the model has them now."""
    return {
        ARTICLE: _map_of("What one article says", IN_AN_ARTICLE),
        PEOPLE: _map_of("People across all articles", {"per": ResolvedPerson}),
        ORGANIZATIONS: _map_of("Organizations across all articles", {"org": ResolvedOrganization}),
        CLAIMS: _map_of("Claims that several articles report", {"clm": ResolvedClaim}),
        VOTES: _map_of("Votes that several reports tell of", {"vot": ResolvedVote}),
        DISCREPANCIES: _map_of("What articles disagree on", {"dis": Discrepancy}),
        REVIEW: _review(),
        NAMES: _names(),
    }


def _map_of(title: str, kinds: Mapping[str, type[BaseModel]]) -> dict[str, Any]:
    """The schema of a map from ids to records, whose type follows from the id's prefix."""
    whole = TypeAdapter(reduce(or_, kinds.values())).json_schema(ref_template="#/$defs/{model}")
    definitions = whole.pop("$defs", None) or {}
    if len(kinds) == 1:
        definitions[next(iter(kinds.values())).__name__] = {k: v for k, v in whole.items() if k != "$defs"}
    for kind in kinds.values():
        _without_id(definitions[kind.__name__])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "type": ["object", "null"],
        "patternProperties": {
            f"^{prefix}-[a-z0-9]+(-[a-z0-9]+)*$": {"$ref": f"#/$defs/{kind.__name__}"} for prefix, kind in kinds.items()
        },
        "additionalProperties": False,
        "$defs": definitions,
    }


def _without_id(definition: dict[str, Any]) -> None:
    """Take the id out of a record's schema: in a file it is the record's key."""
    definition["properties"].pop("id")
    definition["required"] = [name for name in definition.get("required", ()) if name != "id"]


def _review() -> dict[str, Any]:
    decision = Decision.model_json_schema()
    definitions = decision.pop("$defs") | _added_definitions()
    decision["allOf"] = [_needs(op) for op in ReviewOp]
    of_a_field = {"op": {"const": ReviewOp.CONFIRM.value}, "field": {"type": "string"}}
    decision["allOf"].append(
        {"if": {"properties": of_a_field, "required": ["op", "field"]}, "then": {"required": ["expect"]}}
    )
    is_add = {"op": {"const": ReviewOp.ADD.value}}
    for name, kind in ADDABLE.items():
        to_list = {"properties": is_add | {"field": {"const": name}}, "required": ["op", "field"]}
        decision["allOf"].append(
            {"if": to_list, "then": {"properties": {"value": {"$ref": f"#/$defs/{kind.__name__}"}}}}
        )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What people decided about the facts",
        "type": ["array", "null"],
        "items": decision,
        "$defs": definitions,
    }


_VALUES: dict[ReviewOp, dict[str, Any]] = {
    ReviewOp.SPLIT: {"value": {"type": "array", "minItems": 1}},
    ReviewOp.RENAME: {"value": {"type": "string", "pattern": r"\S"}},
    ReviewOp.ADD: {"target": {"pattern": "^art-"}, "field": {"enum": [*ADDABLE]}},
}
"""What else a decision's fields have to be, by what it does."""


def _needs(op: ReviewOp) -> dict[str, Any]:
    """What a decision needs and has no use for, as reading a review file says."""
    usable = {*ALWAYS, *NEEDED[op], *ALLOWED[op], *SIGNED}
    fields: dict[str, Any] = {name: False for name in Decision.model_fields if name not in usable}
    fields |= {name: {"not": {"type": "null"}} for name in NEEDED[op] if name in NEVER_NULL}
    if op in ACROSS_ARTICLES:
        of_a_kind = {"pattern": f"^({'|'.join(ACROSS_ARTICLES[op])})-"}
        fields |= {name: of_a_kind for name in ("target", "into") if name in usable}
    return {
        "if": {"properties": {"op": {"const": op.value}}, "required": ["op"]},
        "then": {"properties": fields | _VALUES.get(op, {}), "required": [*NEEDED[op]]},
    }


def _names() -> dict[str, Any]:
    body = ListedBody.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Bodies that go by several names",
        "type": ["array", "null"],
        "$defs": body.pop("$defs"),
        "items": body,
    }


def _added_definitions() -> dict[str, Any]:
    """The schemas of what can be added, without what it gets by itself."""
    whole = TypeAdapter(reduce(or_, ADDABLE.values())).json_schema(ref_template="#/$defs/{model}")
    definitions: dict[str, Any] = whole["$defs"]
    for kind in ADDABLE.values():
        _without_id(definitions[kind.__name__])
        del definitions[kind.__name__]["properties"]["confidence"]
    del definitions["Confidence"]
    return definitions
