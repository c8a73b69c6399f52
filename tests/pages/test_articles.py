"""An article's page: short where its text may not be shown, and nothing said of an empty list beside a full one."""

import copy
import re
from collections import Counter

import lxml.html
import pytest

from generator.pages import build
from tests.pages.sites import html, site_of, told

UNLICENSED = "articles/art-harbour-row.md"
LICENSED = "articles/art-bill-falls.md"


def page(uri: str, *, without_people: bool = False) -> lxml.html.HtmlElement:
    left = copy.deepcopy(told())
    if without_people:
        for one in left:
            one["facts"] |= {name: [] for name in ("people", "memberships", "claims", "votes", "events")}
    return lxml.html.fromstring(f"<main>{html(build(site_of(left))[uri])}</main>")


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def letters(text: str) -> str:
    return re.sub(r"\W", "", text)


def test_where_the_text_is_not_shown_each_quotation_stands_open_once() -> None:
    found = page(UNLICENSED)
    (facts,) = found.xpath('//ol[starts-with(@class, "ex-article-facts")]')
    shown = Counter(words(one) for one in facts.xpath(".//blockquote[not(ancestor::details)]"))
    quoted = [letters(one) for one in shown]
    every = [letters(one["exact"]) for claim in told()[0]["facts"]["claims"] for one in claim["evidence"]]
    assert len(shown) > 7 and set(shown.values()) == {1}
    assert [one for one in every if not any(one[:40] in other for other in quoted)] == []
    # Each fact stands under its own words.
    for fact in facts.xpath("./li"):
        assert found.xpath(f"//*[@id='at-{fact.get('id')}']"), fact.get("id")


def test_there_the_words_that_name_somebody_stand_beside_the_name_where_they_say_more() -> None:
    named = {words(one) for one in page(UNLICENSED).xpath('//ul[@class="ex-named"]/li')}
    assert "Dora Vane “Dora Vane, the mayor”" in named
    assert "Otto Kell “Otto Kell”" in named  # The article has an address: the words lead to its place in the original.


def test_every_place_of_evidence_is_there_to_be_led_to() -> None:
    found = page(UNLICENSED)
    places = {one.get("id") for one in found.xpath("//*[starts-with(@id, 'at-')]")}
    assert {"at-per-otto-kell", "at-per-dora-vane", "at-org-harbour-council", "at-clm-vane-denied-000003"} <= places


@pytest.mark.parametrize("uri", [UNLICENSED, LICENSED])
def test_no_list_of_people_is_said_to_be_empty_where_bodies_are_named(uri: str) -> None:
    named = page(uri, without_people=True).xpath('//h2[.="People and organizations named"]/following-sibling::div[1]')
    assert "Harbour Council" in words(named[0]) and "None." not in words(named[0])


def test_what_a_claim_is_told_in_is_told_by_its_beginning() -> None:
    left = copy.deepcopy(told())
    outer, inner = left[0]["facts"]["claims"][:2]
    outer["content"] = [left[0]["text"].replace("\n", " ").split(". She added")[0].strip()[:200]]
    left[0]["text"] = left[0]["text"].replace("\n", " ")
    inner["nested_in"] = outer["id"]
    root = lxml.html.fromstring(f"<main>{html(build(site_of(left))['who-said-what.md'])}</main>")
    (within,) = root.xpath(f'//section[h3[@id="{inner["id"]}"]]//*[@class="ex-brief ex-within"]')
    assert "[…]”" in words(within) and len(words(within)) < 160


@pytest.mark.parametrize(
    ("source", "is_told"),
    [("A harbour chief", True), ("Harbour boss Kell", False), ("He", False), ("Otto Kell", False)],
)
def test_where_the_article_describes_its_source_readers_see_its_words_beside_the_name(
    source: str, is_told: bool
) -> None:
    left = copy.deepcopy(told())
    (claim,) = (one for one in left[1]["facts"]["claims"] if one["id"] == "clm-it-is-over-000009")
    claim["source"] = source
    built = build(site_of(left))
    marked = f"[“{source}” in the article]"
    for uri, shown in (("index.md", "ex-line--claim"), ("who-said-what.md", "ex-claim")):
        root = lxml.html.fromstring(f"<main>{html(built[uri])}</main>")
        (line,) = (one for one in root.find_class(shown) if "It is over." in words(one))
        assert (marked in words(line)) is is_told


def test_search_finds_a_claim_by_its_own_words_and_not_by_those_that_stand_around_it() -> None:
    page_ = build(site_of(told()))["who-said-what.md"]
    root = lxml.html.fromstring(f"<main>{html(page_)}</main>")
    assert all("data-search-exclude" in one.attrib for one in root.find_class("ex-more"))
    around = [one for one in root.find_class("ex-answers") if one.find_class("ex-within")]
    assert around and all("data-search-exclude" in one.attrib for one in around)
