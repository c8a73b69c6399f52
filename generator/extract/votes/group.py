"""Extraction of votes: the cues and counts of a sentence come in, those of one vote go out together."""

import re
from dataclasses import dataclass, replace
from functools import cache

from generator.extract.findings import Span
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.counts import Tally
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.results import CONFIRMS, is_done_by_a_house
from generator.model.words import Result, VoteStatus

NEAR = 60
COUNTED_NEXT = 6  # characters between a verb and the counts that are its own
# By how much a vote was won, where no two figures are told.
MARGIN = (
    rf"(?:with|by) an? (?:\w+ )?(?:majority|margin) of|(?<!\d )by (?:just |only )?(?:{NUMBER}|a single) votes?(?! to\b)"
    r"|[\d.]{1,6} ?(?:%|per ?cent)(?: of \w+)?(?: voting| voted)? (?:in favou?r|against)|in a (?:\w+ )?(?:ballot"
    r"|referendum|plebiscite|vote)"
    r"|on an? (?:turnout of )?[\d.]+ ?(?:%|per ?cent) (?:turnout|of)|on a turnout of"
    r"|by [\d.]+ ?(?:%|per ?cent) to [\d.]+|by (?:[\d.]+ ?(?:%|per ?cent) of (?:\w+ )?voters|popular vote)\b"
    r"|(?:with|by) [\d.]+ ?(?:%|per ?cent) of (?:the )?(?:votes?|ballots)"
)
# Where one telling ends and the next begins, whatever the words on either side.
JOINT = Pattern(r"; |: |, (?:and|but|while|whereas|although|though)\b")

# What joins a second verb to the first and its counts.
JOINED = Pattern(r"\b(?:and|but|then|before|after|while)\b", re.IGNORECASE)
FURTHER = 3  # times as far
# What joins a second deed of the same house right on: "rejected it 9-2 and then passed".
BY_VOICE = r",? (?:by|on) (?:an? )?(?:voice|unanimous) vote,?"
AND = Pattern(rf"\b(?:and|but|then)(?:{BY_VOICE})?(?: (?:also|then|later|instead))? $", re.IGNORECASE)
# What passes that way had no counts: "voted 30-9 to buy it and, by voice vote, adopted a resolution".
UNCOUNTED = Pattern(rf"\b(?:and|but|then){BY_VOICE} $", re.IGNORECASE)

YEAR = Pattern(r"\b(?:19|20)\d\d\b")
# Who came in first in a year of its own: any other election told of beside that is a later one.
FIRST = Pattern(r"\bfirst (?:elected|won|entered|chosen|returned)\b[^,.;]{0,60}? in (?:19|20)\d\d\b", re.IGNORECASE)


# What begins another telling between a vote to come and what was called off.
OTHER = Pattern(r";|\b(?:after|while|but|and|when|because|as|if|unless|will|although|though|before)\b")


# What was done to somebody of whom another vote is told: "removed Ms Dorn, whom the House had impeached".
WHOM = Pattern(r", whom [^,;]{3,40}$")
A_MAJORITY = Pattern(r"\b(?:won|had|got|secured|gained) an? (?:\w+ )?majority\b(?: [\w ]{2,60})?, $", re.IGNORECASE)
# What went before, told beside a vote: "in the wake of the deal having been voted down".
HAVING = Pattern(r"\bhaving (?:\w+ )?been (?:\w+ly )?$", re.IGNORECASE)


# From which election a time is counted, at which another vote was held: "two weeks after it held an early election".
COUNTED_FROM = Pattern(r"\b(?:day|week|month|year)s? (?:after|before) [^,;]*$")


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
            self.cues,
            key=lambda cue: (
                not cue.election,
                cue.share,
                cue.stance,
                cue.result is None,
                cue.result is Result.TIED,
                not (cue.sure or self._is_counted(cue)),
                cue.noun and any(other.survived or other.place is Place.AFTER for other in self.cues if not other.noun),
                self._rank(cue),
            ),
        )

    def _is_counted(self, cue: Cue) -> bool:
        """Whether the counts follow right on a cue: "ruled by seven votes to three that the house had no power to"."""
        return self.tally is not None and not cue.noun and 0 <= self.tally.span[0] - cue.span[1] <= COUNTED_NEXT

    def _rank(self, cue: Cue) -> int:
        return self.cues.index(cue)

    @property
    def result(self) -> Result | None:
        """How the vote ended, as the cue nearest to the counts says; a tie is broken by any other result."""
        if any(cue.election and cue.result for cue in self.cues):
            return Result.ELECTED
        results = [cue.result for cue in self.cues if cue.result and not cue.stance]
        if any(cue.fell_short for cue in self.cues):
            return Result.REJECTED
        if self.tally and self.tally.first == self.tally.second:
            # "voted 17-17 on the measure" tells of no side that won
            results = [cue.result for cue in self.cues if cue.result and not (cue.stance or cue.votes)]
        settled = [result for result in results if result is not Result.TIED]
        if self.tally and self.tally.first != self.tally.second:
            # A side that "prevailed as they rejected" it tells of itself, and the surer verb of the motion.
            return (
                next((cue.result for cue in self.cues if cue.sure and cue.result in settled), settled[0])
                if settled
                else None
            )
        if self.tally and self.tally.first == self.tally.second and not settled:
            return Result.TIED
        return (settled or results or [None])[0]

    @property
    def stance(self) -> bool:
        """Whether the words tell how some voted, and no more of the vote."""
        return self.tally is None and all(cue.stance for cue in self.cues)

    @property
    def breaks_tie(self) -> bool:
        """Whether the words tell how a tie was broken: "the motion fell on the chair's casting vote"."""
        return any(cue.casting for cue in self.cues)

    @property
    def survived(self) -> bool:
        """Whether somebody is said to have come through a vote on a motion, and not to have beaten another."""
        return any(cue.survived for cue in self.cues) and not self.leading.election


def group(cues: list[Cue], tallies: list[Tally], text: str) -> list[Told]:
    """Put the cues of one vote together: each pair of counts is a vote, else each status in a part of the sentence."""
    cues = [cue for cue in cues if len(cues) == 1 or not HAVING.search(text, 0, cue.span[0])]
    ago = [cue for cue in cues if cue.election and len(cues) > 1 and COUNTED_FROM.search(text, 0, cue.span[0])]
    cues = [cue for cue in cues if cue not in ago]
    named = [cue for cue in cues if cue.mention]
    cues = [cue for cue in cues if not cue.mention and not _is_called_off(cue, cues, text)]
    held = [cue for cue in cues if cue.status is VoteStatus.HELD]
    if not tallies and not any(cue.casting for cue in held):
        held = [cue for cue in held if not cue.noun]
    told = _one_a_part([cue for cue in cues if cue.status is not VoteStatus.HELD], text)
    earlier = [cue for cue in held if cue.told and WHOM.search(text, 0, cue.span[0])]
    if len(held) > len(earlier):
        told += [Told((cue,)) for cue in earlier]
        held = [cue for cue in held if cue not in earlier]
    if tallies and held:
        with_counts = _by_tally(held, tallies, text)
        told += with_counts
        counted = {part for t in with_counts if t.tally for part in _parts(text, t.span)}
        held = [cue for cue in held if not counted & set(_parts(text, cue.span)) and not cue.stance]
        broken = {part for cue in held if cue.casting for part in _parts(text, cue.span)}
        held = [
            cue
            for cue in held
            if cue.sure
            or _sure_manner().search(text, *_own_part(text, cue.span))
            or broken & set(_parts(text, cue.span))
        ]
    told += _one_a_part([cue for cue in held if _supported(cue, text)], text)
    told += _one_a_part(ago, text)
    told += [Told((cue,)) for cue in named if not any(_is_of(part, cue, named) for part in told)]
    return sorted(told, key=lambda part: part.span)


def _is_called_off(cue: Cue, cues: list[Cue], text: str) -> bool:
    """Whether a vote to come is the subject of what was called off: "the vote, due on Thursday, was cancelled"."""
    return cue.status is VoteStatus.PLANNED and any(
        other.status is VoteStatus.CALLED_OFF
        and other.place is Place.BEFORE
        and cue.span[1] <= other.span[0]
        and not OTHER.search(text, cue.span[1], other.span[0])
        for other in cues
    )


def _parts(text: str, span: Span) -> range:
    """The numbers of the parts of a sentence that a span stands in."""
    return range(len(JOINT.findall(text[: span[0]])), len(JOINT.findall(text[: span[1]])) + 1)


def _own_part(text: str, span: Span) -> Span:
    """Where the part of a sentence begins and ends that a span stands in."""
    before = [joint.end() for joint in JOINT.finditer(text) if joint.end() <= span[0]]
    after = [joint.start() for joint in JOINT.finditer(text) if joint.start() >= span[1]]
    return (max(before, default=0), min(after, default=len(text)))


def _one_a_part(cues: list[Cue], text: str) -> list[Told]:
    """The cues of each status in each part of a sentence together; how some voted goes with the vote beside it."""
    found: dict[tuple[VoteStatus, int, int], list[Cue]] = {}
    years = _years_told(cues, text)
    deeds = [cue for cue in cues if cue.told]
    by_houses = [cue for cue in cues if is_done_by_a_house(text, cue.span[0])]
    if len(by_houses) > 1:
        deeds = by_houses  # "the House impeached her and the Senate convicted her"
    if len(by_houses) > 1 or len({cue.result for cue in deeds}) > 1:
        years |= {cue.span: number for number, cue in enumerate(deeds)}
    for cue in sorted(cues, key=lambda cue: (cue.stance, not cue.sure, cue.span)):
        key = (cue.status, _parts(text, cue.span)[0], years.get(cue.span, 0))
        beside = next((other for other in found if other[0] is cue.status), key)
        found.setdefault(beside if cue.stance or not (cue.sure or key[2]) else key, []).append(cue)
    return [Told(tuple(part)) for part in found.values()]


def _years_told(cues: list[Cue], text: str) -> dict[Span, int]:
    """How many elections of a year of their own stand before each: "elected in 2003 and re-elected in 2008" are two."""
    told: dict[Span, int] = {}
    number = 0
    ordered = sorted((cue for cue in cues if cue.election), key=lambda cue: cue.span)
    for index, cue in enumerate(ordered):
        before = ordered[index - 1].span[0] if index else 0
        after = ordered[index + 1].span[0] if index + 1 < len(ordered) else len(text)
        years = YEAR.search(text, before, cue.span[0]) and YEAR.search(text, cue.span[0], after)
        if index and (years or FIRST.search(text, max(0, before - len("first ")), cue.span[0])):
            number += 1
        told[cue.span] = number
    return told


def _is_of(told: Told, named: Cue, all_named: list[Cue]) -> bool:
    """Whether an election that is only named is the one that other words of the sentence tell of: the nearest named."""
    if told.span[0] < named.span[1] and named.span[0] < told.span[1]:
        return True
    same = [cue for cue in all_named if cue.status is told.leading.status]
    nearest = min(same, key=lambda cue: _apart_by(cue.span, told.span), default=None)
    return told.leading.election and told.leading.status is named.status and named is nearest


def _apart_by(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)


def _by_tally(held: list[Cue], tallies: list[Tally], text: str) -> list[Told]:
    owned: dict[int, list[Cue]] = {}
    for cue in held:
        index = min(range(len(tallies)), key=lambda i: _reach(cue.span, tallies[i].span, text))
        owned.setdefault(index, []).append(cue)
    told = []
    for index, tally in enumerate(tallies):
        mine = owned.get(index) or owned[min(owned, key=lambda other: abs(other - index))]
        if index not in owned and all(_is_joined_on(cue, tally, text) for cue in mine):
            continue
        here = set(_parts(text, tally.span))
        beside = [cue for cue in mine if here & set(_parts(text, cue.span)) or _is_of_a_majority(cue, tally, text)]
        other = [cue for cue in beside if _is_of_other_house(cue, tally, beside, text)]
        told += [Told((cue,)) for cue in other]
        near = [cue for cue in beside or mine if cue not in other and not _is_of_before(cue, tally, beside, text)]
        further = [
            cue for cue in near if _is_of_next(cue, tally, near, text) and not _is_of_a_majority(cue, tally, text)
        ]
        told += [Told((cue,)) for cue in further if cue.place is Place.AFTER and AND.search(text, 0, cue.span[0])]
        near = [cue for cue in near if cue not in further]
        ordered = sorted(_apart_from(tally, near), key=lambda cue: _distance(cue.span, tally.span))
        told.append(Told(tuple(ordered), tally))
    return told


def _is_of_a_majority(cue: Cue, tally: Tally, text: str) -> bool:
    """Whether counts before "but fell short" are of the majority that did not do: "won a majority, 6-4, but fell"."""
    return cue.fell_short and tally.span[1] <= cue.span[0] and A_MAJORITY.search(text, 0, tally.span[0]) is not None


def _is_joined_on(cue: Cue, tally: Tally, text: str) -> bool:
    """Whether a cue begins what is joined on behind counts, which are of something else."""
    return cue.span[0] > tally.span[1] and JOINED.search(text, tally.span[1], cue.span[0]) is not None


def _is_of_before(cue: Cue, tally: Tally, others: list[Cue], text: str) -> bool:
    """Whether another result, told behind "and" or "but", stands between a result and counts, which are that one's."""
    return cue.result is not None and any(
        other.result not in (None, cue.result, Result.TIED)
        and cue.span[1] <= other.span[0] < tally.span[0]
        and re.search(r"(?:;| and| but) (?:the|an?|another|one)\b", text[cue.span[1] : other.span[0]])
        for other in others
    )


def _is_of_other_house(cue: Cue, tally: Tally, others: list[Cue], text: str) -> bool:
    """Whether another house's deed stands between a house's and counts: "and the Senate convicted her 70-30"."""
    return is_done_by_a_house(text, cue.span[0]) and any(
        cue.span[1] <= other.span[0] < tally.span[0] and is_done_by_a_house(text, other.span[0]) for other in others
    )


def _is_of_next(cue: Cue, tally: Tally, others: list[Cue], text: str) -> bool:
    """Whether a result is joined on behind counts that another result before them has: "lost 48-77 and passed the"."""
    uncounted = UNCOUNTED.search(text, 0, cue.span[0]) is not None
    return (
        cue.result is not None
        and _is_joined_on(cue, tally, text)
        and any(
            (uncounted or other.result not in (None, cue.result, Result.TIED)) and other.span[1] <= tally.span[0]
            for other in others
        )
    )


def _apart_from(tally: Tally, cues: list[Cue]) -> list[Cue]:
    """Cues by counts whose words name the sides: what stands among those words ("162 voted against") is no result."""
    if not tally.named:
        return cues
    return [
        replace(cue, stance=True) if _distance(cue.span, tally.span) == 0 and cue.status is VoteStatus.HELD else cue
        for cue in cues
    ]


def _reach(cue: Span, tally: Span, text: str) -> int:
    """How far a cue is from counts; behind "and" or "but" begins what the next counts are of: "and was rejected by"."""
    joined = cue[0] > tally[1] and JOINED.search(text, tally[1], cue[0]) is not None
    return _distance(cue, tally) * (FURTHER if joined else 1)


def _distance(cue: Span, tally: Span) -> int:
    if cue[1] <= tally[0]:
        return tally[0] - cue[1]
    return 2 * (cue[0] - tally[1]) if cue[0] >= tally[1] else 0


def _supported(cue: Cue, text: str) -> bool:
    """Whether a held vote's cue without counts tells of a vote: by itself, or by the manner of voting beside it."""
    return (
        cue.sure
        or CONFIRMS.match(text, cue.span[0]) is not None
        or _manner().search(text[max(0, cue.span[0] - NEAR) : cue.span[1] + 2 * NEAR]) is not None
    )


@cache
def _sure_manner() -> Pattern:
    return Pattern(rf"\b(?:{words(lexicon('votes')['sure_manner'])})\b", re.IGNORECASE)


@cache
def _manner() -> Pattern:
    return Pattern(rf"\b(?:{words(lexicon('votes')['manner'])}|{MARGIN})\b", re.IGNORECASE)
