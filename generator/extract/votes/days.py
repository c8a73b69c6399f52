"""Extraction of votes: the times of a sentence come in, the one at which a vote was or will be held goes out."""

import datetime
import re
from dataclasses import replace
from functools import cache

from generator.extract.calendar_names import MONTH_OR_SHORT, WEEKDAY
from generator.extract.findings import TimeFinding
from generator.extract.lexicon import lexicon
from generator.extract.numbers import NUMBER
from generator.extract.patterns import Pattern
from generator.extract.votes.clauses import Clause
from generator.extract.votes.cue import Cue, Place, words
from generator.model.dates import period
from generator.model.words import VoteStatus

WEEK = datetime.timedelta(days=7)
HALF_A_YEAR = 183  # days
LATELY = 60  # days within which a day that was set for a vote is past, and not that of the next year
LEAP_DAY = (2, 29)
# A bare weekday: "last" and "next" are read by the clock.
BARE_WEEKDAY = Pattern(rf"^(?:(?:on|at|for|late|early|late on|early on) )*{WEEKDAY}(?: \w+)?$", re.IGNORECASE)


# An hour, which is of the day that was told before.
HOUR = Pattern(r"\d ?[ap]\.?m\b|\d:\d\d\b|\b(?:noon|midnight|o['’]clock)\b", re.IGNORECASE)
IN_MONTH = Pattern(rf"\b{MONTH_OR_SHORT}(?: \d{{1,2}})?\b(?! (?:last|next|this))")
DAY_OF_MONTH = Pattern(r"\d{1,2}(?:st|nd|rd|th)?\b", re.IGNORECASE)
YEAR = Pattern(r"\b(?:19|20)\d\d\b")


def day_of(
    times: tuple[TimeFinding, ...],
    clause: Clause,
    at: int,
    cue: Cue,
    *,
    lone: bool,
    published: datetime.date | None,
) -> TimeFinding | None:
    """The nearest time that a vote of a cue's status can have: in the clause, or at the sentence's beginning.

    Args:
        times: the time expressions of the sentence.
        clause: the stretch that tells of the vote.
        at: where its cue stands in the article.
        cue: what tells of it; a day before words of putting off is not that of the vote.
        lone: whether the sentence tells of no other vote.
        published: the article's day, or None.
    """
    status = cue.status
    own = [time for time in times if (not cue.moved or time.span[0] > at) and not (cue.mention and _until(time))]
    fitting = [
        time
        for time in own
        if _fits(time, status)
        and (status is VoteStatus.PLANNED or not BROUGHT.search(clause.text, 0, max(0, time.span[0] - clause.start)))
        and not _of_another(time, clause, at)
        and not _is_in_aside(time, clause, at)
        and not _is_when_told(time, clause, at)
        and not (cue.election and TOLD_ON.search(clause.text, 0, max(0, time.span[0] - clause.start)))
        and (
            cue.election
            or status is not VoteStatus.HELD
            or not _is_of_motion(time, clause, at + cue.span[1] - cue.span[0])
        )
        and not (status is VoteStatus.HELD and _is_ahead(time, published))
        and not (cue.mention and not _beside(time, clause, cue, at))
    ]
    inside = [time for time in fitting if clause.span[0] <= time.span[0] < clause.span[1]]
    leading = [time for time in fitting if lone or time.span[0] - clause.sentence[0] < 4]
    nearest = min(
        inside or leading,
        key=lambda time: (
            not (_until(time) and (cue.moved or _is_put_back(time, clause))),
            status is VoteStatus.CALLED_OFF and time.span[0] > at,
            time.when.date is None,
            _is_parted(time, clause, at),
            _away(time, at, cue),
        ),
        default=None,
    )
    settled = status is VoteStatus.PLANNED and WAS_TO.search(clause.text, 0, max(0, at - clause.start) + REACH)
    ended = at + cue.span[1] - cue.span[0]
    passive = status is VoteStatus.CALLED_OFF and cue.place is Place.BEFORE
    if passive and nearest and nearest.span[0] >= ended and (nearest.when.as_written or "").startswith("on "):
        return _on_its_side(nearest, VoteStatus.HELD, published)  # "was withdrawn on Monday"
    return _on_its_side(nearest, VoteStatus.CALLED_OFF if settled else status, published)


def _away(time: TimeFinding, at: int, cue: Cue) -> int:
    """How far a time stands from an election that is named, else from where the words for a vote begin."""
    last = at + cue.span[1] - cue.span[0]
    return max(at - time.span[1], time.span[0] - last, 0) if cue.election else abs(time.span[0] - at)


def only_day(times: tuple[TimeFinding, ...], published: datetime.date | None) -> TimeFinding | None:
    """The one day in the past that the times of a sentence tell of, or None where they tell of none or of several."""
    past = [_on_its_side(time, VoteStatus.HELD, published) for time in times if _fits(time, VoteStatus.HELD)]
    days = {time.when.date: time for time in past if time and is_day(time) and not _is_long_ago(time, published)}
    return next(iter(days.values())) if len(days) == 1 else None


def _is_long_ago(time: TimeFinding, published: datetime.date | None) -> bool:
    """Whether a day without its year can only be one of the year before, so that it is rather one to come."""
    dated = YEAR.search(time.when.as_written or "") is not None
    return not dated and published is not None and (published - period(time.when.date or "").first).days > HALF_A_YEAR


def is_day(time: TimeFinding) -> bool:
    """Whether a time comes to a single day."""
    span = period(time.when.date) if time.when.date else None
    return span is not None and span.first == span.last


# A vote to come that is told of as past, whose weekday may be over: "was to vote on Wednesday".
WAS_TO = Pattern(
    r"\b(?:was|were|had been) (?:due |set |expected |scheduled |meant |planning |planned )?(?:to|for|on)\b",
    re.IGNORECASE,
)
# A ballot, before the day on which it closes.
BALLOT = Pattern(r"\b(?:ballots?|votes?|voting|polls?)\b[^.,;]{0,25}$", re.IGNORECASE)
BEFORE = 10  # letters between a time and the election's name after it: "in May the national"
BEHIND = 14  # and between the name and the time after it: ", which was held on"
REACH = 25  # letters of a cue that tell
# Where else a motion passed, behind its counts: "on an 8-4 vote, after passing the Senate on".
AFTER_PASSING = Pattern(r"\d[–-]\d[^.;]{0,40}, after (?:passing|clearing) [^,;]{2,40}$", re.IGNORECASE)
# What counts from one time to the vote: "wrote on January 14, eight weeks before MPs were due to vote".
COUNTS_ON = Pattern(
    rf"\b(?:{NUMBER}|an?|the) (?:hour|day|night|week|month|year)s? (?:before|after)\b",
    re.IGNORECASE,
)


# A clause that tells more of somebody, open up to the words for the vote, and who tells behind it.
OPENS_ASIDE = Pattern(r", (?:where|which|who|whose)\b[^,;]*$")
THEN_TELLS = Pattern(
    r"[^.,;]*, (?:\w+ly )?(?:has |had )?(?:said|told|announced|confirmed|insisted|argued|added|warned|claimed|urged)\b"
)
# Where another part of a sentence begins.
JOINED_ON = Pattern(r"[;:]|, (?:and|but|while)\b")
# What joins a second deed of somebody to the day of the first: "quit in 2017 and won".
AND_THEN = Pattern(r" and (?:then |later )?", re.IGNORECASE)
# Before a day on which something was only said: "has been re-elected, the commission said on".
TOLD_ON = Pattern(r", [^,;]{2,80}\b(?:said|says|reported|announced|confirmed)(?: (?:late|early))? $", re.IGNORECASE)


def _of_another(time: TimeFinding, clause: Clause, at: int) -> bool:
    """Whether a time is that of what came before or after the vote: so long, or in another house."""
    between = clause.text[max(0, time.span[1] - clause.start) : max(0, at - clause.start)]
    other = time.span[0] < at and COUNTS_ON.search(between) is not None
    other = other or _is_of_occasion(time, clause)
    return other or AFTER_PASSING.search(clause.text, 0, max(0, time.span[0] - clause.start)) is not None


# What a vote came of, told in an aside before its own day: "made necessary by the death of a member in May, will be".
OCCASION = Pattern(r", (?:made|caused|triggered|called|prompted|forced|brought|needed)\b[^;]*$", re.IGNORECASE)
OWN_DAY = Pattern(
    r"[^;]{0,80}?, (?:will (?:be held|take place)|is (?:to be held|due|set|scheduled|expected)|takes place)\b",
    re.IGNORECASE,
)


def _is_of_occasion(time: TimeFinding, clause: Clause) -> bool:
    """Whether a time is that of what a vote came of."""
    start, end = max(0, time.span[0] - clause.start), max(0, time.span[1] - clause.start)
    return OWN_DAY.match(clause.text, end) is not None and OCCASION.search(clause.text, 0, start) is not None


# Before the day on which something was only brought in: "a motion tabled on Monday was withdrawn".
BROUGHT = Pattern(
    r"\b(?:tabled|lodged|submitted|introduced|put down|filed|unveiled)(?: (?:late|early))? $", re.IGNORECASE
)
# How long what is voted on lasts, or when it begins; and what else is told beside the vote.
LASTS = Pattern(r"\b(?:deadline|through|beyond|past|for|until|till|by|before|from)\s(?:the\s)?", re.IGNORECASE)
BESIDES = Pattern(
    r", (?:al|even )?though\b|, whereas\b|, as (?:was|were)\b"
    r"|\b(?:will|would|is to|are to|is expected|are expected|is due|are due)\b"
)
# The ballot of that day, on which something is put: "to place a bond measure on the Nov. 4 ballot".
ITS_BALLOT = Pattern(r" (?:general |primary |special |municipal )?(?:ballot|election|primary)\b")
# What was of that time, and no sitting: "to uphold last month's decision".
OWNED = Pattern(
    r"['’]s? (?!(?:\w+ )?(?:votes?|meeting|sitting|session|debate|ballot|division|hearing"
    r"|committee|council|cabinet|assembly|plenary|conference)\b)"
)


# What was done then is told in a clause of its own: "the plan, which won a majority on 29 January, was defeated".
ASIDE = Pattern(
    r"\b(?:which|who) (?:(?!\b(?:met|sat|debated|considered|discussed|gathered|convened"
    r"|due|set|scheduled|planned|expected|listed|tabled|put)\b)[^,;])*$",
    re.IGNORECASE,
)


ASIDE_ENDS = Pattern(r",(?! (?:when|where|as|after|while)\b)")


def _is_in_aside(time: TimeFinding, clause: Clause, at: int) -> bool:
    """Whether a time stands in a relative clause that ends before the words for the vote."""
    start, end = max(0, time.span[0] - clause.start), max(0, time.span[1] - clause.start)
    ends = ASIDE_ENDS.search(clause.text, end, max(end, at - clause.start)) is not None
    return time.span[0] < at and ends and ASIDE.search(clause.text, 0, start) is not None


def _is_when_told(time: TimeFinding, clause: Clause, at: int) -> bool:
    """Whether a time is when somebody told, of whom the vote says more: "On May 4 Lee, whose bill fell, said"."""
    between = clause.text[max(0, time.span[1] - clause.start) : max(0, at - clause.start)]
    opened = time.span[0] < at and OPENS_ASIDE.search(between) is not None
    return opened and THEN_TELLS.match(clause.text, max(0, at - clause.start)) is not None


def _is_of_motion(time: TimeFinding, clause: Clause, after: int) -> bool:
    """Whether a time is that of what was voted on, or of what is told against it: "to fund the ports through May 5"."""
    start = max(0, time.span[0] - clause.start)
    before = [led.end() for led in LASTS.finditer(clause.text, 0, start)]
    lasts = LASTS.match(time.when.as_written or "") is not None or start in before
    ends = max(0, time.span[1] - clause.start)
    owned = any(way.match(clause.text, ends) for way in (OWNED, ITS_BALLOT))
    return lasts or owned or BESIDES.search(clause.text, max(0, after - clause.start), start) is not None


def _is_parted(time: TimeFinding, clause: Clause, at: int) -> bool:
    """Whether a time before a cue stands in another part of the sentence: "in 1861, and he was confirmed in 1858"."""
    between = clause.text[max(0, time.span[1] - clause.start) : max(0, at - clause.start)]
    joined = JOINED_ON.search(between) or AND_THEN.fullmatch(between)
    return time.span[0] < at and joined is not None


def _beside(time: TimeFinding, clause: Clause, cue: Cue, at: int) -> bool:
    """Whether a time stands in or by an election's name or after a ballot; any other is of what else is told."""
    last = at + cue.span[1] - cue.span[0]
    near = at - BEFORE <= time.span[1] and time.span[0] <= last + BEHIND and not cue.undated
    return near or BALLOT.search(clause.text, 0, max(0, time.span[0] - clause.start)) is not None


def _is_put_back(time: TimeFinding, clause: Clause) -> bool:
    """Whether words of putting off stand before a time: "due on Monday but now put back until November"."""
    return _put_back().search(clause.text, 0, max(0, time.span[0] - clause.start)) is not None


@cache
def _put_back() -> Pattern:
    return Pattern(rf"\b(?:{words(lexicon('votes')['planned']['delayed'])})(?: again)? $", re.IGNORECASE)


def _until(time: TimeFinding) -> bool:
    return (time.when.as_written or "").casefold().startswith(("until ", "till "))


def _is_ahead(time: TimeFinding, published: datetime.date | None) -> bool:
    """Whether a time with its own year is still to come: "voted to ban it from 2027"."""
    dated = published is not None and time.when.date and YEAR.search(time.when.as_written or "")
    return bool(dated and published and period(time.when.date or "").first > published)


def _on_its_side(time: TimeFinding | None, status: VoteStatus, published: datetime.date | None) -> TimeFinding | None:
    """A weekday is the last one before publication for a vote that was held, and the next one for a vote to come.

    That of a vote called off is the nearest. So is a day of a month without its year.
    """
    if time is None or published is None or not time.when.date:
        return time
    written, day = time.when.as_written or "", period(time.when.date).first
    if not YEAR.search(written) and (IN_MONTH.search(written) or DAY_OF_MONTH.search(written)):
        return _in_its_year(time, status, published)
    if not BARE_WEEKDAY.search(written):
        return time
    if day > published and (
        status is VoteStatus.HELD or (status is VoteStatus.CALLED_OFF and day - published > WEEK / 2)
    ):
        day -= WEEK
    elif (status is VoteStatus.PLANNED and day < published) or (
        status is VoteStatus.CALLED_OFF and published - day > WEEK / 2
    ):
        day += WEEK
    return replace(time, when=time.when.model_copy(update={"date": day.isoformat()}))


def _in_its_year(time: TimeFinding, status: VoteStatus, published: datetime.date) -> TimeFinding:
    """A day or month without its year in the year that a vote of this status can have had it, or was to have it."""
    date = time.when.date or ""
    first, last = period(date).first, period(date).last
    held_ahead = status is VoteStatus.HELD and first > published
    planned_past = status is VoteStatus.PLANNED and (published - last).days > LATELY
    far = status is VoteStatus.CALLED_OFF and abs((first - published).days) > HALF_A_YEAR
    if not (held_ahead or planned_past or far) or (first.month, first.day) == LEAP_DAY:
        return time
    year = first.year + (1 if planned_past or (far and first < published) else -1)
    return replace(time, when=time.when.model_copy(update={"date": f"{year}{date[4:]}"}))


def _fits(time: TimeFinding, status: VoteStatus) -> bool:
    words_written = (time.when.as_written or "").casefold()
    relative = time.when.relative or ""
    past = relative.startswith("P-") or words_written.startswith(("last ", "yesterday", "since "))
    ahead = words_written.startswith(("until ", "till ", "by ", "next ", "tomorrow", "from ")) or re.match(
        r"P[1-9]", relative
    )
    since = words_written.startswith("since ")
    return not past if status is VoteStatus.PLANNED else not ahead and not since
