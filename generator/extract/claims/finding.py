"""Claims, stage 10: a draft that is believed comes in, its spans and its speaker go out, with no id yet."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.claims.acts import act_of
from generator.extract.claims.attributions import UNNAMED, Attributed, attribute, without_name
from generator.extract.claims.clock import Clock
from generator.extract.claims.cue_words import ALLEGATION, DENIAL
from generator.extract.claims.cues import Cue
from generator.extract.claims.doubted import without_doubted
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import RELATIVES, SUBJECT_ARCS
from generator.extract.claims.open_sources import PRONOUNS
from generator.extract.claims.paper_told import is_of_paper
from generator.extract.claims.phrases import ARTICLES
from generator.extract.claims.quoting import content_spans, mode
from generator.extract.claims.said_when import said_when
from generator.extract.claims.speakers import Past
from generator.extract.claims.whole_sources import NEVER_SUBJECTS, whole_source
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span, Spans
from generator.extract.lexicon import lexicon, words
from generator.model.words import Act, Attribution, Mode

RELATIVE_CLAUSE = re.compile(r", (?:who|which|whose) \w")
WHO = re.compile(r", who\b")
OF = re.compile(r" (?:of|from) (?:the |[A-Z]\w+ )?")
LONGEST_NAME = 60
"""Letters before a body's name in which somebody of it may be named."""


PARTED = re.compile(r"[, ] ?|[^\s,]{1,20}, ")
"""What parts a source from what it tells: a comma, after the rest of its last word where that was cut."""
ENDS_SENTENCE = re.compile(r"[.!?][”’\"']?\s+")
MARKS_ALONE = re.compile(r"[^\w]*")
NOT_SAID = frozenset({Act.BELIEF, Act.INTENTION})
OF_WHOM = re.compile(r"\b(?:for|of|to|with) (?:her|hers|him|his|me|my|our|their|theirs|them|us)\b")
"""What tells that somebody is another than whom they stand near: `a person close to her`."""


@dataclass(frozen=True)
class Speaking:
    """What findings are made with: the article, its cast and its times."""

    document: Document
    cast: Cast
    clock: Clock

    @cached_property
    def speakers(self) -> Cast:
        """The cast with those alone who may be told of as speakers."""
        return without_doubted(self.document, self.cast)

    @cached_property
    def past(self) -> Past:
        """Who was spoken of before any place of the article."""
        return Past(self.document, self.speakers)


def finding(speaking: Speaking, draft: Draft, earlier: list[ClaimFinding]) -> ClaimFinding:
    """The claim that a draft comes to.

    Args:
        earlier: the claims before it in the article, for a pronoun that may mean an unnamed source of one of them.
    """
    document = speaking.document
    source = _source(speaking, draft)
    spans = _beside(document, content_spans(draft), source)
    who = _who(speaking, _told_by(document, draft, source), draft, spans, earlier)
    who = who if source is None or who.speaker is None else _as_before(speaking, source, who, earlier, spans)
    if source is not None and who.speaker is not None:
        source = _bare_relative(document, source)
    cue = () if draft.cue is None else (draft.sentence.chars(_cue_start(draft.cue), draft.cue.end),)
    return ClaimFinding(
        id="",  # What it is depends on the article's other claims: see `identity`.
        speaker=who.speaker,
        joint_with=who.joint_with,
        attribution=who.attribution,
        mode=mode(draft, spans),
        act=act_of(draft),
        source=() if source is None else (source,),
        cue=cue,
        content=spans,
        about=_about(speaking.cast, draft, spans, who.speaker),
        when=said_when(speaking.clock, draft, source, spans),
    )


def _beside(document: Document, content: Spans, source: Span | None) -> Spans:
    """A content without what is part of the source: `according to Ms Lane, chief [economist of the bank]`."""
    if source is None:
        return content
    kept = tuple(span for span in content if not (source[0] <= span[0] and span[1] <= source[1])) or content
    start, end = kept[0]
    if source[0] < start < source[1] < end:  # "according to [a spokesman, Ann Lee], it was spent"
        parted = PARTED.match(document.text, source[1], end)
        return kept if parted is None else ((parted.end(), end), *kept[1:])
    return kept


def _cue_start(cue: Cue) -> int:
    """Where a cue begins, with the words by which it is not done, or not yet: `did not deny`, `will say`."""
    return next(start for start in (cue.undone, cue.modal, cue.start) if start is not None)


def _source(speaking: Speaking, draft: Draft) -> Span | None:
    """Where the source stands, without a time that belongs to its verb: `Ms Cooper [last week] announced`.

    A time that ends a relative clause belongs to the clause: `Ms Cooper, who resigned last week`.
    """
    whole = whole_source(draft)
    if whole is None:
        return None
    start, end = (draft.origin or draft.sentence).chars(*whole)
    if RELATIVE_CLAUSE.search(speaking.document.quote((start, end))):
        return start, end
    first = speaking.clock.at(start)
    if first is not None and first.span[0] == start and first.span[1] < end:
        start = first.span[1] + 1  # "[this morning] Ms Lee insisted"
    time = speaking.clock.at(end - 1)
    if time is not None and time.span[0] > start:
        end = start + len(speaking.document.quote((start, time.span[0])).rstrip())
    return start, end


def _told_by(document: Document, draft: Draft, source: Span | None) -> Span | None:
    """What of a source tells whose it is: no aside after it, and of `one of them` the pronoun alone."""
    if draft.source is None or source is None:
        return source
    start, end = (draft.origin or draft.sentence).chars(*draft.source)
    is_pronoun = document.quote((start, end)).lower() in NEVER_SUBJECTS
    return start if is_pronoun else source[0], min(end, source[1])


def _bare_relative(document: Document, source: Span) -> Span:
    """The relative pronoun alone, where a source ends in one and whom it stands for is known: `her deputy, [who]`."""
    last = document.quote(source).split()[-1]
    return (source[1] - len(last), source[1]) if last in RELATIVES else source


def _who(
    speaking: Speaking, source: Span | None, draft: Draft, spans: Spans, earlier: list[ClaimFinding]
) -> Attributed:
    """Whose the claim is: the source's own words say it, or, for a pronoun, the claims before."""
    found = attribute(speaking.document, speaking.speakers, source)
    if source is None:
        return found
    written = speaking.document.quote(source)
    relative = WHO.search(speaking.document.text, source[0], source[1] + len(", who "))
    if found.joint_with and relative and speaking.document.quote(spans[0]).lower().startswith(("he ", "she ")):
        return Attributed(
            attribution=found.attribution, speaker=found.joint_with[-1]
        )  # "Mr Bell and Ms Lee, who said she"
    if draft.sentence.depth and written.lower() in {"i", "we", "my", "our"}:
        return _outer_speaker(source, written.lower(), earlier)
    if written.lower() in PRONOUNS and (said := next((one for one in earlier if one.source == (source,)), None)):
        return Attributed(attribution=said.attribution, speaker=said.speaker, joint_with=said.joint_with)
    if (own := _of_themselves(speaking, source, draft, earlier)) is not None:
        return own
    if written.lower() in PRONOUNS or (found == UNNAMED and not OF_WHOM.search(written)):
        left_open = speaking.past.open(source, earlier)
        found = speaking.past.meant(left_open, earlier, spans, denies=_denies_it(draft)) if left_open else found
    if written == "it" and is_of_paper(speaking.document, speaking.cast, source, found.speaker):
        return UNNAMED
    found = without_name(speaking.document, speaking.cast, source) if found == UNNAMED else found
    return _member(speaking, source) or found if found.attribution is Attribution.NAMED_ORGANIZATION else found


def _of_themselves(speaking: Speaking, source: Span, draft: Draft, earlier: list[ClaimFinding]) -> Attributed | None:
    """Whose a claim is within what the same pronoun tells, where nobody is named between: `He said [he] wanted it`."""
    pronoun = speaking.document.quote(source).lower()
    if pronoun not in ("he", "she") or draft.sentence.depth:
        return None
    for claim in reversed(earlier):
        start = next((start for start, end in claim.content if start <= source[0] < end), None)
        if start is None or claim.mode is Mode.DIRECT or not claim.source:
            continue
        if speaking.document.quote(claim.source[0]).lower() != pronoun:
            return None
        between = speaking.cast.within((start, source[0]))
        named = any(str(one.entity).startswith("per-") and one.kind is MentionKind.NAME for one in between)
        return None if named else Attributed(attribution=claim.attribution, speaker=claim.speaker)
    return None


def _as_before(
    speaking: Speaking, source: Span, who: Attributed, earlier: list[ClaimFinding], content: Spans
) -> Attributed:
    """Who speaks on, and nobody of whom they have just told: `[Mr Lee] would go, he said. [He] added that …`.

    So too where quoted words go on from what the same pronoun told: `He said Mr Lee worked. “He is good,” [he] said`.
    """
    text, pronoun = speaking.document.text, speaking.document.quote(source).lower()
    before = next((one for one in reversed(earlier) if one.source and one.act not in NOT_SAID), None)
    if pronoun not in ("he", "she") or before is None or speaking.document.quote(before.source[0]).lower() != pronoun:
        return who
    end = max(end for _, end in (*before.source, *before.cue))
    goes_on = ENDS_SENTENCE.fullmatch(text, end, source[0]) and before.content[0][0] < end
    is_beside = MARKS_ALONE.fullmatch(text, before.content[-1][1], content[0][0])
    told_of = {one.entity for span in before.content for one in speaking.cast.within(span)}
    if not (goes_on or is_beside) or who.speaker not in told_of or before.speaker == who.speaker:
        return who
    return Attributed(attribution=before.attribution, speaker=before.speaker, joint_with=before.joint_with)


def _member(speaking: Speaking, source: Span) -> Attributed | None:
    """The person of a body who is meant by `who` behind its name: `Ann Lee of [the Labour group, who] said`."""
    text = speaking.document.text
    if not WHO.search(text, source[0], source[1] + len(", who ")):
        return None
    before = speaking.speakers.within((max(source[0] - LONGEST_NAME, 0), source[0]))
    if not before or not OF.fullmatch(text, before[-1].span[1], source[0]):
        return None
    entity = before[-1].entity
    is_body = entity is not None and not entity.startswith("per-")
    return None if is_body else Attributed(attribution=Attribution.NAMED_PERSON, speaker=entity)


def _denies_it(draft: Draft) -> bool:
    """Whether a denial only points back at what was said before it: `denied [it]`."""
    denies = draft.cue is not None and draft.cue.entry.group == DENIAL and not draft.cue.negated
    start, end = draft.content[0]
    if not denies or end - start > 2:
        return False
    noun = draft.sentence.lower(start) in ARTICLES and draft.sentence.lower(end - 1) in lexicon("called")
    return noun or (end - start == 1 and draft.sentence.lower(start) in words("cues_grammar", "pointers"))


def _outer_speaker(source: Span, pronoun: str, earlier: list[ClaimFinding]) -> Attributed:
    """Who says `I` inside a quotation: the speaker of the quotation."""
    for claim in reversed(earlier):
        if any(start <= source[0] < end for start, end in claim.content) and claim.mode != "indirect":
            return (
                Attributed(attribution=claim.attribution, speaker=claim.speaker) if pronoun in {"i", "my"} else UNNAMED
            )
    return UNNAMED


def _charged(cast: Cast, draft: Draft) -> Mention | None:
    """Whom a passive charges, who stands before its words: `[Ms Lee] was accused of lying`, `[a man] accused of it`."""
    cue = draft.cue
    if cue is None or not cue.passive or cue.entry.group != ALLEGATION:
        return None
    verb = draft.sentence.token(cue.start)
    subject = next((child for child in verb.children if child.dep_ in SUBJECT_ARCS), None)
    if (subject is None or subject.lower_ in RELATIVES) and verb.dep_.startswith("acl"):
        subject = verb.head
    return None if subject is None else cast.at(subject.idx)


def _about(cast: Cast, draft: Draft, spans: Spans, speaker: str | None) -> tuple[str, ...]:
    """The people and organizations that the content speaks of, in reading order; first whom it is charged to."""
    charged = _charged(cast, draft)
    mentioned: list[Mention] = [mention for span in spans for mention in cast.within(span)]
    found = mentioned if charged is None else [charged, *mentioned]
    return tuple(dict.fromkeys(m.entity for m in found if m.entity is not None and m.entity != speaker))
