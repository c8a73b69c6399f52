"""What the browser tests share: the built site at an address, and pages that ask no other site for anything."""

import http.server
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
Open = Callable[..., Page]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a page of the site, in a browser that tells afterwards whom it asked for anything."""
    asked: list[Request] = []
    contexts = []

    def open_page(uri: str = "", **settings: Any) -> Page:
        context = browser.new_context(**settings)
        contexts.append(context)
        context.on("request", lambda one: asked.append(one))
        page = context.new_page()
        page.goto(address + uri)
        return page

    yield open_page
    for context in contexts:
        context.close()
    here = urlsplit(address).netloc
    assert [one.url for one in asked if urlsplit(one.url).netloc not in ("", here)] == []


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, open_page: Open) -> Page:
    """Home, with JavaScript and without."""
    return open_page(java_script_enabled=request.param)
