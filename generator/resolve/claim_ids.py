"""Stage resolve: articles in, the same articles out, their claims told apart where one id stands for other words.

An id is made of a few of a claim's words, so that it outlives light edits. Where claims of two articles come to share
one though their words differ, each goes by all of its words: what people decide of the one is not decided of the other.
"""

from collections import defaultdict
from collections.abc import Sequence

from generator.model.facts import ArticleFacts
from generator.model.ids import longer_id
from generator.model.references import redirected


def with_claims_apart(articles: Sequence[ArticleFacts]) -> tuple[ArticleFacts, ...]:
    """The articles with no two claims under one id but those in the same words."""
    contents: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for facts in articles:
        for claim in facts.claims:
            contents[claim.id].add(claim.content)
    # Words are hashed where several stand under one id alone: there are few, and all claims come by at every build.
    shared = {
        short
        for short, several in contents.items()
        if len(several) > 1 and len({longer_id(short, content) for content in several}) > 1
    }
    if not shared:
        return tuple(articles)
    return tuple(_apart(facts, shared & {claim.id for claim in facts.claims}) for facts in articles)


def _apart(facts: ArticleFacts, shared: set[str]) -> ArticleFacts:
    if not shared:
        return facts
    ids = {claim.id: longer_id(claim.id, claim.content) for claim in facts.claims if claim.id in shared}
    claims = tuple(redirected(c.model_copy(update={"id": ids.get(c.id, c.id)}), ids) for c in facts.claims)
    return facts.model_copy(update={"claims": claims})
