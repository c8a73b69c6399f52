"""Extraction of votes: a sentence comes in, what each of its clauses tells of one vote goes out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from generator.extract.cast import Cast
from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.anaphora import is_anaphoric
from generator.extract.votes.bills import bill_in
from generator.extract.votes.bodies import Body, body_of, house_kind, is_court, other_body
from generator.extract.votes.clauses import Clause, split
from generator.extract.votes.counts import Tally, abstentions, find_tallies
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.cues import find_cues
from generator.extract.votes.days import day_of
from generator.extract.votes.deeds import deed_in
from generator.extract.votes.group import YEAR, Told, group
from generator.extract.votes.judging import judge
from generator.extract.votes.mentions import election_mentions
from generator.extract.votes.modality import is_supposed
from generator.extract.votes.motion import CONFIDENCE_IN, TO_SOMEBODY, motion_in
from generator.extract.votes.one_side import one_side, votes_won
from generator.extract.votes.outcomes import keeps_somebody, result_of
from generator.extract.votes.results import FOLLOWS
from generator.extract.votes.things import strict_things, thing_phrases, things
from generator.extract.votes.told_voters import counted_house, deciding_voters
from generator.extract.votes.voters import AT_SITTING, OF_MAYOR, who_votes
from generator.model.records import When
from generator.model.words import Result, VoteStatus

CONTEST = Pattern(
    r"\bhead of\b|election|bypoll|primar|caucus|seat|"
    r"leader|mayor|president|govern|member|minister|speaker|chair|run-?off|round|congress|parliament|council|senat|office|term",
    re.IGNORECASE,
)


# An election that was named before: "won the caucuses", "all three elections".
BARE = Pattern(
    r"(?:the|that|this|both|all)(?: (?:two|three|four|five|of the))? (?:election|primar|caucus|contest|race"
    r"|poll|seat|vote|by-election)(?:s|es|y|ies)?",
    re.IGNORECASE,
)


# A second vote on the same: "and was rejected by the Lords", "but the council threw it out".
SAME = Pattern(
    r"^\W*(?:and|but|then|before|after)\b(?: (?:then|later|also|being))?"
    r" (?:(?:was|were|had been|being|\w+ed)\b|[^.;]*?\b(?:it|them)\b)",
    re.IGNORECASE,
)
# Between a body and the counts of its own vote.
VOTING = Pattern(r" (?:then |later )?voting (?:by )?", re.IGNORECASE)
ELECTORATE = "electorate"
UNTOLD = (None, None)
ALL_PERCENT = 100
FEW = 300  # votes for one of two candidates
# Before a house that something goes on to or comes through, and that is not what is voted on.
# What a body votes for or against doing: "against dismissing the Harbour Trust".
DOING = Pattern(r"[a-z]+ing (?:the|an?|its|his|her|their)\b")
RIGHT_BEHIND = 5  # characters between words that tell of a vote to come and the body that is to vote
LED_ON = frozenset(["to", "through", "passed", "passes", "cleared", "clears"])


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What one clause tells of a vote; what it leaves open is None.

    `motion` is None where the clause only points back ("it was lost"); `also` holds the sentence it points back to;
    `elsewhere` a body that the sentence names in another place than a voter's; `again` tells that it is a further vote
    on what the clause before it is on; `follows` that it ended as that did; `breaks_tie` that a casting vote decided;
    `figured` that how it ended follows from the figures alone; `sides` how many were for it or against it, where only
    one side is counted.
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
    again: bool = False
    follows: bool = False
    breaks_tie: bool = False
    figured: bool = False
    sides: tuple[int | None, int | None] = UNTOLD

    @property
    def unnamed_contest(self) -> bool:
        """Whether an election is told of by who won alone, with no word for what was won."""
        return (
            not self.cue.mention
            and (not CONTEST.search(self.motion or "") or BARE.fullmatch(self.motion or "") is not None)
            and not any(word in (self.motion or "") for word in (" as ", " over "))
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
    cues = judge(document, cast, text, sentence[0], [*find_cues(text), *named])
    if not cues:
        return
    tallies = list(find_tallies(text))
    real_tallies = [tally for tally in tallies if not is_supposed(text, tally.span)]
    if tallies and not real_tallies:
        cues = [cue for cue in cues if not cue.noun]
    told = group(cues, real_tallies, text)
    before = body = None
    parts = _shared(told)
    for clause, part in zip(split(text, sentence[0], [t.span for t in parts]), parts, strict=False):
        reading = _read(document, cast, clause, part, times, bodies, len(told) == 1)
        goes_on = reading.status is VoteStatus.PLANNED and before is not None
        if reading.motion is None and (part.leading.election or goes_on):
            reading = replace(reading, motion=before)
        if part not in told:
            own = reading.motion if (reading.motion or "").startswith("to ") else before
            reading = replace(reading, motion=own, body=reading.body or body, again=own is None)
        before, body = reading.motion, reading.body
        yield reading


def _shared(told: list[Told]) -> list[Told]:
    """Votes of which several are told by one verb, the later by its counts alone: "71-28 in the House and 34-12 in"."""
    parts: list[Told] = []
    for part in told:
        end = parts[-1].span[1] if parts else 0
        if part.tally and part.span[0] < end <= part.tally.span[0]:
            part = Told((replace(part.leading, span=part.tally.span, votes=False),), part.tally)
        parts.append(part)
    return parts


def _read(
    document: Document,
    cast: Cast,
    clause: Clause,
    told: Told,
    times: tuple[TimeFinding, ...],
    bodies: list[Body],
    lone: bool,
) -> Reading:
    cue = told.leading
    if clause.text.startswith(", whom "):  # what another house did, on a day of its own
        times = tuple(time for time in times if clause.start <= time.span[0])
    held = cue.status is VoteStatus.HELD
    at = clause.sentence[0] + cue.span[0]
    body = _body(document, cast, clause, told, bodies)
    counted = counted_house(document, cast, clause.sentence) if told.tally and not (body or cue.election) else None
    body = body or counted or _by_deed(document, clause, told)
    tally = None if not held or _are_shares(told, body) else told.tally
    motion = motion_in(clause.text, cue, clause.start - clause.sentence[0])
    follows = _follows(document.quote(clause.sentence), told)
    if body and not cue.election and motion == document.quote(body.span):
        motion = _other_than(clause.text, motion)
    result = result_of(told, clause) if held else None
    motion = motion if cue.election else None if follows else _but_no_body(clause.text, motion, bodies)
    kept = held and keeps_somebody(told, clause)
    if (kept or counted) and motion and not things().search(motion):
        motion = None  # whom the vote was for, and not what it was on
    plain = result is None and motion is None and all(other.noun for other in told.cues)
    if plain and told.tally and body and (deed := deed_in(document, clause, told.tally, body)):
        result, motion = deed.result, deed.words
    alone = held and tally is None and (result is not None or told.stance)
    sides = _alone(document, clause, cue, motion, lone) if alone else UNTOLD
    return Reading(
        clause=clause,
        cue=cue,
        status=cue.status,
        result=result,
        motion=motion,
        tally=tally,
        abstained=abstentions(clause.text) if tally or sides != UNTOLD else None,
        body=body,
        elsewhere=None if cue.election else other_body(bodies, clause.span, at),
        bill=bill_in(clause.text),
        time=None
        if cue.stance and cue.told
        else _year_named(document, clause, cue)
        or day_of(times, clause, at, cue, lone=lone, published=document.published)
        or _year_named(document, clause, cue, alone=True),
        lone=lone,
        stance=told.stance,
        survived=told.survived or kept,
        again=motion is None and SAME.search(clause.text) is not None,
        follows=follows,
        breaks_tie=told.breaks_tie,
        sides=sides,
        figured=told.result is None and result is not None and told.tally is not None and told.tally.named,
    )


def _body(document: Document, cast: Cast, clause: Clause, told: Told, bodies: list[Body]) -> Body | None:
    """Who votes, as the clause tells."""
    cue = told.leading
    body = (
        _counted(document, clause, told.tally, bodies)
        or _left_to(cue, clause, bodies)
        or who_votes(document, cast, clause, cue, bodies)
        or (None if cue.election else _members(document, cast, clause, told.tally))
    )
    few = _is_of_few(told) or (cue.election and _is_at_sitting(clause.text))
    if body and few and body.words == ELECTORATE:
        return None  # a council or a party chose, and not all the people
    return body


def _by_deed(document: Document, clause: Clause, told: Told) -> Body | None:
    """Those who do what only voters do."""
    cue = told.leading
    if cue.status is not VoteStatus.HELD or cue.election or told.stance or cue.place is Place.BEFORE:
        return None
    at = clause.sentence[0] + cue.span[0]
    return deciding_voters(document, (at, at + cue.span[1] - cue.span[0]), counted=told.tally is not None)


def _alone(
    document: Document, clause: Clause, cue: Cue, motion: str | None, lone: bool
) -> tuple[int | None, int | None]:
    """How many were on the one side that is counted, in the sentence where it tells of no other vote."""
    text = document.quote(clause.sentence) if lone else clause.text
    return (votes_won(text), None) if cue.election else one_side(text, motion)


def _is_of_few(told: Told) -> bool:
    """Whether so few voted in an election that those who did sit in a body."""
    return told.tally is not None and told.leading.election and max(told.tally.first, told.tally.second) < FEW


def _is_at_sitting(text: str) -> bool:
    """Whether somebody was chosen where a council sat, and not by all the people: "elected at the same meeting"."""
    return AT_SITTING.search(text) is not None and OF_MAYOR.search(text) is not None


def _are_shares(told: Told, body: Body | None) -> bool:
    """Whether figures are shares of an electorate's votes: "elected by a 52-48 margin"."""
    tally = told.tally if told.leading.election and (body is None or body.words.startswith(ELECTORATE)) else None
    return tally is not None and tally.first + tally.second == ALL_PERCENT


def _follows(text: str, told: Told) -> bool:
    """Whether a house is only said to have done as another did: "the Senate followed, 22-15"."""
    plain = all(cue.result is None for cue in told.cues)
    return plain and any(FOLLOWS.fullmatch(text[slice(*cue.span)]) for cue in told.cues)


def _counted(document: Document, clause: Clause, tally: Tally | None, bodies: list[Body]) -> Body | None:
    """The body right before the word for its votes and their counts: "with the Senate voting 83-16"."""
    at = clause.sentence[0] + tally.span[0] if tally else 0
    near = [body for body in bodies if clause.start <= body.span[0] < body.span[1] <= at and house_kind(body)]
    return near[-1] if near and VOTING.fullmatch(document.quote((near[-1].span[1], at))) else None


def _left_to(cue: Cue, clause: Clause, bodies: list[Body]) -> Body | None:
    """The body right behind the words that something is left to it: "still needs the approval of the Lords"."""
    left = cue.status is VoteStatus.PLANNED and cue.place is Place.BEFORE and not cue.election
    ends = clause.sentence[0] + cue.span[1]
    near = (body for body in bodies if left and not body.party and 0 < body.span[0] - ends <= RIGHT_BEHIND)
    return next((body for body in near if clause.text[body.span[1] - clause.start :][:1] not in ("'", "’")), None)


def _members(document: Document, cast: Cast, clause: Clause, tally: Tally | None) -> Body | None:
    """The house whose members the figures count: "38 senators voted yes and four voted no"."""
    at = clause.sentence[0]
    counted = _seated().search(document.text, at + tally.span[0], at + tally.span[1]) if tally and tally.named else None
    house = body_of(document, cast, counted.span()) if counted else None
    known = house and counted and (house.entity or house.words != counted.group())
    return house if known else None


@cache
def _seated() -> Pattern:
    return Pattern(rf"\b(?:{words(lexicon('votes')['members'])})\b", re.IGNORECASE)


def _year_named(document: Document, clause: Clause, cue: Cue, *, alone: bool = False) -> TimeFinding | None:
    """The year in an election's own name: "the 2020 presidential election".

    Args:
        alone: whether no other time is told of it: then the year may be any in the words that tell how it went.
    """
    start = clause.sentence[0]
    year = YEAR.search(document.text, start + cue.span[0], start + cue.span[1]) if cue.mention or cue.election else None
    words = document.quote((start + cue.span[0], start + cue.span[1]))
    if year is None or not (cue.mention or words.isdigit() or (alone and cue.election)):
        return None
    return TimeFinding(span=year.span(), when=When(as_written=year.group(), date=year.group()))


def _but_no_body(text: str, motion: str | None, bodies: list[Body]) -> str | None:
    """Words for what is voted on; the name of who votes ("a committee approved them") is none."""
    if motion is None or things().search(motion):
        return motion
    said = motion.startswith(("to ", "that ", "whether ")) or any(word in motion for word in (" by ", " vote on "))
    said = (
        said
        or CONFIDENCE_IN.match(f" {motion}") is not None
        or TO_SOMEBODY.match(motion) is not None
        or DOING.match(motion) is not None
    )
    named = [
        body
        for body in bodies
        if (motion.endswith(body.words) or motion.startswith(f"{body.words} of "))
        and not is_court(body)
        and (body.led in LED_ON or motion[0] not in "tw" or (body.led == "in" and motion == body.words))
    ]
    return motion if said or not named else _other_than(text, motion)


def _other_than(text: str, voter: str) -> str | None:
    """The words of a clause for what is voted on, where those found are the name of who votes."""
    return next((phrase for phrase in thing_phrases(text) if phrase not in voter and not is_anaphoric(phrase)), None)
