"""Stage pages: the story laid out for looking up: Site in, every record with its reports, answers and places out."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import count
from typing import Generic, TypeVar

from generator.model.evidence import locate
from generator.model.facts import ArticleFacts, Report, ResolvedOrganization, ResolvedPerson
from generator.model.records import (
    ArticleRecord,
    Claim,
    Discrepancy,
    Event,
    Evidence,
    Membership,
    Organization,
    Person,
    VoteEvent,
)
from generator.model.words import Act, DiscrepancyKind
from generator.pages.site import Site

TITLE_LENGTH = 60
LONGEST_HEADLINE = 120
STOPS = (".", ":", ";", ",", "”", "…", "!", "?")
"""What a first line of its own ends with that is a sentence, and no headline."""
R = TypeVar("R", Claim, VoteEvent, Event, Membership)


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record that one or more articles give alike; `anchor` is its place on a page, unique for its kind."""

    anchor: str
    reports: tuple[Report[R], ...]

    @property
    def record(self) -> R:
        """The record as the first article gives it."""
        return self.reports[0].record

    @property
    def article(self) -> str:
        """The first article that gives it."""
        return self.reports[0].article


OF_VOTES = (DiscrepancyKind.OUTCOME, DiscrepancyKind.COUNT, DiscrepancyKind.TIME)


class Catalogue:
    """Everything by id, each list in the order of the articles and of their text."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.people: dict[str, ResolvedPerson] = {p.id: p for p in site.story.people}
        self.organizations: dict[str, ResolvedOrganization] = {o.id: o for o in site.story.organizations}
        ordered = sorted(site.story.articles, key=lambda f: f.article.place)
        self.facts: dict[str, ArticleFacts] = {f.article.id: f for f in ordered}
        self._titles: dict[str, str] = {}

    def article(self, article_id: str) -> ArticleRecord:
        """The record of an article."""
        return self.facts[article_id].article

    def title(self, article_id: str) -> str:
        """What an article is called: its title, else its first words, else its file's name."""
        if article_id not in self._titles:
            record = self.article(article_id)
            words = record.title or self._first_words(article_id)
            self._titles[article_id] = words or record.path.rpartition("/")[2].rpartition(".")[0]
        return self._titles[article_id]

    def _first_words(self, article_id: str) -> str:
        """How the text begins, up to where it tells what somebody claimed; empty where that leaves too little."""
        text = self.text(article_id)
        parts = (part for claim in self.facts[article_id].claims for part in claim.content)
        claimed = (at for part in parts if (at := text.find(part)) >= 0)
        end = min((*claimed, *(start for start, _ in self.site.passages.get(article_id, ()))), default=len(text))
        first = text.partition("\n")[0].rstrip()
        if TITLE_LENGTH // 3 < len(first) <= min(end, LONGEST_HEADLINE) and not first.endswith(STOPS):
            return first
        words = " ".join(text[: min(end, TITLE_LENGTH)].split(" ")[:-1]).partition("\n")[0]
        return f"{words}…" if len(words) > TITLE_LENGTH // 3 else ""

    def text(self, article_id: str) -> str:
        """An article's text; empty where it is not at hand."""
        article = self.site.articles.get(article_id)
        return article.text if article else ""

    def place(self, article_id: str, evidence: Evidence) -> tuple[int, int]:
        """Where a quotation stands; past the end where it cannot be found."""
        text = self.text(article_id)
        return locate(evidence, text) or (len(text), len(text))

    def in_order(self, article_id: str, records: Iterable[R]) -> list[R]:
        """Records of an article in the order of its text."""
        return sorted(records, key=lambda record: self.place(article_id, record.evidence[0]))

    def _reports(self, records: Callable[[ArticleFacts], Iterable[R]]) -> list[Report[R]]:
        return [Report(a, r) for a, facts in self.facts.items() for r in self.in_order(a, records(facts))]

    @cached_property
    def claims(self) -> dict[str, Entry[Claim]]:
        """Claims by anchor; nearly the same words of the same speaker in several articles are one entry.

        Reports that resolution took to be of one claim stay together while people leave them one speaker and act.
        """
        joined = {(r.article, r.record): claim.id for claim in self.site.story.claims for r in claim.reports}
        reports = self._reports(lambda facts: facts.claims)
        names = {id(report): joined.get((report.article, report.record.id)) for report in reports}
        return _entries(
            reports,
            lambda report: names[id(report)] or report.record.id,
            lambda report: (
                report.record.speaker,
                report.record.joint_with,
                report.record.attribution,
                report.record.act,
                names[id(report)] or report.record.content,
            ),
        )

    @cached_property
    def events(self) -> dict[str, Entry[Event]]:
        """Events by anchor; the same clause at the same time is one entry."""
        return _entries(
            self._reports(lambda facts: facts.events),
            lambda report: report.record.id,
            lambda report: (
                report.record.what,
                report.record.participants,
                report.record.when and report.record.when.date,
            ),
        )

    @cached_property
    def votes(self) -> dict[str, Entry[VoteEvent]]:
        """Votes by anchor, each with all reports that resolution or a person takes to be of it."""
        joined = {(r.article, r.record): vote.id for vote in self.site.story.votes for r in vote.reports}
        taken = set(joined.values())
        found: dict[str, list[Report[VoteEvent]]] = defaultdict(list)
        for report in self._reports(lambda facts: facts.votes):
            anchor = joined.get((report.article, report.record.id)) or _unused(report.record.id, taken)
            taken.add(anchor)
            found[anchor].append(report)
        return {anchor: Entry(anchor, tuple(reports)) for anchor, reports in found.items()}

    @cached_property
    def anchors(self) -> dict[tuple[str, str], str]:
        """The anchor of a claim, an event or a vote by its article and id."""
        return {**_anchors(self.claims), **_anchors(self.events), **_anchors(self.votes)}

    @cached_property
    def answered(self) -> dict[str, tuple[str, ...]]:
        """The claims that a claim answers."""
        found: dict[str, tuple[str, ...]] = {}
        for entry in self.claims.values():
            targets: dict[str, None] = {}
            for report in entry.reports:
                claim = report.record
                for target in (claim.replies_to, *claim.also_replies_to):
                    anchor = self.anchors.get((report.article, target or ""))
                    if anchor in self.claims:
                        targets[anchor] = None
            if targets:
                found[entry.anchor] = tuple(targets)
        return found

    @cached_property
    def answers(self) -> dict[str, list[str]]:
        """The claims that answer a claim."""
        found: dict[str, list[str]] = defaultdict(list)
        for anchor, targets in self.answered.items():
            for target in targets:
                found[target].append(anchor)
        return found

    @cached_property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """Those between articles, then those within one; how names are spelled comes after all that matters more."""
        within = (d for facts in self.facts.values() for d in facts.discrepancies)
        every = (*self.site.story.discrepancies, *within)
        return tuple(sorted(every, key=lambda d: d.kind is DiscrepancyKind.SPELLING))

    @cached_property
    def may_be_one(self) -> dict[str, list[str]]:
        """The discrepancies that tell that a claim may be another article's, whose source has a name in one alone."""
        found: dict[str, list[str]] = defaultdict(list)
        for discrepancy in self.site.story.discrepancies:
            if discrepancy.kind is DiscrepancyKind.SOURCE:
                for value in discrepancy.values:
                    for claim in self.facts[value.article].claims if value.article in self.facts else ():
                        if claim.evidence[0] == value.evidence and value.value in self._called(claim):
                            found[self.anchors[value.article, claim.id]].append(discrepancy.id)
        return found

    @cached_property
    def disputed_votes(self) -> frozenset[str]:
        """The anchors of votes on which a discrepancy between articles rests."""
        told = {
            (value.article, discrepancy.about, value.evidence)
            for discrepancy in self.site.story.discrepancies
            if discrepancy.kind in OF_VOTES
            for value in discrepancy.values
        }
        return frozenset(
            anchor
            for anchor, entry in self.votes.items()
            for motion in {report.record.motion for report in entry.reports}
            if any((report.article, motion, report.record.evidence[0]) in told for report in entry.reports)
        )

    def _called(self, claim: Claim) -> set[str | None]:
        """The words for a claim's source, and its speakers' names."""
        if claim.nested_in is not None:
            return set()
        known = (
            self.people.get(one or "") or self.organizations.get(one or "")
            for one in (claim.speaker, *claim.joint_with)
        )
        return {claim.source, " and ".join(one.name for one in known if one)}

    @cached_property
    def said_by(self) -> dict[str, list[str]]:
        """Claims by who made them."""
        return _by_reference((e.anchor, (e.record.speaker, *e.record.joint_with)) for e in self.claims.values())

    @cached_property
    def said_of(self) -> dict[str, list[str]]:
        """Claims by whom they are about."""
        return _by_reference((e.anchor, e.record.about) for e in self.claims.values())

    @cached_property
    def roles(self) -> dict[str, list[Report[Membership]]]:
        """Roles by person and by organization, of people who are in the story."""
        return self.roles_in(self.facts)

    def roles_in(self, articles: Iterable[str]) -> dict[str, list[Report[Membership]]]:
        """The same, as some articles give them."""
        found: dict[str, list[Report[Membership]]] = defaultdict(list)
        given = (Report(a, r) for a in articles for r in self.in_order(a, self.facts[a].memberships))
        for report in given:
            role = report.record
            if role.person not in self.people:
                continue
            for reference in dict.fromkeys((role.person, role.organization, role.on_behalf_of)):
                if reference:
                    found[reference].append(report)
        return found

    @cached_property
    def named_in(self) -> dict[str, dict[str, Person | Organization]]:
        """The records of a person or an organization, by the article that names them."""
        found: dict[str, dict[str, Person | Organization]] = defaultdict(dict)
        for article_id, facts in self.facts.items():
            records: tuple[Person | Organization, ...] = (*facts.people, *facts.organizations)
            for record in records:
                found[record.id].setdefault(article_id, record)
        return found

    @cached_property
    def denied_places(self) -> dict[str, list[tuple[int, int, str]]]:
        """For each article, where the words of claims that were denied stand: start, end, the claim's anchor."""
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for anchor, answers in self.answers.items():
            if any(self.claims[a].record.act is Act.DENIAL for a in answers):
                for report in self.claims[anchor].reports:
                    found[report.article] += [(*s, anchor) for s in self.content_places(report)]
        return found

    def content_places(self, report: Report[Claim]) -> list[tuple[int, int]]:
        """Where the parts of a claim's content stand in its article."""
        text = self.text(report.article)
        places = []
        for evidence in report.record.evidence:
            start, end = self.place(report.article, evidence)
            for part in report.record.content:
                if (at := text.find(part, start, end)) >= 0:
                    places.append((at, at + len(part)))
        return places


def _entries(
    reports: Sequence[Report[R]], name: Callable[[Report[R]], str], sameness: Callable[[Report[R]], object]
) -> dict[str, Entry[R]]:
    """Reports of one name as one entry, or as several where they are not the same after all."""
    groups: dict[str, dict[object, list[Report[R]]]] = defaultdict(lambda: defaultdict(list))
    for report in reports:
        groups[name(report)][sameness(report)].append(report)
    entries = {}
    for record_id, same in groups.items():
        for number, group in enumerate(same.values(), start=1):
            anchor = record_id if number == 1 else f"{record_id}--{number}"
            entries[anchor] = Entry(anchor, tuple(group))
    return entries


def _anchors(entries: Mapping[str, Entry[R]]) -> dict[tuple[str, str], str]:
    return {(r.article, r.record.id): entry.anchor for entry in entries.values() for r in entry.reports}


def _unused(record_id: str, taken: Collection[str]) -> str:
    """An anchor for a record that is not joined with others: its id, numbered where another has that."""
    anchors = (record_id if number == 1 else f"{record_id}--{number}" for number in count(1))
    return next(anchor for anchor in anchors if anchor not in taken)


def _by_reference(pairs: Iterable[tuple[str, Iterable[str | None]]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for anchor, references in pairs:
        for reference in dict.fromkeys(references):
            if reference:
                found[reference].append(anchor)
    return found
