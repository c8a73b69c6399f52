"""Filters of long lists: entries' facets come in, the choices that readers are given go out."""

from generator.pages.views.filters import MOST_CHOICES, Choice, filters

LABELS = {"article": "Article"}


def test_choices_stand_in_the_order_of_their_words_with_how_many_entries_have_each() -> None:
    entries = [{"article": [("art-b", "Bells")]}, {"article": [("art-a", "Apples")]}, {"article": [("art-b", "Bells")]}]
    (only,) = filters(LABELS, entries)
    assert (only.choices, only.more) == (
        (Choice(value="art-a", words="Apples", count=1), Choice(value="art-b", words="Bells", count=2)),
        0,
    )


def test_of_thousands_of_choices_those_with_the_most_entries_are_given() -> None:
    rare = [{"article": [(f"art-{n:04}", f"Article {n:04}")]} for n in range(1000)]
    often = [{"article": [("art-z", "Zebras")]}] * 2
    (only,) = filters(LABELS, [*rare, *often])
    assert len(only.choices) == MOST_CHOICES
    assert only.choices[-1] == Choice(value="art-z", words="Zebras", count=2)
    assert only.more == 1001 - MOST_CHOICES


def test_what_narrows_nothing_is_no_filter() -> None:
    assert filters(LABELS, [{"article": [("art-a", "Apples")]}] * 2) == ()
