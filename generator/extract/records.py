"""Layer 2: findings come in, the article's facts go out: each with the words of the article that it rests on."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from generator.extract.findings import (
    ClaimFinding,
    DiscrepancyFinding,
    EventFinding,
    Findings,
    OrganizationFinding,
    PersonFinding,
    RoleFinding,
    Span,
    Spans,
    VoteFinding,
)
from generator.extract.passages import Passages
from generator.model.article import Article
from generator.model.facts import ArticleFacts
from generator.model.ids import record_id
from generator.model.names import sort_name
from generator.model.records import (
    ArticleRecord,
    Claim,
    Discrepancy,
    DiscrepancyValue,
    Event,
    Membership,
    Organization,
    Person,
    VoteEvent,
)

R = TypeVar("R", Person, Organization, Membership, Claim, VoteEvent, Event)
BETWEEN_SPANS = " … "


def facts_of(article: Article, findings: Findings, *, sentences: Sequence[Span], extractor: str) -> ArticleFacts:
    """The facts of one article, in reading order.

    Args:
        article: what was read.
        findings: what stands where in it.
        sentences: where each sentence stands, in reading order.
        extractor: what read it, as `extractor_version` names it.
    """
    words = Passages(article.text, sentences)
    roles = (_role(words, person, role) for person in findings.people for role in person.roles)
    return ArticleFacts(
        article=_article(article, extractor),
        people=_merged(_person(words, person) for person in findings.people),
        organizations=_merged(_organization(words, found) for found in findings.organizations),
        memberships=_merged(roles),
        claims=_merged(_claim(words, claim) for claim in findings.claims),
        votes=_merged(_vote(words, vote) for vote in findings.votes),
        events=_merged(_event(words, event) for event in findings.events),
        discrepancies=tuple(_discrepancy(words, article.id, found) for found in findings.discrepancies),
    )


def _article(article: Article, extractor: str) -> ArticleRecord:
    return ArticleRecord(
        id=article.id,
        path=article.path,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        url=article.url,
        published=article.published.isoformat() if article.published else None,
        licence=article.licence,
        sha256=article.sha256,
        extractor=extractor,
    )


def _person(words: Passages, person: PersonFinding) -> Person:
    titles = tuple(span for role in person.roles for span in role.spans)
    firsts = (words.with_title(name, person.honorific, titles) for name in words.first_of_each(person.spans))
    return Person(
        id=person.id,
        name=person.name,
        sort_name=sort_name(person.name),
        honorific_prefix=person.honorific,
        other_names=_others(person.forms, person.name),
        evidence=words.evidence(firsts),
        confidence=person.confidence,
    )


def _organization(words: Passages, organization: OrganizationFinding) -> Organization:
    return Organization(
        id=organization.id,
        name=organization.name,
        other_names=_others(organization.forms, organization.name),
        classification=organization.classification,
        evidence=words.evidence(words.first_of_each(organization.spans)),
        confidence=organization.confidence,
    )


def _role(words: Passages, person: PersonFinding, role: RoleFinding) -> Membership:
    """A role; where its person's name stands beside the title, the evidence holds both."""
    names = tuple(words.with_title(name, person.honorific, ()) for name in person.spans)
    return Membership(
        id=record_id("mem", f"{person.name} {role.role}", person.name, role.role, role.organization or ""),
        person=person.id,
        role=role.role,
        post=role.post,
        organization=role.organization,
        on_behalf_of=role.party,
        tense=role.tense,
        evidence=words.evidence(words.with_neighbour(span, names) for span in role.spans),
        confidence=role.confidence,
    )


def _claim(words: Passages, claim: ClaimFinding) -> Claim:
    """A claim; its evidence is every sentence that its source, cue and content stand in."""
    return Claim(
        id=claim.id,
        speaker=claim.speaker,
        joint_with=claim.joint_with,
        attribution=claim.attribution,
        mode=claim.mode,
        act=claim.act,
        source=_joined(words, claim.source),
        cue=_joined(words, claim.cue),
        content=tuple(words.quote(span) for span in claim.content),
        about=claim.about,
        replies_to=claim.replies_to,
        also_replies_to=claim.also_replies_to,
        nested_in=claim.nested_in,
        when=claim.when,
        evidence=words.evidence(words.sentences_around((*claim.source, *claim.cue, *claim.content))),
        confidence=claim.confidence,
    )


def _vote(words: Passages, vote: VoteFinding) -> VoteEvent:
    return VoteEvent(
        id=vote.id,
        status=vote.status,
        motion=vote.motion,
        classification=vote.classification,
        bill=vote.bill,
        body=vote.body,
        proposer=vote.proposer,
        result=vote.result,
        counts=vote.counts,
        positions=vote.positions,
        when=vote.when,
        evidence=words.evidence(vote.spans),
        confidence=vote.confidence,
    )


def _event(words: Passages, event: EventFinding) -> Event:
    return Event(
        id=event.id,
        what=event.what,
        participants=event.participants,
        place=event.place,
        when=event.when,
        evidence=words.evidence(event.spans),
    )


def _discrepancy(words: Passages, article_id: str, found: DiscrepancyFinding) -> Discrepancy:
    values = tuple(
        DiscrepancyValue(
            value=one.value,
            article=article_id,
            evidence=words.evidence(words.sentences_around(one.spans[:1]))[0],
        )
        for one in found.values
    )
    return Discrepancy(
        id=found.id,
        kind=found.kind,
        about=found.about,
        field=found.field,
        values=values,
        confidence=found.confidence,
    )


def _others(forms: Iterable[str], name: str) -> tuple[str, ...]:
    return tuple(form for form in dict.fromkeys(forms) if form != name)


def _joined(words: Passages, spans: Spans) -> str | None:
    return BETWEEN_SPANS.join(words.quote(span) for span in spans) or None


def _merged(records: Iterable[R]) -> tuple[R, ...]:
    """Records with one id as one: the first, with the others' evidence added to its own."""
    found: dict[str, R] = {}
    for record in records:
        found[record.id] = _joined_evidence(found[record.id], record) if record.id in found else record
    return tuple(found.values())


def _joined_evidence(first: R, second: R) -> R:
    evidence = tuple(dict.fromkeys((*first.evidence, *second.evidence)))
    joined: R = first.model_copy(update={"evidence": evidence})
    return joined
