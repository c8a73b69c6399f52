"""Stage resolve: the reports of each vote in, the points on which articles' reports of it differ out.

All values are kept, each with its article's words; nobody is taken to be right. What only a planned vote's reports tell
is not compared: a day that was moved is no disagreement.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.model.dates import Period, is_date, period
from generator.model.facts import ArticleFacts, ResolvedVote
from generator.model.ids import record_id
from generator.model.records import Discrepancy, DiscrepancyValue, VoteEvent
from generator.model.words import DiscrepancyKind, PositionKind, Result, VoteStatus
from generator.resolve.vote_turning import as_other

Told = tuple[str, VoteEvent]
Reading = Callable[[VoteEvent], str | None]
COUNTS: tuple[tuple[str, Reading], ...] = (
    ("for", lambda vote: _number(vote.counts.for_)),
    ("against", lambda vote: _number(vote.counts.against)),
    ("abstain", lambda vote: _number(vote.counts.abstain)),
)
SAYS_HOW_IT_ENDED = (Result.PASSED, Result.REJECTED)
"""A tie is often told as the casting vote's result, and an election has a result of its own."""


def vote_disagreements(
    votes: Sequence[ResolvedVote], articles: Sequence[ArticleFacts], names: Mapping[str, Sequence[str]]
) -> Iterator[Discrepancy]:
    """What reports of one vote differ on: how it ended, the counts, the day, a group's count.

    Reports of the motion the other way round are turned, so that all are compared as the first one tells it.

    Args:
        votes: the votes that several reports tell of.
        articles: every article's facts.
        names: every name of each person and organization of the story, by id, the one it is called by first.
    """
    found = {(facts.article.id, vote.id): vote for facts in articles for vote in facts.votes}
    for vote in votes:
        told = [(report.article, found[report.article, report.record]) for report in vote.reports]
        held = [(article, one) for article, one in told if one.status is VoteStatus.HELD]
        alike = [(article, as_other(one, held[0][1])) for article, one in held]
        yield from _differing(vote, alike, "result", DiscrepancyKind.OUTCOME, _ended)
        for field, reading in COUNTS:
            yield from _differing(vote, alike, field, DiscrepancyKind.COUNT, reading)
        for voter, option in dict.fromkeys((p.voter, p.option) for _, one in alike for p in one.positions):
            field = f"{option}: {names.get(voter, (voter,))[0]}"
            yield from _differing(vote, alike, field, DiscrepancyKind.COUNT, _count_of(voter, option))
        yield from _days(vote, held)


def _differing(
    vote: ResolvedVote, told: Sequence[Told], field: str, kind: DiscrepancyKind, reading: Reading
) -> Iterator[Discrepancy]:
    """The discrepancy, where articles give several values; each value has the first article that gives it."""
    values: dict[str, Told] = {}
    for article, one in told:
        if (value := reading(one)) is not None:
            values.setdefault(value, (article, one))
    if len({article for article, _ in values.values()}) > 1:
        yield _discrepancy(vote, field, kind, values)


def _discrepancy(vote: ResolvedVote, field: str, kind: DiscrepancyKind, values: Mapping[str, Told]) -> Discrepancy:
    return Discrepancy(
        id=record_id("dis", vote.motion, vote.id, field),
        kind=kind,
        about=vote.motion,
        field=field,
        values=tuple(
            DiscrepancyValue(value=value, article=article, evidence=one.evidence[0])
            for value, (article, one) in values.items()
        ),
    )


def _days(vote: ResolvedVote, held: Sequence[Told]) -> Iterator[Discrepancy]:
    """Days on which the vote is said to have been held, where no day belongs to all."""
    spans: dict[str, Period] = {}
    values: dict[str, Told] = {}
    for article, one in held:
        date = one.when.date if one.when else None
        if date and is_date(date) and all(not period(date).meets(other) for other in spans.values()):
            spans[date] = period(date)
            values[date] = (article, one)
    if len({article for article, _ in values.values()}) > 1:
        yield _discrepancy(vote, "when", DiscrepancyKind.TIME, values)


def _ended(vote: VoteEvent) -> str | None:
    return vote.result.value if vote.result in SAYS_HOW_IT_ENDED else None


def _count_of(voter: str, option: str) -> Reading:
    def reading(vote: VoteEvent) -> str | None:
        for one in vote.positions:
            if one.voter == voter and one.option == option and one.kind is PositionKind.CAST:
                return _number(one.count)
        return None

    return reading


def _number(count: int | None) -> str | None:
    return None if count is None else str(count)
