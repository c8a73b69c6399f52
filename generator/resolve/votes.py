"""Stage resolve: every article's votes in, those that are one vote out, planned in one article and held in another.

Precision first: two votes on different days, on an amendment and on its bill, on two readings or in two bodies stay
two. What could be either stays apart too, for editors to merge.
"""

from collections.abc import Sequence

from generator.model.facts import ArticleFacts, ResolvedOrganization, ResolvedVote
from generator.model.ids import fold
from generator.model.words import Classification
from generator.resolve.lexicon import words
from generator.resolve.reported import named
from generator.resolve.vote_joining import joined
from generator.resolve.vote_traits import Told, told_votes


def resolve_votes(
    articles: Sequence[ArticleFacts], organizations: Sequence[ResolvedOrganization]
) -> tuple[ResolvedVote, ...]:
    """Every vote that more than one report tells of, in order of id.

    Args:
        articles: every article's facts, with the ids of the story.
        organizations: the bodies of the story.
    """
    groups = groups_of(articles, organizations)
    reports = named([told.key for told in group] for group in groups)
    found = (
        ResolvedVote(id=one, motion=group[0].vote.motion, reports=told)
        for group, (one, told) in zip(groups, reports, strict=True)
    )
    return tuple(sorted(found, key=lambda vote: vote.id))


def groups_of(articles: Sequence[ArticleFacts], organizations: Sequence[ResolvedOrganization]) -> list[list[Told]]:
    """The reports of each vote that several tell of, the earliest article first."""
    ordered = sorted(articles, key=lambda facts: facts.article.place)
    names = {body.id: body.name for body in organizations}
    parties = {
        word
        for body in organizations
        if body.classification is Classification.PARTY
        for word in fold(body.name).split()
        if word not in words("of_any_party")
    }
    return [group for group in joined(told_votes(ordered, names, parties)) if len(group) > 1]
