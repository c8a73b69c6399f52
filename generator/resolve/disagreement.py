"""Stage resolve: the articles of a story in, points on which two of them disagree out.

Only what is surely the same thing is compared: reports of one vote, and people of one given name, post and organization
whose surnames differ by a letter. Both readings are kept; nobody is taken to be right.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.model.facts import ArticleFacts, ResolvedVote
from generator.model.ids import fold, record_id
from generator.model.records import Discrepancy, DiscrepancyValue, Person
from generator.model.words import DiscrepancyKind
from generator.resolve.vote_disagreements import vote_disagreements

LONG_ENOUGH = 5


def disagreements(articles: Sequence[ArticleFacts], votes: Sequence[ResolvedVote]) -> tuple[Discrepancy, ...]:
    """Every point on which articles disagree, in order of id.

    Args:
        articles: every article's facts, with the ids of the story.
        votes: the votes that several reports tell of.
    """
    found = {each.id: each for each in (*vote_disagreements(votes, articles), *_of_spellings(articles))}
    return tuple(found[key] for key in sorted(found))


def _of_spellings(articles: Sequence[ArticleFacts]) -> Iterator[Discrepancy]:
    holders: dict[tuple[str, str, str], dict[str, tuple[str, Person]]] = defaultdict(dict)
    for facts in articles:
        people = {person.id: person for person in facts.people}
        for role in facts.memberships:
            person = people.get(role.person)
            if person and role.organization and (given := _given(person)):
                key = (given, fold(role.post or role.role), role.organization)
                holders[key].setdefault(person.id, (facts.article.id, person))
    for key in sorted(holders):
        for (first_in, first), (second_in, second) in combinations(holders[key].values(), 2):
            if first_in != second_in and _one_letter_apart(_surname(first), _surname(second)):
                yield _spelling((first_in, first), (second_in, second))


def _spelling(*told: tuple[str, Person]) -> Discrepancy:
    names = sorted(person.name for _, person in told)
    return Discrepancy(
        id=record_id("dis", names[0], *names, "name"),
        kind=DiscrepancyKind.SPELLING,
        about=names[0],
        field="name",
        values=tuple(
            DiscrepancyValue(value=person.name, article=article, evidence=person.evidence[0])
            for article, person in told
        ),
    )


def _given(person: Person) -> str:
    return fold(person.name).rpartition(" ")[0]


def _surname(person: Person) -> str:
    return fold(person.name).rpartition(" ")[2]


def _one_letter_apart(first: str, second: str) -> bool:
    """Whether one letter was changed, left out or added, in names long enough for that to be a slip."""
    short, long = sorted((first, second), key=len)
    if first == second or len(short) < LONG_ENOUGH or len(long) - len(short) > 1:
        return False
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
