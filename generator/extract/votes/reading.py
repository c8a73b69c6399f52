"""Extraction of votes: a sentence comes in, what each of its clauses tells of one vote goes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.numbers import NUMBER
from generator.extract.votes.bodies import Body, other_body, voting_body, works_by_votes
from generator.extract.votes.clauses import Clause, split
from generator.extract.votes.counts import Tally, abstentions, find_tallies
from generator.extract.votes.cue import Cue, Place
from generator.extract.votes.cues import find_cues, pattern
from generator.extract.votes.days import day_of
from generator.extract.votes.electorates import electorate
from generator.extract.votes.group import YEAR, Told, group
from generator.extract.votes.mentions import election_mentions
from generator.extract.votes.modality import fell_through, is_mooted, is_supposed
from generator.extract.votes.motion import bill_in, motion_in, strict_things, things
from generator.extract.votes.subjects import Subject, subject_head, subject_of
from generator.model.records import When
from generator.model.words import Result, VoteStatus

CONTEST = re.compile(
    r"election|bypoll|primar|caucus|seat|leader|mayor|president|govern|member|minister|speaker|chair|run-?off|round|congress|parliament|council|senat|office|term",
    re.IGNORECASE,
)
# An election that was named before: "won the caucuses", "all three elections".
BARE = re.compile(
    r"(?:the|that|this|both|all)(?: (?:two|three|four|five|of the))? (?:election|primar|caucus|contest|race"
    r"|poll|seat|vote|by-election)(?:s|es|y|ies)?",
    re.IGNORECASE,
)
# "Democrats voted 30-20": the party itself is the body.
COUNTED_NEXT = re.compile(rf",? (?:by )?{NUMBER}(?: votes?)?(?: ?[-–—] ?| to ){NUMBER}", re.IGNORECASE)
REMOVAL = re.compile(r"non?[- ]confidence|censure|impeach|recall|spill|oust|challenge", re.IGNORECASE)
REFERENDUM = re.compile(
    r"\b(?:in|at) (?:an?|the|this|that|their|last|[\w.’']+['’]s) (?:[\w’'-]+ ){0,4}?(?:referendum|plebiscite)\b",
    re.IGNORECASE,
)
# Who came out of an election how, where another word tells that there was one.
DECIDED = re.compile(
    r"\b(?:won|wins|winning|win|victor(?:y|ies)|beat|beating|beaten|defeat(?:ed|ing)?|lost|losing|landslide|ousted|re-?elected"
    r"|runner-up|came (?:first|second|third)|swept|went to)\b",
    re.IGNORECASE,
)
UNDECIDED = re.compile(
    r"\b(?:claim\w*|alleg\w*|fail\w* to|if|would|could|hop\w+|expect\w*|aim\w*|project\w*|trying|want\w*"
    r"|seek\w*|before|ahead of)\b",
    re.IGNORECASE,
)
# The verbs of choosing, whose subject is who chooses: "the Assembly elected Ms Sarr".
ELECTS = re.compile(r"(?:\w+ (?:to )?){0,3}?(?:re-?elect|elect|choose|chose|pick|select)", re.IGNORECASE)
RIGHT_BEFORE = 3  # characters between a body and the verb of which it is the subject
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
        return not self.cue.mention and (
            not CONTEST.search(self.motion or "") or BARE.fullmatch(self.motion or "") is not None
        )

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
    cues = _decided_by_all(text, _judged(document, cast, text, sentence[0], real))
    tallies = list(find_tallies(text))
    real_tallies = [tally for tally in tallies if not is_supposed(text, tally.span[0])]
    if tallies and not real_tallies:
        cues = [cue for cue in cues if not cue.noun]
    told = group(cues, real_tallies, text)
    before = None
    for clause, part in zip(split(text, sentence[0], [t.span for t in told]), told, strict=False):
        reading = _read(document, clause, part, times, bodies, len(told) == 1)
        if part.leading.election and reading.motion is None:
            reading = replace(reading, motion=before)
        before = reading.motion
        yield reading


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


def _decided_by_all(text: str, cues: list[Cue]) -> list[Cue]:
    """Cues of a sentence in which the people decide "in a referendum": how that went, not that there was one."""
    decided = [cue for cue in cues if cue.result in (Result.PASSED, Result.REJECTED) and not cue.stance]
    if not decided or not REFERENDUM.search(text):
        return cues
    kept = [cue for cue in cues if not (cue.mention and "referendum" in text[cue.span[0] : cue.span[1]].casefold())]
    return [replace(cue, sure=True, told=True) if cue in decided else cue for cue in kept]


def _judged(document: Document, cast: Cast, text: str, start: int, cues: list[Cue]) -> list[Cue]:
    """Cues as those who do them let them be read: what one person rejects is no vote, how a party voted no result."""
    judged = []
    for cue in cues:
        if cue.status is not VoteStatus.HELD or cue.election or cue.survived or cue.noun or cue.told:
            judged.append(cue)
            continue
        subject = subject_of(document, cast, text, start, cue)
        if cue.votes:
            counted = COUNTED_NEXT.match(text, cue.span[1]) is not None and subject is Subject.PART
            judged.append(replace(cue, stance=subject is not Subject.OPEN and not counted))
        elif subject is not Subject.PERSON or cue.place is Place.BEFORE:
            judged.append(cue)
    return judged


def _read(
    document: Document,
    clause: Clause,
    told: Told,
    times: tuple[TimeFinding, ...],
    bodies: list[Body],
    lone: bool,
) -> Reading:
    cue = told.leading
    held = cue.status is VoteStatus.HELD
    at = clause.sentence[0] + cue.span[0]
    return Reading(
        clause=clause,
        cue=cue,
        status=cue.status,
        result=_result(told, clause) if held else None,
        motion=_but_no_body(motion_in(clause.text, cue, clause.start - clause.sentence[0]), bodies),
        tally=told.tally if held else None,
        abstained=abstentions(clause.text) if told.tally and held else None,
        body=_who_votes(document, clause, cue, bodies),
        elsewhere=None if cue.election else other_body(bodies, clause.span, at),
        bill=bill_in(clause.text),
        time=_year_named(document, clause, cue)
        or day_of(times, clause, at, cue.status, lone=lone, published=document.published),
        lone=lone,
        stance=told.stance,
        survived=told.survived,
    )


def _year_named(document: Document, clause: Clause, cue: Cue) -> TimeFinding | None:
    """The year in an election's own name: "the 2020 presidential election"."""
    start = clause.sentence[0]
    year = YEAR.search(document.text, start + cue.span[0], start + cue.span[1]) if cue.mention or cue.election else None
    words = document.quote((start + cue.span[0], start + cue.span[1]))
    if year is None or not (cue.mention or words.isdigit()):
        return None
    return TimeFinding(span=year.span(), when=When(as_written=year.group(), date=year.group()))


def _but_no_body(motion: str | None, bodies: list[Body]) -> str | None:
    """Words for what is voted on; the name of who votes ("a committee approved them") is none."""
    if motion is None or things().search(motion):
        return motion
    return None if any(motion.endswith(body.words) and motion[0] not in "tw" for body in bodies) else motion


def _who_votes(document: Document, clause: Clause, cue: Cue, bodies: list[Body]) -> Body | None:
    """The body that votes; in an election one that is said to elect, else those of the place, else the subject."""
    at = clause.sentence[0] + cue.span[0]
    body = voting_body(bodies, clause.span, at, brings=cue.brings, election=cue.election)
    if not cue.election:
        head = (
            None
            if cue.brings or cue.place is Place.BEFORE
            else subject_head(document, (at, at + cue.span[1] - cue.span[0]))
        )
        named = [b for b in bodies if head and b.span[0] <= head[0] < b.span[1] and works_by_votes(b)]
        return named[0] if named else body
    offset = clause.start - clause.sentence[0]
    elects = ELECTS.match(clause.text, max(0, cue.span[0] - offset)) is not None
    if body and (body.led == "by" or (elects and 0 <= at - body.span[1] <= RIGHT_BEFORE)):
        return body
    return _electorate(clause, cue) or body


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
    if told.leading.election and result is None and _is_decided(text):
        return Result.ELECTED
    if result is None and told.tally and told.tally.named and not MORE_THAN_HALF.search(text):
        return _larger(told.tally)
    return result


def _is_decided(text: str) -> bool:
    """Whether words tell who won or lost, and not who says or hopes so."""
    return any(not UNDECIDED.search(text[max(0, m.start() - 40) : m.start()]) for m in DECIDED.finditer(text))


def _larger(tally: Tally) -> Result:
    """How a vote ended whose sides' figures are told, where the larger wins."""
    if tally.first == tally.second:
        return Result.TIED
    return Result.PASSED if tally.first > tally.second else Result.REJECTED
