"""Extraction of votes: what a vote is while its tellings are put together: its readings, and what they come to."""

import re
from dataclasses import dataclass, field

from generator.extract.findings import TimeFinding
from generator.extract.patterns import Pattern
from generator.extract.votes.counts import counts_of
from generator.extract.votes.days import is_day
from generator.extract.votes.reading import UNTOLD, Reading
from generator.extract.votes.things import strict_things, things
from generator.model.ids import fold
from generator.model.records import Counts
from generator.model.words import Result, VoteStatus

STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "in",
        "on",
        "to",
        "and",
        "or",
        "at",
        "by",
        "that",
        "which",
        "with",
        "its",
        "his",
        "her",
        "their",
        "be",
        "would",
        "new",
        "elected",
        "re-elected",
    ]
)
MOST_TOLD = 20
"""Tellings of one vote that are looked at, so that a long article takes no longer a word."""

# What was voted on, by no more than its kind.
THE_KIND = Pattern(
    r"(?:the|that|this)(?: (?:\w+ial|\w+ous|whole|final|entire|amended|new|landmark))?"
    r" (?:amendment|motion|measure|resolution|proposal|bill|plan|nomination|nominee|legislation)",
    re.IGNORECASE,
)
# What fails with more votes for it than against: only a body that "voted 22-18 to convict" tells which figure is whose.
NEEDS_MORE = Pattern(
    r"\boverr(?:ide|iding|idden)\b|\bveto(?:ed)?\b"
    r"|\b(?:two[- ]thirds|three[- ](?:fifths|quarters)|super-?majority|short of)\b",
    re.IGNORECASE,
)

# What kills a motion that had its majority; one that is to be overridden has none of its own.
VETO = Pattern(r"^(?!.*\boverr(?:ide|iding|idden)\b).*\bveto(?:ed)?\b", re.IGNORECASE | re.DOTALL)
FOR_IT = Pattern(
    r"\d ?(?:[–-]|to) ?\d+(?: votes?)? in favou?r\b|\b(?:won|had|got|secured|gained) an? (?:\w+ )?majority\b",
    re.IGNORECASE,
)


@dataclass
class Ballot:
    """One vote as told so far, and the numbers of the sentences that told of it first and last."""

    readings: list[Reading] = field(default_factory=list)
    first: int = 0
    last: int = 0
    called_off: bool = False
    moved: bool = False

    def add(self, reading: Reading, number: int) -> None:
        """Take a further telling, with the number of its sentence."""
        self.readings.append(reading)
        self.last = number
        self.called_off |= reading.status is VoteStatus.CALLED_OFF
        self.moved |= reading.cue.moved

    @property
    def known(self) -> list[Reading]:
        """The tellings by which further ones are known: after so many nothing new is told of a vote."""
        return self.readings[:MOST_TOLD]

    @property
    def status(self) -> VoteStatus:
        """The status that all tellings have, but that a vote to come may be called off; one that is moved is not."""
        return VoteStatus.CALLED_OFF if self.called_off and not self.moved else self.readings[0].status

    @property
    def result(self) -> Result | None:
        """The result that is told first; a tie stands only where no telling says how it was broken."""
        told = [r.result for r in self.known if r.result]
        return next((result for result in told if result is not Result.TIED), told[0] if told else None)

    @property
    def counts(self) -> Counts:
        """The counts that are told first, given to the sides by the result."""
        for reading in self.readings:
            if reading.tally:
                fell_short = NEEDS_MORE.search(reading.clause.text) is not None
                if self.result is Result.REJECTED and fell_short and not reading.tally.named:
                    most = Result.PASSED if reading.cue.result is Result.PASSED or _told_for(reading) else None
                    return counts_of(reading.tally, most, reading.abstained)
                return counts_of(reading.tally, reading.result or self.result, reading.abstained)
        return self._counted_apart()

    def _counted_apart(self) -> Counts:
        """The counts of a vote of which one side is counted where it is told, and the other there or right after."""
        first = next((r for r in self.known if r.sides != UNTOLD and not r.stance), None)
        if first is None:
            return Counts()
        sides = [r.sides for r in self.known if r.sides != UNTOLD]
        for_, against = (next((side[way] for side in sides if side[way] is not None), None) for way in (0, 1))
        return Counts(for_=for_, against=against, abstain=first.abstained)

    @property
    def time(self) -> TimeFinding | None:
        """The day that a vote was moved to; else the time told first, or a day in it that is told later."""
        moved = [r.time for r in self.readings if r.time and r.cue.moved]
        told = moved or [r.time for r in self.readings if r.time]
        days = [time for time in told if is_day(time) and told[0].when.date]
        return next(iter(days or told), None)

    @property
    def motion(self) -> str | None:
        """The words for what is voted on: the first that name a motion by more than its kind, else the first."""
        whole = [r.motion for r in self.known if r.motion and not r.stance]
        told = whole or [r.motion for r in self.known if r.motion]
        deeds = [motion for motion in told if motion.startswith(("to ", "that "))]
        named = [motion for motion in told if strict_things().search(motion)]
        more = [motion for motion in named if not THE_KIND.fullmatch(motion)]
        loose = [motion for motion in told if things().search(motion) and not THE_KIND.fullmatch(motion)]
        return next(iter([*more, *deeds, *loose, *named, *told]), None)


def _told_for(reading: Reading) -> bool:
    """Whether the larger of two figures is that of those in favour: "the vote was 49-44 in favour", or was vetoed."""
    return FOR_IT.search(reading.clause.text) is not None or VETO.search(reading.clause.text) is not None


# One motion by its names: "a motion for a vote of no confidence" is "a no-confidence motion".
NO_CONFIDENCE = Pattern(
    r"\b(?:motion (?:for|of) (?:an? )?)?(?:motion|vote) of non?[- ]confidence\b|\bnon?[- ]confidence (?:motion|vote)\b"
)


def content(words: str | None) -> frozenset[str]:
    """The words that tell one motion from another."""
    told = NO_CONFIDENCE.sub("no-confidence motion", fold(words or ""))
    return frozenset(word.strip(".,'’\"“”()") for word in told.split()) - STOP
