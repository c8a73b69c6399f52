"""Claims, part of stage 10: a believed draft and the article's times come in, when its words were said goes out."""

from dataclasses import dataclass

from generator.extract.claims.clock import Clock
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import is_finite
from generator.extract.claims.sentences import Sentence
from generator.extract.findings import Span, Spans, TimeFinding
from generator.extract.lexicon import words
from generator.model.records import When

AT_ONCE = words("cues_grammar", "at_once")
"""Words by which what was said shares the time of the clause before it: `it deepened last night [amid] claims …`."""
LAPSES = words("cues_grammar", "lapses")
"""Nouns before such a word by which it does not: `two [days] after she said …`."""


def said_when(clock: Clock, draft: Draft, source: Span | None, content: Spans) -> When | None:
    """The time that the cue's own clause gives: in its sentence, outside the content and outside the source."""
    if draft.cue is None:
        return None
    sentence = draft.sentence
    clause = _Clause(sentence=sentence, cue=draft.cue, source=source, taken=(*content, *([source] if source else [])))
    times = clock.within(sentence.chars(sentence.start, sentence.end))
    cue = sentence.chars(draft.cue.start, draft.cue.end)
    near = [time for time in times if clause.is_free(time.span) and clause.holds(time)]
    near = [time for time in near if not _describes(sentence, time)]
    return min(near, key=lambda time: abs(time.span[0] - cue[0])).when if near else None


def _describes(sentence: Sentence, time: TimeFinding) -> bool:
    """Whether a time only says which thing is meant, right before its noun: `on [Tuesday] incident`."""
    _, end = sentence.document.tokens_at(time.span)
    last = sentence.token(end - 1)
    return last.dep_ == "compound" and last.head.i >= end


@dataclass(frozen=True, kw_only=True)
class _Clause:
    """The clause that a cue is the verb or noun of; `taken` are the claim's own source and content."""

    sentence: Sentence
    cue: Cue
    source: Span | None
    taken: Spans

    def is_free(self, span: Span) -> bool:
        """Whether words are neither the claim's source nor its content, nor anyone's quoted words."""
        inside = any(span[0] < stop and begin < span[1] for begin, stop in self.taken)
        return not inside and self.sentence.quoted_at_offset(span[0]) is None

    def holds(self, time: TimeFinding) -> bool:
        """Whether a time is of this clause, or of one before it that it is joined to."""
        start, end = self.sentence.document.tokens_at(time.span)
        if start > self.cue.start:
            return not self._has_verb(self.cue.end, start)
        first, last = self.sentence.document.tokens_at(self.source) if self.source else (self.cue.group_start,) * 2
        if self.sentence.start < last <= start:
            goes_on = self.cue.form == "VBG"  # a source [last night] hit back, saying
            return not self._has_verb(last, start) and (goes_on or not self._has_verb(end, self.cue.group_start))
        return self._is_joined(min(first, self.cue.group_start), end) or not (
            self._has_verb(end, self.cue.group_start) or self._has_verb(self.sentence.start, start)
        )

    def _is_joined(self, first: int, time_end: int) -> bool:
        """Whether the clause that begins with token `first` is of the time before it: `on Sunday, when she said …`."""
        lower = self.sentence.lower
        return first > time_end and lower(first - 1) in AT_ONCE and lower(first - 2) not in LAPSES

    def _has_verb(self, start: int, end: int) -> bool:
        """Whether a finite verb of neither source nor content stands among tokens `start` to `end` (exclusive)."""
        sentence = self.sentence
        return any(is_finite(sentence, k) and self.is_free(sentence.chars(k, k + 1)) for k in range(start, end))
