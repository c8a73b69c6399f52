"""Search: a made newsroom comes in, what its index weighs and when a reader has the first result go out."""

import http.server
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, Response, sync_playwright

from benchmarks.building import build
from benchmarks.figures import Figure
from benchmarks.newsroom import MKDOCS_YML, make_site, many
from generator.model.article import Article

PATIENCE = 60_000
"""Milliseconds that a first result may take."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""


def figures(folder: Path, articles: Sequence[Article], number: int) -> Iterator[Figure]:
    """What either search engine weighs and how long its first result takes, in Debian's chromium.

    Args:
        folder: an empty folder to work in.
        articles: what the newsroom is made of.
        number: how many articles it has.
    """
    site, words = folder / "site", max((articles[0].title or "").split(), key=len)
    make_site(site, many(articles, number))
    engines: dict[str, tuple[str, str, Callable[[Page, str], None]]] = {
        "theme": ("[search, explainer]", "search", _by_the_theme),
        "pagefind": ("[{explainer: {search: pagefind}}]", "pagefind", _by_pagefind),
    }
    for name, (plugins, index, first_result) in engines.items():
        settings = MKDOCS_YML.replace("[search, explainer]", plugins)
        (site / "mkdocs.yml").write_text(settings, encoding="utf-8")
        build(site)
        weight = sum(path.stat().st_size for path in (site / "site" / index).rglob("*") if path.is_file())
        yield Figure(what=f"{number:,} articles, search by {name}: index", value=weight / 1000, unit="kB")
        loaded, taken = _searched(site / "site", index, first_result, words)
        yield Figure(
            what=f"{number:,} articles, search by {name}: loaded by a reader who searches",
            value=loaded / 1000,
            unit="kB",
        )
        yield Figure(what=f"{number:,} articles, search by {name}: first result after", value=taken, unit="s")


def _searched(site: Path, index: str, first_result: Callable[[Page, str], None], words: str) -> tuple[int, float]:
    """The bytes of the index that the browser loaded, and the seconds until its first result was there."""
    chromium = shutil.which("chromium")
    if chromium is None:
        raise RuntimeError("searching needs Debian's chromium (apt-get install chromium)")
    with _served(site) as address, sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=chromium, args=FLAGS).new_page()
        loaded: list[int] = []
        page.on("response", lambda one: loaded.append(_weight(one)) if f"/{index}/" in one.url else None)
        page.goto(address, wait_until="networkidle")
        begun = time.perf_counter()
        first_result(page, words)
        return sum(loaded), time.perf_counter() - begun


def _by_the_theme(page: Page, words: str) -> None:
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially(words)
    page.locator(".md-search-result__item").first.wait_for(timeout=PATIENCE)


def _by_pagefind(page: Page, words: str) -> None:
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox").or_(page.get_by_role("dialog").get_by_role("textbox")).first.press_sequentially(words)
    page.get_by_role("dialog").locator(".pagefind-ui__result").first.wait_for(timeout=PATIENCE)


def _weight(response: Response) -> int:
    return int(response.headers.get("content-length", 0))


@contextmanager
def _served(site: Path) -> Iterator[str]:
    handler = partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
