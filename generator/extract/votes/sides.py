"""Extraction of votes: sentences that tell of no vote come in, those that say who took which side in one go out."""

import re
from collections.abc import Sequence
from functools import cache

from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.ballot import Ballot
from generator.extract.votes.cue import words
from generator.extract.votes.things import things
from generator.model.words import VoteStatus

# What is not, not yet or only in somebody's words a side that was taken, or was one in another vote.
OPEN = Pattern(
    r"\b(?:will|would|could|might|may|should|if|unless|whether|had|not|never|expected|says?|said|told|vow(?:ed|s)|promised"
    r"|threatened|last|previously|earlier|later|next|since|before|when)\b|n['’]t\b|['’]ll\b|[“”\"‘]",
    re.IGNORECASE,
)


def sided_with(ballots: Sequence[Ballot], stances: Sequence[tuple[int, Span]]) -> dict[int, list[Span]]:
    """The sentences that tell of sides taken in a vote, by its place among all: it was told of just before, alone.

    Args:
        ballots: the votes of an article.
        stances: the sentences that tell of sides and of nothing else, with their numbers.
    """
    found: dict[int, list[Span]] = {}
    ends: dict[int, list[int]] = {}
    for index, ballot in enumerate(ballots):
        ends.setdefault(ballot.last, []).append(index)
    for number, span in stances:
        votes = ends.get(number - 1, [])
        held = [i for i in votes if ballots[i].status is VoteStatus.HELD and not ballots[i].readings[0].cue.election]
        if len(votes) == 1 and held:
            found.setdefault(votes[0], []).append(span)
            ends[number] = votes
    return found


def tells_sides(text: str) -> bool:
    """Whether a sentence tells who took which side in what was voted on: "the Greens backed it, Mr Fry abstained"."""
    return _sides().search(text) is not None and OPEN.search(text) is None


@cache
def _sides() -> Pattern:
    taken = words([side for sides in lexicon("votes")["sides"].values() for side in sides])
    on = rf" (?:it|them|(?:the|that|this) (?:\w+ )?{things().pattern}|the (?:move|change|changes|text))"
    on += r"(?=[,.;]| and\b| while\b|$)"
    return Pattern(
        rf"\b(?:{taken})\b(?:{on})|\b(?:abstained|voted (?:in favou?r|against|for|yes|no))(?=[,.;]| and\b|$)"
    )
