"""Extraction of votes: the cues and counts of a sentence come in, those of one vote go out together."""

import re
from dataclasses import dataclass
from functools import cache

from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.votes.counts import Tally
from generator.extract.votes.cue import Cue, words
from generator.model.words import Result, VoteStatus

NEAR = 45


@dataclass(frozen=True)
class Told:
    """The cues of one vote in a sentence, the nearest to its counts first, and the counts."""

    cues: tuple[Cue, ...]
    tally: Tally | None = None

    @property
    def span(self) -> Span:
        """From the first of the words to the last."""
        spans = [cue.span for cue in self.cues] + ([self.tally.span] if self.tally else [])
        return (min(start for start, _ in spans), max(end for _, end in spans))

    @property
    def leading(self) -> Cue:
        """The cue that says most: one with a result, by its sureness and nearness."""
        return min(
            self.cues, key=lambda cue: (cue.result is None, cue.result is Result.TIED, not cue.sure, self._rank(cue))
        )

    def _rank(self, cue: Cue) -> int:
        return self.cues.index(cue)

    @property
    def result(self) -> Result | None:
        """How the vote ended, as the cue nearest to the counts says; a tie is broken by any other result."""
        results = [cue.result for cue in self.cues if cue.result]
        settled = [result for result in results if result is not Result.TIED]
        if self.tally and self.tally.first == self.tally.second and not settled:
            return Result.TIED
        return (settled or results or [None])[0]

    @property
    def survived(self) -> bool:
        """Whether somebody is said to have come through the vote."""
        return any(cue.survived for cue in self.cues)


def group(cues: list[Cue], tallies: list[Tally], text: str) -> list[Told]:
    """Put the cues of one vote together: each pair of counts is a vote, and so is each other status."""
    held = [cue for cue in cues if cue.status is VoteStatus.HELD]
    told = _one_a_status([cue for cue in cues if cue.status is not VoteStatus.HELD])
    if tallies and held:
        told += _by_tally(held, tallies)
    elif supported := [cue for cue in held if _supported(cue, text)]:
        told.append(Told(tuple(sorted(supported, key=lambda cue: (not cue.sure, cue.span)))))
    return sorted(told, key=lambda part: part.span)


def _by_tally(held: list[Cue], tallies: list[Tally]) -> list[Told]:
    owned: dict[int, list[Cue]] = {}
    for cue in held:
        index = min(range(len(tallies)), key=lambda i: _distance(cue.span, tallies[i].span))
        owned.setdefault(index, []).append(cue)
    told = []
    for index, tally in enumerate(tallies):
        mine = owned.get(index) or owned[min(owned, key=lambda other: abs(other - index))]
        told.append(Told(tuple(sorted(mine, key=lambda cue: _distance(cue.span, tally.span))), tally))
    return told


def _one_a_status(cues: list[Cue]) -> list[Told]:
    statuses = dict.fromkeys(cue.status for cue in cues)
    return [Told(tuple(cue for cue in cues if cue.status is status)) for status in statuses]


def _distance(cue: Span, tally: Span) -> int:
    if cue[1] <= tally[0]:
        return tally[0] - cue[1]
    return 2 * (cue[0] - tally[1]) if cue[0] >= tally[1] else 0


def _supported(cue: Cue, text: str) -> bool:
    """Whether a held vote's cue without counts tells of a vote: by itself, or by the manner of voting beside it."""
    return cue.sure or _manner().search(text[max(0, cue.span[0] - NEAR) : cue.span[1] + 2 * NEAR]) is not None


@cache
def _manner() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words(lexicon('votes')['manner'])})\b", re.IGNORECASE)
