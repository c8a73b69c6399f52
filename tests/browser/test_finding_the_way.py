"""What readers find their way by: names told apart, groups of people, folded lists, a page for lost addresses."""

import pytest
from playwright.sync_api import expect

from browser.conftest import Open
from browser.test_every_kind_of_page import DESK, PHONE, STORIES

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.mark.parametrize(
    ("uri", "person", "title"),
    [
        ("", "per-tobias-pellow", "MP"),
        ("who/", "per-tobias-pellow", "MP"),
        ("who/", "per-tobias-pellow-councillor", "Cllr"),
        ("who-said-what/", "per-tobias-pellow", "MP"),
    ],
)
def test_two_people_of_one_name_are_told_apart_wherever_they_are_named(
    open_page: Open, uri: str, person: str, title: str
) -> None:
    page = open_page(uri, "address_of_stories")
    expect(page.locator(f"article a[href$='{person}/']").first).to_have_text(f"Tobias Pellow (“{title}”)")


def test_people_stand_under_the_body_of_their_role_else_under_a_post_that_they_share(open_page: Open) -> None:
    groups = open_page("who/", "address_of_stories").locator(".ex-group")
    expect(groups.filter(has_text="Desmond Oyelaran").locator("h3")).to_have_text("Union of Harbour Workers")
    expect(groups.filter(has_text="Donal Hession").locator("h3")).to_have_text("harbour master")
    expect(groups.last.locator("h3")).to_have_text("No party, organization or shared post reported")


WIDE = """() => [...document.querySelectorAll(".ex-card")].filter(
  card => card.getBoundingClientRect().right > card.closest("article").getBoundingClientRect().right + 0.5
).length"""


@pytest.mark.parametrize("width", [720, 960, 1280])
def test_no_card_sticks_out_of_its_column(open_page: Open, width: int) -> None:
    page = open_page("who/", "address_of_stories", viewport={"width": width, "height": 900})
    page.add_style_tag(content=".md-content { max-width: 34rem }")  # As beside a list of sections.
    assert page.locator(".ex-card").count() > 20 and page.evaluate(WIDE) == 0


def test_on_a_phone_the_questions_of_a_list_are_folded_until_asked_for(open_page: Open) -> None:
    page = open_page("who-said-what/", viewport=PHONE)
    words = page.locator(".ex-filters [name=words]")
    expect(words).to_be_hidden()
    page.locator(".ex-filters summary").click()
    expect(words).to_be_visible()
    words.fill("inquiry")
    page.reload()
    expect(words).to_be_visible()
    expect(open_page("who-said-what/", viewport=DESK).locator(".ex-filters [name=words]")).to_be_visible()


CUT = """() => [...document.querySelectorAll(".md-tabs__item")].filter(
  tab => tab.getBoundingClientRect().right > tab.closest(".md-tabs__list").getBoundingClientRect().right + 0.5
    || tab.closest(".md-tabs__list").scrollHeight > tab.closest(".md-tabs__list").clientHeight + 0.5
).length"""


@pytest.mark.parametrize("width", [1220, 1280, 1920])
def test_every_section_of_a_site_with_many_is_in_sight(open_page: Open, width: int) -> None:
    page = open_page("unknown/", STORIES, viewport={"width": width, "height": 900})
    assert page.locator(".md-tabs__item").count() > 12
    assert page.evaluate(CUT) == 0
    assert page.locator(".md-tabs").evaluate("one => one.offsetHeight") < 60


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_an_address_that_leads_nowhere_leads_on(open_page: Open, scripted: bool) -> None:
    page = open_page("404.html", java_script_enabled=scripted)
    expect(page.locator("h1")).to_have_text("There is no page at this address")
    page.locator("article").get_by_role("link", name="Who’s who").click()
    expect(page.locator("h1")).to_have_text("Who’s who")


@pytest.mark.parametrize("scripted", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_rest_of_a_long_list_of_gaps_unfolds(open_page: Open, scripted: bool) -> None:
    rest = open_page("unknown/", STORIES, java_script_enabled=scripted).locator(".ex-fold").first
    expect(rest.locator("li").first).to_be_hidden()
    rest.locator("summary").click()
    expect(rest.locator("li").first).to_be_visible()


HIDDEN = """() => {
  const bars = [...document.querySelectorAll(".md-header, .md-tabs")];
  const header = Math.max(...bars.map(e => e.getBoundingClientRect().bottom));
  const at = document.activeElement;
  return !at.closest(".md-header, .md-tabs, .md-skip") && at.getBoundingClientRect().top < header - 1;
}"""


@pytest.mark.parametrize("uri", ["who-said-what/", "who/"])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_what_the_keyboard_comes_to_never_stands_under_the_header(open_page: Open, uri: str, key: str) -> None:
    page = open_page(uri, viewport={"width": 1280, "height": 700})
    page.locator("main a").last.focus() if key == "Shift+Tab" else page.locator("main a").first.focus()
    for _ in range(50):
        page.keyboard.press(key)
        assert not page.evaluate(HIDDEN), page.evaluate("document.activeElement.outerHTML")
