"""Stage pages: Changes: what changed in the facts, commit by commit, the newest first, with the way to each commit."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.history import History, Revision
from generator.pages import escape
from generator.pages.links import CHANGES
from generator.pages.views.page import Page
from generator.pages.views.parts import Parts
from generator.pages.views.times import date_words

SHORT = 7
"""Characters of a commit's name that people read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """A revision, its day in words, its place on the page, and the address of its commit where that is known."""

    revision: Revision
    day: str
    short: str
    address: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """All revisions that are told; the feed that tells them too."""

    history: History
    revisions: tuple[RevisionView, ...]
    feed: str | None


def pages(parts: Parts) -> Iterator[Page]:
    """The one page, where the site has a history to tell."""
    site = parts.catalogue.site
    if site.history is not None:
        view = ChangesView(
            history=site.history,
            revisions=tuple(_view(parts, one) for one in site.history.revisions),
            feed=site.options.changes_feed,
        )
        title = parts.words["titles"]["changes"]
        yield Page(uri=CHANGES, title=title, template="changes.md.jinja", view=view, is_searched=False)


def _view(parts: Parts, revision: Revision) -> RevisionView:
    return RevisionView(
        revision=revision,
        day=date_words(revision.moment[:10], parts.words),
        short=revision.commit[:SHORT],
        address=commit_address(parts.catalogue.site.options.repository, revision.commit),
    )


def commit_address(repository: str | None, commit: str) -> str | None:
    """Where a repository's site shows a commit: as GitHub, Gitea and Forgejo do, or GitLab, or Bitbucket."""
    safe = escape.web_address(repository)
    if safe is None:
        return None
    host = safe.partition("//")[2].partition("/")[0]
    way = "/-/commit/" if "gitlab" in host else "/commits/" if "bitbucket" in host else "/commit/"
    return safe.rstrip("/") + way + commit
