"""Claims, before stage 7: what “denied” may be mistaken for; attributions come in, those that hold go out."""

from collections.abc import Iterable

from generator.extract.claims.cue_words import DENIAL
from generator.extract.claims.draft import Draft

GIVEN = frozenset({"DET", "NOUN", "ADJ", "PROPN"})


def without_misdenied(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, less those in which nobody denies, or in which the denied are taken for who goes on to speak."""
    held = [draft for draft in drafts if not _is_withheld(draft)]
    denials = [draft for draft in held if _is_denial(draft)]
    return [draft for draft in held if not any(_speaks_in(draft, denial) for denial in denials)]


def _is_withheld(draft: Draft) -> bool:
    """Whether somebody is kept from a thing, and nobody denies one: `were denied [the chance to speak]`."""
    cue, start = draft.cue, draft.content[0][0]
    if cue is None or not cue.passive or cue.entry.group != DENIAL or cue.entry.lemma != "deny":
        return False
    return start == cue.end and draft.sentence.token(start).pos_ in GIVEN and draft.sentence.quoted_at(start) is None


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
    goes_on = cue.form == "VBG" and draft.sentence.lower(cue.group_start - 1) == ","
    return goes_on and denied.end <= source[0] and denial.content[0][0] <= source[0] and source[1] < cue.start
