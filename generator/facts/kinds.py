"""Layer 1, facts on disk: which kinds of record an article's file holds, told by the prefix of a record's id."""

from generator.model.records import (
    ArticleRecord,
    Claim,
    Discrepancy,
    Event,
    Membership,
    Organization,
    Person,
    Record,
    VoteEvent,
)

IN_AN_ARTICLE: dict[str, type[Record]] = {
    "art": ArticleRecord,
    "per": Person,
    "org": Organization,
    "mem": Membership,
    "clm": Claim,
    "vot": VoteEvent,
    "evt": Event,
    "dis": Discrepancy,
}
LISTS = {
    "per": "people",
    "org": "organizations",
    "mem": "memberships",
    "clm": "claims",
    "vot": "votes",
    "evt": "events",
    "dis": "discrepancies",
}
"""The list of `ArticleFacts` that a record belongs to."""

ADDABLE: dict[str, type[Record]] = {"claims": Claim, "memberships": Membership, "votes": VoteEvent}
"""What people can add to an article's facts, by the list of `ArticleFacts` that it is added to."""


def prefix_of(record_id: str) -> str:
    """What stands before an id's first hyphen: `per`, `clm`, …"""
    return record_id.partition("-")[0]
