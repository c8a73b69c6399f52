"""Claims, stage 3: a verb of saying comes in, the verb of quoting that it hangs on goes out: `quoted her as saying`."""

from generator.extract.claims.cue_words import SPEECH
from generator.extract.claims.cues import Cue, verb_cue
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words

QUOTES_AS = words("cues_grammar", "quotes_as")


def quoting_verb(sentence: Sentence, cue: Cue) -> int | None:
    """The verb of quoting before a cue that tells what is quoted: `[quoted] her as saying`."""
    link = cue.group_start - 1
    if cue.form != "VBG" or sentence.lower(link) != "as":
        return None
    return next((k for k in range(link - 1, sentence.start, -1) if sentence.lower(k) in QUOTES_AS), None)


def is_quoted(sentence: Sentence, verb: int) -> bool:
    """Whether the subject of a verb of quoting is who is quoted, rather than who quotes."""
    return verb_cue(sentence, verb, verb + 1, SPEECH).passive or sentence.lower(verb + 1) in {"as", "by"}
