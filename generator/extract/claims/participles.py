"""Claims, stage 8: believed drafts come in, a participle right behind who tells something goes out as told by them.

So in `Mr Lee has been paid, a clerk, Ann Rowe, [said, denying] it`: where the rules take another clause's subject for
the participle's, the verb before its comma knows better.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.extract.claims.draft import Draft
from generator.extract.claims.grammar import FINITE

ASIDES = frozenset({"ADJ", "ADP", "DET", "NOUN", "NUM", "PROPN"})
LONGEST_ASIDE = 5
"""Tokens between the two: `said [on Monday night], denying it`."""


def told_together(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The same drafts, those of a participle with the source of the verb that stands before its comma."""
    told = list(drafts)
    tellers = {one.cue.end: one for one in told if one.cue and one.cue.form in FINITE and one.source is not None}
    for one in told:
        teller = _teller(one, tellers)
        yield one if teller is None else replace(one, source=teller.source)


def _teller(draft: Draft, tellers: dict[int, Draft]) -> Draft | None:
    """Who tells what a participle tells; None where it stands behind no such verb, or has a quotation in between."""
    cue, sentence = draft.cue, draft.sentence
    if cue is None or cue.form != "VBG" or cue.group_start != cue.start or sentence.lower(cue.start - 1) != ",":
        return None
    end = cue.start - 1
    while cue.start - end <= LONGEST_ASIDE and end not in tellers and _is_aside(draft, end - 1):
        end -= 1
    teller = tellers.get(end)
    same = teller is not None and teller.sentence.start == sentence.start and draft.origin is teller.origin
    return teller if same else None


def _is_aside(draft: Draft, index: int) -> bool:
    """Whether a token may tell when, where or to whom something was said."""
    return draft.sentence.token(index).pos_ in ASIDES and draft.sentence.quoted_at(index) is None
