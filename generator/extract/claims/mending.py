"""Claims, stage 7 with the tagger: its draft of a cue and the rules' come in, its words go out as the rules end them.

The tagger may stop within a phrase, `denied two counts of dishonestly [making …]`, or run on into what the same source
goes on to say, `said [she had paid and denied …]`: where a clause ends, the rules know better.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.extract.claims.bystanders import is_made_by
from generator.extract.claims.cue_words import is_reporting
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import BREAKS, FINITE, is_finite
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words

BOUND = frozenset({"obj", "iobj", "xcomp", "ccomp", "conj", "flat", "fixed", "cop"})
"""Arcs of what no phrase is whole without."""
LEADS = frozenset(
    {"amod", "compound", "det", "nummod", "nmod:poss", "advmod", "case", "mark", "aux", "aux:pass", "cc", "cop"}
)
"""Arcs of what only leads up to a word behind it."""
JOINERS = words("cues_grammar", "joiners")


def mended(draft: Draft, ruled: Iterable[Draft]) -> Draft:
    """The tagger's draft, ended where the rules end it if it breaks off within a phrase or runs on to another verb.

    Args:
        ruled: the rules' drafts with the same cue.
    """
    cue = draft.cue
    if len(draft.content) > 1 or cue is None or draft.shape.endswith("quote"):
        return draft
    start, end = draft.content[0]
    ruled = list(ruled)
    draft = replace(draft, source=next((one.source for one in ruled if is_made_by(one)), draft.source))
    for other in ruled:
        first, last = other.content[0]
        if len(other.content) > 1 or (first, last) == (start, end):
            continue
        if other.order == "before" and first < start and last == end and _lacks_verb(draft.sentence, start, end):
            return replace(draft, content=((first, last),))
        if start < cue.end:
            continue
        if first < start and last >= end and _is_headless(draft.sentence, start):
            return replace(draft, content=((first, last),))
        if first != start:
            continue
        lacks_verb = draft.shape.endswith("noun") and other.shape.endswith("clause") and end < last
        runs_on = _runs_on(draft.sentence, last, end) and not _is_papers(draft)
        if lacks_verb or runs_on or _is_torn(draft.sentence, start, end, last):
            return replace(draft, content=((start, last),))
    return draft


def _is_papers(draft: Draft) -> bool:
    """Whether a paper tells it, which does nothing else: `the memo says [he paid and refused to stop]`."""
    named = (draft.sentence.lower(k) for k in range(*(draft.source or (0, 0))))
    return any(word in words("acts", "papers") for word in named)


def _lacks_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words before who tells them are only the end of a clause: `he had gone, [for a rest], they said`."""
    return not any(is_finite(sentence, k) for k in range(start, end))


def _is_headless(sentence: Sentence, start: int) -> bool:
    """Whether words begin within a phrase: `the report, trying to engage in [the vote, was a lie]`."""
    before = sentence.token(start - 1)
    return before.pos_ in {"ADP", "DET", "ADJ", "VERB", "AUX"} and sentence.quoted_at(start) is None


def _is_torn(sentence: Sentence, start: int, end: int, whole: int) -> bool:
    """Whether words end within a phrase: `contact with police about her [former adviser]`, `vote for [or against]`."""
    if end >= whole or sentence.quoted_at(end - 1) is not None:
        return False
    if sentence.lower(end) == "," and not any(is_finite(sentence, k) for k in range(start, whole)):
        return any(sentence.lower(k) in {"and", "or"} for k in range(end, whole))  # "theft[, fraud and lies]"
    if sentence.token(end).text in BREAKS:
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
