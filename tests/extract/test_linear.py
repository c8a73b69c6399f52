"""A long article takes no longer a word than a short one: counted in calls, since seconds differ from day to day."""

import cProfile
import pstats

import pytest

from generator.extract import parsed
from generator.extract.finders import find_all
from generator.model.article import Article

FEW, MORE, TIMES = 90, 360, 4
SPREAD = 1.6
OFTEN = 1_000
"""Calls below which a rule's part in the whole may change: what was found in fewer paragraphs is seen once."""
TOLD = {
    "one vote and one denial over and over": (
        "Ann Lee, the mayor of Marl Bay, said that it rained.",
        "Mr Heron denied it.",
        "The council voted 5-3 against it on Monday.",
    ),
    "one planned vote that is called off": (
        "The committee will vote on the harbour motion on Friday.",
        "The chairman, Tom Quill, 44, called off the vote.",
    ),
}


@pytest.mark.parametrize("paragraphs", TOLD.values(), ids=TOLD)
def test_nothing_is_looked_at_more_often_a_paragraph_in_a_longer_article(paragraphs: tuple[str, ...]) -> None:
    _calls(paragraphs, FEW)  # What is read or compiled once is so by now.
    few, more = _calls(paragraphs, FEW), _calls(paragraphs, MORE)
    grown = {place: (few.get(place, 0), often) for place, often in more.items() if often > OFTEN}
    assert {place: often for place, often in grown.items() if often[1] > SPREAD * TIMES * often[0]} == {}


def _calls(paragraphs: tuple[str, ...], number: int) -> dict[tuple[str, int, str], int]:
    """How often each of the extractor's functions is called over an article that repeats some paragraphs."""
    text = "\n\n".join(paragraphs[place % len(paragraphs)] for place in range(number))
    document = parsed(Article(id="art-x", path="x", text=text, sha256=""))
    with cProfile.Profile() as profile:
        find_all(document)
    counted = pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]
    return {place: calls for place, (_, calls, *_) in counted if "generator" in place[0]}
