"""Stage pages: Home: the site at a glance: who is in it, the latest, what is disputed, next, and not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.pages.links import ARTICLES, HOME, LEDGER, PEOPLE, TIMELINE, VOTES, Target
from generator.pages.views.articles import Heading, heading
from generator.pages.views.glance import FEW, Glance, glance
from generator.pages.views.page import Page
from generator.pages.views.scope import Scope
from generator.pages.views.stories import Headline
from generator.pages.views.who import where_bodies_begin

STORIES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The start of each list, and how long the whole lists are.

    Attributes:
        stories: the latest of the stories that the articles fall into; none where all tell one.
    """

    name: str
    articles: tuple[Heading, ...]
    stories: tuple[Headline, ...]
    glance: Glance
    counts: tuple[tuple[str, int, Target | str], ...]


def pages(whole: Scope, headlines: Sequence[Headline]) -> Iterator[Page]:
    """The one page at the site's root."""
    catalogue, words = whole.parts.catalogue, whole.parts.words
    newest = sorted(catalogue.facts, key=lambda a: catalogue.article(a).published or "", reverse=True)
    view = HomeView(
        name=catalogue.site.options.name,
        articles=tuple(heading(whole.parts, article_id) for article_id in newest[:FEW]),
        stories=tuple(headlines[:STORIES]),
        glance=glance(whole),
        counts=_counts(whole),
    )
    yield Page(uri=HOME, title=words["titles"]["home"], template="index.md.jinja", view=view, is_searched=False)


def _counts(whole: Scope) -> tuple[tuple[str, int, Target | str], ...]:
    """How many of each kind: its name in the catalogue of texts, the number, where all are."""
    catalogue = whole.parts.catalogue
    return (
        ("articles", len(catalogue.facts), ARTICLES),
        ("people", len(catalogue.people), PEOPLE),
        ("organizations", len(catalogue.organizations), where_bodies_begin(whole)),
        ("claims", len(catalogue.claims), LEDGER),
        ("votes", len(catalogue.votes), VOTES),
        ("entries", len(whole.timeline), TIMELINE),
    )
