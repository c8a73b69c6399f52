"""Claims: what describes a source behind its verb: the end of its phrase comes in, the end of all that goes out."""

from generator.extract.claims.cue_words import verb_entries
from generator.extract.claims.grammar import BREAKS, RELATIVES, is_finite, opens_time
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words

ASIDE_TAGS = frozenset({"IN", "RB", "CC", "TO", "VBG"})
"""What a parenthesis begins with that tells of the saying rather than of who says: `, in a letter,`, `, meanwhile,`."""
OPENS_NOUN = frozenset({"DET", "NOUN", "PROPN", "ADJ", "PRON", "NUM"})
OF_PEOPLE = words("cues_grammar", "of_people")


def past_asides(sentence: Sentence, end: int) -> int:
    """Where a source ends behind its verb: with its age, what else it is, and what a relative clause tells of it."""
    while (further := _past_aside(sentence, end)) > end:
        end = further
    return end


def _past_aside(sentence: Sentence, end: int) -> int:
    """Where the next aside behind a source ends; the source's own end where none follows."""
    start = end + (sentence.lower(end) == ",")
    if start >= sentence.end or sentence.quoted_at(start) is not None:
        return end
    if sentence.lower(start) in OF_PEOPLE:
        closes = _clause_end(sentence, start)
        return end if _reports(sentence, range(start, closes)) else closes
    closes = next((k for k in range(start, sentence.end) if sentence.token(k).text in BREAKS), sentence.end)
    segment = range(start, closes)
    if start == end or not segment or any(sentence.quoted_at(k) is not None for k in segment):
        return end
    opens = sentence.token(start)
    is_age = len(segment) == 1 and opens.text.isdigit()
    if not is_age and (opens.tag_ in ASIDE_TAGS or opens_time(sentence, start) or opens.pos_ not in OPENS_NOUN):
        return end
    relative = next((k for k in segment if sentence.lower(k) in RELATIVES), closes)
    return end if any(is_finite(sentence, k) for k in range(start, relative)) else closes


def _clause_end(sentence: Sentence, start: int) -> int:
    """Where a relative clause ends: with its sentence, or before a mark or an aside that is the verb's again."""
    for k in range(start + 1, sentence.end):
        text, follows = sentence.token(k).text, k + 1
        if sentence.quoted_at(k) is not None:
            return k - (sentence.lower(k - 1) == ",")
        if text in BREAKS and text not in {",", "-"}:
            return k
        if text == "," and (follows == sentence.end or sentence.token(follows).tag_ in ASIDE_TAGS):
            return k
    return sentence.end


def _reports(sentence: Sentence, clause: range) -> bool:
    """Whether a clause is no description but tells of more that was said: `who said that …`."""
    verbs = (k for k in clause if is_finite(sentence, k) or sentence.token(k).tag_ == "VBN")
    return any(sentence.lower(k) in verb_entries() for k in verbs)
