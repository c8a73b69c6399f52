"""Claims, before stage 7: attributions that others of the same sentence rule out; drafts come in, the rest goes out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.extract.claims.cue_words import DENIAL
from generator.extract.claims.cutting import ends_in_teller
from generator.extract.claims.doers import beside_of, writer_of
from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import FINITE, RELATIVES, Range, is_finite
from generator.extract.claims.phrases import before_then
from generator.extract.claims.subjects import charged_in_list
from generator.extract.lexicon import words

OBJECTS = frozenset({"obj", "dobj", "pobj", "obl", "nmod", "conj"})
GIVEN = frozenset({"DET", "NOUN", "ADJ", "PROPN"})


def without_misread(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, less those in which nobody denies, or somebody else of the sentence is taken for who speaks."""
    held = [_by_writer(draft) for draft in drafts if not (_is_withheld(draft) or _is_topic(draft))]
    denials: dict[int, list[Draft]] = {}
    for draft in filter(_is_denial, held):
        denials.setdefault(id(draft.sentence), []).append(draft)
    subjects = {_verb(draft): draft for draft in held if _is_in_clause(draft)}
    told_inside = {_first_word(draft): _verb(draft) for draft in subjects.values() if _follows_verb(draft)}
    besides = {_verb(draft) for draft in held if draft.source is not None and not _is_mere_object(draft)}
    named = {(_verb(draft), draft.source[1]) for draft in held if draft.source is not None and _begins_named(draft)}
    cut_short = {(_verb(draft), before) for draft in held if (before := _before_name(draft)) is not None}
    tellers = {_verb(draft): draft.source for draft in held if _tells_at_end(draft)}
    return [
        draft
        for draft in held
        if tellers.get(_verb(draft), draft.source) == draft.source
        and not any(_speaks_in(draft, denial) for denial in denials.get(id(draft.sentence), ()))
        and not _is_outside(draft, subjects)
        and told_inside.get(_first_word(draft), _verb(draft)) == _verb(draft)
        and not (_is_mere_object(draft) and _verb(draft) in besides)
        and not (draft.source is not None and (_verb(draft), draft.source) in cut_short)
        and not (_is_apposed(draft) and draft.source is not None and (_verb(draft), draft.source[1]) in named)
    ]


def _is_withheld(draft: Draft) -> bool:
    """Whether somebody is kept from a thing, and nobody denies one: `were denied [the chance to speak]`."""
    cue, start = draft.cue, draft.content[0][0]
    if cue is None or not cue.passive or cue.entry.group != DENIAL or cue.entry.lemma != "deny":
        return False
    return start == cue.end and draft.sentence.token(start).pos_ in GIVEN and draft.sentence.quoted_at(start) is None


def _is_topic(draft: Draft) -> bool:
    """Whether a participle only tells what others spoke or did something about: `talked to him about [denying] it`."""
    cue = draft.cue
    return cue is not None and cue.form == "VBG" and draft.sentence.lower(cue.group_start - 1) in {"about", "on"}


def _is_denial(draft: Draft) -> bool:
    named = draft.source is not None and draft.origin is None
    return named and draft.cue is not None and draft.cue.entry.group == DENIAL and draft.order == "after"


def _speaks_in(draft: Draft, denial: Draft) -> bool:
    """Whether a source stands in what another one denies and not who denies it speaks on behind its comma.

    `Ms Lee rejected claims that [Mr Hale] had lied, saying …`: it is Ms Lee who says it.
    """
    cue, source, denied = draft.cue, draft.source, denial.cue
    if cue is None or source is None or denied is None or draft.sentence is not denial.sentence or draft.origin:
        return False
    if beside_of(draft.sentence, cue) is not None:
        return False  # "rejected the plan, with Mr Hale, the mayor, saying …": he does
    before = draft.sentence.lower(cue.group_start - 1)
    # "rejected her charge that Mr Hale had lied and [said] …": what was denied lies further back
    had = before == "and" and cue.form == "VBD" and draft.sentence.lower(source[1]) == "had"
    goes_on = had or (cue.form == "VBG" and before == ",")
    return goes_on and denied.end <= source[0] and denial.content[0][0] <= source[0] and source[1] < cue.start


def _is_in_clause(draft: Draft) -> bool:
    """Whether somebody right before their verb opens a clause of time: `hours after [Ms Lee] announced`.

    So does who is told by office alone, whose past tense may be taken for a participle: `after [the premier] accused`.
    """
    cue, source, sentence = draft.cue, draft.source, draft.sentence
    if cue is None or source is None or draft.origin is not None:
        return False
    apposed = sentence.lower(source[1]) == "," and any(sentence.lower(at) == "," for at in range(*source))
    if source[1] + apposed != cue.group_start:
        return False
    last = sentence.token(source[1] - 1)
    person = last.ent_type_ == "PERSON" or last.pos_ == "PRON"
    by_office = not apposed and last.lower_ in words("acts", "presiding") | words("acts", "unnamed_person")
    told = cue.form in FINITE or (by_office and cue.form == "VBN" and not cue.passive)
    return (person or by_office) and told and sentence.lower(source[0] - 1) in words("cues_grammar", "clause_before")


def _tells_at_end(draft: Draft) -> bool:
    """Whether somebody tells the whole sentence at its end: `…, noted [The Courier]`."""
    cue = draft.cue
    ends = cue is not None and draft.order == "before" and ends_in_teller(draft.sentence, cue.start - 1)
    return ends and draft.source is not None and cue is not None and draft.source[0] == cue.end


def _before_name(draft: Draft) -> Range | None:
    """What a source is without the name that follows its comma: `[the mayor's boss], lobbyist Ann Lee, said`."""
    source, sentence = draft.source, draft.sentence
    if source is None or sentence.lower(source[1]) != ",":
        return None
    if not any(sentence.token(k).ent_type_ == "PERSON" for k in (source[1] - 2, source[1] - 1)):
        return None  # "…, Ann Lee", "…, Ann Lee TD"
    comma = next((k for k in range(source[1] - 1, source[0], -1) if sentence.lower(k) == ","), None)
    end = None if comma is None else before_then(sentence, comma)
    if end is None or sentence.token(end - 1).pos_ != "NOUN" or sentence.token(end - 1).ent_type_:
        return None
    return source[0], end


def _by_writer(draft: Draft) -> Draft:
    """A draft with whoever wrote what tells it as its source, or who is charged with it.

    So in `criticised by [Ms Lee] in a letter calling him …` and in `accused [Mr Hale] of acting rudely and telling`.
    """
    if draft.cue is None or draft.origin is not None:
        return draft
    writer = writer_of(draft.sentence, draft.cue) or charged_in_list(draft.sentence, draft.cue)
    return draft if writer is None else replace(draft, source=writer)


def _verb(draft: Draft) -> int:
    """The offset of a draft's cue in its article, -1 where it has none."""
    return draft.sentence.token(draft.cue.start).idx if draft.cue is not None else -1


def _first_word(draft: Draft) -> int:
    """The offset of the first word that a draft tells: of two verbs only the nearer tells what follows both."""
    return draft.sentence.token(draft.content[0][0]).idx


def _follows_verb(draft: Draft) -> bool:
    return draft.cue is not None and draft.cue.end <= draft.content[0][0]


def _is_outside(draft: Draft, subjects: Mapping[int, Draft]) -> bool:
    """Whether a source stands before such a clause, past a verb of its own: `[He] named her after Ms Lee announced`."""
    inside = subjects.get(_verb(draft))
    if inside is None or inside.source is None or draft.source is None or draft.origin is not None:
        return False
    between = range(draft.source[1], inside.source[0])
    own = any(is_finite(draft.sentence, at) for at in between)
    return own and not any(draft.sentence.lower(at) in RELATIVES for at in between)


def _is_mere_object(draft: Draft) -> bool:
    """Whether a thing right before a participle is what the sentence did something to: `deleted [texts] – saying …`."""
    cue, source, sentence = draft.cue, draft.source, draft.sentence
    if cue is None or source is None or draft.origin is not None or cue.form != "VBG":
        return False
    marked = sentence.lower(source[1]) in {",", "–", "—", "-"}
    if source[1] + marked != cue.group_start or sentence.lower(source[0] - 1) in {"with", "by", "to"}:
        return False
    head = sentence.token(source[1] - 1)
    named = any(
        sentence.token(at).ent_type_ in {"PERSON", "ORG"} or sentence.token(at).pos_ == "PRON" for at in range(*source)
    )
    return not named and head.dep_ in OBJECTS


def _begins_named(draft: Draft) -> bool:
    """Whether a source begins with a person's name: `[Ann Lee, the head of the council], said`."""
    return draft.source is not None and draft.origin is None and _is_person(draft, draft.source[0])


def _is_apposed(draft: Draft) -> bool:
    """Whether only what somebody is was taken for the source, behind the name: `Ann Lee, [the head of it], said`."""
    if draft.source is None or draft.origin is not None or draft.sentence.lower(draft.source[0] - 1) != ",":
        return False
    return not _begins_named(draft) and _is_person(draft, draft.source[0] - 2)


def _is_person(draft: Draft, at: int) -> bool:
    return at >= draft.sentence.start and draft.sentence.token(at).ent_type_ == "PERSON"


def ended_at_others(drafts: Sequence[Draft]) -> list[Draft]:
    """Attributions that are believed, each ended where somebody named before it goes on to speak.

    `The board rejected Ann Lee's claim that [he had left] and said …`: what the board said is no part of her claim.
    """
    joined = [draft for draft in drafts if draft.cue is not None and _joins(draft)]
    return [_ended(draft, joined) for draft in drafts]


def _joins(draft: Draft) -> bool:
    named = draft.source is not None and draft.origin is None
    return named and draft.cue is not None and draft.sentence.lower(draft.cue.group_start - 1) in {"and", "but"}


def _ended(draft: Draft, joined: Sequence[Draft]) -> Draft:
    if draft.cue is None or len(draft.content) > 1:
        return draft
    start, end = draft.content[0]
    for other in joined:
        if other.sentence is not draft.sentence or other.cue is None or other.source is None:
            continue
        joint = other.cue.group_start - 1
        if other.source != draft.source and other.source[1] <= draft.cue.start < start < joint < end:
            return replace(draft, content=((start, joint),))
    return draft
