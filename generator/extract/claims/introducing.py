"""Claims, stage 6: a quotation that stands alone and the sentence before it come in, its draft goes out: `He said:`."""

from generator.extract.claims.clock import Clock
from generator.extract.claims.cue_words import SPEECH, CueKind
from generator.extract.claims.cues import Cue, find_cues, verb_cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import is_finite
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.subjects import governing_subject, subject_before

FURTHEST = 12
"""Tokens between the cue and its colon: `wrote in a letter to members on Friday:`."""


def introduced(before: Sentence, quoting: Sentence, clock: Clock) -> Draft | None:
    """The draft of a quotation whose source and cue stand in the sentence before it; None where that ends otherwise."""
    colon = before.end - 1
    while colon > before.start and before.token(colon).is_space:
        colon -= 1
    if before.token(colon).text != ":" or before.quoted_at(colon) is not None:
        return None
    cue = _last_cue(before, colon)
    if cue is None or colon - cue.end > FURTHEST or any(is_finite(before, k) for k in range(cue.end, colon)):
        return None
    leans = cue.form == "VBG" and cue.group_start == cue.start
    source = governing_subject(before, cue, clock) if leans else subject_before(before, cue.group_start, clock)
    if source is None:
        return None
    content = ((quoting.quoted[0].start, quoting.quoted[-1].end),)
    return Draft(sentence=quoting, cue=cue, source=source, content=content, shape="quote", order="after", origin=before)


def _last_cue(sentence: Sentence, colon: int) -> Cue | None:
    """The last verb of speech before a colon, or else the last verb of any kind."""
    cues = [cue for cue in find_cues(sentence) if cue.entry.kind is CueKind.VERB and not cue.passive]
    if cues:
        return cues[-1]
    verbs = [index for index in range(sentence.start, colon) if is_finite(sentence, index)]
    return verb_cue(sentence, verbs[-1], verbs[-1] + 1, SPEECH) if verbs else None
