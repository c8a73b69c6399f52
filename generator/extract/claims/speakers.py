"""Claims, stage 9: a source that could mean several comes in, `he`, `the party`, `Mr Bell` of two; who it is goes out.

Everybody who was spoken of shortly before is weighed against the others, and against nobody named at all; the weights
are learnt from annotated news by `training/speakers.py`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.claims.attributions import UNNAMED, Attributed
from generator.extract.claims.logistic import shares
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, PersonFinding, Span
from generator.extract.lexicon import words
from generator.extract.names.forms import sex_of
from generator.model.ids import fold
from generator.model.words import Attribution

PRONOUNS = {"he": "m", "she": "f", "it": "", "they": ""}
SURNAME = "surname"
NOUN = re.compile(r"(?:the|its|their|his|her) (?:[\w’'-]+ ){0,3}?([\w’'-]+)", re.IGNORECASE)
NAMED = re.compile(r"(?:[\w’'.-]+ ){0,6}?([A-ZÀ-Þ][\w’'-]+)(?=$|,| who )")
SUBJECT_ARCS = frozenset(("nsubj", "nsubj:pass", "nsubjpass", "csubj"))
POSSESSIVE = ("'s", "’s")
FURTHEST = 3
"""Paragraphs that are looked back over."""
CERTAIN = 0.65
OFTEN = (1, 2, 4)


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant, and what speaks for and against it."""

    entity: str
    features: tuple[str, ...]


@dataclass(frozen=True)
class Past:
    """What is known of those who were spoken of before a source."""

    document: Document
    cast: Cast

    def meant(self, source: Span, earlier: Sequence[ClaimFinding]) -> Attributed:
        """Whom a source means. One that is likely somebody with a name, but not certainly who, gives no speaker."""
        candidates = self.candidates(source, earlier)
        if not candidates:
            return UNNAMED
        likely = shares("speakers", self.nobody(source, earlier), [one.features for one in candidates])
        best = max(range(len(candidates)), key=likely.__getitem__)
        named = _named(candidates[best].entity)
        if likely[best] >= CERTAIN:
            return Attributed(attribution=named, speaker=candidates[best].entity)
        return Attributed(attribution=named) if sum(likely) >= CERTAIN else UNNAMED

    def candidates(self, source: Span, earlier: Sequence[ClaimFinding]) -> list[Candidate]:
        """Everybody named shortly before a source, the latest first."""
        kind = self.kind(source)
        return [
            Candidate(str(mention.entity), tuple(self._features(kind, source, mention, rank, _before(source, earlier))))
            for rank, mention in enumerate(self._possible(kind, source))
        ]

    def kind(self, source: Span) -> str:
        """How a source leaves open who it is: its pronoun, its noun, a surname of several; empty if it does not."""
        written = self.document.quote(source)
        if written.lower() in PRONOUNS:
            return written.lower()
        if len(self._namesakes(written)) > 1:
            return SURNAME
        noun = NOUN.fullmatch(written)
        return fold(noun[1]) if noun else ""

    def _namesakes(self, source: str) -> list[PersonFinding]:
        """Everybody of the surname that a source ends with, `Mr Bell`, and of the sex that it tells."""
        named = NAMED.match(source)
        if named is None:
            return []
        sex = next((sex for word in source.split() if (sex := sex_of(fold(word).rstrip(".")))), None)
        return [one for one in self._families.get(fold(named[1]), ()) if self.sexes.get(one.id, sex) in (sex, None)]

    def _possible(self, kind: str, source: Span) -> list[Mention]:
        """The last mention of everybody who may be meant, the latest first."""
        if kind != SURNAME:
            return self._by_recency(self._latest(source), kind)
        people = {one.id for one in self._namesakes(self.document.quote(source))}
        found: dict[str, Mention] = {}
        for mention in reversed(self.cast.within((0, source[0]))):
            if mention.entity in people:
                found.setdefault(str(mention.entity), mention)
        return list(found.values())

    def _latest(self, source: Span) -> list[Mention]:
        """The last mention of everybody in the paragraphs that are looked back over."""
        here = self.document.paragraph_at(source[0])
        found: dict[str, Mention] = {}
        for mention in reversed(self.cast.within((0, source[0]))):
            if here - self.document.paragraph_at(mention.span[0]) > FURTHEST:
                break
            if mention.entity is not None:
                found.setdefault(mention.entity, mention)
        return list(found.values())

    def _by_recency(self, latest: list[Mention], kind: str) -> list[Mention]:
        """Those whom a kind of source can mean by form: `he` no body and no woman, `it` no person."""
        if kind in ("he", "she"):
            people = [m for m in latest if str(m.entity).startswith("per-")]
            return [m for m in people if self.sexes.get(str(m.entity), PRONOUNS[kind]) == PRONOUNS[kind]]
        return [m for m in latest if kind != "it" or str(m.entity).startswith("org-")]

    def _features(
        self, kind: str, source: Span, mention: Mention, rank: int, before: Sequence[ClaimFinding]
    ) -> Iterator[str]:
        own = list(self._of(kind, source, mention, rank, before))
        yield from own
        yield from (f"{_group(kind)} {feature}" for feature in own)

    def _of(
        self, kind: str, source: Span, mention: Mention, rank: int, before: Sequence[ClaimFinding]
    ) -> Iterator[str]:
        """What is true of one who may be meant."""
        document, entity = self.document, str(mention.entity)
        sentences = min(self._sentence(source[0]) - self._sentence(mention.span[0]), 4)
        paragraphs = min(document.paragraph_at(source[0]) - document.paragraph_at(mention.span[0]), 8)
        subject = document.phrase(mention.span).root.dep_ in SUBJECT_ARCS
        said = any(start <= mention.span[0] < end for claim in before for start, end in claim.content)
        yield f"who {entity[:3]}"
        yield from (f"sentences {sentences}", f"paragraphs {paragraphs}", f"rank {min(rank, 4)}")
        yield from (f"subject {subject} {min(sentences, 2)}", f"kind {mention.kind} {min(sentences, 2)}")
        yield f"said {said}"
        yield from (f"rank {min(rank, 2)} subject {subject}", f"rank {min(rank, 2)} said {said}")
        yield f"possessive {document.text.startswith(POSSESSIVE, mention.span[1])}"
        yield f"sex {self.sexes.get(entity) is not None}"
        yield f"often {sum(self._counts.get(entity, 0) > limit for limit in OFTEN)}"
        ruled = self.cast.at(source[0])
        if ruled is not None and ruled.kind is MentionKind.PRONOUN:
            yield f"ruled {ruled.entity == entity}"
        for back, claim in enumerate(reversed(before[-2:])):
            away = document.paragraph_at(source[0]) - document.paragraph_at(claim.content[-1][1] - 1)
            yield f"spoke {back} {claim.speaker == entity} {min(away, 2)}"
            yield f"spoke {back} {claim.speaker == entity} rank {min(rank, 2)}"
        if kind == SURNAME:
            yield from self._suits(document.quote(source), entity)
        elif kind not in PRONOUNS:
            yield from self._fits(kind, entity)

    def _suits(self, source: str, entity: str) -> Iterator[str]:
        """Whether somebody has the form of address and the titles that stand before a surname: `Cllr Bell`."""
        person = next(one for one in self.cast.people if one.id == entity)
        before = {fold(word) for word in source.split()[:-1]}
        yield f"addressed {person.honorific is not None and fold(person.honorific) in before}"
        yield f"titled {any(before & set(fold(role.role).split()) for role in person.roles)}"
        yield f"alone {len(self._namesakes(source))}"

    def _fits(self, noun: str, entity: str) -> Iterator[str]:
        """Whether a noun is part of a name or a title of somebody: `the council`, `the minister`."""
        person = next((one for one in self.cast.people if one.id == entity), None)
        if person is not None:
            yield f"titled {any(noun in fold(role.role).split() for role in person.roles)}"
            return
        body = next(one for one in self.cast.organizations if one.id == entity)
        yield f"named {any(noun in fold(form).split() for form in (body.name, *body.forms))}"
        yield f"class {noun} {body.classification}"

    def nobody(self, source: Span, earlier: Sequence[ClaimFinding]) -> tuple[str, ...]:
        """What speaks for somebody with a name, or against it: for somebody whom the article only describes."""
        document, kind, before = self.document, self.kind(source), _before(source, earlier)
        found = [kind, _group(kind)]
        for back, claim in enumerate(reversed(before[-2:])):
            away = document.paragraph_at(source[0]) - document.paragraph_at(claim.content[-1][1] - 1)
            found.append(f"{_group(kind)} after {back} {claim.attribution} {min(away, 2)}")
        between = document.text[before[-1].source[0][0] if before else 0 : source[0]].lower()
        lone = re.findall(r"\b(?:an?|one|another) (?:[\w’'-]+ ){0,4}?([\w’'-]+)", between)
        described = any(noun in words("acts", "unnamed_person") for noun in lone[-3:])
        return (*found, f"{_group(kind)} described {described}")

    @cached_property
    def sexes(self) -> Mapping[str, str]:
        """`m` or `f` by id, for those of whom a form of address, a title or a pronoun of the article tells it."""
        found: dict[str, str] = {}
        for mention in self.cast.mentions:
            pronoun = PRONOUNS.get(self.document.quote(mention.span).lower())
            if mention.kind is MentionKind.PRONOUN and mention.entity and pronoun:
                found[mention.entity] = pronoun
        for person in self.cast.people:
            told = (person.honorific or "", *(role.role for role in person.roles))
            sex = next((sex for word in told if (sex := sex_of(fold(word).rstrip(".")))), None)
            if sex is not None:
                found[person.id] = sex
        return found

    @cached_property
    def _families(self) -> Mapping[str, Sequence[PersonFinding]]:
        """People by their surname."""
        found: dict[str, list[PersonFinding]] = {}
        for person in self.cast.people:
            found.setdefault(fold(person.name).split()[-1], []).append(person)
        return found

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for mention in self.cast.mentions:
            if mention.entity is not None:
                counts[mention.entity] = counts.get(mention.entity, 0) + 1
        return counts

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return sorted({*(s.start_char for s in self.document.doc.sents), *(p[0] for p in self.document.paragraphs)})

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._sentence_starts, offset)


def _before(source: Span, earlier: Sequence[ClaimFinding]) -> list[ClaimFinding]:
    return [claim for claim in earlier if claim.source and claim.source[0][0] < source[0]]


def _group(kind: str) -> str:
    return {"he": "person", "she": "person"}.get(kind, kind if kind in (*PRONOUNS, SURNAME) else "noun")


def _named(entity: str) -> Attribution:
    return Attribution.NAMED_PERSON if entity.startswith("per-") else Attribution.NAMED_ORGANIZATION
