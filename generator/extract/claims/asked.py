"""Claims, before stage 7: a possible attribution comes in; whether it only is what somebody is asked goes out."""

from generator.extract.asking import is_asked
from generator.extract.claims.cue_words import is_reporting
from generator.extract.claims.cues import AUXILIARIES, Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import is_finite
from generator.extract.claims.sentences import STOPS, Sentence
from generator.extract.lexicon import words

FURTHEST_SUBJECT = 2
"""Tokens of a question before its subject: `But did Ms Lee say so?`"""


def is_asked_about(sentence: Sentence, start: int, cue: Cue) -> bool:
    """Whether it is asked about: `Did Ms Lee say that the vote was bought?`, `Asked how she [pleaded], she left.`."""
    if sentence.lower(sentence.start) in words("acts", "asking"):
        comma = next((k for k in range(sentence.start, sentence.end) if sentence.lower(k) == ","), sentence.start)
        return sentence.start < cue.start and cue.end <= comma
    inverted = sentence.lower(start - 1) in AUXILIARIES and start - 1 > sentence.start
    if inverted and any(sentence.token(k).text == "?" for k in range(cue.end, sentence.end)):
        return True  # "What else has he said?"
    said = sentence.document.quote(sentence.chars(sentence.start, sentence.end))
    return start <= sentence.start + FURTHEST_SUBJECT and is_asked(said)


def is_only_asked(draft: Draft, cue: Cue) -> bool:
    """Whether a clause only tells what somebody was asked who then did a thing: `Asked [if she knew], she left`."""
    sentence, (start, end) = draft.sentence, draft.content[0]
    if sentence.lower(cue.start) in words("acts", "asking") and _opens_asked(sentence, cue.start):
        verb = next((k for k in range(end, sentence.end) if is_finite(sentence, k)), None)
        answers = verb is not None and is_reporting(sentence.lower(verb)) and sentence.token(verb + 1).text not in STOPS
        return draft.source is None and not answers
    before = start if sentence.lower(start) in words("acts", "asking") else start - 1
    asked = sentence.lower(before) in words("acts", "asking") and sentence.lower(before + 1) in words(
        "cues_grammar", "asked_of"
    )
    return asked and _opens_asked(sentence, before) and end <= cue.start and len(draft.content) == 1


def _opens_asked(sentence: Sentence, verb: int) -> bool:
    return verb - sentence.start <= 1 and sentence.token(verb).tag_ in {"VBN", "VBD"}
