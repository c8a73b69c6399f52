"""Claims, beside stage 3: what the tagger reads as a source comes in; whether it stands beside who speaks goes out."""

from generator.extract.claims.cue_words import (
    CueKind,
    is_reporting,
)
from generator.extract.claims.cues import Cue
from generator.extract.claims.doers import beside_of, crowd_of
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import (
    BREAKS,
    CLAUSE_WORDS,
    NOMINAL,
    RELATIVES,
    SUBJECT_ARCS,
    Range,
    is_finite,
    opens_with_clause,
)
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.subjects import opens_told
from generator.extract.lexicon import words

AUDIENCE = words("cues_grammar", "audience")
OTHER_TENSE = frozenset(("had", "will", "would", "can", "could", "may", "might", "must", "shall", "should"))
"""Auxiliaries after which no past tense hangs on the same subject."""


def is_whose(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Whether a pronoun only tells whose a thing is, and its verb is another's: `[Her] answer came as he said so`."""
    lone = source[1] - source[0] == 1 and sentence.token(source[0]).tag_ == "PRP$"
    owns = source[1] < sentence.end and sentence.token(source[1]).tag_ == "POS"  # "[Lee]'s answer came as he said so"
    return (lone or owns) and cue.entry.kind is not CueKind.NOUN


def is_written_to(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Whether a source is only whom somebody writes to, who tells more: `wrote to [the council] claiming`."""
    to = source[0] - 1 - (sentence.token(source[0] - 1).tag_ in {"DT", "PRP$"})
    writes = (
        sentence.document.lemmas[to - 1] in words("cues_grammar", "writing") and sentence.token(to - 1).pos_ == "VERB"
    )
    return cue.form == "VBG" and source[1] == cue.group_start and sentence.lower(to) == "to" and writes


def is_bystander(sentence: Sentence, subject: Range, source: Range, cue: Cue) -> bool:
    """Whether a source is only acted on by the subject that a verb shares: `he praised [Ms Lee], saying …`.

    Somebody between the two speaks only as the subject of a verb of their own, `when he rose, [Ms Lee] stood, saying
    …`, and nobody past another's clause: `[Ms Lee] left while Mr Hale rose and said`.
    """
    if source[1] <= subject[0] and cue.form == "VBG" and opens_with_clause(sentence):
        return True  # "after [Ms Lee] rose, Mr Hale left, saying …"
    if source[1] <= subject[0] and sentence.lower(cue.group_start - 1) in {"and", "but"}:
        between = range(source[1], subject[0])
        return any(sentence.lower(k) in words("cues_grammar", "contrasting") for k in between)
    if source[0] < subject[1] or source[1] > cue.start:
        return False
    before = sentence.lower(cue.group_start - 1)
    follows = before in {"and", "but", "while"} or (cue.form == "VBG" and before in {",", "–", "—"})
    return follows and not any(sentence.token(k).dep_ in SUBJECT_ARCS for k in range(*source))


def is_told_by_another(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Whether another than a source stands behind `with` and tells it: `[The council] rose, with Mr Bell saying`."""
    beside = beside_of(sentence, cue) or crowd_of(sentence, cue)
    return beside is not None and not beside[0] <= source[0] < beside[1]


def is_bidden(cue: Cue, source: Range, shape: str) -> bool:
    """Whether a source is whom others told what to do: `[Ms Lee] was ordered to pay`."""
    bidden = cue.passive and cue.group_start < cue.start and cue.entry.lemma not in words("cues_grammar", "set_on")
    return bidden and shape.endswith("infinitive") and source[1] <= cue.start


def is_only_heard(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Whether a source only stands before what is told to have been heard: `[a shout] of “No” was heard`."""
    noun = sentence.token(cue.start)
    heard = noun.dep_ == "nsubj:pass" and noun.head.lemma_.lower() == "hear"
    opens = sentence.lower(cue.start - 1) in {"a", "an"} or sentence.token(cue.start).tag_ == "NNS"
    return cue.entry.kind is CueKind.NOUN and heard and opens and source[1] <= cue.start


def is_made_by(draft: Draft) -> bool:
    """Whether it is told behind a claim's noun who made it: `claims by [Ms Lee]`."""
    cue = draft.cue
    is_noun = cue is not None and cue.entry.kind is CueKind.NOUN
    return cue is not None and is_noun and draft.source is not None and draft.source[0] > cue.start


def is_charged(draft: Draft, source: Range) -> bool:
    """Whether a source is who charges another with what follows: `[Tarn] accused Ms Quill of claiming`."""
    cue, charged = draft.cue, draft.source
    if cue is None or charged is None:
        return False
    if cue.infinitive and charged[1] == cue.group_start:
        caused = draft.sentence.document.lemmas[charged[0] - 1] in words("cues_grammar", "causing")
        return caused and source[1] <= charged[0]  # "[the row] led a clerk to insist"
    if cue.form == "VBG" and charged[1] == cue.group_start:
        return source[1] <= charged[0]  # "[he] denounced a report accusing her"
    if charged[1] != cue.group_start - 1:
        return False
    of_doing = cue.form == "VBG" and draft.sentence.lower(charged[1]) in words("cues_grammar", "of_doing")
    return of_doing and source[1] <= charged[0]


def is_past_clause(sentence: Sentence, subject: Range, source: Range) -> bool:
    """Whether a source is of a clause before that of the subject: `[Lee] insists a clerk told him so`.

    So in `the row between [Mr Lee] and his rival got so bad their friends threatened to go`.
    """
    if source[1] > subject[0]:
        return False
    between = range(source[1], subject[0])
    verb = any(is_finite(sentence, k) for k in between) and sentence.token(subject[0]).tag_ == "PRP$"
    return opens_told(sentence, subject[0]) or (verb and not any(sentence.token(k).text in BREAKS for k in between))


def is_told_beside(sentence: Sentence, subject: Range, source: Range) -> bool:
    """Whether a source only stands beside the subject: in what is told of it, or with a verb of its own before it.

    So in `Ms Quinn, who leads [the Green Party], said`, `[Ms Quinn] accused Mr Hale, who said`; and beside another,
    `the crew and [the council] said`, `[they] met, with Ms Quinn saying`, `Ms Quinn, like [Mr Hale], said`.
    """
    if sentence.lower(subject[0] - 1) == "with" and source[1] < subject[0]:
        return True
    # "Ms Quinn, in the absence of [Mr Hale], said"
    opens = sentence.lower(subject[1]) == "," and sentence.token(subject[1] + 1).tag_ == "IN"
    if opens and subject[1] < source[0] and not any(is_finite(sentence, k) for k in range(subject[1], source[0])):
        return True
    between = range(source[1], subject[0])
    if sentence.lower(subject[1] - 1) in RELATIVES and any(sentence.token(k).tag_[:2] == "VB" for k in between):
        return True
    if subject[0] < source[0] and source[1] <= subject[1] and sentence.lower(source[0] - 1) == "and":
        return True
    before = range(subject[0], source[0]) if source[1] <= subject[1] else range(0)
    return any(sentence.lower(k) in RELATIVES or sentence.lower(k) == "whose" for k in before)


def is_acted_on(sentence: Sentence, subject: Range, source: Range, cue: Cue) -> bool:
    """Whether a source is the object of a verb whose subject a second one shares: `a clerk heard [Mr Lee] and said`."""
    between = range(subject[1], source[0])
    joins = sentence.lower(cue.group_start - 1) in {"and", "but"} and source[1] <= cue.start
    if not joins or not between or any(sentence.lower(k) in CLAUSE_WORDS | RELATIVES for k in between):
        return False
    verbs = [k for k in between if is_finite(sentence, k)]
    return len(verbs) == 1 and verbs[0] == subject[1] and sentence.lower(verbs[0]) not in AUDIENCE | {"told"}


def is_of_clause(sentence: Sentence, source: Range, verb: int) -> bool:
    """Whether a source is a subject of what is told before a verb: `he said that [the clerk] knew, but denied it`.

    So where its own verb is of another tense: `he said that [her words] had been untrue and predicted a vote`.
    """
    parted = sentence.lower(verb - 2) == ","
    own = next((k for k in range(source[1], verb) if sentence.token(k).pos_ not in NOMINAL | {"DET"}), verb)
    other_tense = sentence.token(verb).tag_ == "VBD" and sentence.lower(own) in OTHER_TENSE
    joins = sentence.lower(verb - 1) in {"and", "but"} and (parted or other_tense)
    tells = [k for k in range(sentence.start, source[0]) if is_finite(sentence, k) or sentence.token(k).tag_ == "VBN"]
    return joins and sentence.lower(source[0] - 1) == "that" and any(is_reporting(sentence.lower(k)) for k in tells)
