"""What the language pipeline could not read in good time is refused with one message that says why."""

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
