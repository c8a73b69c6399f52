"""Claims, before stage 7: a possible attribution comes in; whether its source is nobody who could say it goes out."""

from generator.extract.claims.attributions import people_nouns
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import Range
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words
from generator.model.ids import fold

GOVERNING = words("cues_grammar", "governing")
OF_THINGS = frozenset({"that", "which"})
"""Relative pronouns behind what is mostly no person."""
BETWEEN_FIGURES = frozenset({"to", "-", "–", "against", "by"})
LONGEST_THING = 5
"""Tokens of what is told to threaten something: `the growing row`."""


def is_nobodys(draft: Draft) -> bool:
    """Whether a source is nobody: `neither Mr Bell nor Ms Lee`, `no minister`, `none of them`; `No 10` is somebody."""
    cue = draft.cue
    if (
        cue is not None
        and cue.form == "VBG"
        and draft.sentence.lower(cue.start - 1) in words("cues_grammar", "anybody")
    ):
        return True  # "she said anyone [denying] it was a liar": nobody denies it
    if draft.source is None:
        return False
    sentence, start = draft.sentence, draft.source[0]
    first, second = sentence.lower(start), sentence.lower(start + 1)
    if first == "no":
        return not second[:1].isdigit() and second not in {".", "ten"}
    if _is_setting(sentence, draft.source) or _is_score(sentence, start):
        return True
    return first in words("cues_grammar", "nobody") or sentence.lower(start - 1) in words("cues_grammar", "nor")


def _is_setting(sentence: Sentence, source: Range) -> bool:
    """Whether a preposition opens what is taken for a source: `[against the plan] put forward`; not `over 20 members`.

    A phrase that ends in who speaks is left to be read on: `[of Ms Lee, who] said`.
    """
    start, end = source
    plain = sentence.token(start).dep_ == "case" and sentence.lower(start) in GOVERNING
    plain = plain and sentence.lower(start + 1) != "-"  # "near-complete results"
    counts = any(sentence.token(k).like_num or sentence.token(k).pos_ == "NUM" for k in range(start + 1, end))
    return plain and not counts and sentence.lower(end - 1) != "who"


def _is_score(sentence: Sentence, start: int) -> bool:
    """Whether how a vote went is taken for a source: `voted [41 to 38 in favour of it]`; not `20 to 30 members`."""
    if sentence.lower(start + 1) not in BETWEEN_FIGURES or start + 3 >= sentence.end:
        return False
    both = all(sentence.lower(k).isdigit() for k in (start, start + 2))
    return both and sentence.token(start + 3).pos_ in {"ADP", "PUNCT"}


def is_only_thing(draft: Draft, cue: Cue) -> bool:
    """Whether a thing only may bring something about: `[the row] threatened to topple her`, `[a motion that] …`."""
    if cue.entry.lemma not in words("cues_grammar", "brought_about") or not draft.shape.endswith("infinitive"):
        return False
    sentence, (start, end) = draft.sentence, draft.source or (0, 0)
    if sentence.lower(end - 1) in OF_THINGS:
        end -= 1
        start -= start == end  # of a bare relative, the noun right before it
    end -= sentence.lower(end - 1) == ","
    head = next((k for k in range(start + 1, end) if sentence.token(k).pos_ == "ADP"), end) - 1
    if sentence.token(head).tag_ not in {"NN", "NNS"}:
        return False
    known = words("acts", "unnamed") | words("acts", "bodies") | people_nouns()
    by_somebody = any(_is_one_of(sentence, k, known) or sentence.token(k).ent_type_ for k in range(start, end))
    return _is_one_of(sentence, head, words("acts", "things")) or (not by_somebody and end - start <= LONGEST_THING)


def _is_one_of(sentence: Sentence, index: int, nouns: frozenset[str]) -> bool:
    noun = fold(sentence.token(index).text)
    return noun in nouns or noun.removesuffix("s") in nouns


def lacks_object(draft: Draft, cue: Cue) -> bool:
    """Whether a participle only tells of the noun before it: `his manner [compared with] what she called hers`."""
    follows = draft.source is not None and draft.source[1] == cue.group_start == cue.start
    bare = follows and cue.form == "VBN" and draft.sentence.lower(cue.end) in {"with", "to"}
    return bare and not cue.passive and cue.entry.lemma in words("cues_grammar", "with_object")
