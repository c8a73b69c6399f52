"""Extraction of votes: readings come in with gaps, what the sentences just before say fills them, and they go out."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.able import (
    OF_COURT,
    OF_PARTY_PEOPLE,
    able_to_vote,
    choosing_house,
    is_committee,
    is_of_more,
    seat_of_mover,
)
from generator.extract.votes.antecedents import (
    ABOUT_A_VOTE,
    LONGEST,
    Antecedent,
    antecedents,
    head_of,
    names_its_kind,
    pointed_at,
)
from generator.extract.votes.bodies import (
    LED_AWAY,
    SHARE,
    Body,
    at_seat,
    is_both,
    is_court,
    is_legislature,
    is_of_party,
    is_people,
    is_whole,
    works_by_votes,
)
from generator.extract.votes.brought_up import BroughtUp, definite, told_in
from generator.extract.votes.chambers import Chambers, is_council
from generator.extract.votes.confidence import tells_of_survivor
from generator.extract.votes.contests import contests
from generator.extract.votes.cue import Place
from generator.extract.votes.days import HOUR, is_day, only_day
from generator.extract.votes.group import YEAR
from generator.extract.votes.outcomes import REMOVAL
from generator.extract.votes.reading import Reading
from generator.extract.votes.sittings import gone, is_before, tells_of_sitting
from generator.extract.votes.voters import AT_CONFERENCE, SAME_SITTING, THEY_VOTED
from generator.model.words import Result, VoteStatus

BACK = 2  # sentences within which "it" finds its motion
FRESH = 3  # sentences within which "the Senate votes on Monday" finds one that was not voted on
FAR = 15  # sentences within which "the motion" does
CLOSE = 4  # sentences between a vote and its figures
CHAMBER = 9  # sentences within which a vote of no named body is of the body at work
SITTING = 7  # sentences within which further votes are of the same sitting
# What makes the sentence before the one that says what was voted on.
POINTS_BACK = Pattern(
    r"^\W*(?:it|this|that|they|the \w+ (?:was|were|fell|failed|passed))\b|\b(?:it|them)\b", re.IGNORECASE
)
# The counts of the vote told of last, as such: "The 6-2 vote came after three hours", "The final tally was 214 to 126".
THE_COUNT = Pattern(
    rf"^\W*(?:the|that)(?: [\w-]+)? {NUMBER}[–-]{NUMBER}(?:[–-]{NUMBER})? (?:vote|decision|margin|tally|result)\b"
    r"|^\W*the (?:final |official )?(?:tally|vote|count|result)(?: [^.,;]{2,40}?)? (?:was|stood at|came in at) \w",
    re.IGNORECASE,
)
# The whole house, which votes on what a part of it has voted on: "the full Senate is to vote on Monday".
FULL = Pattern(
    r"\b(?:full|whole|entire) (?:[A-Z]\w+ )?(?:senate|house|council|parliament|assembly|chamber|board)\b", re.IGNORECASE
)
# A bill's readings, which only a house holds.
READ = Pattern(r"\b(?:(?:first|second|third) reading|(?:committee|report) stage|floor of the house)\b", re.IGNORECASE)
# What is voted on in the house alone in which it is brought.
OF_ONE_HOUSE = frozenset(["motion", "resolution", "amendment", "censure", "no confidence", "confidence motion"])
# A vote of the body that voted in a month told of just before.
OF_THE_SAME = Pattern(
    rf"{SAME_SITTING.pattern}|^\W*(?:an? )?similar (?:motion|vote|bid)|\b(?:on|of) its (?:next|new|own)\b",
    re.IGNORECASE,
)
COMMITTEE = Pattern(r"\b(?:committee|panel|board|commission|council)\b", re.IGNORECASE)
JUST_BEFORE = 2  # sentences within which a sitting gives its day to a vote
OTHER_TIME = Pattern(
    r"\b(?:previous(?:ly)?|more recent(?:ly)?|last (?:time|such|one|year|month|week)|in the past"
    r"|years? ago|the same (?:week|month|year)|similar|identical|originally"
    r"|at the (?:start|beginning|outset|opening) of (?:the|his|her|its|their)"
    r"|earlier (?:motion|version|attempt|vote|bid)"
    r"|first (?:passed|approved|elected)|(?:in|of) (?:1[5-9]|20)\d\d|since)\b",
    re.IGNORECASE,
)

DECIDED = (Result.PASSED, Result.REJECTED)
ONE_WON = Pattern(r"\b(?:he|she) (?:had )?(?:\w+ly )?won\b", re.IGNORECASE)
PRONOUN = Pattern(r"\b(?:it|them|they|this|that|which)\b", re.IGNORECASE)
# What a party does, and what all the people do.
CABINET = Pattern(r"\b(?:cabinet|executive)$", re.IGNORECASE)
OF_PARTY = Pattern(
    r"\bleadership (?:spill|challenge|ballot|contest|vote|motion)\b"
    r"|\b(?:vote|ballot)\b.{0,20} (?:among|of) (?:(?-i:[A-Z]\w+)|his|her|their) (?:own )?"
    r"(?:MPs|members|councillors|TDs)\b",
    re.IGNORECASE,
)
OF_ALL = Pattern(r"(?:an?|the|that|this|another) (?:[\w-]+ )?(?:referendum|plebiscite)\b", re.IGNORECASE)
POLL = Pattern(r"\b(?:[Tt]he|[Tt]hat|[Aa]|[Aa]n) (?:\w+ ){0,2}?(?:such )?poll\b")
# What may stand in a clause before its subject.
LEADS_IN = Pattern(r"\W*(?:(?:and|but|then|when|after|while)\W+)?", re.IGNORECASE)


@dataclass
class Memory:
    """What the sentences before have told: motions, the last one voted on, the bodies at work, the last vote's day."""

    chambers: Chambers
    published: datetime.date | None = None
    motions: BroughtUp = field(default_factory=BroughtUp)
    contests: BroughtUp = field(default_factory=BroughtUp)
    voted: Antecedent | None = None
    chosen: int | None = None
    result: Result | None = None
    counted: bool = False
    before: Antecedent | None = None
    body: tuple[int, Body] | None = None
    house: tuple[int, Body] | None = None
    ahead: set[int] = field(default_factory=set)
    then: tuple[int, Body] | None = None
    worked: list[Body] = field(default_factory=list)
    party: tuple[int, Body] | None = None
    people: tuple[int, Body] | None = None
    sitting: tuple[int, Body | None, TimeFinding] | None = None
    met: tuple[int, TimeFinding] | None = None

    def fill_all(self, readings: Iterable[Reading], number: int) -> list[Reading]:
        """The readings of a sentence, filled; a further vote on the same is on what the one before it was on."""
        filled: list[Reading] = []
        for reading in readings:
            if reading.follows and filled:
                reading = replace(reading, motion=filled[-1].motion, result=filled[-1].result)
            if filled and _gives_figures(filled[-1], reading):
                last = filled[-1]
                body, time = reading.body or last.body, reading.time or last.time
                reading = replace(reading, motion=last.motion, body=body, time=time)
                filled.append(replace(self.fill(reading, number), also=reading.clause.sentence))
                continue
            found = self.fill(reading, number)
            ellipsis = reading.motion is None and not reading.cue.election and not _points(reading.clause.text)
            apart = filled and not reading.again and {filled[-1].result, reading.result} == {*DECIDED}
            if apart and ellipsis:
                found = replace(found, motion=None, also=None)
            elif filled and (ellipsis or (reading.again and not found.also)):
                found = replace(found, motion=filled[-1].motion, also=filled[-1].also)
            filled.append(found)
        return filled

    def fill(self, reading: Reading, number: int) -> Reading:
        """A reading with its motion, body and time from what was told before, where it leaves them open."""
        found = self._motion(reading, number)
        filled = replace(
            reading,
            motion=found.words if found else reading.motion or definite(reading),
            also=found.sentence if found else None,
            body=self._body(number, reading),
        )
        if reading.result is None and found and found.number == number - 1 and self.before:
            same = self.result if reading.follows else None
            filled = replace(filled, result=same or told_in(self.before.words))
        if reading.figured and found and self.voted and found.words == self.voted.words and not self.counted:
            # "The motion fell. It was backed by 47 members and opposed by 35", since it needed more
            filled = replace(filled, result=self.result or reading.result)
        if (filled.survived and REMOVAL.search(filled.motion or "")) or self._is_survivors(filled, number):
            filled = replace(filled, result=Result.REJECTED)
        if filled.time and (filled.time.when.date or not HOUR.search(filled.time.when.as_written or "")):
            return filled
        return replace(filled, time=self._time(filled, number) or filled.time)

    def _is_survivors(self, reading: Reading, number: int) -> bool:
        """Whether somebody won a vote that the sentence before says was survived: "In May she won by ten votes"."""
        told = self.before.words if self.before and self.before.number == number - 1 else ""
        return reading.result is Result.PASSED and bool(ONE_WON.search(reading.clause.text)) and tells_of_survivor(told)

    def _motion(self, reading: Reading, number: int) -> Antecedent | None:
        """What a reading that only points back is about: a motion or contest told of, else the sentence before."""
        if reading.cue.election and reading.unnamed_contest and self.chosen == number - 1:
            return None  # "Members have selected Ann Ames. She won on the second ballot"
        if reading.cue.election:
            near = [a for a in self.contests.all() if number - a.number <= FAR and not _of_another_year(a, reading)]
            near = [a for a in near if reading.status is not VoteStatus.HELD or a.number not in self.ahead]
            return near[-1] if near and reading.unnamed_contest else None
        if reading.motion is not None:
            return None
        apart = OTHER_TIME.search(reading.clause.text) or (reading.breaks_tie and reading.time)
        reach = BACK if PRONOUN.search(reading.clause.text) or not apart else 0
        found = pointed_at(reading.clause.text, self.motions.all(), number, near=reach, far=FAR)
        if found and self._is_of_another_house(found, reading):
            return None
        named = names_its_kind(reading.clause.text)
        if found is None and reading.tally and THE_COUNT.search(reading.clause.text):
            last = self.voted if self.voted and number - self.voted.number <= CLOSE and not self.counted else None
            if last and not (last.number < number - 1 and self.before and told_in(self.before.words)):
                return last
        if not (found or named) and _is_open(reading):
            brought_up = [a for a in self.motions.all() if number - a.number <= FRESH]
            last = self.voted or next(reversed(brought_up), None)
            reach = FAR if FULL.search(reading.clause.text) else CHAMBER
            return last if last and number - last.number <= reach else None
        if found or named or not reading.tally or not POINTS_BACK.search(reading.clause.text):
            return found
        if self.before is None or self.before.number != number - 1:
            return None
        tells = reading.result or reading.tally.named or told_in(self.before.words)
        return self.before if tells else None

    def _is_of_another_house(self, found: Antecedent, reading: Reading) -> bool:
        """Whether a motion, which does not go on as a bill does, was brought in another house than that which votes."""
        there = {body.entity for body in self.chambers.sentences[found.number] if body.entity and works_by_votes(body)}
        own = reading.body if reading.body and works_by_votes(reading.body) and not is_whole(reading.body) else None
        entity = own.entity if own else None
        return found.head in OF_ONE_HOUSE and entity is not None and bool(there) and entity not in there

    def _body(self, number: int, reading: Reading) -> Body | None:
        """Who votes: as the clause says, else the body at work, one in the sentence, or the article's main one."""
        if reading.body:
            full = self.chambers.full(reading.body, number)
            return replace(full, span=reading.body.span, led=reading.body.led)  # it is named here
        last = self._sat_last(reading)
        if party := self._party_at_work(reading, number):
            return party
        if reading.cue.election:
            sat = [body for body in (self.house and self.house[1], self.chambers.main) if body]
            return choosing_house(reading, sat, self.chambers.sitting)
        if self.people and number - self.people[0] <= BACK and SHARE.search(reading.clause.text) and not reading.tally:
            return self.people[1]
        if OF_COURT.match(reading.motion or ""):
            return self.chambers.court(number)
        if (
            POLL.search(reading.clause.text)
            or OF_ALL.match(reading.motion or "")
            or OF_PARTY.search(reading.motion or "")
            or AT_CONFERENCE.search(reading.clause.text)
        ):
            return None
        if number and THEY_VOTED.search(reading.clause.text):
            subjects = [body for body in self.chambers.sentences[number - 1] if is_legislature(body) and not body.led]
            if subjects:
                return self.chambers.full(subjects[0], number - 1)
        if self.then and number - self.then[0] <= 1 and OF_THE_SAME.search(reading.clause.text):
            return self.then[1]
        at_work = last[1] if last and number - last[0] <= CHAMBER else None
        elsewhere = self.chambers.full(reading.elsewhere, number) if reading.elsewhere else None
        of_house = READ.search(reading.clause.text) is not None or (reading.bill is not None and self.chambers.british)
        before = last[1] if last and not of_house else None
        choices = [body for body in (at_work, elsewhere, before, self.chambers.main) if body]
        choices = [body for body in choices if not (of_house and COMMITTEE.search(body.words))]
        leads = reading.elsewhere is not None and _leads(reading.elsewhere, reading)
        if elsewhere and (leads or (reading.cue.brings and elsewhere is not before)):
            choices.insert(0, elsewhere)
        choices = able_to_vote(reading, choices, self.worked, self.chambers.in_trial, self.chambers.seats)
        seat = seat_of_mover(reading.motion or "", self.chambers.seats)
        if seat and not choices:
            return self.chambers.house(seat)
        off = reading.status is VoteStatus.CALLED_OFF and not self.chambers.sentences[number]
        if not choices and self.chambers.british and (off or is_of_more(reading)):
            return Body((0, 0), "House of Commons")
        if reading.bill or self.chambers.british:
            fresh = at_work if self.body and number - self.body[0] <= 1 and not reading.bill else None
            choices.sort(key=lambda body: is_council(body) and body not in (fresh, elsewhere))
        return at_seat(self.chambers.sentences[number]) or next(iter(choices), None)

    def _party_at_work(self, reading: Reading, number: int) -> Body | None:
        """The party or its members that voted just before, on whom they chose or on what no house is told to have."""
        if self.party is None or self.chambers.sentences[number]:
            return None
        told, party = self.party
        if reading.cue.election:
            of_party = OF_PARTY_PEOPLE.match(reading.motion or "")
            return party if of_party and number - told <= CLOSE else None
        acted_on = reading.cue.place is Place.BEFORE or reading.status is VoteStatus.CALLED_OFF
        return party if number - told == 1 and acted_on and not is_of_more(reading) else None

    def _sat_last(self, reading: Reading) -> tuple[int, Body] | None:
        """The body at work for a vote; for one that was held no committee that is only to vote, where a house sat."""
        text = reading.clause.text
        apart = OTHER_TIME.search(text) or _is_of_then(reading) or (POINTS_BACK.match(text) and not is_of_more(reading))
        return self.body if reading.status is not VoteStatus.HELD or apart else self.house or self.body

    def _time(self, reading: Reading, number: int) -> TimeFinding | None:
        """The day of the sitting or vote told of just before, where this one was held in the same breath."""
        if reading.status is VoteStatus.PLANNED or reading.cue.election or OTHER_TIME.search(reading.clause.text):
            return None
        if self.met and number - self.met[0] <= JUST_BEFORE:
            return self.met[1]
        if self.sitting is None:
            return None
        last, body, time = self.sitting
        same = reading.body is None or (body is not None and body.may_be(reading.body))
        return time if same and number - last <= SITTING else None

    def keep(
        self,
        document: Document,
        sentence: Span,
        number: int,
        readings: list[Reading],
        times: tuple[TimeFinding, ...],
    ) -> None:
        """Remember a sentence, with the times in it, for those that follow."""
        self._remember_told(document, sentence, number, readings)
        self._remember_day(document.quote(sentence), number, readings, gone(document, sentence, times))

    def _remember_day(self, text: str, number: int, readings: list[Reading], times: tuple[TimeFinding, ...]) -> None:
        sits = tells_of_sitting(text) and not OTHER_TIME.search(text)
        day = only_day(times, self.published) if sits else None
        if day and all(r.status is VoteStatus.HELD and not is_before(r) for r in readings):
            self.met = (number, day)
        for reading in readings:
            if reading.status is VoteStatus.HELD and reading.time and is_day(reading.time) and not is_before(reading):
                self.sitting = (number, reading.body, reading.time)

    def _remember_told(self, document: Document, sentence: Span, number: int, readings: list[Reading]) -> None:
        text = document.quote(sentence).strip()
        self.before = Antecedent(number, text[:LONGEST].rstrip(" ."), sentence, None)
        self.contests.add(lambda: [Antecedent(number, words, sentence, None) for words in contests(text)])
        self.motions.add(lambda: antecedents(document.quote(sentence), sentence, number))
        if {r.status for r in readings if r.cue.election} == {VoteStatus.PLANNED}:
            self.ahead.add(number)  # none of its elections was won by anybody
        if any(r.cue.election and r.status is VoteStatus.HELD and r.result is Result.ELECTED for r in readings):
            self.chosen = number
        for reading in readings:
            if reading.motion and not (reading.cue.election or ABOUT_A_VOTE.match(reading.motion)):
                telling = reading.also or reading.clause.sentence
                self.voted = voted = Antecedent(number, reading.motion, telling, head_of(reading.motion))
                self.motions.add(partial(iter, (voted,)))
                self.result, self.counted = reading.result, reading.tally is not None
        chose = next((r.body for r in readings if r.body and is_of_party(r.body)), None)
        self.party = (number, chose) if chose else self.party
        people = next((r.body for r in readings if r.body and is_people(r.body)), None)
        self.people = (number, people) if people else self.people
        fresh = [reading for reading in readings if not _is_of_then(reading)]
        if readings and not fresh:
            self.then = next(((number, r.body) for r in readings if r.body), None)
            return
        named = [r.body for r in fresh if r.body and not r.cue.election and _sits(r.body)] or [
            b
            for b in self.chambers.sentences[number]
            if works_by_votes(b) and not is_both(b) and b.led not in LED_AWAY and (b.entity or b.words[0].isupper())
        ]
        if named:
            self.body = (number, self.chambers.full(named[-1], number))
            self.worked.append(self.body[1])
            ahead = bool(fresh) and all(reading.status is VoteStatus.PLANNED for reading in fresh)
            if not (ahead and (is_committee(self.body[1]) or named[-1].led == "to")):
                self.house = self.body


def _points(text: str) -> bool:
    """Whether a clause points back by a word of its own: "rejected it", "the bill was carried"."""
    return PRONOUN.search(text) is not None or names_its_kind(text)


def _of_another_year(contest: Antecedent, reading: Reading) -> bool:
    """Whether a contest has another year in its name than a reading tells of: "the 2020 election"."""
    years = set(YEAR.findall(contest.words))
    return bool(years) and reading.time is not None and (reading.time.when.date or "")[:4] not in years


def _gives_figures(told: Reading, reading: Reading) -> bool:
    """Whether words give the counts of a vote that the same sentence told of: "passed it; 412 voted in favour, 98"."""
    held = told.status is VoteStatus.HELD is reading.status and not (told.cue.election or reading.cue.election)
    agree = reading.result in (None, told.result)
    named = reading.tally is not None and reading.tally.named
    return held and named and told.tally is None and reading.motion is None and agree


def _leads(body: Body, reading: Reading) -> bool:
    """Whether a clause begins with a body, which is what it speaks of: "The committee, which has ten members, tied"."""
    before = reading.clause.text[: max(0, body.span[0] - reading.clause.start)]
    return body.led is None and LEADS_IN.fullmatch(before) is not None


def _is_of_then(reading: Reading) -> bool:
    """Whether a vote was held in a month or year gone by, so that its house is not the one at work: "in July"."""
    dated = reading.status is VoteStatus.HELD and reading.time is not None and reading.time.when.date is not None
    return dated and reading.time is not None and not is_day(reading.time)


def _sits(body: Body) -> bool:
    """Whether a body may be at work in the sentences after that of its vote: any but a party, a cabinet or a court."""
    other = is_court(body) or CABINET.search(body.words)
    sits = works_by_votes(body) or (is_legislature(body) and not body.party and not other)
    return sits and not is_both(body)


def _is_open(reading: Reading) -> bool:
    """Whether a sentence tells of a body's vote to come with its day and no motion: "The full Senate votes Monday"."""
    ahead = reading.status is VoteStatus.PLANNED and reading.lone
    return ahead and reading.body is not None and reading.time is not None
