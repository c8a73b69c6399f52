"""Stage resolve: the facts of many articles in, one story out: who is the same, and where reports disagree."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.model.facts import ArticleFacts, ResolvedOrganization, ResolvedPerson, Story
from generator.model.listed import ListedBody
from generator.resolve.claim_ids import with_claims_apart
from generator.resolve.claims import resolve_claims
from generator.resolve.disagreement import disagreements
from generator.resolve.organizations import resolve_organizations
from generator.resolve.people import resolve_people
from generator.resolve.references import rewrite
from generator.resolve.vote_disagreements import vote_disagreements
from generator.resolve.votes import resolve_votes
from generator.resolve.wordings import said_claims

__all__ = ["compare_votes_anew", "resolve"]


def resolve(facts: Sequence[ArticleFacts], listed: Sequence[ListedBody] = ()) -> Story:
    """Join people and bodies of the same name across articles, and compare what articles tell of the same thing.

    Two are joined only where nothing speaks against it: a wrong join would put one person's words into another's mouth.

    Args:
        facts: every article's facts, in any order.
        listed: bodies that go by several names, the site's own before those that every site knows.
    """
    ordered = with_claims_apart(sorted(facts, key=lambda each: each.article.id))
    organizations, bodies = resolve_organizations(ordered, listed)
    placed = [rewrite(each, bodies.get(each.article.id, {})) for each in ordered]
    people, persons = resolve_people(placed)
    articles = tuple(rewrite(each, persons.get(each.article.id, {})) for each in placed)
    said = said_claims(articles)
    names = _names((*people, *organizations))
    votes = resolve_votes(articles, organizations)
    return Story(
        people=people,
        organizations=organizations,
        claims=resolve_claims(said),
        votes=votes,
        discrepancies=disagreements(articles, votes, said, names),
        articles=articles,
    )


def compare_votes_anew(before: Story, after: Story) -> Story:
    """The story after review with what its votes' reports differ on, as people joined, parted and mended them.

    Args:
        before: the story as resolved; what people decided of its discrepancies stays decided, and others have the
            values that the reports have after review.
        after: the same with decisions applied.
    """
    old, new = (
        {found.id: found for found in vote_disagreements(story.votes, story.articles, _names_of(story))}
        for story in (before, after)
    )
    kept = [
        new[found.id] if found == old.get(found.id) else found
        for found in after.discrepancies
        if found.id not in old or found.id in new
    ]
    added = [found for key, found in new.items() if key not in old]
    return replace(after, discrepancies=tuple(sorted((*kept, *added), key=lambda found: found.id)))


def _names_of(story: Story) -> Mapping[str, Sequence[str]]:
    return _names((*story.people, *story.organizations))


def _names(records: Iterable[ResolvedPerson | ResolvedOrganization]) -> Mapping[str, Sequence[str]]:
    """Every name of each, the one it is called by first."""
    return {one.id: (one.name, *one.other_names) for one in records}
