"""Every link leads to a page and a place that are there, however the site serves its pages."""

import posixpath
from urllib.parse import urldefrag

import lxml.html
import pytest

from generator.pages import Options, build
from generator.pages.links import Links, Target
from generator.pages.views import page as page_module
from tests.pages.sites import html, site_of, told


def address(uri: str, directory_urls: bool) -> str:
    stem = uri.removesuffix(".md")
    if not directory_urls:
        return f"/{stem}.html"
    return "/" + (stem.removesuffix("index") if stem.rpartition("/")[2] == "index" else f"{stem}/")


@pytest.mark.parametrize("directory_urls", [True, False])
@pytest.mark.parametrize("is_split", [False, True], ids=["whole lists", "lists in parts"])
def test_every_link_leads_somewhere(directory_urls: bool, is_split: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if is_split:
        monkeypatch.setattr(page_module, "LENGTHS", {})
        monkeypatch.setattr(page_module, "OTHER_LENGTH", 2)
    built = build(site_of(told(), options=Options(directory_urls=directory_urls)))
    pages = {address(uri, directory_urls): lxml.html.fromstring(html(page)) for uri, page in built.items()}
    places = {(at, place) for at, page in pages.items() for place in [*page.xpath("//@id"), ""]}
    followed = 0
    for at, page in pages.items():
        for href in page.xpath("//a/@href[not(starts-with(., 'http'))]"):
            path, anchor = urldefrag(href)
            full = posixpath.normpath(posixpath.join(posixpath.dirname(at), path)) if path else at
            full += "/" if path.endswith("/") and full != "/" else ""
            assert (full, anchor) in places, (at, href)
            followed += 1
    assert followed > 300


def test_ids_are_unique_on_a_page() -> None:
    for uri, page in build(site_of(told())).items():
        ids = lxml.html.fromstring(html(page)).xpath("//@id")
        assert len(ids) == len(set(ids)), uri


@pytest.mark.parametrize(
    "page, to, directory_url, file_url",
    [
        ("index.md", "votes.md", "votes/", "votes.html"),
        ("votes.md", "index.md", "../", "index.html"),
        ("who/per-a.md", "who/index.md", "../../who/", "../who/index.html"),
        ("who/index.md", "articles/art-a.md", "../articles/art-a/", "../articles/art-a.html"),
        ("index.md", "index.md", "./", "index.html"),
    ],
)
def test_links_are_relative(page: str, to: str, directory_url: str, file_url: str) -> None:
    assert link(page, Target(to), directory_urls=True) == f'href="{directory_url}"'
    assert link(page, Target(to), directory_urls=False) == f'href="{file_url}"'
    anchor = "#x" if page == to else f"{file_url}#x"
    assert link(page, Target(to, "x"), directory_urls=False) == f'href="{anchor}"'


def link(page: str, to: Target, *, directory_urls: bool) -> str:
    links = Links(directory_urls)
    return links.placed(f'href="{links(to)}"', page)


def test_pages_are_the_same_whatever_the_order_of_articles() -> None:
    assert build(site_of(told())) == build(site_of(told()[::-1]))


def test_a_name_on_its_own_page_leads_nowhere() -> None:
    page = lxml.html.fromstring(html(build(site_of(told()))["who/per-dora-vane.md"]))
    assert "Dora Vane" in page.text_content()
    assert not page.xpath("//a[starts-with(., 'Dora Vane')]")
    # What leads to a place on the page stays a link.
    assert page.xpath("//a[starts-with(@href, '../')]")
