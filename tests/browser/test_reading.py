"""What readers follow in pages: from an article's words to their fact, from the picture to its claims, on paper too."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open
from browser.test_every_kind_of_page import DESK, STORIES

pytestmark = [pytest.mark.browser, pytest.mark.model]
LICENSED = "articles/art-2031-03-18-northlight-news/"
UNLICENSED = "articles/art-000-34e8a8b7c3646480/"
SCRIPTED = pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])


def led_to(page: Page) -> str:
    """The id of what the address names, which is in sight."""
    page.wait_for_url(re.compile("#."))
    place = urlsplit(page.url).fragment
    expect(page.locator(f"id={place}")).to_be_in_viewport()
    return place


@SCRIPTED
def test_an_articles_marked_words_open_their_fact(open_page: Open, scripted: bool) -> None:
    page = open_page(LICENSED, STORIES, java_script_enabled=scripted, viewport=DESK)
    words = page.locator("a.ex-words--claim").first
    said = words.inner_text().strip("“”")
    words.click()
    fact = page.locator(f"id={led_to(page)}")
    fact.locator(".ex-evidence summary").first.click()
    expect(fact.locator(".ex-evidence blockquote").first).to_contain_text(said[:20])


@SCRIPTED
def test_where_words_tell_of_several_facts_each_is_a_link_of_its_own(open_page: Open, scripted: bool) -> None:
    page = open_page(LICENSED, STORIES, java_script_enabled=scripted, viewport=DESK)
    also = page.locator("a.ex-also").first
    assert (also.get_attribute("aria-label") or "").startswith("these words also tell of another fact")
    also.focus()
    page.keyboard.press("Enter")
    assert led_to(page)


@SCRIPTED
def test_where_the_text_is_not_shown_each_quotation_stands_above_its_facts(open_page: Open, scripted: bool) -> None:
    page = open_page(UNLICENSED, java_script_enabled=scripted)
    facts = page.locator("ol.ex-article-facts > li")
    assert facts.count() > 20 and facts.locator("> div > .ex-proof blockquote").count() > 15
    facts.locator("a.ex-more").first.click()
    assert led_to(page).startswith("clm-")


@SCRIPTED
def test_the_pictures_lines_and_names_are_links_for_the_keyboard(open_page: Open, scripted: bool) -> None:
    page = open_page("who/", STORIES, java_script_enabled=scripted, viewport=DESK)
    line = page.locator(".ex-picture__sheet--desk a.ex-edge").first
    line.focus()
    page.keyboard.press("Enter")
    assert led_to(page).startswith("clm-")
    page.go_back()
    name = page.locator(".ex-picture__sheet--desk a.ex-node").first
    who = (name.locator("title").text_content() or "").partition(":")[0]
    name.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(who)


def test_the_picture_at_a_glance_leads_to_the_first_entry_of_its_time(open_page: Open) -> None:
    page = open_page("what-happened/", STORIES, viewport=DESK)
    page.locator("a.ex-bar-of-time").nth(1).click()
    assert led_to(page)


@SCRIPTED
def test_an_article_a_persons_page_and_votes_are_printed_with_their_evidence(open_page: Open, scripted: bool) -> None:
    for uri in (LICENSED, "who/per-julian-threlwell/", "votes/", "disputed/"):
        page = open_page(uri, STORIES, java_script_enabled=scripted)
        page.emulate_media(media="print")
        assert page.locator("article blockquote:visible").count() == page.locator("article blockquote").count() > 1
        assert page.locator(".ex-filters:visible, .ex-cite:visible, .md-header:visible").count() == 0
        assert page.pdf().startswith(b"%PDF")
        page.close()


@SCRIPTED
def test_the_columns_of_a_table_unfold(open_page: Open, scripted: bool) -> None:
    columns = open_page("data/", java_script_enabled=scripted).locator("details.ex-fold").first
    expect(columns.locator("table")).to_be_hidden()
    columns.locator("summary").press("Enter")
    expect(columns.locator("caption")).to_have_text("data/claims.csv")
