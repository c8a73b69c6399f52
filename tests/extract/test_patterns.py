"""Patterns that are tried only where words that they need stand: they find what `re` finds, and look at little else."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.numbers import NUMBER
from generator.extract.pattern_words import needed, openings
from generator.extract.patterns import Pattern

NEEDED = {
    r"\b(?:voted|ballots?)\b": {" voted ", " ballot ", " ballots "},
    r"\bput\s+to the vote\b": {" put to the vote "},
    r"\b(?:will|would) [^.;]{0,30}?\b(?:abstain|oppose)\b": {" abstain ", " oppose "},
    r"\bset for an? \w+": {" set for a ", " set for an "},
    r"(?:tie-?breaking|deciding) vote": {"tiebreaking vote", "tie breaking vote", "deciding vote"},
    r"un(?:der|til)? \d+ votes": {"un 0 votes", "under 0 votes", "until 0 votes"},
    r"\w+ \d+ votes": {" 0 votes"},
    r"\d+ to \d+": {"0 to 0"},
    r"[^.;]{0,40}": set(),
    r"(?:motion|\w+) fell|\d+": set(),
    r"(?!not)vote": {"vote"},
}
OPENINGS = {
    r"\bvoted\b": {"vote"},
    r"\b(?:on |in )?(?:Monday|May)\b": {"on ", "in ", "mond", "may "},
    r"\ba (?:vote|poll)\b": {"a "},
    r"\bvot(?:ed|ing)\b": {"vote", "voti"},
    r"\bvot\w+": {"vo"},
    r"\bvot": {"vo"},
    r"\bv\w+": set(),
    r"\bx_vote": {"x "},
    r"(?<![\w.,])\d+ votes": {"0"},
    r"\d+ votes": set(),
    r"vote": set(),
    r"\b(?:the )?\w+ vote": set(),
    r" (?:of|for) the": set(),
    r"\bG20\b": set(),
}
PATTERNS = [
    *NEEDED,
    *OPENINGS,
    rf"\b{NUMBER} (?:votes|MPs)\b",
    rf"{NUMBER}(?: to | ?[-–] ?){NUMBER}",
    r"(?:\b|(?=['’]))(?:is|’s) to vote",
    r"(?i:\bayes:? (?P<count>\d+))|\bnoes\b",
    r"\bMr [A-Z]\w+",
    r"(?<!-)\bvote(?= on)",
    r"[“\"]\w+[”\"]",
    r"\b(?:co-)?ordinat(?:ed|or)s?\b",
]
PIECES = [
    *("voted", "vote", "votes", "a", "the", "ballots", "to", "will", "abstain", "set", "for", "an", "on", "May", "Mr"),
    *("Monday", "put to the  vote", "tie-breaking vote", "12", "1,204", "G20", "20th", "twenty-two", "ayes: 30", "MPs"),
    *("co-ordinators", "İs", "ß", "x_vote", "don’t", "’s to vote", "is to vote", "“no”", "noes", "-", "–", ".", "\n"),
]  # fmt: skip


@pytest.mark.parametrize("pattern", NEEDED)
def test_words_of_which_each_match_holds_one(pattern: str) -> None:
    assert needed(pattern) == NEEDED[pattern]


@pytest.mark.parametrize("pattern", OPENINGS)
def test_beginnings_of_the_words_at_which_matches_begin(pattern: str) -> None:
    assert openings(pattern) == OPENINGS[pattern]


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12), glue=st.sampled_from(["", " ", " "]))
def test_finds_what_a_plain_regular_expression_finds(pattern: str, flags: int, pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    plain, patient = re.compile(pattern, flags), Pattern(pattern, flags)
    assert [m.span() for m in patient.finditer(text)] == [m.span() for m in plain.finditer(text)]
    found, first = patient.search(text), plain.search(text)
    assert (found and found.span()) == (first and first.span())
    within, part = patient.search(text, 3, 20), plain.search(text, 3, 20)
    assert (within and within.span()) == (part and part.span())
    assert patient.findall(text) == plain.findall(text)
