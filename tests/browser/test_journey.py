"""A reader's way through the built site in a browser, with JavaScript and without: search, a claim, its evidence."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.model]
SURNAME, NAME = "Philp", "Chris Philp"


def search_for_person(page: Page) -> None:
    """Open a person's page from the search box."""
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially(SURNAME)
    page.locator("a.md-search-result__link", has_text=NAME).first.click()


def look_up_person(page: Page) -> None:
    """Open a person's page from Who’s who."""
    page.get_by_role("link", name="Who’s who").first.click()
    page.get_by_role("link", name=NAME, exact=True).first.click()


def follow_claim(page: Page) -> None:
    """From a person's page to a claim, its evidence in the article, and back to the one who said it."""
    expect(page.locator("h1")).to_have_text(NAME)
    page.locator("section.ex-claim .headerlink").first.click()
    claim = page.locator("section.ex-claim", has=page.locator(f"id={urlsplit(page.url).fragment}"))
    claim.locator("summary", has_text="Evidence").first.click()
    words = claim.locator(".ex-evidence blockquote").first.inner_text().strip("“”").removesuffix("[…]").strip()
    claim.locator(".ex-evidence figcaption a").first.click()
    assert urlsplit(page.url).path.startswith("/articles/art-")
    place = page.locator(f"id={urlsplit(page.url).fragment}")
    expect(place).to_contain_text(words)
    expect(place).to_be_visible()
    page.go_back()
    claim.get_by_role("link", name=NAME).first.click()
    expect(page.locator("h1")).to_have_text(NAME)


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_home_to_a_story_and_from_its_article_back(open_page: Open, scripted: bool) -> None:
    page = open_page("", "address_of_stories", java_script_enabled=scripted)
    page.get_by_role("link", name="Stories", exact=True).first.click()
    story = page.locator("article ul.ex-articles a[href*=sto-]")
    name = story.inner_text()
    story.click()
    expect(page.locator("h1")).to_have_text(name)
    page.locator("article a", has_text="Government defeated on harbours bill as 34 rebel").last.click()
    page.get_by_role("link", name=name).click()
    expect(page.locator("h1")).to_have_text(name)


def test_search_and_follow_a_claim(page: Page, request: pytest.FixtureRequest) -> None:
    if "without" in request.node.name:
        look_up_person(page)
    else:
        search_for_person(page)
    follow_claim(page)
