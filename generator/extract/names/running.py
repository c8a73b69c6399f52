"""Cut people's names out of running words: a place in a `Reading` comes in, the `Name` that begins there goes out."""

import re
from collections.abc import Set

from generator.extract.language import NameKind, name_kind
from generator.extract.lexicon import lexicon, words
from generator.extract.names.forms import (
    PARTICLES,
    honorifics,
    is_name_word,
    not_first,
    not_people,
    run_right,
    suffixes,
)
from generator.extract.names.heads import head_at
from generator.extract.names.parts import Name
from generator.extract.names.reading import Reading

ADVERB = re.compile(r"(?:ted|ded|ous|ical|ing|ful)ly$")
"""How adverbs end that have a capital in a headline: "Senator Unexpectedly Dies"."""
LONGEST_BRIEF = 4
MARKS_INSIDE = frozenset("()")
GIVEN = words("roles", "given_names")


def named_from(reading: Reading, first: int, bodies: Set[int], sure: bool = False) -> Name | None:
    """The person's name that begins at a word, with the forms of address before it; None where there is none."""
    verbs = words("small_words", "headline_verbs")
    apart = honorifics() | words("small_words", "never_given") | verbs
    while reading.low(first) in apart and is_name_word(reading, first + 1) and reading.same_line(first, first + 1):
        first += 1
    last = run_end = run_right(reading, first)
    last = next((at for at in range(first, last) if at in bodies and at > first), last)
    while last > first and (reading.low(last - 1) in suffixes() or reading.low(last - 1) in PARTICLES):
        last -= 1
    last = _cut_title(reading, first, last)
    last = next((at for at in range(first + 1, last) if reading.low(at) in verbs), last)
    if any(names_holder(reading, at) for at in range(first + 1, last - 1)):
        return None
    lead, address = _address_before(reading, first)
    titles = (head_at(reading, at) for at in {lead, first}) if last > first else ()
    if (last - first > 1 and _is_post(reading, first, last)) or ADVERB.search(reading.low(first)):
        return None
    if last <= first or first in bodies or any(found is not None and found[1] >= last for found in titles):
        return None
    return Name(
        first=first,
        last=last,
        kind=NameKind.PERSON,
        lead=lead,
        honorifics=address,
        sure=sure or bool(address) or ends_title(reading, first - 1) or has_seat(reading, run_end),
    )


def _is_post(reading: Reading, first: int, last: int) -> bool:
    """Whether words are a post that nobody is named with: "Acting Minister", "Associate Minister"."""
    found = head_at(reading, last - 1)
    kinds = words("roles", "modifiers") | frozenset(lexicon("roles")["acting"])
    described = all(reading.low(at) in kinds for at in range(first, last - 1))
    return described and found is not None and found[0].office and reading.low(last - 1) not in GIVEN


def has_seat(reading: Reading, end: int) -> bool:
    """Whether "MP" or the like follows a name, and no name follows that: "Jane Doe MP", not "Oldham MP Jane Doe"."""
    return reading.low(end) in suffixes() and not names_holder(reading, end)


def names_holder(reading: Reading, at: int) -> bool:
    """Whether a title in the singular begins at a word that has its holder's name behind it."""
    found = head_at(reading, at) if reading.same_line(at - 1, at) else None
    holds = found is not None and found[0].office and not found[0].plural and reading.same_line(at, found[1])
    return found is not None and holds and is_name_word(reading, found[1])


def _cut_title(reading: Reading, first: int, last: int) -> int:
    """End a name before a title that follows it: "Keir Starmer MP", "Elon Musk CEO", "Alba Nua Leaders Jane Doe"."""
    for at in range(first + 1, last):
        found = head_at(reading, at)
        if found and found[0].plural and found[0].office and found[1] < last:
            return at
        if (
            found
            and found[1] <= last
            and last - found[1] == 0
            and (at - first >= 2 or reading.words[at].text.isupper())
        ):
            return at
    return last


def _address_before(reading: Reading, first: int) -> tuple[int, tuple[str, ...]]:
    lead, address = first, list[str]()
    while reading.same_line(lead - 1, first):
        before = lead - 1
        if reading.words[before].text in MARKS_INSIDE and reading.low(before - 1) in words("honorifics", "retired"):
            lead -= 1
        elif (reading.low(before) in honorifics() and reading.words[before].capital) or reading.low(before) in words(
            "honorifics", "retired"
        ):
            address.insert(0, reading.words[before].text)
            lead -= 1
        elif reading.words[before].text == "(" and address:
            lead -= 1
        elif reading.low(before) in words("honorifics", "degrees") and reading.low(lead) in words(
            "honorifics", "graded"
        ):
            lead -= 1  # "the Most Rev Jane Doe"
        else:
            break
    return lead, tuple(address)


def ends_title(reading: Reading, at: int) -> bool:
    """Whether a title in the singular ends with a word."""
    for start in range(max(at - 3, 0), at + 1):
        found = head_at(reading, start)
        if found and found[1] == at + 1 and reading.same_line(start, at):
            return True
    return False


def complements_office(reading: Reading, at: int) -> bool:
    """Whether a word is what an office is of: "Koszalin" in "Mayor of Koszalin Piotr Nowak".

    Or "Work" and "Pensions" in "Minister for Work and Pensions Ann Lee".
    """
    first = at
    while reading.low(at) in words("roles", "briefs") and reading.low(first - 1) in words("roles", "briefs") | {
        "and",
        ",",
    }:
        first -= 1
    return reading.low(first - 1) in ("of", "for", "on") and ends_title(reading, first - 2)


def is_brief(reading: Reading, end: int) -> bool:
    """Whether the words before tell what a minister is for: "Food Supplies and Rural Welfare minister"."""
    at = end
    if reading.low(at) == "and" and is_name_word(reading, at + 1):
        at = next((k for k in range(at + 1, at + LONGEST_BRIEF) if not is_name_word(reading, k)), at)
    found = head_at(reading, at) if reading.same_line(end - 1, at) else None
    return found is not None and found[0].key == "minister" and not reading.words[at].capital


def looks_full(reading: Reading, name: Name, *, short: bool, sure: bool) -> bool:
    """Whether words have the make of a person's full name and of nothing else."""
    last = reading.low(name.last - 1)
    if last in not_people() or reading.low(name.first) in not_first():
        return False
    if not sure and _other_kind(reading, name):
        return False
    capitals = [reading.words[at] for at in range(name.first, name.last) if reading.words[at].capital]
    if any(word.text.isupper() and len(word.text) > 2 for word in capitals):
        return False
    return len(capitals) >= (1 if short else 2)


def _other_kind(reading: Reading, name: Name) -> bool:
    """Whether the recognizer takes a word of a name for a body's or a place's."""
    tokens = [token for at in range(name.first, name.last) if (token := reading.token(reading.words[at]))]
    return any(name_kind(token.ent_type_) not in (None, NameKind.PERSON) for token in tokens)
