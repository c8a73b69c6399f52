"""Layer 1, policy: a reviewed story and a site's policy come in, what is published and what is held back goes out.

The one place between the story and everything that is made of it. What is held back takes along what answers it, and
whatever else gives its words; the evidence of what stays is cut so that it does not.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from generator.facts.charges import Backing, StrayDenials, answered_by, is_echo
from generator.facts.grave import full_names, is_grave, is_grave_on_no_name
from generator.facts.held_words import passages_of, without_passages
from generator.facts.kinds import LISTS, prefix_of
from generator.model.article import Article
from generator.model.facts import ArticleFacts, ResolvedClaim, ResolvedVote, Story
from generator.model.publishing import Grave, Held, Policy, Published, Why
from generator.model.records import Claim, Record
from generator.model.references import unlinked
from generator.model.review import Reviewed, is_settled
from generator.model.words import Act

J = TypeVar("J", ResolvedClaim, ResolvedVote)
TOLD_SHORT = 24
"""Characters of a claim's words by which a sentence for the desk is known to tell it."""


def publish(reviewed: Reviewed, policy: Policy, articles: Mapping[str, Article]) -> Published:
    """What a site shows of a reviewed story, and what it holds back.

    Args:
        reviewed: the story with decisions applied.
        policy: what the site publishes.
        articles: each article by its id, to find words in.
    """
    whole = _Whole(reviewed)
    held = dict.fromkeys(_grave(whole, policy), Why.GRAVE)
    held |= dict.fromkeys(_answers(whole, held, policy), Why.ANSWER)
    passages = {
        facts.article.id: passages_of([one for one in facts.claims if one.id in held], articles[facts.article.id].text)
        for facts in reviewed.story.articles
        if facts.article.id in articles and any(one.id in held for one in facts.claims)
    }
    story = reviewed.story
    if passages:
        trimmed, telling = without_passages(story, passages, articles, held)
        story, held = trimmed, dict.fromkeys(telling, Why.WORDS) | held
    held = dict.fromkeys(_unconfirmed(whole, policy), Why.UNCONFIRMED) | held
    held = dict.fromkeys(_answers(whole, held, policy), Why.ANSWER) | held
    if not held:
        stale = tuple(str(one.problem) for one in reviewed.stale)
        return Published(story=reviewed.story, marks=reviewed.marks, stale=stale, held=(), passages={})
    return Published(
        story=_without(story, held),
        marks={target: marks for target, marks in reviewed.marks.items() if target not in held},
        stale=tuple(_not_telling((str(one.problem) for one in reviewed.stale), whole, held)),
        held=tuple(whole.told_of(held)),
        passages=passages,
    )


class _Whole:
    """A reviewed story, with what tells of a record beside its article."""

    def __init__(self, reviewed: Reviewed) -> None:
        self.story, self._marks = reviewed.story, reviewed.marks
        self._together = _together(reviewed.story)

    def records(self) -> Iterator[tuple[ArticleFacts, Record]]:
        """Every record of an article, with all facts of that article."""
        for facts in self.story.articles:
            yield from ((facts, record) for record in facts.records())

    def claims(self) -> Iterator[tuple[ArticleFacts, Claim]]:
        """Every claim, with all facts of its article."""
        yield from ((facts, claim) for facts in self.story.articles for claim in facts.claims)

    def is_settled(self, record_id: str) -> bool:
        """Whether an editor has decided on a record, or on one that is the same in another article."""
        return any(is_settled(one, self._marks.get(one, ())) for one in self._together.get(record_id, {record_id}))

    def told_of(self, held: Mapping[str, Why]) -> Iterator[Held]:
        """What is held back, in order of the articles."""
        places: dict[str, list[str]] = defaultdict(list)
        for facts, record in self.records():
            if record.id in held:
                places[record.id].append(facts.article.id)
        for discrepancy in self.story.discrepancies:
            if discrepancy.id in held:
                places[discrepancy.id] = [*dict.fromkeys(value.article for value in discrepancy.values)]
        for record_id, found in places.items():
            yield Held(id=record_id, why=held[record_id], articles=tuple(found))


def _together(story: Story) -> dict[str, set[str]]:
    """For each record that several articles report, its ids in all of them."""
    found: dict[str, set[str]] = {}
    several: tuple[ResolvedClaim | ResolvedVote, ...] = (*story.claims, *story.votes)
    for joined in several:
        ids = {joined.id, *(report.record for report in joined.reports)}
        for one in ids:
            found.setdefault(one, set()).update(ids)
    return found


def _grave(whole: _Whole, policy: Policy) -> Iterator[str]:
    """Grave claims that nobody named stands for, in this article or another, and that no editor has decided on."""
    if policy.grave is Grave.ALL:
        return
    names, backing = full_names(whole.story.people), Backing(whole.story, policy.grave_words)
    waiting = [
        (facts, claim)
        for facts, claim in whole.claims()
        if is_grave_on_no_name(claim, facts.people, names, policy.grave_words, by_its_words=is_echo(claim, facts))
        and not whole.is_settled(claim.id)
        and not backing.stands_for(claim, facts)
    ]
    alleged = [claim.id for facts, claim in waiting if not is_echo(claim, facts)]
    known = backing.charges_but(alleged)
    yield from alleged
    yield from (claim.id for facts, claim in waiting if is_echo(claim, facts) and not known.has(claim, facts))


def _unconfirmed(whole: _Whole, policy: Policy) -> Iterator[str]:
    """Facts of the kinds of which only confirmed ones are published; a claim waits for its denials to be."""
    kinds = {str(kind) for kind in policy.only_confirmed}
    records = [*(record for _, record in whole.records()), *whole.story.discrepancies]
    waiting = {
        record.id for record in records if LISTS.get(prefix_of(record.id)) in kinds and not whole.is_settled(record.id)
    }
    yield from (record.id for record in records if record.id in waiting)
    for _, claim in whole.claims():
        if claim.act is Act.DENIAL and claim.id in waiting:
            yield from (one for one in answered_by(claim) if one not in waiting)


def _answers(whole: _Whole, held: Collection[str], policy: Policy) -> Iterator[str]:
    """What answers only claims that are held back or would tell them, and what is told within either."""
    gone, count = set(held), -1
    if not gone:
        return
    strays = StrayDenials(whole.story, gone, policy.grave_words)
    while count != len(gone):
        count = len(gone)
        for facts, claim in whole.claims():
            is_stray = not whole.is_settled(claim.id) and strays.tell(claim, facts)
            if claim.id not in gone and (claim.nested_in in gone or _answers_only(claim, gone) or is_stray):
                gone.add(claim.id)
                yield claim.id


def _answers_only(claim: Claim, held: Collection[str]) -> bool:
    answered = answered_by(claim)
    return any(one in held for one in answered) and (
        all(one in held for one in answered) or is_grave(" ".join(claim.content))
    )


def _without(story: Story, held: Collection[str]) -> Story:
    """The story without some records; what referred to them refers to nothing."""
    return replace(
        story,
        claims=tuple(_with_reports_left(story.claims, held)),
        votes=tuple(_with_reports_left(story.votes, held)),
        discrepancies=tuple(one for one in story.discrepancies if one.id not in held),
        articles=tuple(_facts_without(facts, held) for facts in story.articles),
    )


def _with_reports_left(joined: Iterable[J], held: Collection[str]) -> Iterator[J]:
    for one in joined:
        left = tuple(report for report in one.reports if report.record not in held)
        if len(left) > 1:
            yield one.model_copy(update={"reports": left})


def _facts_without(facts: ArticleFacts, held: Collection[str]) -> ArticleFacts:
    gone = [record.id for record in facts.records() if record.id in held]
    if not gone:
        return facts
    kept = {
        name: tuple(unlinked(one, gone) for one in getattr(facts, name) if one.id not in held)
        for name in LISTS.values()
    }
    return facts.model_copy(update=kept)


def _not_telling(sentences: Iterator[str], whole: _Whole, held: Collection[str]) -> Iterator[str]:
    """Sentences for the desk, but for those that name what is held back or give its words."""
    words = {part[:TOLD_SHORT] for _, claim in whole.claims() if claim.id in held for part in claim.content}
    yield from (told for told in sentences if not any(one in told for one in (*held, *words)))
