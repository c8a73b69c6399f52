"""Extraction of events, verbs: a word comes in, whether it tells of something done or sure to come goes out."""

import re
from functools import lru_cache

from generator.extract.lexicon import lexicon, words
from generator.extract.tokens import Token
from generator.model.ids import REMEMBERED

# Before a verb that tells of something sure to come: no "will not", and no "is running to".
AHEAD = re.compile(
    r"\b(?:will|(?:is|are) (?:\w+ly |now |also |due |set |scheduled )?to)"
    r"(?: (?!not\b)(?:\w+ly|also|now|then|soon|again))?$"
)
HYPOTHETICAL = frozenset(["would", "could", "might", "may", "should", "if", "not", "n't", "n’t", "never", "to"])


def announces(verb: "Token") -> bool:
    return base_of(verb) in words("events", "announcing")


def may_be_vote(verb: "Token") -> bool:
    """Whether what is told in a vote's words may be the vote itself: no resignation, no arrest, no announcement."""
    return not announces(verb) and base_of(verb) not in words("events", "no_votes")


def base_of(verb: "Token") -> str:
    """The verb's base form as the lexicon has it, from its spelling: a lemmatizer may err on rarer verbs."""
    return _base(verb.lower_, verb.lemma_.casefold())


@lru_cache(maxsize=REMEMBERED)
def _base(word: str, lemma: str) -> str:
    known = words("events", "actions")
    ending = next((e for e in ("ing", "ied", "ed", "d", "es", "s") if word.endswith(e)), "")
    stem = word.removesuffix(ending)
    guesses = (
        lemma,
        lexicon("events")["irregular"].get(word, word),
        stem,
        stem + "e",
        stem + "y",
        stem[:-1],
    )
    return next((guess for guess in guesses if guess in known), lemma)


def is_action(token: "Token", start: int) -> bool:
    """Whether a word is a verb of doing in a form that tells of something done or sure to come.

    Args:
        start: the first token of its sentence.
    """
    if token.pos_ != "VERB" or base_of(token) not in words("events", "actions"):
        return False
    before = [token.doc[i].lower_ for i in range(max(start, token.i - 3), token.i)]
    if token.tag_ == "VBD":
        return not {"not", "n't", "n’t", "never", "if"} & set(before)
    if _is_bare_past(token):
        return not HYPOTHETICAL & set(before)
    if token.tag_ == "VBN":
        if token.i > start and token.nbor(-1).pos_ in ("PROPN", "PRON"):
            return True  # "Ms Cooper announced": a past tense, whatever the tagger says
        done = {"was", "were", "has", "had", "been", "is", "are"} & set(before)
        return bool(done) and not HYPOTHETICAL & (set(before) - {"to"})
    if token.tag_ == "VBG":
        return announces(token) and "with" in {t.lower_ for t in token.doc[max(start, token.i - 8) : token.i]}
    return token.tag_ == "VB" and AHEAD.search(" ".join(before)) is not None


def _is_bare_past(token: "Token") -> bool:
    """Whether a sentence's own verb, whatever its tag, can be nothing but a past: `The bridge reopened`, `She quit`."""
    is_told_of = token.i + 1 < len(token.doc) and token.nbor().lower_ == "by"  # "The memo, first published by the Post"
    if token.dep_ != "ROOT" or is_told_of or any(child.dep_.startswith("aux") for child in token.children):
        return False
    subject = next((child for child in token.children if child.dep_.startswith("nsubj") and child.i < token.i), None)
    if subject is None or (token.i - subject.i == 2 and token.nbor(-1).text == ","):  # "The email, sent on Friday,"
        return False
    is_one = subject.lower_ in ("he", "she", "it") or subject.tag_ in ("NNP", "NN")
    return token.tag_ == "VBN" or (is_one and token.lower_ in words("events", "invariant"))
