"""A page that comes in slowly, its HTML in two pieces: what is drawn of the first stands where it stays."""

import re
import threading
import time
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Browser

from browser.conftest import Quiet
from browser.test_every_kind_of_page import DESK, SHIFTS

pytestmark = [pytest.mark.browser, pytest.mark.model]
PAUSE = 0.3
PIECES = {
    "who-said-what/": re.compile(r"(?=<label>|<button|<output|<div class=\"ex-ledger)"),
    "who/": re.compile(r"(?=<label>|<output)|(?<=</li>\n)(?=<li class=\"ex-card)"),
}
"""Where a page may be cut in two: in its form before each field, and in its lists."""


class InTwoPieces(Quiet, SimpleHTTPRequestHandler):
    """Serves pages in two pieces, cut at one place; everything else at once."""

    folder: ClassVar[Path]
    cut: ClassVar[int]

    def do_GET(self) -> None:
        path = self.folder / self.path.partition("?")[0].lstrip("/")
        if not path.is_dir():
            path = path if path.is_file() else self.folder / "404.html"
            self.reply(path.read_bytes(), self.guess_type(str(path)))
            return
        self.reply((path / "index.html").read_bytes(), "text/html; charset=utf-8", self.cut)

    def reply(self, data: bytes, kind: str, cut: int = 0) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[:cut])
        if cut:
            time.sleep(PAUSE)
        self.wfile.write(data[cut:])


@pytest.fixture
def slowly(site: Path) -> Iterator[str]:
    InTwoPieces.folder = site
    with ThreadingHTTPServer(("127.0.0.1", 0), InTwoPieces) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("kind", PIECES)
def test_what_is_drawn_of_half_a_page_stays_where_it_is(browser: Browser, site: Path, slowly: str, kind: str) -> None:
    html = (site / kind / "index.html").read_text(encoding="utf-8")
    cuts = [len(html[: place.start()].encode()) for place in PIECES[kind].finditer(html)]
    assert len(cuts) > 4
    moved = {}
    for InTwoPieces.cut in cuts[:12]:
        with browser.new_context(viewport={"width": DESK["width"], "height": DESK["height"]}) as context:
            page = context.new_page()
            page.goto(slowly + kind)
            moved[InTwoPieces.cut] = page.evaluate(SHIFTS)
    assert {cut: shift for cut, shift in moved.items() if shift >= 0.01} == {}
