"""Claims, before stage 7: a possible attribution comes in; whether it only might be said goes out.

What somebody would say if, could say, is asked whether they said, is wanted to say, or says in a forgery, they are not
told of as having said.
"""

from itertools import pairwise

from generator.extract.claims.asked import is_asked_about
from generator.extract.claims.cue_words import ALLEGATION, CueKind, noun_entries
from generator.extract.claims.cues import AUXILIARIES, NEGATIONS, Cue
from generator.extract.claims.draft import Draft, is_first_person
from generator.extract.claims.grammar import BREAKS, CLAUSE_WORDS, FINITE, Range, is_finite
from generator.extract.claims.quoted_as import quoting_verb
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words
from generator.extract.tokens import Token

CONDITIONS = words("cues_grammar", "conditions")
POSSIBLE = words("cues_grammar", "possible")
PERFECT = frozenset({"have", "'ve", "’ve"})
OF_DOING = words("cues_grammar", "of_doing")
FURTHEST_OWNER = 3
"""Tokens between whose a claim is and its noun: `its earlier front-page claim`."""
FURTHEST = 8
"""Tokens between what makes a clause unreal and its subject or verb: `the forged letter, in which Ms Lee says`."""


def is_unreal(draft: Draft) -> bool:
    """Whether an attribution is of words that are not told to have been said, nor to be going to be."""
    cue, sentence = draft.cue, draft.sentence
    if cue is None:
        return False
    start = cue.group_start if draft.source is None else min(draft.source[0], cue.group_start)
    if _is_neither(sentence, start, cue):
        return True
    if cue.undone is not None or draft.origin is not None:
        return False
    return (
        _is_silence(draft)
        or _is_supposed(sentence, start, cue)
        or _is_only_possible(draft, cue)
        or is_asked_about(sentence, start, cue)
        or _is_wanted(sentence, cue)
        or _is_demanded(sentence, start, cue)
        or _is_untrue(draft, start)
        or _is_left_undone(sentence, cue)
        or _is_in_nothing(draft, cue)
        or _is_corrected(draft)
        or _is_taken_back(sentence, cue, draft.content[0])
        or _is_unshown(sentence, cue)
        or _is_doubtful(draft, cue)
        or _is_forged(draft, start)
    )


def _is_in_nothing(draft: Draft, cue: Cue) -> bool:
    """Whether what tells it is not there: `they don't get a note [telling them …]`; not of `did not go, saying …`."""
    sentence = draft.sentence
    if cue.form != "VBG" or draft.source is None or sentence.token(cue.start - 1).pos_ != "NOUN":
        return False
    return any(sentence.lower(k) in NEGATIONS for k in range(draft.source[1], cue.start))


def may_be_accuseds(draft: Draft, cue: Cue) -> bool:
    """Whether it is open who threatens or offers, or part of what is only alleged.

    So in `[Ms Lee] accused him of pressing the firm, threatening to sue` and `[he] is alleged to have paid, promising`.
    """
    if _is_in_charge(draft.sentence, cue):
        return True
    if cue.form != "VBG" or draft.source is None or cue.entry.lemma not in words("cues_grammar", "accused_of"):
        return False
    between = range(draft.source[1], cue.start - 1)
    lemmas = draft.sentence.document.lemmas
    told_of = [k for k in between if lemmas[k] in words("cues", "no_infinitive")]
    if any(draft.sentence.token(k).tag_ == "TO" for at in told_of for k in range(at, cue.start)):
        return True
    return any(draft.sentence.lower(k) in OF_DOING and draft.sentence.token(k + 1).tag_ == "VBG" for k in between)


def _is_in_charge(sentence: Sentence, cue: Cue) -> bool:
    """Whether it is part of a charge that only is named: `allegations of swearing at staff; [calling] them so`."""
    if cue.form != "VBG":
        return False
    for index in range(cue.start - 1, sentence.start, -1):
        if is_finite(sentence, index) or (sentence.quoted_at(index) is not None and index == cue.start - 1):
            return False
        noun = noun_entries().get(sentence.lower(index))
        if noun is not None and noun.group == ALLEGATION and sentence.lower(index + 1) == "of":
            return sentence.token(index + 2).tag_ == "VBG"
    return False


def _is_neither(sentence: Sentence, start: int, cue: Cue) -> bool:
    """Whether it is one of two things that are not done: `neither [confirmed] nor [denied]`, `nor did she [deny]`."""
    inverted = [at - 2 for at in (start, cue.group_start - 1) if sentence.lower(at - 1) in AUXILIARIES]
    near = (*inverted, *range(cue.group_start - 1, cue.start))
    return any(sentence.lower(k) in words("cues_grammar", "nor") for k in near)


def _is_silence(draft: Draft) -> bool:
    """Whether nothing is said: `Ms Lee said [nothing when she left]`, but not `said [nothing had been lost]`."""
    (first, last), *more = draft.content
    if more or draft.sentence.lower(first) != "nothing" or any(draft.quotes()):
        return False
    if any(draft.sentence.lower(k) == "be" for k in range(first, last)):
        return False  # "asked that nothing be taken"
    told = next((k for k in range(first + 1, last) if is_finite(draft.sentence, k)), last)
    return told == last or any(draft.sentence.lower(k) in CLAUSE_WORDS for k in range(first + 1, told))


def _is_supposed(sentence: Sentence, start: int, cue: Cue) -> bool:
    """Whether a condition opens the clause: `if Ms Lee says`, `had Ms Lee said`."""
    before = sentence.lower(start - 1)
    if cue.passive and any(sentence.lower(k) == "if" for k in range(start, cue.group_start)):
        return True  # "said if the paper was [found] to be fake"
    if start == sentence.start and sentence.lower(start) in CONDITIONS:
        return True  # "Suppose Ms Lee says so": a pipeline may take it for a name
    if before == "," and cue.form in {"VBZ", "VBP"} and sentence.token(cue.end).pos_ in {"NOUN", "PRON"}:
        return _follows_condition(sentence, start - 1)
    opens = start - 1 == sentence.start or sentence.lower(start - 2) in BREAKS
    return before in CONDITIONS or (before == "had" and opens and cue.form in {"VBN", "VBD"})


def _follows_condition(sentence: Sentence, comma: int) -> bool:
    """Whether a condition ends with a comma: `[if she wins,] he claims credit`, `[if not,] he accuses her`."""
    opens = next((k for k in range(comma - 1, sentence.start, -1) if sentence.lower(k) in BREAKS), sentence.start - 1)
    return sentence.lower(opens + 1) in CONDITIONS


def _is_only_possible(draft: Draft, cue: Cue) -> bool:
    """Whether a modal says that it may be said, or would be: `critics could say`, `she would say, if asked`."""
    sentence = draft.sentence
    if cue.modal is None or is_first_person(draft):
        return False
    if sentence.lower(cue.modal) in POSSIBLE:
        return True
    supposed = any(sentence.lower(k) in CONDITIONS for k in range(cue.end, sentence.end) if not sentence.quoted_at(k))
    return sentence.lower(cue.modal) == "would" and (sentence.lower(cue.modal + 1) in PERFECT or supposed)


def _is_wanted(sentence: Sentence, cue: Cue) -> bool:
    """Whether somebody is only to say it, as others want: `they want Ms Lee to admit`, `she was urged to say`."""
    to = next((k for k in range(cue.group_start, cue.start) if sentence.lower(k) == "to"), None)
    if to is None or not cue.infinitive:
        return False
    governor = sentence.token(cue.start).head
    if governor.lemma_.lower() in words("cues_grammar", "wanting") and sentence.start <= governor.i < to - 1:
        return True
    for index in range(to - 1, max(to - FURTHEST, sentence.start) - 1, -1):
        token = sentence.token(index)
        if sentence.quoted_at(index) is not None or token.lower_ in BREAKS:
            return False
        if _presses(token) or any(child.dep_ == "nsubj" and _presses(child) for child in token.children):
            return True
        if token.tag_.startswith("V"):
            return token.lemma_.lower() in words("cues_grammar", "wanting") and not (
                index == to - 1 and token.tag_ in FINITE
            )
    return False


def _is_demanded(sentence: Sentence, start: int, cue: Cue) -> bool:
    """Whether somebody is to say it, as others demand: `demanded (that) Ms Lee [reveal] the name`."""
    bare = cue.form in {"VB", "VBP"} and cue.group_start == cue.start and cue.modal is None
    one = sentence.token(cue.start - 1)
    named = one.ent_type_ == "PERSON" or one.tag_ in {"NNP", "PRP"} or (one.tag_ == "NN" and cue.form == "VB")
    if not bare or not named or one.lower_ in {"i", "we", "you", "they"}:
        return False
    before = start - 1 - (sentence.lower(start - 1) == "that")
    return sentence.document.lemmas[max(before, 0)] in words("cues_grammar", "mandative") and before >= sentence.start


def _presses(token: "Token") -> bool:
    """Whether a noun says that others want somebody to say something: `[calls] for Ms Lee to deny it`."""
    of = token.i + 1 < len(token.doc) and (token.nbor().lower_ in ("on", "for", "from") or token.dep_ == "nsubj")
    return bool(of) and token.pos_ == "NOUN" and token.lemma_.lower() in words("cues_grammar", "pressing")


def _is_untrue(draft: Draft, start: int) -> bool:
    """Whether the clause is told not to be true: `it is not true that Ms Lee said`, `it was untrue, she said, that`."""
    sentence, first = draft.sentence, draft.content[0][0]
    is_inserted = sentence.lower(start - 1) == "," and [sentence.lower(k) for k in (first - 2, first - 1)] == [
        ",",
        "that",
    ]
    if sentence.lower(start - 1) != "that" and not is_inserted:
        return False
    told = [sentence.lower(k) for k in range(max(start - 5, sentence.start), start - 1)]
    return bool(told) and (
        told[-1] in words("cues_grammar", "untrue") or told[-2:] in (["not", "true"], ["n't", "true"])
    )


def _is_left_undone(sentence: Sentence, cue: Cue) -> bool:
    """Whether something else is done than to say it: `[far from] denying it`, `[rather than] accuse him`."""
    before = f"{sentence.lower(cue.group_start - 2)} {sentence.lower(cue.group_start - 1)}"
    return cue.form in {"VBG", "VB"} and before in words("cues_grammar", "undoing")


def _is_corrected(draft: Draft) -> bool:
    """Whether an article tells what it said itself: `[an earlier version of this article] said`, `[we] said`."""
    told = [draft.sentence.lower(k) for k in range(*(draft.source or (0, 0)))]
    if told == ["we"] and not draft.sentence.depth:
        return True
    corrected, editions = words("cues_grammar", "corrected"), words("cues_grammar", "editions")
    return any(one in corrected and two in editions for one, two in pairwise(told))


def _is_taken_back(sentence: Sentence, cue: Cue, content: Range) -> bool:
    """Whether somebody is sorry to have said it, or takes it back.

    So in `apologised to Ms Lee for [saying] that she lied`, `withdrew its [claim] that she lied`.
    """
    regrets, lemmas = words("cues_grammar", "regrets"), sentence.document.lemmas
    owned = range(max(cue.start - FURTHEST_OWNER, sentence.start), cue.start)
    its = next((k for k in owned if sentence.token(k).tag_ == "PRP$"), None)
    if cue.entry.kind is CueKind.NOUN and its is not None:
        governs = range(max(its - FURTHEST, sentence.start), its)
        return any(lemmas[k] in words("cues_grammar", "corrects") | regrets for k in governs)
    if lemmas[cue.start] in regrets and content[0] > cue.end:
        return any(sentence.token(k).tag_ == "VBG" for k in range(cue.end, content[0]))
    before = range(max(cue.group_start - FURTHEST, sentence.start), cue.group_start)
    is_for = cue.form == "VBG" and sentence.lower(cue.group_start - 1) == "for"
    return is_for and any(lemmas[k] in regrets for k in before)


def _is_unshown(sentence: Sentence, cue: Cue) -> bool:
    """Whether nothing shows it: `there was “no material” [to show] that she lied`."""
    to = next((k for k in range(cue.group_start, cue.start) if sentence.lower(k) == "to"), None)
    if to is None or not cue.infinitive:
        return False
    near = range(to - 1, max(to - FURTHEST, sentence.start) - 1, -1)
    stop = next(
        (k for k in near if sentence.token(k).pos_ in {"VERB", "AUX"} or sentence.lower(k) == ","),
        near[-1] if near else to,
    )
    return any(sentence.lower(k) in words("cues_grammar", "lacking") for k in range(stop, to))


def _is_doubtful(draft: Draft, cue: Cue) -> bool:
    """Whether it is open if somebody made a claim at all: `Ms Lee's so-called [admission] that she lied`."""
    if cue.entry.kind is not CueKind.NOUN or draft.source is None:
        return False
    start = next(
        (k for k in range(cue.start - 1, draft.source[1] - 1, -1) if draft.sentence.token(k).tag_ == "POS"),
        draft.source[1],
    )
    between = "".join(f"{draft.sentence.lower(k)} " for k in range(start, cue.start)).replace(" - ", "-").split()
    return not words("cues_grammar", "doubted_claims").isdisjoint(between)


def _is_forged(draft: Draft, start: int) -> bool:
    """Whether a forgery has somebody say it, `a doctored video showed [Ms Lee] saying`, or `she was wrongly quoted`."""
    sentence = draft.sentence
    if any(sentence.lower(k) in words("cues_grammar", "wrongly") for k in range(start, draft.content[0][0])):
        return draft.cue is not None and quoting_verb(sentence, draft.cue) is not None
    shows = start - 1
    while shows > sentence.start and sentence.lower(shows) in {",", "apparently", "supposedly", "in", "where"}:
        shows -= 1
    if sentence.lower(shows) not in words("cues_grammar", "showing"):
        return False
    near = range(max(shows - FURTHEST, sentence.start), shows)
    return any(sentence.lower(k) in words("cues_grammar", "forged") for k in near)
