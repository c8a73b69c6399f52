"""Claims, stages 3 to 7: what a court or an inquiry was told comes in, a claim of whoever told it goes out.

The body only hears it, so the claim is nobody's unless it is told by whom: `the inquiry heard that …`, `…, the jury was
told`, `MPs were told by Ms Lee that …`.
"""

from generator.extract.claims import contents
from generator.extract.claims.agents import phrase_after
from generator.extract.claims.clock import Clock
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import FINITE, SUBJECT_ARCS
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.subjects import subject_before
from generator.extract.lexicon import words

HEARERS = words("acts", "hearers")


def is_hearing(draft: Draft) -> bool:
    """Whether a draft gives in a clause what those who sit to hear a thing were told."""
    cue, sentence = draft.cue, draft.sentence
    if cue is None or not hears(sentence, cue):
        return False
    start, end = draft.content[0]
    how = draft.shape == "question" and sentence.lower(start) == "how"
    said = how or draft.shape in {"before", "clause", "that-clause", "passive-clause"}
    # "heard Ms Lee speak": no clause
    return said and any(sentence.token(k).tag_ in FINITE for k in range(start, end))


def hears(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb tells that somebody heard something who sits to hear it: `the tribunal heard`, `MPs were told`."""
    told = cue.passive and cue.entry.addressed and cue.entry.lemma in words("cues_grammar", "told_to_hearers")
    finite = cue.form in FINITE or sentence.lower(cue.group_start) in words("cues_grammar", "perfect")
    heard = not cue.passive and cue.entry.lemma in words("cues_grammar", "taken_in") and finite
    if not (told or heard) or cue.negated or cue.modal is not None:
        return False
    subjects = [child for child in sentence.token(cue.start).children if child.dep_ in SUBJECT_ARCS]
    before = sentence.token(max(cue.group_start - 1, sentence.start))
    return any(token.lower_ in HEARERS for token in (*subjects, before))


def told_before(sentence: Sentence, cue: Cue, clock: Clock) -> Draft | None:
    """What stands before who was told it: `[The sum was lost], the jury was told`, `…, MPs were told by Ms Lee`."""
    subject = subject_before(sentence, cue.group_start, clock) if cue.passive and hears(sentence, cue) else None
    if subject is None or subject[0] <= sentence.start:
        return None
    before = contents.before_cue(sentence, subject[0])
    by = sentence.lower(cue.end) == "by"
    source = phrase_after(sentence, cue.end + 1, clock) if by else None
    if before is None or (contents.after_cue(sentence, cue, clock, None) is not None and source is None):
        return None
    if not any(sentence.token(k).tag_ in FINITE for k in range(*before)):
        return None
    return Draft(sentence=sentence, cue=cue, source=source, content=(before,), shape="before", order="before")
