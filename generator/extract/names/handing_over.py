"""Posts that change hands: names and titles of one clause come in, who leaves and who takes up each goes out."""

import re
from collections.abc import Mapping

from generator.extract.names.parts import Individual, Name, Title
from generator.extract.names.reading import Reading
from generator.model.words import Tense

PUT_IN = r"\b(?:promoted|appointed|chosen|named|picked|selected|elected|hired|brought in|drafted in) to "
LEADS_IN = (
    r"(?:,? ?who |, )?(?:(?:has|had|have|then|later|will|would|also|since|recently|who"
    r"|(?:is|are|was|were) (?:(?:set|due|expected|likely) )?to) )*"
    rf"(?:(?:was |been )*{PUT_IN})?"
)
TAKES = re.compile(
    LEADS_IN + r"(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|(?:take|takes|took|taken|taking) over from)"
)
CHOOSES = re.compile(
    r"\b(?:appoint(?:ed|s|ing)?|elect(?:ed|s|ing)?|chose|chosen|choose|names?|named|naming|pick(?:ed|ing)?|install(?:ed)?|"
    r"confirm(?:ed)?|(?:appointment|election|choice|confirmation|selection) of|replaced by|succeeded by)$"
)
PROPOSES = re.compile(
    r"\b(?:nominat(?:e|ed|es|ing)|propos(?:e|ed|es|ing)|put forward|nomination of|endors(?:e|ed|es))$"
)
APPROVES = re.compile(
    r"\b(?:approv|back|endors|confirm)(?:ed?|es|ing) the (?:[a-z]+ )?(?:nomination|appointment|choice) of$"
)
DROPS = re.compile(
    r"\b(?:remov(?:e|ed|es|ing)|sack(?:ed|s|ing)?|fired?|dismiss(?:ed|es|ing)?|oust(?:ed|s|ing)?|dropped|"
    r"(?:removal|dismissal|sacking|resignation|departure|ousting) of)$"
)
TAKEN_FROM = re.compile(
    rf"(?:{PUT_IN}|(?P<to_come>\b(?:to|will|would|could|may|might|should) ))?"
    r"\b(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|(?:take|takes|took|taking) over from)$"
)
TO_COME = re.compile(r"\b(?:will|would|(?:is|are|was|were) (?:(?:set|due|expected|likely) )?to)\b")
WILL = re.compile(r"\b(?:will|(?:is|are|was|were) (?:set|due|expected|likely) to)$")
WOULD = re.compile(
    r"\b(?:would|could|may|might|should|wants? to|wanted to|(?:asked|urged|called on) [^,;:.]{2,40} to)$"
)
REACH, LONGEST, LONGEST_CLAUSE = 60, 6, 12
PICKS = frozenset(("choice", "pick", "nominee", "candidate"))
Holder = tuple[Name, Individual, Tense]


def takes_over(between: str) -> Tense | None:
    """How somebody holds a post by the words between that name and the former holder's: "who succeeded"."""
    words = between.lower().strip(" ")
    if not TAKES.fullmatch(words.lstrip(",").strip()) and not TAKES.fullmatch(words):
        return None
    return Tense.ELECT if TO_COME.search(words) else Tense.CURRENT


def put_in(before: str, *, to_be: bool = False) -> Tense | None:
    """How somebody holds a post by the words before the name: "appointed", "the nomination of", "sacked".

    Args:
        before: the words before the name.
        to_be: whether "to be" leads from the name to the title, so that a confirmation is still to come.
    """
    words = before.lower().rstrip()
    if APPROVES.search(words):
        return Tense.ELECT
    if to_be and words.endswith("confirmation of"):
        return Tense.CANDIDATE
    if chosen := CHOOSES.search(words):
        before = words[: chosen.start()].rstrip()
        return Tense.ELECT if WILL.search(before) else Tense.CANDIDATE if WOULD.search(before) else Tense.CURRENT
    if PROPOSES.search(words):
        return Tense.CANDIDATE
    return Tense.FORMER if DROPS.search(words) else None


def text_before(reading: Reading, at: int) -> str:
    """The words on its line that lead up to a word."""
    start, paragraph = reading.words[at].start, reading.words[at].paragraph
    line = reading.document.paragraphs[paragraph][0]
    return reading.document.text[max(line, start - REACH) : start]


def _before_clause(reading: Reading, ends: Mapping[int, tuple[Name, Individual]], link: int) -> int:
    """Back past "who …" between commas, to the end of the name before it: "Ann Lee, who was sacked, as mayor"."""
    if reading.low(link - 1) != ",":
        return link
    for at in range(link - 2, max(link - LONGEST_CLAUSE, 0), -1):
        if reading.words[at].is_mark:
            return at if at in ends and reading.low(at) == "," and reading.low(at + 1) == "who" else link
    return link


def handed_over(
    reading: Reading, ends: Mapping[int, tuple[Name, Individual]], title: Title, phrases: Mapping[int, int]
) -> list[Holder]:
    """Who leaves and who takes up the post of a title after "as", or right after a name: "named Ann Lee acting mayor".

    Args:
        reading: the article's words.
        ends: names of people by the index after their last word.
        title: the title, with whatever determiner it has.
        phrases: where the titles before names begin, by the index after the name.
    """
    link = title.lead - 1
    link -= reading.low(link) == "be"
    picked = reading.low(link) == "for" and reading.low(link - 1) in PICKS and reading.low(link - 3) == "as"
    link -= 3 if picked else 0
    if title.lead in ends and title.determiner == "":
        link = title.lead
    elif reading.low(link) not in ("as", "to", "for"):
        return []
    link = _before_clause(reading, ends, link)
    if link not in ends or title.plural:
        return []
    name, person = ends[link]
    lead = phrases.get(link, name.lead)
    before = next((at for at in range(lead, max(lead - LONGEST, 0), -1) if at in ends), None)
    if before is not None and reading.same_line(before - 1, lead):
        between = reading.document.quote((reading.words[before - 1].end, reading.words[lead].start))
        if tense := takes_over(between):
            left = Tense.CURRENT if tense is Tense.ELECT else Tense.FORMER
            return [(name, person, left), (*ends[before], tense)]
    if taken := TAKEN_FROM.search(text_before(reading, lead).lower().rstrip()):
        return [(name, person, Tense.CURRENT if taken["to_come"] else Tense.FORMER)]
    if picked:
        return [(name, person, Tense.CANDIDATE)]
    to_be = reading.low(title.lead - 1) == "be" or reading.low(title.lead - 2) == "be"
    tense = put_in(text_before(reading, lead), to_be=to_be)
    if tense is None or (reading.low(link) == "for" and tense is not Tense.CANDIDATE):
        return []
    return [(name, person, title.tense if tense is Tense.CURRENT else tense)]
