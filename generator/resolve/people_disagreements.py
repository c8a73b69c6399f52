"""Stage resolve: the people of each article and their roles in, names and titles on which articles differ out.

A name that differs by a letter is disputed where all else of it, the post and the body agree, and a title where one
article makes somebody another's deputy; nobody is joined for it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from generator.model.facts import ArticleFacts
from generator.model.ids import fold, record_id
from generator.model.records import ArticleRecord, Discrepancy, DiscrepancyValue, Evidence, Membership, Person
from generator.model.words import DiscrepancyKind, Tense
from generator.resolve.blocks import blocks
from generator.resolve.days import are_within
from generator.resolve.lexicon import words

LONG_ENOUGH = 5
NEWS = 60
"""Days between two articles that may speak of one holder of a post of which they do not say where it is."""
AT_ONCE = 14
"""Days between two articles in which nobody is likely to have been promoted."""


@dataclass(frozen=True)
class Held:
    """A role that an article gives a person."""

    article: ArticleRecord
    person: Person
    role: Membership

    @property
    def post(self) -> str:
        """The post for comparing."""
        return fold(self.role.post or self.role.role)

    @property
    def evidence(self) -> Evidence:
        """The words that give the role."""
        return self.role.evidence[0]


def people_disagreements(articles: Sequence[ArticleFacts]) -> Iterator[Discrepancy]:
    """Spellings of a name and titles of a person that differ between articles.

    Args:
        articles: every article's facts, with the ids of the story.
    """
    held = list(_held(articles))
    yield from _spellings(held)
    yield from _titles(held)


def _held(articles: Sequence[ArticleFacts]) -> Iterator[Held]:
    for facts in articles:
        people = {person.id: person for person in facts.people}
        for role in facts.memberships:
            if role.person in people:
                yield Held(facts.article, people[role.person], role)


def _spellings(held: Sequence[Held]) -> Iterator[Discrepancy]:
    """People of one post who share a given name or a surname, and whose other names are a letter apart."""
    holders = blocks(held, _spelling_keys)
    found: dict[tuple[str, ...], list[Held]] = {}
    for key in sorted(key for key, same in holders.items() if len(same) > 1):
        for first, second in _neighbours(holders[key], lambda one: one.person.id):
            if first.article.id != second.article.id and _is_slip(first, second):
                pair = sorted((first, second), key=lambda one: one.person.name)
                found.setdefault(tuple(one.person.name for one in pair), pair)
    for names in sorted(found):
        yield _spelling(*found[names])


def _spelling_keys(held: Held) -> Iterator[tuple[str, ...]]:
    """The post and one name, with the other, and with it less any letter: two that are a letter apart share one."""
    given, _, surname = fold(held.person.name).rpartition(" ")
    if given and (held.role.organization or " " in held.post):
        post = f"{held.post} @ {held.role.organization or ''}"
        for place, name, other in (("given", given, surname), ("surname", surname, given)):
            if len(other) >= LONG_ENOUGH:
                yield from ((place, name, post, other[:at] + other[at + 1 :]) for at in range(len(other) + 1))


def _neighbours(held: Sequence[Held], reading: Callable[[Held], str]) -> Iterator[tuple[Held, Held]]:
    """Roles of other readings, each with the nearest before it in time that has another one."""
    latest: dict[str, Held] = {}
    for one in sorted(held, key=lambda one: one.article.place):
        own = reading(one)
        yield from ((other, one) for key, other in latest.items() if key != own)
        latest[own] = one


def _is_slip(first: Held, second: Held) -> bool:
    mine, theirs = (fold(one.person.name).rpartition(" ") for one in (first, second))
    others = [(a, b) for a, b in ((mine[0], theirs[0]), (mine[2], theirs[2])) if a != b]
    is_news = _are_within(first, second, NEWS)
    is_placed = first.role.organization is not None or is_news
    return len(others) == 1 and is_placed and _one_letter_apart(*others[0])


def _are_within(first: Held, second: Held, days: int) -> bool:
    return are_within(first.article.published, second.article.published, days) is True


def _spelling(*told: Held) -> Discrepancy:
    names = [one.person.name for one in told]
    return Discrepancy(
        id=record_id("dis", names[0], *names, "name"),
        kind=DiscrepancyKind.SPELLING,
        about=names[0],
        field="name",
        values=tuple(
            DiscrepancyValue(value=one.person.name, article=one.article.id, evidence=one.person.evidence[0])
            for one in told
        ),
    )


def _one_letter_apart(first: str, second: str) -> bool:
    """Whether one letter was changed, left out or added, in names long enough for that to be a slip."""
    return min(len(first), len(second)) >= LONG_ENOUGH and Levenshtein.distance(first, second, score_cutoff=1) == 1


def _titles(held: Sequence[Held]) -> Iterator[Discrepancy]:
    """People whom one article calls the holder of a post, and another at that time the holder's deputy or shadow."""
    posts = blocks(held, _title_keys)
    for key in sorted(posts):
        found: dict[tuple[str, ...], tuple[Held, Held]] = {}
        for first, second in _neighbours(posts[key], _title_words):
            if first.article.id != second.article.id and are_within(
                first.article.published, second.article.published, AT_ONCE
            ):
                found.setdefault(tuple(sorted(map(_title_words, (first, second)))), (first, second))
        for pair in found.values():
            yield _title(*pair)


def _title_keys(held: Held) -> Iterator[tuple[str, str, str]]:
    """The person, the post without a rank, and the body."""
    plain = " ".join(word for word in _title_words(held).split() if word not in words("ranks"))
    if held.role.tense is Tense.CURRENT and (held.role.organization or " " in plain):
        yield held.person.id, plain, held.role.organization or ""


def _title_words(held: Held) -> str:
    return held.post.replace("-", " ")


def _title(*told: Held) -> Discrepancy:
    roles = [one.role.role for one in told]
    return Discrepancy(
        id=record_id("dis", told[0].person.name, told[0].person.id, "role", *sorted(roles)),
        kind=DiscrepancyKind.ROLE,
        about=told[0].person.id,
        field="role",
        values=tuple(
            DiscrepancyValue(value=one.role.role, article=one.article.id, evidence=one.evidence) for one in told
        ),
    )
