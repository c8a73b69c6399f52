"""Layer 1, review: a story while decisions are applied to it: records found by id, replaced, removed, relinked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from generator.facts.kinds import LISTS, prefix_of
from generator.model.facts import (
    ArticleFacts,
    Reported,
    ResolvedClaim,
    ResolvedOrganization,
    ResolvedPerson,
    ResolvedVote,
    Story,
)
from generator.model.records import Discrepancy, Record
from generator.model.references import references, relinked

ACROSS = "across articles"
Lists = dict[str, list[Any]]
J = TypeVar("J", ResolvedClaim, ResolvedVote)
Resolved = ResolvedPerson | ResolvedOrganization


class WorkingStory:
    """A story's records in lists that can be changed; `done` makes a story of them again.

    A record of people, organizations or discrepancies across articles stands in the place `ACROSS`, all others in the
    place of their article. `claims` and `votes` tell which of the articles' reports are of one claim or vote.
    """

    def __init__(self, story: Story) -> None:
        self.claims: list[ResolvedClaim] = list(story.claims)
        self.votes: list[ResolvedVote] = list(story.votes)
        self.places: dict[str, Lists] = {
            ACROSS: {
                "people": list(story.people),
                "organizations": list(story.organizations),
                "discrepancies": list(story.discrepancies),
            }
        }
        for facts in story.articles:
            lists = {name: list(getattr(facts, name)) for name in LISTS.values()}
            self.places[facts.article.id] = {"article": [facts.article], **lists}
        self._places_of: dict[str, set[str]] = defaultdict(set)
        for place, lists in self.places.items():
            for records in lists.values():
                for record in records:
                    self._index(record, place)

    def done(self) -> Story:
        """The story as it stands now."""
        across, *articles = self.places.values()
        return Story(
            people=tuple(across["people"]),
            organizations=tuple(across["organizations"]),
            claims=tuple(self._with_reports_left(self.claims)),
            votes=tuple(self._with_reports_left(self.votes)),
            discrepancies=tuple(across["discrepancies"]),
            articles=tuple(_facts(lists) for lists in articles),
        )

    def ids(self) -> set[str]:
        """The id of every record."""
        return {key for key in self._places_of if self.records(key)}

    def is_known(self, target: str) -> bool:
        """Whether a record, or a claim or vote that several articles report, has an id."""
        return bool(self.records(target)) or any(one.id == target for one in (*self.claims, *self.votes))

    def records(self, target: str) -> Sequence[Record]:
        """The records with an id; for a person or an organization the one across articles alone."""
        name = _list_of(target)
        places = [ACROSS] if prefix_of(target) in ("per", "org") else self.places_of(target)
        return [record for place in places for record in self.places[place].get(name, ()) if record.id == target]

    def placed(self, target: str) -> Iterator[tuple[str, Record]]:
        """The articles' records with an id, each with its article."""
        name = _list_of(target)
        for place in self.places_of(target):
            if place != ACROSS:
                yield from ((place, one) for one in self.places[place].get(name, ()) if one.id == target)

    def record(self, report: Reported) -> Record | None:
        """An article's record; None where it has gone."""
        records = self.places.get(report.article, {}).get(_list_of(report.record), ())
        return next((one for one in records if one.id == report.record), None)

    def place_of(self, article: str) -> tuple[str, str]:
        """A key that puts articles in the order of their days; those without a day come last."""
        place: tuple[str, str] = self.places[article]["article"][0].place
        return place

    def replace(self, before: Record, after: Record) -> None:
        """Put one record in another's place, wherever it stands."""
        name = _list_of(before.id)
        for place in self.places_of(before.id):
            records = self.places[place].get(name, [])
            if any(record is before for record in records):
                records[:] = [after if record is before else record for record in records]
                self._index(after, place)

    def reject(self, target: str, words: str) -> None:
        """Take a record out everywhere; what referred to it is unlinked, or says its words where words may stand."""
        if target in self.places:
            self._reject_article(target)
            return
        name = _list_of(target)
        for place in self.places_of(target):
            lists = self.places[place]
            if name in lists:
                lists[name] = [record for record in lists[name] if record.id != target]
            if "memberships" in lists:
                lists["memberships"] = [role for role in lists["memberships"] if role.person != target]
        self.relink(target, None, words)

    def add(self, article: str, record: Record) -> None:
        """Put a record behind those of its kind in an article."""
        self.places[article][_list_of(record.id)].append(record)
        self._index(record, article)

    def places_of(self, target: str) -> list[str]:
        """The places that hold a record or that refer to it, those across articles first."""
        known = self._places_of.get(target, ())
        return [place for place in self.places if place in known]

    def relink(self, old: str, new: str | None, words: str = "", *, within: Iterable[str] | None = None) -> None:
        """Point references elsewhere, in some places or in all."""
        for place in self.places_of(old) if within is None else within:
            for records in self.places[place].values():
                records[:] = [relinked(record, old, new, words) for record in records]
            if new is not None:
                self._places_of[new].add(place)

    def _index(self, record: Record, place: str) -> None:
        """Keep in mind where a record stands, and where those that it refers to are spoken of."""
        for one in (record.id, *(reference for _, reference in references(record))):
            self._places_of[one].add(place)

    def _with_reports_left(self, joined: Iterable[J]) -> Iterator[J]:
        """Claims or votes without the reports that were rejected; one of which fewer than two are left is that one."""
        for one in joined:
            left = tuple(report for report in one.reports if self.record(report) is not None)
            if len(left) > 1:
                yield one.model_copy(update={"reports": left})

    def _reject_article(self, article: str) -> None:
        """Take an article out with its facts, and whoever is in no other article."""
        del self.places[article]
        across = self.places[ACROSS]
        for name in ("people", "organizations"):
            for record in [one for one in across[name] if one.articles == (article,)]:
                self.reject(record.id, record.name)
            across[name] = [_without(record, article) for record in across[name]]
        across["discrepancies"] = [one for one in across["discrepancies"] if _still_disagrees(one, article)]


def _list_of(record_id: str) -> str:
    return LISTS.get(prefix_of(record_id), "article")


def _facts(lists: Lists) -> ArticleFacts:
    others = {name: tuple(records) for name, records in lists.items() if name != "article"}
    return ArticleFacts(article=lists["article"][0], **others)


def _without(record: Resolved, article: str) -> Resolved:
    """A record without one of its articles."""
    return record.model_copy(update={"articles": tuple(one for one in record.articles if one != article)})


def _still_disagrees(discrepancy: Discrepancy, article: str) -> bool:
    return all(value.article != article for value in discrepancy.values)
