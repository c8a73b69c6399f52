"""Claims, stage 3: a verb behind two dashes comes in, whom the dashes part from it goes out."""

from generator.extract.claims.cues import Cue
from generator.extract.claims.grammar import RELATIVES, Range, is_finite
from generator.extract.claims.phrases import phrase_start
from generator.extract.claims.sentences import DASHES, Sentence

LONGEST_TITLE = 8
"""Tokens between `with` and the name of who stands behind it: `with the minister for ports, [Ann Lee]`."""


def before_dashes(sentence: Sentence, end: int) -> Range | None:
    """The subject before what dashes part from its verb: `[Mr Hale] – whom the Klaxon named – had complained`."""
    if sentence.token(end - 1).text not in DASHES or sentence.quoted_at(end - 1) is not None:
        return None
    marks = (k for k in range(end - 2, sentence.start, -1) if sentence.token(k).text in DASHES)
    opens = next((k for k in marks if sentence.token(k - 1).whitespace_ and sentence.quoted_at(k) is None), None)
    start = None if opens is None else phrase_start(sentence, opens)
    return None if start is None or opens is None else (start, opens)


def past_dashes(sentence: Sentence, cue: Cue) -> Range | None:
    """Who is said to tell behind what dashes part from them: `[the minister] – who had hidden for days – saying that`.

    Only who opens a sentence, or stands behind `with`: else the participle may be of a subject before.
    """
    parted = before_dashes(sentence, cue.group_start) if cue.form == "VBG" and cue.group_start == cue.start else None
    if parted is None or sentence.lower(parted[1] + 1) not in RELATIVES:
        return None
    if parted[0] == sentence.start:
        return parted
    for index in range(parted[0] - 1, max(parted[0] - LONGEST_TITLE, sentence.start), -1):
        if sentence.lower(index) == "with":
            return index + 1, parted[1]
        if is_finite(sentence, index) or sentence.quoted_at(index) is not None:
            break
    return None
