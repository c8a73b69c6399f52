"""Extraction of votes: what sentences bring up comes in, what later words for it mean and how that went goes out."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import chain

from generator.extract.patterns import Pattern
from generator.extract.votes.antecedents import Antecedent
from generator.extract.votes.counts import find_tallies
from generator.extract.votes.cues import find_cues
from generator.extract.votes.modality import is_mooted
from generator.extract.votes.motion import is_occasion
from generator.extract.votes.motion_before import DANGLING, DONE
from generator.extract.votes.reading import Reading
from generator.extract.votes.things import thing_phrases, things
from generator.model.words import Result, VoteStatus

DEFINITE = Pattern(
    rf"(?<!\d of )\b(?:the|that|this|its|their|his|her)\s(?:[\w’'-]+\s){{0,2}}?{things().pattern}", re.IGNORECASE
)


@dataclass
class BroughtUp:
    """What sentences bring up, read only once something points back at it: most tell of no vote, nor do those near."""

    _read: list[Antecedent] = field(default_factory=list)
    _unread: list[Callable[[], Iterable[Antecedent]]] = field(default_factory=list)

    def add(self, bring_up: Callable[[], Iterable[Antecedent]]) -> None:
        """Take what gives the words of a further sentence."""
        self._unread.append(bring_up)

    def all(self) -> list[Antecedent]:
        """All that was brought up, in order."""
        self._read += chain.from_iterable(bring_up() for bring_up in self._unread)
        self._unread.clear()
        return self._read


def told_in(text: str) -> Result | None:
    """How what a sentence tells of went, where the figures follow in the next: "MPs backed the Bill. The vote was"."""
    if find_tallies(text):
        return None
    cues = [cue for cue in find_cues(text) if cue.status is VoteStatus.HELD and not cue.election]
    told = {cue.result for cue in cues if cue.result and not is_mooted(text, cue)}
    return next(iter(told)) if len(told) == 1 else None


def definite(reading: Reading) -> str | None:
    """The words that point back at a motion ("the amendment") where nothing before tells which."""
    text = reading.clause.text
    told = reading.status is VoteStatus.PLANNED or reading.tally or (reading.result and reading.body)
    loose = [match.group() for match in DEFINITE.finditer(text)] if told else []
    named = [*thing_phrases(text), *loose]
    words = next((words for words in named if not is_occasion(text, words)), next(iter(named), None))
    return DANGLING.sub("", DONE.sub("", words)) if words else None
