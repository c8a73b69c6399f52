"""Stage resolve: the articles of a story in, points on which two of them disagree out.

Only what is surely the same thing is compared. All readings are kept; nobody is taken to be right.
"""

from collections.abc import Mapping, Sequence

from generator.model.facts import ArticleFacts, ResolvedVote
from generator.model.records import Discrepancy
from generator.resolve.claim_disagreements import claim_disagreements
from generator.resolve.event_disagreements import event_disagreements
from generator.resolve.people_disagreements import people_disagreements
from generator.resolve.vote_disagreements import vote_disagreements
from generator.resolve.wordings import Said


def disagreements(
    articles: Sequence[ArticleFacts],
    votes: Sequence[ResolvedVote],
    said: Sequence[Said],
    names: Mapping[str, Sequence[str]],
) -> tuple[Discrepancy, ...]:
    """Every point on which articles disagree, in order of id.

    Args:
        articles: every article's facts, with the ids of the story.
        votes: the votes that several reports tell of.
        said: every article's claims, the earliest article first.
        names: every name of each person and organization of the story, by id.
    """
    told = (
        *vote_disagreements(votes, articles, names),
        *claim_disagreements(said, names),
        *people_disagreements(articles),
        *event_disagreements(articles, names),
    )
    found = {each.id: each for each in told}
    return tuple(found[key] for key in sorted(found))
