"""The built site as a reader uses it in a browser, with JavaScript and without; nothing is asked of another site."""

import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.model]
SURNAME, NAME = "Philp", "Chris Philp"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """Home, in a browser that tells afterwards whom it asked for anything."""
    asked: list[Request] = []
    context = browser.new_context(java_script_enabled=request.param)
    context.on("request", lambda one: asked.append(one))
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()
    here = urlsplit(address).netloc
    assert [one.url for one in asked if urlsplit(one.url).netloc not in ("", here)] == []


def search_for_person(page: Page) -> None:
    """Open a person's page from the search box."""
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially(SURNAME)
    page.locator("a.md-search-result__link", has_text=NAME).first.click()


def look_up_person(page: Page) -> None:
    """Open a person's page from Who's who."""
    page.get_by_role("link", name="Who's who").first.click()
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


def test_search_and_follow_a_claim(page: Page, request: pytest.FixtureRequest) -> None:
    if "without" in request.node.name:
        look_up_person(page)
    else:
        search_for_person(page)
    follow_claim(page)
