"""Stage resolve: the facts of many articles in, one story out: who is the same, and where reports disagree."""

from collections.abc import Sequence

from generator.model.facts import ArticleFacts, Story
from generator.resolve.claims import resolve_claims
from generator.resolve.disagreement import disagreements
from generator.resolve.organizations import resolve_organizations
from generator.resolve.people import resolve_people
from generator.resolve.references import rewrite
from generator.resolve.votes import resolve_votes
from generator.resolve.wordings import said_claims

__all__ = ["resolve"]


def resolve(facts: Sequence[ArticleFacts]) -> Story:
    """Join people and bodies of the same name across articles, and compare what articles tell of the same thing.

    The order of `facts` makes no difference. Two are joined only where nothing speaks against it: a wrong join would
    put one person's words into another's mouth.
    """
    ordered = sorted(facts, key=lambda each: each.article.id)
    organizations, bodies = resolve_organizations(ordered)
    placed = [rewrite(each, bodies.get(each.article.id, {})) for each in ordered]
    people, persons = resolve_people(placed)
    articles = tuple(rewrite(each, persons.get(each.article.id, {})) for each in placed)
    said = said_claims(articles)
    names = {one.id: (one.name, *one.other_names) for one in people}
    names |= {one.id: (one.name, *one.other_names) for one in organizations}
    votes = resolve_votes(articles, organizations)
    return Story(
        people=people,
        organizations=organizations,
        claims=resolve_claims(said),
        votes=votes,
        discrepancies=disagreements(articles, votes, said, names),
        articles=articles,
    )
