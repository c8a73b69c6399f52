"""From a place in an article to the quotation that names it, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.evidence import evidence_for, locate
from generator.model.records import Evidence

TEXT = "the cat sat on the mat and the cat ran"


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        ((8, 11), Evidence(exact="sat")),
        ((4, 7), Evidence(exact="cat", suffix=" sat")),
        ((31, 34), Evidence(exact="cat", suffix=" ran")),
        ((15, 18), Evidence(exact="the", prefix="on ")),
        ((0, 3), Evidence(exact="the", suffix=" cat sat")),
    ],
)
def test_the_fewest_whole_words_around_tell_it_from_others(span: tuple[int, int], expected: Evidence) -> None:
    assert evidence_for(TEXT, span) == expected
    assert locate(expected, TEXT) == span


def test_both_sides_are_given_where_neither_is_enough() -> None:
    assert evidence_for("no no no", (3, 5)) == Evidence(exact="no", prefix="no ", suffix=" no")


def test_words_of_its_own_line_tell_it_apart_where_they_can() -> None:
    assert evidence_for("a cat\ncat sat here", (6, 9)) == Evidence(exact="cat", suffix=" sat")
    assert evidence_for("a cat\ncat", (6, 9)) == Evidence(exact="cat", prefix="cat\n")


@given(st.data())
def test_any_place_is_found_again(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="ab \n“é", min_size=1, max_size=40))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    evidence = evidence_for(text, (start, end))
    assert evidence.exact == text[start:end]
    assert locate(evidence, text) == (start, end)
    assert (text.find(evidence.exact, text.find(evidence.exact) + 1) < 0) == (
        evidence == Evidence(exact=evidence.exact)
    )


def test_words_that_are_not_there_are_nowhere() -> None:
    assert locate(Evidence(exact="dog"), TEXT) is None
    assert locate(Evidence(exact="cat", suffix=" slept"), TEXT) is None
