"""Claims, stages 3 and 4 put together: a sentence comes in, each possible attribution in it goes out as a draft."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.claims import contents
from generator.extract.claims.cue_words import SPEECH, CueKind
from generator.extract.claims.cues import Cue, find_cues, verb_cue
from generator.extract.claims.sentences import Quoted, Sentence
from generator.extract.claims.sources import Clock, Range, governing_subject, phrase_after, subject_before


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A possible attribution, in tokens: the cue (None where a quotation goes on), its source and its content."""

    sentence: Sentence
    cue: Cue | None
    source: Range | None
    content: tuple[Range, ...]
    shape: str
    order: str
    """after: the content follows the cue; before: it comes first; around: both."""
    origin: Sentence | None = None
    """The sentence that the source stands in, where it is an earlier one."""
    shared: bool = False
    """Whether the source is the subject of an earlier verb."""

    def quotes(self) -> Iterator[Quoted]:
        """The quotations that stand in the content."""
        for quoted in self.sentence.quoted:
            if any(start <= quoted.start and quoted.end <= end for start, end in self.content):
                yield quoted


def find_drafts(sentence: Sentence, clock: Clock) -> list[Draft]:
    """Every possible attribution of a sentence, in reading order of the cues."""
    cues = list(find_cues(sentence))
    drafts: list[Draft] = []
    for cue in cues:
        if (draft := _draft(sentence, cue, cues, clock)) is not None:
            drafts.append(_sharing(draft, drafts))
    told = {quoted.start for draft in drafts for quoted in draft.quotes()}
    for quoted in sentence.quoted:
        if quoted.start not in told and (draft := _speech(sentence, quoted, cues, clock)) is not None:
            drafts.append(draft)
            told |= {inside.start for inside in draft.quotes()}
    return drafts


def _sharing(draft: Draft, earlier: Sequence[Draft]) -> Draft:
    """A draft without a subject of its own takes that of the nearest finite verb cue before it."""
    if not draft.shared:
        return draft
    for other in reversed(earlier):
        is_finite = other.cue is not None and other.cue.form in {"VBD", "VBZ", "VBP"} and other.cue.entry.kind is CueKind.VERB
        if is_finite and not other.shared and other.source is not None and not _inside(draft, other):
            return replace(draft, source=other.source)
    return draft


def _inside(draft: Draft, other: Draft) -> bool:
    """Whether a draft's cue stands in the content of another, whose source it then does not share."""
    return draft.cue is not None and any(start <= draft.cue.start < end for start, end in other.content)


def _draft(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    match cue.entry.kind:
        case CueKind.BEFORE_SOURCE:
            return _according(sentence, cue, cues, clock)
        case CueKind.ADVERB:
            return _adverb(sentence, cue, cues)
        case CueKind.NOUN:
            return _noun(sentence, cue, cues, clock)
        case CueKind.VERB | CueKind.SPEECH:
            return _passive(sentence, cue, cues, clock) if cue.passive else _active(sentence, cue, cues, clock)


def _according(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    source = phrase_after(sentence, cue.end, clock)
    if source is None:
        return None
    before = contents.before_cue(sentence, cue.start) or _bare_before(sentence, cue.start)
    if before is not None:
        return Draft(sentence=sentence, cue=cue, source=source, content=(before,), shape="clause", order="before")
    region = contents.after_cue(sentence, cue, clock, source)
    if region is None:
        return None
    region = contents.cut(sentence, region, cue, cues)
    return Draft(sentence=sentence, cue=cue, source=source, content=(region,), shape="clause", order="after")


def _bare_before(sentence: Sentence, end: int) -> Range | None:
    start = sentence.start
    while start < end and sentence.quoted_at(start) is None and (sentence.lower(start) in {"and", "but", "yet", ","} or sentence.token(start).is_space):
        start += 1
    return (start, end) if end - start > 2 else None


def _adverb(sentence: Sentence, cue: Cue, cues: Sequence[Cue]) -> Draft | None:
    end = sentence.end
    while end > cue.end and sentence.token(end - 1).text in contents.STOP_SHAPES:
        end -= 1
    start = next((k + 1 for k in range(cue.start - 1, sentence.start, -1) if sentence.token(k).text in {";", ",", "—"}), sentence.start)
    if cue.start == sentence.start:
        start = cue.end + (sentence.lower(cue.end) == ",")
    region = (start, contents.cut(sentence, (cue.end, end), cue, cues)[1])
    if region[1] - region[0] < 2:
        return None
    pieces = (region,) if start >= cue.end else tuple(p for p in ((start, cue.start), (cue.end, region[1])) if p[0] < p[1])
    return Draft(sentence=sentence, cue=cue, source=None, content=pieces, shape="clause", order="around")


def _noun(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    source = _possessor(sentence, cue.start)
    at = cue.end
    if sentence.lower(at) in {"by", "from"} and (agent := phrase_after(sentence, at + 1, clock)) is not None:
        source, at = agent, agent[1]
    if sentence.lower(at) == "," and sentence.lower(at + 1) == "that":
        at += 1
    link = sentence.lower(at)
    plural_clause = link not in {"that", "of", "to", "about", "for"} and sentence.lower(cue.start).endswith("s")
    opens = sentence.quoted_at(at) is not None
    if link not in {"that", "of", "to", "for"} and not opens and not plural_clause:
        return None
    begin = at if link == "to" or opens or plural_clause else at + 1
    region = contents.cut(sentence, (begin, _end(sentence)), cue, cues)
    if region[0] >= region[1]:
        return None
    kind = contents.shape(sentence, region)
    if plural_clause and kind != "clause" and not opens:
        return None
    if link in {"of", "for"} or kind == "noun":
        region = (region[0], contents.noun_phrase_end(sentence, region))
    return Draft(sentence=sentence, cue=cue, source=source, content=(region,), shape=f"{link if link in {'that', 'of', 'to', 'for'} else 'bare'}-{kind}", order="after")


def _end(sentence: Sentence) -> int:
    end = sentence.end
    while end > sentence.start and sentence.quoted_at(end - 1) is None and (sentence.token(end - 1).text in contents.STOP_SHAPES or sentence.token(end - 1).is_space):
        end -= 1
    return end


def _possessor(sentence: Sentence, noun: int) -> Range | None:
    """Whose claim it is: `his claim`, `the mayor's repeated claim`."""
    for index in range(noun - 1, max(noun - 4, sentence.start - 1), -1):
        token = sentence.token(index)
        if token.tag_ == "PRP$":
            return (index, index + 1)
        if token.tag_ == "POS":
            start = index
            while start > sentence.start and sentence.token(start - 1).pos_ in {"PROPN", "NOUN", "ADJ", "DET", "NUM"}:
                start -= 1
            return (start, index) if start < index else None
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "ADV", "VERB"}:
            return None
    return None


def _passive(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    source = None
    at = cue.end
    if sentence.lower(at) == "by" and (agent := phrase_after(sentence, at + 1, clock, stop_at_of=cue.entry.addressed)) is not None:
        source, at = agent, agent[1]
    region = contents.after_cue(sentence, replace(cue, end=at), clock, None)
    if region is not None:
        region = contents.cut(sentence, region, cue, cues)
    if region is None or region[0] >= region[1]:
        return None
    kind = contents.shape(sentence, region)
    subject = subject_before(sentence, cue.group_start, clock)
    impersonal = subject is not None and sentence.lower(subject[0]) == "it" and subject[1] - subject[0] == 1
    if kind == "noun":
        region = (region[0], contents.noun_phrase_end(sentence, region))
    pieces: tuple[Range, ...] = (region,)
    if not impersonal and kind == "infinitive" and subject is not None and not cue.entry.addressed and cue.entry.group not in {"demand", "promise"}:
        pieces = (subject, region)
    return Draft(sentence=sentence, cue=cue, source=source, content=pieces, shape=f"{'it' if impersonal else 'passive'}-{kind}", order="after")


def _active(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    inverted = _inverted(sentence, cue, cues, clock)
    if inverted is not None:
        return inverted
    shared = (cue.form == "VBG" and cue.group_start == cue.start) or cue.infinitive
    source = None if shared else subject_before(sentence, cue.group_start, clock)
    if source is None:
        source, shared = governing_subject(sentence, cue, clock), True
    edge = source[0] if source is not None and not shared else cue.group_start
    before = contents.before_cue(sentence, edge) if edge > sentence.start else None
    region = contents.after_cue(sentence, cue, clock, None)
    if region is not None:
        region = contents.cut(sentence, region, cue, cues)
        region = region if region[0] < region[1] else None
    if before is not None and not shared and (around := _around(sentence, cue, before, region)) is not None:
        return Draft(sentence=sentence, cue=cue, source=source, content=around, shape="before", order="around" if len(around) > 1 else "before")
    if region is None:
        return None
    kind = contents.shape(sentence, region)
    if kind == "noun":
        region = (region[0], contents.noun_phrase_end(sentence, region))
        if region[0] >= region[1]:
            return None
    had_that = sentence.lower(region[0] - 1) == "that" and kind == "clause"
    return Draft(sentence=sentence, cue=cue, source=source, content=(region,), shape=("that-" if had_that else "") + kind, order="after", shared=shared)


def _around(sentence: Sentence, cue: Cue, before: Range, region: Range | None) -> tuple[Range, ...] | None:
    """The pieces of a content that stands before its attribution, or on both sides of it; None where it only follows."""
    quote_before = sentence.quoted_at(before[1] - 1) is not None
    if region is None:
        return (before,)
    comma = sentence.lower(region[0] - 1) == ","
    quote_after = sentence.quoted_at(region[0]) is not None
    if quote_before:
        return (before, region) if quote_after and sentence.lower(region[0] - 1) in {",", "—", ":", "–"} else (before,)
    if comma and not quote_after and contents.shape(sentence, before) == "clause":
        return (before, region)
    return None


def _inverted(sentence: Sentence, cue: Cue, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    """`…, said Mr Philp`: the source after the cue, the content before both."""
    if cue.form not in {"VBD", "VBZ", "VBP", "VBN"} or cue.start == sentence.start:
        return None
    before = contents.before_cue(sentence, cue.group_start)
    if before is None or cue.group_start != cue.start:
        return None
    quote_before = sentence.quoted_at(before[1] - 1) is not None
    source = phrase_after(sentence, cue.end, clock)
    if source is None or source[0] != cue.end or (not quote_before and subject_before(sentence, cue.group_start, clock) is not None):
        return None
    follows = sentence.lower(source[1])
    if not quote_before and (follows not in {"", ".", ","} or cue.entry.lemma not in {"say", "add", "report", "write", "claim", "warn", "argue", "note"}):
        return None
    pieces: tuple[Range, ...] = (before,)
    after = source[1] + 1
    if quote_before and follows in {",", "—", ":"} and after < sentence.end and sentence.quoted_at(after):
        unit = sentence.quoted_at(after)
        pieces = (before, (after, unit.end if unit else after))
    return Draft(sentence=sentence, cue=cue, source=source, content=pieces, shape="before", order="before")


def _speech(sentence: Sentence, quoted: Quoted, cues: Sequence[Cue], clock: Clock) -> Draft | None:
    """A quotation beside a verb that no list knows: `“What cake?” he cracked.`, `He sighed: “Enough.”`."""
    verb = _verb_after(sentence, quoted.end)
    if verb is None and sentence.lower(quoted.start - 1) in {":", ","}:
        verb = next((k for k in range(quoted.start - 2, max(quoted.start - 15, sentence.start), -1) if sentence.token(k).tag_ in contents.FINITE), None)
        if verb is not None and sentence.lower(quoted.start - 1) == ",":
            verb = verb if verb >= quoted.start - 3 else None
    if verb is None or sentence.quoted_at(verb) or sentence.token(verb).tag_ not in contents.FINITE:
        return None
    cue = verb_cue(sentence, verb, verb + 1, SPEECH)
    draft = _active(sentence, cue, cues, clock)
    if draft is None or not any(q.start == quoted.start for q in draft.quotes()):
        source = subject_before(sentence, cue.group_start, clock)
        if source is None or verb > quoted.start:
            return None
        return Draft(sentence=sentence, cue=cue, source=source, content=((quoted.start, quoted.end),), shape="quote", order="after")
    return draft


def _verb_after(sentence: Sentence, start: int) -> int | None:
    """The first finite verb after a quotation, close by."""
    for index in range(start, min(start + 8, sentence.end)):
        if sentence.quoted_at(index):
            return None
        if sentence.token(index).tag_ in {"VBD", "VBZ"}:
            return index
    return None
