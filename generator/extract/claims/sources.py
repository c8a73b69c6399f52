"""Claims, stage 3: a cue in its sentence comes in, the words that name its source go out, as tokens (end exclusive)."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.claims.cues import Cue, group_start
from generator.extract.claims.sentences import Sentence
from generator.extract.findings import Span, TimeFinding

Range = tuple[int, int]
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM"}
RELATIVES = {"who", "which"}
CLAUSE_WORDS = {"that", "if", "because", "although", "though", "while", "whereas", "since", "when", "where", "why", "how", "whether",
    "unless", "until", "after", "before", "but", "so", "yet", "as", "then", "which", "once", "than", "what"}  # fmt: skip
CONJUNCTIONS = {"and", "or", "but", "&"}
BREAKS = {",", ";", ":", "—", "–", "-", "(", ")", ".", "!", "?"}
FRONTED = {"in", "on", "at", "after", "before", "during", "since", "by", "with", "for", "from", "over", "under", "amid", "despite",
    "following", "until", "within", "without", "of", "to"}  # fmt: skip
TITLES = {"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "mr.", "mrs.", "ms.", "dr."}
WIDEST_NAMED = 8
"""Tokens, marks included, of a quotation that may be part of a name or a description."""
LONGEST_APPOSITION = 14
OBJECT_PRONOUNS = {"him", "them", "me", "us"}


@dataclass(frozen=True)
class Clock:
    """Where time expressions stand, so that they can be stepped over."""

    times: Sequence[TimeFinding]

    def at(self, offset: int) -> TimeFinding | None:
        """The time expression that an offset stands in."""
        index = bisect_right(self.times, offset, key=lambda time: time.span[0]) - 1
        found = self.times[index] if index >= 0 else None
        return found if found is not None and offset < found.span[1] else None

    def within(self, span: Span) -> Sequence[TimeFinding]:
        """The time expressions that begin inside a span."""
        first, last = (bisect_left(self.times, offset, key=lambda time: time.span[0]) for offset in span)
        return self.times[first:last]


def subject_before(sentence: Sentence, verb_start: int, clock: Clock) -> Range | None:
    """The noun phrase that ends just before a verb group, with an apposition between commas."""
    end = _skip_back(sentence, verb_start, clock)
    if end <= sentence.start:
        return None
    if sentence.lower(end - 1) == "," and sentence.quoted_at(end - 1) is None:
        opening = _apposition_start(sentence, end - 1)
        start = None if opening is None else _phrase_start(sentence, opening)
        if opening is None or start is None:
            return None
        return (start, end - 1 if _belongs(sentence, opening, end - 1) else opening)
    start = _phrase_start(sentence, end)
    return None if start is None else (start, end)


def _skip_back(sentence: Sentence, end: int, clock: Clock) -> int:
    """Step back over adverbs, time expressions and brackets before a verb group."""
    while end > sentence.start and sentence.quoted_at(end - 1) is None:
        token = sentence.token(end - 1)
        time = clock.at(token.idx)
        if time is not None and token.pos_ != "PRON":
            while end > sentence.start and sentence.token(end - 1).idx >= time.span[0]:
                end -= 1
            if sentence.lower(end - 1) in {"on", "at", "in"}:
                end -= 1
        elif token.pos_ == "ADV" and token.lower_ not in CLAUSE_WORDS:
            end -= 1
        elif token.text == ")":
            opening = next((k for k in range(end - 1, sentence.start, -1) if sentence.token(k).text == "("), None)
            if opening is None:
                return end
            end = opening
        else:
            return end
    return end


def _apposition_start(sentence: Sentence, closing: int) -> int | None:
    """The comma that opens what a comma closes before the verb: an apposition, a relative clause, a participle."""
    commas = [k for k in range(closing - 1, sentence.start, -1) if sentence.token(k).text == "," and sentence.quoted_at(k) is None]
    for index in reversed(commas):
        inside = range(index + 1, closing)
        if len(inside) and _is_subject_front(sentence, index) and not any(sentence.token(k).text in {";", ":"} for k in inside):
            return index
    if commas and _is_parenthesis(sentence, commas[0], closing):
        return commas[0]
    return None


def _is_subject_front(sentence: Sentence, comma: int) -> bool:
    """Whether the words from the sentence's start to a comma are a noun phrase that can be the subject."""
    words = range(sentence.start, comma)
    if sentence.token(comma - 1).pos_ not in NOMINAL and sentence.token(comma - 1).text != ")":
        return False
    fronted = sentence.lower(sentence.start) in FRONTED | CLAUSE_WORDS or sentence.token(sentence.start).tag_ in {"RB", "VBG", "VBN", "IN", "TO"}
    return not fronted and not any(_is_finite(sentence, k) or sentence.quoted_at(k) for k in words)


def _is_parenthesis(sentence: Sentence, opening: int, closing: int) -> bool:
    inside = range(opening + 1, closing)
    if not len(inside) or (sentence.token(opening - 1).pos_ not in NOMINAL and sentence.token(opening - 1).text != ")"):
        return False
    if sentence.lower(opening + 1) in RELATIVES | {"whose", "also", "himself", "herself"}:
        return True
    return not any(_is_finite(sentence, k) for k in inside) and sentence.token(opening + 1).tag_ not in {"IN", "CC", "VBG", "TO"}


def _belongs(sentence: Sentence, opening: int, closing: int) -> bool:
    """Whether an apposition is short enough, and nominal, so that it is told as part of the source."""
    first = sentence.token(opening + 1)
    return closing - opening <= LONGEST_APPOSITION and (first.pos_ in {"NOUN", "PROPN", "DET", "ADJ", "NUM"} or first.lower_ in {"who", "also"})


def _is_finite(sentence: Sentence, index: int) -> bool:
    token = sentence.token(index)
    return token.tag_ in {"VBD", "VBZ", "VBP", "MD"} and token.text not in {"'s", "’s"}


def _phrase_start(sentence: Sentence, end: int) -> int | None:
    """Where the noun phrase that ends at `end` begins; None where the words before it are none."""
    last = sentence.token(end - 1)
    quoted = sentence.quoted_at(end - 1)
    if quoted is None and last.pos_ not in NOMINAL and last.lower_ not in {"all", "both", "some", "many", "others", "no", "one", "this", "that"} and last.tag_ not in {"JJ", "FW"}:
        return None
    if last.lower_ in RELATIVES:
        return _antecedent(sentence, end)
    if last.tag_ == "PRP":
        return end - 1
    start = end - 1 if quoted is None else quoted.start
    while start > sentence.start and _extends(sentence, start - 1, end):
        start -= 1
    return _trim_front(sentence, start, end)


def _antecedent(sentence: Sentence, end: int) -> int | None:
    """A relative pronoun's phrase begins where its antecedent does: `her secretary, who`."""
    before = end - 2 if sentence.lower(end - 2) == "," else end - 1
    if before <= sentence.start:
        return end - 1
    start = _phrase_start(sentence, before if sentence.lower(before) == "," else end - 1)
    return end - 1 if start is None else start


def _extends(sentence: Sentence, index: int, end: int) -> bool:
    token = sentence.token(index)
    if (quoted := sentence.quoted_at(index)) is not None:
        return quoted.end - quoted.start <= WIDEST_NAMED and sentence.token(quoted.end - 2).is_alpha
    if token.text in BREAKS:
        return token.text == "-" or (token.text == "," and _in_list(sentence, index, end))
    if token.lower_ in CLAUSE_WORDS or token.lower_ in OBJECT_PRONOUNS or token.is_space:
        return False
    if token.tag_ in {"VBD", "VBZ", "VBP", "MD", "VB", "WRB", "WP", "WDT"}:
        return False
    if token.tag_ == "PRP" or token.pos_ == "AUX":
        return False
    if token.tag_ == "VBG":
        return sentence.token(index - 1).pos_ in {"DET", "ADJ"} if index > sentence.start else False
    if token.lower_ in CONJUNCTIONS:
        return not _verb_before(sentence, index)
    if token.pos_ == "ADV":
        return index > sentence.start and sentence.token(index - 1).tag_ in {"DT", "IN"}
    return True


def _in_list(sentence: Sentence, comma: int, end: int) -> bool:
    """Whether a comma parts members of a list that ends in `and X`, rather than a clause from another."""
    rest = [sentence.lower(k) for k in range(comma + 1, end)]
    if "and" not in rest or comma <= sentence.start or _verb_before(sentence, comma):
        return False
    return sentence.token(comma - 1).pos_ in NOMINAL and comma - sentence.start <= 12 and sentence.lower(sentence.start) not in FRONTED


def _verb_before(sentence: Sentence, index: int) -> bool:
    """Whether a finite verb stands before a token in its clause, so that a conjunction there joins clauses."""
    for probe in range(index - 1, sentence.start - 1, -1):
        if sentence.token(probe).text in {";", ":"}:
            return False
        if _is_finite(sentence, probe) and sentence.quoted_at(probe) is None:
            return True
    return False


def _trim_front(sentence: Sentence, start: int, end: int) -> int | None:
    """Drop what stands before a noun phrase: conjunctions, punctuation, and a fronted `In a letter` before `the council`."""
    while start < end and (sentence.token(start).pos_ in {"CCONJ", "PUNCT", "SCONJ", "ADV"} and sentence.lower(start) not in {"no"}) and sentence.quoted_at(start) is None:
        if sentence.token(start).pos_ == "ADV" and sentence.token(start).tag_ != "RB":
            break
        start += 1
    if sentence.lower(start) in FRONTED and sentence.token(start).pos_ in {"ADP", "SCONJ"}:
        return _after_fronted(sentence, start, end)
    return start if start < end else None


def _after_fronted(sentence: Sentence, start: int, end: int) -> int | None:
    """Where the subject begins after a prepositional phrase without a comma: the last new noun phrase."""
    for index in range(end - 1, start, -1):
        if sentence.token(index).tag_ in {"DT", "PRP$"} or sentence.lower(index) in TITLES:
            before = sentence.token(index - 1)
            return index if before.pos_ in NOMINAL else None
    return None


def phrase_after(sentence: Sentence, start: int, clock: Clock, *, stop_at_of: bool = False) -> Range | None:
    """The noun phrase that begins at a token: `said [Philp]`, `according to [the council]`, with a name in apposition."""
    end = start
    while end < sentence.end and _continues(sentence, start, end, clock) and not (stop_at_of and sentence.lower(end) == "of"):
        end += 1
    end = _with_apposition(sentence, start, end)
    while end > start and sentence.token(end - 1).pos_ in {"ADP", "CCONJ", "PUNCT", "DET", "SCONJ", "PART"} and sentence.quoted_at(end - 1) is None and sentence.token(end - 1).text not in {"'s", "’s"}:
        end -= 1
    if end <= start or not any(sentence.token(k).pos_ in NOMINAL or sentence.token(k).tag_ in {"JJ", "DT", "NNP"} for k in range(start, end)):
        return None
    return (start, end)


def _continues(sentence: Sentence, start: int, index: int, clock: Clock) -> bool:
    token = sentence.token(index)
    if sentence.quoted_at(index):
        return index > start and sentence.token(index - 1).text != ","
    if token.text in BREAKS - {"-"} or token.is_space:
        return False
    if token.lower_ in CLAUSE_WORDS | RELATIVES or _is_finite(sentence, index) or token.pos_ == "AUX":
        return False
    if index > start and token.tag_ == "PRP":
        return False
    if index > start and token.tag_ in {"IN"} and token.lower_ in {"in", "on", "at", "after", "before", "during", "by", "about"}:
        follows = sentence.token(index + 1) if index + 1 < sentence.end else None
        is_place = follows is not None and follows.ent_type_ not in {"", "DATE", "TIME"} or token.lower_ == "on" and sentence.lower(index + 1) == "the"
        return bool(is_place) and clock.at(token.idx) is None
    if index > start and (token.tag_ in {"VBG", "VB", "TO", "RB"} and sentence.token(index - 1).tag_ != "DT"):
        return False
    return clock.at(token.idx) is None or index == start


def _with_apposition(sentence: Sentence, start: int, end: int) -> int:
    """Take in a short apposition that a comma opens and a comma or the sentence's end closes."""
    if sentence.lower(end) != "," or sentence.quoted_at(end):
        return end
    closing = next((k for k in range(end + 1, min(end + 14, sentence.end)) if sentence.token(k).text in {",", ".", ";"} and sentence.quoted_at(k) is None), None)
    if closing is None or closing == end + 1:
        return end
    inside = range(end + 1, closing)
    if any(_is_finite(sentence, k) or sentence.quoted_at(k) for k in inside) or sentence.token(end + 1).tag_ in {"IN", "CC", "VBG", "VBN", "TO", "WP", "RB", "WDT", "WRB", "PRP"}:
        return end
    return closing if any(sentence.token(k).pos_ in {"PROPN", "NOUN"} for k in inside) else end


def governing_subject(sentence: Sentence, cue: Cue, clock: Clock) -> Range | None:
    """The subject of the first finite verb before a cue whose subject is found: `X replied, saying …`."""
    for index in range(sentence.start, cue.group_start):
        if sentence.quoted_at(index) is None and _is_finite(sentence, index):
            found = subject_before(sentence, group_start(sentence, index), clock)
            if found is not None:
                return found
    return None
