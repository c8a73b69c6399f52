"""Claims, stage 7: a draft comes in, how likely it is that an annotator would call it a claim goes out.

The weights are learnt from annotated news by `training/cues.py`; a cue that was never seen is judged by its group and by the
shape of what it governs.
"""

import json
import math
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.extract.claims.cue_words import CueKind
from generator.extract.claims.drafts import Draft

WEIGHTS = Path(__file__).parent / "weights.json"
BIAS = "bias"
BELIEVED = {"belief", "intention"}
LENGTHS = (2, 4, 8, 16, 32)


def likelihood(draft: Draft) -> float:
    """Between 0 and 1: how likely a draft is a claim."""
    weights = _weights()
    total = sum(weights.get(feature, 0.0) for feature in features(draft))
    return 1 / (1 + math.exp(-max(min(total, 30.0), -30.0)))


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found


def features(draft: Draft) -> Iterator[str]:
    """What is true of a draft, as words that weights are learnt for."""
    yield BIAS
    quotes = list(draft.quotes())
    size = sum(end - start for start, end in draft.content)
    quoted = "whole" if draft.shape.endswith("quote") else "partly" if quotes else "unquoted"
    length = sum(size > limit for limit in LENGTHS)
    depth = draft.sentence.depth
    who = _who(draft)
    if draft.cue is None:
        yield from (f"continued depth{depth}", f"continued {who}")
        return
    cue = draft.cue
    lemma, kind, group = cue.entry.lemma, cue.entry.kind, cue.entry.group
    voice = "passive" if cue.passive else "active"
    frame = f"{draft.shape} {quoted}"
    yield from (f"lemma {lemma} {kind}", f"lemma {lemma} {draft.shape}", f"lemma {lemma} {quoted}", f"lemma {lemma} {cue.form}")
    yield from (f"group {group} {kind}", f"group {group} {frame}", f"group {group} {kind} {voice} depth{depth}")
    yield from (f"frame {kind} {frame}", f"frame {kind} {frame} depth{depth}", f"order {kind} {draft.order} {quoted}")
    yield from (f"who {who}", f"who {who} depth{depth}", f"who {who} {group}", f"who {who} {kind} {draft.shape}")
    yield from (f"form {cue.form} {kind} {voice}", f"form {cue.form} shared{draft.shared}", f"length {length} {kind}", f"length {length} {draft.shape}")
    yield from (f"negated{cue.negated} {group}", f"infinitive{cue.infinitive} {group}", f"infinitive{cue.infinitive} depth{depth}")
    yield from (f"auxiliary {word}" for word in _auxiliaries(draft))
    yield f"clausal{cue.entry.clausal} {frame}"
    yield f"first {_first(draft)} {kind}"
    yield f"next {_first(draft)} lemma {lemma}"
    yield f"before {draft.sentence.lower(cue.group_start - 1)} {kind}"


def _auxiliaries(draft: Draft) -> Iterator[str]:
    cue = draft.cue
    if cue is not None:
        for index in range(cue.group_start, cue.start):
            yield draft.sentence.lower(index)


def _first(draft: Draft) -> str:
    """The content's first word, as its part of speech unless it is a small word."""
    token = draft.sentence.token(draft.content[0][0])
    return str(token.lower_ if token.pos_ in {"ADP", "SCONJ", "PART", "DET", "PRON", "PUNCT", "AUX"} else token.tag_)


def _who(draft: Draft) -> str:
    """What kind of phrase the source is."""
    if draft.source is None:
        return "nobody"
    sentence = draft.origin or draft.sentence
    start, end = draft.source
    tokens = [sentence.token(k) for k in range(start, end)]
    if len(tokens) == 1 and tokens[0].pos_ == "PRON":
        return str(tokens[0].lower_)
    if any(token.ent_type_ == "PERSON" for token in tokens):
        return "person"
    if any(token.pos_ == "PROPN" for token in tokens):
        return "name"
    return "noun"


def is_reported(draft: Draft) -> bool:
    """Whether the group of the cue reports words at all, rather than what somebody thinks or wants."""
    return draft.cue is None or draft.cue.entry.group not in BELIEVED or draft.cue.entry.kind is CueKind.SPEECH
