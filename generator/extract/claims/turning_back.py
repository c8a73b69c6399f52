"""Claims and their answers: two claims come in, whether the one turns a charge on whoever made it goes out."""

import re

from generator.extract.claims.telling import NEGATION, Told
from generator.model.ids import fold

CLEFT = re.compile(
    r"(?:that )?it (?:was|is|had been) (?P<who>(?:(?!\b(?:not|never)\b)[\w.’' -]){2,50}?) (?:who|that)\b", re.IGNORECASE
)
"""How somebody says who it was that did a thing: `it was [Ms Lee] who had lied`."""
THIRD = frozenset({"he", "she", "they"})


def turns_back(one: Told, other: Told) -> bool:
    """Whether a claim only charges whoever made another in turn: `She said it was [he] who had lied`.

    That denies nothing: both may have lied.
    """
    cleft = CLEFT.match(one.content)
    if cleft is None or NEGATION.search(one.content):
        return False
    start = one.claim.content[0][0] + cleft.start("who")
    end = start + len(cleft["who"])
    charged = {mention.entity for mention in one.cast.within((start, end)) if mention.entity is not None}
    if charged:
        return other.claim.speaker in charged
    who = fold(cleft["who"])
    if who in THIRD:
        return one.source in THIRD - {who}
    return who.split()[-1] in {word.removesuffix("'s").removesuffix("’s") for word in other.source_tokens}
