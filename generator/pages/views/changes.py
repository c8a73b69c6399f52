"""Stage pages: Changes: what changed in the facts, commit by commit, the newest first, with the way to each commit."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator import escape
from generator.model.history import History, Revision, ToldChange, ToldField
from generator.pages.links import CHANGES
from generator.pages.views.page import Page
from generator.pages.views.parts import Parts
from generator.pages.views.times import date_words, days_in_words
from generator.pages.words import Words, say

SHORT, DAY = 7, 10
"""Characters of a commit's name that people read, and of a moment's day."""
_VALUES = {"act": "acts", "attribution": "attributions", "mode": "modes", "result": "results", "tense": "roles"}
"""Where the catalogue of texts has the values of fields that hold one of a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """A change in words: itself, each of its fields, and what denies the claim that it is about."""

    change: str
    fields: tuple[str, ...]
    denials: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionView:
    """A revision, its time in UTC, its place on the page, and the address of its commit where that is known.

    Attributes:
        groups: for each article its title, and each change with its line, a line for each field of it, and its denials.
    """

    revision: Revision
    time: str
    short: str
    address: str | None
    groups: tuple[tuple[str, tuple[tuple[ToldChange, Lines], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """All revisions that are told, by their days, those that are only counted apart; the feed that tells them too."""

    history: History
    days: tuple[tuple[str, str, tuple[RevisionView, ...], tuple[RevisionView, ...]], ...]
    feed: str | None


def pages(parts: Parts) -> Iterator[Page]:
    """The one page, where the site has a history to tell."""
    site = parts.catalogue.site
    if site.history is not None:
        view = ChangesView(
            history=site.history,
            days=tuple(
                _day(day, [_view(parts, one) for one in revisions], parts.words)
                for day, revisions in groupby(site.history.revisions, key=lambda one: one.moment[:DAY])
            ),
            feed=site.options.changes_feed,
        )
        title = parts.words["titles"]["changes"]
        yield Page(uri=CHANGES, title=title, template="changes.md.jinja", view=view, is_searched=False)


def _day(
    day: str, revisions: list[RevisionView], words: Words
) -> tuple[str, str, tuple[RevisionView, ...], tuple[RevisionView, ...]]:
    told = tuple(one for one in revisions if one.revision.is_whole)
    counted = tuple(one for one in revisions if not one.revision.is_whole)
    return day, date_words(day, words), told, counted


def _view(parts: Parts, revision: Revision) -> RevisionView:
    return RevisionView(
        revision=revision,
        time=revision.moment[DAY + 1 : DAY + 6],
        short=revision.commit[:SHORT],
        address=commit_address(parts.catalogue.site.options.repository, revision.commit),
        groups=tuple(
            (title, tuple((change, lines(change, parts.words)) for change in told)) for title, told in revision.groups
        ),
    )


def lines(change: ToldChange, words: Words) -> Lines:
    """What became of a fact, in the site's words and with days as readers know them."""
    return Lines(
        change=days_in_words(change.line, words),
        fields=tuple(days_in_words(_field_line(field, words), words) for field in change.fields),
        denials=tuple(days_in_words(one, words) for one in change.denials),
    )


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
