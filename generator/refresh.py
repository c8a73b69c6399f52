"""Layer 3: the way from seeds to the story: stale articles are read again, everyone is resolved, decisions applied,
and what is not to be published held back.

Facts = f(seeds, extractor, review, names): what is on disk already for the same seed and extractor is not read again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.articles import Seeds, read_seeds
from generator.errors import ExtractionError, FactsError, GeneratorError, UnreadError
from generator.extract.version import extractor_version
from generator.extracting import Reading, extract_all
from generator.facts import (
    Applied,
    FactsFile,
    apply,
    article_path,
    changes,
    facts_in,
    is_as_written,
    listed_bodies,
    publish,
    read_article_facts,
    read_article_file,
    read_review,
    remove_others,
    write_article_facts,
    write_schemas,
    write_story,
)
from generator.facts.store import ARTICLES
from generator.model.article import Article
from generator.model.facts import ArticleFacts, Story
from generator.model.history import History
from generator.model.listed import ListedBody
from generator.model.publishing import Published
from generator.model.records import Record
from generator.model.review import PlacedDecision
from generator.resolve import compare_votes_anew, resolve
from generator.resolve.stories import storylines
from generator.settings import Settings

Progress = Callable[[Iterable[Reading], int], Iterable[Reading]]
"""Passes on what is read as it comes, of so many articles, and shows how far the work is."""


@dataclass(frozen=True, kw_only=True)
class Refreshed:
    """Everything a site is made from.

    Attributes:
        story: the machine's reading of all articles.
        reviewed: the same with people's decisions applied, its articles gathered into stories, what people decided, and
            which decisions are stale.
        published: what the site shows of that, and what its policy holds back.
        history: what changed in the facts, commit by commit, as the site tells it; None where nobody asked or git does
            not know.
        listed: bodies that go by several names, the site's own first.
        decisions: what people decided, in the order in which it is applied.
        own_ids: resolved ids by those that articles' own files have, as `apply` takes them.
        articles: every article that could be read, by id.
        read: ids of the articles that were read again.
        outdated: ids of the articles that another version of the extractor read; with `frozen` they stand as it did.
        changed: files of facts that were written or removed (with `frozen`: that would have been).
        errors: seeds, names and decisions that could not be read; all others were.
        notes: what had to be guessed, each naming its file.
    """

    story: Story
    reviewed: Applied
    published: Published
    history: History | None
    listed: tuple[ListedBody, ...]
    decisions: tuple[PlacedDecision, ...]
    own_ids: Mapping[str, str]
    articles: Mapping[str, Article]
    read: tuple[str, ...]
    outdated: tuple[str, ...]
    changed: tuple[Path, ...]
    errors: tuple[GeneratorError, ...]
    notes: tuple[str, ...]

    def unlike(self, facts_folder: Path) -> Iterator[FactsError]:
        """Each file of facts that is not what seeds, extractor and decisions give; others follow from articles' own."""
        mend = "run `mkdocs build` and review the change"
        if self.outdated:
            yield FactsError(by_another_version(len(self.outdated)), file=facts_folder / ARTICLES, mend=mend)
        own = [path for path in self.changed if path.parent.name == ARTICLES]
        whose = "its article gives" if own else "the articles give"
        for path in own or self.changed:
            if path.stem not in self.outdated:
                yield FactsError(f"is not what {whose} now", file=path, mend=mend)


def by_another_version(count: int) -> str:
    """How many articles another version of the extractor read, in words."""
    return f"{count} article{' was' if count == 1 else 's were'} read by another version of the extractor"


Seen = Callable[[FactsFile[Record], Article], None]
"""Told of each article's file of facts that is read, and of its article."""


def _quietly(readings: Iterable[Reading], _total: int) -> Iterable[Reading]:
    return readings


def _unseen(_file: FactsFile[Record], _article: Article) -> None:
    pass


def refresh(
    settings: Settings,
    *,
    progress: Progress = _quietly,
    seen: Seen = _unseen,
    frozen: bool = False,
    with_history: bool = False,
) -> Refreshed:
    """Bring the facts on disk up to date with the seeds.

    Each article's facts are written as soon as it has been read, in whatever order, so that an interrupted run goes on
    from there.

    Args:
        settings: the site's settings.
        progress: shows how far the reading is.
        seen: is told of the facts on disk that are read.
        with_history: also read from git what changed.
        frozen: write nothing, only tell in `changed` what would have been; what another version of the extractor read
            is taken as it stands, since reading it takes minutes.

    Raises:
        SeedError: there is no seeds folder.
        PipelineError: the language pipeline cannot be used.
        WorkersError: the processes or the cluster that are to read cannot be used.
    """
    seeds = read_seeds(settings.seeds_folder, project=settings.project, limit=settings.seed_limit_bytes)
    reading = _Reading(settings, seen, frozen)
    reading.read_all(seeds.articles, progress)
    facts = [reading.facts.pop(key) for key in sorted(reading.facts)]
    listed, unlisted = listed_bodies(settings.names_file, project=settings.project)
    story = resolve(facts, listed)
    own_ids = _own_ids(facts, story)
    del facts  # The story has its own; of thousands of articles both are not held longer than needed.
    others = _write_the_rest(settings.facts_folder, seeds, story, frozen)
    decisions, undecided = read_review(settings.review_folder, project=settings.project)
    articles = {article.id: article for article in seeds.articles}
    reviewed = apply(story, decisions, own_ids=own_ids, articles=articles)
    told = compare_votes_anew(story, reviewed.story)
    reviewed = replace(reviewed, story=replace(told, storylines=storylines(told.articles, told.votes)))
    published = publish(reviewed, settings.publish, articles)
    folders = (settings.facts, settings.review)
    read = changes(settings.project, folders, reviewed, published, settings.publish) if with_history else None
    return Refreshed(
        story=story,
        reviewed=reviewed,
        published=published,
        history=read,
        listed=listed,
        decisions=decisions,
        own_ids=own_ids,
        articles=articles,
        read=tuple(sorted(reading.read)),
        outdated=tuple(sorted(reading.outdated)),
        changed=(*sorted(reading.changed), *others),
        errors=(*seeds.errors, *(problem for _, problem in sorted(reading.failed.items())), *unlisted, *undecided),
        notes=tuple(f"{article.path}: {note}" for article in seeds.articles for note in article.notes),
    )


def all_decided(refreshed: Refreshed) -> Refreshed:
    """The same, to be published.

    Raises:
        UnreadError: a file of decisions cannot be read, so that what people took out of the site would be in it again.
    """
    for problem in refreshed.errors:
        if isinstance(problem, UnreadError):
            raise problem
    return refreshed


def _write_the_rest(folder: Path, seeds: Seeds, story: Story, frozen: bool) -> list[Path]:
    """Write all but articles' own facts, and remove those of articles that are gone; the files that change."""
    return [
        *remove_others(folder, {*(article.id for article in seeds.articles), *seeds.refused}, frozen=frozen),
        *write_story(folder, story, frozen=frozen),
        *write_schemas(folder, frozen=frozen),
    ]


@dataclass
class _Reading:
    """The facts of each article: from disk where they are fresh, else read from the article and written."""

    settings: Settings
    seen: Seen
    frozen: bool
    facts: dict[str, ArticleFacts] = field(default_factory=dict)
    outdated: set[str] = field(default_factory=set)
    read: list[str] = field(default_factory=list)
    changed: list[Path] = field(default_factory=list)
    failed: dict[str, ExtractionError] = field(default_factory=dict)

    def read_all(self, articles: Sequence[Article], progress: Progress) -> None:
        """Take what is fresh from disk, and read what is stale."""
        stale = [article for article in articles if not self._is_fresh(article)]
        if not stale:
            return
        with closing(extract_all(stale, self.settings)) as readings:
            for article, facts in progress(readings, len(stale)):
                self._keep(article, facts)

    def _keep(self, article: Article, facts: ArticleFacts | ExtractionError) -> None:
        """Write an article's facts at once; where it could not be read, go on with what an older extractor read."""
        if isinstance(facts, ExtractionError):
            self.failed[article.id] = facts
            if article.id in self.outdated:
                self.facts[article.id] = read_article_facts(article_path(self.settings.facts_folder, article.id))
            return
        self.facts[article.id] = facts
        self.read.append(article.id)
        if write_article_facts(self.settings.facts_folder, facts, frozen=self.frozen):
            self.changed.append(article_path(self.settings.facts_folder, article.id))

    def _is_fresh(self, article: Article) -> bool:
        """Take an article's facts from disk, unless they are of another seed or extractor, edited, or unreadable."""
        path = article_path(self.settings.facts_folder, article.id)
        try:
            file = read_article_file(path)
            self.seen(file, article)
            facts = facts_in(file.whole())
        except FactsError:
            return False
        if (facts.article.path, facts.article.sha256) != (article.path, article.sha256) or not is_as_written(path):
            return False
        if facts.article.extractor != extractor_version(self.settings.pipeline):
            self.outdated.add(article.id)
            # With `frozen` it is known already that the file would be another: it names who read the article.
            if not self.frozen:
                return False
            self.changed.append(path)
        self.facts[article.id] = facts
        return True


def _own_ids(facts: Sequence[ArticleFacts], story: Story) -> dict[str, str]:
    """The resolved id of each person and organization by the id in its article's file, where that means only one.

    A single name may mean another person as soon as an article is added, so its own id stands for nobody.
    """
    resolved = {rewritten.article.id: rewritten for rewritten in story.articles}
    found: dict[str, set[str]] = {}
    for one in facts:
        other = resolved[one.article.id]
        for own, joined in zip((*one.people, *one.organizations), (*other.people, *other.organizations), strict=True):
            found.setdefault(own.id, set()).add(joined.id)
    taken = {record.id for record in (*story.people, *story.organizations)}
    taken |= {own for own in found if own.startswith("per-") and "-" not in own.removeprefix("per-")}
    return {own: joined.pop() for own, joined in found.items() if len(joined) == 1 and own not in taken}
