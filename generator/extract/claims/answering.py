"""Claims and their answers: a claim comes in, whether it may answer another goes out."""

from generator.extract.claims.cue_words import DENIAL, verb_entries
from generator.extract.claims.listed import has_any
from generator.extract.claims.telling import CLAIM_NOUN, NEGATION, NO_REPLY, OPENING, POINTING, Told
from generator.extract.lexicon import words
from generator.model.words import Act, Attribution, Mode


def may_answer(one: Told) -> bool:
    """Whether a claim may answer: nobody's words, nor whose who grants, admits, alleges, asks or does not deny."""
    if one.claim.act is Act.DENIAL:
        return True
    if one.claim.attribution is Attribution.UNATTRIBUTED or one.claim.act in NO_REPLY:
        return False
    undone = NEGATION.search(one.cue) or has_any("unanswering", one.content)
    if undone or _turns_down(one) or _admits(one) or _only_asks_for(one):
        return False
    return one.denies != "none" or not (_asserts(one) or _only_names(one))


def _asserts(one: Told) -> bool:
    """Whether it grants, foretells, alleges or tells of finding out."""
    return _grants(one) or one.foretells or one.claim.act is Act.ALLEGATION or one.lemma in words("acts", "finding_out")


def _grants(one: Told) -> bool:
    """Whether it says that its subject grants a thing: `she accepted his decision`."""
    first = one.first_verb
    return first is not None and one.document.lemmas[first] in words("cues_grammar", "granting")


def _admits(one: Told) -> bool:
    """Whether its cue says that it grants what is told."""
    entries = verb_entries().get(one.cue.split(" ")[0], ())
    return any(entry.lemma in words("cues_grammar", "admitting") for entry in entries)


def _turns_down(one: Told) -> bool:
    """Whether its verb would deny, and only turns down a thing asked for or voted on: `rejected the request`."""
    denies = any(entry.group == DENIAL for entry in verb_entries().get(one.cue.split(" ")[0], ()))
    return denies and one.claim.act is Act.STATEMENT


def _only_asks_for(one: Told) -> bool:
    """Whether it only wants another to do a thing, which denies nothing: `asked that she withdraw it`.

    Who dares another to show it does deny: `challenged him to name the bank`.
    """
    dares = one.lemma in words("acts", "daring")
    return one.claim.act is Act.DEMAND and one.denies == "none" and not dares and one.claim.mode is Mode.INDIRECT


def _only_names(one: Told) -> bool:
    """Whether a thing is only named that somebody told of, and nothing said of it: `she reported [this] in May`."""
    named = POINTING.match(one.content) or CLAIM_NOUN.search(one.content[:OPENING])
    if one.claim.mode is not Mode.INDIRECT or one.answering != "no" or not named:
        return False
    return not any(one.document.tokens[place].pos_ in {"AUX", "VERB"} for place in one.places)
