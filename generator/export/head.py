"""Layer 3: what a page's head tells programs: Open Graph, its records as JSON-LD, and where the feed is."""

from markupsafe import Markup

from generator import escape
from generator.export.atom import MEDIA_TYPE
from generator.export.feed import FEED_URI
from generator.export.linked_data import linked_data
from generator.export.publication import Publication
from generator.pages import Page
from generator.pages.links import HOME
from generator.pages.views.articles import ArticleView
from generator.pages.views.person import ActorView
from generator.pages.views.stories import StoryView
from generator.pages.words import say

CARD_URI = "assets/explainer/card.png"
_META = Markup('<meta property="{}" content="{}">')
_NAMED_META = Markup('<meta name="{}" content="{}">')
_FEED = Markup('<link rel="alternate" type="{}" title="{}" href="{}">')
_END = "</head>"


def head(page: Page, site: Publication) -> Markup:
    """The elements that belong into a page's head, one on each line; what needs an absolute address only with one."""
    title = say(site.words["feed"]["title"], name=site.name)
    feed = _FEED.format(MEDIA_TYPE, escape.text(title), escape.address(site.address(FEED_URI, page.uri)))
    data = linked_data(page, site)
    lines = [*_open_graph(page, site), feed, *([escape.json_ld(data)] if data else [])]
    return Markup("\n").join(lines)


def insert(html: str, elements: str) -> str:
    """A page's HTML with elements at the end of its head; where it has no head it stays as it is."""
    before, end, after = html.partition(_END)
    return f"{before}{elements}\n{end}{after}" if end else html


def _open_graph(page: Page, site: Publication) -> list[Markup]:
    known = {
        "og:title": page.title if page.uri != HOME else site.name,
        "og:type": _type(page),
        "og:site_name": site.name,
        "og:description": _description(page, site),
    }
    if site.url is not None:
        known["og:image:alt"] = str(site.words["head"]["mark"])
    places = {"og:url": page.uri, "og:image": CARD_URI} if site.url is not None else {}
    return [
        *(_META.format(name, escape.text(words)) for name, words in known.items()),
        *(_META.format(name, escape.address(site.address(uri, page.uri))) for name, uri in places.items()),
        _NAMED_META.format("twitter:card", "summary"),
    ]


def _type(page: Page) -> str:
    return "profile" if isinstance(page.view, ActorView) and page.view.is_person else "website"


def _description(page: Page, site: Publication) -> str:
    """What a page holds, in the site's own words: nothing that anybody claims."""
    if isinstance(page.view, ActorView):
        return say(site.words["head"]["person" if page.view.is_person else "organization"], name=page.view.name)
    if isinstance(page.view, StoryView):
        return say(site.words["head"]["story"], n=page.view.headline.articles, name=page.title)
    return str(site.words["head"]["article"]) if isinstance(page.view, ArticleView) else site.about
