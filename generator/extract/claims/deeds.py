"""Claims, before stage 7: a possible attribution comes in; whether it only tells what somebody did goes out.

`accepted £40,000` and `threatened two members` are deeds that others tell of: never the words of whoever did them.
"""

from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.phrases import PLAIN_PHRASE
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words
from generator.model.ids import fold

MONEY = frozenset("£$€₹¥") | {"rs", "r", "us$", "a$", "c$"}


def is_deed(draft: Draft, cue: Cue) -> bool:
    """Whether what follows is a thing that was taken, or somebody to whom something was done, and no words."""
    if not draft.shape.endswith("noun") or cue.passive or any(draft.quotes()) or len(draft.content) > 1:
        return False
    sentence, (start, end) = draft.sentence, draft.content[0]
    if start < cue.end:
        return False
    told = [sentence.token(k) for k in range(start, end)]
    if cue.entry.lemma in words("cues_grammar", "done_to_people"):
        return not any(token.lemma_.lower() in words("cues_grammar", "things_threatened") for token in told)
    taken = any(
        token.lower_ in MONEY or token.lemma_.lower() in words("cues_grammar", "things_taken") for token in told
    )
    return cue.entry.lemma in words("cues_grammar", "taking") and taken


def is_only_asked(draft: Draft, cue: Cue) -> bool:
    """Whether a clause only tells what somebody was asked who then did a thing: `Asked [if she knew], she left`."""
    sentence, (start, end) = draft.sentence, draft.content[0]
    before = start if sentence.lower(start) in words("acts", "asking") else start - 1
    asked = sentence.lower(before) in words("acts", "asking") and sentence.lower(before + 1) in words(
        "cues_grammar", "asked_of"
    )
    opens = before - sentence.start <= 1 and sentence.token(before).tag_ in {"VBN", "VBD"}
    return asked and opens and end <= cue.start and len(draft.content) == 1


def is_somebody(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a phrase is of people or bodies: `two colleagues`, but not `omission`."""
    last = next((k for k in range(start, end) if sentence.token(k).pos_ not in PLAIN_PHRASE), end) - 1
    token = sentence.token(last)
    known = words("acts", "unnamed") | words("acts", "unnamed_person") | words("acts", "bodies")
    return bool(token.ent_type_) or fold(token.text) in known
