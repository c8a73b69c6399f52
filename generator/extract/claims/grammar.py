"""Claims: the closed classes of English words and tags that sources and contents are told apart by."""

from generator.extract.claims.sentences import ABBREVIATIONS, Sentence
from generator.extract.lexicon import words

Range = tuple[int, int]
"""Tokens of the article, end exclusive."""

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVES = frozenset({"who", "which"})
SUBJECT_ARCS = frozenset({"nsubj", "nsubj:pass"})
CONJUNCTIONS = frozenset({"and", "or", "but", "&"})
BREAKS = frozenset([",", ";", ":", "—", "–", "―", "-", "(", ")", ".", "!", "?"])
CLAUSE_WORDS = words("cues_grammar", "clause_words")
FRONTED = words("cues_grammar", "fronted")
LAPSES = words("cues_grammar", "lapses")
TITLES = words("cues_grammar", "titles")


def opens_time(sentence: Sentence, index: int) -> bool:
    """Whether words tell how long before or after a thing: `[hours] before the vote`, `[two days] later`."""
    counted = sentence.token(index).like_num or sentence.lower(index) in {"a", "just", "only"}
    return sentence.lower(index + counted) in LAPSES


def opens_with_clause(sentence: Sentence) -> bool:
    """Whether a sentence opens with a clause before its main one: `After Ms Lee said so, Mr Hale left`."""
    at = sentence.start
    if opens_time(sentence, at):
        at += 1 if sentence.lower(at) in LAPSES else 2
    return sentence.lower(at) in words("cues_grammar", "clause_before")


def is_abbreviated(sentence: Sentence, index: int) -> bool:
    """Whether a full stop ends no sentence but a title before a name: `Coun[.] Ann Lee`."""
    return sentence.lower(index) == "." and sentence.lower(index - 1) in ABBREVIATIONS


def is_finite(sentence: Sentence, index: int) -> bool:
    """Whether a token is a finite verb or a modal, and no name of somebody: `Ms [Rao] rejected`."""
    token = sentence.token(index)
    return token.tag_ in FINITE and token.text not in {"'s", "’s"} and token.ent_type_ != "PERSON"
