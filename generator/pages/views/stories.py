"""Stage pages: Stories: the stories that the articles fall into, each on a page of its own that is made as Home is."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model.dates import earliest, interval, is_date, latest
from generator.model.facts import ResolvedPerson, Storyline
from generator.model.ids import fold_name
from generator.model.words import Classification
from generator.pages.links import STORIES, record_uri
from generator.pages.views.articles import Heading, heading
from generator.pages.views.glance import Glance, glance
from generator.pages.views.page import Page, PartOf, split
from generator.pages.views.parts import Parts
from generator.pages.views.scope import Actor, Scope, Scopes
from generator.pages.views.times import date_words
from generator.pages.views.values import Name
from generator.pages.words import Words, listed, say

TITLE_NAMES = 3
SEVERAL = 2
LONGEST_BILL = 60
HALF = 0.5
MOST_ARTICLES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A story in a list.

    Attributes:
        days: from the first to the last day on which an article of it appeared; None where no day is known.
        last: the last of these days, for the order of lists; empty where none is known.
        undated: how many of its articles have no day of publication.
    """

    name: Name
    days: str | None
    last: str
    undated: int
    articles: int
    claims: int
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView:
    """One part of the list; articles that stand alone come after the stories."""

    stories: tuple[Headline, ...]
    alone: tuple[Heading, ...]
    total: int
    total_alone: int
    part: PartOf


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story: the newest of its articles first, and how many more there are."""

    headline: Headline
    glance: Glance
    articles: tuple[Heading, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A story with all that its articles have a part in."""

    scope: Scope
    headline: Headline


def stories(scopes: Scopes) -> tuple[Gathered, ...]:
    """The stories, the latest first; none where one story holds all articles, for then the whole site tells it."""
    site = scopes.whole.parts.catalogue.site.story
    if any(len(line.articles) == len(site.articles) for line in site.storylines):
        return ()
    found = [_story(scopes, line) for line in site.storylines]
    return tuple(sorted(found, key=lambda story: story.headline.last, reverse=True))


def by_article(told: Sequence[Gathered]) -> dict[str, Name]:
    """The story that each article belongs to; those that stand alone are left out."""
    return {article: story.headline.name for story in told for article in story.scope.articles}


def pages(parts: Parts, told: Sequence[Gathered]) -> Iterator[Page]:
    """The list of stories and of the articles that are in none, in parts, and a page for each story."""
    if not told:
        return
    placed = by_article(told)
    alone = [article for article in reversed(parts.catalogue.facts) if article not in placed]
    entries: list[Headline | Heading] = [*(s.headline for s in told), *(heading(parts, a) for a in alone)]
    for part, chunk in split(STORIES, entries):
        view = StoriesView(
            stories=tuple(entry for entry in chunk if isinstance(entry, Headline)),
            alone=tuple(entry for entry in chunk if isinstance(entry, Heading)),
            total=len(told),
            total_alone=len(alone),
            part=part,
        )
        title = part.title(parts.words["titles"]["stories"], parts.words)
        yield Page(uri=part.uri, title=title, template="stories.md.jinja", view=view, is_searched=False)
    for story in told:
        yield _page(parts, story)


def _page(parts: Parts, story: Gathered) -> Page:
    newest = tuple(reversed(story.scope.articles))[:MOST_ARTICLES]
    name = story.headline.name
    view = StoryView(
        headline=story.headline,
        glance=glance(story.scope),
        articles=tuple(heading(parts, article) for article in newest),
        more=len(story.scope.articles) - len(newest),
    )
    return Page(
        uri=str(name.page),
        title=name.words,
        template="story.md.jinja",
        view=view,
        is_searched=False,
    )


def _story(scopes: Scopes, line: Storyline) -> Gathered:
    scope = scopes.of(line.articles)
    words = scope.parts.words
    published = [scope.parts.catalogue.article(article).published for article in scope.articles]
    known = [day for day in published if day and is_date(day)]
    last = max((latest(day) for day in known), default=None)
    span = interval(min(earliest(day) for day in known), last) if last else None
    headline = Headline(
        name=Name(_title(scope, words), record_uri(line.id)),
        days=date_words(span, words) if span else None,
        last=last.isoformat() if last else "",
        undated=len(published) - len(known),
        articles=len(scope.articles),
        claims=len(scope.claims),
        votes=sum(1 for entry in scope.timeline if entry.vote),
    )
    return Gathered(scope=scope, headline=headline)


def _title(scope: Scope, words: Words) -> str:
    """The bill that several articles tell of a vote on, and the names that several hold, more than other stories do.

    A police force, a party or a ministry tells less than a person or a company of what a story is about.
    """

    def place(actor: Actor) -> tuple[float, int, str]:
        named = len(scope.named[actor.id])
        tells = 1 if isinstance(actor, ResolvedPerson) or actor.classification is Classification.COMPANY else HALF
        return -tells * named * named / len(actor.articles), -scope.weights[actor.id], actor.id

    shared = [actor for actor in scope.actors if len(scope.named[actor.id]) >= SEVERAL]
    first = sorted(shared or scope.actors, key=place)[:TITLE_NAMES]
    names, bill = listed([actor.name for actor in first], words), _bill(scope)
    return say(words["stories"]["on_bill"], bill=bill, names=names) if bill else names


def _bill(scope: Scope) -> str | None:
    """The bill that most articles tell of a vote on, as the first of them writes it."""
    written: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for article in scope.articles:
        voted = (vote.bill for vote in scope.parts.catalogue.facts[article].votes)
        bills = {fold_name(bill): bill for bill in voted if bill}
        written = bills | written
        counted.update(bills.keys())
    several = [key for key in counted if counted[key] >= SEVERAL and len(written[key]) <= LONGEST_BILL]
    return written[min(several, key=lambda key: (-counted[key], key))] if several else None
