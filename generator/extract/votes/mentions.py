"""Extraction of votes: a sentence with its times comes in, elections named in passing go out as cues."""

import datetime
import re
from collections.abc import Iterator
from functools import cache

from generator.extract.calendar_names import MONTH
from generator.extract.findings import TimeFinding
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern
from generator.extract.votes.contests import CAUCUS
from generator.extract.votes.cue import Cue, Place, words
from generator.extract.votes.days import BARE_WEEKDAY
from generator.extract.votes.elections import NO_HEAD, names_election
from generator.model.dates import period
from generator.model.words import Result, VoteStatus

NEAR = 3  # characters between an election's name and the time that belongs to it
RANKED = {
    VoteStatus.HELD: Pattern(r"\b(?:last|previous|recent|past)\b", re.IGNORECASE),
    VoteStatus.PLANNED: Pattern(r"\b(?:next|coming|upcoming|forthcoming|looming|impending)\b", re.IGNORECASE),
}
YEAR = Pattern(r"\b(?:19|20)\d\d\b")
# An election that was not held, or that nobody knows of.
NONE_HELD = Pattern(
    r"\b(?:not|never|n['’]t) (?:yet )?(?:held|hold|had|have|call(?:ed)?|won|win) (?:any )?$"
    r"|\b(?:no|without|every|each|any)\s$"
    r"|\b(?:trigger|avert|avoid|provok|risk|forc)(?:e|ing)? (?:(?:an?|the) )?$"
    r"|\b(?:possibility|prospect|threat|chance|risk) of (?:(?:an?|the) )?$"
    r"|\b(?:rather than|instead of|cancel+(?:ed|ing)|scrap(?:ped|ping)|call(?:ed|ing) off)"
    r" (?:(?:an?|the|its|their) )?$",
    re.IGNORECASE,
)
# What tells of somebody's victory in one that is named in passing: "her majority of 414 at the by-election".
WON_BY = Pattern(r"\bmajority of [\d,]+(?: votes)?,? (?:at|in) $", re.IGNORECASE)
WON_THEN = Pattern(
    r"(?: (?:of|in) (?:19|20)\d\d)?,? (?:and|but|which)(?: (?:he|she|they))?(?: (?:then|later|\w+ly))?"
    r" (?:(?:lost|losing)(?: \w+ly)? to (?=[^.,;]{0,60}[A-Z])|was (?:beaten|defeated) by (?=[^.,;]{0,60}[A-Z]))",
    re.IGNORECASE,
)
# Before what somebody is quoted as saying of an election that has no day: “gone at the next election”.
IN_QUOTES = Pattern(r"[“\"][^“”\"]*$")
# Who stands in one that has no date.
STANDING = Pattern(
    r"(?:\b(?:is|are|am)|['’](?:s|re|m)) (?:now |also )?(?:running(?! (?:high|low|out|late))"
    r"|standing|campaigning|seeking|competing|vying|a candidate)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
# Before an election without a year that is still to come.
TO_COME = Pattern(
    r"\b(?:(?:is|are|['’]s|['’]re) (?:up for|due|facing|seeking|preparing for)|faces?|seeks|call(?:s|ed|ing)?"
    r"|sets?|announced)"
    r" (?:(?:a|an|the|his|her|their|its|new|early|snap|fresh) )*(?:re-)?$",
    re.IGNORECASE,
)
# Before an election of a day or month without its year that is over.
SINCE = Pattern(
    r"\b(?:results? of|since|following|aftermath of|outcome of|fraud in|rigged|stolen|won|lost|defeat in|victory in"
    r"|disputed) (?:(?:the|last|his|her|their|its) )?$",
    re.IGNORECASE,
)
# Before what follows an election that is to come: "are expected to agree it after the elections in May".
WILL = Pattern(r"\b(?:will|(?:is|are) (?:expected|due|set|likely) to)\b[^.;]*$", re.IGNORECASE)
# What is no part of an election's name: "in", "President Dorn in", "MEPs following".
LEADS = (
    Pattern(r"^[A-Z]\w* following (?=[A-Z])"),
    Pattern(r"^(?:.*\bin|and) ", re.IGNORECASE),
    Pattern(r"^in ", re.IGNORECASE),
)
# What is only said of an election that is over.
DISPUTED = Pattern(r"\b(?:disputed|contested|rigged|annulled|stolen)\b", re.IGNORECASE)
# Within the year of publication only such words tell that an election is still to come.
AHEAD = Pattern(
    r"\b(?:candidates?|nominees?|nomination|running(?! (?:high|low|out|late))"
    r"|run|campaign|bid|ahead of|before|upcoming|contest|seeking"
    r"|stand|standing|endors\w+|race|withdr\w+ from|drop(?:s|ped|ping)? out of|quit(?:s|ting)?|entered|joined)\b"
    r"[^.;]*$",
    re.IGNORECASE,
)
# A present before an election of a weekday that tells that it is still to come: "is the last before Saturday's vote".
NOW = Pattern(r"\b(?:is|are|am|will|has|have)\b|['’](?:s|re|ll|ve)\b", re.IGNORECASE)


def election_mentions(
    text: str, start: int, times: tuple[TimeFinding, ...], published: datetime.date | None
) -> Iterator[Cue]:
    """Elections named with their time, such as "the 2016 presidential election" or "the by-election on 10 September".

    Args:
        text: the sentence.
        start: where it stands in the article.
        times: the time expressions that stand in it.
        published: the article's day, or None.
    """
    for match in _race().finditer(text):
        if not YEAR.search(text):
            yield Cue(
                span=match.span("what"),
                status=VoteStatus.PLANNED,
                sure=True,
                election=True,
                mention=True,
                undated=True,
            )
    if not names_election(text) and "polls" not in text:
        return
    onward: VoteStatus | None = None
    for match in reversed(list(_named().finditer(text))):
        race = match.group().casefold().endswith("race") and not YEAR.search(match.group())
        if race or CAUCUS.fullmatch(match.group()) or NONE_HELD.search(text[: match.start()]):
            continue
        time = _time(times, start + match.start(), start + match.end())
        leads_on = re.match(r" for\s", text[match.end() :]) is not None
        status = _status(text[: match.start()], match.group(), time, published) or (onward if leads_on else None)
        if status is VoteStatus.PLANNED and time is None and IN_QUOTES.search(text, 0, match.start()):
            continue
        onward = status
        if status:
            led = (found.end() for lead in LEADS if (found := lead.match(match.group())))
            begins = match.start() + next((end for end in led if names_election(match.group()[end:])), 0)
            won = WON_BY.search(text, 0, match.start()) or WON_THEN.match(text, match.end())
            yield Cue(
                span=(begins, match.end()),
                status=status,
                result=Result.ELECTED if won and status is VoteStatus.HELD else None,
                place=Place.BEFORE,
                sure=True,
                election=True,
                mention=True,
            )


def _time(times: tuple[TimeFinding, ...], first: int, last: int) -> TimeFinding | None:
    """The time inside an election's name or right after it."""
    fitting = [t for t in times if t.span[1] > first and t.span[0] <= last + NEAR]
    return fitting[0] if fitting else None


def _status(before: str, name: str, time: TimeFinding | None, published: datetime.date | None) -> VoteStatus | None:
    """Held or to come, where the time or the name tells which; else None."""
    year = YEAR.search(name)
    undated = year is None and (time is None or not YEAR.search(time.when.as_written or ""))
    past = RANKED[VoteStatus.HELD].search(name) is not None
    if undated and time and not past and (TO_COME.search(before) or STANDING.search(before)):
        return VoteStatus.PLANNED
    if undated and time and AHEAD.search(before) and BARE_WEEKDAY.search(time.when.as_written or ""):
        return VoteStatus.PLANNED if NOW.search(before) else None
    date = year.group() if year else time.when.date if time else None
    if date is None and STANDING.search(before) and not past:
        return VoteStatus.PLANNED
    if date is None or published is None:
        return next((status for status, pattern in RANKED.items() if pattern.search(name)), None)
    when = period(date)
    over = undated and ((SINCE.search(before) and not WILL.search(before)) or DISPUTED.search(name))
    if when.last < published or (over and when.first > published):
        return VoteStatus.HELD
    if when.first > published or (when.first < when.last and AHEAD.search(before)):
        return VoteStatus.PLANNED
    return None


@cache
def _race() -> Pattern:
    """What people stand for that has no day: "the race for the Democratic nomination"."""
    prizes = words(["nomination", "leadership", "presidency", "premiership", "mayoralty"])
    after_verb = "|".join(
        f"(?<={verb} )" for verb in ("ended", "suspended", "launched", "announced", "dropped", "began")
    )
    campaign = rf"(?:{after_verb})(?:his|her|their|an?) (?:\w+ )?(?:campaign|bid) for"
    nomination = r"(?=(?:the|his|her|their|its) (?:[\w’'-]+ ){0,4}?nomination\b)"
    stands = (
        r"(?:race|contest|running|vying|competing|(?<!former )(?:contender|candidate|frontrunner|front-runner)s?) for"
    )
    leaves = r"(?:withdr[ae]w(?:s|n|ing)?|withdrawal) from|drop(?:s|ped|ping)? out of|(?<!former )candidates? in"
    inside = r"(?=(?:the|his|her|their|its) (?:[\w’'-]+ ){0,3}?(?:primary|primaries)\b)"
    return Pattern(
        rf"\b(?:{campaign} {nomination}|{stands} |(?:{leaves}) {inside})"
        rf"(?P<what>(?:the|his|her|their|its) (?:[\w’'-]+ ){{0,4}}?(?:{prizes}|primary|primaries))\b",
        re.IGNORECASE,
    )


@cache
def _named() -> Pattern:
    kinds = words(lexicon("votes")["elections"])
    plain = words(lexicon("votes")["election_words"])
    word = rf"(?:[A-Z][\w.]*(?:[’'-][\w]+)?(?:['’]s)?|(?:19|20)\d\d|\d{{1,2}}(?:st|nd|rd|th)?|(?i:{plain})|[a-z]+['’]s)"
    return Pattern(
        rf"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]his|[Hh]is|[Hh]er)\s)?(?:{word}\s){{0,6}}"
        rf"(?:(?i:(?:re-)?(?:{kinds})|referendum)|(?<=\d\d\d\d )polls)\b{NO_HEAD}"
        rf"(?: (?:in|for|at) (?!\d|{MONTH}\b)[A-Z][\w’-]*(?: [A-Z][\w’-]*){{0,2}}"
        r"| (?:as|to) [a-z][\w ]{2,30}?(?= in (?:19|20)\d\d\b))?"
    )
