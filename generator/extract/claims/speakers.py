"""Claims, stage 9: a source that could mean several comes in, `he`, `the party`, `Mr Bell` of two; who it is goes out.

Everybody who was spoken of shortly before is weighed against the others, unnamed sources among them, and against
nobody at all; the weights are learnt from annotated news by `training/speakers.py`.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.claims.actors import (
    Actor,
    addressee,
    asking,
    by_form,
    called_so,
    later_actors,
    latest_mentions,
    named_in_time_clause,
    of_other_sex,
    owners,
    sexes_told,
    told_of_by_stranger,
    unnamed_actors,
)
from generator.extract.claims.attributions import UNNAMED, Attributed
from generator.extract.claims.grammar import SUBJECT_ARCS
from generator.extract.claims.logistic import shares
from generator.extract.claims.open_sources import (
    INDEFINITE,
    LEAD,
    LEAD_PARAGRAPHS,
    PAPER,
    PRONOUNS,
    SURNAME,
    OpenSource,
    group_of,
    noun_of,
    outer_claim,
    place_of,
)
from generator.extract.claims.paper_told import is_of_another
from generator.extract.claims.speaker_signs import Signs
from generator.extract.claims.unlike import is_other_body, is_unlike
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, OrganizationFinding, PersonFinding, Span, Spans
from generator.extract.lexicon import words
from generator.extract.names.forms import sex_of
from generator.extract.tokens import root_of
from generator.model.ids import fold
from generator.model.words import Act, Attribution, Mode

WORD = re.compile(r"[A-ZÀ-Þ][\w-]+")
NAMED = re.compile(r"(?:[\w’'.-]+ ){0,6}?([A-ZÀ-Þ][\w’'-]+)(?=$|,| who )")
OF = re.compile(r" of \w+ing\b")
TITLED = re.compile(r"(?:(?:the )?(?:[\w’'.-]+ ){1,4})?")
CERTAIN = 0.65
CERTAIN_BY_NOUN = 0.8
"""How likely one person or body must be to be named."""
LIKELY = 0.5
LIKELY_BY_NOUN = 0.75
"""How likely all with a name together must be for a claim to be somebody's with a name."""
BY_NOUN = frozenset(["noun", "body", "they"])
"""Groups of sources that mostly mean somebody whom the article does not name."""
# Somebody whom only somebody else has, "her spokeswoman": an article that opens so seldom names them later.
OWNED = re.compile(r"(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) |[Aa]n? [\w -]+? (?:for|of|to) (?:[A-ZÀ-Þ]|(?:the|his|her) )")
OF_ANOTHER = re.compile(r"(?:his|her|their|its) |[^,]*?\w(?:['’]s|s['’]) ", re.IGNORECASE)
"""How a description begins of somebody whom another has."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be meant, None for an unnamed source, and what speaks for and against it."""

    entity: str | None
    features: tuple[str, ...]


@dataclass(frozen=True)
class Past:
    """What is known of those who were spoken of before a source."""

    document: Document
    cast: Cast

    def meant(
        self, source: OpenSource, earlier: Sequence[ClaimFinding], content: Spans = (), *, denies: bool = False
    ) -> Attributed:
        """Whom a source means. One that is likely somebody with a name, but not certainly who, gives no speaker.

        Args:
            content: what is said, in which nobody calls themselves by their name: `“Bill was there,” [he] said`.
            denies: whether what was said just before is denied, which nobody does who said it: `[He] denied it`.
        """
        named_by = self._named_in(content) if source.kind in ("he", "she") else frozenset()
        named_by |= _own_speaker(source)
        named_by |= {earlier[-1].speaker} if denies and earlier and self._is_of_another(earlier[-1]) else frozenset()
        named = self._shares(source, earlier, self.candidates(source, earlier))
        unlike = of_other_sex(self.document, source, _before(source, earlier), self._sexes)
        if named and max(named)[1] in unlike:
            named = self._shares(
                source, earlier, [one for one in self.candidates(source, earlier) if one.entity not in unlike]
            )
        if denies and earlier and (accused := self._accused(earlier[-1])) in {entity for _, entity in named}:
            return Attributed(attribution=_named(str(accused)), speaker=accused)
        if named and max(named)[1] in named_by:
            last = earlier[-1].speaker if earlier else None
            if last == max(named)[1] and self._only_titled_in(content, max(named)[1]) and not denies:
                return Attributed(attribution=_named(max(named)[1]))  # one may speak of one's own post
            others = [one for one in self.candidates(source, earlier) if one.entity not in named_by]
            named = self._shares(source, earlier, others)
        if not named:
            return UNNAMED
        best, entity = max(named)
        if source.group == PAPER and INDEFINITE.match(source.written) and entity.startswith("per-"):
            return UNNAMED  # "a document seen by us" is nobody, whoever is spoken of near it
        if source.group == PAPER and is_of_another(self.document, self.cast, source, entity):
            return UNNAMED
        certain, least = (CERTAIN_BY_NOUN, LIKELY_BY_NOUN) if source.group in BY_NOUN else (CERTAIN, LIKELY)
        is_nearer = self._is_nearer_namesake(source, entity) or self._is_nearer_stranger(source, entity, earlier)
        is_nearer = is_nearer or self._is_only_told_of(source, entity, earlier)
        is_nearer = is_nearer or told_of_by_stranger(self.document, self.cast, source, entity, _before(source, earlier))
        is_nearer = is_nearer or named_in_time_clause(self.document, self.cast, source, entity, self._sexes)
        is_nearer = is_nearer or self._is_nearer_chair(source, entity, earlier) or self._is_named_beside(source, entity)
        if best >= certain and not is_nearer:
            return Attributed(attribution=_named(entity), speaker=entity)
        return Attributed(attribution=_named(entity)) if sum(share for share, _ in named) >= least else UNNAMED

    def _shares(
        self, source: OpenSource, earlier: Sequence[ClaimFinding], candidates: Sequence[Candidate]
    ) -> list[tuple[float, str]]:
        """How likely each of those with a name is meant."""
        likely = shares("speakers", self.nobody(source, earlier), [one.features for one in candidates])
        return [(share, one.entity) for share, one in zip(likely, candidates, strict=True) if one.entity is not None]

    def open(self, source: Span, earlier: Sequence[ClaimFinding]) -> OpenSource | None:
        """A source that leaves open who it is; None where its own words tell it or nobody can."""
        written = self.document.quote(source)
        in_lead = self.document.paragraph_at(source[0]) < LEAD_PARAGRAPHS
        kind = written.lower() if written.lower() in PRONOUNS else self._surname_or_noun(written, in_lead=in_lead)
        if not kind or kind in words("acts", "things"):
            return None
        outer = outer_claim(source, earlier)
        group = group_of(kind, in_lead=in_lead, quoted=outer is not None)
        if group == LEAD and OWNED.match(written) and kind in words("acts", "unnamed"):
            return None
        if kind in words("acts", "nameless") and INDEFINITE.match(written):
            return None
        return OpenSource(source, written, kind, group, place_of(self.document.text, source), outer)

    def candidates(self, source: OpenSource, earlier: Sequence[ClaimFinding]) -> list[Candidate]:
        """Everybody who may be meant, the latest first."""
        before = _before(source, earlier)
        others = self._speaking_of(source, before) | asking(self.document, self.cast, source, before)
        # "A former minister" is nobody whom the article has named before.
        possible = () if INDEFINITE.match(source.written) else self._possible(source)
        actors = [Actor(str(one.entity), one.span, str(one.kind)) for one in possible if one.entity not in others]
        if source.kind != SURNAME:
            actors += unnamed_actors(self.document, self.cast, source, before)
        actors.sort(key=lambda actor: -actor.span[0])
        later = [
            one for one in later_actors(self.document, self.cast, source) if not self._is_unlike(source, one.entity)
        ]
        ranked = [*enumerate(actors), *enumerate(later)]
        return [Candidate(one.entity, self._signs.of(source, one, rank, before)) for rank, one in ranked]

    def _speaking_of(self, source: OpenSource, before: Sequence[ClaimFinding]) -> set[str]:
        """Who has spoken of whom a description means, and whom they have spoken of.

        So in `Ms Lee said the mayor lied. [The mayor] said` and in `The mayor called Mr Lee a liar. [The mayor] said`.
        """
        if not source.is_noun or not source.written.lower().startswith("the "):
            return set()
        written = re.compile(rf"\b{re.escape(source.written)}\b", re.IGNORECASE)
        own = fold(source.written).removeprefix("the ")
        found: set[str] = set()
        for one in before:
            if one.speaker is not None and any(written.search(self.document.quote(span)) for span in one.content):
                found.add(one.speaker)
            if one.speaker is None and fold(self.document.quote(one.source[0])).removeprefix("the ") == own:
                told = (mention for span in one.content for mention in self.cast.within(span))
                found |= {str(m.entity) for m in told if m.kind is MentionKind.NAME}
        return found

    def _named_in(self, content: Spans) -> frozenset[str | None]:
        """Who is named in what is said, by a title or a first name perhaps."""
        mentions = (mention for span in content for mention in self.cast.within(span))
        named = {one.entity for one in mentions if one.kind in (MentionKind.NAME, MentionKind.TITLE)}
        told = {word[0] for span in content for word in WORD.finditer(self.document.text, *span)}
        return frozenset(named | {one.id for one in self.cast.people if one.name.split()[0] in told})

    def _only_titled_in(self, content: Spans, entity: str) -> bool:
        """Whether what is said tells of somebody by no more than a title: `He added that [the mayor] would go`."""
        told = [one.kind for span in content for one in self.cast.within(span) if one.entity == entity]
        return MentionKind.TITLE in told and MentionKind.NAME not in told

    def _accused(self, claim: ClaimFinding) -> str | None:
        """The person whom a claim accuses of something: `accused [Mr Lee] of misleading Ms Hale`."""
        start, end = claim.content[0]
        first = next((one for one in self.cast.within((start, end)) if str(one.entity).startswith("per-")), None)
        if claim.act is not Act.ALLEGATION or first is None or not OF.match(self.document.text, first.span[1]):
            return None
        return first.entity if TITLED.fullmatch(self.document.text, start, first.span[0]) else None

    def _is_of_another(self, claim: ClaimFinding) -> bool:
        """Whether a claim is told to somebody else, or speaks of them: `put it to Mr Lee that he lied`."""
        told = (min(start for start, _ in (*claim.cue, *claim.content)), claim.content[-1][1])
        return any(str(one.entity).startswith("per-") and one.entity != claim.speaker for one in self.cast.within(told))

    def nobody(self, source: OpenSource, earlier: Sequence[ClaimFinding]) -> tuple[str, ...]:
        """What speaks for somebody with a name, or against it: for somebody whom the article only describes."""
        return self._signs.common(source, _before(source, earlier))

    def _surname_or_noun(self, written: str, *, in_lead: bool) -> str:
        is_shared = len(self._family(written)) > 1 and bool(self._namesakes(written))
        return SURNAME if is_shared else noun_of(written, in_lead=in_lead)

    def _namesakes(self, source: str) -> list[PersonFinding]:
        """Everybody of the surname that a source ends with, `Mr Bell`, and of the sex that it tells."""
        sex = next((sex for word in source.split() if (sex := sex_of(fold(word).rstrip(".")))), None)
        return [one for one in self._family(source) if sex is None or self._sexes.get(one.id, sex) == sex]

    def _family(self, source: str) -> Sequence[PersonFinding]:
        named = NAMED.match(source)
        return () if named is None else self._families.get(fold(named[1]), ())

    def _possible(self, source: OpenSource) -> list[Mention]:
        """The last mention of everybody with a name who may be meant, the latest first.

        Whom a description names, it only tells of: the group at Holyrood is not Holyrood.
        """
        if source.kind != SURNAME:
            told_of = {mention.entity for mention in self.cast.within(source.span)} if source.is_noun else set()
            latest = latest_mentions(self.document, self.cast, source.span)
            told_of |= owners(self.document, self.cast, source, self._sentence_before(source))
            told_of |= {read(self.document, self.cast, source) for read in (addressee, called_so)}
            possible = [one for one in latest if one.entity not in told_of and self._may_be(source, one)]
            return by_form(source, possible, self._sexes)
        people = {one.id for one in self._namesakes(source.written)}
        found: dict[str, Mention] = {}
        for mention in self.cast.before(source.span[0]):
            if len(found) == len(people):
                break
            if mention.entity in people:
                found.setdefault(str(mention.entity), mention)
        return list(found.values())

    def _may_be(self, source: OpenSource, actor: Mention) -> bool:
        """Whether somebody's party and titles allow them to be what a source says: `the governor's [aide]`."""
        entity = str(actor.entity)
        if self._is_unlike(source, entity):
            return False
        if source.group not in ("noun", LEAD) or not OF_ANOTHER.match(source.written) or not entity.startswith("per-"):
            return True
        return self._signs.is_called(entity, source.kind)

    def _is_unlike(self, source: OpenSource, entity: str | None) -> bool:
        """Whether somebody's party or post is another than a description tells."""
        if source.is_noun and (body := self._bodies.get(str(entity))) is not None:
            return is_other_body(source.kind, body)
        person = self._people.get(str(entity)) if source.is_noun else None
        if person is not None and source.kind.endswith("s") and source.kind[:-1] in words("acts", "unnamed"):
            return True  # "the officials"
        if person is not None and source.kind in words("acts", "presiding"):
            return not self._signs.is_called(person.id, source.kind)
        return person is not None and is_unlike(source.written, source.kind, person)

    def _is_nearer_namesake(self, source: OpenSource, entity: str) -> bool:
        """Whether a surname that two others have, and that is nobody certain's, stands nearer than who may be meant."""
        if source.kind not in ("he", "she"):
            return False
        last = next((m for m in self.cast.before(source.span[0]) if m.entity == entity), None)
        sex = PRONOUNS[source.kind]
        shared = {
            name
            for name, people in self._families.items()
            if len(people) > 1
            and entity not in {one.id for one in people}
            and any(self._sexes.get(one.id, sex) == sex for one in people)
        }
        start = self.document.paragraphs[self.document.paragraph_at((last.span if last else source.span)[0])][0]
        between = WORD.finditer(self.document.text, start, source.span[0])
        return any(fold(word[0]) in shared and self._is_nobodys(word.start()) for word in between)

    def _is_nearer_stranger(self, source: OpenSource, entity: str, earlier: Sequence[ClaimFinding]) -> bool:
        """Whether somebody who has a name, but is nobody known, spoke after who may be meant was last named."""
        if source.kind not in ("he", "she"):
            return False
        last = next((m.span[0] for m in self.cast.before(source.span[0]) if m.entity == entity), 0)
        for claim in reversed(_before(source, earlier)):
            if claim.source[0][0] < last:
                return False
            tokens = list(self.document.phrase(claim.source[0]))[:2]
            named = len(tokens) > 1 and all(token.pos_ == "PROPN" for token in tokens)
            if named and claim.attribution is Attribution.UNNAMED and claim.speaker is None:
                return True
        return False

    def _is_nearer_chair(self, source: OpenSource, entity: str, earlier: Sequence[ClaimFinding]) -> bool:
        """Whether whoever presides did something since who may be meant was named: `The Speaker rose. [He] said`."""
        if source.kind not in ("he", "she"):
            return False
        last = next((m.span[1] for m in self.cast.before(source.span[0]) if m.entity == entity), source.span[0])
        told = [span for claim in _before(source, earlier) for span in claim.content]
        return any(
            root_of(self.document.phrase(chair.span())).dep_ in SUBJECT_ARCS
            and not self._signs.is_called(entity, chair[1].lower())
            and not any(start <= chair.start() < end for start, end in told)
            for chair in _chairs().finditer(self.document.text, last, source.span[0])
        )

    def _is_named_beside(self, source: OpenSource, entity: str) -> bool:
        """Whether one quotation names somebody, who is never called so: `“Ms Lee lied. [The premier] said no.”`."""
        if not source.is_noun or source.outer is None or self._signs.is_called(entity, source.kind):
            return False
        beside = (self.cast.within((start, source.span[0])) for start, _ in source.outer.content)
        return any(mention.entity == entity for mentions in beside for mention in mentions)

    def _is_only_told_of(self, source: OpenSource, entity: str, earlier: Sequence[ClaimFinding]) -> bool:
        """Whether somebody only speaks in words of another of the sentence before, who may be meant as well.

        So in `Mr Lee replied that Mr Bell said so. [He] also suggested`.
        """
        if source.kind not in ("he", "she") or source.place != "first":
            return False
        start, end = self._sentence_before(source)
        said = [claim for claim in _before(source, earlier) if start <= claim.source[0][0] < end]
        inner = [claim.source[0][0] for claim in said if claim.speaker == entity]
        others = [one for one in said if one.speaker not in (None, entity)]
        sex = PRONOUNS[source.kind]
        return bool(inner) and any(
            str(one.speaker).startswith("per-")
            and self._sexes.get(str(one.speaker), sex) == sex
            and all(any(a <= at < b for a, b in one.content) for at in inner)
            for one in others
        )

    def _is_nobodys(self, offset: int) -> bool:
        mention = self.cast.at(offset)
        return mention is None or mention.entity is None

    def _sentence_before(self, source: OpenSource) -> Span:
        """Where the sentence stands before that of a source which opens its own."""
        starts = self._signs.sentence_starts
        place = bisect_left(starts, source.span[0])
        return (starts[place - 1], source.span[0]) if place else (0, 0)

    @cached_property
    def _signs(self) -> Signs:
        sentences = (start for start, _ in self.document.sentences)
        starts = sorted({*sentences, *(start for start, _ in self.document.paragraphs)})
        return Signs(self.document, self.cast, self._sexes, starts)

    @cached_property
    def _people(self) -> Mapping[str, PersonFinding]:
        return {person.id: person for person in self.cast.people}

    @cached_property
    def _bodies(self) -> Mapping[str, OrganizationFinding]:
        return {body.id: body for body in self.cast.organizations}

    @cached_property
    def _sexes(self) -> Mapping[str, str]:
        return sexes_told(self.document, self.cast)

    @cached_property
    def _families(self) -> Mapping[str, Sequence[PersonFinding]]:
        """People by their surname."""
        found: dict[str, list[PersonFinding]] = {}
        for person in self.cast.people:
            found.setdefault(fold(person.name).split()[-1], []).append(person)
        return found


@cache
def _chairs() -> re.Pattern[str]:
    """Whoever presides, by the post alone: `the Speaker`."""
    return re.compile(rf"\b[Tt]he (?:[A-Z]\w+ )?({'|'.join(sorted(words('acts', 'presiding')))})\b", re.IGNORECASE)


def _before(source: OpenSource, earlier: Sequence[ClaimFinding]) -> list[ClaimFinding]:
    return [claim for claim in earlier if claim.source and claim.source[0][0] < source.span[0]]


def _own_speaker(source: OpenSource) -> frozenset[str | None]:
    """Who speaks the quotation that a pronoun stands in, and would call themselves `I`."""
    outer = source.outer
    is_quoted = outer is not None and outer.mode is Mode.DIRECT and source.kind in PRONOUNS
    return frozenset({outer.speaker} if is_quoted and outer is not None else ())


def _named(entity: str) -> Attribution:
    return Attribution.NAMED_PERSON if entity.startswith("per-") else Attribution.NAMED_ORGANIZATION
