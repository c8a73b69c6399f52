"""Stage pages: Changes: what changed in the facts, commit by commit, the newest first, with the way to each commit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator import escape
from generator.model.history import History, Revision, ToldChange, ToldField
from generator.pages.links import CHANGES
from generator.pages.views.page import Page
from generator.pages.views.parts import Parts
from generator.pages.views.times import date_words
from generator.pages.words import Words, say

SHORT, DAY = 7, 10
"""Characters of a commit's name that people read, and of a moment's day."""
_VALUES = {"act": "acts", "attribution": "attributions", "mode": "modes", "result": "results", "tense": "roles"}
"""Where the catalogue of texts has the values of fields that hold one of a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """A revision, its time in UTC, its place on the page, and the address of its commit where that is known.

    Attributes:
        groups: for each article its title, and each change with a line for each field of it.
    """

    revision: Revision
    time: str
    short: str
    address: str | None
    groups: tuple[tuple[str, tuple[tuple[ToldChange, tuple[str, ...]], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """All revisions that are told, by their days; the feed that tells them too."""

    history: History
    days: tuple[tuple[str, str, tuple[RevisionView, ...]], ...]
    feed: str | None


def pages(parts: Parts) -> Iterator[Page]:
    """The one page, where the site has a history to tell."""
    site = parts.catalogue.site
    if site.history is not None:
        view = ChangesView(
            history=site.history,
            days=tuple(
                (day, date_words(day, parts.words), tuple(_view(parts, one) for one in revisions))
                for day, revisions in groupby(site.history.revisions, key=lambda one: one.moment[:DAY])
            ),
            feed=site.options.changes_feed,
        )
        title = parts.words["titles"]["changes"]
        yield Page(uri=CHANGES, title=title, template="changes.md.jinja", view=view, is_searched=False)


def _view(parts: Parts, revision: Revision) -> RevisionView:
    return RevisionView(
        revision=revision,
        time=revision.moment[DAY + 1 : DAY + 6],
        short=revision.commit[:SHORT],
        address=commit_address(parts.catalogue.site.options.repository, revision.commit),
        groups=tuple(
            (title, tuple((change, field_lines(change, parts.words)) for change in told))
            for title, told in revision.groups
        ),
    )


def field_lines(change: ToldChange, words: Words) -> tuple[str, ...]:
    """What became of each field, in the site's words."""
    return tuple(_field_line(field, words) for field in change.fields)


def _field_line(field: ToldField, words: Words) -> str:
    name = words["changes"]["fields"].get(field.name, field.name.replace("_", " "))
    old, new = (_value(field.name, value, words) for value in (field.old, field.new))
    # An article's text is not in the facts, so that only its having changed can be told.
    return say(words["changes"]["text" if field.name == "text" else "field"], field=name, old=old, new=new)


def _value(field: str, value: str | None, words: Words) -> str:
    if value is None:
        return str(words["changes"]["nothing"])
    return str(words[_VALUES[field]].get(value, value)) if field in _VALUES else value


def commit_address(repository: str | None, commit: str) -> str | None:
    """Where a repository's site shows a commit: as GitHub, Gitea and Forgejo do, or GitLab, or Bitbucket."""
    safe = escape.web_address(repository)
    if safe is None:
        return None
    host = safe.partition("//")[2].partition("/")[0]
    way = "/-/commit/" if "gitlab" in host else "/commits/" if "bitbucket" in host else "/commit/"
    return safe.rstrip("/") + way + commit
