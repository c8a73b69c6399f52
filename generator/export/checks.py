"""Layer 3: what must hold of a story before any of it is published: every reference leads to a record."""

from generator.errors import FactsError
from generator.model.facts import Story
from generator.model.references import references


def check_references(story: Story) -> None:
    """Raise a FactsError for the first reference that leads nowhere."""
    everyone = {record.id for record in (*story.people, *story.organizations)}
    for facts in story.articles:
        known = everyone | {claim.id for claim in facts.claims}
        for record in facts.records():
            for _, reference in references(record):
                if reference not in known:
                    problem = f"{record.id} refers to {reference}, which is not there"
                    raise FactsError(problem, file=facts.article.path, mend="run `explainer extract` on it again")
