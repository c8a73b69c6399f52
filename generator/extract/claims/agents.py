"""Claims, stage 3: a place in a sentence comes in, the noun phrase that begins there goes out: `said [Philp]`."""

from generator.extract.claims.clock import Clock
from generator.extract.claims.cue_words import verb_entries
from generator.extract.claims.grammar import (
    BREAKS,
    CLAUSE_WORDS,
    NOMINAL,
    RELATIVES,
    Range,
    is_abbreviated,
    is_finite,
)
from generator.extract.claims.sentences import Sentence

LONGEST_BRACKETS = 9
LONGEST_APPOSITION = 20
LONGEST_CALLED = 16
"""Tokens of what somebody is called before `by`."""


def phrase_after(
    sentence: Sentence, start: int, clock: Clock, *, stop_at_of: bool = False, with_name: bool = True
) -> Range | None:
    """The noun phrase that begins at a token: `according to [the council]`, with a name in apposition."""
    end = start
    while (
        end < sentence.end
        and _continues(sentence, start, end, clock)
        and not (stop_at_of and sentence.lower(end) == "of")
    ):
        end += 1
    if with_name and end > start:
        end = _with_apposition(sentence, start, _with_brackets(sentence, end))
    while (
        end > start
        and sentence.token(end - 1).pos_ in {"ADP", "CCONJ", "PUNCT", "DET", "SCONJ", "PART"}
        and sentence.quoted_at(end - 1) is None
        and sentence.token(end - 1).text not in {"'s", "’s", ")"}
    ):
        end -= 1
    if end <= start or not any(
        sentence.token(k).pos_ in NOMINAL or sentence.token(k).tag_ in {"JJ", "DT", "NNP"} for k in range(start, end)
    ):
        return None
    return (start, end)


def agent_behind(sentence: Sentence, start: int) -> int | None:
    """Where `by` stands behind a quotation that a participle calls somebody: `labelled ‘a liar’ [by] the premier`."""
    quotes = False
    for index in range(start, min(start + LONGEST_CALLED, sentence.end)):
        if sentence.quoted_at(index) is not None:
            quotes = True
        elif sentence.lower(index) == "by":
            return index if quotes and sentence.quoted_at(index - 1) is not None else None
        elif sentence.token(index).text in BREAKS or is_finite(sentence, index):
            return None
    return None


def _continues(sentence: Sentence, start: int, index: int, clock: Clock) -> bool:
    token = sentence.token(index)
    if sentence.quoted_at(index):
        return index > start and sentence.token(index - 1).text != ","
    if (token.text in BREAKS and token.text != "-") or token.is_space:
        return is_abbreviated(sentence, index)
    if token.lower_ in CLAUSE_WORDS or token.lower_ in RELATIVES or is_finite(sentence, index) or token.pos_ == "AUX":
        return False
    if index > start and token.tag_ == "PRP":
        return False
    if (
        index > start
        and token.tag_ in {"IN"}
        and token.lower_ in {"in", "on", "at", "after", "before", "during", "by", "about"}
    ):
        follows = sentence.token(index + 1) if index + 1 < sentence.end else None
        if token.lower_ == "by" and sentence.token(index - 1).tag_ == "VBN":
            return True  # "minutes seen [by the Courier]"
        is_place = (follows is not None and follows.ent_type_ not in {"", "DATE", "TIME"}) or (
            token.lower_ == "on" and sentence.lower(index + 1) == "the"
        )
        return bool(is_place) and clock.at(token.idx) is None
    if index > start and (token.tag_ in {"VBG", "VB", "TO", "RB"} and sentence.token(index - 1).tag_ != "DT"):
        return False
    return clock.at(token.idx) is None or index == start


def _with_brackets(sentence: Sentence, end: int) -> int:
    """Take in what short brackets say of a name: `Rep. Ann Lee (D-Ohio)`."""
    if sentence.lower(end) != "(" or sentence.quoted_at(end):
        return end
    inside = range(end + 1, min(end + LONGEST_BRACKETS, sentence.end))
    return next((k + 1 for k in inside if sentence.token(k).text == ")"), end)


def _with_apposition(sentence: Sentence, start: int, end: int) -> int:
    """Take in a short apposition that a comma opens and a comma or the sentence's end closes."""
    if sentence.lower(end) != "," or sentence.quoted_at(end):
        return end
    closing = next(
        (
            k
            for k in range(end + 1, min(end + LONGEST_APPOSITION, sentence.end))
            if sentence.token(k).text in {",", ".", ";"} and sentence.quoted_at(k) is None
        ),
        None,
    )
    if closing is None or closing == end + 1:
        return end
    inside = range(end + 1, closing)
    if not _may_describe(sentence, inside) or sentence.token(end + 1).tag_ in {
        "IN",
        "CC",
        "VBG",
        "VBN",
        "TO",
        "RB",
        "WRB",
        "PRP",
    }:
        return end
    return closing if any(sentence.token(k).pos_ in {"PROPN", "NOUN"} for k in inside) else end


def _may_describe(sentence: Sentence, inside: range) -> bool:
    """Whether words may describe a source: they have no verb but in a relative clause, and none that reports more."""
    for index in inside:
        if sentence.quoted_at(index) is not None:
            return False
        if is_finite(sentence, index):
            relative = any(sentence.lower(k) in RELATIVES for k in range(inside.start, index))
            if not relative or sentence.lower(index) in verb_entries():
                return False
    return True
