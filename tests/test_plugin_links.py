"""This project's own site: every link leads somewhere, and nothing is asked of another site."""

from pathlib import Path

import pytest
from broken_links import broken_links, fetched_elsewhere

pytestmark = pytest.mark.model


def test_every_link_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    assert fetched_elsewhere(site) == []


def test_a_broken_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<a href="a/#there">x</a><a href="a/#no">x</a><a href="b/">x</a><h1 id="x">')
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text('<h2 id="there"></h2><a href="../#x">x</a><script src="https://e.org/x.js">')
    assert sorted(broken_links(tmp_path)) == ["index.html: a/#no", "index.html: b/"]
    assert fetched_elsewhere(tmp_path) == ["a/index.html: https://e.org/x.js"]
