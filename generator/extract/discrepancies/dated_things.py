"""Extraction's last look, dated things: the parsed article comes in, one thing under two dates goes out.

`She was warned in an email on 2 May. … She never saw the email of 4 May.`
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator

from generator.extract.discrepancies.clauses import Values, sentence_of, value_at
from generator.extract.document import Document
from generator.extract.findings import Span
from generator.extract.lexicon import words
from generator.extract.patterns import Pattern

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]+)?(?:\.(?= \d))?"
DATE = Pattern(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{MONTH})"
    rf"|(?P<first>{MONTH}) (?P<second>\d{{1,2}})(?:st|nd|rd|th)?)(?!\w)"
)
THING = rf"(?:{'|'.join(sorted(words('discrepancies', 'dated_things')))})s?"
ANY_THING = Pattern(rf"\b{THING}\b|\b\w+(?= dated)")
THE_THING = Pattern(
    r"(?:\bthe |\btheir |\w['’]s )(?:[\w’'-]+ ){0,2}?"
    rf"(?:{THING} (?:(?:of|on|held on)|(?:is|was) \w+(?: on)?)|\w+ dated) $"
    r"|\bthe date (?:of (?:\w+ ){1,4})?(?:as|is|was) $",
    re.IGNORECASE,
)
THE = Pattern(r"(?i)(?:\b(?:the|its|their|his|her)|\w['’]s) $")
ITS_THING = Pattern(rf"(?i) {THING}\b")
DAY_OF = Pattern(rf"(?i), the day of the {THING}\b")
MOST_DAYS = 3
LOOKED_BACK = 60
LEAP_YEAR = 2000
Dated = tuple[datetime.date, Span]


def find_dated_twice(document: Document) -> Iterator[Values]:
    """A date of a thing that the article has told of before, where the one date near it is another."""
    told: dict[int, list[Dated]] = defaultdict(list)
    for day, span in _dates(document.text):
        number = day.toordinal()
        days = range(number - MOST_DAYS, number + MOST_DAYS + 1)
        near = sorted((one for other in days if other in told for one in told[other]), key=_place)
        told[number].append((day, span))
        end = _end_of_thing(document.text, span) if near else None
        if end is None or any(other == day for other, _ in near):
            continue
        if len(near) > 1:
            near = [one for one in near if _tells_of_thing(document, one[1], (span[0], end))]
        if len({other for other, _ in near}) == 1 and not _is_named_by_date(document, near[0][1], (span[0], end)):
            yield value_at(document, near[0][1]), value_at(document, (span[0], end))


def _place(one: Dated) -> Span:
    return one[1]


def _is_named_by_date(document: Document, earlier: Span, later: Span) -> bool:
    """Whether two things of one kind are told apart by their dates: `the email of 4 May`, `the email of 6 May`."""
    if _end_of_thing(document.text, earlier) is None:
        return False
    things = [
        ANY_THING.findall(document.text[max(0, span[0] - LOOKED_BACK) : span[1]].lower())[-1:]
        for span in (earlier, later)
    ]
    return things[0] == things[1]


def _tells_of_thing(document: Document, earlier: Span, later: Span) -> bool:
    """Whether an earlier date's sentence names the thing that the later date goes with."""
    start = max(0, later[0] - LOOKED_BACK)
    beside = document.text[start : later[1] + LOOKED_BACK // 3].lower()
    things = {match.group().rstrip("s") for match in ANY_THING.finditer(beside)}
    sentence = document.quote(sentence_of(document, earlier)).lower()
    return any(re.search(rf"\b{re.escape(thing)}", sentence) for thing in things)


def _dates(text: str) -> Iterator[Dated]:
    """Every day that is told by its month; the year is left open."""
    for match in DATE.finditer(text):
        month = MONTHS.index((match["month"] or match["first"])[:3].lower()) + 1
        try:
            yield datetime.date(LEAP_YEAR, month, int(match["day"] or match["second"])), match.span()
        except ValueError:
            continue  # the 31st of a shorter month is no day


def _end_of_thing(text: str, span: Span) -> int | None:
    """Where a date ends with the thing that readers know of: `the email of 4 May`, `the May 4 meeting`; else None."""
    before = text[max(0, span[0] - LOOKED_BACK) : span[0]]
    after = DAY_OF.match(text, span[1]) or (ITS_THING.match(text, span[1]) if THE.search(before) else None)
    if after:
        return after.end()
    return span[1] if THE_THING.search(before) else None
