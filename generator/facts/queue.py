"""Layer 1, review: a reviewed story comes in, what a person has yet to decide goes out, most consequential first."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.facts.conflicts import decided_field
from generator.facts.grave import full_names, is_grave_on_no_name, is_of_somebody, rests_on_one_unnamed
from generator.facts.kinds import LISTS, prefix_of
from generator.model.facts import ArticleFacts, Report, ResolvedClaim, ResolvedVote, Story
from generator.model.ids import fold
from generator.model.records import Claim, Record, VoteEvent
from generator.model.references import answers_of
from generator.model.review import Mark, Reviewed, StaleDecision, is_settled
from generator.model.words import Act, Confidence, ReviewOp


class Reason(StrEnum):
    """Why a fact is to be looked at, the most consequential reason first."""

    BACK = "back"
    GRAVE = "grave"
    DENIED = "denied"
    ALLEGATION = "allegation"
    DENIAL = "denial"
    VOTE = "vote"
    STALE = "stale"
    LOW = "low"
    REST = "rest"


KIND_ORDER = ("clm", "vot", "dis", "mem", "per", "evt", "org")
"""What comes first of the facts that are looked at for one reason."""


WORDING = {"id", "evidence", "confidence", "motion", "source", "cue"}
"""Fields in which two reports of one claim or vote may differ and yet tell it alike."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing to decide on.

    Attributes:
        reason: why it is to be looked at.
        target: the id that a decision on it names.
        record: what decisions on it are held against; None where a stale decision's target has gone.
        reports: the same as each article has it; of a joined claim or vote, every report that tells it alike.
        is_open: whether nobody has decided on it yet.
        stale: the decision that no longer fits, if this is about one.
    """

    reason: Reason
    target: str
    record: Record | None
    reports: tuple[Report[Record], ...]
    is_open: bool = True
    stale: StaleDecision | None = None

    @property
    def alike(self) -> tuple[str, ...]:
        """The ids of other reports of the same claim or vote that tell it alike, and do not come by themselves."""
        ids = dict.fromkeys(report.record.id for report in self.reports)
        return tuple(one for one in ids if one != self.target)

    @property
    def key(self) -> str:
        """What tells it from all others, wherever in its file a stale decision has come to stand."""
        if self.stale is None:
            return self.target
        placed = self.stale.placed
        return f"{placed.file}: {json.dumps(placed.decision.written())}"

    @property
    def stale_field(self) -> str | None:
        """The field that the stale decision is about, where a new decision on it can take its place."""
        return decided_field(self.stale.decision) if self.stale and self.record else None


def items(reviewed: Reviewed, grave_words: tuple[str, ...] = ()) -> tuple[Item, ...]:
    """Every fact and every stale decision, open or not, in the order in which they are looked at.

    Args:
        reviewed: the story with the decisions applied.
        grave_words: the words that the site's policy adds to those that make an allegation grave.
    """
    names = full_names(reviewed.story.people)
    grave = {
        claim.id
        for facts in reviewed.story.articles
        for claim in facts.claims
        if is_grave_on_no_name(claim, facts.people, names, grave_words)
    }
    denied = {one for facts in reviewed.story.articles for one in _denied(facts)}
    across: dict[str, Record] = {one.id: one for one in (*reviewed.story.people, *reviewed.story.organizations)}
    facts = {
        target: _item(
            across.get(target, reports[0].record),
            reports,
            reviewed.marks.get(target, ()),
            Reason.GRAVE if target in grave else Reason.DENIED if target in denied else None,
        )
        for target, reports in _reports(reviewed.story).items()
    }
    found = [*_told_once(facts, reviewed.story), *_stale(reviewed, facts)]
    return tuple(_with_answers(sorted(found, key=_place)))


def _place(item: Item) -> tuple[int, int, bool]:
    """By reason, then by kind; of what is denied, what is alleged before what is merely stated."""
    alleges = any(isinstance(one.record, Claim) and one.record.act is Act.ALLEGATION for one in item.reports)
    return list(Reason).index(item.reason), _kind_order(item.target), item.reason is Reason.DENIED and not alleges


def _denied(facts: ArticleFacts) -> Iterator[str]:
    """The claims of one unnamed source about somebody that a denial answers, whatever the program takes them for."""
    denials: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in facts.claims:
        for answered in answers_of(claim) if claim.act is Act.DENIAL else ():
            denials[answered].append(claim)
    for claim in facts.claims:
        told = denials[claim.id]
        if told and rests_on_one_unnamed(claim) and (is_of_somebody(claim) or any(_is_a_person(one) for one in told)):
            yield claim.id


def _is_a_person(denial: Claim) -> bool:
    return denial.speaker is not None and prefix_of(denial.speaker) == "per"


def _with_answers(ordered: Sequence[Item]) -> Iterator[Item]:
    """Items in their order, but for the denials of what is alleged on no name: each comes right behind that."""
    denials = [item for item in ordered if item.reason is Reason.DENIAL]
    told: set[str] = set()
    for item in ordered:
        if item.key not in told:
            yield item
        ids = {item.target, *item.alike} if item.reason in (Reason.GRAVE, Reason.DENIED) else set()
        for denial in denials if ids else ():
            claims = (report.record for report in denial.reports if isinstance(report.record, Claim))
            if denial.key not in told and any(ids.intersection(answers_of(claim)) for claim in claims):
                told.add(denial.key)
                yield denial


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


def _told_once(facts: Mapping[str, Item], story: Story) -> Iterable[Item]:
    """The facts, those that are reports of one claim or vote and tell it alike as one; each report is still its own.

    A decision is on the one report that it names. What another report tells otherwise comes by itself.
    """
    shown = dict(facts)
    joined: tuple[ResolvedClaim | ResolvedVote, ...] = (*story.claims, *story.votes)
    for one in joined:
        reported = {(report.article, report.record) for report in one.reports}
        alike: dict[str, list[Item]] = defaultdict(list)
        for target in dict.fromkeys(report.record for report in one.reports):
            item = facts.get(target)
            if item and {(report.article, report.record.id) for report in item.reports} <= reported:
                alike[" or ".join(sorted({_told(report.record) for report in item.reports}))].append(item)
        for first, *others in alike.values():
            shown[first.target] = _as_one([first, *others])
            for other in others:
                del shown[other.target]
    return shown.values()


def _as_one(same: Sequence[Item]) -> Item:
    reports = tuple(report for item in same for report in item.reports)
    reason = min((item.reason for item in same), key=list(Reason).index)
    return replace(same[0], reason=reason, reports=reports, is_open=all(item.is_open for item in same))


def _told(record: Record) -> str:
    """What a report of a claim or vote tells, whatever words its article has for it; a claim is its words."""
    fields = record.model_dump(mode="json", exclude=WORDING)
    fields["when"] = (fields["when"] or {}).get("date")
    if isinstance(record, Claim):
        fields["content"] = [fold(words) for words in record.content]
        for answered in ("replies_to", "also_replies_to", "nested_in"):
            fields[answered] = bool(fields[answered])
    return json.dumps(fields, sort_keys=True)


def _item(record: Record, reports: Sequence[Report[Record]], marks: Sequence[Mark], reason: Reason | None) -> Item:
    return Item(
        reason=reason or _reason([report.record for report in reports]),
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


def _stale(reviewed: Reviewed, facts: Mapping[str, Item]) -> Iterator[Item]:
    for one in reviewed.stale:
        fact = facts.get(one.decision.target)
        yield Item(
            reason=Reason.BACK if one.decision.op is ReviewOp.REJECT else Reason.STALE,
            target=one.decision.target,
            record=fact.record if fact else None,
            reports=fact.reports if fact else (),
            stale=one,
        )


def _kind_order(target: str) -> int:
    return KIND_ORDER.index(prefix_of(target)) if prefix_of(target) in KIND_ORDER else len(KIND_ORDER)
