"""Claims, stage 10: the source of a believed draft comes in, all of its noun phrase goes out: `[one of] them`."""

from generator.extract.claims.asides import ASIDE_TAGS, past_asides
from generator.extract.claims.cue_words import CueKind, verb_entries
from generator.extract.claims.doubted import doubt_before
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import BREAKS, CLAUSE_WORDS, NOMINAL, RELATIVES, Range, is_finite, opens_time
from generator.extract.claims.phrases import REFLEXIVES, STANDALONE, phrase_start
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words

NEVER_SUBJECTS = words("cues_grammar", "object_pronouns")
CLOSE_TO = words("cues_grammar", "close_to")
OF = frozenset({"of", "to", "with", "from", "for"})
LONGEST_ASIDE = 24
"""Tokens of what commas part from a source before its verb."""


def whole_source(draft: Draft) -> Range | None:
    """All the words of a draft's source, from the noun that it turns on to the verb that it is the subject of."""
    if draft.source is None:
        return None
    if draft.cue is not None and draft.cue.entry.kind is CueKind.NOUN:
        return draft.source
    sentence = draft.origin or draft.sentence
    start = _from_head(sentence, *draft.source)
    end = draft.source[1]
    if draft.cue is None or draft.origin is not None:
        return start, end
    if draft.cue.start < start:
        return start, past_asides(sentence, _past_pronoun(sentence, end))
    if draft.shared or draft.cue.entry.kind is not CueKind.VERB:
        return start, end
    verb = draft.cue.group_start
    return _from_antecedent(sentence, start, verb), _up_to_verb(sentence, end, verb)


def _from_head(sentence: Sentence, start: int, end: int) -> int:
    """Where a source begins of which only the last words are known: `[a friend of] hers`, `[Mr Lee] himself`."""
    start = _from_doubted(sentence, start, end)
    lower = sentence.lower(start)
    if lower in REFLEXIVES and end - start == 1 and start > sentence.start:
        found = phrase_start(sentence, start) if sentence.token(start - 1).pos_ in NOMINAL else None
        return start if found is None else found
    head = start - 2
    if start - 1 <= sentence.start or sentence.lower(start - 1) not in OF or sentence.quoted_at(start - 1) is not None:
        return start
    while head > sentence.start and sentence.lower(head) in CLOSE_TO:
        head -= 1
    told = sentence.lower(head)
    is_part = lower in NEVER_SUBJECTS and (sentence.token(head).pos_ in NOMINAL or told in STANDALONE)
    if not is_part and told not in words("acts", "unnamed"):
        return start
    found = phrase_start(sentence, head + 1)
    return start if found is None else found


def _from_doubted(sentence: Sentence, start: int, end: int) -> int:
    """Where a source begins that is only perhaps who is named: `[a caller believed to be] Mr Lee`."""
    text = sentence.document.text
    doubt = next((d for at in range(start, end) if (d := doubt_before(text, sentence.token(at).idx)) is not None), None)
    head = start
    while doubt is not None and head > sentence.start and sentence.token(head - 1).idx >= doubt:
        head -= 1
    while head < start and head > sentence.start and sentence.lower(head - 1) in RELATIVES | {","}:
        head -= 1
    found = phrase_start(sentence, head) if sentence.start < head < start else None
    return start if found is None else found


def _past_pronoun(sentence: Sentence, end: int) -> int:
    """Where a source ends that goes on with whom it is one of: `said one [of them]`."""
    return end + 2 if sentence.lower(end) == "of" and sentence.lower(end + 1) in NEVER_SUBJECTS else end


def _from_antecedent(sentence: Sentence, start: int, verb: int) -> int:
    """Where a subject begins whose relative clause runs up to its verb: `[Voters who met] Trump said`.

    Who is meant by a relative pronoun before the verb stands just before it: `a man who faces [women who] say`.
    """
    if sentence.lower(verb - 1) in RELATIVES:
        return start
    for index in range(start - 1, sentence.start, -1):
        lower = sentence.lower(index)
        if sentence.token(index).text in BREAKS or sentence.quoted_at(index) is not None or lower in CLAUSE_WORDS:
            return start
        if lower in RELATIVES:
            told = [k for k in range(index + 1, start) if is_finite(sentence, k)]
            if not told or any(sentence.lower(k) in verb_entries() for k in told):
                return start
            found = phrase_start(sentence, index) if sentence.token(index - 1).pos_ in NOMINAL else None
            return start if found is None else found
    return start


def _up_to_verb(sentence: Sentence, end: int, verb: int) -> int:
    """Where a subject ends before its verb: past a relative clause, `the man who [met her]`, or between commas."""
    between = range(end, verb)
    if not 1 < len(between) <= LONGEST_ASIDE or any(sentence.quoted_at(k) for k in between):
        return end
    marks = [k for k in between if sentence.token(k).text in BREAKS]
    if sentence.lower(end - 1) in RELATIVES:
        return verb if not marks and any(is_finite(sentence, k) for k in between) else end
    opens = sentence.token(end + 1)
    if marks[:1] != [end] or marks[-1] != verb - 1 or sentence.lower(end) != ",":
        return end
    if opens.tag_ in ASIDE_TAGS or opens_time(sentence, end + 1):
        return end
    is_relative = opens.lower_ in RELATIVES | {"whose"}
    if not is_relative and any(is_finite(sentence, k) for k in between):
        return end
    return verb - 1
