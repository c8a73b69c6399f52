"""Stage resolve: the articles of a site in, the stories that they fall into out.

Two articles are linked where the people, bodies and bills that both name weigh enough together, with what both tell of:
the same vote, somebody's resignation or death. Names that may stand in any article weigh little or nothing: a
parliament, a party, a head of government, whoever many articles of the same weeks name. Articles are placed in the
order of their days, each into the story that it is linked with best, and none is moved again: a later article moves no
earlier one, and a story keeps the id that its first article gave it.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from generator.model.dates import earliest, is_date
from generator.model.facts import ArticleFacts, ResolvedVote, Storyline
from generator.model.ids import fold
from generator.model.records import Membership, VoteEvent
from generator.model.references import references
from generator.model.words import Classification, Tense, VoteClassification
from generator.resolve.lexicon import words
from generator.resolve.once import ONCE

WINDOW = 60
"""Days after which a story that nobody wrote about is over."""
LINKED, SURELY_LINKED = 2.0, 4.0
"""What shared names have to weigh to link two articles: two people, say; and to need no second article's word."""
ENOUGH = 3
"""A new article is linked with at least one of so many articles of the story."""
FEW, MANY = 6, 50
"""Up to `FEW` articles of the window a name keeps its whole weight; one in more than `MANY` tells nothing."""
WHOLE, HALF = 1.0, 0.5
BODIES = {
    Classification.COMPANY: WHOLE,
    Classification.COUNCIL: HALF,
    Classification.GROUP: HALF,
    Classification.PARTY: 0.0,
    Classification.GOVERNMENT: 0.0,
    Classification.DEPARTMENT: 0.0,
    Classification.LEGISLATURE: 0.0,
    Classification.COURT: 0.0,
    Classification.MEDIA: 0.0,
    None: HALF,
}
"""What a body weighs by its kind: what stands in news of every subject tells no story."""


HAPPENED = {name: re.compile(rf"\b{forms}", re.IGNORECASE) for name, forms in ONCE.items()}


def storylines(articles: Sequence[ArticleFacts], votes: Sequence[ResolvedVote] = ()) -> tuple[Storyline, ...]:
    """The stories of two or more articles, in order of id; the order of `articles` makes no difference.

    Args:
        articles: every article's facts, references resolved across articles.
        votes: the votes that several of their reports tell of.
    """
    told_of: dict[str, dict[str, str]] = defaultdict(dict)
    for vote in votes:
        for report in vote.reports:
            told_of[report.article][report.record] = vote.id
    placing = _Placing()
    places = (_Place.of(facts, told_of[facts.article.id]) for facts in articles)
    for place in sorted(places, key=lambda place: (place.day, place.article)):
        placing.add(place)
    told = (tuple(article for _, article in story) for story in placing.stories if len(story) > 1)
    found = (Storyline(id=f"sto-{ids[0].removeprefix('art-')}", articles=ids) for ids in told)
    return tuple(sorted(found, key=lambda story: story.id))


@dataclass(frozen=True, slots=True)
class _Place:
    """An article on its way to a story: its day (infinite if unknown), what each name weighs, whom it calls a head."""

    article: str
    day: float
    weights: Mapping[str, float]
    heads: frozenset[str]

    @classmethod
    def of(cls, facts: ArticleFacts, told_of: Mapping[str, str]) -> "_Place":
        published = facts.article.published
        day = earliest(published).toordinal() if published and is_date(published) else float("inf")
        weights = dict.fromkeys(_people(facts), WHOLE)
        weights |= {body.id: BODIES[body.classification] for body in facts.organizations}
        weights |= {fold(vote.bill).removeprefix("the "): WHOLE for vote in facts.votes if vote.bill}
        weights |= {told_of[vote.id]: LINKED for vote in facts.votes if vote.id in told_of and not _is_election(vote)}
        weights |= dict.fromkeys(_happenings(facts), WHOLE)
        heads = frozenset(role.person for role in facts.memberships if _is_head(role))
        return cls(facts.article.id, day, weights, heads)

    @property
    def first_day(self) -> float:
        """The first day whose articles may be of the same story; an article without a day may belong to any."""
        return self.day - WINDOW if self.day < float("inf") else float("-inf")


def _people(facts: ArticleFacts) -> Iterator[str]:
    """Whom an article names, and whom a person who reviewed its facts found in them."""
    yield from (person.id for person in facts.people)
    yield from (actor for r in facts.records() for _, actor in references(r) if actor.startswith("per-"))


def _is_election(vote: VoteEvent) -> bool:
    """Whether the vote is an election, which articles of many stories tell of."""
    return vote.classification is VoteClassification.ELECTION


def _happenings(facts: ArticleFacts) -> Iterator[str]:
    """What happens to somebody but once in a long time, and to whom: a resignation, an arrest, a death."""
    for event in facts.events:
        found = [name for name, form in HAPPENED.items() if form.search(event.what)]
        yield from (f"{name} {who}" for name in found for who in event.participants if who.startswith("per-"))


def _is_head(role: Membership) -> bool:
    post = fold(role.post or role.role).removeprefix("the ")
    return role.tense in (Tense.CURRENT, Tense.ACTING) and post in words("heads")


Dated = tuple[float, str]
"""A day and an article."""


@dataclass(slots=True)
class _Placing:
    """Articles placed so far: the stories, each article's number among them, and where each name stands, by day."""

    stories: list[list[Dated]] = field(default_factory=list)
    _story_of: dict[str, int] = field(default_factory=dict)
    _naming: dict[str, list[Dated]] = field(default_factory=lambda: defaultdict(list))
    _heads: set[str] = field(default_factory=set)

    def add(self, place: _Place) -> None:
        """Put an article that is not earlier than any before it into the story it belongs to, else into a new one."""
        self._heads |= place.heads
        number = self._best(place, self._links(place))
        if number is None:
            number = len(self.stories)
            self.stories.append([])
        self._story_of[place.article] = number
        for members in (self.stories[number], *(self._naming[name] for name in place.weights)):
            members.append((place.day, place.article))

    def _links(self, place: _Place) -> dict[str, float]:
        """The articles that one is linked with, each with the weight of the names that both hold."""
        shared: dict[str, float] = defaultdict(float)
        for name, weight in place.weights.items():
            recent = _recent(self._naming[name], place)
            if weight and recent < MANY:
                rarity = min(1.0, sqrt(FEW / (recent + 1)))
                for _, other in self._naming[name][-recent:] if recent else ():
                    shared[other] += rarity * (min(weight, HALF) if name in self._heads else weight)
        return {other: weight for other, weight in shared.items() if weight >= LINKED}

    def _best(self, place: _Place, links: Mapping[str, float]) -> int | None:
        """The story that one is linked with most, on average over its articles of the window; of equals the first."""
        by_story: dict[int, list[float]] = defaultdict(list)
        for other, weight in links.items():
            by_story[self._story_of[other]].append(weight)
        best: tuple[float, int] | None = None
        for number, weights in by_story.items():
            recent = _recent(self.stories[number], place)
            if len(weights) * ENOUGH >= recent or max(weights) >= SURELY_LINKED:
                best = max(best or (0.0, 0), (sum(weights) / recent, -number))
        return None if best is None else -best[1]


def _recent(named: Sequence[Dated], place: _Place) -> int:
    """How many articles of a list in order of day are near enough to another one: the last so many."""
    return len(named) - bisect_left(named, (place.first_day, ""))
