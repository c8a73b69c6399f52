"""Layer 3: the story's claims, people, roles and votes as flat rows; several values in a cell are joined by a bar."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.export.tables import Rows
from generator.model.facts import ArticleFacts, Story
from generator.model.records import Claim, Evidence, Position, VoteEvent, When
from generator.model.words import Act


@dataclass(frozen=True, kw_only=True)
class ClaimRow:
    """A claim, and beside it what denies it and what it answers."""

    id: str
    article: str
    speaker: str | None
    speaker_name: str | None
    joint_with: str
    attribution: str
    mode: str
    act: str
    source: str | None
    cue: str | None
    content: str
    about: str
    denied_by: str
    denied_in_words: str
    replies_to: str
    nested_in: str | None
    when_as_written: str | None
    when_date: str | None
    when_relative: str | None
    evidence: str


@dataclass(frozen=True, kw_only=True)
class PersonRow:
    """A person across all articles."""

    id: str
    name: str
    sort_name: str
    honorific_prefix: str | None
    other_names: str
    articles: str


@dataclass(frozen=True, kw_only=True)
class RoleRow:
    """A role that one article gives a person."""

    id: str
    article: str
    person: str
    person_name: str | None
    role: str
    post: str | None
    organization: str | None
    on_behalf_of: str | None
    tense: str
    evidence: str


@dataclass(frozen=True, kw_only=True)
class VoteRow:
    """A vote, held, planned or called off, as one article tells of it; an unknown count is an empty cell.

    `vote` is the vote across articles: rows that share it are reports of one vote.
    """

    vote: str
    id: str
    article: str
    status: str
    motion: str
    classification: str | None
    bill: str | None
    body: str | None
    proposer: str | None
    result: str | None
    for_: int | None
    against: int | None
    abstain: int | None
    positions: str
    when_as_written: str | None
    when_date: str | None
    when_relative: str | None
    evidence: str


def answers(claim: Claim) -> tuple[str, ...]:
    """The claims that a claim answers, the first one first."""
    return (() if claim.replies_to is None else (claim.replies_to,)) + claim.also_replies_to


def denials_of(facts: ArticleFacts) -> dict[str, tuple[Claim, ...]]:
    """For each claim of an article that is denied, the denials that answer it, in the article's order."""
    found: dict[str, tuple[Claim, ...]] = {}
    for denial in (claim for claim in facts.claims if claim.act is Act.DENIAL):
        for denied in answers(denial):
            found[denied] = (*found.get(denied, ()), denial)
    return found


def names_of(story: Story) -> dict[str, str]:
    """The name of every person and organization by id."""
    people = {person.id: person.name for person in story.people}
    return people | {organization.id: organization.name for organization in story.organizations}


def joined_reports(story: Story) -> dict[tuple[str, str], str]:
    """The vote across articles, by the article and the id of each report that is joined with others."""
    return {(report.article, report.record): vote.id for vote in story.votes for report in vote.reports}


def claim_rows(story: Story) -> Rows[ClaimRow]:
    """One row for each claim of each article."""
    names = names_of(story)
    return Rows(ClaimRow, [row for facts in story.articles for row in _claims_of(facts, names)])


def _claims_of(facts: ArticleFacts, names: dict[str, str]) -> Iterator[ClaimRow]:
    denials = denials_of(facts)
    for claim in facts.claims:
        yield _claim_row(facts, claim, names, denials.get(claim.id, ()))


def _claim_row(facts: ArticleFacts, claim: Claim, names: dict[str, str], denials: tuple[Claim, ...]) -> ClaimRow:
    when = claim.when or When()
    return ClaimRow(
        id=claim.id,
        article=facts.article.id,
        speaker=claim.speaker,
        speaker_name=None if claim.speaker is None else names[claim.speaker],
        joint_with=_join(claim.joint_with),
        attribution=claim.attribution,
        mode=claim.mode,
        act=claim.act,
        source=claim.source,
        cue=claim.cue,
        content=_join(claim.content),
        about=_join(claim.about),
        denied_by=_join(denial.id for denial in denials),
        denied_in_words=_join(words for denial in denials for words in denial.content),
        replies_to=_join(answers(claim)),
        nested_in=claim.nested_in,
        when_as_written=when.as_written,
        when_date=when.date,
        when_relative=when.relative,
        evidence=_quotations(claim.evidence),
    )


def person_rows(story: Story) -> Rows[PersonRow]:
    """One row for each person."""
    return Rows(
        PersonRow,
        [
            PersonRow(
                id=person.id,
                name=person.name,
                sort_name=person.sort_name,
                honorific_prefix=person.honorific_prefix,
                other_names=_join(person.other_names),
                articles=_join(person.articles),
            )
            for person in story.people
        ],
    )


def role_rows(story: Story) -> Rows[RoleRow]:
    """One row for each role in each article."""
    names = names_of(story)
    return Rows(
        RoleRow,
        [
            RoleRow(
                id=role.id,
                article=facts.article.id,
                person=role.person,
                person_name=names[role.person],
                role=role.role,
                post=role.post,
                organization=role.organization,
                on_behalf_of=role.on_behalf_of,
                tense=role.tense,
                evidence=_quotations(role.evidence),
            )
            for facts in story.articles
            for role in facts.memberships
        ],
    )


def vote_rows(story: Story) -> Rows[VoteRow]:
    """One row for each vote in each article."""
    joined = joined_reports(story)
    return Rows(VoteRow, [_vote_row(facts, vote, joined) for facts in story.articles for vote in facts.votes])


def _vote_row(facts: ArticleFacts, vote: VoteEvent, joined: Mapping[tuple[str, str], str]) -> VoteRow:
    when = vote.when or When()
    return VoteRow(
        vote=joined.get((facts.article.id, vote.id), f"{facts.article.id}/{vote.id}"),
        id=vote.id,
        article=facts.article.id,
        status=vote.status,
        motion=vote.motion,
        classification=vote.classification,
        bill=vote.bill,
        body=vote.body,
        proposer=vote.proposer,
        result=vote.result,
        for_=vote.counts.for_,
        against=vote.counts.against,
        abstain=vote.counts.abstain,
        positions=_join(_position(position) for position in vote.positions),
        when_as_written=when.as_written,
        when_date=when.date,
        when_relative=when.relative,
        evidence=_quotations(vote.evidence),
    )


def _position(position: Position) -> str:
    count = "" if position.count is None else f" {position.count}"
    return f"{position.voter}: {position.option}{count} ({position.kind})"


def _quotations(evidence: Iterable[Evidence]) -> str:
    return _join(quotation.exact for quotation in evidence)


def _join(values: Iterable[str]) -> str:
    return " | ".join(values)
