"""Where titles end: a head and what follows it come in, the end of its "of the Lords" or "for health" goes out."""

import itertools
from collections.abc import Iterable, Set

from generator.extract.lexicon import lexicon, words
from generator.extract.names.forms import body_heads, honorifics
from generator.extract.names.heads import head_at
from generator.extract.names.parts import Name
from generator.extract.names.reading import Reading

DETERMINERS = frozenset(
    ["the", "a", "an", "his", "her", "their", "its", "my", "our", "your", "whose", "one", "another", "this", "that"]
)
JOINERS = frozenset(["of", "for", "to", "at", "on", "in", "from"])
OF_ONLY = frozenset(["at", "on", "in", "from"])
DAYS = frozenset(name.casefold() for kind in ("weekdays", "months") for name in lexicon("times")[kind])
NO_COMPLEMENT = DAYS | words("small_words", "meetings") | words("small_words", "months")
LONGEST_COMPLEMENT = 12
SMALL_IN_COMPLEMENT = frozenset(
    ["the", "and", "of", "&", "for", "a", "his", "her", "their", "its", "na", "de", "la", "du", "del", "van", "der"]
)
TIMES = words("small_words", "times")
NOT_PART = words("small_words", "not_in_titles")
MODALS = frozenset(["may", "will"])


class Bodies:
    """Where the names of bodies begin, by their last word, and where they end, by their first."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.starts = {name.last - 1: name.first for name in names}
        self.ends = {name.first: name.last for name in names}


def complement_end(reading: Reading, last: int, taken: Set[int], bodies: Bodies) -> int:
    """Where "of the Lords", "for health" after a head ends; `last` where there is none."""
    if reading.low(last) not in JOINERS or not reading.same_line(last - 1, last):
        return last
    if _counts_children(reading, last):
        return last + 2
    named = last + 1 + (reading.low(last + 1) == "the")
    if reading.low(last) == "to" and named == last + 1 and head_at(reading, named) and not reading.words[named].capital:
        return last  # "moved from mines minister to chancellor"
    dated = reading.low(named) in NO_COMPLEMENT or reading.low(named)[:1].isdigit()
    if dated and reading.low(last) in OF_ONLY:
        return last
    end, at = last, last + 1
    topics = reading.low(last) not in OF_ONLY
    while at < len(reading.words) and reading.same_line(last, at) and at - last < LONGEST_COMPLEMENT:
        word = reading.words[at]
        if at in bodies.ends and at not in taken and word.low not in NOT_PART:
            end = at = bodies.ends[at]
            continue
        if word.text == "," and _more_briefs(reading, at, taken):
            at += 1
            continue
        if at in taken or _ends_complement(reading, at, last):
            if at not in taken and _is_saints(reading, at):
                end = at + 1
            break
        topic = reading.tagged(word, "NOUN", "ADJ", "PROPN") or word.low in words("roles", "modifiers")
        known = reading.words[at - 1].capital and word.low in body_heads()
        if word.capital or known or (topics and topic):
            if at > last + 1 and word.capital and _is_title_of_its_own(reading, at):
                break
            end = at + 1
        elif word.low not in SMALL_IN_COMPLEMENT and not word.possessive and not _leads_on(reading, at):
            break
        at += 1
    return end


def _counts_children(reading: Reading, of: int) -> bool:
    """Whether a number tells of whose parent somebody is: "a father of three"."""
    number = reading.words[of + 1] if reading.same_line(of, of + 1) else None
    kin = reading.low(of) == "of" and reading.low(of - 1) in words("roles", "kin")
    return kin and number is not None and reading.tagged(number, "NUM") and not reading.tagged(number, "NOUN")


def _more_briefs(reading: Reading, comma: int, taken: Set[int]) -> bool:
    """Whether a portfolio's list goes on to its "and": "Minister of the Environment, Conservation and Parks"."""
    at, briefs = comma + 1, words("roles", "briefs")
    while reading.same_line(comma, at) and (
        reading.low(at) in briefs | {","} or (reading.words[at].capital and at not in taken)
    ):
        at += 1
    last = at + 1 + (reading.low(at + 2) in briefs and not reading.words[at + 1].capital)
    if at == comma + 1 or reading.low(at) != "and" or not reading.same_line(comma, last) or last in taken:
        return False
    parts = (range(comma - 1, comma), range(comma, at), range(at, at + 3))
    told = [any(reading.low(k) in briefs for k in part) for part in parts]
    capital = reading.words[comma - 1].capital and reading.words[last].capital
    return all(told) or (capital and any(told))


def _is_saints(reading: Reading, at: int) -> bool:
    """Whether a name ends in its possessive: "vicar of St Brannock's," not "chair of the League's board"."""
    after = reading.words[at + 1] if reading.same_line(at, at + 1) else None
    return reading.words[at].possessive and reading.words[at - 1].capital and (after is None or after.is_mark)


def _leads_on(reading: Reading, at: int) -> bool:
    """Whether a name goes on behind a number or an "on": "the 1922 Committee", "the committee on Home Affairs"."""
    topic = reading.low(at) == "on" and reading.low(at - 1) in body_heads() and reading.low(at + 1) not in DAYS
    number = reading.words[at].text.isdigit()
    if at + 1 >= len(reading.words):
        return False
    if reading.low(at) in words("small_words", "things") and reading.words[at + 1].capital:
        return True  # "director at the charity Merrow Trust"
    return (number or topic) and (reading.words[at + 1].capital or (number and reading.low(at + 1) in body_heads()))


def _ends_complement(reading: Reading, at: int, last: int) -> bool:
    """Whether a word can be no part of what follows a title's "of" or "for"."""
    word = reading.words[at]
    named = (word.capital and word.low in MODALS) or (word.text.isupper() and len(word.text) > 1)
    if word.low in NOT_PART | TIMES | honorifics() - {"general", "chief"} or (word.is_mark and word.text != "&"):
        return not named
    if word.low == "and":
        return reading.low(at + 1) in DETERMINERS or _office_near(reading, at + 1)
    if word.possessive:
        after = at + 1 < len(reading.words) and reading.words[at + 1].capital
        return reading.words[at - 1].capital and not after
    return word.low == "for" and at > last + 2


def _office_near(reading: Reading, at: int) -> bool:
    """Whether another title follows an "and": "mayor of Denver and later governor of Colorado"."""
    own = head_at(reading, at)
    if own is not None and reading.low(own[1]) in ("of", "for"):
        return True
    near = itertools.takewhile(lambda i: reading.low(i) != "and", range(at, min(at + 3, len(reading.words))))
    found = (head_at(reading, i) for i in near)
    return any(one is not None and one[0].office for one in found)


def _is_title_of_its_own(reading: Reading, at: int) -> bool:
    found = head_at(reading, at)
    return found is not None and (found[0].before_name or reading.low(at) in honorifics())
