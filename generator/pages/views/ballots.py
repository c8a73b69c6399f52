"""Stage pages: votes as values for templates, with all that articles tell of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model.facts import Report
from generator.model.ids import fold, fold_name
from generator.model.records import Counts, VoteEvent
from generator.model.words import Option, PositionKind, Result, VoteClassification, VoteStatus
from generator.pages.catalogue import Entry
from generator.pages.links import Target
from generator.pages.views.marks import MarkView
from generator.pages.views.parts import Parts
from generator.pages.views.stages import by_stage, in_time, way
from generator.pages.views.times import Time, date_words
from generator.pages.views.values import Name, Proof

FEW_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many voted one way; `number` None is a count that is not reported, `share` its part of all that are."""

    option: str
    number: int | None
    share: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionView:
    """Where a voter stood, or said beforehand that they would stand."""

    voter: Name
    is_person: bool
    option: Option
    count: int | None
    is_cast: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one article tells of a vote; only a held vote has a result and counts."""

    status: VoteStatus
    motion: str
    result: Result | None
    tallies: tuple[Tally, ...]
    positions: tuple[PositionView, ...]
    when: Time | None
    article: Name
    proofs: tuple[Proof, ...]

    @property
    def majority(self) -> int | None:
        """By how many votes the larger side was ahead, where both sides' counts are told."""
        ours, theirs = (self.tallies[0].number, self.tallies[1].number) if self.tallies else (None, None)
        return None if ours is None or theirs is None else abs(ours - theirs)

    @property
    def outcome(self) -> tuple[object, ...]:
        """The result and the counts, None where not told."""
        abstained = next((t.number for t in self.tallies[2:]), None)
        return (self.result, *(t.number for t in self.tallies[:2]), abstained)

    def says_part_of(self, other: "Telling") -> bool:
        """Whether all that this telling says of the outcome, the other says too."""
        return all(mine in (None, theirs) for mine, theirs in zip(self.outcome, other.outcome, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How far a vote had come, as one article tells it or several in a row; `reported` is the first one's day."""

    status: VoteStatus
    when: Time | None
    articles: tuple[Name, ...]
    reported: str | None

    @property
    def others(self) -> int:
        """How many articles tell it beside the first."""
        return len(self.articles) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteView:
    """A vote with all that articles tell of it, the latest stage first; `first` decides how it is spoken of."""

    anchor: str
    page: Target
    motion: str
    kind: str | None
    bill: str | None
    body: Name | None
    proposer: Name | None
    tellings: tuple[Telling, ...]
    history: tuple[Stage, ...]
    is_disputed: bool
    marks: tuple[MarkView, ...]

    @property
    def way(self) -> tuple[VoteStatus, ...]:
        """The stages that it went through, in order of time; empty where there is one alone."""
        return way([stage.status for stage in self.history if stage.reported])

    @property
    def has_history(self) -> bool:
        """Whether there is more than one article's telling to list."""
        return sum(len(stage.articles) for stage in self.history) > 1

    @property
    def articles(self) -> int:
        """How many articles tell of its latest stage."""
        return len({telling.article for telling in self.tellings if telling.status is self.first.status})

    @property
    def shown_kind(self) -> str | None:
        """Its kind where nothing beside it tells as much: the bill, the amendment's title, or that it is voted on."""
        is_told = self.is_amendment or (self.bill is not None and self.kind == VoteClassification.BILL)
        is_told = is_told or self._is_on_bill  # `the Tolls (Amendment) Bill`, which is no amendment to itself.
        return None if is_told or self.kind == VoteClassification.MOTION else self.kind

    @property
    def is_amendment(self) -> bool:
        """Whether the bill tells what is voted on, an amendment to it, and the motion's words tell more of it."""
        return self.bill is not None and not self._is_on_bill and self.kind == VoteClassification.AMENDMENT

    @property
    def _is_on_bill(self) -> bool:
        """Whether the motion's words are the bill's name and no more."""
        return self.bill is not None and fold_name(self.motion) == fold_name(self.bill)

    @property
    def needs_bill(self) -> bool:
        """Whether only the bill tells what such few words are of: `its second reading`."""
        return self.bill is not None and fold(self.bill) not in fold(self.motion) and self._has_few_words

    @property
    def shows_bill(self) -> bool:
        """Whether the bill is to be told: it is not where the vote is called after it."""
        return self.bill is not None and not self.needs_bill and fold(self.bill) not in fold(self.motion)

    @property
    def _has_few_words(self) -> bool:
        return len(self.motion.split()) <= FEW_WORDS

    @property
    def points_back(self) -> bool:
        """Whether what is voted on is told in so few words that they may point to others: `the plan`, `it`."""
        return self.bill is None and self._has_few_words

    @property
    def first(self) -> Telling:
        """The telling of the latest stage."""
        return self.tellings[0]

    @property
    def proofs(self) -> tuple[Proof, ...]:
        """The evidence of all tellings."""
        return tuple(proof for telling in self.tellings for proof in telling.proofs)

    @property
    def outcomes(self) -> tuple[Telling, ...]:
        """The outcomes told of the vote's latest stage, without those that say only a part of what another says.

        Several are shown one by one; whether they disagree, `is_disputed` says.
        """
        told: list[Telling] = []
        for telling in sorted(self.tellings, key=lambda t: t.outcome.count(None)):
            if telling.status is self.first.status and not any(telling.says_part_of(t) for t in told):
                told.append(telling)
        return tuple(told)


def vote_view(parts: Parts, entry: Entry[VoteEvent]) -> VoteView:
    """A vote for templates, with the evidence of all articles that tell of it."""
    reports = by_stage(entry.reports)
    votes = [report.record for report in reports]
    vote = votes[0]
    return VoteView(
        anchor=entry.anchor,
        page=Target(parts.vote_pages[entry.anchor], entry.anchor),
        motion=vote.motion,
        kind=vote.classification.value if vote.classification else None,
        bill=next((one.bill for one in votes if one.bill), None),
        body=parts.name_in(next((one.body for one in votes if one.body), None), [r.article for r in reports]),
        proposer=parts.name(next((one.proposer for one in votes if one.proposer), None)),
        tellings=tuple(_telling(parts, report) for report in reports),
        history=_history(parts, entry.reports),
        is_disputed=entry.anchor in parts.catalogue.disputed_votes,
        marks=parts.marks(*votes),
    )


def _history(parts: Parts, reports: Sequence[Report[VoteEvent]]) -> tuple[Stage, ...]:
    """What the articles tell, by their days; articles that tell the same in a row together."""
    published = [parts.catalogue.article(report.article).published for report in reports]
    found: list[Stage] = []
    for report in in_time(reports, published):
        status, when, article = report.record.status, parts.time(report), parts.article(report.article)
        day = parts.catalogue.article(report.article).published
        if found and (found[-1].status, found[-1].when) == (status, when):
            same = found.pop()
            found.append(replace(same, articles=tuple(dict.fromkeys((*same.articles, article)))))
            continue
        reported = date_words(day, parts.words) if day else None
        found.append(Stage(status=status, when=when, articles=(article,), reported=reported))
    return tuple(found)


def _telling(parts: Parts, report: Report[VoteEvent]) -> Telling:
    vote = report.record
    is_held = vote.status is VoteStatus.HELD
    return Telling(
        status=vote.status,
        motion=vote.motion,
        result=vote.result if is_held else None,
        tallies=_tallies(vote.counts) if is_held else (),
        positions=tuple(
            PositionView(
                voter=voter,
                is_person=p.voter in parts.catalogue.people,
                option=p.option,
                count=p.count,
                is_cast=is_held and p.kind is PositionKind.CAST,
            )
            for p in vote.positions
            if (voter := parts.name(p.voter))
        ),
        when=parts.time(report),
        article=parts.article(report.article),
        proofs=parts.proofs(report.article, vote.id, vote.evidence),
    )


def _tallies(counts: Counts) -> tuple[Tally, ...]:
    figures = [("for", counts.for_), ("against", counts.against)]
    if counts.abstain is not None:
        figures.append(("abstained", counts.abstain))
    known = [number for _, number in figures if number is not None]
    total = sum(known) if len(known) == len(figures) else 0
    return tuple(
        Tally(option=option, number=number, share=number / total if total and number is not None else None)
        for option, number in figures
    )
