"""Extraction of votes: a verb of beating comes in, whether no candidate but a motion was beaten goes out."""

import re

from generator.extract.patterns import Pattern
from generator.extract.votes.things import things

# The subject of a passive verb of beating.
THE_BEATEN = Pattern(r"[^.;,]{0,150}(?:,[^.;,]{0,150},)? (?:was|were|had been|has been) (?:\w+ly )?$")
# A government that a house defeats, and nobody who stood.
A_GOVERNMENT = r"(?:government|ministers|administration|coalition|executive)"
THE_LOSER = Pattern(rf"\b{A_GOVERNMENT} (?:has been|have been|had been|was|were)(?: \w+)? $", re.IGNORECASE)
# A government that a motion is against, and that was not what was beaten: "a bid to unseat ministers was defeated".
AGAINST_IT = Pattern(
    r" (?:to \w+|against|in|of|from|by|on|towards)(?: (?:down|out|aside))? (?:the |this |that )?(?:[\w-]+ )?$"
)
# What is tried or moved against a side, which that side beats: "defeated the Labour challenge by 85 votes to 66".
A_MOVE = Pattern(
    r" (?:the|an?|this|that|another|[A-Z][\w.’'-]*['’]s?) (?:(?!leadership\b)[\w’'-]+ ){0,4}?"
    r"(?:challenge|bid|attempt|effort|revolt|rebellion|move|proposal|plan|opposition)\b"
    r"(?! (?:candidate|leader|party)\b)"
)
# Who lost an office by a vote of a house: "was ousted after the vote, passed by 30 votes to 15".
BY_A_VOTE = Pattern(
    r"(?: from (?:the |his |her |their )?[\w ]{2,30}?)? (?:in|by|after|through|following|with) (?:the|an?|that|this)"
    r" (?:[\w’'-]+ ){0,3}?(?:vote|motion)\b"
)
IT = Pattern(r"\b(?:it|which) (?:was|were|had been|has been) (?:\w+ly )?$", re.IGNORECASE)


def loses(text: str, at: int) -> bool:
    """Whether a government is what was beaten, and not a motion that was brought against it."""
    loser = THE_LOSER.search(text, 0, at)
    return loser is not None and not (
        AGAINST_IT.search(text, 0, loser.start()) and things().search(text, 0, loser.start())
    )


def beats_a_motion(text: str, match: re.Match[str]) -> bool:
    """Whether what was beaten is a motion and no candidate: "an attempt to remove him was defeated"."""
    beaten = THE_BEATEN.search(text, 0, match.start())
    if any(way.match(text, match.end()) for way in (A_MOVE, BY_A_VOTE)):
        return True
    if THE_LOSER.search(text, 0, match.start()):
        return True
    return beaten is not None and (IT.search(beaten.group()) or things().search(beaten.group())) is not None
