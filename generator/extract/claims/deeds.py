"""Claims, before stage 7: a possible attribution comes in; whether it only tells what somebody did goes out.

`accepted £40,000` and `threatened two members` are deeds that others tell of: never the words of whoever did them.
"""

from collections.abc import Sequence

from generator.extract.claims.attributions import people_nouns
from generator.extract.claims.cue_words import noun_entries
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import SUBJECT_ARCS, TITLES, opens_with_clause
from generator.extract.claims.phrases import PLAIN_PHRASE
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words
from generator.extract.tokens import Token
from generator.model.ids import fold

LONGEST_CALLED = 5
"""Tokens of who is called to give evidence."""


def is_only_acting(draft: Draft, cue: Cue) -> bool:
    """Whether a verb only tells what somebody does, or how it looks: `voted to cut it`, `appeared to abstain`."""
    return draft.sentence.document.lemmas[cue.start] in words("cues", "acting") and not any(draft.quotes())


def is_deed(draft: Draft, cue: Cue) -> bool:
    """Whether it is told what somebody did, and no words: what they voted for, took, or did to somebody."""
    if is_only_acting(draft, cue) or _is_for_comment(draft, cue):
        return True
    if _holds_object(draft, cue) or _calls_together(draft, cue):
        return True
    if not draft.shape.endswith("noun") or cue.passive or any(draft.quotes()) or len(draft.content) > 1:
        return False
    sentence, (start, end) = draft.sentence, draft.content[0]
    if start < cue.end:
        return False
    told = [sentence.token(k) for k in range(start, end)]
    if _is_called_at(sentence, cue, start, end):
        return True
    if cue.entry.lemma in words("cues_grammar", "done_face_to_face") and _is_only_named(told):
        return True
    if cue.entry.lemma in words("cues_grammar", "done_to_people"):
        return not any(token.lemma_.lower() in words("cues_grammar", "things_threatened") for token in told)
    if cue.entry.lemma == "claim" and sentence.lower(cue.end) == "for":
        return True  # "had claimed for a razor"
    if cue.entry.lemma == "contest":
        return any(token.lower_.removesuffix("s") in words("cues_grammar", "contests") for token in told)
    things = words("cues_grammar", "things_taken") | words("cues_grammar", "money")
    taken = any(token.lower_ in things or token.lemma_.lower() in things for token in told)
    return cue.entry.lemma in words("cues_grammar", "taking") and taken


def _is_only_named(told: Sequence["Token"]) -> bool:
    """Whether words are only of a person's name, or stand for one, before where or when: `[Mr Hale] on Friday`."""
    end = next((at for at, token in enumerate(told) if token.dep_ == "case"), len(told))
    return end > 0 and all(
        token.ent_type_ == "PERSON" or token.lower_ in TITLES or token.tag_ == "PRP" for token in told[:end]
    )


def _holds_object(draft: Draft, cue: Cue) -> bool:
    """Whether a thing is only done something with, whatever follows: `after [holding] a vote appeared likely`."""
    if cue.form != "VBG" or cue.entry.lemma not in words("cues", "deeds") or any(draft.quotes()):
        return False
    objects = (child.i for child in draft.sentence.token(cue.start).children if child.dep_ == "obj")
    return draft.order == "after" and any(a <= at < b for at in objects for a, b in draft.content)


def _calls_together(draft: Draft, cue: Cue) -> bool:
    """Whether people are only called together: `calling [a meeting] for Friday`, `[the vote] was called by Labour`."""
    if cue.entry.lemma != "call" or any(draft.quotes()):
        return False
    sentence = draft.sentence
    if cue.passive:
        called = [child for child in sentence.token(cue.start).children if child.dep_ == "nsubj:pass"]
        return sentence.token(cue.end).pos_ == "ADP" and any(_is_gathering(noun.lemma_) for noun in called)
    if sentence.token(cue.end).pos_ in {"DET", "NUM", "ADJ", "NOUN"} and _calls_witness(sentence, cue.end):
        return True
    first = cue.end + (sentence.lower(cue.end) in {"a", "an", "another"})
    rest = range(first, sentence.end)
    past = next((k for k in rest if sentence.token(k).pos_ not in {"ADJ", "NOUN", "NUM"}), sentence.end)
    return first > cue.end and past > first and _is_gathering(sentence.token(past - 1).lemma_)


def _calls_witness(sentence: Sentence, start: int) -> bool:
    """Whether who is called is to give evidence: `called [a number of witnesses]`."""
    for index in range(start, min(start + LONGEST_CALLED, sentence.end)):
        if sentence.token(index).pos_ not in PLAIN_PHRASE | {"ADP"}:
            return False
        if sentence.document.lemmas[index] == "witness":
            return True
    return False


def _is_gathering(lemma: str) -> bool:
    return lemma.lower() in words("cues_grammar", "gatherings")


def _is_called_at(sentence: Sentence, cue: Cue, start: int, end: int) -> bool:
    """Whether what follows is only at whom somebody spoke: `shouted at [two clerks] and left`."""
    at = next((k for k in (start, start - 1) if k >= cue.end and sentence.lower(k) == "at"), None)
    if at is None or "at" in cue.entry.tail:
        return False
    while at + 1 < end and sentence.token(at + 1).pos_ in {"DET", "NUM", "ADJ"}:
        at += 1
    noun = sentence.token(at + 1)
    heard = noun.pos_ == "PRON" or is_somebody(sentence, at + 1, end) or noun.lemma_.lower() in people_nouns()
    return heard and (noun.dep_, noun.head.i) == ("obl", cue.start)


def _is_for_comment(draft: Draft, cue: Cue) -> bool:
    """Whether a paper only asks somebody to speak: `asked the firm for [comment]`, `sought [a reaction] from it`."""
    (start, end), sentence = draft.content[0], draft.sentence
    if cue.entry.lemma.split()[0] not in words("cues_grammar", "approaching") or start < cue.end or any(draft.quotes()):
        return False
    verb = next((k for k in range(start, end) if sentence.token(k).pos_ in {"AUX", "VERB"}), end)
    return any(sentence.lower(k) in words("cues_grammar", "comments_asked_for") for k in range(start, verb + 1))


def is_done(draft: Draft, cue: Cue) -> bool:
    """Whether a verb that is none of saying takes a thing or is what is claimed: `took it`, `the claim he [paid]`."""
    sentence, start = draft.sentence, draft.source[0] if draft.source is not None else cue.group_start
    noun = sentence.lower(start - 1 - (sentence.lower(start - 1) == "that"))
    if noun in noun_entries() or noun in words("cues_grammar", "denied_nouns"):
        return True
    objects = [child.i for child in sentence.token(cue.start).children if child.dep_ == "obj"]
    return not any(draft.quotes()) and any(a <= at < b for at in objects for a, b in draft.content)


def may_be_anothers(draft: Draft, cue: Cue) -> bool:
    """Whether it is open who does what follows a paper's words: `the memo says he paid and [refused] to stop`."""
    sentence = draft.sentence
    if draft.source is None or not draft.shape.endswith("infinitive") or sentence.token(cue.start).dep_ != "conj":
        return False
    named = {fold(sentence.lower(k)) for k in range(*draft.source)}
    between = range(draft.source[1], cue.group_start)
    return not named.isdisjoint(words("acts", "papers")) and any(
        sentence.token(k).dep_ in SUBJECT_ARCS for k in between
    )


def is_shown(draft: Draft, cue: Cue) -> bool:
    """Whether a film shows a thing, or another than its source saying it.

    So in `[the clip] shows her leaving` and `the clip, put out by [the firm], shows a man saying`.
    """
    sentence = draft.sentence
    if draft.source is not None and cue.entry.lemma in words("cues_grammar", "picturing") and draft.order == "after":
        is_film = sentence.lower(draft.source[1] - 1) in words("cues_grammar", "films")
        return is_film and not draft.shape.startswith("that-") and sentence.lower(draft.content[0][0] - 1) != "that"
    if cue.form != "VBG" or draft.source is None:
        return False
    between = range(draft.source[1], cue.start)
    films = [sentence.token(k) for k in between if sentence.document.lemmas[k] in words("cues_grammar", "picturing")]
    return any(
        child.dep_ == "obj" and child.i in between and is_somebody(sentence, child.i, child.i + 1)
        for film in films
        for child in film.children
        if not any(one.dep_ in SUBJECT_ARCS and one.i in range(*draft.source) for one in film.children)
    )


def names_hearer(draft: Draft, cue: Cue) -> bool:
    """Whether what follows is only whom the words went to: `had warned [the minister in writing]`."""
    if not cue.entry.addressed or cue.passive or not draft.shape.endswith("noun") or any(draft.quotes()):
        return False
    sentence, (start, end) = draft.sentence, draft.content[0]
    heard = [child.i for child in sentence.token(cue.start).children if child.dep_ == "obj"]
    return start == cue.end and any(start <= at < end and is_somebody(sentence, at, at + 1) for at in heard)


def is_somebody(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a phrase is of people or bodies: `two colleagues`, but not `omission`."""
    last = next((k for k in range(start, end) if sentence.token(k).pos_ not in PLAIN_PHRASE), end) - 1
    token = sentence.token(last)
    known = words("acts", "unnamed") | words("acts", "unnamed_person") | words("acts", "bodies")
    return bool(token.ent_type_) or fold(token.text) in known


def is_by_rule(draft: Draft, cue: Cue) -> bool:
    """Whether it is told by what a thing is done, and by nobody: `all was done [according] to the rules`."""
    is_rule = draft.source is not None and draft.sentence.lower(draft.source[1] - 1) in words(
        "cues_grammar", "no_sources"
    )
    return is_rule and draft.sentence.lower(cue.start) == "according"


def only_leads_up(draft: Draft, cue: Cue) -> bool:
    """Whether a verb ends the clause that a sentence opens with, and what follows is no words: `Once it [ended], …`."""
    sentence, before = draft.sentence, range(draft.sentence.start, cue.start)
    opens = opens_with_clause(sentence) and sentence.lower(sentence.start) != "as"
    ends = sentence.lower(cue.end) == "," and draft.content[0][0] == cue.end + 1
    return opens and ends and not any(sentence.lower(k) == "," for k in before)
