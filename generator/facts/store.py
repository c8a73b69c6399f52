"""Layer 1, facts on disk: the files of `content/facts`, written record by record and read back to equal facts."""

from collections.abc import Collection, Iterable
from pathlib import Path

from generator.errors import FactsError
from generator.facts import files
from generator.facts.kinds import IN_AN_ARTICLE, LISTS, prefix_of
from generator.facts.schemas import ARTICLE, CLAIMS, DISCREPANCIES, ORGANIZATIONS, PEOPLE, VOTES, schema_texts
from generator.facts.seal import is_intact, sealed
from generator.facts.yaml_in import MEND, FactsFile, read_records
from generator.facts.yaml_out import to_yaml
from generator.model.facts import ArticleFacts, ResolvedClaim, ResolvedOrganization, ResolvedPerson, ResolvedVote, Story
from generator.model.records import Discrepancy, Record

ARTICLES = "articles"
SCHEMAS = "schemas"
PEOPLE_FILE = "people.yml"
ORGANIZATIONS_FILE = "organizations.yml"
CLAIMS_FILE = "claims.yml"
VOTES_FILE = "votes.yml"
DISCREPANCIES_FILE = "discrepancies.yml"
IN_THE_STORY: dict[str, dict[str, type[Record]]] = {
    PEOPLE_FILE: {"per": ResolvedPerson},
    ORGANIZATIONS_FILE: {"org": ResolvedOrganization},
    CLAIMS_FILE: {"clm": ResolvedClaim},
    VOTES_FILE: {"vot": ResolvedVote},
    DISCREPANCIES_FILE: {"dis": Discrepancy},
}
WRITTEN_BY_US = b"# yaml-language-server: $schema=../" + SCHEMAS.encode()


def article_path(folder: Path, article_id: str) -> Path:
    """The file of one article's facts.

    Args:
        folder: the facts folder, `content/facts`.
        article_id: `art-…`, which holds no character that a path could trip over.
    """
    return folder / ARTICLES / f"{article_id}.yml"


def write_article_facts(folder: Path, facts: ArticleFacts, *, frozen: bool = False) -> bool:
    """Write one article's facts below the facts folder.

    Args:
        folder: the facts folder.
        facts: what the article says.
        frozen: write nothing, only tell.

    Returns:
        Whether anything changes there.
    """
    content = sealed(to_yaml(facts.records(), f"../{SCHEMAS}/{ARTICLE}"))
    return _write(article_path(folder, facts.article.id), content, frozen)


def read_article_facts(path: Path) -> ArticleFacts:
    """Read one article's facts.

    Raises:
        FactsError: the file cannot be read, or is not what the generator writes.
    """
    return facts_in(read_article_file(path).whole())


def read_article_file(path: Path) -> FactsFile[Record]:
    """Read one article's facts as records, with everything that is wrong in the file.

    Raises:
        FactsError: the file cannot be read at all.
    """
    return read_records(path, IN_AN_ARTICLE)


def is_as_written(path: Path) -> bool:
    """Whether nobody has edited an article's file of facts since it was written."""
    return is_intact(path.read_bytes())


def facts_in(file: FactsFile[Record]) -> ArticleFacts:
    """The facts that an article's file holds.

    Raises:
        FactsError: it does not hold exactly one article.
    """
    articles = [record for record in file.records if prefix_of(record.id) == "art"]
    found: dict[str, list[Record]] = {name: [] for name in LISTS.values()}
    for record in file.records:
        if prefix_of(record.id) in LISTS:
            found[LISTS[prefix_of(record.id)]].append(record)
    if len(articles) != 1 or articles[0].id != file.path.stem:
        raise FactsError(f"the one article here should be {file.path.stem}", file=file.path, line=1, mend=MEND)
    return ArticleFacts.model_validate({"article": articles[0], **found})


def write_story(folder: Path, story: Story, *, frozen: bool = False) -> list[Path]:
    """Write what resolution concludes: people, organizations, claims, votes, discrepancies; the files that change."""
    parts: dict[str, tuple[str, Iterable[Record]]] = {
        PEOPLE_FILE: (PEOPLE, story.people),
        ORGANIZATIONS_FILE: (ORGANIZATIONS, story.organizations),
        CLAIMS_FILE: (CLAIMS, story.claims),
        VOTES_FILE: (VOTES, story.votes),
        DISCREPANCIES_FILE: (DISCREPANCIES, story.discrepancies),
    }
    written = {folder / name: to_yaml(records, f"{SCHEMAS}/{schema}") for name, (schema, records) in parts.items()}
    return [path for path, content in written.items() if _write(path, content, frozen)]


def write_schemas(folder: Path, *, frozen: bool = False) -> list[Path]:
    """Write the JSON Schemas beside the facts, where each file's first line names its own; the files that change."""
    texts = {folder / SCHEMAS / name: text.encode() for name, text in schema_texts().items()}
    return [path for path, content in texts.items() if _write(path, content, frozen)]


def _write(path: Path, content: bytes, frozen: bool) -> bool:
    return files.differs(path, content) if frozen else files.write_if_changed(path, content)


def remove_others(folder: Path, keep: Collection[str], *, frozen: bool = False) -> list[Path]:
    """Remove the facts of articles that are no longer there; only files that the generator wrote.

    Args:
        folder: the facts folder.
        keep: ids of the articles that are there.
        frozen: remove nothing, only tell.

    Returns:
        The files that go.
    """
    gone = [p for p in sorted((folder / ARTICLES).glob("art-*.yml")) if p.stem not in keep and _ours(p)]
    if not frozen:
        for path in gone:
            files.remove(path)
        files.remove_abandoned(folder)
    return gone


def _ours(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(WRITTEN_BY_US)) == WRITTEN_BY_US
