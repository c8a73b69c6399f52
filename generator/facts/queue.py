"""Layer 1, review: a reviewed story comes in, what a person has yet to decide goes out, most consequential first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.errors import ReviewError
from generator.facts.apply import decided_field, resolved_ids
from generator.facts.grave import is_grave_on_no_name, is_of_somebody, rests_on_one_unnamed
from generator.facts.kinds import LISTS, prefix_of
from generator.model.facts import Report, Story
from generator.model.records import Claim, Record, VoteEvent
from generator.model.review import Mark, PlacedDecision, Reviewed, is_settled
from generator.model.words import Act, Confidence


class Reason(StrEnum):
    """Why a fact is to be looked at, the most consequential reason first."""

    GRAVE = "grave"
    ALLEGATION = "allegation"
    DENIAL = "denial"
    VOTE = "vote"
    LOW = "low"
    STALE = "stale"
    REST = "rest"


KIND_ORDER = ("clm", "vot", "dis", "mem", "per", "evt", "org")
"""What comes first of the facts that are looked at for one reason."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to decide on.

    Attributes:
        reason: why it is to be looked at.
        target: the id that a decision on it names.
        record: what decisions on it are held against; None where a stale decision's target has gone.
        reports: the same as each article has it.
        is_open: whether nobody has decided on it yet.
        stale: the decision that no longer fits, if this is about one, and why it does not.
    """

    reason: Reason
    target: str
    record: Record | None
    reports: tuple[Report[Record], ...]
    is_open: bool = True
    stale: tuple[PlacedDecision, ReviewError] | None = None

    @property
    def key(self) -> str:
        """What tells it from all others as long as decisions are only put behind others."""
        return f"{self.stale[0].file}:{self.stale[0].line}" if self.stale else self.target

    @property
    def stale_field(self) -> str | None:
        """The field that the stale decision is about, where a new decision on it can take its place."""
        return decided_field(self.stale[0].decision) if self.stale and self.record else None


def items(
    reviewed: Reviewed,
    decisions: Sequence[PlacedDecision],
    own_ids: Mapping[str, str],
    grave_words: tuple[str, ...] = (),
) -> tuple[Item, ...]:
    """Every fact and every stale decision, open or not, in the order in which they are looked at.

    Args:
        reviewed: the story with the decisions applied.
        decisions: all of them.
        own_ids: resolved ids by those that articles' own files have.
        grave_words: the words that the site's policy adds to those that make an allegation grave.
    """
    grave = {
        claim.id
        for facts in reviewed.story.articles
        for claim in facts.claims
        if is_grave_on_no_name(claim, facts.people, grave_words)
    }
    across: dict[str, Record] = {one.id: one for one in (*reviewed.story.people, *reviewed.story.organizations)}
    facts = [
        _item(across.get(target, reports[0].record), reports, reviewed.marks.get(target, ()), target in grave)
        for target, reports in _reports(reviewed.story).items()
    ]
    found = [*facts, *_stale(reviewed, decisions, own_ids, {item.target: item for item in facts})]
    reasons = list(Reason)
    return tuple(sorted(found, key=lambda item: (reasons.index(item.reason), _kind_order(item.target))))


def _reports(story: Story) -> dict[str, list[Report[Record]]]:
    """The records of each id, article by article in reading order."""
    found: dict[str, list[Report[Record]]] = defaultdict(list)
    for facts in story.articles:
        for record in facts.records():
            if prefix_of(record.id) in LISTS:
                found[record.id].append(Report(facts.article.id, record))
    for discrepancy in story.discrepancies:
        found[discrepancy.id].append(Report(discrepancy.values[0].article, discrepancy))
    return found


def _item(record: Record, reports: Sequence[Report[Record]], marks: Sequence[Mark], is_grave: bool) -> Item:
    return Item(
        reason=Reason.GRAVE if is_grave else _reason([report.record for report in reports]),
        target=record.id,
        record=record,
        reports=tuple(reports),
        is_open=not is_settled(record.id, marks),
    )


def _reason(records: Sequence[Record]) -> Reason:
    claims = [record for record in records if isinstance(record, Claim)]
    if any(one.act is Act.ALLEGATION and is_of_somebody(one) and rests_on_one_unnamed(one) for one in claims):
        return Reason.ALLEGATION
    if any(claim.act is Act.DENIAL for claim in claims):
        return Reason.DENIAL
    if any(isinstance(record, VoteEvent) for record in records):
        return Reason.VOTE
    if all(getattr(record, "confidence", None) is Confidence.LOW for record in records):
        return Reason.LOW
    return Reason.REST


def _stale(
    reviewed: Reviewed, decisions: Sequence[PlacedDecision], own_ids: Mapping[str, str], facts: Mapping[str, Item]
) -> Iterator[Item]:
    placed = {(one.file, one.line): one for one in decisions}
    for problem in reviewed.stale:
        decision = placed[str(problem.file), problem.line or 0]
        target = resolved_ids(decision.decision, own_ids).target
        fact = facts.get(target)
        yield Item(
            reason=Reason.STALE,
            target=target,
            record=fact.record if fact else None,
            reports=fact.reports if fact else (),
            stale=(decision, problem),
        )


def _kind_order(target: str) -> int:
    return KIND_ORDER.index(prefix_of(target)) if prefix_of(target) in KIND_ORDER else len(KIND_ORDER)
