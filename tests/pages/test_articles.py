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
HEADLINE = "Harbour council asks its members to sign a letter against the minister"


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


def test_that_a_claim_is_doubtful_is_told_once_beneath_its_words() -> None:
    left = copy.deepcopy(told())
    claim = left[0]["facts"]["claims"][0]
    claim["confidence"] = "low"
    root = lxml.html.fromstring(f"<main>{html(build(site_of(left))[UNLICENSED])}</main>")
    (fact,) = root.xpath(f"//li[@id='{claim['id']}']")
    (line, *_) = fact.find_class("ex-brief")
    assert words(line).count("machine reading") == 1 and fact.find_class("ex-mark") == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"{HEADLINE}\n\nThe quay is shut.", HEADLINE),
        (f"{HEADLINE}.\n\nThe quay is shut.", "Harbour council asks its members to sign a letter against…"),
        (f"{HEADLINE} {HEADLINE}\n\nThe quay is shut.", "Harbour council asks its members to sign a letter against…"),
        ("By Ann Lee\n\nThe quay is shut.", "x"),
    ],
    ids=["a headline", "a sentence", "a long line", "a byline"],
)
def test_an_article_without_a_title_is_called_after_its_first_line_where_that_is_a_headline(
    text: str, title: str
) -> None:
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}
    built = build(site_of([{"text": text, "facts": {"article": article}}]))
    assert title in words(lxml.html.fromstring(html(built["articles/art-x.md"])).xpath("//h1")[0])


def test_of_what_nobody_is_said_to_have_said_readers_see_the_articles_word() -> None:
    claim = {
        "id": "clm-x",
        "attribution": "unattributed",
        "mode": "indirect",
        "act": "statement",
        "cue": "is said",
        "content": ["Mr Kell", "to have told friends that he had done nothing"],
        "evidence": [{"exact": "Mr Kell is said to have told friends that he had done nothing"}],
    }
    article = {"id": "art-x", "path": "seeds/x.txt", "sha256": "a", "extractor": "test"}
    text = f"{claim['evidence'][0]['exact']}."
    built = build(site_of([{"text": text, "facts": {"article": article, "claims": [claim]}}]))
    for uri in ("unknown.md", "who-said-what.md"):
        shown = words(lxml.html.fromstring(f"<main>{html(built[uri])}</main>"))
        assert "No source given (“is said”)" in shown and "put as" not in shown, uri


def test_of_the_claims_that_one_is_told_in_the_nearest_is_told_with_who_tells_of_it() -> None:
    left = copy.deepcopy(told())
    claims = {one["id"]: one for one in left[0]["facts"]["claims"]}
    claims["clm-friend-said-000004"]["nested_in"] = "clm-brenn-lied-000001"
    root = lxml.html.fromstring(f"<main>{html(build(site_of(left))['who-said-what.md'])}</main>")
    (card,) = root.xpath('//section[h3[@id="clm-brenn-never-met-000005"]]')
    (within,) = card.find_class("ex-within")
    assert words(within).startswith("“A friend of the mayor” (as told, no source given) said")
