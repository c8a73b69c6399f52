"""Roles told later in a person's own sentence: names and a title come in, who is said to have held it goes out."""

import re
from collections.abc import Mapping

from generator.extract.names.parts import Individual, Name, Title
from generator.extract.names.reading import Reading
from generator.model.words import Tense

OWN = "(?: the| an?| its| his| her)?$"
LONG = r"(?: for \w+ \w+| \w+ (?:years|terms))?"
HOLDS = re.compile(
    rf"\b(?P<past>served|serving|worked|working|acted){LONG} as{OWN}"
    rf"|\b(?:during|in) (?:his|her|their) (?P<then>time|tenure|term|years|stint|days|reign) as{OWN}"
    rf"|\bin (?:his|her|their) (?:role|capacity|position) as{OWN}"
    rf"|\band (?P<was>was|is)(?: also| later| once| then)?{OWN}"
    rf"|\b(?:became|becoming|(?:was|been) (?:elected|appointed|named|made))(?: as)?{OWN}"
)
STILL = re.compile(
    r"\b(?:is|are|has been) (?:currently |now |also |still )*(?:serving|working) as"
    r"|\b(?:has|have) (?:served|worked) (?:for )?\w+ (?:years|terms) as"
)
LONGEST = 45
STOPS = frozenset([".", "?", "!", ";", ":", '"', "“", "”"])


def far_holder(
    reading: Reading, ends: Mapping[int, tuple[Name, Individual]], title: Title
) -> tuple[Individual, Tense] | None:
    """The one person named or meant so far in a sentence that goes on "and later served as mayor"; None if unsure."""
    start = title.lead
    while title.lead - start <= LONGEST and _goes_on(reading, start - 1, title):
        start -= 1
    if title.plural or title.lead - start > LONGEST or start >= title.lead:
        return None
    said = HOLDS.search(reading.quote(start, title.first).lower())
    named = [ends[at] for at in range(start + 1, title.lead + 1) if at in ends]
    if not said or not named or len({id(person) for _, person in named}) > 1:
        return None
    name, person = named[0]
    if name.lead - start > 1 and reading.low(name.lead - 1) != ",":
        return None
    still = STILL.search(reading.quote(start, title.first).lower()) is not None
    return person, Tense.FORMER if (
        said["past"] or said["then"] or said["was"] == "was"
    ) and not still else Tense.CURRENT


def _goes_on(reading: Reading, index: int, title: Title) -> bool:
    """Whether a word before a title is of the same clause and line."""
    return reading.same_line(index, title.lead) and reading.low(index) not in STOPS
