"""Extraction of votes: a sentence comes in, what each of its clauses tells of one vote goes out."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.numbers import NUMBER
from generator.extract.votes.bodies import Body, other_body, voting_body
from generator.extract.votes.clauses import Clause, split
from generator.extract.votes.counts import Tally, abstentions, find_tallies
from generator.extract.votes.cue import Cue, Place
from generator.extract.votes.cues import find_cues, pattern
from generator.extract.votes.days import day_of
from generator.extract.votes.electorates import electorate
from generator.extract.votes.group import Told, group
from generator.extract.votes.mentions import election_mentions
from generator.extract.votes.modality import fell_through, is_mooted
from generator.extract.votes.motion import bill_in, motion_in, strict_things
from generator.extract.votes.subjects import Subject, subject_of
from generator.model.words import Result, VoteStatus

CONTEST = re.compile(
    r"election|bypoll|primar|caucus|seat|leader|mayor|president|govern|member|minister|speaker|chair|run-?off|round|congress|parliament|council|senat|office|term",
    re.IGNORECASE,
)
# "Democrats voted 30-20": the party itself is the body.
COUNTED_NEXT = re.compile(rf",? (?:by )?{NUMBER}(?: votes?)?(?: ?[-–—] ?| to ){NUMBER}", re.IGNORECASE)
REMOVAL = re.compile(r"non?[- ]confidence|censure|impeach|recall|spill|oust|challenge", re.IGNORECASE)
# Which side a house that divided came down on: "divided by five to four in favour of an inquiry".
SIDE = re.compile(r"[^.;,]{0,25}?\b(?:(?P<for>in favou?r of)|against)\b", re.IGNORECASE)
# Where the larger figure need not win.
MORE_THAN_HALF = re.compile(
    r"two[- ]thirds|three[- ](?:fifths|quarters)|super-?majority|short of|(?:votes|voices) needed|needed \d"
    r"|required|threshold",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one clause tells of a vote; what it leaves open is None.

    `motion` is None where the clause only points back ("it was lost"); `also` holds the sentence it points back to;
    `elsewhere` a body that the sentence names in another place than a voter's.
    """

    clause: Clause
    cue: Cue
    status: VoteStatus
    result: Result | None
    motion: str | None
    tally: Tally | None
    abstained: int | None
    body: Body | None
    bill: str | None
    time: TimeFinding | None
    elsewhere: Body | None = None
    also: Span | None = None
    lone: bool = True
    stance: bool = False
    survived: bool = False

    @property
    def unnamed_contest(self) -> bool:
        """Whether an election is told of by who won alone, with no word for what was won."""
        return not self.cue.mention and not CONTEST.search(self.motion or "")

    @property
    def generic(self) -> bool:
        """Whether the words tell that there will be a vote, and name no motion of their own."""
        return self.motion is None or strict_things().search(self.motion) is None


def read_sentence(
    document: Document, cast: Cast, times: tuple[TimeFinding, ...], sentence: Span, bodies: list[Body]
) -> Iterator[Reading]:
    """Each vote that a sentence may tell of, in order.

    Args:
        times: the time expressions that stand in the sentence.
        bodies: the bodies that it names.
    """
    text = document.quote(sentence)
    named = election_mentions(text, sentence[0], times, document.published)
    found = [(cue, _fallen(text, cue)) for cue in (*find_cues(text), *named)]
    real = [fallen for cue, fallen in found if fallen is not cue or not is_mooted(text, cue)]
    cues = _judged(cast, text, sentence[0], real)
    told = group(cues, list(find_tallies(text)), text)
    for clause, part in zip(split(text, sentence[0], [t.span for t in told]), told, strict=False):
        yield _read(clause, part, times, bodies, len(told) == 1, document.published)


def _fallen(text: str, cue: Cue) -> Cue:
    """A cue of a vote that was fixed and not held as one of a vote called off."""
    if (
        cue.election
        or cue.status is VoteStatus.CALLED_OFF
        or not fell_through(text, cue)
        or pattern("delayed").search(text)
    ):
        return cue
    return replace(cue, status=VoteStatus.CALLED_OFF, result=None, votes=False)


def _judged(cast: Cast, text: str, start: int, cues: list[Cue]) -> list[Cue]:
    """Cues as those who do them let them be read: what one person rejects is no vote, how a party voted no result."""
    judged = []
    for cue in cues:
        if cue.status is not VoteStatus.HELD or cue.election or cue.survived or cue.noun or cue.told:
            judged.append(cue)
            continue
        subject = subject_of(cast, text, start, cue)
        if cue.votes:
            counted = COUNTED_NEXT.match(text, cue.span[1]) is not None and subject is Subject.PART
            judged.append(replace(cue, stance=subject is not Subject.OPEN and not counted))
        elif subject is not Subject.PERSON or cue.place is Place.BEFORE:
            judged.append(cue)
    return judged


def _read(
    clause: Clause,
    told: Told,
    times: tuple[TimeFinding, ...],
    bodies: list[Body],
    lone: bool,
    published: datetime.date | None,
) -> Reading:
    cue = told.leading
    held = cue.status is VoteStatus.HELD
    at = clause.sentence[0] + cue.span[0]
    return Reading(
        clause=clause,
        cue=cue,
        status=cue.status,
        result=_result(told, clause) if held else None,
        motion=motion_in(clause.text, cue, clause.start - clause.sentence[0]),
        tally=told.tally if held else None,
        abstained=abstentions(clause.text) if told.tally and held else None,
        body=voting_body(bodies, clause.span, at, brings=cue.brings, election=cue.election) or _electorate(clause, cue),
        elsewhere=None if cue.election else other_body(bodies, clause.span, at),
        bill=bill_in(clause.text),
        time=day_of(times, clause, at, cue.status, lone=lone, published=published),
        lone=lone,
        stance=told.stance,
        survived=told.survived,
    )


def _electorate(clause: Clause, cue: Cue) -> Body | None:
    if not cue.election:
        return None
    shift = clause.start - clause.sentence[0]
    return electorate(clause.text, (max(0, cue.span[0] - shift), cue.span[1] - shift), clause.start)


def _result(told: Told, clause: Clause) -> Result | None:
    result, text = told.result, clause.text
    if result is None and told.tally and told.leading.result is Result.TIED:
        side = SIDE.match(text, told.tally.span[1] - (clause.start - clause.sentence[0]))
        return None if side is None else Result.PASSED if side["for"] else Result.REJECTED
    if told.survived:
        return Result.REJECTED if REMOVAL.search(text) else Result.PASSED
    if result is None and told.tally and told.tally.named and not MORE_THAN_HALF.search(text):
        return _larger(told.tally)
    return result


def _larger(tally: Tally) -> Result:
    """How a vote ended whose sides' figures are told, where the larger wins."""
    if tally.first == tally.second:
        return Result.TIED
    return Result.PASSED if tally.first > tally.second else Result.REJECTED
