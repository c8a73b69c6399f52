"""Extraction's last step: findings come in, the same go out, each graded by how often its like was right.

What is true of a finding is put into names; `training.confidence` learns from annotated news what each name is worth.
Events are not graded: nothing annotated says which clauses a reader should be told.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from generator.extract.claims.logistic import likelihood
from generator.extract.document import Document
from generator.extract.findings import (
    ClaimFinding,
    DiscrepancyFinding,
    Findings,
    OrganizationFinding,
    PersonFinding,
    RoleFinding,
    Spans,
    VoteFinding,
)
from generator.extract.language import NameKind, name_kind
from generator.model.words import Confidence

MODEL = "confidence"
HIGH, MEDIUM = 0.85, 0.6
"""How likely right a finding of high or of medium confidence is at the least."""
MOST_COUNTED = 4
LONG = (4, 9, 17, 33)
Graded = PersonFinding | OrganizationFinding | RoleFinding | ClaimFinding | VoteFinding | DiscrepancyFinding
G = TypeVar("G", PersonFinding, OrganizationFinding, RoleFinding, ClaimFinding, VoteFinding, DiscrepancyFinding)


def graded(document: Document, findings: Findings) -> Findings:
    """The findings of an article that the shipped pipeline read, each with its confidence.

    The analyses of another pipeline are not what the grades were learnt from: nothing is said of them.
    """
    if not document.shipped:
        return findings
    signs = Signs(document, findings)
    return replace(
        findings,
        people=tuple(_person(signs, person) for person in findings.people),
        organizations=tuple(_graded(signs, one) for one in findings.organizations),
        claims=tuple(_graded(signs, one) for one in findings.claims),
        votes=tuple(_graded(signs, one) for one in findings.votes),
        discrepancies=tuple(_graded(signs, one) for one in findings.discrepancies),
    )


def _person(signs: "Signs", person: PersonFinding) -> PersonFinding:
    return replace(_graded(signs, person), roles=tuple(_graded(signs, role) for role in person.roles))


def _graded(signs: "Signs", finding: G) -> G:
    return replace(finding, confidence=grade(likelihood(MODEL, signs.of(finding))))


def grade(likely: float) -> Confidence:
    """The grade of a likelihood."""
    if likely >= HIGH:
        return Confidence.HIGH
    return Confidence.MEDIUM if likely >= MEDIUM else Confidence.LOW


@dataclass(frozen=True)
class Signs:
    """What is true of each finding of one article, by name."""

    document: Document
    findings: Findings

    def of(self, finding: Graded) -> tuple[str, ...]:
        """The names of all that is true of a finding, each beginning with its kind."""
        kind, found = self._signs(finding)
        return (kind, *(f"{kind} {sign}" for sign in found))

    def _signs(self, finding: Graded) -> tuple[str, Iterator[str]]:
        match finding:
            case PersonFinding():
                return "person", self._of_person(finding)
            case OrganizationFinding():
                return "organization", self._of_organization(finding)
            case RoleFinding():
                return "role", self._of_role(finding)
            case ClaimFinding():
                return "claim", self._of_claim(finding)
            case VoteFinding():
                return "vote", self._of_vote(finding)
            case DiscrepancyFinding():
                return "discrepancy", self._of_discrepancy(finding)

    def _of_person(self, person: PersonFinding) -> Iterator[str]:
        yield f"named {_few(len(person.spans))} times"
        yield f"{_few(len(person.name.split()))} words"
        yield f"recognised {self._recognised(person.spans, NameKind.PERSON)}"
        yield f"role {bool(person.roles)}"
        yield f"honorific {person.honorific is not None}"
        yield f"speaks {person.id in self._speakers}"

    def _of_organization(self, body: OrganizationFinding) -> Iterator[str]:
        yield f"named {_few(len(body.spans))} times"
        yield f"{_few(len(body.name.split()))} words"
        yield f"recognised {self._recognised(body.spans, NameKind.ORGANIZATION)}"
        yield f"place {self._recognised(body.spans, NameKind.PLACE)}"
        yield f"class {body.classification}"
        yield f"acronym {body.name.isupper()}"
        yield f"speaks {body.id in self._speakers}"

    def _of_role(self, role: RoleFinding) -> Iterator[str]:
        words = role.role.lower().split()
        yield f"tense {role.tense}"
        yield f"{_long(len(words))} words"
        yield f"begins with {words[0]}" if words else "empty"
        yield f"ends with {words[-1]}" if words else "empty"
        yield f"post {role.post is not None}"
        yield f"organization {role.organization is not None}"
        yield f"capital {role.role[:1].isupper()}"
        yield f"told {_few(len(role.spans))} times"

    def _of_claim(self, claim: ClaimFinding) -> Iterator[str]:
        source = " ".join(self.document.quote(span) for span in claim.source).lower()
        yield f"{claim.mode} {claim.attribution}"
        yield f"act {claim.act}"
        yield f"speaker {claim.speaker is not None} {claim.attribution}"
        yield f"source {source if len(source) < 5 else _long(len(source.split()))}"
        yield f"cue {self._cue(claim)}"
        yield f"cued {claim.mode} {bool(claim.cue)}"
        yield f"nested {claim.nested_in is not None}"
        yield f"{len(claim.content)} pieces"
        yield f"{_long(sum(len(self.document.quote(span).split()) for span in claim.content))} words"

    def _of_vote(self, vote: VoteFinding) -> Iterator[str]:
        yield f"status {vote.status}"
        yield f"{vote.status} class {vote.classification}"
        yield f"{vote.status} result {vote.result}"
        yield f"{vote.status} counts {vote.counts.for_ is not None}"
        yield f"body {vote.body is not None}"
        yield f"named body {vote.body is not None and vote.body.startswith('org-')}"
        yield f"proposer {vote.proposer is not None}"
        yield f"dated {vote.when is not None}"
        yield f"told {_few(len(vote.spans))} times"
        yield f"motion {_long(len(vote.motion.split()))} words"
        yield f"motion begins with {vote.motion.split()[0].lower()}" if vote.motion.split() else "no motion"

    def _of_discrepancy(self, found: DiscrepancyFinding) -> Iterator[str]:
        yield f"of {found.kind}"
        yield f"{found.kind} {found.field}"
        yield f"{len(found.values)} values"
        yield f"about somebody {found.about.startswith(('per-', 'org-'))}"

    def _cue(self, claim: ClaimFinding) -> str:
        """The last word of the cue in its plain form, without what follows a comma or a colon."""
        if not claim.cue:
            return "none"
        return next((t.lemma_.lower() for t in reversed(self.document.phrase(claim.cue[0])) if t.is_alpha), "mark")

    def _recognised(self, spans: Spans, kind: NameKind) -> bool:
        starts, ends = self._names[kind]
        last_before = (bisect_left(starts, end) - 1 for _, end in spans)
        return any(at >= 0 and ends[at] > start for at, (start, _) in zip(last_before, spans, strict=True))

    @cached_property
    def _names(self) -> dict[NameKind, tuple[list[int], list[int]]]:
        """Where the pipeline's recognizer alone sees names of each kind begin and end, in reading order."""
        names: dict[NameKind, tuple[list[int], list[int]]] = {kind: ([], []) for kind in NameKind}
        for (start, end), label in self.document.entities:
            if kind := name_kind(label):
                starts, ends = names[kind]
                starts.append(start)
                ends.append(end)
        return names

    @cached_property
    def _speakers(self) -> set[str]:
        return {claim.speaker for claim in self.findings.claims if claim.speaker is not None}


def _few(count: int) -> str:
    return str(min(count, MOST_COUNTED))


def _long(count: int) -> str:
    """How long something is, in steps."""
    return str(next((limit for limit in LONG if count < limit), "more"))
