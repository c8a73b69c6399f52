"""Claims, stage 4: a cue in its sentence comes in, where its clause ends goes out, before the main clause goes on."""

from itertools import pairwise

from generator.extract.claims.cue_words import CueKind, is_reporting, noun_entries
from generator.extract.claims.cues import AUXILIARY_ARCS, BE, Cue
from generator.extract.claims.grammar import (
    BREAKS,
    CLAUSE_WORDS,
    CONJUNCTIONS,
    FINITE,
    FRONTED,
    RELATIVES,
    SUBJECT_ARCS,
    is_finite,
    opens_with_clause,
)
from generator.extract.claims.phrases import tells_of_noun
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words

LONGEST_TELLER = 6
"""Tokens of what tells a whole sentence after it."""
WITHIN_CLAUSE = frozenset({"xcomp", "ccomp", "advcl", "conj"})
FURTHEST_DENIAL = 10
"""Tokens from the comma before `which` to the verb of who denies it."""
LEAST_VERBS = 2
FURTHEST_THAT = 4
"""Tokens between a noun and its clause: `announcement on Tuesday that`."""
FURTHEST_NOUN = 6
"""Tokens between a claim's noun and the verb of what it tells: `reports Ann Lee said`."""
OPENERS = RELATIVES | {"whose"}
NAMING = frozenset({"ADJ", "DET", "NOUN", "PART", "PRON", "PROPN"})
BEFORE_MAIN = words("cues_grammar", "clause_before") - {"if"}


def clause_end(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where the clause of a cue ends, and with it what is told there, before the main clause goes on."""
    ends = (
        _fronted_end,
        _relative_end,
        _verdict_start,
        _bare_verdict,
        _antecedents_verb,
        _nouns_verb,
        _matter_end,
        _parted_verdict,
        _items_verb,
    )
    return min(one(sentence, cue, end) for one in ends)


def _nouns_verb(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where the verb begins of a noun that a participle tells more of: `a man accusing Mr Lee [said] so`."""
    of_noun = cue.form == "VBG" and cue.entry.lemma in words("cues_grammar", "of_object")
    if not of_noun or not tells_of_noun(sentence, cue.start):
        return end
    for index in range(cue.end + 1, end):
        if sentence.lower(index) in CLAUSE_WORDS | RELATIVES | {","} or sentence.quoted_at(index) is not None:
            return end
        says = sentence.token(index).tag_ == "VB" and is_reporting(sentence.lower(index))  # "… [say] it will rain"
        if says or is_finite(sentence, index):
            return index
    return end


def _matter_end(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where a charge ends of which its sentence then tells an answer: `On claims that he lied[, he said]: “No.”`."""
    opens = sentence.token(sentence.start).tag_ in {"IN", "VBG", "VBN"} or sentence.lower(sentence.start) in FRONTED
    plain = not any(is_finite(sentence, k) or sentence.quoted_at(k) for k in range(sentence.start, cue.start))
    if cue.entry.kind is not CueKind.NOUN or not opens or not plain:
        return end
    for comma in range(cue.end + 1, end - 1):
        if sentence.lower(comma) != "," or sentence.quoted_at(comma) is not None:
            continue
        verb = next((k for k in range(comma + 2, min(comma + FURTHEST_DENIAL, end)) if is_finite(sentence, k)), None)
        named = verb is not None and all(sentence.token(k).pos_ in NAMING for k in range(comma + 1, verb))
        if verb is not None and is_reporting(sentence.lower(verb)) and named:
            return comma
    return end


def _antecedents_verb(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where the verb of a subject begins that a relative clause tells of: `those who backed the cut [were] few`."""
    verb = sentence.token(cue.start)
    while verb.dep_ in WITHIN_CLAUSE and verb.head.i < verb.i:
        verb = verb.head
    subject = verb.head
    if (second := _second_verb(sentence, cue)) is not None:
        return min(second, end)
    tells_of = verb.dep_ == "acl:relcl" or (verb.dep_ == "acl" and verb.tag_ == "VBG")
    if not tells_of or subject.dep_ not in SUBJECT_ARCS or not sentence.start <= subject.i < verb.i:
        return end
    main = subject.head
    helpers = (child.i for child in main.children if child.dep_ in AUXILIARY_ARCS and child.i > cue.end)
    start = min(helpers, default=main.i)
    return start if cue.end < start < end and is_finite(sentence, start) and not sentence.quoted_at(start) else end


def _verdict_start(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where it is told what a claim is that its noun names: `the claim that he took bribes [was nonsense]`."""
    if cue.entry.kind is not CueKind.NOUN:
        return end
    that = next((k for k in range(cue.end, min(cue.end + FURTHEST_THAT, end)) if sentence.lower(k) == "that"), end)
    stop = next((k for k in range(that, end) if sentence.lower(k) in RELATIVES | {","}), end)
    verbs = [k for k in range(that + 1, stop) if is_finite(sentence, k) and sentence.quoted_at(k) is None]
    for first, verb in pairwise(verbs):
        between = range(first, verb)
        goes_on = any(sentence.lower(k) in CLAUSE_WORDS | CONJUNCTIONS | RELATIVES | {","} for k in between)
        if goes_on or any(is_reporting(sentence.lower(k)) for k in between):
            return end
        if verb > first + 1 and (sentence.lower(verb) in BE or (len(verbs) == LEAST_VERBS and _opens(sentence, cue))):
            return verb
    return end


def _items_verb(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where it is told what came of a thing that calls for more: `A motion calling for it to be cut [was] lost`."""
    opens = all(sentence.token(k).pos_ in NAMING for k in range(sentence.start, cue.start))
    if cue.form != "VBG" or not opens or cue.start == sentence.start or sentence.lower(cue.start - 1) == ",":
        return end
    verb = next((k for k in range(cue.end, end) if is_finite(sentence, k) or sentence.quoted_at(k)), end)
    between = range(cue.end, verb)
    wants = any(sentence.token(k).tag_ == "TO" and sentence.token(k + 1).tag_ == "VB" for k in between)
    inside = any(sentence.lower(k) in CLAUSE_WORDS | CONJUNCTIONS | OPENERS | {",", "that"} for k in between)
    own = sentence.token(max(verb - 1, 0)).tag_ in {"PRP", "NNP", "DT"}
    return verb if wants and not inside and not own and not sentence.quoted_at(verb) else end


def claim_at_start(sentence: Sentence) -> int | None:
    """The noun of telling that opens a sentence with its clause: `[Rumours] that he lied were untrue`."""
    near = range(sentence.start + 1, min(sentence.start + FURTHEST_NOUN, sentence.end))
    that = next((k for k in near if sentence.lower(k) == "that"), None)
    return that - 1 if that is not None and sentence.lower(that - 1) in noun_entries() else None


def _parted_verdict(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where it is told what a claim is, with who says so between: `Rumours that he lied [were], she said, “tosh”`."""
    noun = claim_at_start(sentence)
    if noun is None or noun > cue.start:
        return end
    that, is_plural = noun + 1, sentence.token(noun).tag_ == "NNS"
    being = {"were", "are"} if is_plural else {"was", "is"}
    owners = {"PRP", "NNP", "NNPS", "EX", "DT", "NNS" if is_plural else "PRP"}  # whose verb it may be within the claim
    for verb in range(max(cue.end, that) + 1, end):
        parted = sentence.lower(verb) in being and sentence.lower(verb + 1) == "," and not sentence.quoted_at(verb)
        own = sentence.token(verb - 1).tag_ in owners
        if parted and not own and any(is_finite(sentence, k) for k in range(that, verb)):
            return verb
    return end


def _bare_verdict(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where it is told what reports are, of which no “that” parts the words: `reports he lied [were “not true”]`."""
    near = range(cue.start, max(cue.start - FURTHEST_NOUN, sentence.start - 1), -1)
    noun = next((k for k in near if sentence.lower(k) in noun_entries() and sentence.token(k).tag_ == "NNS"), None)
    if noun is None or sentence.lower(noun + 1) in {"of", "that", "about"}:
        return end
    if any(is_finite(sentence, k) for k in range(noun + 1, cue.start)):
        return end
    for verb in range(cue.end + 1, end):
        judged = {sentence.lower(k) for k in range(verb + 1, min(verb + FURTHEST_THAT + 1, sentence.end))}
        judges = sentence.lower(verb) in {"were", "are"} and judged & (words("acts", "denials") | {"true"})
        if judges and sentence.token(verb - 1).tag_ not in {"NNS", "PRP"}:
            return verb
    return end


def _opens(sentence: Sentence, cue: Cue) -> bool:
    """Whether a noun with what belongs to it opens its sentence, so that a verb must follow: `Her [claim] that …`."""
    return all(sentence.token(k).pos_ in NAMING for k in range(sentence.start, cue.start))


def _relative_end(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where a relative clause ends before its subject's verb: `Mr Hale, who Ms Lee says is a liar[,] should go`."""
    opens = cue.group_start - 1
    is_noun = cue.entry.kind is CueKind.NOUN
    while opens > sentence.start and sentence.lower(opens) not in OPENERS and _may_name(sentence, opens, is_noun):
        opens -= 1
    if sentence.lower(opens) not in OPENERS or sentence.lower(opens - 1) != ",":
        return end
    within = 0
    for comma in range(cue.end + 1, end - 1):
        if sentence.lower(comma) != "," or sentence.quoted_at(comma):
            continue
        if sentence.lower(comma + 1) in OPENERS:
            within += 1
        elif within:
            within -= 1
        elif _goes_on(sentence, comma + 1, end):
            return comma
    return end


def _may_name(sentence: Sentence, index: int, is_noun: bool) -> bool:
    """Whether a token may stand between a relative pronoun and a verb, or a noun: `who is facing [claims]`."""
    if is_noun:
        return sentence.token(index).text not in BREAKS and sentence.quoted_at(index) is None
    return sentence.token(index).pos_ in NAMING or sentence.lower(index) == ","


def _goes_on(sentence: Sentence, verb: int, end: int) -> bool:
    """Whether the verb of a subject before it follows a comma, rather than the next verb of a list."""
    verb += sentence.token(verb).pos_ == "ADV"
    if not is_finite(sentence, verb):
        return False
    joined = (k for k in range(verb + 1, end - 1) if sentence.lower(k) in CONJUNCTIONS)
    return not any(sentence.token(k + 1).pos_ == "VERB" for k in joined) or sentence.token(verb).pos_ == "AUX"


def _fronted_end(sentence: Sentence, cue: Cue, end: int) -> int:
    """Where a clause before the main one ends, with what is told in it: `After Ms Lee said so[,] Mr Hale left`."""
    before = range(sentence.start, cue.start)
    fronted = sentence.lower(sentence.start) in FRONTED and any(sentence.lower(k) in BEFORE_MAIN for k in before)
    if not (fronted or opens_with_clause(sentence)) or any(sentence.lower(k) == "," for k in before):
        return end
    for comma in range(cue.end + 1, end - 1):
        told = any(sentence.token(k).tag_ in FINITE for k in range(cue.end, comma))
        if told and sentence.lower(comma) == "," and not sentence.quoted_at(comma) and is_subject(sentence, comma + 1):
            return comma
    return end


def is_subject(sentence: Sentence, start: int) -> bool:
    """Whether a place begins the subject of a verb behind it."""
    near = (sentence.token(k) for k in range(start, min(start + LONGEST_TELLER, sentence.end)))
    return any(one.dep_ in SUBJECT_ARCS and one.left_edge.i == start and one.head.i > one.i for one in near)


def _second_verb(sentence: Sentence, cue: Cue) -> int | None:
    """The one further verb of a sentence that opens with whom it tells of: `Those who backed it [were] few`."""
    who = cue.group_start - 1
    opens = sentence.lower(who) in OPENERS and who > sentence.start
    if not opens or any(sentence.token(k).pos_ not in NAMING | {"NUM"} for k in range(sentence.start, who)):
        return None
    if is_reporting(sentence.lower(cue.start)) and cue.entry.lemma not in words("cues", "voting"):
        return None  # "those who said the party was late": it may be part of what they said
    after = range(cue.end, sentence.end)
    stops = CLAUSE_WORDS | CONJUNCTIONS | OPENERS | {","}
    verbs = [k for k in after if is_finite(sentence, k)]
    plain = not any(sentence.quoted_at(k) or sentence.lower(k) in stops for k in after)
    return verbs[0] if len(verbs) == 1 and plain else None
