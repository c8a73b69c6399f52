"""What the language pipeline could not read in good time is refused with one message that says why."""

from cProfile import Profile

import pytest

from generator.errors import ExtractionError
from generator.extract import MOST_MARKS, find
from generator.model.article import Article


def article(text: str) -> Article:
    return Article(id="art-council", path="seeds/council.md", text=text, sha256="0")


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        (
            "no " * 400_000,
            "1,200,000 characters, more than the 1,000,000 that are read at once; split it into articles",
        ),
        (
            f"He said {'(' * 5_000}no.",
            "more than 1,000 marks follow each other without a word, from '(((((' on; take them out",
        ),
        (
            f"He said {'“‘' * 5_000}no{'’”' * 5_000}.",
            "more than 1,000 marks follow each other without a word, from '“‘“‘“' on; take them out",
        ),
    ],
)
def test_it_is_refused(text: str, tells: str) -> None:
    with pytest.raises(ExtractionError) as refused:
        find(article(text))
    assert str(refused.value) == f"seeds/council.md: {tells}"


def test_a_long_line_of_marks_is_no_hindrance() -> None:
    assert find(article(f"{'-' * MOST_MARKS}\n\nMayor Ann Lee said that the bridge was safe.")).claims


@pytest.mark.model
def test_the_work_on_words_that_nothing_ends_grows_with_them_and_not_with_their_square() -> None:
    find(article("Mayor Ann Lee said that the bridge was safe."))
    few, many = (calls(article("The mayor said that " * times)) for times in (300, 600))
    assert many < 2.5 * few


def calls(read: Article) -> int:
    """How many functions are called to find what an article says."""
    with Profile() as profile:
        find(read)
    return sum(entry.callcount for entry in profile.getstats())
