"""Claims, before stage 7: an attribution comes in, it goes out without a source that only hears or meets with it."""

from dataclasses import replace

from generator.extract.claims.cue_words import (
    ALLEGATION,
    DENIAL,
    CueKind,
    verb_entries,
)
from generator.extract.claims.cues import Cue, is_past_place
from generator.extract.claims.deeds import (
    is_somebody,
)
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import (
    FINITE,
    Range,
    is_finite,
)
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words

ACCUSED = words("cues_grammar", "passive_before_of")
BEFORE_CLAIM = frozenset({"ADJ", "ADV", "DET", "NUM"})


def without_target(draft: Draft) -> Draft:
    """A draft without a source that only is who the words are about, or who hears them.

    So are `[a senator] accused of fraud`, `[the minister] was told that …`, `[the inquiry] heard that …` and who
    denies it: `[the firm] rejected allegations that …`.
    """
    cue = draft.cue
    if cue is None or draft.source is None:
        return draft
    if cue.entry.kind is CueKind.NOUN and draft.sentence.lower(draft.source[0] - 1) == "against":
        return replace(draft, source=None)  # "a complaint against [Mr Hale] that he lied"
    if draft.source[0] > cue.start:
        return draft
    if cue.entry.kind is CueKind.NOUN and draft.source[1] == cue.start and is_past_place(draft.sentence, cue.start):
        return replace(draft, source=None)  # "defended in [Parliament] claims that she lied"
    if cue.entry.kind is CueKind.NOUN and (
        _turns_away(draft.sentence, draft.source[1], cue.start) or _is_met(draft.sentence, cue, draft.source[1])
    ):
        return replace(draft, source=None)
    if cue.passive and draft.sentence.lower(cue.start) in words("cues_grammar", "thought_of"):
        return _of_nobody(draft, draft.source)
    accused = draft.sentence.lower(cue.start) in words("cues_grammar", "passive_before_of")
    is_target = cue.passive and (accused or cue.entry.addressed)
    is_audience = _only_hears(draft, cue, draft.source) or _heard_of_it(draft, cue, draft.source)
    return replace(draft, source=None) if is_target or is_audience else draft


def _only_hears(draft: Draft, cue: Cue, source: Range) -> bool:
    """Whether a source only tells what others say: `the inquiry heard that …`, `I have read that …`."""
    if cue.entry.lemma not in words("cues_grammar", "taken_in_by_people"):
        return cue.entry.lemma in words("cues_grammar", "taken_in")
    last = draft.sentence.token(source[1] - 1)
    return draft.shape.endswith("clause") and (last.pos_ == "PRON" or last.ent_type_ == "PERSON")


def _heard_of_it(draft: Draft, cue: Cue, source: Range) -> bool:
    """Whether a verb goes on from what others told an audience: `the jury heard she was paid but [did not say] so`."""
    hears = draft.sentence.lower(source[1]) in words("cues_grammar", "audience")
    return hears and any(is_finite(draft.sentence, k) for k in range(source[1] + 1, cue.group_start))


def with_accuser(draft: Draft) -> Draft:
    """A draft with whom it is by at its end: `accused of lying by [two colleagues]`."""
    cue, (start, end) = draft.cue, draft.content[-1]
    if cue is None or not cue.passive or draft.sentence.lower(cue.start) not in ACCUSED or start < cue.end:
        return draft
    sentence = draft.sentence
    by = next((k for k in range(end - 2, start, -1) if sentence.lower(k) == "by"), None)
    if by is None or sentence.token(by - 1).tag_ == "VBN":
        return draft  # "steering contracts to a firm run by his cousin"
    if sentence.quoted_at(by) is not None or not is_somebody(sentence, by + 1, end):
        return draft
    return replace(draft, source=(by + 1, end), content=(*draft.content[:-1], (start, by)))


def is_by_accuser(draft: Draft) -> bool:
    """Whether whoever accuses is told at the end of a passive: `accused of lying by [two colleagues]`."""
    is_accused = draft.cue is not None and draft.sentence.lower(draft.cue.start) in ACCUSED
    return is_accused and draft.source is not None and draft.source[0] > draft.content[-1][1]


def _turns_away(sentence: Sentence, start: int, end: int) -> bool:
    """Whether somebody turns away what is named next: `[the firm] rejected allegations`."""
    verbs = (k for k in range(start, end) if k == start or sentence.token(k).tag_ in FINITE | {"VBN", "VBG", "VB"})
    return any(entry.group == DENIAL for k in verbs for entry in verb_entries().get(sentence.lower(k), ()))


def _is_met(sentence: Sentence, cue: Cue, start: int) -> bool:
    """Whether a source only meets with what others claim: `[the row] turned to claims`, `[he] faces fresh charges`."""
    noun = cue.start
    while noun > start and sentence.token(noun - 1).pos_ in BEFORE_CLAIM:
        noun -= 1
    before, lemmas = noun - 1, sentence.document.lemmas
    verbs = [k for k in range(start, noun) if sentence.token(k).pos_ == "VERB"]
    is_subject_of = not verbs and any(
        sentence.token(k).pos_ == "AUX" for k in range(start, noun)
    )  # "was the focus of claims"
    if cue.entry.group == ALLEGATION and verbs and lemmas[verbs[-1]] not in words("cues_grammar", "making"):
        return sentence.lower(before) != "with"  # "shot down rumours", but "went public with claims"
    met = lemmas[before] in words("cues_grammar", "meeting") or sentence.lower(before) in words(
        "cues_grammar", "met_by"
    )
    is_charge = cue.entry.group == ALLEGATION or (met and cue.entry.lemma in words("cues", "reports"))
    return before > start - 1 and is_charge and (met or is_subject_of)


def _of_nobody(draft: Draft, subject: Range) -> Draft:
    """A draft of what nobody in particular thinks, its subject with it: `[the party] is expected [to win]`."""
    first = draft.content[0][0]
    whole = draft.sentence.lower(first) == "to" and subject[1] <= first
    return replace(draft, source=None, content=(subject, *draft.content) if whole else draft.content)
