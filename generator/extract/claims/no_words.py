"""Claims, before stage 7: a possible attribution comes in; whether its cue tells nobody's words goes out."""

from generator.extract.claims.attributions import people_nouns
from generator.extract.claims.cue_words import CueKind, noun_entries
from generator.extract.claims.cues import Cue
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import SUBJECT_ARCS, is_finite
from generator.extract.claims.sentences import Sentence
from generator.extract.lexicon import words
from generator.model.ids import fold

NOUNS = frozenset({"NOUN", "PROPN"})
LONGEST_PLACE = 4
"""Tokens from a noun of telling to the end of where it stood."""
DESCRIBING = frozenset({"ADJ", "ADV", "DET"})
ANSWERS = frozenset({"aye", "ayes", "nay", "nays", "no", "yes", "yea", "for", "against", "present", "abstain"})
"""What somebody votes, which may stand between quotation marks."""


def tells_no_words(draft: Draft, cue: Cue) -> bool:
    """Whether a cue only tells what happened: `the debate [concluded]`, `[called] the motion`, `[voted] “aye”`."""
    if cue.entry.kind is CueKind.SPEECH and (_is_noun(draft, cue) or _only_leads_up(draft, cue)):
        return True
    if _is_name(draft, cue) or _is_by_practice(draft, cue):
        return True
    called = cue.entry.lemma == "call" and (_calls_item(draft, cue) or _calls_names(draft, cue))
    return called or _votes(draft, cue) or _is_how(draft) or _comes_to_end(draft, cue) or _holds_out(draft, cue)


def _is_noun(draft: Draft, cue: Cue) -> bool:
    """Whether an unlisted word is no verb, and nothing is quoted: `the two [chambers] of parliament`."""
    before = range(max(cue.start - LONGEST_PLACE, draft.sentence.start), cue.start)
    of_claim = any(
        draft.sentence.lower(k) in noun_entries() for k in before
    )  # "allegations in a magazine that he lied"
    of_claim = of_claim and draft.sentence.lower(cue.end) == "that"
    return draft.sentence.token(cue.start).pos_ in NOUNS and not of_claim and not any(draft.quotes())


def _is_name(draft: Draft, cue: Cue) -> bool:
    """Whether a noun of telling is a capitalized part of a name: `at Mayor's [Questions] the day after`."""
    if cue.entry.kind is not CueKind.NOUN or cue.start == draft.sentence.start or any(draft.quotes()):
        return False
    return draft.sentence.token(cue.start).is_title and draft.sentence.token(cue.start - 1).tag_ == "POS"


def _only_leads_up(draft: Draft, cue: Cue) -> bool:
    """Whether an unlisted verb only tells when, and nothing is quoted: `as the row [grew]`, `when it [sat], …`."""
    if any(draft.quotes()) or draft.content[0][0] == cue.end:
        return False
    opening = draft.source is not None and draft.origin is None and draft.source[1] <= cue.start
    return opening and draft.sentence.lower((draft.source or (0, 0))[0] - 1) in words("cues_grammar", "clause_before")


def _is_by_practice(draft: Draft, cue: Cue) -> bool:
    """Whether a thing is only done as is the practice: `it went on as [per] procedure and would end by noon`."""
    practice = words("cues_grammar", "no_sources")
    near = range(cue.end, min(cue.end + 3, draft.sentence.end))
    return cue.entry.lemma == "as per" and any(draft.sentence.lower(k) in practice for k in near)


def _calls_item(draft: Draft, cue: Cue) -> bool:
    """Whether business only is called on: `called [the motion] to adjourn`; not `called the vote a sham`."""
    sentence = draft.sentence
    first = cue.end + (sentence.lower(cue.end) == "out")
    if cue.passive or any(draft.quotes()) or sentence.token(first).pos_ not in {"DET", "NOUN"}:
        return False
    past = first
    while past < sentence.end and sentence.token(past).pos_ in {"DET", "NOUN", "NUM", "ADJ"}:
        past += 1
    at = next((k for k in range(first, past) if sentence.document.lemmas[k] in words("cues_grammar", "business")), past)
    return at == past - 1 and sentence.token(min(past, sentence.end - 1)).pos_ not in DESCRIBING


def _calls_names(draft: Draft, cue: Cue) -> bool:
    """Whether nobody is told what somebody was called: `called each other [names]`."""
    start, end = draft.content[0]
    return start == cue.end and draft.sentence.lower(end - 1) == "names" and not any(draft.quotes())


def _votes(draft: Draft, cue: Cue) -> bool:
    """Whether it is told how somebody voted, in the word that they voted with: `25 members voted [“aye”]`."""
    sentence = draft.sentence
    if sentence.document.lemmas[cue.start] != "vote":
        return False
    told = [sentence.lower(k) for piece in draft.content for k in range(*piece) if sentence.token(k).is_alpha]
    said = [sentence.lower(k) for k in range(cue.end, min(cue.end + 2, sentence.end)) if sentence.quoted_at(k)]
    return bool(told) and (set(told) <= ANSWERS or any(word in ANSWERS for word in said))


def _is_how(draft: Draft) -> bool:
    """Whether all that is quoted is the adverb of another verb: `had been told [“mistakenly”] by them to say so`."""
    start, end = draft.content[0]
    plain = [k for k in range(start, end) if draft.sentence.token(k).is_alpha]
    alone = len(draft.content) == 1 and len(plain) == 1 and draft.order == "after"
    goes_on = alone and draft.sentence.lower(end) in {"by", "to", "that"}
    return goes_on and draft.sentence.lower(plain[0]).endswith("ly")


def _comes_to_end(draft: Draft, cue: Cue) -> bool:
    """Whether a gathering only comes to its end, with nothing that it concluded: `the vote had [concluded] on it`."""
    if cue.entry.lemma != "conclude" or draft.source is None or cue.passive:
        return False
    head = draft.sentence.document.lemmas[draft.source[1] - 1]
    clause = draft.sentence.lower(cue.end) == "that" or draft.shape.endswith("clause")
    return head in words("cues_grammar", "gatherings") and not (clause and _has_subject(draft.sentence, cue.end))


def _has_subject(sentence: Sentence, start: int) -> bool:
    """Whether a clause of its own follows a place."""
    near = (sentence.token(k) for k in range(start, min(start + 6, sentence.end)))
    return any(one.dep_ in SUBJECT_ARCS and is_finite(sentence, one.head.i) for one in near)


def _holds_out(draft: Draft, cue: Cue) -> bool:
    """Whether a thing only has something to give: `the ritual [offered] a bit of drama`."""
    if cue.entry.lemma != "offer" or cue.passive or any(draft.quotes()) or not draft.shape.endswith("noun"):
        return False
    sentence, (start, end) = draft.sentence, draft.source or (0, 0)
    head = next((k for k in range(start + 1, end) if sentence.token(k).pos_ == "ADP"), end) - 1
    noun = fold(sentence.token(head).lemma_) if start < end else ""
    known = words("acts", "unnamed") | words("acts", "bodies") | people_nouns()
    named = any(sentence.token(k).ent_type_ or sentence.token(k).pos_ == "PRON" for k in range(start, head + 1))
    return start < end and sentence.token(head).tag_ in {"NN", "NNS"} and not named and noun not in known
