"""Claims, stages 3 and 4 put together: a sentence comes in, each possible attribution in it goes out as a draft."""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.claims.clock import Clock
from generator.extract.claims.cue_words import SPEECH, CueKind
from generator.extract.claims.cues import Cue, find_cues, verb_cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import FINITE
from generator.extract.claims.other_drafts import according, adverb, noun
from generator.extract.claims.sentences import Quoted, Sentence
from generator.extract.claims.signed import signed
from generator.extract.claims.subjects import subject_before
from generator.extract.claims.verb_drafts import active, passive
from generator.extract.lexicon import words


def find_drafts(sentence: Sentence, clock: Clock) -> list[Draft]:
    """Every possible attribution of a sentence, in reading order of the cues."""
    cues = list(find_cues(sentence))
    drafts: list[Draft] = []
    for cue in cues:
        if (draft := _draft(sentence, cue, cues, clock)) is not None:
            drafts.append(_sharing(draft, drafts))
    told = {quoted.start for draft in drafts for quoted in draft.quotes()}
    for quoted in sentence.quoted:
        if quoted.start in told:
            continue
        draft = (
            _going_on(sentence, quoted, drafts) or _speech(sentence, quoted, cues, clock) or signed(sentence, quoted)
        )
        if draft is not None:
            drafts.append(draft)
            told |= {inside.start for inside in draft.quotes()}
    return drafts


def _sharing(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """A draft without a subject of its own takes that of the nearest finite verb cue before it."""
    if not draft.shared:
        return draft
    for other in reversed(earlier):
        cue = other.cue
        if cue is None or cue.passive or cue.entry.kind is not CueKind.VERB:
            continue
        tells = cue.form in {"VBD", "VBZ", "VBP"} or _is_past(draft.sentence, cue) or _is_perfect(draft.sentence, cue)
        if not tells or other.shared or other.source is None or _inside(draft, other):
            continue
        if not any(_inside(other, outer) and _tells_clause(outer) for outer in earlier):
            return replace(draft, source=other.source)
    return draft


def _tells_clause(draft: Draft) -> bool:
    """Whether somebody tells a clause, rather than hears it: `she said [that …]`."""
    hears = draft.cue is not None and draft.cue.entry.lemma in words("cues_grammar", "taken_in")
    return draft.shape.startswith("that") and not hears


def _is_past(sentence: Sentence, cue: Cue) -> bool:
    """Whether a past tense was taken for a participle: `Ann Lee [accused] Tom Hale`, `the clerk today [confirmed]`."""
    if cue.form != "VBN" or cue.start == sentence.start:
        return False
    return sentence.token(cue.start - 1).pos_ == "PROPN" or sentence.token(cue.start).dep_ == "ROOT"


def _is_perfect(sentence: Sentence, cue: Cue) -> bool:
    """Whether a participle is a finite verb with its auxiliary: `the jury heard that Mr Hale [had admitted] it`."""
    return cue.form == "VBN" and sentence.lower(cue.group_start) in words("cues_grammar", "perfect")


def _inside(draft: Draft, other: Draft) -> bool:
    """Whether a draft's cue stands in the content of another, whose source it then does not share."""
    return draft.cue is not None and any(start <= draft.cue.start < end for start, end in other.content)


def _draft(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    match cue.entry.kind:
        case CueKind.BEFORE_SOURCE:
            return according(sentence, cue, cues, clock)
        case CueKind.ADVERB:
            return adverb(sentence, cue, cues)
        case CueKind.NOUN:
            return noun(sentence, cue, cues, clock)
        case CueKind.MARK:
            return None
        case CueKind.VERB | CueKind.SPEECH:
            return passive(sentence, cue, cues, clock) if cue.passive else active(sentence, cue, cues, clock)


def _going_on(sentence: Sentence, quoted: Quoted, drafts: Sequence[Draft]) -> Draft | None:
    """A quotation behind a colon that goes on from words told before it: `He denied the claims: “I was at home.”`."""
    colon = quoted.start - 1
    if sentence.lower(colon) != ":":
        return None
    told = [d for d in drafts if d.source is not None and d.content[-1][1] == colon and d.order == "after"]
    content = ((quoted.start, quoted.end),)
    return replace(told[-1], cue=None, content=content, shape="quote") if told else None


def _speech(sentence: Sentence, quoted: Quoted, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    """A quotation beside a verb that no list knows: `“What cake?” he cracked.`, `He sighed: “Enough.”`."""
    verb = _verb_after(sentence, quoted.end)
    if verb is None and sentence.lower(quoted.start - 1) in {":", ","}:
        verb = next(
            (
                k
                for k in range(quoted.start - 2, max(quoted.start - 15, sentence.start), -1)
                if sentence.token(k).tag_ in FINITE
            ),
            None,
        )
        if verb is not None and sentence.lower(quoted.start - 1) == ",":
            verb = verb if verb >= quoted.start - 3 else None
    if verb is None or sentence.quoted_at(verb) or sentence.token(verb).tag_ not in FINITE:
        return None
    cue = verb_cue(sentence, verb, verb + 1, SPEECH)
    draft = active(sentence, cue, cues, clock)
    if draft is None or not any(q.start == quoted.start for q in draft.quotes()):
        source = subject_before(sentence, cue.group_start, clock)
        if source is None or verb > quoted.start:
            return None
        return Draft(
            sentence=sentence,
            cue=cue,
            source=source,
            content=((quoted.start, quoted.end),),
            shape="quote",
            order="after",
        )
    return draft


def _verb_after(sentence: Sentence, start: int) -> int | None:
    """The first finite verb after a quotation, close by."""
    for index in range(start, min(start + 8, sentence.end)):
        if sentence.quoted_at(index):
            return None
        if sentence.token(index).tag_ in {"VBD", "VBZ"}:
            return index
    return None
