"""What in a built site leads nowhere, or makes a reader's browser ask another site for something."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Attributes that a browser follows by itself as it opens a page.
FETCHED = {
    "script": "src",
    "img": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}
# Links of these kinds are only told to programs that look for them.
NOT_FETCHED = {"canonical", "next", "prev", "alternate", "edit"}


@dataclass
class Html(HTMLParser):
    """One page: where it links, what it fetches, and which places can be linked to."""

    links: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.places.update(given[name] for name in ("id", "name") if name in given)
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if FETCHED.get(tag) in given and not NOT_FETCHED & set(given.get("rel", "").split()):
            self.fetched.append(given[FETCHED[tag]])


def read(path: Path) -> Html:
    html = Html()
    html.feed(path.read_text(encoding="utf-8"))
    return html


def broken_links(site: Path) -> list[str]:
    """Every link of a built site to a page or a place on a page that is not there."""
    pages = {path: read(path) for path in site.rglob("*.html") if path.name != "404.html"}
    found = []
    for page, html in pages.items():
        for link in {*html.links, *html.fetched}:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
            target = target / "index.html" if target.is_dir() else target
            known = pages[target].places if target in pages else set()
            is_there = target.is_file() and (not parts.fragment or unquote(parts.fragment) in known)
            if not is_there:
                found.append(f"{page.relative_to(site)}: {link}")
    return found


def fetched_elsewhere(site: Path) -> list[str]:
    """Whatever a page makes the browser fetch from another site."""
    return [
        f"{page.relative_to(site)}: {address}"
        for page in site.rglob("*.html")
        for address in read(page).fetched
        if urlsplit(address).netloc
    ]
