"""No regular expression takes more than its share of time, whatever a text repeats: four times the text, four times it.

Growth is compared and not time itself, so that a slow machine changes nothing; what is too quick to measure passes.
"""

import re
from collections.abc import Callable, Iterator
from time import process_time

import pytest
from patterns_found import Found, patterns

SMALL, TIMES = 3_000, 4
"""Characters of the smaller text, and how many times as long the other one is."""
WORTH_MEASURING = 0.005  # seconds: what grows with the square takes several times that for as many characters
MOST_GROWTH = 9  # between 4, in proportion, and 16, with the square
REPEATED = [
    "a",
    " ",
    "Aa ",
    "a ",
    "1",
    "\n",
    " \n",
    ", ",
    "-",
    "’",
    "“",
    "(",
    "and ",
    "a-",
    "1 a ",
    "“a",
    "Aa-",
    "Mr A. ",
]


def attacks(pattern: str) -> Iterator[str]:
    """What a text may repeat to keep a pattern busy: usual letters and marks, and the pattern's own words."""
    yield from REPEATED
    plain = re.sub(r"\\.|\(\?[P<\w>:!=]*", " ", pattern)
    words = list(dict.fromkeys(re.findall(r"[A-Za-z’]{2,}", plain)))
    chosen = [*words[:3], *words[-2:]]
    yield from (f"{word} " for word in chosen)
    yield f"{' '.join(chosen)} "


def seconds(tried: Callable[[str], object], repeated: str, length: int) -> float:
    text = (repeated * (length // len(repeated) + 1))[:length]
    start = process_time()
    tried(text)
    return process_time() - start


def grows(pattern: Found, repeated: str) -> bool:
    """Whether four times the text takes far more than four times as long, three times out of three."""
    for _ in range(3):
        small = seconds(pattern.tried, repeated, SMALL)
        if small < WORTH_MEASURING or seconds(pattern.tried, repeated, SMALL * TIMES) < MOST_GROWTH * small:
            return False
    return True


def test_a_pattern_that_grows_with_the_square_is_noticed() -> None:
    slow = re.compile(r"\w+x")
    # A busy machine may hide it once.
    assert any(grows(Found("here", slow.pattern, slow.findall), "a") for _ in range(3))


def test_the_patterns_of_the_program_are_found() -> None:
    found = {pattern.where.removeprefix("generator.").rsplit(".", 1)[0] for pattern in patterns()}
    assert {
        "articles.metadata.CONTROL",
        "extract.votes.motion_before.TAIL",
        "escape._EDGE_SPACES",
        "strict_yaml.SURROGATE",
    } <= found
    assert len(found) > 250


@pytest.mark.parametrize("part", sorted({pattern.where.split(".")[1] for pattern in patterns()}))
def test_time_grows_with_the_text_and_not_with_its_square(part: str) -> None:
    slow = [
        (pattern.where, repeated)
        for pattern in patterns()
        if pattern.where.split(".")[1] == part
        for repeated in attacks(pattern.written)
        if grows(pattern, repeated)
    ]
    assert slow == []
