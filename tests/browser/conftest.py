"""What the browser tests share: the built site at an address, and pages that ask no other site for anything."""

import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import ROOT, Run
from playwright.sync_api import Browser, Page, Request, sync_playwright
from test_diff import git

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PHONE = {"width": 390, "height": 844}
ON_TWO_PARTIES = (
    "Labour MP Ann Lee said on Friday that the bridge would cost {cost}.\n\n"
    "Conservative MP Jo Ray denied it. Tom Vale, the engineer, said nothing.\n"
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
Open = Callable[..., Page]


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a site's folder can be read for a while."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def address_of_stories(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The example's site with one more article, that of this project's own site: a story, and what stands alone."""
    folder = tmp_path_factory.mktemp("stories") / "site"
    shutil.copytree(ROOT / "examples/harbours", folder, ignore=shutil.ignore_patterns("site"))
    for seed in (ROOT / "seeds").iterdir():
        shutil.copy(seed, folder / "seeds")
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    with served(folder / "site") as address:
        yield address


@pytest.fixture(scope="session")
def address_of_changes(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site under git of one article on two parties, whose words were mended once: it has changes to tell."""
    folder = tmp_path_factory.mktemp("changes")
    (folder / "docs").mkdir()
    (folder / "seeds").mkdir()
    (folder / "mkdocs.yml").write_text("site_name: Bridge news\ntheme: material\nplugins: [search, explainer]\n")
    git(folder, "init", "-b", "main")
    for cost in ("£2m", "£3m"):
        (folder / "seeds/2025-03-01-bridge.txt").write_text(ON_TWO_PARTIES.format(cost=cost), encoding="utf-8")
        done = run("mkdocs", "build", cwd=folder)
        assert done.returncode == 0, done.stderr
        git(folder, "add", "seeds", "content")
        git(folder, "commit", "-m", f"It costs {cost}")
    assert run("mkdocs", "build", cwd=folder).returncode == 0
    with served(folder / "site") as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Open]:
    """Opens a page of a site, in a browser that tells afterwards whom it asked for anything.

    `at` is the fixture that gives the site's address.
    """
    asked: list[Request] = []
    contexts = []

    def open_page(uri: str = "", at: str = "address", **settings: Any) -> Page:
        address = request.getfixturevalue(at)
        context = browser.new_context(**settings)
        contexts.append(context)
        context.on("request", lambda one: asked.append(one))
        page = context.new_page()
        page.goto(address + uri)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [one.url for one in asked if urlsplit(one.url).hostname not in (None, "127.0.0.1")] == []


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, open_page: Open) -> Page:
    """Home, with JavaScript and without."""
    return open_page(java_script_enabled=request.param)
