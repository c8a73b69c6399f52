"""Claims, beside stage 3: a phrase and a verb come in; whether the phrase can be the verb's subject goes out."""

from generator.extract.claims.cue_words import CueKind
from generator.extract.claims.cues import Cue
from generator.extract.claims.grammar import CLAUSE_WORDS, FRONTED, RELATIVES, SUBJECT_ARCS, Range, is_finite
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words
from generator.extract.tokens import root_of

LED = frozenset({"led", "chaired", "headed", "backed", "flanked", "supported", "joined", "founded", "run"})
"""What others do to a body or somebody, who speaks then: `[Led] by Ms Lee, the panel said`."""


def is_set_against(sentence: Sentence, source: Range, nearer: Range) -> bool:
    """Whether a source is of another clause than the nearer subject: `[Ms Lee] agreed while Mr Bell left and said`."""
    return any(sentence.lower(k) in words("cues_grammar", "setting_against") for k in range(source[1], nearer[0]))


def is_no_subject(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Whether a source stands in what is told before a verb that goes on from there, and is its subject by no means.

    So in `said there were jobs in [the sector] and questioned the cut` and in `[Ms Lee]'s aide left and said`.
    """
    if source[1] <= cue.start and sentence.token(source[1]).tag_ == "POS" and cue.entry.kind is not CueKind.NOUN:
        return True
    verb = sentence.token(cue.start)
    if source[1] > cue.start or any(child.dep_ in SUBJECT_ARCS for child in verb.children):
        return False
    root = root_of(sentence.document.tokens[source[0] : source[1]])
    is_object = root.dep_ in {"obj", "obl", "nmod"} and verb.head.i < source[0]
    is_second = is_object and (verb.dep_ == "conj" or (verb.dep_ == "advcl" and cue.form == "VBG"))
    beside = cue.form == "VBG" and _is_beside_participle(sentence, source, cue)
    return is_second or beside or is_of_other_clause(sentence, source, cue)


def _is_beside_participle(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Whether a participle is not of a phrase before it, but of what that belongs to.

    So in `gathered outside [the court] chanting`, `faces calls from [his party] after accusing`, `went to [the house]
    where she spoke demanding` and `said that [the board] had to act, adding`.
    """
    follows = sentence.lower(source[1])
    after = source[1] == cue.start - 1 and follows in words("cues_grammar", "upon")
    placed = sentence.lower(source[0] - 1) in words("cues_grammar", "places_before")
    adds = cue.entry.lemma == "add" and sentence.lower(cue.group_start - 1) == ","
    told = sentence.lower(source[0] - 1) == "that" and any(is_finite(sentence, k) for k in range(source[1], cue.start))
    return after or placed or follows in CLAUSE_WORDS - RELATIVES or (adds and told)


def is_of_other_clause(sentence: Sentence, source: Range, cue: Cue) -> bool:
    """Whether another clause stands before a second verb: `[Ms Lee] agreed while Mr Bell left and said`."""
    against = [
        k for k in range(source[1], cue.group_start) if sentence.lower(k) in words("cues_grammar", "setting_against")
    ]
    joins = sentence.lower(cue.group_start - 1) == "and" and bool(against)
    return joins and any(is_finite(sentence, k) for k in range(against[0], cue.group_start))


def determines(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an article stands before a phrase that is the phrase's own: `[the] chancellor`, not `a [Tory] call`."""
    article = sentence.token(start - 1)
    return article.tag_ == "DT" and start <= article.head.i < end


def is_in_fronted(sentence: Sentence, start: int) -> bool:
    """Whether a place stands in what opens a sentence before its subject: `Speaking to [Mr Bell], she said`."""
    first = sentence.token(sentence.start)
    begins = (
        sentence.token(start).pos_ == "DET" and start > sentence.start + 1
    )  # "In a letter [the mayor, Ms Lee,] said"
    ahead_of = first.pos_ == "ADV" and sentence.lower(start - 1) == "of" and start == sentence.start + 2
    opens = (first.lower_ in FRONTED and first.pos_ == "ADP" and not begins) or ahead_of
    led_by = first.lower_ in LED and sentence.lower(sentence.start + 1) == "by"
    opens = opens or led_by or first.tag_ == "VBG"
    commas = any(sentence.lower(k) == "," for k in range(sentence.start, start))
    return opens and start > sentence.start and (led_by or not commas)


def in_brackets(sentence: Sentence, start: int, end: int) -> int | None:
    """Where brackets open that a phrase stands in: `Ms Lane (Lab, [North Quay]) said`; None where it stands in none."""
    opening = next((k for k in range(start - 1, sentence.start, -1) if sentence.lower(k) in {"(", ")"}), None)
    closing = next((k for k in range(end, sentence.end) if sentence.lower(k) in {"(", ")"}), None)
    if opening is None or closing is None or sentence.quoted_at(opening) is not sentence.quoted_at(start):
        return None
    return opening if sentence.lower(opening) == "(" and sentence.lower(closing) == ")" else None
