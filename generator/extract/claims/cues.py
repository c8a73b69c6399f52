"""Claims, stage 2: a sentence comes in, the words in it that may introduce somebody's words go out."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.extract.claims.cue_words import CueEntry, CueKind, noun_entries, verb_entries, verb_forms
from generator.extract.claims.grammar import CLAUSE_WORDS, FINITE, SUBJECT_ARCS
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words
from generator.model.negations import REFUSALS

BE = words("cues_grammar", "be")
AUXILIARIES = BE | words("cues_grammar", "auxiliaries")
NEGATIONS = words("cues_grammar", "negations")
BEFORE_NOUN = words("cues_grammar", "before_noun")
FIRM_BEFORE_NOUN = words("cues_grammar", "firmly_before_noun")
AUXILIARY_ARCS = frozenset({"aux", "aux:pass", "cop"})
SUBJECTS = frozenset({"NOUN", "PROPN", "PRON"})
INVERTED = frozenset({"PROPN", "DET", "PRON"})
BEFORE_PAST = frozenset({"NOUN", "PROPN", "PRON", "NUM", "CCONJ", "ADJ", "DET"})
BEFORE_VERB = words("cues_grammar", "times_before_verb")
NOT_YET = ("yet", "to")
EACH = frozenset({"both", "each"})
"""Between an auxiliary and its verb: `they have [each] denied it`."""
POINTERS = frozenset({"this", "it"})
FURTHEST_REFUSAL = 5
"""Tokens between a verb of refusing and what is refused: `refused on Thursday night to say`."""


@dataclass(frozen=True, kw_only=True)
class Cue:
    """A cue: tokens `start` to `end` (exclusive) are its words, `group_start` is where its auxiliaries begin."""

    entry: CueEntry
    start: int
    end: int
    group_start: int
    passive: bool = False
    negated: bool = False
    infinitive: bool = False
    modal: int | None = None
    """Where a modal stands before a verb: `[will] say`, `[could] have said`."""
    refused: int | None = None
    """Where the words begin by which it is not done: `[refused] to say`, `stopped [short] of saying`."""
    form: str = ""
    """The Penn tag's verb form: VBD, VBZ, VBG, …; a noun's tag."""

    @property
    def undone(self) -> int | None:
        """Where the words begin that say that it was not said: `[did not] deny`; None where it was."""
        return self.group_start if self.negated and self.refused is None else self.refused


def find_cues(sentence: Sentence) -> Iterator[Cue]:
    """The possible cues of a sentence outside its quotations, in reading order."""
    taken = sentence.start
    may_begin = _first_words()
    for index in range(sentence.start, sentence.end):
        if index < taken or sentence.lower(index) not in may_begin or sentence.quoted_at(index) is not None:
            continue
        cue = _phrase_cue(sentence, index) or _verb_cue(sentence, index) or _noun_cue(sentence, index)
        if cue is not None:
            taken = cue.end
            yield cue


@cache
def _first_words() -> frozenset[str]:
    """The words that a cue may begin with."""
    phrases = (parts[0] for parts in _before_source())
    return words("cues", "adverbs").union(phrases, verb_entries(), noun_entries())


@cache
def _before_source() -> list[list[str]]:
    """The phrases that stand before a source, word by word."""
    return [phrase.split() for phrase in sorted(words("cues", "before_source"))]


def _phrase_cue(sentence: Sentence, index: int) -> Cue | None:
    lower = sentence.lower(index)
    if lower in words("cues", "adverbs"):
        entry = CueEntry(kind=CueKind.ADVERB, lemma=lower, group="statement")
        return Cue(entry=entry, start=index, end=index + 1, group_start=index, form="RB")
    for parts in _before_source():
        if lower == parts[0] and all(sentence.lower(index + k) == part for k, part in enumerate(parts)):
            entry = CueEntry(kind=CueKind.BEFORE_SOURCE, lemma=" ".join(parts), group="statement")
            return Cue(entry=entry, start=index, end=index + len(parts), group_start=index, form="IN")
    return None


def _verb_cue(sentence: Sentence, index: int) -> Cue | None:
    found = phrase_at(sentence, index) if _is_verb(sentence, index) else None
    return verb_cue(sentence, index, found[1], found[0]) if found else None


def phrase_at(sentence: Sentence, index: int) -> tuple[CueEntry, int] | None:
    """The longest entry of a verb that stands at a token with its further words, and where these end."""
    ends = (
        (entry, _tail_end(sentence, index + 1, entry.tail)) for entry in verb_entries().get(sentence.lower(index), ())
    )
    return next(((entry, end) for entry, end in ends if end is not None), None)


def verb_cue(sentence: Sentence, index: int, end: int, entry: CueEntry) -> Cue:
    """A cue of a verb at a token, with what its auxiliaries tell."""
    start = group_start(sentence, index)
    group = [sentence.lower(k) for k in range(start, index)]
    form = _form(sentence, index)
    past_form = sentence.lower(index).endswith(("ed", "n", "t", "d")) or form == "VBN"
    infinitive = group[:1] == ["to"] or (form == "VB" and "to" in group)
    return Cue(
        entry=entry,
        start=index,
        end=end,
        group_start=start,
        passive=(past_form and _follows_be(group))
        or (form == "VBN" and not group and not _has_subject(sentence, index))
        or (entry.addressed and not group and _opens_passive(sentence, index))
        or (past_form and not group and _is_of_its_subject(sentence, index))
        or (past_form and not group and _shares_passive(sentence, index))
        or (past_form and not group and _is_aside(sentence, index, entry))
        or (not group and entry.lemma in words("cues", "no_infinitive") and _is_before_infinitive(sentence, index)),
        negated=any(word in NEGATIONS for word in group) or NOT_YET in pairwise(group),
        infinitive=infinitive,
        modal=next((k for k in range(start, index) if sentence.token(k).tag_ == "MD"), None),
        refused=_refusal(sentence, start) if infinitive or form == "VBG" else None,
        form=form,
    )


def _form(sentence: Sentence, index: int) -> str:
    """A verb's Penn tag, by its ending where it was taken for a noun."""
    tag, lower = str(sentence.token(index).tag_), sentence.lower(index)
    if not tag.startswith("N") or not (_is_no_noun(sentence, index) or _says_first(sentence, index)):
        return tag
    return "VBZ" if lower.endswith("s") else "VBP" if _follows_each(sentence, index) else "VBD"


def _says_first(sentence: Sentence, index: int) -> bool:
    """Whether a verb that is no name opens a sentence: `[Said] Ms Lee: “We won.”`."""
    return index == sentence.start and sentence.lower(index) in words("cues_grammar", "said_first")


def _is_no_noun(sentence: Sentence, index: int) -> bool:
    """Whether a form is one of a verb only, by its ending or subject: `denies`, `both deny`, but not `claims`."""
    lower = sentence.lower(index)
    return lower in _verb_forms_only() and (lower.endswith(("s", "ed")) or _follows_each(sentence, index))


def _follows_each(sentence: Sentence, index: int) -> bool:
    """Whether a verb in its bare form stands behind its subject: `which both [deny]`."""
    return sentence.lower(index - 1) in EACH and not sentence.lower(index).endswith(("s", "ed"))


@cache
def _verb_forms_only() -> frozenset[str]:
    return frozenset(form for lemma in words("cues_grammar", "only_verbs") for form in verb_forms(lemma))


def _refusal(sentence: Sentence, group: int) -> int | None:
    """Where a verb of refusing stands before `to say`, or `without` and `short of` before `saying`."""
    if sentence.lower(group) != "to":
        before = sentence.lower(group - 1)
        short = before == "of" and sentence.lower(group - 2) == "short"
        return group - 2 if short else group - 1 if before == "without" else None
    for index in range(group - 1, max(group - 2 - FURTHEST_REFUSAL, sentence.start - 1), -1):
        if sentence.lower(index) in REFUSALS:
            return index
        if sentence.quoted_at(index) is not None or sentence.token(index).pos_ in {"VERB", "AUX", "PUNCT", "SCONJ"}:
            return None
    return None


def group_start(sentence: Sentence, index: int) -> int:
    """Where the auxiliaries, adverbs and times before a verb begin: `[was last night] told`."""
    start = probe = index
    while probe > sentence.start and sentence.quoted_at(probe - 1) is None:
        probe -= 1
        token = sentence.token(probe)
        if token.lower_ in AUXILIARIES:
            start = probe
        elif token.tag_ not in {"RB", "RBR", "RP"} and not is_time(token.lower_) and token.lower_ not in EACH:
            break
    return start


def is_time(lower: str) -> bool:
    """Whether a word may tell when, between an auxiliary and its verb: `was [on Monday] told`."""
    return lower in BEFORE_VERB or lower.endswith("day")


def _follows_be(group: list[str]) -> bool:
    """Whether the last auxiliary is a form of be: was told, has been told, but not is having told."""
    auxiliaries = [word for word in group if word in AUXILIARIES and word not in NEGATIONS | {"to"}]
    return bool(auxiliaries) and auxiliaries[-1] in BE


def is_told_of(cue: Cue) -> bool:
    """Whether a participle stands behind whom it is told of, with no auxiliary: `a man [alleged] to have paid`."""
    return cue.passive and cue.group_start == cue.start and cue.entry.lemma in words("cues", "no_infinitive")


def _is_before_infinitive(sentence: Sentence, index: int) -> bool:
    """Whether a past form governs an infinitive: `the man [alleged] to have paid`, of whom somebody else tells."""
    past = sentence.token(index).tag_ in {"VBN", "VBD"}
    return past and sentence.lower(index + 1) == "to" and sentence.token(index + 2).tag_ == "VB"


def _has_subject(sentence: Sentence, index: int) -> bool:
    """Whether a past form may be a past tense: a noun, a pronoun or a conjunction stands close before it."""
    probe = index - 1
    while probe > sentence.start and sentence.token(probe).pos_ == "ADV":
        probe -= 1
    if probe < sentence.start:
        return False
    if sentence.quoted_at(probe) is not None:
        return sentence.token(index + 1).pos_ in INVERTED  # "“No,” [sobbed] Ann Lee"
    return sentence.token(probe).pos_ in BEFORE_PAST or sentence.lower(probe) in {",", ")"}


def _opens_passive(sentence: Sentence, index: int) -> bool:
    """Whether a past form that opens a sentence tells what somebody met with: `[Asked] if he knew, Mr Lee laughed`."""
    opens = index - sentence.start <= 1 and sentence.token(index).tag_ == "VBD"
    return opens and sentence.token(index + 1).pos_ not in INVERTED and not _has_subject(sentence, index)


def _is_of_its_subject(sentence: Sentence, index: int) -> bool:
    """Whether a past form tells what its subject met with: `a senator [accused] of fraud`, `[accused] by Ms Lee`."""
    follows = sentence.lower(index + 1)
    if follows == "by":
        return index + 2 < sentence.end and sentence.token(index + 2).ent_type_ not in {"DATE", "TIME"}
    return follows == "of" and sentence.lower(index) in words("cues_grammar", "passive_before_of")


def _shares_passive(sentence: Sentence, index: int) -> bool:
    """Whether a past form shares the auxiliary of a passive before it: `was handed a bill and [asked] to pay`.

    So does one in a list: `were harassed, [threatened] and sued`.
    """
    verb = sentence.token(index)
    to = index + 1 + (sentence.lower(index + 1) in NEGATIONS)
    wants = sentence.lower(to) == "to" and verb.lemma_.lower() in words("cues_grammar", "wanting")
    listed = sentence.lower(index - 1) == "," and sentence.lower(index + 1) in {",", "and", "or"}
    listed = listed and sentence.token(index + 2).tag_ != "VBG"  # "…, Ms Lee, a clerk, said, denying it"
    is_second = verb.dep_ == "conj" and not any(child.dep_ in SUBJECT_ARCS for child in verb.children)
    return (wants or listed) and is_second and any(child.dep_ == "aux:pass" for child in verb.head.children)


def _is_aside(sentence: Sentence, index: int, entry: CueEntry) -> bool:
    """Whether a past form tells of a subject between commas: `a man[, asked why,] left`, not `[, said Ms Lee,]`."""
    follows = sentence.token(index + 1).pos_ in {"PROPN", "DET", "NOUN", "PRON"}
    inverted = entry.lemma in words("cues_grammar", "quoting_verbs") and follows
    return not inverted and (aside_end(sentence, index) is not None or _is_cut_short(sentence, index))


def _is_cut_short(sentence: Sentence, index: int) -> bool:
    """Whether a past form stands in a clause without subject and auxiliary: `Ms Lee, when [told] of it, left`."""
    opens = sentence.lower(index - 1) in words("cues_grammar", "cut_short")
    return opens and (index - 1 == sentence.start or sentence.lower(index - 2) == ",")


def aside_end(sentence: Sentence, index: int) -> int | None:
    """The comma that ends what a verb tells between commas of its subject: `the office, [asked] why, said`."""
    before = index - 1 - _is_cut_short(sentence, index)
    if sentence.lower(before) != "," or sentence.token(before - 1).pos_ not in SUBJECTS:
        return None
    for probe in range(before - 1, sentence.start - 1, -1):
        token = sentence.token(probe)
        if token.tag_ in FINITE or sentence.quoted_at(probe) is not None:
            return None
        if token.lower_ in CLAUSE_WORDS and token.pos_ != "ADV":
            break
    commas = (k for k in range(index + 1, sentence.end - 1) if sentence.lower(k) == ",")
    return next((k for k in commas if sentence.quoted_at(k) is None and _goes_on_from(sentence, k + 1, index)), None)


def _goes_on_from(sentence: Sentence, verb: int, past: int) -> bool:
    """Whether a finite verb is that of a subject before a place, by what the parser knows of it."""
    token = sentence.token(verb)
    main = token.head if token.dep_ in AUXILIARY_ARCS else token
    return token.tag_ in FINITE and not any(child.dep_ in SUBJECT_ARCS and child.i > past for child in main.children)


def _tail_end(sentence: Sentence, index: int, tail: tuple[str, ...]) -> int | None:
    """Where a phrase's further words end, one adverb before them allowed."""
    if (
        tail
        and sentence.lower(index) != tail[0]
        and sentence.lower(index + 1) == tail[0]
        and sentence.token(index).pos_ == "ADV"
    ):
        index += 1
    for part in tail:
        if sentence.lower(index) != part or sentence.quoted_at(index):
            return None
        index += 1
    # "insisted on Monday that": the day is when, not what.
    return None if tail[-1:] == ("on",) and sentence.lower(index).endswith("day") else index


def is_firmly_noun(sentence: Sentence, index: int) -> bool:
    """Whether a word that may be noun or verb can be no verb where it stands: `after [claims] he lied`."""
    if sentence.lower(index) not in noun_entries():
        return False
    governed = sentence.lower(index - 1) in FIRM_BEFORE_NOUN or _opens_as_noun(sentence, index)
    return governed or _is_objects_plural(sentence, index) or is_past_place(sentence, index)


def _is_verb(sentence: Sentence, index: int) -> bool:
    """Whether a word that may be noun or verb is a verb here; its left neighbour may contradict its tag."""
    token = sentence.token(index)
    before = sentence.lower(index - 1)
    if is_firmly_noun(sentence, index):
        return False
    if token.tag_.startswith("V"):
        return not (token.tag_ == "VBN" and before in FIRM_BEFORE_NOUN)
    if token.tag_.startswith("N") or token.tag_ in {"JJ", "IN"}:
        if (_is_no_noun(sentence, index) and not token.ent_type_) or _says_first(sentence, index):
            return True
        if before in {"he", "she", "they", "who", "i", "we", "it", "to"}:
            return True
        if sentence.lower(index).endswith("ed"):
            return token.tag_ != "JJ"
        if sentence.lower(index + 1) == ":" and sentence.quoted_at(index + 2) is not None:
            return sentence.lower(index) not in noun_entries()
        return _agrees(sentence, index)
    return False


def _is_objects_plural(sentence: Sentence, index: int) -> bool:
    """Whether a verb or `to` governs a form with an s: `faces [claims] that he lied`, `turned to [claims] that …`."""
    before = sentence.token(max(index - 1, sentence.start))
    is_verb = before.tag_ in {"VBD", "VBZ", "VBP"} and before.pos_ == "VERB" and not before.ent_type_
    governed = before.i < index and (is_verb or before.lower_ == "to")
    return governed and sentence.lower(index).endswith("s") and sentence.lower(index + 1) in {"that", "of"}


def is_past_place(sentence: Sentence, index: int) -> bool:
    """Whether a verb stands before a word with a place between them: `defended in Parliament [claims] she lied`."""
    place = index - 2 - (sentence.token(max(index - 2, sentence.start)).pos_ == "DET")
    if place <= sentence.start or sentence.token(index - 1).pos_ not in {"NOUN", "PROPN"}:
        return False
    verb = sentence.token(place - 1)
    in_place = sentence.lower(place) in {"in", "at", "on"} and verb.pos_ == "VERB" and verb.tag_ != "VBG"
    return in_place and sentence.lower(index).endswith("s")


def _opens_as_noun(sentence: Sentence, index: int) -> bool:
    """Whether a word opens a sentence with what only follows a noun: `[Claims] that he lied were denied`."""
    opens = index == sentence.start and sentence.lower(index).endswith("s")
    return opens and sentence.token(index + 1).pos_ in {"SCONJ", "ADP", "CCONJ"}


def _agrees(sentence: Sentence, index: int) -> bool:
    """Whether a word tagged a noun agrees as a verb with the noun before it: `plotters claim that`, `she denies it`."""
    before = sentence.token(index - 1) if index > sentence.start else None
    if before is None or before.pos_ not in {"NOUN", "PROPN"}:
        return False
    is_plural = sentence.lower(index).endswith("s")
    follows = sentence.lower(index + 1)
    opens = follows == "that" or (follows in POINTERS and not sentence.lower(index + 2)[:1].isalnum())
    return opens and (before.tag_ in {"NNS", "NNPS"}) != is_plural


def _noun_cue(sentence: Sentence, index: int) -> Cue | None:
    entry = noun_entries().get(sentence.lower(index))
    token = sentence.token(index)
    before = sentence.lower(index - 1) in BEFORE_NOUN
    if entry is None or not (token.tag_.startswith("N") or before or is_firmly_noun(sentence, index)):
        return None
    return Cue(entry=entry, start=index, end=index + 1, group_start=index, form=str(token.tag_))
