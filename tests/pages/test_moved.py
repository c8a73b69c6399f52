"""Old addresses of people and bodies that were merged: each leads to the page that tells of them now, or nowhere."""

from dataclasses import replace

from generator.pages import Options
from generator.pages.moved import moved
from tests.pages.sites import site_of, told

MERGED = {"per-otto-kel": "per-otto-kell", "per-gone": "per-nobody"}


def test_an_old_address_leads_to_the_page_that_tells_of_them_now() -> None:
    pages = moved(replace(site_of(told()), merged=MERGED), "de", ())
    assert list(pages) == ["who/per-otto-kel/index.html"]
    (page,) = pages.values()
    assert page.count("../../who/per-otto-kell/") == 3 and ">Otto Kell</a>" in page and 'lang="de"' in page


def test_so_it_does_without_folders_for_addresses() -> None:
    site = replace(site_of(told()), merged=MERGED, options=Options(directory_urls=False))
    ((where, page),) = moved(site, "en", ()).items()
    assert where == "who/per-otto-kel.html" and 'href="../who/per-otto-kell.html"' in page


def test_every_part_of_an_old_page_leads_to_the_first_of_the_page_that_tells_of_both() -> None:
    parts = [f"who/per-otto-kell{part}.md" for part in ("", "/2", "/3", "/5")]
    pages = moved(replace(site_of(told()), merged=MERGED), "en", parts)
    assert list(pages) == [f"who/per-otto-kel{part}/index.html" for part in ("", "/2", "/3")]
    assert pages["who/per-otto-kel/2/index.html"].count("../../../who/per-otto-kell/") == 3
