"""Claims, beside stage 3: the words that the tagger reads as a source come in, the whole of its phrase goes out."""

from generator.extract.claims.cue_words import (
    is_reporting,
)
from generator.extract.claims.cues import BE
from generator.extract.claims.grammar import (
    FRONTED,
    LAPSES,
    RELATIVES,
    TITLES,
    Range,
    is_finite,
)
from generator.extract.claims.phrases import STANDALONE, phrase_start
from generator.extract.claims.sentences import Sentence
from generator.extract.claims.subjecthood import determines, in_brackets, is_in_fronted
from generator.extract.claims.subjects import antecedent_of
from generator.extract.lexicon import lexicon, words

NOMINATIVE = frozenset({"he", "she", "it", "they"})
INNER = frozenset(["'s", "’s", "-"])
"""No phrase begins with these."""
CUT_OFF = frozenset({"DT", "IN", "CC", "TO", "PDT"})
"""No phrase ends in a word of these kinds."""
MONTHS = frozenset(lexicon("times")["months"])
AUDIENCE = words("cues_grammar", "audience")


def whole_phrase(sentence: Sentence, source: Range | None) -> Range | None:
    """A source with the whole of its names, without what only joins it; none where it holds a verb of its own."""
    if source is None:
        return None
    start, end = max(source[0], sentence.start), source[1]  # "[21.20 –] Ms Lee said": the hour is no part of it
    while start < end - 1 and sentence.token(start).tag_ in {"IN", "CC", "WDT", "WP"}:
        start += 1
    if end - start > 1 and sentence.token(start).tag_ == "VBG" and sentence.lower(start - 1) == ",":
        start += 1  # "…, leading [Labor] to accuse her"
    if is_in_fronted(sentence, start):
        # "At [the party's debate, Ms Lee] said", "Speaking to [Mr Bell, Ms Lee] said": what stands before says nothing
        alone = end if start == sentence.start + 1 else start
        start = next((k + 1 for k in range(start, end - 1) if sentence.lower(k) == ","), alone)
    while end > start and (sentence.token(end - 1).tag_ == "POS" or _is_manner(sentence, start, end - 1)):
        end -= 1
    if sentence.lower(start) == "something" and end - start > 1:
        start += 1  # "a cut, [something Ms Lee] said she could not back"
    start -= start > sentence.start and determines(sentence, start, end)
    if sentence.lower(start - 1) == "on" and sentence.lower(end - 1) in words("acts", "listing"):
        item = phrase_start(sentence, start - 1)
        start = start if item is None else item  # "[an item on] the council's agenda calling for it"
    if end - start > 1 and sentence.lower(end - 1) in NOMINATIVE and sentence.lower(end - 2) == "and":
        start = end - 1  # "the note names a clerk and [it] says"
    if start >= end or _is_time(sentence, start, end) or (end - start == 1 and sentence.token(start).tag_ == "IN"):
        return None
    if end - start == 1 and start == sentence.start and sentence.lower(start) in FRONTED:
        return None  # "[Amid] claims that …": a pipeline may take it for a name
    while start > sentence.start and (_goes_on(sentence, start) or sentence.token(start).text in INNER):
        start -= 1
    while end < sentence.end and _goes_on(sentence, end):
        end += 1
    end += _is_cut_compound(sentence, end)
    opened = [sentence.token(k).text for k in range(start, end) if sentence.token(k).text in {"(", ")"}]
    written = sentence.document.quote(sentence.chars(start, end))
    if written.count(")") > written.count("("):
        return None
    end += opened[-1:] == ["("] and sentence.lower(end) == ")"
    if (antecedent := antecedent_of(sentence, start, end)) is not None:
        return antecedent
    that = next((k for k in range(end - 2, start, -1) if sentence.lower(k) == "that"), None)
    start = start if that is None else that + 1  # "the agency reports that [the party]"
    if (opening := in_brackets(sentence, start, end)) is not None:  # "Ms Lane ([R-Ohio])"
        named = phrase_start(sentence, opening)
        closing = next(k for k in range(end, sentence.end) if sentence.lower(k) == ")")
        start, end = (start, end) if named is None else (named, closing + 1)
    for index in range(start, end):
        if sentence.lower(index) == "whose" and not any(is_finite(sentence, k) for k in range(index, end)):
            start = index  # "Ms Lee, [whose brother] says": not she
        if sentence.lower(index) == "that" and sentence.token(index + 1).pos_ in {"DET", "PRON", "PROPN"}:
            return None  # "told [the clerk that Ms Lee] knew": no phrase
        if sentence.lower(index) in RELATIVES | {"that"}:
            break
        if is_finite(sentence, index):
            return None
    if sentence.lower(end) in AUDIENCE or (sentence.lower(end) in BE and sentence.lower(end + 1) == "told"):
        return None  # "the court heard that he was ill and said …": not the court
    is_cut_off = sentence.token(end - 1).tag_ in CUT_OFF and sentence.lower(end - 1) not in STANDALONE
    return None if is_cut_off else (start, end)


def _is_manner(sentence: Sentence, start: int, index: int) -> bool:
    """Whether a word only tells how a thing was said: `the statement [proudly] pointed out`."""
    return index > start and sentence.token(index).tag_ == "RB" and sentence.lower(index).endswith("ly")


def _is_cut_compound(sentence: Sentence, end: int) -> bool:
    """Whether a phrase goes on with the noun that its last one belongs to: `the shop [steward]`."""
    last = sentence.token(end - 1)
    goes_on = last.dep_ == "compound" and last.head.i == end < sentence.end and last.pos_ in {"NOUN", "PROPN"}
    return goes_on and last.head.tag_.startswith("NN") and not is_reporting(sentence.lower(end))


def _is_time(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a phrase only tells when: `at [the weekend]`."""
    last = sentence.token(end - 1)
    known = words("cues_grammar", "times_before_verb") | LAPSES
    if end - start == 1 and last.lower_.endswith("day") and last.lower_ != "day":
        return True
    if last.like_num and sentence.token(start).text in MONTHS and end - start == 2:
        return True  # "the Thursday, [September 8] edition"
    return last.ent_type_ in {"DATE", "TIME"} or (last.lower_ in known and not last.ent_type_)


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a name, or a word with a hyphen, goes on with a token rather than begins."""
    token, before = sentence.token(index), sentence.token(max(index - 1, 0))
    titled = token.ent_type_ == "PERSON" and (before.lower_ in TITLES or before.lower_ == "minister")
    titled = titled or (token.text == "Minister" and before.text == "Prime")
    is_named = token.ent_iob_ == "I" or titled
    return is_named or ("-" in {token.text, before.text} and not before.whitespace_)
