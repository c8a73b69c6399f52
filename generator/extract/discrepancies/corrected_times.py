"""Extraction's last look, hours and days put right: times come in, two that are told of one happening go out.

`He said the report was sent on Friday. The office says it was sent on Saturday.`
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.discrepancies.comparing import compatible
from generator.extract.discrepancies.givers import Said, given
from generator.extract.discrepancies.rival_times import UNTIL, are_of_two, find_rival_times
from generator.extract.discrepancies.senses import sense
from generator.extract.discrepancies.wording import one_of
from generator.extract.document import Document
from generator.extract.findings import ClaimFinding, Span, TimeFinding
from generator.extract.lexicon import words
from generator.extract.numbers import NUMBER, number_of
from generator.extract.patterns import Pattern
from generator.extract.tokens import root_of

CLOCK = Pattern(
    r"(?<![\w.,:£$€])(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?(?P<half>\s?[ap]\.?m\b)"
    r"|(?P<plain>\d{1,2})[.:](?P<late>[0-5]\d)(?![\d%]| ?(?:per|million|billion|bn))"
    rf"|\b(?P<part>half|(?:a )?quarter|{NUMBER}(?: minutes|(?= past)|(?= to (?:noon|midnight)))) (?P<side>past|to) "
    rf"(?P<full>{NUMBER}|noon|midnight)\b|(?P<word>\bnoon|\bmidnight)\b"
    rf"|\b(?P<bell>{NUMBER}) o['’]clock\b"
    rf"|(?i:\b{one_of('clock_verbs')}) (?:[\w’'-]+ ){{0,3}}?at (?P<bare>{NUMBER})"
    r"(?=[.,;!?’”\"]|$| in the (?:morning|afternoon|evening)\b| (?:that|on|and|but|when)\b))"
)
THE_TIMED = Pattern(
    rf"\b(?:the|its) (?:\w+ )?(?P<thing>{one_of('timed_things')}) (?:at|of|{one_of('happen')}(?: \w+)?,?(?: at)?) $",
    re.IGNORECASE,
)
GIVES = Pattern(rf"\b{one_of('give_time')}\b", re.IGNORECASE)
NO_SOURCE = r"(?! (?:has |had |have )?(?:said|says|say|told|insist\w*|announced|stated)\b)"
REFERS = Pattern(
    rf"\b(?:(?:it|they)\b{NO_SOURCE}|this|that|(?:she|he) learn\w*|timed|dated|dates|the {one_of('timed_things')})\b",
    re.IGNORECASE,
)
DAY_REFERS = Pattern(
    rf"(?i)\b(?:(?:it|they)\b{NO_SOURCE}|(?:she|he) learn\w*|the (?:date|day)\b|dated|(?<!the )dates"
    r"|one of the \w+"
    r"|said in a statement)\b"
)
ONE_OF = Pattern(r"(?i)\bone of the (\w+)")
GIVES_BARE = Pattern(r"(?i)\b(?:says|lists|gives|shows|records)(?: it as)?(?: at| on)? $")
AHEAD = Pattern(
    r"(?i)\b(?:could|would|will|hopes?|until|deadline|since the|put (?:it |\w+ )?off"
    r"|last (?:saw|seen|heard)|preceding|previous|following)\b|\bby $"
)
REPORTED = Pattern(
    r"(?i)\b(?:said|told (?:\w+ ){1,2}?|according to (?:\w+ ){1,3}?|announced|asked|speaking(?: \w+){0,3}) ?$"
)
OF_OTHER = Pattern(r"(?i)\b(?:when|after|before|while|because)\b")
"""Behind what refers to a thing, this tells when something else was: `he knew of it when she rang on [Friday]`."""
STOP = re.compile(r"[.!?][”’\"']?\s")
PARTS = re.compile(r"[.;!?]\s|[.!?][”’\"']|, but |; ")
LOOKED_BACK = 60
"""Letters before an hour in which the thing stands that it is of."""
HOURS = 12
NEAREST = 1
"""Sentences between a time and one that corrects it."""
FURTHEST = 3_000
"""Letters between the two, where no mark ends a sentence."""


Timed = TypeVar("Timed", "_Hour", TimeFinding)


@dataclass(frozen=True)
class _Hour:
    span: Span
    minutes: int
    """Of a day of twelve hours where the half is not said."""


class _Stops:
    """Where an article's sentences end, by their marks alone."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in STOP.finditer(text)]
        self._starts, self._ends = [start for start, _ in spans], [end for _, end in spans]

    def near(self, found: Sequence[Timed], place: int) -> Iterator[Timed]:
        """What stands shortly before one of several things in reading order, the nearest first."""
        before = bisect_right(self._ends, found[place].span[0])
        for one in map(found.__getitem__, range(place - 1, -1, -1)):
            far = found[place].span[0] - one.span[1] > FURTHEST
            if far or before - bisect_left(self._starts, one.span[1]) > NEAREST:
                break
            yield one


def find_corrected_times(
    document: Document, times: tuple[TimeFinding, ...], claims: tuple[ClaimFinding, ...]
) -> Iterator[Values]:
    """The clauses of two times of one happening: of two sources, or the later in a clause that gives one again."""
    stops, said = _Stops(document.text), Said(claims)
    hours = list(_hours(document))
    for place, hour in enumerate(hours):
        for earlier in stops.near(hours, place):
            if (
                earlier.minutes % 720 != hour.minutes % 720
                and _corrects(document, earlier.span, hour.span, REFERS)
                and not are_of_two(document, earlier.span, hour.span)
            ):
                yield value_at(document, earlier.span), value_at(document, hour.span)
                break
        if named := THE_TIMED.search(document.text[max(0, hour.span[0] - LOOKED_BACK) : hour.span[0]]):
            yield from _told_before(document, hours, hour, named["thing"])
    yield from find_rival_times(
        document,
        [hour.span for hour in hours],
        claims,
        lambda one, other: hours[one].minutes % 720 != hours[other].minutes % 720,
    )
    yield from find_rival_times(
        document,
        [time.span for time in times],
        claims,
        lambda one, other: (
            not compatible(times[one].when, times[other].when)
            and (_alike(times[one], times[other]) or any(map(_ends, (times[one], times[other]))))
        ),
    )
    for place, time in enumerate(times):
        for one in stops.near(times, place):
            if (
                not compatible(one.when, time.when)
                and not any(_is_of_report(document, told) for told in (one, time))
                and _alike(one, time)
                and _corrects(document, one.span, time.span, DAY_REFERS)
                and not are_of_two(document, one.span, time.span)
                and (not given(document, time.span, said).own or _tells_of_same(document, one.span, time.span))
            ):
                yield value_at(document, one.span), value_at(document, time.span)
                break


def _told_before(document: Document, hours: list[_Hour], hour: _Hour, thing: str) -> Iterator[Values]:
    """The other of the only two hours that an article gives for a thing, where it was told before."""
    named = Pattern(rf"\b{re.escape(thing)}s?\b", re.IGNORECASE)
    of_it = [one for one in hours if named.search(document.quote(sentence_of(document, one.span)))]
    if len({one.minutes % 720 for one in of_it}) == 2:
        first = next(one for one in of_it if one.minutes % 720 != hour.minutes % 720)
        apart = sentence_of(document, first.span) != sentence_of(document, hour.span)
        if first.span < hour.span and apart and not AHEAD.search(document.text[first.span[0] - 30 : first.span[0]]):
            yield value_at(document, first.span), value_at(document, hour.span)


def _hours(document: Document) -> Iterator[_Hour]:
    for match in CLOCK.finditer(document.text):
        minutes = _minutes(match)
        if minutes is not None:
            yield _Hour(match.span("bare" if match["bare"] else 0), minutes)


def _minutes(match: re.Match[str]) -> int | None:
    if match["word"]:
        return 0
    if told := match["bell"] or match["bare"]:
        hour = number_of(told)
        return hour * 60 if hour is not None and hour <= HOURS else None
    if match["full"] is None:
        return int(match["hour"] or match["plain"]) * 60 + int(match["minute"] or match["late"] or 0)
    told = match["part"].lower().removesuffix(" minutes")
    part = {"half": 30, "quarter": 15, "a quarter": 15}.get(told) or number_of(told)
    full = 0 if match["full"].lower() in ("noon", "midnight") else number_of(match["full"])
    if part is None or full is None or part > 30 or full > HOURS:
        return None
    return full * 60 + (part if match["side"] == "past" else -part)


def _is_of_report(document: Document, time: TimeFinding) -> bool:
    """Whether a time is that of saying something, or of what was just told: `said on Thursday`, `that night`."""
    before = document.text[max(0, time.span[0] - LOOKED_BACK) : time.span[0]]
    return bool(REPORTED.search(before)) or document.text[time.span[0] : time.span[1]].lower().startswith("that ")


def _ends(time: TimeFinding) -> bool:
    """Whether a time is told as an end, so that any other that is not as exact may stand against it: until May."""
    return UNTIL.match(time.when.as_written or "") is not None


def _alike(one: TimeFinding, other: TimeFinding) -> bool:
    """Whether two times are as exact as each other: a day and a day, no day and a year."""
    dates = [time.when.date or "" for time in (one, other)]
    lengths = {len(date) for date in dates}
    return len(lengths) == 1 and "/" not in "".join(dates)


def _corrects(document: Document, earlier: Span, later: Span, refers: Pattern) -> bool:
    """Whether the later time's clause gives the time of what the earlier one's sentence tells."""
    text = document.text
    if not PARTS.search(text, earlier[1], later[0]) or any(UNTIL.match(text, span[0]) for span in (earlier, later)):
        return False
    clause = text[max([earlier[1], *(stop.end() for stop in STOP.finditer(text, earlier[1], later[0]))]) : later[0]]
    told = GIVES_BARE.search(clause) or (GIVES.search(clause) and refers.search(clause))
    if not told or AHEAD.search(clause):
        return False
    if (one := ONE_OF.search(clause)) and one[1] not in document.quote(sentence_of(document, earlier)):
        return False
    return not OF_OTHER.search(clause, max((match.end() for match in refers.finditer(clause)), default=0))


def _tells_of_same(document: Document, earlier: Span, later: Span) -> bool:
    """Whether the verb that goes with the later time is none of its own, or one of the earlier's sentence."""
    verb = root_of(document.phrase(later)).head
    if verb.pos_ != "VERB" or verb.lemma_.lower() in words("discrepancies", "says"):
        return True
    if AHEAD.search(document.text[sentence_of(document, earlier)[0] : earlier[0]]):
        return False
    sentence = document.phrase(sentence_of(document, earlier))
    if verb.lemma_.lower() in words("discrepancies", "empty_verbs"):
        return False
    return sense(verb.lemma_.lower()) in {sense(token.lemma_.lower()) for token in sentence}
