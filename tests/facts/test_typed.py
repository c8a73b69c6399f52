"""What an editor types for a field, and the value that is meant."""

from typing import Any

import pytest

from facts.stories import article_facts
from generator.errors import ReviewError
from generator.facts.typed import typed_value

(CLAIM, _), (VOTE,) = article_facts().claims, article_facts().votes
IDS = {"bo ray": "per-bo-ray", "ann lee": "per-ann-lee"}
FOR = {"option": "for", "count": None, "kind": "cast"}


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("source", "[sic] he", "[sic] he"),
        ("source", "{a} friend", "{a} friend"),
        ("source", "[one, two]", "[one, two]"),
        ("source", "null", None),
        ("content", "[He] said", ["[He] said"]),
        ("content", "{He said", ["{He said"]),
        ("content", "{He} said so", ["{He} said so"]),
        ("content", "{he: said}", ["{he: said}"]),
        ("content", "[one, two]", ["one", "two"]),
        ("content", "it is so", ["it is so"]),
        ("about", "[Bo Ray, per-ann-lee]", ["per-bo-ray", "per-ann-lee"]),
        ("about", "Bo Ray", ["per-bo-ray"]),
    ],
)
def test_words_for_a_claim(field: str, words: str, value: Any) -> None:
    assert typed_value(words, CLAIM, field, IDS) == value


@pytest.mark.parametrize(
    ("words", "voters"),
    [
        ("[{voter: Bo Ray, option: for, kind: cast}]", ["per-bo-ray"]),
        ("[{voter: MPs, option: for, kind: cast}, {voter: ann lee, option: for, kind: cast}]", ["MPs", "per-ann-lee"]),
    ],
)
def test_names_of_voters_mean_their_ids(words: str, voters: list[str]) -> None:
    assert typed_value(words, VOTE, "positions", IDS) == [{"voter": voter, **FOR} for voter in voters]


def test_what_is_neither_words_nor_yaml_is_told_as_bad_yaml() -> None:
    with pytest.raises(ReviewError, match="not valid YAML"):
        typed_value("[{voter: Bo Ray", VOTE, "positions", IDS)
