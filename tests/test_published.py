"""A built site as programs meet it: valid HTML with its head's data, a site map, a feed, and a mark of its own."""

from pathlib import Path

import feedparser
import lxml.html
import pytest
import yaml
from conftest import Run
from justhtml import JustHTML

pytestmark = pytest.mark.model
URL = "https://news.example/bridge/"
SEED = "The mayor, Ann Lee, said that the bridge would stay closed. Bob Ray, a councillor, denied that it was unsafe.\n"
KINDS = (
    "index.html",
    "who/index.html",
    "who/per-ann-lee/index.html",
    "what-happened/index.html",
    "who-said-what/index.html",
    "votes/index.html",
    "disputed/index.html",
    "unknown/index.html",
    "articles/index.html",
    "articles/art-bridge/index.html",
    "data/index.html",
    "about/index.html",
)


def build(folder: Path, run: Run, *, theme: str = "material", **settings: str) -> Path:
    """A site with the seed, built strictly."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "seeds/bridge.txt").write_text(SEED)
    whole = {"site_name": "Bridge news", "theme": theme, "plugins": ["search", "explainer"], **settings}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(whole))
    done = run("mkdocs", "build", "--strict", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module", params=["material", "mkdocs"])
def site(request: pytest.FixtureRequest, run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site"), run, theme=request.param, site_url=URL)


@pytest.mark.parametrize("page", KINDS)
def test_a_page_is_valid_html_and_names_no_id_twice(site: Path, page: str) -> None:
    html = (site / page).read_text(encoding="utf-8")
    assert [str(error) for error in JustHTML(html, collect_errors=True).errors] == []
    ids = [element.get("id") for element in lxml.html.fromstring(html).iter() if element.get("id")]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("page", KINDS)
def test_every_page_tells_what_it_is_and_where_the_feed_is(site: Path, page: str) -> None:
    head = lxml.html.fromstring((site / page).read_text(encoding="utf-8")).find("head")
    address = head.xpath("string(meta[@property='og:url']/@content)")
    assert address == head.xpath("string(link[@rel='canonical']/@href)") == URL + page.removesuffix("index.html")
    assert head.xpath("string(link[@type='application/atom+xml']/@href)") == f"{URL}feed.xml"
    card = head.xpath("string(meta[@property='og:image']/@content)")
    assert (site / card.removeprefix(URL)).read_bytes().startswith(b"\x89PNG")


def test_the_feed_can_be_read_and_every_entry_leads_somewhere(site: Path) -> None:
    found = feedparser.parse(site / "feed.xml")
    assert found.version == "atom10"
    assert found.entries
    for entry in found.entries:
        page, _, place = entry.link.removeprefix(URL).partition("#")
        assert f'id="{place}"' in (site / page / "index.html").read_text(encoding="utf-8")


def test_the_site_map_lists_every_page(site: Path) -> None:
    listed = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert [page for page in KINDS if f"<loc>{URL}{page.removesuffix('index.html')}</loc>" not in listed] == []


def icon(site: Path) -> str:
    return str(lxml.html.parse(site / "index.html").xpath("string(//link[@rel='icon']/@href)"))


def test_the_mark_is_ours_unless_the_site_has_its_own(run: Run, tmp_path: Path) -> None:
    assert icon(build(tmp_path / "ours", run)) == "assets/explainer/favicon.svg"
    own = tmp_path / "own/docs/assets/images/favicon.png"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"own")
    assert icon(build(tmp_path / "own", run)) == "assets/images/favicon.png"


def head_of_page(site: Path) -> tuple[str, str]:
    """The mark in the page's header, and what stands above its list of headings."""
    page = lxml.html.parse(site / "index.html")
    title = page.xpath("string(//*[@data-md-component='toc']/preceding-sibling::label)")
    return page.xpath("string(//header//img/@src)"), " ".join(title.split())


def test_the_header_has_our_mark_and_words_unless_the_site_sets_its_own(run: Run, tmp_path: Path) -> None:
    assert head_of_page(build(tmp_path / "ours", run)) == ("assets/explainer/favicon.svg", "On this page")
    own = {"theme": {"name": "material", "icon": {"logo": "material/library"}}}
    own["markdown_extensions"] = [{"toc": {"title": "Headings"}}]  # type: ignore[assignment]
    assert head_of_page(build(tmp_path / "own", run, **own)) == ("", "Headings")  # type: ignore[arg-type]
