"""Each kind of page as it is drawn: accessible in both palettes, steady while it loads, light, usable by keyboard."""

import itertools
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from browser.conftest import PHONE, WCAG, Open

pytestmark = [pytest.mark.browser, pytest.mark.model]
OWN, STORIES, CHANGES = "address", "address_of_stories", "address_of_changes"
"""The sites that have pages of each kind, by the fixture that gives the address."""
PAGES = [
    "",
    "who/",
    "what-happened/",
    "who-said-what/",
    "votes/",
    "disputed/",
    "unknown/",
    "to-review/",
    "articles/",
    "data/",
    "about/",
    "corrections/",
    "404.html",
]
"""What both sites have; then what each has of its own."""
PAGES_OF_OWN = ["who/per-chris-philp/", "who/org-labour/", "articles/art-000-34e8a8b7c3646480/"]
PAGES_OF_STORIES = [
    "stories/",
    "stories/sto-2031-03-04-albion-courier/",
    "who/per-augusta-penrice/",
    "who/org-ports-select-committee/",
    "articles/art-2031-03-18-northlight-news/",
]
KINDS = [(OWN, page) for page in (*PAGES, *PAGES_OF_OWN)] + [(STORIES, page) for page in (*PAGES, *PAGES_OF_STORIES)]
KINDS += [(CHANGES, page) for page in ("changes/", "corrections/", "who/")]
DESK = {"width": 1280, "height": 900}
SHIFTS = """() => new Promise(resolve => {
  let total = 0;
  new PerformanceObserver(list => { for (const entry of list.getEntries()) total += entry.value; })
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(total), 300);
})"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("site_of", "kind"), KINDS)
def test_nothing_bars_a_reader(open_page: Open, site_of: str, kind: str, scheme: str) -> None:
    page = open_page(kind, site_of, color_scheme=scheme, viewport=PHONE)
    found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize(("site_of", "kind"), KINDS)
def test_a_page_stands_still_fits_its_screen_and_skips_no_level_of_heading(
    open_page: Open, site_of: str, kind: str, viewport: dict[str, int]
) -> None:
    page = open_page(kind, site_of, viewport=viewport)
    assert page.evaluate(SHIFTS) < 0.01
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
    headings = page.locator("article :is(h1, h2, h3, h4)")
    levels = headings.evaluate_all("all => all.map(one => Number(one.tagName[1]))")
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_styles_and_scripts_are_light(site: Path) -> None:
    assert sum(path.stat().st_size for path in (site / "assets/explainer").iterdir()) < 60_000


def test_nothing_moves_for_readers_who_want_no_motion(open_page: Open) -> None:
    page = open_page(reduced_motion="reduce")
    moving = "all => all.filter(one => parseFloat(getComputedStyle(one).transitionDuration) > 0.01).length"
    assert page.locator("body *").evaluate_all(moving) == 0


def test_the_whole_way_to_a_claim_by_keyboard(open_page: Open) -> None:
    page = open_page("who/")
    page.locator(".ex-filters [name=words]").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Chris Philp":
            break
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline not in ("none", "")
    page.keyboard.press("Enter")
    page.wait_for_url("**/who/per-chris-philp/")
    page.locator(".ex-evidence summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".ex-evidence blockquote").first.is_visible()


@pytest.mark.parametrize(("site_of", "kind"), KINDS)
def test_a_page_is_painted_without_any_script(open_page: Open, site_of: str, kind: str) -> None:
    page = open_page(kind, site_of, viewport=PHONE, java_script_enabled=False)
    heading = page.locator("article h1")
    box = heading.bounding_box()
    assert box and box["y"] < PHONE["height"]
    # A picture makes the browser paint, so that nothing has to be waited for.
    painted = page.screenshot(clip=box)
    heading.evaluate("one => { one.style.color = 'transparent' }")
    assert painted != page.screenshot(clip=box)


def test_no_page_is_heavy(site: Path) -> None:
    heavy = {path: path.stat().st_size for path in site.rglob("*.html") if path.stat().st_size > 150_000}
    assert heavy == {}
