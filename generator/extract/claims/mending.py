"""Claims, stage 7 with the tagger: its draft of a cue and the rules' come in, its words go out as the rules end them.

The tagger may stop within a phrase, `denied two counts of dishonestly [making …]`, or run on into what the same source
goes on to say, `said [she had paid and denied …]`: where a clause ends, the rules know better.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.extract.claims.cue_words import is_reporting
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import BREAKS, FINITE
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words

BOUND = frozenset({"obj", "iobj", "xcomp", "ccomp", "conj", "flat", "fixed", "cop"})
"""Arcs of what no phrase is whole without."""
LEADS = frozenset({"amod", "compound", "det", "nummod", "nmod:poss", "advmod", "case", "mark", "aux", "aux:pass", "cop"})
"""Arcs of what only leads up to a word behind it."""
JOINERS = words("cues_grammar", "joiners")


def mended(draft: Draft, ruled: Iterable[Draft]) -> Draft:
    """The tagger's draft, ended where the rules end it if it breaks off within a phrase or runs on to another verb.

    Args:
        ruled: the rules' drafts with the same cue.
    """
    if len(draft.content) > 1 or draft.cue is None or draft.content[0][0] < draft.cue.end:
        return draft
    start, end = draft.content[0]
    for other in ruled:
        first, last = other.content[0]
        if len(other.content) > 1 or first != start or last == end:
            continue
        if _is_torn(draft.sentence, start, end, last) or _runs_on(draft.sentence, last, end):
            return replace(draft, content=((start, last),))
    return draft


def _is_torn(sentence: Sentence, start: int, end: int, whole: int) -> bool:
    """Whether words end within a phrase: `contact with police about her [former adviser]`, `vote for [or against]`."""
    if end >= whole or sentence.token(end).text in BREAKS or sentence.quoted_at(end - 1) is not None:
        return False
    final = sentence.token(end - 1)
    if final.head.i >= end and final.dep_ in LEADS:
        return True
    stop = next((k for k in range(end, whole) if sentence.token(k).text in BREAKS), whole)
    behind = [sentence.token(k) for k in range(end, stop)]
    return any(token.dep_ in BOUND and start <= token.head.i < end for token in behind)


def _runs_on(sentence: Sentence, whole: int, end: int) -> bool:
    """Whether the same source goes on to speak where the rules end: `she had paid [and also denied …]`."""
    at = whole + (sentence.lower(whole) == ",")
    if at >= end or sentence.lower(at) not in JOINERS:
        return False
    at += 1
    while at < end and sentence.token(at).pos_ == "ADV":
        at += 1
    return is_reporting(sentence.lower(at)) and sentence.token(at).tag_ in FINITE | {"VBN"}
