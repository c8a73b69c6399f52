"""Extraction of votes: readings come in with gaps, what the sentences just before say fills them, and they go out."""

import re
from dataclasses import dataclass, field, replace

from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.votes.bodies import Body, is_legislature
from generator.extract.votes.motion import is_anaphoric, thing_phrases
from generator.extract.votes.reading import Reading
from generator.model.dates import period
from generator.model.words import VoteStatus

BACK = 2  # sentences within which "it" finds its motion
CHAMBER = 9  # sentences within which a vote of no named body is of the body at work
SITTING = 7  # sentences within which further votes are of the same sitting
OTHER_TIME = re.compile(r"\b(?:previous(?:ly)?|last time|in the past|years? ago)\b", re.IGNORECASE)


@dataclass
class Memory:
    """What the sentences before have told: motions, the body at work, the day of the last vote held."""

    motions: list[tuple[int, str, Span]] = field(default_factory=list)
    body: tuple[int, Body] | None = None
    sitting: tuple[int, Body | None, TimeFinding] | None = None

    def fill(self, reading: Reading, number: int) -> Reading:
        """A reading with its motion, body and time from what was told before, where it leaves them open."""
        found = self._motion(number) if reading.motion is None else None
        filled = replace(
            reading,
            motion=found[0] if found else reading.motion or _definite(reading),
            also=found[1] if found else None,
            body=reading.body or self._body(number, reading),
        )
        return filled if filled.time else replace(filled, time=self._time(filled, number))

    def _motion(self, number: int) -> tuple[str, Span] | None:
        near = [(words, span) for n, words, span in self.motions if number - n <= BACK]
        return near[-1] if near else None

    def _body(self, number: int, reading: Reading) -> Body | None:
        if reading.cue.election or not self.body or number - self.body[0] > CHAMBER:
            return None
        return self.body[1]

    def _time(self, reading: Reading, number: int) -> TimeFinding | None:
        """The day of the vote told of just before, where this one was held by the same body in the same breath."""
        if self.sitting is None or reading.status is VoteStatus.PLANNED or OTHER_TIME.search(reading.clause.text):
            return None
        last, body, time = self.sitting
        same = body is None or reading.body is None or body.may_be(reading.body)
        return time if same and number - last <= SITTING else None

    def keep(
        self, document: Document, sentence: Span, number: int, readings: list[Reading], bodies: list[Body]
    ) -> None:
        """Remember a sentence for those that follow."""
        for phrase in thing_phrases(document.quote(sentence)):
            if not is_anaphoric(phrase):
                self.motions.append((number, phrase, sentence))
        for reading in readings:
            if reading.motion:
                self.motions.append((number, reading.motion, reading.clause.sentence))
        named = [reading.body for reading in readings if reading.body] or [
            b for b in bodies if is_legislature(b) and (b.entity or b.words[0].isupper())
        ]
        if named:
            self.body = (number, named[-1])
        for reading in readings:
            date = reading.time.when.date if reading.time else None
            held = reading.status is VoteStatus.HELD
            if held and reading.time and date and period(date).first == period(date).last:
                self.sitting = (number, reading.body, reading.time)


def _definite(reading: Reading) -> str | None:
    """The words that point back at a motion ("the amendment") where nothing before tells which."""
    return next(iter(thing_phrases(reading.clause.text)), None)
