"""Extraction's own result: the facts of one article with the places where each stands, before evidence is cut out.

A span is `(start, end)`, end exclusive, in code points of the article's text. A tuple of spans is in reading order.
Ids are those of the records that `records` makes of the findings.
"""

from dataclasses import dataclass, field

from generator.model.records import Counts, Position, When
from generator.model.words import (
    Act,
    Attribution,
    Classification,
    Confidence,
    DiscrepancyKind,
    Mode,
    Result,
    Tense,
    VoteClassification,
    VoteStatus,
)

Span = tuple[int, int]
Spans = tuple[Span, ...]


@dataclass(frozen=True, kw_only=True)
class TimeFinding:
    """A time expression: where it stands and what it comes to."""

    span: Span
    when: When


@dataclass(frozen=True, kw_only=True)
class RoleFinding:
    """A role that the article gives a person; `spans` holds the words that give it, `role` the title as written."""

    role: str
    post: str | None = None
    organization: str | None = None
    party: str | None = None
    tense: Tense = Tense.CURRENT
    spans: Spans
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, kw_only=True)
class PersonFinding:
    """A named individual: the fullest name without title or honorific, every form, and where each form stands.

    `sex` is `m` or `f` where a form of address, a title or a word of kinship tells it.
    """

    id: str
    name: str
    forms: tuple[str, ...]
    honorific: str | None = None
    party: str | None = None
    sex: str | None = None
    roles: tuple[RoleFinding, ...] = ()
    spans: Spans
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, kw_only=True)
class OrganizationFinding:
    """A named body and where each form of its name stands."""

    id: str
    name: str
    forms: tuple[str, ...]
    classification: Classification | None = None
    spans: Spans
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, kw_only=True)
class PlaceFinding:
    """A named place and where it stands."""

    name: str
    spans: Spans


@dataclass(frozen=True, kw_only=True)
class ClaimFinding:
    """A claim: where its source, cue and content stand, and who and what they come to.

    `speaker` and `joint_with` are ids of people or organizations; `nested_in`, `replies_to` and `also_replies_to`
    are ids of other claims.
    """

    id: str
    speaker: str | None = None
    joint_with: tuple[str, ...] = ()
    attribution: Attribution
    mode: Mode
    act: Act
    source: Spans = ()
    cue: Spans = ()
    content: Spans
    nested_in: str | None = None
    about: tuple[str, ...] = ()
    replies_to: str | None = None
    also_replies_to: tuple[str, ...] = ()
    when: When | None = None
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, kw_only=True)
class VoteFinding:
    """A vote; `body`, `proposer` and the voters in `positions` are ids where resolved, else words as written.

    `spans` are the sentences that tell of it.
    """

    id: str
    status: VoteStatus
    motion: str
    classification: VoteClassification | None = None
    bill: str | None = None
    body: str | None = None
    proposer: str | None = None
    result: Result | None = None
    counts: Counts = field(default_factory=Counts)
    positions: tuple[Position, ...] = ()
    when: When | None = None
    spans: Spans
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, kw_only=True)
class EventFinding:
    """A happening: a clause of the article's own, and who took part (ids where resolved, else words)."""

    id: str
    what: str
    participants: tuple[str, ...] = ()
    place: str | None = None
    when: When | None = None
    spans: Spans


@dataclass(frozen=True, kw_only=True)
class ValueFinding:
    """One of the readings that disagree and where it stands."""

    value: str
    spans: Spans


@dataclass(frozen=True, kw_only=True)
class DiscrepancyFinding:
    """A point on which the article disagrees with itself."""

    id: str
    kind: DiscrepancyKind
    about: str
    field: str
    values: tuple[ValueFinding, ...]
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, kw_only=True)
class Findings:
    """All that was found in one article."""

    people: tuple[PersonFinding, ...] = ()
    organizations: tuple[OrganizationFinding, ...] = ()
    places: tuple[PlaceFinding, ...] = ()
    claims: tuple[ClaimFinding, ...] = ()
    votes: tuple[VoteFinding, ...] = ()
    events: tuple[EventFinding, ...] = ()
    discrepancies: tuple[DiscrepancyFinding, ...] = ()
