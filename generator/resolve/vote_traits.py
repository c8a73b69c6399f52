"""Stage resolve: an article's vote in, what of it is compared with other reports out; and what sets two votes apart."""

import datetime
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.dates import Period, is_date, period
from generator.model.facts import ArticleFacts
from generator.model.ids import fold
from generator.model.records import Record, VoteEvent, is_id
from generator.model.words import Result, VoteClassification, VoteStatus
from generator.resolve.days import day_of
from generator.resolve.vote_turning import is_against, turned
from generator.resolve.vote_words import BILL, PUT_OFF, Wording, kind_of, may_be_one_body, plain_name, wording

A_WEEK = 7  # days: a time that is told no more closely is no day


@dataclass(frozen=True, kw_only=True)
class Told:
    """A vote as one article tells of it, with what it is compared by.

    Attributes:
        bill: the bill that it is on, for comparing: the vote's own, else the only one that the article speaks of.
        day: when it is or was, where that is known to a week or better; `span` where it is known at all.
        people: everyone whom the article names.
        is_put_off: whether a planned vote's words say that it had been planned for another day.
    """

    article: str
    vote: VoteEvent
    wording: Wording
    kind: VoteClassification | None
    bill: str | None
    body: str | None
    day: Period | None
    span: Period | None
    published: datetime.date | None
    people: frozenset[str]
    is_put_off: bool

    @property
    def key(self) -> tuple[str, str]:
        """The article's and the vote's ids."""
        return self.article, self.vote.id

    @property
    def is_held(self) -> bool:
        """Whether it has taken place."""
        return self.vote.status is VoteStatus.HELD

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The counts of either side that are told."""
        return frozenset(n for n in (self.vote.counts.for_, self.vote.counts.against) if n is not None)

    @cached_property
    def tallies(self) -> tuple[int, int] | None:
        """Both sides' counts, the smaller first; None where one is not told."""
        ours, theirs = self.vote.counts.for_, self.vote.counts.against
        return None if ours is None or theirs is None else (min(ours, theirs), max(ours, theirs))


def told_votes(articles: Collection[ArticleFacts], names: Mapping[str, str], parties: Collection[str]) -> list[Told]:
    """Every article's votes.

    Args:
        articles: in order, with the ids of the story.
        names: what each organization of the story is called, by its id.
        parties: folded words of parties' names.
    """
    return [told for facts in articles for told in _of_article(facts, names, parties)]


def _of_article(facts: ArticleFacts, names: Mapping[str, str], parties: Collection[str]) -> Iterator[Told]:
    if not facts.votes:
        return
    bills = {plain_name(bill) for record in facts.records() for bill in _bills(record)}
    only = bills.pop() if len(bills) == 1 else None
    people = frozenset(person.id for person in facts.people)
    known = _called(facts)
    for vote in facts.votes:
        body = _body(vote.body, names)
        words = wording(
            vote.motion, vote.bill or only, parties, _no_names(vote.motion, known) | set((body or "").split())
        )
        span = period(vote.when.date) if vote.when and vote.when.date and is_date(vote.when.date) else None
        yield Told(
            article=facts.article.id,
            vote=vote,
            wording=words,
            kind=kind_of(vote.classification, words),
            bill=plain_name(vote.bill) if vote.bill else only,
            body=body,
            day=span if span and (span.last - span.first).days < A_WEEK else None,
            span=span,
            published=day_of(facts.article.published),
            people=people,
            is_put_off=vote.status is VoteStatus.PLANNED and any(PUT_OFF.search(e.exact) for e in vote.evidence),
        )


def _called(facts: ArticleFacts) -> dict[str, frozenset[str]]:
    """By the last word of each person's name, the other words that people of that name are called by."""
    held: dict[str, set[str]] = {role.person: set() for role in facts.memberships}
    for role in facts.memberships:
        held[role.person] |= set(fold(role.role).split())
    called: dict[str, frozenset[str]] = {}
    for person in facts.people:
        *given, surname = fold(person.name).split()
        called[surname] = called.get(surname, frozenset()) | set(given) | held.get(person.id, set())
    return called


def _no_names(motion: str, called: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Names and titles that a motion may give somebody beside the name that is enough: `[President Ada] Marsh`."""
    plain = {word.removesuffix("'s") for word in fold(motion).split()}
    return frozenset[str]().union(*(others for surname, others in called.items() if surname in plain))


def _bills(record: Record) -> Iterator[str]:
    """The bills that a record's words name."""
    if isinstance(record, VoteEvent) and record.bill:
        yield record.bill
    for evidence in getattr(record, "evidence", ()):
        if "Bill" in evidence.exact:
            yield from (found.group() for found in BILL.finditer(evidence.exact))


def _body(reference: str | None, names: Mapping[str, str]) -> str | None:
    if reference is None:
        return None
    return plain_name(names.get(reference, reference)) if is_id(reference) else plain_name(reference)


def differ(first: Told, second: Told) -> bool:
    """Whether something that two reports tell makes two votes of them; their times are compared elsewhere."""
    a, b = first.wording, second.wording
    return (
        _unlike(first.kind, second.kind)
        or _unlike(a.reading, b.reading)
        or _disjoint(a.parties, b.parties)
        or _disjoint(a.figures, b.figures)
        or bool(a.names - b.names and b.names - a.names)
        or _bills_differ(first, second)
        or _unlike(_mover(first.vote.proposer), _mover(second.vote.proposer))
        or not may_be_one_body(first.body, second.body)
        or (first.is_held and second.is_held and _outcomes_differ(first, second))
    )


def _outcomes_differ(first: Told, second: Told) -> bool:
    """Whether two held votes ended in ways that cannot be two reports' of one.

    A paper may have one count wrong. That both are others, or that one vote was won and another lost, is another
    vote, unless two articles word it alike.
    """
    if first.article != second.article and len(first.wording.telling) != 1 and is_worded_alike(first, second):
        return False
    if first.tallies and second.tallies:
        return not first.numbers & second.numbers or (
            first.article == second.article and first.tallies != second.tallies
        )
    if first.numbers and second.numbers:
        return not first.numbers & second.numbers
    return _unlike(_won(first.vote), _won(second.vote))


def is_worded_alike(first: Told, second: Told) -> bool:
    """Whether the same telling words name both, or the same reading of one bill."""
    a, b = first.wording, second.wording
    if a.telling or b.telling:
        return a.telling == b.telling and not (a.is_another or b.is_another)
    return is_same_bill(first, second) and a.reading == b.reading and first.kind == second.kind


def _mover(proposer: str | None) -> str | None:
    """Who moved it, if that is a person: a party's motion may be told as its member's."""
    return proposer if proposer is not None and proposer.startswith("per-") else None


def _won(vote: VoteEvent) -> bool | None:
    """Whether what is voted on was carried, by whichever motion; None where no result is told."""
    result = turned(vote).result if is_against(vote) else vote.result
    return None if result is None else result in (Result.PASSED, Result.ELECTED)


def _bills_differ(first: Told, second: Told) -> bool:
    """Whether both votes' own words name bills, and others; a part of a bill's name may stand for it."""
    if not first.vote.bill or not second.vote.bill:
        return False
    a, b = plain_name(first.vote.bill), plain_name(second.vote.bill)
    return a not in b and b not in a


def _unlike(first: object, second: object) -> bool:
    return first is not None and second is not None and first != second


def _disjoint(first: Collection[str], second: Collection[str]) -> bool:
    return bool(first and second) and not set(first) & set(second)


def names_in_common(first: Told, second: Told) -> int:
    """How many people both articles name."""
    return len(first.people & second.people)


def times_meet(first: Told, second: Told) -> bool:
    """Whether both are of one day, as far as either is told."""
    return first.day is not None and second.day is not None and first.day.meets(second.day)


def is_near(told: Told, other: Told, *, days: int) -> bool:
    """Whether a report without a day was published when another's vote was news: within so many days of it.

    Of a vote that was held it was published on the day or after; of a planned one on the day or before.
    """
    if told.published is None or other.day is None or (told.span and not told.span.meets(other.day)):
        return False
    within = datetime.timedelta(days=days)
    if told.is_held:
        return other.day.first <= told.published <= other.day.last + within
    return other.day.first - within <= told.published <= other.day.last


def is_same_bill(first: Told, second: Told) -> bool:
    """Whether both are on one bill: by their own words or because their articles speak of no other."""
    return first.bill is not None and first.bill == second.bill
