"""Search results are narrowed to a kind of thing and to a person, by pointer and by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from browser.conftest import PHONE, WCAG, Open

pytestmark = [pytest.mark.browser, pytest.mark.model]


def search(page: Page, words: str) -> None:
    """Search for words once, not at each of their letters, so that what is shown first is what was asked for."""
    field = page.locator("input.md-search__input")
    field.click()
    field.fill(words)
    field.press("End")
    page.locator(".md-search-result__item").first.wait_for()


def group(page: Page, name: str) -> Locator:
    """The buttons that narrow by kind or by person."""
    return page.get_by_role("group", name=name, exact=True)


def button(page: Page, name: str, value: str) -> Locator:
    return group(page, name).locator("button", has_text=value)


def count(button: Locator) -> int:
    """The number that a button tells: `Chris Philp (3)`."""
    return int(button.inner_text().rpartition("(")[2].removesuffix(")"))


def titles(page: Page) -> list[str]:
    return page.locator(".md-search-result__item:visible h1").all_inner_texts()


def claims(page: Page) -> list[str]:
    """The claims that shown results lead to."""
    shown = page.locator("a.md-search-result__link[href*='#clm-']:visible")
    return shown.evaluate_all("all => all.map(one => new URL(one.href).hash.slice(1))")


def test_results_are_narrowed_to_a_kind(open_page: Open) -> None:
    page = open_page()
    search(page, "Philp")
    button(page, "Kind", "Person").click()
    assert titles(page) == ["Chris Philp"]
    button(page, "Kind", "Person").click()
    assert len(titles(page)) > 1


def test_results_are_narrowed_to_a_person(open_page: Open) -> None:
    page = open_page()
    search(page, "inquiry")
    cooper = button(page, "People", "Yvette Cooper")
    told = count(cooper)
    everything = titles(page)
    assert len(group(page, "People").locator("button").all()) <= 6
    cooper.click()
    expect(button(page, "People", "Yvette Cooper")).to_have_attribute("aria-pressed", "true")
    assert told == len(titles(page)) < len(everything)
    assert "Yvette Cooper" in titles(page) and "Keir Starmer" not in titles(page)


def test_of_a_list_of_claims_those_of_the_person_are_left(open_page: Open) -> None:
    page = open_page("who-said-what/")
    of_cooper = page.locator(":is([data-ex-person~=per-yvette-cooper], [data-ex-subject~=per-yvette-cooper]) h3")
    expected = set(of_cooper.evaluate_all("all => all.map(one => one.id)"))
    search(page, "inquiry")
    button(page, "Kind", "Claim").click()
    page.locator(".md-search-result__item:visible summary").click()
    everything = claims(page)
    button(page, "People", "Yvette Cooper").click()
    left = claims(page)
    assert left == [claim for claim in everything if claim in expected]
    assert 0 < len(left) < len(everything)


def test_kind_and_person_narrow_together_and_new_words_clear_both(open_page: Open) -> None:
    page = open_page()
    search(page, "inquiry")
    button(page, "People", "Yvette Cooper").click()
    of_cooper = titles(page)
    person = button(page, "Kind", "Person")
    told = count(person)
    person.click()
    assert len(titles(page)) == told < len(of_cooper)
    assert titles(page) == ["Yvette Cooper"]
    page.locator("input.md-search__input").press_sequentially(" national")
    expect(page.locator("[aria-pressed=true]")).to_have_count(0)


def test_a_person_is_chosen_and_let_go_by_keyboard(open_page: Open) -> None:
    page = open_page()
    search(page, "inquiry")
    everything = titles(page)
    for _ in range(20):
        if button(page, "People", "Yvette Cooper").evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert len(titles(page)) < len(everything)
    expect(button(page, "People", "Yvette Cooper")).to_be_focused()
    page.keyboard.press("Space")
    assert titles(page) == everything


def test_without_the_people_results_are_narrowed_by_kind_alone(open_page: Open) -> None:
    page = open_page()
    page.route("**/people.json", lambda route: route.abort())
    search(page, "Philp")
    button(page, "Search", "Person").click()
    assert titles(page) == ["Chris Philp"]
    expect(page.locator(".ex-narrow button", has_text="Chris Philp")).to_have_count(0)


@pytest.mark.parametrize(
    "form, name", [("Philp", "Chris Philp"), ("Starmer", "Keir Starmer"), ("Ms Cooper", "Yvette Cooper")]
)
def test_every_form_of_a_name_finds_its_bearer_first(form: str, name: str, open_page: Open) -> None:
    page = open_page()
    search(page, form)
    assert titles(page)[0] == name


def test_a_papers_misspelling_finds_who_was_meant(open_page: Open) -> None:
    page = open_page(at="address_of_stories")
    search(page, "Threlwall")
    assert "Julian Threlwell" in titles(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_bars_a_reader_from_the_results(open_page: Open, scheme: str) -> None:
    page = open_page(color_scheme=scheme, viewport=PHONE)
    page.locator("label[for=__search]").first.click()
    search(page, "Philp")
    found = Axe().run(page, "[data-md-component=search-result]", {"runOnly": WCAG}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
