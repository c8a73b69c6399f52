"""Claims, stage 3: where a noun phrase ends comes in, where it begins goes out, the words read backwards."""

from generator.extract.claims.cue_words import verb_entries
from generator.extract.claims.grammar import (
    BREAKS,
    CLAUSE_WORDS,
    CONJUNCTIONS,
    FRONTED,
    NOMINAL,
    RELATIVES,
    TITLES,
    is_abbreviated,
    is_finite,
)
from generator.extract.claims.sentences import DASHES, Sentence
from generator.extract.lexicon import words

PLAIN_PHRASE = frozenset({"ADJ", "DET", "NOUN", "NUM", "PRON", "PROPN"})
REFLEXIVES = words("cues_grammar", "reflexives")
STANDALONE = words("cues_grammar", "standalone")
OBJECT_PRONOUNS = words("cues_grammar", "bare_objects")
ARTICLES = words("cues_grammar", "articles")
OWNED = words("cues_grammar", "owned_pronouns")
PERSON = "PERSON"
WIDEST_NAMED = 8
"""Tokens, marks included, of a quotation that may be part of a name or a description."""


def phrase_start(sentence: Sentence, end: int) -> int | None:
    """Where the noun phrase that ends at `end` begins; None where the words before it are none."""
    last = sentence.token(end - 1)
    if last.is_space or (end - 1 == sentence.start and last.lower_ in FRONTED):
        return None  # a pipeline may take two spaces, or “Amid”, for a name
    quoted = sentence.quoted_at(end - 1)
    if (
        quoted is None
        and last.pos_ not in NOMINAL
        and last.ent_type_ != PERSON
        and last.lower_ not in STANDALONE
        and last.tag_ not in {"JJ", "FW"}
        and not (last.pos_ == "ADV" and last.is_title and end - 1 > sentence.start)
        and not after_article(sentence, end - 1)
    ):
        return None
    if last.lower_ in RELATIVES:
        return _antecedent(sentence, end)
    if last.lower_ in REFLEXIVES and sentence.token(end - 2).pos_ in NOMINAL and end - 1 > sentence.start:
        return phrase_start(sentence, end - 1)
    if (
        last.tag_ == "PRP"
        and not after_article(sentence, end - 1)
        and not (sentence.token(end - 2).tag_ == "NNP" and last.text.isupper())  # "the Dale Central TD"
        and (last.lower_ not in OBJECT_PRONOUNS | OWNED | {"her"} or sentence.token(end - 2).pos_ != "ADP")
    ):
        return end - 1
    start = end - 1 if quoted is None else quoted.start
    while start > sentence.start and _extends(sentence, start - 1, end):
        start -= 1
    first = _trim_front(sentence, start, end)
    owned = first is not None and first < end - 1 and sentence.token(first).tag_ == "POS"
    return first + 1 if first is not None and owned else first  # "Labour (UK)[’s] Ann Lee": whose she is was cut off


def after_article(sentence: Sentence, index: int) -> bool:
    """Whether a word ends a noun phrase whatever its tag, because an article stands before it: `an ally`."""
    return index > sentence.start and sentence.lower(index - 1) in {"a", "an", "the", "his", "her", "their", "its"}


def _antecedent(sentence: Sentence, end: int) -> int | None:
    """A relative pronoun's phrase begins where its antecedent does: `her secretary, who`."""
    if sentence.lower(end - 1) == "which" and (described := _before_participle(sentence, end - 2)) is not None:
        return phrase_start(sentence, described)
    named = sentence.lower(end - 2) in DASHES and sentence.token(end - 3).ent_type_ == PERSON
    before = end - 2 if named or sentence.lower(end - 2) == "," else end - 1
    if before <= sentence.start:
        return end - 1
    if (opening := before_brackets(sentence, before)) < before:
        start = phrase_start(sentence, opening)
        return _object_start(sentence, opening) if start is None else start
    start = phrase_start(sentence, before if sentence.lower(before) == "," else end - 1)
    return _object_start(sentence, before) if start is None else start


def _before_participle(sentence: Sentence, comma: int) -> int | None:
    """The comma before what somebody did to a thing that a relative tells of: `a panel[,] led by Ms Lee, which`."""
    if sentence.token(comma - 1).ent_type_ != PERSON:
        return None  # "echoed by [the chamber, which] said"
    for index in range(comma - 1, sentence.start, -1):
        if is_finite(sentence, index) or sentence.quoted_at(index) is not None:
            return None
        if sentence.lower(index) == ",":
            led = sentence.token(index + 1).tag_ == "VBN" and sentence.lower(index + 2) == "by"
            return index if led and sentence.lower(comma) == "," else None
    return None


def before_brackets(sentence: Sentence, end: int) -> int:
    """Where brackets open that close just before a place; the place itself where none do."""
    if sentence.lower(end - 1) != ")":
        return end
    return next((k for k in range(end - 1, sentence.start, -1) if sentence.token(k).text == "("), end)


def before_then(sentence: Sentence, comma: int) -> int:
    """Where a noun phrase ends before a comma, without when it was so: `[a critic] then, Ann Lee, said`."""
    return comma - (sentence.lower(comma - 1) in {"then", "now"})


def _object_start(sentence: Sentence, end: int) -> int:
    """Where what a preposition governs begins: `denied by [the bureau], which`; the place itself where none does."""
    start = end
    while start > sentence.start and sentence.token(start - 1).pos_ in PLAIN_PHRASE:
        start -= 1
    return start if sentence.token(start - 1).pos_ == "ADP" else end + (sentence.lower(end) == ",")


def _extends(sentence: Sentence, index: int, end: int) -> bool:
    token, after = sentence.token(index), sentence.token(index + 1)
    if token.pos_ == "NOUN" and after.tag_ == "PRP$" and index + 1 < end:
        return False  # "it got so bad this weekend [their allies] threatened to go"
    if (quoted := sentence.quoted_at(index)) is not None:
        is_name = not any(is_finite(sentence, k) for k in range(quoted.start, quoted.end))
        return is_name and quoted.end - quoted.start <= WIDEST_NAMED and sentence.token(quoted.end - 2).is_alpha
    if token.text in BREAKS:
        in_list = token.text == "," and _in_list(sentence, index, end)
        return token.text == "-" or in_list or is_abbreviated(sentence, index)
    if token.lower_ == "with" and sentence.lower(index - 1) in {"along", "together"}:
        return False  # "he backed Mr Lee along with [Ann Kerr, who] said"
    if token.tag_ == "JJ" and after.tag_ == "DT" and index + 1 < end:
        return False  # "she was critical [the party] had gone too far"
    if token.lower_ == "then" and sentence.lower(index - 1) == "the":
        return True  # "the then secretary"
    if token.lower_ in CLAUSE_WORDS or token.lower_ in OBJECT_PRONOUNS or token.is_space:
        return False
    if after.lower_ in TITLES and token.lower_ in words("acts", "bodies"):
        return False  # "told the tribunal [Mr Hale] had lied"
    if token.lower_ == "something" and sentence.token(index + 1).pos_ in {"DET", "PRON", "PROPN"}:
        return False  # "a cut, something [Ms Lee] said she could not back"
    if token.tag_ in {"VBD", "VBZ", "VBP", "MD", "VB", "WRB", "WP", "WDT"}:
        return _is_met_with(sentence, index)
    if token.tag_ == "PRP" or token.pos_ == "AUX":
        return False
    if token.tag_ == "VBN" and index > sentence.start and sentence.token(index - 1).pos_ in {"ADV", "AUX"}:
        return False
    if token.tag_ == "VBG":
        follows = index > sentence.start and sentence.token(index - 1).pos_ in {"DET", "ADJ"}
        return follows or _is_met_with(sentence, index - 2) or tells_of_noun(sentence, index)
    if token.lower_ in CONJUNCTIONS:
        return not _verb_before(sentence, index)
    if token.pos_ == "ADV":
        return index > sentence.start and sentence.token(index - 1).tag_ in {"DT", "IN"}
    return True


def _is_met_with(sentence: Sentence, participle: int) -> bool:
    """Whether a word tells what somebody met with, and for doing what: `a senator [accused] of steering`."""
    told = sentence.lower(participle) in words("cues_grammar", "met_with") and participle > sentence.start
    then = sentence.token(participle + 2).tag_ if participle + 2 < sentence.end else ""
    return told and then == "VBG" and sentence.token(participle - 1).pos_ in {"NOUN", "PROPN"}


def tells_of_noun(sentence: Sentence, participle: int) -> bool:
    """Whether a participle only tells more of the noun before it: `a mayor [facing] Ms Lee has threatened to sue`."""
    token = sentence.token(participle)
    of_noun = participle > sentence.start and sentence.token(participle - 1).pos_ in {"NOUN", "PROPN"}
    known = verb_entries().get(token.lower_, ())
    tells_clause = known and not any(entry.lemma in words("cues_grammar", "of_object") for entry in known)
    return of_noun and token.dep_ not in {"amod", "compound"} and not tells_clause


def _in_list(sentence: Sentence, comma: int, end: int) -> bool:
    """Whether a comma parts members of a list that ends in `and X`, rather than a clause from another."""
    rest = [sentence.lower(k) for k in range(comma + 1, end)]
    if "and" not in rest or comma <= sentence.start or _verb_before(sentence, comma):
        return False
    return (
        sentence.token(comma - 1).pos_ in NOMINAL
        and comma - sentence.start <= 12
        and sentence.lower(sentence.start) not in FRONTED
    )


def _verb_before(sentence: Sentence, index: int) -> bool:
    """Whether a finite verb stands before a token in its clause, so that a conjunction there joins clauses."""
    for probe in range(index - 1, sentence.start - 1, -1):
        if sentence.token(probe).text in {";", ":"}:
            return False
        if is_finite(sentence, probe) and sentence.quoted_at(probe) is None:
            return True
    return False


def _trim_front(sentence: Sentence, start: int, end: int) -> int | None:
    """Drop what stands before a noun phrase: conjunctions, and a fronted `In a letter` before `the council`."""
    while (
        start < end
        and (sentence.token(start).pos_ in {"CCONJ", "PUNCT", "SCONJ", "ADV"} and sentence.lower(start) not in {"no"})
        and sentence.quoted_at(start) is None
    ):
        if sentence.token(start).pos_ == "ADV" and sentence.token(start).tag_ != "RB":
            break
        start += 1
    if sentence.lower(start) in FRONTED and sentence.token(start).pos_ in {"ADP", "SCONJ"}:
        return _after_fronted(sentence, start, end)
    return start if start < end else None


def _begins_person(sentence: Sentence, index: int) -> bool:
    token = sentence.token(index)
    return token.ent_type_ == PERSON and token.ent_iob_ == "B" and sentence.token(index - 1).pos_ in NOMINAL


def _after_fronted(sentence: Sentence, start: int, end: int) -> int | None:
    """Where the subject begins after a prepositional phrase without a comma: the last new noun phrase."""
    for index in range(end - 1, start, -1):
        if index > start + 1 and _begins_person(sentence, index) and sentence.token(end - 1).ent_type_ == PERSON:
            return index
        begins = sentence.token(index).tag_ in {"DT", "PRP$"} and sentence.token(index).ent_iob_ != "I"
        if begins or sentence.lower(index) in TITLES:
            before = sentence.token(index - 1)
            return index if before.pos_ in NOMINAL else None
    return None
