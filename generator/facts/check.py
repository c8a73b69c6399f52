"""Layer 1, facts: the rules that facts must keep; files and articles come in, every breach goes out with its line."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.errors import FactsError
from generator.facts.kinds import prefix_of
from generator.facts.store import ARTICLES, IN_THE_STORY, read_article_file
from generator.facts.yaml_in import MEND, FactsFile, read_records
from generator.model.article import Article
from generator.model.dates import is_date, is_duration
from generator.model.evidence import locate
from generator.model.facts import ResolvedClaim, ResolvedOrganization, ResolvedPerson, ResolvedVote
from generator.model.ids import fold, longer_id
from generator.model.records import Claim, Counts, Discrepancy, Event, Evidence, Membership, Record, VoteEvent
from generator.model.references import references
from generator.model.words import Attribution, PositionKind, VoteStatus
from generator.strict_yaml import Where

GAP = " … "
QUOTED: dict[type[Record], tuple[str, ...]] = {
    Claim: ("source", "cue"),
    Membership: ("role",),
    VoteEvent: ("motion", "bill"),
    Event: ("what", "place"),
}
"""The fields that a site gives as an article's words, beside a claim's content; between two pieces stands a gap."""
Contents = Mapping[str, Sequence[str]]
"""An article's records by their ids: the words of a claim, and none of others."""
Known = Mapping[str, Contents | None]
"""The records in each article's file of facts; None where that cannot be read."""


class Problem(NamedTuple):
    """A rule that a record breaks, and the path in the record at which it does."""

    where: Where
    words: str


class FactsCheck:
    """Holds files of facts to the rules: articles' one by one, as somebody reads them, then all that is left."""

    def __init__(self, folder: Path) -> None:
        """Begin.

        Args:
            folder: the facts folder.
        """
        self._folder = folder
        self._found: dict[Path, Sequence[FactsError]] = {}
        self._known: dict[str, Contents | None] = {}

    def take(self, file: FactsFile[Record], article: Article | None) -> None:
        """Check one article's file.

        Args:
            file: what it holds.
            article: the article; None where it is gone, and its text is not asked for.
        """
        claims = {record.id: record.content for record in file.records if isinstance(record, Claim)}
        self._known[file.path.stem] = {**dict.fromkeys(file.loaded.value or (), ()), **claims}
        self._found[file.path] = _check_file(file, article)

    def finish(self, articles: Mapping[str, Article]) -> tuple[FactsError, ...]:
        """Check all that nobody has read yet; everything that is wrong, each with its file and line.

        Args:
            articles: every article by id.
        """
        paths = sorted((self._folder / ARTICLES).glob("art-*.yml"))
        for path in paths:
            if path in self._found:
                continue
            try:
                self.take(read_article_file(path), articles.get(path.stem))
            except FactsError as problem:
                self._known[path.stem] = None
                self._found[path] = [problem]
        found = [problem for path in paths for problem in self._found[path]]
        for name, kinds in IN_THE_STORY.items():
            found += _check_story_file(self._folder / name, kinds, self._known, articles)
        return tuple(found)


def record_problems(record: Record) -> Iterator[Problem]:
    """What is wrong with a record whatever stands around it."""
    if isinstance(record, VoteEvent):
        yield from _vote_problems(record)
    elif isinstance(record, Claim):
        yield from _claim_problems(record)
    when = getattr(record, "when", None)
    if when is not None and when.date is not None and not is_date(when.date):
        yield Problem(("when", "date"), f"“{when.date}” is not a date that can be")
    if when is not None and when.relative is not None and not is_duration(when.relative):
        yield Problem(("when", "relative"), f"“{when.relative}” is not a time span from publication")


def _check_file(file: FactsFile[Record], article: Article | None) -> list[FactsError]:
    path = file.path
    found = list(file.errors)
    articles_here = [record.id for record in file.records if prefix_of(record.id) == "art"]
    if articles_here != [path.stem] and not found:
        found.append(FactsError(f"the one article here should be {path.stem}", file=path, line=1, mend=MEND))
    ids = set(file.loaded.value or {})
    for record in file.records:
        found += _errors(file, record, record_problems(record))
        found += _errors(file, record, _reference_problems(record, ids))
        if article is not None:
            found += _errors(file, record, _problems_as_read(record, article.text))
    return found


def _check_story_file(
    path: Path, kinds: Mapping[str, type[Record]], known: Known, articles: Mapping[str, Article]
) -> list[FactsError]:
    try:
        file = read_records(path, kinds)
    except FactsError as problem:
        return [problem]
    found = list(file.errors)
    for record in file.records:
        found += _errors(file, record, _story_problems(record, known, articles))
    return found


def _errors(file: FactsFile[Record], record: Record, problems: Iterator[Problem]) -> list[FactsError]:
    return [
        FactsError(
            f"{record.id}: {problem.words}",
            file=file.path,
            line=file.loaded.line((record.id, *problem.where)),
            mend=MEND,
        )
        for problem in problems
    ]


def _vote_problems(vote: VoteEvent) -> Iterator[Problem]:
    if vote.status is VoteStatus.HELD:
        return
    if vote.result is not None:
        yield Problem(("result",), f"a vote that is {vote.status} has no result")
    if vote.counts != Counts():
        yield Problem(("counts",), f"a vote that is {vote.status} has no counts")
    for index, position in enumerate(vote.positions):
        if position.kind is PositionKind.CAST:
            yield Problem(("positions", index), f"nobody has cast a vote that is {vote.status}")


def _claim_problems(claim: Claim) -> Iterator[Problem]:
    unnamed = claim.attribution in (Attribution.UNNAMED, Attribution.UNATTRIBUTED)
    if unnamed and (claim.speaker is not None or claim.joint_with):
        yield Problem(("speaker",), f"a claim that is {claim.attribution} has no speaker")
    if claim.attribution is Attribution.UNATTRIBUTED and claim.source is not None:
        yield Problem(("source",), "a claim that is unattributed has no source")
    if claim.id in (claim.replies_to, claim.nested_in, *claim.also_replies_to):
        yield Problem(("replies_to",), "a claim cannot answer or hold itself")


def _reference_problems(record: Record, ids: Collection[str]) -> Iterator[Problem]:
    for where, reference in references(record):
        if reference not in ids:
            yield Problem(where, f"it refers to {reference}, which is not there")


def wording_problems(record: Record, text: str) -> Iterator[Problem]:
    """Words that are given as the article's and do not stand in it."""
    for index, evidence in enumerate(getattr(record, "evidence", ())):
        if locate(evidence, text) is None:
            yield _not_found(("evidence", index), evidence)
    if isinstance(record, Claim):
        for index, content in enumerate(record.content):
            if content not in text:
                yield Problem(("content", index), "these words do not stand in the article")
    for field in QUOTED.get(type(record), ()):
        words = getattr(record, field)
        if words is not None and any(part not in text for part in words.split(GAP)):
            yield Problem((field,), "these words do not stand in the article")
    when = getattr(record, "when", None)
    if when is not None and when.as_written is not None and when.as_written not in text:
        yield Problem(("when", "as_written"), "these words do not stand in the article")
    if isinstance(record, Discrepancy):
        for index, value in enumerate(record.values):
            if locate(value.evidence, text) is None:
                yield _not_found(("values", index, "evidence"), value.evidence)


def _problems_as_read(record: Record, text: str) -> Iterator[Problem]:
    """The same of a record that the program read, which tells one person's role of the words for several people's."""
    for problem in wording_problems(record, text):
        if problem.where != ("role",) or not isinstance(record, Membership) or not _is_of_its_evidence(record):
            yield problem


def _is_of_its_evidence(membership: Membership) -> bool:
    """Whether the words for a role are its evidence's, but for its head: in the plural there, or that of a bid."""
    there = " ".join(one.exact for one in membership.evidence)
    told = there.split()
    others = [word for word in membership.role.split() if not any(one.startswith(word) for one in told)]
    return not others or (len(others) == 1 and fold(others[0]) not in fold(there))


def _story_problems(record: Record, known: Known, articles: Mapping[str, Article]) -> Iterator[Problem]:
    """What is wrong with a record of people, organizations, claims, votes or discrepancies across articles."""
    if isinstance(record, (ResolvedPerson, ResolvedOrganization)):
        for index, article in enumerate(record.articles):
            if article not in known:
                yield Problem(("articles", index), f"it refers to {article}, which is not there")
    if isinstance(record, (ResolvedClaim, ResolvedVote)):
        for index, report in enumerate(record.reports):
            if report.article not in known:
                yield Problem(("reports", index, "article"), f"it refers to {report.article}, which is not there")
            elif (contents := known[report.article]) is not None and not _holds(contents, report.record):
                problem = f"it refers to {report.record}, which is not in {report.article}"
                yield Problem(("reports", index, "record"), problem)
    if isinstance(record, Discrepancy):
        for index, value in enumerate(record.values):
            if value.article not in known:
                yield Problem(("values", index, "article"), f"it refers to {value.article}, which is not there")
            elif value.article in articles and locate(value.evidence, articles[value.article].text) is None:
                yield _not_found(("values", index, "evidence"), value.evidence)


def _holds(contents: Contents, record: str) -> bool:
    """Whether an article has a record, or a claim that goes by all of its words in the story."""
    short = record.rpartition("-")[0]
    return record in contents or (short in contents and longer_id(short, contents[short]) == record)


def _not_found(where: Where, evidence: Evidence) -> Problem:
    words = evidence.exact if len(evidence.exact) <= 60 else evidence.exact[:59] + "…"
    return Problem(where, f"the evidence “{words}” does not stand in the article")
