"""Stage resolve: the articles of a story in, points on which two of them disagree out.

Only what is surely the same thing is compared: votes of one id that were not held on different days, and people of one
given name, post and organization whose surnames differ by a letter. Both readings are kept;
nobody is taken to be right.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from generator.model.facts import ArticleFacts
from generator.model.ids import fold, record_id
from generator.model.records import Discrepancy, DiscrepancyValue, Person, VoteEvent
from generator.model.words import DiscrepancyKind, VoteStatus

LONG_ENOUGH = 5

Told = tuple[str, VoteEvent]
READINGS: tuple[tuple[str, DiscrepancyKind, Callable[[VoteEvent], object]], ...] = (
    ("result", DiscrepancyKind.OUTCOME, lambda vote: vote.result and vote.result.value),
    ("for", DiscrepancyKind.COUNT, lambda vote: vote.counts.for_),
    ("against", DiscrepancyKind.COUNT, lambda vote: vote.counts.against),
    ("abstain", DiscrepancyKind.COUNT, lambda vote: vote.counts.abstain),
)


def disagreements(articles: Sequence[ArticleFacts]) -> tuple[Discrepancy, ...]:
    """Every point on which articles disagree, in order of id."""
    found = {each.id: each for each in (*_of_votes(articles), *_of_spellings(articles))}
    return tuple(found[key] for key in sorted(found))


def _of_votes(articles: Sequence[ArticleFacts]) -> Iterator[Discrepancy]:
    held: dict[str, list[Told]] = defaultdict(list)
    for facts in articles:
        for vote in facts.votes:
            if vote.status is VoteStatus.HELD:
                held[vote.id].append((facts.article.id, vote))
    for vote_id in sorted(held):
        days = {vote.when.date for _, vote in held[vote_id] if vote.when and vote.when.date}
        if len(days) < 2:
            for field, kind, reading in READINGS:
                yield from _of_one_vote(held[vote_id], field, kind, reading)


def _of_one_vote(
    told: Sequence[Told], field: str, kind: DiscrepancyKind, reading: Callable[[VoteEvent], object]
) -> Iterator[Discrepancy]:
    values: dict[object, DiscrepancyValue] = {}
    for article, vote in told:
        if (value := reading(vote)) is not None:
            told_value = DiscrepancyValue(value=str(value), article=article, evidence=vote.evidence[0])
            values.setdefault(value, told_value)
    if len(values) > 1:
        about = told[0][1].motion
        identifier = record_id("dis", about, told[0][1].id, field)
        yield Discrepancy(id=identifier, kind=kind, about=about, field=field, values=tuple(values.values()))


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
