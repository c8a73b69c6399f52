"""Stage pages: what the pages are made from: the story, the articles' texts, what people decided, some settings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.article import Article
from generator.model.evidence import Span
from generator.model.facts import Story
from generator.model.history import History
from generator.model.publishing import Held
from generator.model.review import Mark
from generator.pages.words import Words, shipped


@dataclass(frozen=True, kw_only=True)
class Export:
    """A file of facts that the site offers: where, what it holds, and the columns of a table."""

    address: str
    what: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Options:
    """Settings of the site that the pages depend on.

    Attributes:
        name: the site's name.
        directory_urls: whether `who/x.md` is served as `who/x/` (MkDocs' `use_directory_urls`) or as `who/x.html`.
        exports: files of facts that the site offers.
        changes_feed: the address of the feed of what changed in the facts, where it has one.
        repository: the address of the repository that the site is made from, where it is told.
        feed: the address of the site's Atom feed, where it has one.
        templates: a folder whose templates are used before the shipped ones of the same name.
        words: the texts that the site says in its own voice; see `words.yml`.
    """

    name: str = "Explainer"
    directory_urls: bool = True
    exports: tuple[Export, ...] = ()
    feed: str | None = None
    changes_feed: str | None = None
    repository: str | None = None
    templates: Path | None = None
    words: Words = field(default_factory=shipped)


@dataclass(frozen=True, kw_only=True)
class Site:
    """Everything that the pages show.

    Attributes:
        story: the facts of all articles with review decisions applied; what was rejected is not in it.
        articles: each article by its id; an article that is missing here is shown by quotations alone.
        marks: what people decided, by id of the record they decided on.
        merged: whom each person or body that a person judged to be another is told as, by id.
        stale: decisions that no longer fit the facts, each as one sentence.
        history: what changed in the facts; None where no page tells of it.
        held: what is held back from the story, to be counted.
        passages: for each article where the words stand of which none may be given outside its whole text.
    """

    story: Story
    articles: Mapping[str, Article]
    marks: Mapping[str, Sequence[Mark]] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    stale: Sequence[str] = ()
    history: History | None = None
    held: Sequence[Held] = ()
    passages: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    options: Options = Options()
