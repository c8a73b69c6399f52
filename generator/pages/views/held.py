"""Stage pages: what is held back: its count for a page, by reason, out; never what it tells or of whom.

A list and an article's page count what would have stood on them. Every other page has the same words, the count of
the whole site, so that no person's page tells whether something is held back about that person.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model.publishing import Held, Why
from generator.pages.links import ABOUT, ARTICLES, DISPUTED, LEDGER, REVIEW, TIMELINE, VOTES, record_uri
from generator.pages.views.parts import Parts
from generator.pages.views.values import Name

LISTS = {
    LEDGER: ("clm-",),
    TIMELINE: ("clm-", "evt-", "vot-"),
    VOTES: ("vot-",),
    DISPUTED: ("clm-", "dis-"),
}
"""The beginnings of the ids of what a list holds."""
SILENT = (ABOUT, ARTICLES.removesuffix("index.md"))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldNote:
    """What is held back.

    Attributes:
        total: how many facts.
        reasons: how many for each reason.
        is_site: whether they are those of the whole site rather than those that would stand on the page.
        kinds: of which kinds of fact they are, by the beginnings of their ids.
        articles: for the desk, the articles that tell them, each with how many.
    """

    total: int
    reasons: tuple[tuple[Why, int], ...]
    is_site: bool
    kinds: frozenset[str]
    articles: tuple[tuple[Name, int], ...] = ()

    def has(self, kinds: Iterable[str]) -> bool:
        """Whether facts of some kinds are among them."""
        return not self.kinds.isdisjoint(kinds)


class HeldNotes:
    """Notes for pages."""

    def __init__(self, parts: Parts) -> None:
        self._parts, self._held = parts, parts.catalogue.site.held
        self._of_article: dict[str, list[Held]] = {}
        for one in self._held:
            for article in one.articles:
                self._of_article.setdefault(record_uri(article), []).append(one)
        self._site = _note(self._held, is_site=True)

    def of(self, uri: str) -> HeldNote | None:
        """What a page says; None where nothing is held back that it would tell."""
        if uri == REVIEW:
            return _note(self._held, is_site=True, articles=self._articles())
        if uri.startswith("articles/art-"):
            return _note(self._of_article.get(uri, ()))
        for listed, kinds in LISTS.items():
            if uri == listed or uri.startswith(f"{listed.removesuffix('.md')}/"):
                return _note([one for one in self._held if one.id.startswith(kinds)])
        return None if uri.startswith(SILENT) else self._site

    def _articles(self) -> tuple[tuple[Name, int], ...]:
        counts = Counter(article for one in self._held for article in one.articles)
        return tuple((self._parts.article(article), n) for article, n in counts.items())


def _note(held: Sequence[Held], *, is_site: bool = False, articles: Iterable[tuple[Name, int]] = ()) -> HeldNote | None:
    counts = Counter(one.why for one in held)
    reasons = tuple((why, counts[why]) for why in Why if counts[why])
    if not held:
        return None
    kinds = frozenset(one.id.partition("-")[0] for one in held)
    return HeldNote(total=len(held), reasons=reasons, is_site=is_site, kinds=kinds, articles=tuple(articles))
