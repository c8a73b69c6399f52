"""Small facts that several tests share."""

from typing import Any

from generator.model.facts import ArticleFacts, Story
from generator.resolve import resolve

TEXT = (
    "Prime Minister Ann Lee said the bridge would close. “It is not safe,” she told MPs.\n"
    "The council denied the claim. Mr Ray will put a motion to a vote on Monday.\n"
)


def article_facts(article: str = "art-a", **lists: list[dict[str, Any]]) -> ArticleFacts:
    """Facts of one article, the given lists in place of the usual ones."""
    usual: dict[str, Any] = {
        "people": [
            {"id": "per-ann-lee", "name": "Ann Lee", "sort_name": "Lee, Ann", "evidence": [quoted("Ann Lee")]},
            {"id": "per-bo-ray", "name": "Bo Ray", "sort_name": "Ray, Bo", "evidence": [quoted("Mr Ray")]},
        ],
        "organizations": [{"id": "org-council", "name": "council", "evidence": [quoted("council")]}],
        "memberships": [
            {
                "id": "mem-ann-lee-prime-minister-aaaaaa",
                "person": "per-ann-lee",
                "role": "Prime Minister",
                "organization": "org-council",
                "evidence": [quoted("Prime Minister Ann Lee")],
            }
        ],
        "claims": [
            claim("clm-ann-lee-111111", "the bridge would close", speaker="per-ann-lee", about=["per-bo-ray"]),
            claim("clm-council-222222", "the claim", act="denial", replies_to="clm-ann-lee-111111"),
        ],
        "votes": [
            {
                "id": "vot-motion-333333",
                "status": "planned",
                "motion": "a motion",
                "proposer": "per-bo-ray",
                "positions": [{"voter": "per-bo-ray", "option": "for", "kind": "declared"}],
                "evidence": [quoted("Mr Ray will put a motion to a vote on Monday.")],
            }
        ],
        "events": [
            {
                "id": "evt-bridge-444444",
                "what": "the bridge would close",
                "participants": ["per-bo-ray"],
                "evidence": [quoted("the bridge would close")],
            }
        ],
        "discrepancies": [],
    }
    record = {"id": article, "path": f"seeds/{article}.txt", "sha256": "0" * 64, "extractor": "test"}
    return ArticleFacts.model_validate({"article": record, **usual, **lists})


def quoted(exact: str) -> dict[str, str]:
    """Evidence of its words alone."""
    return {"exact": exact}


def claim(key: str, content: str, **fields: Any) -> dict[str, Any]:
    """A claim's fields, with the usual ones where none are given."""
    usual = {"attribution": "named-person", "mode": "indirect", "act": "statement", "evidence": [quoted(content)]}
    return {"id": key, "content": [content], **usual, **fields}


def story(*articles: ArticleFacts) -> Story:
    """The story of some articles, or of the usual one."""
    return resolve(articles or [article_facts()])
