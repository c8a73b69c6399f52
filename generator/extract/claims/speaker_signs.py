"""Claims, stage 9: a source and somebody whom it may mean come in, what speaks for and against it goes out.

Each sign is a name; what it weighs is learnt from annotated news by `training/speakers.py`.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.extract.cast import Cast, MentionKind
from generator.extract.claims.actors import Actor, is_one_person
from generator.extract.claims.open_sources import SURNAME, OpenSource, noun_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, OrganizationFinding, PersonFinding, Span
from generator.extract.lexicon import lexicon, words
from generator.extract.names.forms import sex_of
from generator.extract.tokens import Token, root_of
from generator.model.ids import fold

SUBJECT_ARCS = frozenset(("nsubj", "nsubj:pass", "nsubjpass", "csubj"))
BESIDE = frozenset(("flat", "appos", "compound", "conj"))
BESIDE_STEPS = 3
POSSESSIVE = ("'s", "’s")
ASKED = re.compile(r"\b(?:asked|pressed|questioned|challenged|quizzed|grilled|cross-examined)\b", re.IGNORECASE)
DESCRIBED = re.compile(r"\b(?:an?|one|another) (?:[\w’'-]+ ){0,4}?([\w’'-]+)")
OFTEN = (1, 2, 4)
HEAD = 3
"""Letters at a content's beginning in which whom it speaks of first begins: `accused [the Mr Bell] of lying`."""


@dataclass(frozen=True)
class Signs:
    """Reads what is true of those whom a source may mean."""

    document: Document
    cast: Cast
    sexes: Mapping[str, str]
    sentence_starts: Sequence[int]

    def of(self, source: OpenSource, actor: Actor, rank: int, before: Sequence[ClaimFinding]) -> tuple[str, ...]:
        """What is true of one who may be meant, and the same with the group of sources that it is true with."""
        if actor.later:
            own = list(self._later(source, actor, rank))
        else:
            own = [*self._stands(source, actor, rank), *self._spoke(source, actor, rank, before)]
        own += self._is(source, actor)
        return (*own, *(f"{source.group} {sign}" for sign in own))

    def is_called(self, entity: str, noun: str) -> bool:
        """Whether somebody has a title with a noun in it, or one that goes by that noun."""
        return any(noun == word or noun in _called(word) for title in self._titles.get(entity, ()) for word in title)

    def common(self, source: OpenSource, before: Sequence[ClaimFinding]) -> tuple[str, ...]:
        """What speaks for somebody with a name, or against it, whoever it may be."""
        document, group = self.document, source.group
        found = [source.kind, group, f"{group} {source.place}"]
        for back, claim in enumerate(reversed(before[-2:])):
            away = document.paragraph_at(source.span[0]) - document.paragraph_at(claim.content[-1][1] - 1)
            found.append(f"{group} after {back} {claim.attribution} {min(away, 2)}")
        between = document.text[before[-1].source[0][0] if before else 0 : source.span[0]].lower()
        lone = DESCRIBED.findall(between)[-3:]
        found.append(f"{group} described {any(noun in words('acts', 'unnamed_person') for noun in lone)}")
        return tuple(found)

    def _later(self, source: OpenSource, actor: Actor, rank: int) -> Iterator[str]:
        """Where somebody stands who is named only after the source."""
        document = self.document
        away = document.paragraph_at(actor.span[0]) - document.paragraph_at(source.span[0])
        yield from ("later", f"later rank {rank}", f"later paragraphs {away}")
        yield f"later subject {self._arc(actor)[0]} {rank}"
        yield f"later opens {self._opens(actor)} {away}"

    def _stands(self, source: OpenSource, actor: Actor, rank: int) -> Iterator[str]:
        """Where somebody was last spoken of, and as what."""
        document = self.document
        sentences = min(self._sentence(source.span[0]) - self._sentence(actor.span[0]), 4)
        paragraphs = min(document.paragraph_at(source.span[0]) - document.paragraph_at(actor.span[0]), 8)
        subject, case = self._arc(actor)
        yield from (f"sentences {sentences}", f"paragraphs {paragraphs}", f"rank {min(rank, 4)}")
        yield f"subject {subject} {min(sentences, 2)}"
        yield f"kind {actor.kind} {min(sentences, 2)}"
        yield f"rank {min(rank, 2)} subject {subject}"
        yield f"place {source.place} {min(sentences, 2)} {subject}"
        yield f"opens {self._opens(actor)} {min(sentences, 2)}"
        yield f"case {case} {min(sentences, 2)}"
        yield f"possessive {document.text.startswith(POSSESSIVE, actor.span[1])}"
        if ASKED.search(document.text, self._sentence_start(source.span[0]), source.span[0]):
            yield f"asked {min(sentences, 1)} {case}"

    def _spoke(self, source: OpenSource, actor: Actor, rank: int, before: Sequence[ClaimFinding]) -> Iterator[str]:
        """What somebody has said before, and what was said of somebody."""
        document = self.document
        said = any(start <= actor.span[0] < end for claim in before for start, end in claim.content)
        yield from (f"said {said}", f"rank {min(rank, 2)} said {said}")
        for back, claim in enumerate(reversed(before[-2:])):
            away = document.paragraph_at(source.span[0]) - document.paragraph_at(claim.content[-1][1] - 1)
            spoke = _spoke(claim, actor)
            yield f"spoke {back} {spoke} {min(away, 2)}"
            yield f"spoke {back} {spoke} rank {min(rank, 2)}"
            yield f"spoke {back} {spoke} {source.place}"
        if before:
            last = before[-1]
            head = any(0 <= actor.span[0] - start <= HEAD for start, _ in last.content[:1])
            cue = document.lemmas[document.tokens_at(last.cue[0])[0]] if last.cue else "-"
            yield f"head {head} {source.place}"
            yield from ((f"head of {cue}",) if head else ())
            yield f"about {actor.entity in last.about} {source.place}"
        if source.outer is not None:
            yield f"outer {_spoke(source.outer, actor)}"

    def _is(self, source: OpenSource, actor: Actor) -> Iterator[str]:
        """Who somebody is, and whether that fits the source."""
        yield f"who {actor.entity[:3] if actor.entity else 'unnamed'}"
        if actor.entity is None:
            written = fold(self.document.quote(actor.span))
            yield f"alike {source.kind in written.split()}"
            yield f"one person {is_one_person(written)}"
            yield f"same sex {sex_of(noun_of(written, in_lead=True))}"
            return
        yield f"sex {self.sexes.get(actor.entity) is not None}"
        yield f"often {sum(self._counts.get(actor.entity, 0) > limit for limit in OFTEN)}"
        yield f"most {self._counts.get(actor.entity) == self._most}"
        ruled = self.cast.at(source.span[0])
        if ruled is not None and ruled.kind is MentionKind.PRONOUN:
            yield f"ruled {ruled.entity == actor.entity}"
        person = self._people.get(actor.entity)
        if source.kind == SURNAME and person is not None:
            yield from self._suits(source, person)
        elif source.is_noun:
            yield from self._fits(source, actor, person)

    def _suits(self, source: OpenSource, person: PersonFinding) -> Iterator[str]:
        """Whether somebody has the form of address and the titles that stand before a surname: `Cllr Bell`."""
        before = [fold(word).rstrip(".") for word in source.written.split()[:-1]]
        own = fold(person.honorific or "").rstrip(".")
        if before:
            yield f"address {own in before}" if own else "address unknown"
            yield f"titled {any(word in title for word in before for title in self._titles[person.id])}"

    def _fits(self, source: OpenSource, actor: Actor, person: PersonFinding | None) -> Iterator[str]:
        """Whether a noun is part of a name or a title of somebody: `the council`, `the minister`."""
        noun = source.kind
        if person is not None:
            titles = self._titles[person.id]
            called = words("acts", "unnamed_person") & {noun}
            titled = any(noun in title for title in titles)
            yield f"titled {titled}"
            yield f"called {self.is_called(person.id, noun)}"
            yield f"whole {titled and any(self._told(source) <= set(title) for title in titles)}"
            yield f"only {titled and self._titled[noun] == 1}"
            yield f"unnamed word {bool(called)} {titled}"
        elif (body := self._bodies.get(str(actor.entity))) is not None:
            yield f"named {noun in self._body_words[body.id]}"
            yield f"class {noun} {body.classification}"
        owner = self.cast.at(source.span[0])
        yield f"owner {owner is not None and owner.entity == actor.entity}"
        yield f"beside {self._beside(source, actor)}"

    def _told(self, source: OpenSource) -> set[str]:
        """The words of a description but for small ones."""
        return {fold(word) for word in re.findall(r"[\w’-]+", source.written)} - words("cues_grammar", "plain")

    def _beside(self, source: OpenSource, actor: Actor) -> str:
        """Whether somebody is named in the sentence in which the noun last stood, and how close to it."""
        at = self._last_stood(source)
        if at < 0:
            return "never"
        start = self._sentence_start(at)
        nearest = [
            min(abs(at - m.span[1]), abs(m.span[0] - at - len(source.kind)))
            for m in self.cast.within((start, min(self._sentence_end(at), source.span[0])))
            if m.entity == actor.entity
        ]
        return "no" if not nearest else "near" if min(nearest) < 3 else "same sentence"

    def _last_stood(self, source: OpenSource) -> int:
        """Where the noun of a source last stood before it, below 0 where it never did."""
        if source.span not in self._nouns:
            self._nouns[source.span] = self._lower.rfind(source.kind, 0, source.span[0])
        return self._nouns[source.span]

    @cached_property
    def _nouns(self) -> dict[Span, int]:
        """What `_last_stood` found, by where a source stands."""
        return {}

    @cached_property
    def _lower(self) -> str:
        return self.document.text.lower()

    def _arc(self, actor: Actor) -> tuple[bool, str]:
        """Whether somebody is a clause's subject, and the preposition before, if any: `asked by the MP, [Ann Lee]`."""
        if actor.span not in self._arcs:
            self._arcs[actor.span] = self._find_arc(actor)
        return self._arcs[actor.span]

    def _find_arc(self, actor: Actor) -> tuple[bool, str]:
        token: Token = root_of(self.document.phrase(actor.span))
        for _ in range(BESIDE_STEPS):
            if token.dep_.partition(":")[0] not in BESIDE or token.dep_ == "conj":
                break
            token = token.head
        case = next((child.lower_ for child in token.lefts if child.dep_ == "case"), "-")
        return token.dep_ in SUBJECT_ARCS, case if case in ("by", "of", "to", "from", "with", "for", "-") else "other"

    def _opens(self, actor: Actor) -> bool:
        """Whether nothing but titles stands between a sentence's beginning and somebody's name."""
        before = self.document.text[self._sentence_start(actor.span[0]) : actor.span[0]]
        return len(before) < 40 and not re.search(r"[,;:“\"]|\b(?:but|and|by|of|to|said)\b", before)

    def _sentence(self, offset: int) -> int:
        return bisect_right(self.sentence_starts, offset)

    def _sentence_start(self, offset: int) -> int:
        return self.sentence_starts[max(self._sentence(offset) - 1, 0)] if self.sentence_starts else 0

    def _sentence_end(self, offset: int) -> int:
        """Where the next sentence starts."""
        following = self._sentence(offset)
        return self.sentence_starts[following] if following < len(self.sentence_starts) else len(self.document.text)

    @cached_property
    def _arcs(self) -> dict[Span, tuple[bool, str]]:
        """What `_arc` found, by where somebody stands."""
        return {}

    @cached_property
    def _titles(self) -> Mapping[str, list[list[str]]]:
        """By person, the words of each title."""
        return {person.id: [fold(role.role).split() for role in person.roles] for person in self.cast.people}

    @cached_property
    def _titled(self) -> Counter[str]:
        """By word, how many people have a title with it."""
        return Counter(word for titles in self._titles.values() for word in {word for one in titles for word in one})

    @cached_property
    def _body_words(self) -> Mapping[str, frozenset[str]]:
        """By body, the words of its names."""
        return {
            body.id: frozenset(word for form in (body.name, *body.forms) for word in fold(form).split())
            for body in self.cast.organizations
        }

    @cached_property
    def _most(self) -> int:
        """How often whoever is spoken of most is."""
        return max(self._counts.values(), default=0)

    @cached_property
    def _people(self) -> Mapping[str, PersonFinding]:
        return {person.id: person for person in self.cast.people}

    @cached_property
    def _bodies(self) -> Mapping[str, OrganizationFinding]:
        return {body.id: body for body in self.cast.organizations}

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for mention in self.cast.mentions:
            if mention.entity is not None:
                counts[mention.entity] = counts.get(mention.entity, 0) + 1
        return counts


def _spoke(claim: ClaimFinding, actor: Actor) -> bool:
    return claim is actor.claim if actor.entity is None else claim.speaker == actor.entity


def _called(title: str) -> frozenset[str]:
    """What else somebody with a title is called: a senator a lawmaker."""
    return frozenset(lexicon("roles")["called"].get(title, ()))
