"""Extraction of votes: a vote as told so far and a reading come in, whether it tells of that vote again goes out."""

import re

from generator.extract.patterns import Pattern
from generator.extract.votes.antecedents import LOOSE, head_of
from generator.extract.votes.ballot import THE_KIND, Ballot, content
from generator.extract.votes.bodies import Body
from generator.extract.votes.context import OTHER_TIME
from generator.extract.votes.counts import Tally
from generator.extract.votes.cue import Place
from generator.extract.votes.days import is_day
from generator.extract.votes.group import FIRST, YEAR
from generator.extract.votes.outcomes import REMOVAL
from generator.extract.votes.reading import Reading
from generator.model.words import Result, VoteStatus

DEFINITE = Pattern(r"(?:the|this|that|his|her|its|their|[A-Z][\w.’' -]*['’]s?)\s", re.IGNORECASE)
INDEFINITE = Pattern(r"an?\s", re.IGNORECASE)
TAKES_UP = Pattern(r"(?:the|this|that)\s(?:\w+\s)?\w+\s(?:to|of|on)\s(?:the|its|his|her|their|[A-Z])", re.IGNORECASE)
OTHER = Pattern(
    r"\b(?:second|third|fourth|another|other|similar|identical|earlier|previous|further|separate|last|first|next|same|new|rival)\b",
    re.IGNORECASE,
)
# What a motion is called whose words were told before: "the plan to", "Coun. Ames's motion".
NAMES_KIND = Pattern(
    r"(?i:the \w+ (?:to|on|of)\b)|(?:[A-Z][\w.’'-]* ){1,4}?(?i:motion|amendment|proposal|resolution|bill)$"
)
# What makes a vote told of next another one.
AS_WELL = Pattern(r"\b(?:also|too|separately|meanwhile|as well|then)\b", re.IGNORECASE)
# An election for a seat that fell empty, whose name is no other election's; and the day in an election's name.
SPECIAL = Pattern(r"\b(?:by-?elections?|bypolls?|special elections?)\b", re.IGNORECASE)
DAY_OF = Pattern(r"\b(?:\w+day|yesterday|today|(?:this|last|next) (?:week|month|year))['’]s ", re.IGNORECASE)
ANY_ELECTION = frozenset(
    [
        "election",
        "elections",
        "by-election",
        "byelection",
        "bypoll",
        "special",
        "vote",
        "polls",
        "poll",
        "go",
        "race",
        "contest",
        "ballot",
        "run-off",
        "runoff",
        "win",
        "won",
    ]
)
# Who is chosen for an office may be chosen in an election of its own.
CHOSEN = Pattern(r"\W*(?:re-?)?(?:elect|chos|select|nam|return|declar|pick)", re.IGNORECASE)
# What every sitting passes, and no news of any.
ROUTINE = Pattern(r"\b(?:consent (?:agenda|calendar)|agenda|minutes)\b", re.IGNORECASE)
# A vote that was told of before, by no more than its kind.
THE_VOTE = Pattern(
    r"(?:the|that|this) (?:vote|ballot|division|motion|debate)\b"
    r"(?! (?:of|on|to|for|against|by|from|in|calling|that)\b)",
    re.IGNORECASE,
)
# That somebody goes, by whom a vote told of before was about: "100 voted in favour of her removal".
HIS_REMOVAL = Pattern(
    r"(?:the )?(?:his|her|their) (?:removal|ouster|ousting|dismissal|expulsion|impeachment|recall|sacking)",
    re.IGNORECASE,
)
REMOVED = Pattern(r"\b(?:removed|ousted|dismissed|expelled|impeached|voted out|unseated|toppled)\b", re.IGNORECASE)
UNDONE = 2  # sentences within which a vote to come is told of as called off
STEM = 5  # letters by which "suspension" is known for "suspend"
SLIP = 3  # votes by which two counts of one vote may differ
TAKEN_UP = 3  # sentences within which "the amendment to the Bill" is the one just told of
LEDE = 2  # sentences in which an article tells its news
DETAILS = 8  # sentences after them in which it gives the figures


def is_retold(ballot: Ballot, reading: Reading) -> bool:
    """Whether a reading points at a vote told of by its kind and by what it was on: "the censure motion was lost"."""
    motion = reading.motion or ""
    if not DEFINITE.match(motion) or OTHER.search(motion) or not _agree(ballot, reading):
        return False
    if content(motion) == content(ballot.motion):
        return True
    head = head_of(motion)
    told = {word[:STEM] for r in ballot.known for word in content(r.clause.text)}
    kinds = {head, *LOOSE.get(head or "", ()), *(kind for kind, known in LOOSE.items() if head in known)}
    rest = content(motion) - {head or ""}
    return bool(
        head and rest and any((kind or "")[:STEM] in told for kind in kinds) and {word[:STEM] for word in rest} <= told
    )


def is_taken_up(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether the sentence after one on "an amendment that" speaks of "the amendment to the Bill".

    Args:
        number: the number of the reading's sentence.
    """
    motion, told = reading.motion or "", ballot.motion or ""
    if number - ballot.last > TAKEN_UP or not (INDEFINITE.match(told) and TAKES_UP.match(motion)):
        return False
    return head_of(motion) == head_of(told) is not None and not OTHER.search(motion) and _agree(ballot, reading)


def is_undone(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether the vote to come that was told of just before is said to be called off or moved: "cancelled the vote".

    Args:
        number: the number of the reading's sentence.
    """
    if ballot.status is not VoteStatus.PLANNED or not (reading.status is VoteStatus.CALLED_OFF or reading.cue.moved):
        return False
    motion = reading.motion or ""
    named = THE_VOTE.match(motion) is not None or content(motion) == content(ballot.motion)
    other = reading.body and ballot.readings[0].body and not reading.body.may_be(ballot.readings[0].body)
    return (
        named
        and not other
        and number - ballot.last <= UNDONE
        and reading.cue.election == ballot.readings[0].cue.election
    )


def is_same_election(ballot: Ballot, reading: Reading) -> bool:
    """Whether a reading of an election gives no name or year to it that would make it another: "the election"."""
    years = set(YEAR.findall(reading.clause.text))
    told = {year for r in ballot.known for year in YEAR.findall(r.clause.text)}
    at = reading.clause.sentence[0] + reading.cue.span[0] - reading.clause.start
    beaten = reading.unnamed_contest and not CHOSEN.match(reading.clause.text, max(0, at))
    if any(FIRST.search(r.clause.text) for r in ballot.known):
        return False
    generic = beaten or _is_plain(reading.motion)
    kind = SPECIAL.search(reading.motion or "") is None or SPECIAL.search(ballot.motion or "") is not None
    return generic and kind and years <= told and not OTHER.search(reading.clause.text)


def is_of_day(ballot: Ballot, reading: Reading) -> bool:
    """Whether one of two tellings gives an election of the same day no more than its day: "Thursday's by-election"."""
    told = next((r.time for r in ballot.known if r.time), None)
    same = told is not None and reading.time is not None and told.when.date == reading.time.when.date
    special = {SPECIAL.search(motion or "") is not None for motion in (ballot.motion, reading.motion)}
    plain = _is_plain(ballot.motion) or _is_plain(reading.motion)
    return same and told is not None and is_day(told) and plain and len(special) == 1


def _is_plain(motion: str | None) -> bool:
    """Whether an election is named by no more than its kind and day."""
    return motion is not None and content(DAY_OF.sub("", motion)) <= ANY_ELECTION


def is_of_year(ballot: Ballot, reading: Reading) -> bool:
    """Whether two tellings give one year to an election, and one of them no more: "his election in 2014"."""
    years = {r.time.when.date for r in ballot.known if r.time} & {reading.time.when.date if reading.time else None}
    plain = any(
        content(motion) <= ANY_ELECTION and not SPECIAL.search(motion)
        for motion in (ballot.motion, reading.motion)
        if motion
    )
    return plain and any(YEAR.fullmatch(year or "") for year in years)


def names_kind(ballot: Ballot, reading: Reading) -> bool:
    """Whether a reading says what kind of motion it was that a house voted on just before: "voted to", "the bill"."""
    motion, told = reading.motion or "", ballot.motion or ""
    deed = told.startswith(("to ", "that ")) and any(r.tally for r in ballot.known) and reading.tally is None
    figures = told.startswith(("to ", "that ")) and not any(r.tally for r in ballot.known) and reading.tally is not None
    if figures and THE_KIND.fullmatch(motion) and ballot.result is reading.result is not None:
        return not AS_WELL.search(reading.clause.text)
    passed = ballot.result is not None and ballot.result is reading.result and reading.cue.place is Place.BEFORE
    named = NAMES_KIND.match(motion) is not None and head_of(motion) is not None
    return deed and passed and named and not OTHER.search(motion) and not AS_WELL.search(reading.clause.text)


def _agree(ballot: Ballot, reading: Reading) -> bool:
    """Whether nothing that is told of how it went makes two votes of them; one count may be a slip of the other."""
    if ballot.result and reading.result and ballot.result is not reading.result:
        return False
    tally = next((r.tally for r in ballot.known if r.tally), None)
    return tally is None or reading.tally is None or _is_slip(tally, reading.tally)


def _is_slip(one: Tally, other: Tally) -> bool:
    mine, theirs = sorted((one.first, one.second)), sorted((other.first, other.second))
    return mine == theirs or mine[0] == theirs[0] or mine[1] == theirs[1]


def is_detail(ballots: list[Ballot], ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether a reading gives the figures of the vote that an article's first sentences tell as its news."""
    first = ballot.readings[0]
    if ballot.status is not VoteStatus.HELD or reading.status is not VoteStatus.HELD or first.cue.election:
        return False
    of_then = reading.time is not None and reading.time.when.date is not None and not is_day(reading.time)
    if OTHER_TIME.search(reading.clause.text) or of_then:
        return False
    if ballot.first >= LEDE or number > ballot.first + DETAILS or any(r.tally for r in ballot.known):
        return False
    alone = ballots[0] is ballot and all(b is ballot or not any(r.tally for r in b.known) for b in ballots)
    broken = reading.result is Result.TIED and any(r.breaks_tie for r in ballot.known)
    same = first.result is not None and (first.result is reading.result or broken)
    plain = reading.motion is None or not (OTHER.search(reading.motion) or ROUTINE.search(reading.motion))
    figures = reading.tally is not None and not reading.cue.election
    return alone and same and plain and figures and _same_body(first.body, reading.body)


def is_of_removal(ballot: Ballot, reading: Reading, number: int) -> bool:
    """Whether votes are counted for or against "her removal" right after a vote by which somebody was removed.

    Args:
        number: the number of the reading's sentence.
    """
    told = any(REMOVED.search(r.clause.text) or REMOVAL.search(r.motion or "") for r in ballot.known)
    near = number - ballot.last <= UNDONE and ballot.status is reading.status
    counted = reading.tally is None or not any(r.tally for r in ballot.known)
    return near and told and counted and HIS_REMOVAL.fullmatch(reading.motion or "") is not None


def _same_body(one: Body | None, other: Body | None) -> bool:
    return one is not None and other is not None and one.may_be(other)
