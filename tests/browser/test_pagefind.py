"""A site with Pagefind as its search engine: its index replaces the theme's, and readers search and narrow."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import Run
from playwright.sync_api import Locator, Page, Route, expect

from browser.conftest import Open, served
from browser.test_every_kind_of_page import DESK, PHONE, WCAG

pytestmark = [pytest.mark.browser, pytest.mark.model]


@pytest.fixture(scope="module")
def built(copy_project: Callable[[Path], Path], run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's own site with Pagefind."""
    folder = copy_project(tmp_path_factory.mktemp("pagefind"))
    settings = folder / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("- search\n- explainer\n", "- explainer: {search: pagefind}\n"), encoding="utf-8")
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def address_with_pagefind(built: Path) -> Iterator[str]:
    with served(built) as address:
        yield address


def search(page: Page, words: str) -> Locator:
    """The results of a search."""
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").or_(page.get_by_role("dialog").get_by_role("textbox")).first.press_sequentially(words)
    results = page.get_by_role("dialog").locator(".pagefind-ui__result")
    results.first.wait_for()
    return results


def tick(page: Page, group: str, value: str) -> None:
    filters = page.get_by_role("dialog").locator("details", has=page.get_by_text(group, exact=True))
    if filters.get_attribute("open") is None:
        filters.locator("summary").click()
    filters.get_by_role("checkbox", name=value).check()


def test_the_index_is_pagefinds_and_no_other(built: Path) -> None:
    assert (built / "pagefind/pagefind.js").is_file() and list((built / "pagefind/fragment").iterdir())
    assert not (built / "search").exists()
    assert not (built / "assets/explainer/people.json").exists()


def test_a_name_leads_to_a_person_and_says_so(open_page: Open) -> None:
    page = open_page("", "address_with_pagefind")
    results = search(page, "Philp")
    person = results.filter(has=page.get_by_role("link", name="Chris Philp", exact=True))
    expect(person).to_contain_text("Kind: Person")
    person.get_by_role("link", name="Chris Philp", exact=True).click()
    expect(page.locator("h1")).to_have_text("Chris Philp")


def test_results_are_narrowed_by_kind_and_by_person(open_page: Open) -> None:
    page = open_page("votes/", "address_with_pagefind")
    results = search(page, "inquiry")
    everything = results.count()
    tick(page, "Kind", "Person")
    expect(results.filter(has_not_text="Kind: Person")).to_have_count(0)
    of_kind = results.count()
    assert 1 < of_kind < everything
    tick(page, "People", "Yvette Cooper")
    expect(results).to_have_count(1)
    expect(results.first).to_contain_text("Yvette Cooper")


@pytest.mark.parametrize("late", [0, 1])
def test_a_filter_that_comes_late_is_offered_too(open_page: Open, late: int) -> None:
    page = open_page("", "address_with_pagefind")
    asked: list[Route] = []

    def keep_the_late_waiting(route: Route) -> None:
        asked.append(route)
        if len(asked) == late + 1:
            page.wait_for_timeout(1500)
        route.continue_()

    page.context.route("**/pagefind/filter/**", keep_the_late_waiting)
    search(page, "inquiry")
    tick(page, "Kind", "Person")
    tick(page, "People", "Yvette Cooper")


def test_the_box_is_left_by_keyboard(open_page: Open) -> None:
    page = open_page("", "address_with_pagefind")
    search(page, "inquiry")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_without_javascript_nothing_idle_is_shown(open_page: Open) -> None:
    page = open_page("", "address_with_pagefind", java_script_enabled=False)
    assert page.locator(".ex-search-open, .md-search").count() == 0


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_bars_a_reader_from_the_open_box(open_page: Open, scheme: str, viewport: dict[str, int]) -> None:
    page = open_page("", "address_with_pagefind", color_scheme=scheme, viewport=viewport)
    search(page, "inquiry")
    tick(page, "Kind", "Person")
    found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def open_by_keyboard(page: Page) -> None:
    """Open the box with the keyboard alone, which stands in its field then."""
    page.get_by_role("button", name="Search", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").locator("input[type=text]")).to_be_focused()


def test_the_whole_way_to_a_result_by_keyboard(open_page: Open) -> None:
    page = open_page("votes/", "address_with_pagefind")
    open_by_keyboard(page)
    page.keyboard.type("Philp")
    link = page.get_by_role("dialog").get_by_role("link", name="Chris Philp", exact=True)
    expect(link).to_be_visible()
    for _ in range(60):
        page.keyboard.press("Tab")
        if link.evaluate("one => one === document.activeElement"):
            break
    assert link.evaluate("one => getComputedStyle(one).outlineStyle") not in ("none", "")
    page.keyboard.press("Enter")
    page.wait_for_url("**/who/per-chris-philp/**")


def test_escape_gives_the_keyboard_back_to_where_it_was(open_page: Open) -> None:
    page = open_page("", "address_with_pagefind")
    open_by_keyboard(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_focused()
