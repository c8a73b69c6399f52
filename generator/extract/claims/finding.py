"""Claims, stage 10: a draft that is believed comes in, the finding with its spans, its speaker and its id goes out."""

import re
from dataclasses import dataclass

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.claims.acts import act_of
from generator.extract.claims.attributions import UNNAMED, Attributed, attribute
from generator.extract.claims.clock import Clock
from generator.extract.claims.draft import Draft
from generator.extract.claims.quoting import content_spans, mode
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span, Spans
from generator.extract.lexicon import words
from generator.model.ids import record_id
from generator.model.records import When
from generator.model.words import Attribution

SEGMENT = re.compile(r",| who | of | for | in | from | to | close | on | with | at | by | inside ")


@dataclass(frozen=True)
class Speaking:
    """What findings are made with: the article, its cast and its times."""

    document: Document
    cast: Cast
    clock: Clock


def finding(speaking: Speaking, draft: Draft, earlier: list[ClaimFinding]) -> ClaimFinding:
    """The claim that a draft comes to.

    Args:
        earlier: the claims before it in the article, for a pronoun that may mean an unnamed source of one of them.
    """
    document = speaking.document
    source = _source(draft)
    spans = content_spans(draft)
    who = _who(speaking, source, draft, earlier)
    cue = () if draft.cue is None else (draft.sentence.chars(draft.cue.start, draft.cue.end),)
    written = "" if source is None else document.quote(source)
    return ClaimFinding(
        id=record_id("clm", written or "unattributed", written, *map(document.quote, cue), *map(document.quote, spans)),
        speaker=who.speaker,
        joint_with=who.joint_with,
        attribution=who.attribution,
        mode=mode(draft, spans),
        act=act_of(draft),
        source=() if source is None else (source,),
        cue=cue,
        content=spans,
        about=_about(speaking.cast, spans, who.speaker),
        when=_when(speaking.clock, draft, source, spans),
    )


def _source(draft: Draft) -> Span | None:
    if draft.source is None:
        return None
    return (draft.origin or draft.sentence).chars(*draft.source)


def _who(speaking: Speaking, source: Span | None, draft: Draft, earlier: list[ClaimFinding]) -> Attributed:
    """Whose the claim is: the source's own words say it, or, for a pronoun, the claims before."""
    found = attribute(speaking.document, speaking.cast, source)
    if source is None:
        return found
    pronoun = speaking.document.quote(source).lower()
    if draft.sentence.depth and pronoun in {"i", "we", "my", "our"}:
        return _outer_speaker(source, pronoun, earlier)
    if pronoun in words("acts", "person_pronouns") and _is_unnamed_before(speaking, source, found, earlier):
        return UNNAMED
    return found


def _outer_speaker(source: Span, pronoun: str, earlier: list[ClaimFinding]) -> Attributed:
    """Who says `I` inside a quotation: the speaker of the quotation."""
    for claim in reversed(earlier):
        if any(start <= source[0] < end for start, end in claim.content) and claim.mode != "indirect":
            return (
                Attributed(attribution=claim.attribution, speaker=claim.speaker) if pronoun in {"i", "my"} else UNNAMED
            )
    return UNNAMED


def _is_unnamed_before(speaking: Speaking, source: Span, found: Attributed, earlier: list[ClaimFinding]) -> bool:
    """Whether an unnamed source spoke more lately than the person whom a pronoun is taken for was mentioned."""
    if found.speaker is None:
        return True
    spoke = max(
        (
            claim.source[0][0]
            for claim in earlier
            if _is_somebody(speaking.document, claim) and claim.source[0][0] < source[0]
        ),
        default=-1,
    )
    if spoke < 0 or speaking.document.paragraph_at(source[0]) - speaking.document.paragraph_at(spoke) > 1:
        return False
    named = [
        m.span[0]
        for m in speaking.cast.within((spoke, source[0]))
        if m.entity == found.speaker and m.kind is not MentionKind.PRONOUN
    ]
    return not named


def _is_somebody(document: Document, claim: ClaimFinding) -> bool:
    """Whether a claim's source is one unnamed person, who speaks rather than is quoted by another's passive."""
    if (
        claim.attribution is not Attribution.UNNAMED
        or not claim.source
        or (
            claim.cue
            and claim.cue[0][0] < claim.source[0][0]
            and document.text[claim.source[0][0] - 3 : claim.source[0][0]] == "by "
        )
    ):
        return False
    described = SEGMENT.split(document.quote(claim.source[0]).lower())[0].split()
    return bool(described) and (described[-1] in words("acts", "unnamed_person") or described[0] in {"one", "another"})


def _about(cast: Cast, spans: Spans, speaker: str | None) -> tuple[str, ...]:
    """The people and organizations that the content speaks of, in reading order."""
    mentioned: list[Mention] = [mention for span in spans for mention in cast.within(span)]
    return tuple(dict.fromkeys(m.entity for m in mentioned if m.entity is not None and m.entity != speaker))


def _when(clock: Clock, draft: Draft, source: Span | None, spans: Spans) -> When | None:
    """The time that the cue's own clause gives: in its sentence, outside the content and outside the source."""
    if draft.cue is None:
        return None
    sentence = draft.sentence
    start, end = sentence.chars(sentence.start, sentence.end)
    cue = sentence.chars(draft.cue.start, draft.cue.end)
    taken = [*spans, *([source] if source else [])]
    near = [
        time
        for time in clock.within((start, end))
        if not any(time.span[0] < stop and begin < time.span[1] for begin, stop in taken)
        and sentence.quoted_at_offset(time.span[0]) is None
    ]
    return min(near, key=lambda time: abs(time.span[0] - cue[0])).when if near else None
