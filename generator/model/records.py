"""Layer 0: the facts as frozen records; each field is written to YAML in the order it stands here, the id as the key.

What an id is made of stands first: then what changes under one id stands at least four lines below it, and git, which
shows three lines above a change, names that record and not the one before. Only an event's place, which is read in what
happened itself, stands higher.

A field typed `Reference` holds a record's id (`per-…`, `org-…`) where the article says who is meant, else the
article's own words; `is_id` tells them apart.
"""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from generator.model.words import (
    Act,
    Attribution,
    Classification,
    Confidence,
    DiscrepancyKind,
    Mode,
    Option,
    PositionKind,
    Result,
    Tense,
    VoteClassification,
    VoteStatus,
)

Reference = str
Id = Annotated[str, Field(pattern=r"^(art|per|org|mem|clm|vot|evt|dis)-[a-z0-9]+(-[a-z0-9]+)*$")]


def is_id(reference: str) -> bool:
    """Whether a reference names a person's or an organization's record rather than quoting words."""
    return reference.startswith(("per-", "org-"))


class Frozen(BaseModel):
    """A value that never changes and takes no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


_FORGOTTEN: set[str] = set()


class Part(Frozen):
    """What facts are made of. A site holds it by the million, so it does not keep which fields it was given.

    That set, which each value would have of its own, takes two fifths of the memory of facts.
    """

    def model_post_init(self, _context: Any, /) -> None:
        """Put one empty set in its place for all; nothing is added to it, since nothing here ever changes."""
        object.__setattr__(self, "__pydantic_fields_set__", _FORGOTTEN)


class Evidence(Part):
    """An exact quotation of an article (W3C TextQuoteSelector); prefix and suffix only where `exact` is not unique."""

    exact: str = Field(min_length=1)
    prefix: str | None = None
    suffix: str | None = None


class When(Part):
    """A time: the article's words, an EDTF date where one can be worked out, and an ISO 8601 span from publication."""

    as_written: str | None = None
    date: str | None = None
    relative: str | None = None


class Record(Part):
    """Anything that has an id."""

    id: Id


class ArticleRecord(Record):
    """An input document: where it stands, what is known of it, and which text and extractor its facts come from."""

    path: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    licence: str | None = None
    sha256: str
    extractor: str

    @property
    def place(self) -> tuple[str, str]:
        """Puts articles in the order of their days, those without a day last."""
        return self.published or "9999", self.id


class Person(Record):
    """A named individual, as one article names them."""

    name: str
    sort_name: str
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    honorific_prefix: str | None = None
    other_names: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH


class Organization(Record):
    """A named body, as one article names it."""

    name: str
    classification: Classification | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    other_names: tuple[str, ...] = ()
    confidence: Confidence = Confidence.HIGH


class Membership(Record):
    """A role that an article gives a person: the words as written, and the post they name."""

    person: Id
    role: str
    organization: Reference | None = None
    post: str | None = None
    on_behalf_of: Reference | None = None
    tense: Tense = Tense.CURRENT
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: Confidence = Confidence.HIGH


class Claim(Record):
    """What a source is reported to have said, denied, asked for, thought or wanted.

    `joint_with` holds the further speakers of a joint statement, `nested_in` the claim whose content this one is
    part of, `also_replies_to` further claims that a denial answers.
    """

    source: str | None = None
    cue: str | None = None
    content: tuple[str, ...] = Field(min_length=1)
    speaker: Id | None = None
    joint_with: tuple[Id, ...] = ()
    attribution: Attribution
    mode: Mode
    act: Act
    about: tuple[Id, ...] = ()
    replies_to: Id | None = None
    also_replies_to: tuple[Id, ...] = ()
    nested_in: Id | None = None
    when: When | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: Confidence = Confidence.HIGH


class Counts(Part):
    """How many voted each way; null is unknown, never zero."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    for_: int | None = Field(default=None, alias="for", ge=0)
    against: int | None = Field(default=None, ge=0)
    abstain: int | None = Field(default=None, ge=0)


class Position(Part):
    """Where one voter or group stood, or said beforehand that they would stand."""

    voter: Reference
    option: Option
    count: int | None = Field(default=None, ge=0)
    kind: PositionKind


class VoteEvent(Record):
    """A vote, held, planned or called off; a planned one has no result and no counts."""

    motion: str
    bill: str | None = None
    body: Reference | None = None
    status: VoteStatus
    classification: VoteClassification | None = None
    proposer: Reference | None = None
    result: Result | None = None
    counts: Counts = Counts()
    positions: tuple[Position, ...] = ()
    when: When | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    confidence: Confidence = Confidence.HIGH


class Event(Record):
    """Something that happened or is to happen, in a clause of the article's own."""

    what: str
    place: str | None = None
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    participants: tuple[Reference, ...] = ()
    when: When | None = None


class DiscrepancyValue(Part):
    """One of the readings that disagree, and the words of the article it stands in."""

    value: str
    article: Id
    evidence: Evidence


class Discrepancy(Record):
    """A point on which reports disagree; nobody is taken to be right."""

    kind: DiscrepancyKind
    about: str
    field: str
    values: tuple[DiscrepancyValue, ...] = Field(min_length=2)
    confidence: Confidence = Confidence.HIGH


GRADED = (Person, Organization, Membership, Claim, VoteEvent, Discrepancy)
"""The kinds of record that carry a confidence."""
