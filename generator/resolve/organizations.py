"""Stage resolve: the bodies of each article in, the bodies of the story out, and which id became which.

Bodies of the same name are one. So are those whose names a list has as one body's; where another body of the list has
them too, only in articles that name some of the same people. A name that another article gives as
a further name of a body ("No 10" for "Downing Street") joins the two where no third body claims it and their kinds do
not differ. Two bodies that any article names side by side are never one.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from generator.model.facts import ArticleFacts, ResolvedOrganization
from generator.model.ids import fold
from generator.model.listed import ListedBody, plain_name
from generator.model.records import Organization
from generator.model.words import Classification
from generator.resolve.listed_names import articles_by_form, standing_for
from generator.resolve.names import Joined, commonest, merged

OF_EVERY_COUNTRY = {
    Classification.LEGISLATURE,
    Classification.COURT,
    Classification.COUNCIL,
    Classification.DEPARTMENT,
}
SOME = 2
"""People whom articles about bodies of one country name, at least."""
Mention = tuple[str, Organization]


def resolve_organizations(
    facts: Sequence[ArticleFacts], listed: Sequence[ListedBody] = ()
) -> tuple[tuple[ResolvedOrganization, ...], Mapping[str, Mapping[str, str]]]:
    """Every body in the story, and for each article its bodies' ids with those of the story.

    Args:
        facts: every article's facts in order of id.
        listed: bodies that go by several names.
    """
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for each in facts:
        for body in each.organizations:
            by_name[fold(body.name)].append((each.article.id, body))
    joining = _Joining(by_name, {each.article.id: _full_names(each) for each in facts})
    ranks = joining.join_listed(listed)
    joining.join_further_names()
    groups: dict[object, list[Mention]] = defaultdict(list)
    for name in sorted(by_name):
        groups[joining.root(name)] += by_name[name]
    ids: dict[str, dict[str, str]] = defaultdict(dict)
    bodies: dict[str, ResolvedOrganization] = {}
    for mentions in groups.values():
        resolved = _body(mentions, ranks)
        bodies[resolved.id] = resolved
        for article, mention in mentions:
            ids[article][mention.id] = resolved.id
    return tuple(bodies[key] for key in sorted(bodies)), ids


def _full_names(facts: ArticleFacts) -> set[str]:
    return {fold(person.name) for person in facts.people if " " in person.name}


class _Joining:
    """Names joined into bodies, with the articles that have each body and the kinds that they take it for."""

    def __init__(self, by_name: Mapping[str, Sequence[Mention]], people: Mapping[str, Collection[str]]) -> None:
        self._by_name = by_name
        self._people = people
        self._joined = Joined()
        self._articles = {name: {article for article, _ in told} for name, told in by_name.items()}
        self._kinds = {name: {b.classification for _, b in told} - {None} for name, told in by_name.items()}

    def root(self, name: str) -> str:
        """The name that stands for a name's body."""
        return str(self._joined.find(name))

    def join_listed(self, listed: Sequence[ListedBody]) -> Mapping[str, int]:
        """Join what a list has as names of one body; how far down its names each stands that was joined."""
        names = [
            (form, article)
            for told in self._by_name.values()
            for article, body in told
            for form in (body.name, *body.other_names)
        ]
        ranks: dict[str, int] = {}
        for body, forms, is_sure in standing_for(listed, articles_by_form(names)):
            place = {form: body.names.index(plain_name(form)) for form in forms if form in self._by_name}
            first, *others = sorted(place, key=lambda form: (place[form], form)) or [""]
            for form in others:
                kinds = self._kinds_of(first, form) | ({body.classification} - {None})
                if len(kinds) < 2 and self._may_join(first, form) and (is_sure or self._share_people(first, form)):
                    self._join(first, form)
                    ranks |= {first: place[first], form: place[form]}
        return ranks

    def join_further_names(self) -> None:
        """Join a name with the one body that an article gives it as a further name.

        "Parliament" or "the Court" in another article may be another country's, so such bodies are not joined.
        """
        claimed: dict[str, set[str]] = defaultdict(set)
        for name, mentions in self._by_name.items():
            for _, body in mentions:
                for form in body.other_names:
                    claimed[fold(form)].add(name)
        for form in sorted(claimed.keys() & self._by_name.keys()):
            owners = {self.root(name) for name in claimed[form] - {form}} - {self.root(form)}
            if len(owners) == 1:
                (owner,) = owners
                kinds = self._kinds_of(owner, form)
                if len(kinds) == 1 and not kinds & OF_EVERY_COUNTRY and self._may_join(owner, form):
                    self._join(owner, form)

    def _kinds_of(self, *names: str) -> set[Classification | None]:
        return {kind for name in names for kind in self._kinds[self.root(name)]}

    def _may_join(self, first: str, second: str) -> bool:
        """Whether no article has both, and so knows them as two."""
        return not self._articles[self.root(first)] & self._articles[self.root(second)]

    def _share_people(self, first: str, second: str) -> bool:
        """Whether articles that have the one and articles that have the other name some of the same people."""
        ours, theirs = ({p for a in self._articles[self.root(n)] for p in self._people[a]} for n in (first, second))
        return len(ours & theirs) >= SOME

    def _join(self, first: str, second: str) -> None:
        one, other = self.root(first), self.root(second)
        if one != other:
            self._articles[one] |= self._articles[other]
            self._kinds[one] |= self._kinds[other]
            self._joined.join(one, other)


def _body(mentions: Sequence[Mention], ranks: Mapping[str, int]) -> ResolvedOrganization:
    """One body of all its mentions, under the name that stands first in a list that made it one, else the fullest."""
    fullest = min(
        (body for _, body in mentions),
        key=lambda body: (ranks.get(fold(body.name), len(ranks)), -len(body.name), body.name, body.id),
    )
    kinds = [body.classification for _, body in mentions if body.classification]
    forms = merged((body.name, *body.other_names) for _, body in mentions)
    name = commonest(body.name for _, body in mentions if fold(body.name) == fold(fullest.name))
    return ResolvedOrganization(
        id=fullest.id,
        name=name,
        other_names=tuple(sorted(form for form in forms if form != name)),
        classification=Classification(commonest(kinds)) if kinds else None,
        articles=tuple(sorted({article for article, _ in mentions})),
    )
