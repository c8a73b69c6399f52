"""Claims, stage 7: a draft comes in, how likely it is that an annotator would call it a claim goes out.

The weights are learnt from annotated news by `training/cues.py`; a cue that was never seen is judged by its group and
by the shape of what it governs.
"""

from collections.abc import Iterator

from generator.extract.claims.acts import upholds_innocence
from generator.extract.claims.cue_words import ALLEGATION, DENIAL, CueEntry, CueKind, noun_entries, verb_entries
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import FINITE
from generator.extract.lexicon import words

BIAS = "bias"
INTERPOSED = "interposed"
"""The shape of words around who tells them between commas."""
NAMED = "named"
"""The shape of a claim that is only named, before who denies it."""
FOLLOWING = "following"
"""The shape of a quotation that stands alone, whose source is to be found among what the sentence before tells."""
BELIEVED = {"belief", "intention"}
LENGTHS = (2, 4, 8, 16, 32)
FURTHEST_COUNT = 8
"""Tokens behind what is voted on in which the count stands."""


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
    yield from (
        f"lemma {lemma} {kind}",
        f"lemma {lemma} {draft.shape}",
        f"lemma {lemma} {quoted}",
        f"lemma {lemma} {cue.form}",
    )
    yield from (f"group {group} {kind}", f"group {group} {frame}", f"group {group} {kind} {voice} depth{depth}")
    yield from (f"frame {kind} {frame}", f"frame {kind} {frame} depth{depth}", f"order {kind} {draft.order} {quoted}")
    yield from (f"who {who}", f"who {who} depth{depth}", f"who {who} {group}", f"who {who} {kind} {draft.shape}")
    yield from (
        f"form {cue.form} {kind} {voice}",
        f"form {cue.form} shared{draft.shared}",
        f"length {length} {kind}",
        f"length {length} {draft.shape}",
    )
    yield from (
        f"negated{cue.negated} {group}",
        f"infinitive{cue.infinitive} {group}",
        f"infinitive{cue.infinitive} depth{depth}",
    )
    yield from (f"auxiliary {word}" for word in _auxiliaries(draft))
    if cue.passive:
        yield f"agent{draft.source is not None} addressed{cue.entry.addressed}"
    yield f"clausal{cue.entry.clausal} {frame}"
    yield f"first {_first(draft)} {kind}"
    yield f"next {_first(draft)} lemma {lemma}"
    yield from (f"object {_object(draft)} {group}", f"object {_object(draft)} {lemma}")
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


def _object(draft: Draft) -> str:
    """The noun that the content is or begins with: a rejected bid is voted on, a rejected claim is answered."""
    start, end = draft.content[0]
    for index in range(start, end):
        token, after = draft.sentence.token(index), draft.sentence.lower(index + 1)
        if token.pos_ in {"NOUN", "PROPN"} and draft.sentence.token(min(index + 1, end - 1)).pos_ not in {
            "NOUN",
            "PROPN",
        }:
            return str(token.lower_) if after not in {"'s", "’s"} else "possessor"
        if token.pos_ in {"VERB", "AUX", "PRON"}:
            break
    return "none"


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


REPORTS = frozenset({"report", "reports", "recommendations", "findings", "plan", "plans", "proposal", "proposals"})
"""What parliaments vote on and others may deny."""


def is_vote(draft: Draft) -> bool:
    """Whether a motion or a bill is turned down or backed: that is a vote, and no words of anybody's."""
    if draft.cue is None or draft.cue.entry.lemma not in words("cues", "voting"):
        return False
    source = {draft.sentence.lower(k) for k in (range(*draft.source) if draft.source is not None else ())}
    if source and all(draft.sentence.token(k).like_num for k in range(*(draft.source or (0, 0)))):
        return True  # "[106] rejected it"
    voted_on = words("cues", "voted_on")
    if draft.cue.entry.lemma in words("cues", "siding") and not voted_on.isdisjoint({_object(draft), *source}):
        return True
    by_house = not source.isdisjoint(words("cues", "voters")) and not any(draft.quotes())
    is_office = draft.cue.entry.lemma == "confirm" and draft.shape.endswith(
        "noun"
    )  # "[the Senate] confirmed Judge Lee"
    by_parliament = by_house and not source.isdisjoint(words("cues", "parliaments"))
    return by_house and (is_office or _thing(draft) in voted_on or (by_parliament and _thing(draft) in REPORTS))


def is_counted(draft: Draft) -> bool:
    """Whether it is told how a vote went, which is nobody's view either: `backed the bill by 33 votes to 28`."""
    start, end = draft.content[0][0], draft.content[-1][1]
    after = range(start, min(end + FURTHEST_COUNT, draft.sentence.end))
    return is_vote(draft) and any(draft.sentence.token(k).like_num for k in after)


def _thing(draft: Draft) -> str:
    """The noun that the content is or begins with, past whose it is: `the party's [amendment]`."""
    start, end = draft.content[0]
    for index in range(start, end):
        token, after = draft.sentence.token(index), draft.sentence.token(min(index + 1, end - 1))
        if token.pos_ in {"NOUN", "PROPN"} and (after is token or after.pos_ not in {"NOUN", "PROPN", "PART"}):
            return str(token.lower_)
        if token.pos_ in {"VERB", "AUX", "PRON"} and token.tag_ != "PRP$":
            break
    return "none"


def is_settled(draft: Draft) -> bool:
    """Whether form alone settles who says what, whatever was learnt."""
    rebuts = is_rebuttal(draft) and not is_vote(draft)
    formal = draft.shape in {INTERPOSED, NAMED, FOLLOWING} or upholds_innocence(draft)
    return formal or rebuts or _hedges_saying(draft)


def _hedges_saying(draft: Draft) -> bool:
    """Whether an adverb tells that somebody is only told to have said a thing: `Ms Lee [allegedly] called it a lie`."""
    if draft.cue is None or draft.cue.entry.kind is not CueKind.ADVERB or draft.source is not None:
        return False
    verb = draft.sentence.token(min(draft.cue.end, draft.sentence.end - 1))
    return verb.pos_ == "VERB" and verb.lower_ in verb_entries()


def is_rebuttal(draft: Draft) -> bool:
    """Whether somebody turns away by name what is claimed: `denied [claims by an aide that …]`."""
    noun = turned_away(draft)
    return noun is not None and (noun.group == ALLEGATION or noun.lemma in words("cues", "reports"))


def _carries_on(draft: Draft, cue: Cue) -> bool:
    """Whether an infinitive tells of what is done: `continued [to deny]`, `was forced [to deny]`."""
    before = cue.group_start - 1
    known = words("cues_grammar", "carrying_on")
    near = {draft.sentence.document.lemmas[before], draft.sentence.lower(before)} if cue.infinitive else set()
    return not near.isdisjoint(known)


def turned_away(draft: Draft) -> CueEntry | None:
    """The noun of telling that names what somebody turns away: `rejected [calls] for …`, `[claims] were denied by`."""
    cue, sentence, (start, end) = draft.cue, draft.sentence, draft.content[0]
    if cue is None or cue.negated or draft.source is None or cue.entry.group != DENIAL:
        return None
    at_its_side = end <= cue.group_start if cue.passive else start >= cue.end
    forms = FINITE | {"VBN", "VBG"} | ({"VB"} if _carries_on(draft, cue) else set())
    if draft.shape not in {"noun", "clause"} or not at_its_side or cue.form not in forms:
        return None
    noun = next((k for k in range(start, end) if sentence.token(k).pos_ == "NOUN"), start)
    return noun_entries().get(sentence.lower(start)) or noun_entries().get(sentence.lower(noun))
