"""Search results are narrowed to a kind of thing and to a person, by pointer and by keyboard."""

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.model]


def search(page: Page, words: str) -> None:
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially(words)


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


def links(page: Page) -> list[str]:
    """Where the shown results lead to, without the words to highlight there."""
    shown = page.locator("a.md-search-result__link:visible")
    return shown.evaluate_all("all => all.map(one => new URL(one.href).pathname + new URL(one.href).hash)")


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
    philp = button(page, "People", "Chris Philp")
    told = count(philp)
    everything = titles(page)
    assert len(group(page, "People").locator("button").all()) <= 6
    philp.click()
    expect(button(page, "People", "Chris Philp")).to_have_attribute("aria-pressed", "true")
    assert told == len(titles(page)) < len(everything)
    assert "Chris Philp" in titles(page) and "Lisa Nandy" not in titles(page)


def test_of_a_list_of_claims_those_of_the_person_are_left(open_page: Open) -> None:
    page = open_page()
    search(page, "nonsense")
    button(page, "Kind", "Claim").click()
    button(page, "People", "Chris Philp").click()
    page.locator(".md-search-result__more summary").evaluate_all("all => all.forEach(one => one.click())")
    claims = [link.partition("#")[2] for link in links(page) if "#" in link]
    of_philp = page.locator("section.ex-claim").count()
    assert of_philp >= 0 and claims


def test_kind_and_person_narrow_together_and_new_words_clear_both(open_page: Open) -> None:
    page = open_page()
    search(page, "inquiry")
    button(page, "People", "Chris Philp").click()
    of_philp = titles(page)
    person = button(page, "Kind", "Person")
    told = count(person)
    person.click()
    assert len(titles(page)) == told < len(of_philp)
    assert titles(page) == ["Chris Philp"]
    page.locator("input.md-search__input").press_sequentially(" national")
    expect(page.locator("[aria-pressed=true]")).to_have_count(0)


def test_a_person_is_chosen_and_let_go_by_keyboard(open_page: Open) -> None:
    page = open_page()
    search(page, "inquiry")
    everything = titles(page)
    button(page, "People", "Chris Philp").focus()
    page.keyboard.press("Space")
    assert len(titles(page)) < len(everything)
    expect(button(page, "People", "Chris Philp")).to_be_focused()
    page.keyboard.press("Space")
    assert titles(page) == everything


def test_without_the_people_results_are_narrowed_by_kind_alone(open_page: Open) -> None:
    page = open_page()
    page.route("**/people.json", lambda route: route.abort())
    search(page, "Philp")
    button(page, "Search", "Person").click()
    assert titles(page) == ["Chris Philp"]
    expect(page.locator(".ex-narrow button", has_text="Chris Philp")).to_have_count(0)
