"""Stage resolve: every article's events in, the two days out on which articles put somebody's resignation or death.

Only a clause is read whose own subject is the person, by name, right before the verb, and whose day is known exactly.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.dates import Period, is_date, period
from generator.model.facts import ArticleFacts
from generator.model.ids import fold, record_id
from generator.model.records import Discrepancy, DiscrepancyValue, Event
from generator.model.words import DiscrepancyKind
from generator.resolve.blocks import blocks
from generator.resolve.days import are_within, day_of
from generator.resolve.once import ONCE

NEWS = 14
"""Days between two articles that may tell of one thing that happened to somebody."""
APART = 7
"""Days that two articles' readings of one day may lie apart: more, and it may have happened twice."""
DONE = {name: re.compile(rf" (?:has |had )?{words}") for name, words in ONCE.items()}
OF_POST = re.compile(r" (?:as|from) ")


@dataclass(frozen=True, kw_only=True)
class _Told:
    """What happened to whom on which day, as one article tells it."""

    facts: ArticleFacts
    event: Event
    who: str
    what: str
    date: str
    day: Period


def event_disagreements(articles: Sequence[ArticleFacts], names: Mapping[str, Sequence[str]]) -> Iterator[Discrepancy]:
    """Days on which articles say that somebody resigned, was arrested or died, where no day belongs to all.

    Args:
        articles: every article's facts, with the ids of the story.
        names: every name of each person and organization, by id.
    """
    told = [one for facts in articles for event in facts.events for one in _told(facts, event, names)]
    same = blocks(sorted(told, key=lambda one: one.facts.article.place), lambda one: [(one.who, one.what)])
    for key in sorted(same):
        values: list[_Told] = []
        for one in same[key]:
            if all(_disagree(one, other) for other in values):
                values.append(one)
        if len(values) > 1:
            yield _discrepancy(values)


def _told(facts: ArticleFacts, event: Event, names: Mapping[str, Sequence[str]]) -> Iterator[_Told]:
    date = event.when.date if event.when else None
    if not date or not is_date(date) or OF_POST.search(event.what):
        return
    published, day = day_of(facts.article.published), period(date)
    if published is None or day.first != day.last or day.last > published:
        return
    for who in event.participants:
        called = {fold(name).split()[-1] for name in names.get(who, ())} if who.startswith("per-") else ()
        for what, done in DONE.items():
            if any(_is_done_by(fold(event.what), surname, done) for surname in called):
                yield _Told(facts=facts, event=event, who=who, what=what, date=date, day=day)


def _is_done_by(clause: str, surname: str, done: re.Pattern[str]) -> bool:
    """Whether what happened follows a clause's first name: no `aide to Marsh resigned`, no `Marsh's wife died`."""
    before, found, after = clause.partition(surname)
    return bool(found) and " to " not in before and " of " not in before and done.match(after) is not None


def _disagree(one: _Told, other: _Told) -> bool:
    is_news = are_within(one.facts.article.published, other.facts.article.published, NEWS) is True
    apart = abs((one.day.first - other.day.first).days)
    return is_news and one.facts.article.id != other.facts.article.id and 0 < apart <= APART


def _discrepancy(told: Sequence[_Told]) -> Discrepancy:
    about = told[0].event.what
    return Discrepancy(
        id=record_id("dis", about, told[0].who, told[0].what, "when"),
        kind=DiscrepancyKind.TIME,
        about=about,
        field="when",
        values=tuple(
            DiscrepancyValue(value=one.date, article=one.facts.article.id, evidence=one.event.evidence[0])
            for one in told
        ),
    )
