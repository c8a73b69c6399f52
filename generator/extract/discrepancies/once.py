"""Extraction's last look, what happens once: the cast and times come in, one resignation put on two days goes out.

`Councillor Dale resigned on Monday. … The party says that she had resigned on Sunday night.`
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.extract.cast import Cast
from generator.extract.claims.clock import Clock
from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.discrepancies.comparing import A_WEEKDAY, MONTH_AND_DAY, compatible, pairs
from generator.extract.document import Document
from generator.extract.findings import Span, TimeFinding
from generator.extract.lexicon import lexicon
from generator.extract.patterns import Pattern

HAPPENED = tuple(
    Pattern(rf"(?:,? who|,)? (?:has |had |have )?(?:{'|'.join(forms).replace('was ', '(?:was |been )')})\b")
    for forms in lexicon("discrepancies")["happens_once"]
)
OF_WHAT = Pattern(r" (?:as|from) (?:[\w’'-]+ ){1,5}")
OF_THEM = Pattern(r"\b(?:of|to|for|by|with|against|from) (?:[A-Z][\w’'-]{1,20}\.? ){0,3}$")
"""What tells that it happened to another: `the wife of Mr [Kerr died]`."""
NEAR = 60
"""Letters between the words for what happened and its day."""


@dataclass(frozen=True)
class _Happened:
    """What happened to whom, when, and the words for the post or body that it was with, if any."""

    who: str
    what: int
    time: TimeFinding
    sentence: Span
    post: str


def find_once_on_two_days(document: Document, cast: Cast, times: tuple[TimeFinding, ...]) -> Iterator[Values]:
    """The clauses of two days of one person's resignation, arrest or death; of each one pair."""
    told: set[tuple[str, int]] = set()
    for one, other in pairs(tuple(_happened(document, cast, Clock(times)))):
        key = (one.who, one.what)
        if key == (other.who, other.what) and key not in told and _disagree(one, other):
            told.add(key)
            yield value_at(document, one.time.span), value_at(document, other.time.span)


def _happened(document: Document, cast: Cast, clock: Clock) -> Iterator[_Happened]:
    for mention in cast.mentions:
        if not (mention.entity or "").startswith("per-") or OF_THEM.search(
            document.text[max(0, mention.span[0] - NEAR) : mention.span[0]]
        ):
            continue
        for what, pattern in enumerate(HAPPENED):
            match = pattern.match(document.text, mention.span[1])
            sentence = sentence_of(document, mention.span)
            time = _day(document, clock, (match.end(), min(match.end() + NEAR, sentence[1]))) if match else None
            if match and time and mention.entity:
                between = OF_WHAT.match(document.text, match.end(), time.span[0])
                post = between.group().strip() if between else ""
                yield _Happened(mention.entity, what, time, sentence, post)


def _day(document: Document, clock: Clock, span: Span) -> TimeFinding | None:
    """The day that is told first after the words for what happened, in the same clause."""
    time = next(iter(clock.within(span)), None)
    if time is None or re.search(r"[,;:–—“”]", document.text[span[0] : time.span[0]]):
        return None
    told = time.when.as_written or ""
    return time if A_WEEKDAY.search(told) or MONTH_AND_DAY.search(told) else None


def _disagree(one: _Happened, other: _Happened) -> bool:
    """Whether two tellings of one kind are of one post and on two days."""
    is_one_post = not one.post or not other.post or one.post == other.post
    return is_one_post and one.sentence != other.sentence and not compatible(one.time.when, other.time.when)
