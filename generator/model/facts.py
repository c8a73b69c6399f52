"""Layer 0: the facts of one article, and the story that resolution makes of many."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from pydantic import Field

from generator.model.records import (
    ArticleRecord,
    Claim,
    Discrepancy,
    Event,
    Frozen,
    Id,
    Membership,
    Organization,
    Person,
    Record,
    VoteEvent,
)
from generator.model.words import Classification


class ArticleFacts(Frozen):
    """What one article says; references are to records of the same article.

    People and organizations carry ids that are good within the article; `resolve` says who is who across articles.
    """

    article: ArticleRecord
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    memberships: tuple[Membership, ...] = ()
    claims: tuple[Claim, ...] = ()
    votes: tuple[VoteEvent, ...] = ()
    events: tuple[Event, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()

    def records(self) -> Iterator[Record]:
        """Every record, in the order in which the file lists them."""
        yield self.article
        for kind in (self.people, self.organizations, self.memberships, self.claims):
            yield from kind
        for later in (self.votes, self.events, self.discrepancies):
            yield from later


class ResolvedPerson(Record):
    """One person across all articles."""

    name: str
    sort_name: str
    articles: tuple[str, ...]
    honorific_prefix: str | None = None
    other_names: tuple[str, ...] = ()


class ResolvedOrganization(Record):
    """One body across all articles."""

    name: str
    classification: Classification | None = None
    articles: tuple[str, ...]
    other_names: tuple[str, ...] = ()


R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True, slots=True)
class Report(Generic[R]):
    """A record as one article gives it: the article's id and the record itself."""

    article: str
    record: R


class Reported(Frozen):
    """A record as one article's facts have it: the article's id, and the record's in it."""

    article: Id
    record: Id


class ResolvedClaim(Record):
    """One claim that several articles report of one speaker, the earliest first; each report stays with its article."""

    reports: tuple[Reported, ...] = Field(min_length=2)


class ResolvedVote(Record):
    """One vote that several reports tell of, the earliest article first; each report stays with its article.

    `motion` is the earliest report's words, for people who read the file.
    """

    motion: str
    reports: tuple[Reported, ...] = Field(min_length=2)


class Storyline(Frozen):
    """Articles that tell one story, in order of their days; the id is made of the first one's and stays as it grows."""

    id: Annotated[str, Field(pattern=r"^sto-[a-z0-9]+(-[a-z0-9]+)*$")]
    articles: tuple[Id, ...] = Field(min_length=2)


@dataclass(frozen=True, kw_only=True)
class Story:
    """Many articles as one: everyone resolved, and every reference in `articles` rewritten to the resolved ids.

    `claims` and `votes` are those that more than one report tells of; any other is its one report. `discrepancies` are
    those between articles; those within one stay in its facts. `storylines` are the stories that
    the articles fall into; an article that is in none stands alone.
    """

    people: tuple[ResolvedPerson, ...]
    organizations: tuple[ResolvedOrganization, ...]
    claims: tuple[ResolvedClaim, ...] = ()
    votes: tuple[ResolvedVote, ...] = ()
    discrepancies: tuple[Discrepancy, ...]
    articles: tuple[ArticleFacts, ...]
    storylines: tuple[Storyline, ...] = ()
