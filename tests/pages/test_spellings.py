"""A name that reports spell in two ways is told of once, each spelling with all that has it."""

from typing import Any

import lxml.html

from generator.pages import build
from generator.pages.site import Site
from tests.pages.sites import html, site_of

TEXT = "Julian Vane spoke. Julian Vain left. Mr Vain came back. Mairi Oak met Mhairi Oak. It was Monday, or Tuesday."


def differs(key: str, kind: str, *values: tuple[str, str]) -> dict[str, Any]:
    told = [{"value": value, "article": "art-x", "evidence": {"exact": words}} for value, words in values]
    return {"id": f"dis-{key}", "kind": kind, "about": values[0][0], "field": "name", "values": told}


def site() -> Site:
    found = [
        differs("a", "spelling", ("Julian Vane", "Julian Vane spoke"), ("Julian Vain", "Julian Vain left")),
        differs("b", "time", ("Monday", "Monday"), ("Tuesday", "Tuesday")),
        differs("c", "spelling", ("Julian Vane", "Julian Vane spoke"), ("Vain", "Mr Vain came back")),
        differs("d", "spelling", ("Mairi Oak", "Mairi Oak"), ("Mhairi Oak", "Mhairi Oak")),
    ]
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}
    return site_of([{"text": TEXT, "facts": {"article": article, "discrepancies": found}}])


def test_one_names_two_spellings_stand_once_with_all_that_has_each() -> None:
    page = lxml.html.fromstring(f"<main>{html(build(site())['disputed.md'])}</main>")
    cards = page.find_class("ex-discrepancy")
    headings = [card.find(".//h3").text_content() for card in cards]
    assert headings == [
        "Reports disagree: “Monday”",
        "A name spelled in two ways: “Julian Vane”, “Julian Vain”",
        "A name spelled in two ways: “Mairi Oak”, “Mhairi Oak”",
    ]
    sides = [[q.text_content() for q in side.iter("blockquote")] for side in cards[1].find_class("ex-side")]
    assert sides == [["“Julian Vane spoke”"], ["“Julian Vain left”", "“Mr Vain came back”"]]
    # Links to each of the discrepancies still lead to it.
    assert page.xpath("//*[@id='dis-a' or @id='dis-c']/ancestor-or-self::section") == [cards[1]]
    # A quotation that is the name and no more is not told twice.
    assert not cards[2].find_class("ex-reading") and len(cards[1].find_class("ex-reading")) == 2
