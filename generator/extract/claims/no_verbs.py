"""Claims, before stage 7: a cue comes in; whether it is no verb of its source where it stands goes out."""

from generator.extract.claims.cue_words import noun_entries
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words

ARTICLES = words("cues_grammar", "plain_articles")
CALLED_IN = ["called", "in", "to"]
SEEING = frozenset({"see", "sees", "seen", "saw"})


def is_no_verb(draft: Draft, cue: Cue) -> bool:
    """Whether a word that looks like a verb of saying is none, or none of whoever stands before it."""
    called = [draft.sentence.lower(k) for k in range(cue.start, cue.start + 3)] == CALLED_IN  # "police called in to"
    filmed = cue.entry.lemma in words("cues_grammar", "left_doing") and draft.sentence.token(cue.end).tag_ == "VBG"
    return (
        called
        or (filmed and cue.form != "VBG")
        or _is_named_so(draft, cue)
        or _has_no_verbs_form(draft.sentence, cue)
        or _is_seen(draft, cue)
    )


def _is_seen(draft: Draft, cue: Cue) -> bool:
    """Whether others saw a thing done to somebody: `a year that has seen [Ms Lee] ruled unfit`."""
    if draft.source is None or cue.form not in {"VBN", "VBD"} or draft.source[1] != cue.start:
        return False
    sentence, before = draft.sentence, draft.source[0] - 1
    while before > sentence.start and sentence.token(before).pos_ in {"ADJ", "DET", "NOUN"}:
        before -= 1
    return sentence.lower(before) in SEEING and sentence.token(cue.end).pos_ in {"ADJ", "ADP", "ADV"}


def _has_no_verbs_form(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb's form cannot be one here, by what stands before it.

    It describes a noun behind an article, `an [alleged] smear`, and is itself one behind a name with an article: `the
    Ann Lee [show]`.
    """
    token, before = sentence.token(cue.start), sentence.token(cue.start - 1)
    if cue.start == sentence.start or cue.group_start != cue.start:
        return False
    if token.tag_ in {"VBN", "VBD", "JJ"} and before.lower_ in ARTICLES:
        return sentence.lower(cue.end).isalpha()
    first = cue.start
    while first > sentence.start and sentence.token(first - 1).ent_type_ == "PERSON":
        first -= 1
    return first < cue.start and token.tag_ in {"VBP", "VB"} and sentence.lower(first - 1) in ARTICLES


def names_kind(draft: Draft, cue: Cue) -> bool:
    """Whether a participle stands within a noun phrase: `the city's [planning] chief`, `the [learning] bill`."""
    token = draft.sentence.token(cue.start)
    is_participle = token.tag_ == "VBG" or (token.tag_ == "NN" and token.lower_.endswith("ing"))
    if not is_participle or token.dep_ not in {"amod", "compound"} or any(draft.quotes()):
        return False
    noun = token.head.i
    return noun > cue.start and all(draft.sentence.token(k).pos_ in {"NOUN", "ADJ"} for k in range(cue.end, noun + 1))


def _is_named_so(draft: Draft, cue: Cue) -> bool:
    """Whether a verb of many stands behind one, and a thing is called so: `lodged [a fair work claim]`."""
    start, end = draft.source or (cue.start, cue.start)
    one = end == cue.start and draft.sentence.lower(start) in {"a", "an"}
    several = any(draft.sentence.lower(k) in {"of", "few", "couple"} for k in range(start, end))
    if draft.sentence.lower(cue.start) not in noun_entries():
        return False
    # "media reports [regarding it]"
    names = draft.sentence.lower(draft.content[0][0]) in words("cues_grammar", "naming")
    return names or (one and not several and cue.form == "VBP")
