"""Stage pages: what a page tells of: the site or some of its articles in, their claims, entries and people out."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.model.facts import Report, ResolvedOrganization, ResolvedPerson
from generator.model.records import Claim, Discrepancy, Membership
from generator.pages.views.moments import Entry
from generator.pages.views.parts import Parts
from generator.pages.views.phrases import MINDS

Actor = ResolvedPerson | ResolvedOrganization


@dataclass(frozen=True, kw_only=True)
class Scope:
    """Some articles and all that they have a part in; each list is in the order of the whole site's.

    Attributes:
        articles: their ids.
        claims: anchors.
        timeline: entries that one of the articles tells of; others may tell of them too.
        discrepancies: those with a reading in one of the articles.
        named: which of the articles name each person and organization, by id.
    """

    parts: Parts
    articles: tuple[str, ...]
    people: tuple[ResolvedPerson, ...]
    organizations: tuple[ResolvedOrganization, ...]
    claims: tuple[str, ...]
    timeline: tuple[Entry, ...]
    discrepancies: tuple[Discrepancy, ...]
    named: Mapping[str, Sequence[str]]

    @property
    def actors(self) -> tuple[Actor, ...]:
        """People and organizations."""
        return (*self.people, *self.organizations)

    @property
    def _records(self) -> Iterable[Claim]:
        return (self.parts.catalogue.claims[anchor].record for anchor in self.claims)

    @cached_property
    def said_by(self) -> Counter[str]:
        """In how many of the claims each speaks; what articles say that they think or want is none of these."""
        records = [record for record in self._records if record.act not in MINDS]
        return Counter(actor for r in records for actor in {r.speaker, *r.joint_with} if actor)

    @cached_property
    def said_of(self) -> Counter[str]:
        """In how many of the claims each is spoken of."""
        return Counter(actor for record in self._records for actor in set(record.about))

    @cached_property
    def roles(self) -> dict[str, list[Report[Membership]]]:
        """The roles that the articles give each person and each organization."""
        return self.parts.catalogue.roles_in(self.articles)

    @cached_property
    def weights(self) -> Counter[str]:
        """In how many of the articles and of their claims and roles each is."""
        catalogue = self.parts.catalogue
        articles = Counter({actor: len(named) for actor, named in self.named.items()})
        memberships = (role for article in self.articles for role in catalogue.facts[article].memberships)
        known = (role for role in memberships if role.person in catalogue.people)
        roles = Counter(actor for r in known for actor in {r.person, r.organization, r.on_behalf_of} if actor)
        return articles + self.said_by + self.said_of + roles


class Scopes:
    """The whole site, and any part of it without looking through the whole."""

    def __init__(self, parts: Parts, timeline: Sequence[Entry]) -> None:
        catalogue = parts.catalogue
        actors: tuple[Actor, ...] = (*catalogue.people.values(), *catalogue.organizations.values())
        self.whole = Scope(
            parts=parts,
            articles=tuple(catalogue.facts),
            people=tuple(catalogue.people.values()),
            organizations=tuple(catalogue.organizations.values()),
            claims=tuple(catalogue.claims),
            timeline=tuple(timeline),
            discrepancies=catalogue.discrepancies,
            named={actor.id: [one for one in actor.articles if one in catalogue.facts] for actor in actors},
        )
        whole = self.whole
        self._people = _by_article(person.articles for person in whole.people)
        self._organizations = _by_article(body.articles for body in whole.organizations)
        self._claims = _by_article([r.article for r in catalogue.claims[a].reports] for a in whole.claims)
        self._timeline = _by_article([article.id for article in entry.articles] for entry in whole.timeline)
        self._discrepancies = _by_article([value.article for value in d.values] for d in whole.discrepancies)

    def of(self, articles: Iterable[str]) -> Scope:
        """The part of the site that some articles have a part in."""
        chosen, whole = set(articles), self.whole

        def places(by_article: dict[str, list[int]]) -> list[int]:
            return sorted({place for article in chosen for place in by_article.get(article, ())})

        own = tuple(article for article in whole.articles if article in chosen)
        named: dict[str, list[str]] = defaultdict(list)
        for actors, by_article in ((whole.people, self._people), (whole.organizations, self._organizations)):
            for article in own:
                for place in by_article.get(article, ()):
                    named[actors[place].id].append(article)

        return Scope(
            parts=whole.parts,
            articles=own,
            people=tuple(whole.people[n] for n in places(self._people)),
            organizations=tuple(whole.organizations[n] for n in places(self._organizations)),
            claims=tuple(whole.claims[n] for n in places(self._claims)),
            timeline=tuple(whole.timeline[n] for n in places(self._timeline)),
            discrepancies=tuple(whole.discrepancies[n] for n in places(self._discrepancies)),
            named=named,
        )


def _by_article(lists: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    """For each article the places of the things that it has a part in, from the articles of each thing."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, articles in enumerate(lists):
        for article in dict.fromkeys(articles):
            found[article].append(place)
    return found
