"""Put the cast together: a `Reading` comes in, each stage finds its part in turn, a `Cast` goes out."""

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.extract.cast import Cast, Mention, MentionKind
from generator.extract.findings import OrganizationFinding, PersonFinding, PlaceFinding, RoleFinding, Span
from generator.extract.lexicon import lexicon, words
from generator.extract.names.acronyms import bracketed, spelled_short
from generator.extract.names.affiliations import affiliation
from generator.extract.names.bids import one_candidacy
from generator.extract.names.bodies import all_bodies, find_bodies, find_places
from generator.extract.names.candidates import find_candidates
from generator.extract.names.complements import Bodies
from generator.extract.names.describing import Describer
from generator.extract.names.forms import sex_by_name, sex_of
from generator.extract.names.leaving import with_left
from generator.extract.names.merging import merge
from generator.extract.names.namesakes import set_namesakes_apart
from generator.extract.names.occurrences import complete
from generator.extract.names.organizations import join_bodies
from generator.extract.names.parties import party_of
from generator.extract.names.parts import Held, Individual, Name
from generator.extract.names.peerages import peerage_end
from generator.extract.names.predicates import begins
from generator.extract.names.pronouns import SUBJECTS, Pronouns
from generator.extract.names.reading import Reading
from generator.extract.names.roles import Attacher, told_in_clauses
from generator.extract.names.standing import Standing
from generator.extract.names.titles import find_titles
from generator.extract.names.vetting import Vetting
from generator.extract.quotation import Quotation
from generator.model.ids import fold, name_id
from generator.model.words import Classification, Tense

SOON = 6


class Casting:
    """The stages of finding an article's cast, each on what the ones before it found."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        certain = find_bodies(reading)
        held = _words_of(certain)
        self.people = Vetting(reading, certain).people(merge(reading, find_candidates(reading, held)))
        complete(reading, self.people, held)
        self.people.sort(key=lambda person: person.names[0].first)
        taken = {at for person in self.people for at in _words_of(person.names)}
        addressed = {at for person in self.people for name in person.names for at in range(name.lead, name.last)}
        names = all_bodies(reading, certain, addressed)
        shorts = bracketed(reading, names)
        names = (*names, *spelled_short(reading, shorts, taken | _words_of(names)))
        self.places = find_places(reading, taken | _words_of(names))
        self.bodies = join_bodies(reading, names, shorts)
        self.titles = find_titles(reading, taken, Bodies((*names, *self.places)))
        set_namesakes_apart(self.people, self.titles)
        self.clauses = told_in_clauses(reading)
        self.held = Attacher(reading, self.people, self.clauses).held(self.titles)
        self.standing = Standing(reading, self.people, self.titles, self.held).meant()
        self.describer = self._describer(names)
        self.ids = _ids("per", [self._name(person) for person in self.people])
        self.body_ids = _ids("org", [body.name for body in self.bodies])
        self.sexes = self._sexes()

    def cast(self, quotations: Sequence[Quotation]) -> Cast:
        """The whole cast, with pronouns outside quotations resolved where they are certain."""
        mentions = _without_overlap([*self._names(), *self._titles()])
        pronouns = Pronouns(self.reading, quotations, self._likely_sexes(), self._strangers()).resolve(mentions)
        self.held += self._held_by(pronouns)
        self.held = with_left(self.reading, self.held, [*self._ends_of_names(), *self._ends_of(pronouns)])
        return Cast(
            people=tuple(self._person(number) for number in range(len(self.people))),
            organizations=tuple(self._organization(number) for number in range(len(self.bodies))),
            places=self._places(),
            mentions=_without_overlap([*mentions, *pronouns]),
        )

    def _ends_of_names(self) -> Iterable[tuple[int, Individual]]:
        """The word after each name of a person."""
        return ((name.last, person) for person in self.people for name in person.names)

    def _ends_of(self, pronouns: Sequence[Mention]) -> Iterable[tuple[int, Individual]]:
        """The word after each pronoun that is a subject, with the person it means."""
        by_id = dict(zip(self.ids, self.people, strict=True))
        for mention in pronouns:
            at = self.reading.inside(mention.span).start
            if mention.entity in by_id and self.reading.low(at) in SUBJECTS:
                yield at + 1, by_id[mention.entity]

    def _strangers(self) -> frozenset[int]:
        """Words that mean nobody known: heads of titles in the singular, "the clerk", and surnames that two share."""
        known = {title.head for title, _ in self.standing} | {held.title.head for held in self.held}
        heads = {title.head for title in self.titles if not title.plural and title.head not in known}
        return frozenset(heads | self._shared_surnames())

    def _shared_surnames(self) -> set[int]:
        """Where a surname that two people have stands alone."""
        families = Counter(person.family for person in self.people)
        shared = {family for family, bearers in families.items() if bearers > 1}
        taken = {at for person in self.people for at in _words_of(person.names)}
        return {w.index for w in self.reading.words if w.low in shared and w.capital and w.index not in taken}

    def _held_by(self, pronouns: Sequence[Mention]) -> tuple[Held, ...]:
        """Titles said of somebody by a pronoun."""
        by_id = dict(zip(self.ids, self.people, strict=True))
        at = {m.span: self.reading.inside(m.span).start for m in pronouns if m.entity in by_id}
        subjects = [m for m in pronouns if m.span in at and self.reading.low(at[m.span]) in SUBJECTS]
        places = [(at[m.span], by_id[m.entity]) for m in subjects if m.entity is not None]
        given = {id(held.title) for held in self.held}
        free = [title for title in self.titles if id(title) not in given]
        return Attacher(self.reading, self.people, self.clauses).said_of(places, free)

    def _describer(self, names: Sequence[Name]) -> Describer:
        where = {at: (n.first, n.last) for n in (*names, *self.places) for at in range(n.first, n.last)}
        parties = [body for body in self.bodies if body.classification is Classification.PARTY]
        words = {at for body in parties for span in body.spans for at in self.reading.inside(span)}
        people = {at for person in self.people for at in _words_of(person.names)}
        return Describer(self.reading, where, words, people)

    def _name(self, person: Individual) -> str:
        forms = self._forms(person)
        peer = next((n for n in person.names if self.reading.low(n.first - 1) in words("honorifics", "peers")), None)
        if peer and len(person.words) == 1:
            whole = max(person.names, key=lambda name: peerage_end(self.reading, name) - name.last)
            told = whole if peerage_end(self.reading, whole) > whole.last else peer
            return self.reading.quote(told.first - 1, peerage_end(self.reading, told))
        return max(forms, key=lambda form: (len(form.split()), forms.count(form)))

    def _forms(self, person: Individual) -> list[str]:
        return [self.reading.quote(name.first, name.last) for name in person.names]

    def _sexes(self) -> dict[str, str]:
        sexes = {id(p): p.sex for p in self.people if p.sex}
        for held in self.held:
            sex = sex_of(held.title.key)
            if sex and id(held.person) not in sexes:
                sexes[id(held.person)] = sex
        return {self.ids[n]: sex for n, p in enumerate(self.people) if (sex := sexes.get(id(p)))}

    def _likely_sexes(self) -> dict[str, str]:
        """Those, and what given names tell, by which a pronoun is kept from whom it cannot mean."""
        by_name = {self.ids[n]: sex for n, p in enumerate(self.people) if (sex := sex_by_name(self._name(p)))}
        return by_name | self.sexes

    def _person(self, number: int) -> PersonFinding:
        person = self.people[number]
        own = affiliation(self.reading, person, self.bodies)
        roles = tuple(self._roles(person)) or ((own,) if own else ())
        return PersonFinding(
            id=self.ids[number],
            name=self._name(person),
            forms=tuple(dict.fromkeys(self._forms(person))),
            honorific=person.honorific,
            party=next((role.party for role in roles if role.party), party_of(self.reading, person)),
            sex=self.sexes.get(self.ids[number]),
            roles=roles,
            spans=tuple(self.reading.span(name.first, name.last) for name in person.names),
        )

    def _roles(self, person: Individual) -> Iterable[RoleFinding]:
        """A person's roles, each title once, in the order of the article."""
        beside = one_candidacy(self.reading, [held for held in self.held if held.person is person])
        alone = [
            Held(person=person, title=title, first=title.lead, last=title.end, tense=title.tense)
            for title, owner in self.standing
            if owner is person
        ]
        seen: set[tuple[str | None, str]] = set()
        posts = set[str | None]()
        past = [self.describer.role(held) for held in beside if held.tense is Tense.FORMER]
        # A longer title says more of the same kind: "agriculture minister" where another is "minister".
        longer = {(held.title.key, held.tense) for held in beside if held.title.first < held.title.head}
        for held in beside:
            role = self.describer.role(held)
            bare = held.title.first == held.title.head and held.title.end == held.title.last
            if bare and (held.title.key, held.tense) in longer:
                continue
            soon = min(held.title.end + SOON, len(self.reading.words))
            after = self.reading.quote(held.title.end, soon) if held.title.end < soon else ""
            again = begins(self.reading.quote(held.first, held.title.first), after)
            if held.tense is Tense.CURRENT and any(_may_be_one(role, other) for other in past) and not again:
                continue
            if (_in_full(role.role), role.tense.value) not in seen:
                seen.add((_in_full(role.role), role.tense.value))
                posts.add(role.post)
                yield role
        said = {role for role, _ in seen}
        whole = {_with_body(self.describer.role(held)) for held in beside}
        keys = {held.title.key for held in beside}
        for held in alone:
            role = self.describer.role(held)
            bare = held.title.first == held.title.head and held.title.key in keys
            shortened = role.role.isupper() and role.post in posts
            if not bare and not shortened and role.role.lower() not in said and _with_body(role) not in whole:
                said.add(role.role.lower())
                yield role

    def _organization(self, number: int) -> OrganizationFinding:
        body = self.bodies[number]
        return OrganizationFinding(
            id=self.body_ids[number],
            name=body.name,
            forms=tuple(dict.fromkeys(self.reading.document.quote(span) for span in body.spans)),
            classification=body.classification,
            spans=tuple(body.spans),
        )

    def _places(self) -> tuple[PlaceFinding, ...]:
        found: dict[str, list[Span]] = {}
        for name in self.places:
            found.setdefault(self.reading.quote(name.first, name.last), []).append(
                self.reading.span(name.first, name.last)
            )
        return tuple(PlaceFinding(name=name, spans=tuple(spans)) for name, spans in found.items())

    def _names(self) -> Iterable[Mention]:
        for number, person in enumerate(self.people):
            for name in person.names:
                span = self.reading.span(name.first, name.last)
                yield Mention(span=span, kind=MentionKind.NAME, entity=self.ids[number])
        for number, body in enumerate(self.bodies):
            for span in body.spans:
                yield Mention(span=span, kind=MentionKind.NAME, entity=self.body_ids[number])
        for name in self.places:
            yield Mention(span=self.reading.span(name.first, name.last), kind=MentionKind.NAME, entity=None)

    def _titles(self) -> Iterable[Mention]:
        numbers = {id(person): number for number, person in enumerate(self.people)}
        for title, person in self.standing:
            span = self.reading.span(title.first, title.end)
            yield Mention(span=span, kind=MentionKind.TITLE, entity=self.ids[numbers[id(person)]])


def _may_be_one(role: RoleFinding, other: RoleFinding) -> bool:
    """Whether two roles may be one: not the leader of the Commons and the leader of a party."""
    bodies = [set(fold(one.organization).split()) for one in (role, other) if one.organization]
    return role.role.lower() == other.role.lower() and (len(bodies) < 2 or bool(bodies[0] & bodies[1]))


def _with_body(role: RoleFinding) -> frozenset[str]:
    """The words of a role and its body, however they are parted: "Aldian Foreign Minister" has no body."""
    return frozenset(fold(f"{role.organization or ''} {role.role}").split())


def _in_full(role: str) -> str:
    """A role in lower case, an abbreviation as what it stands for: "Supt" is "superintendent"."""
    plain = role.lower()
    return str(lexicon("roles")["abbreviations"].get(plain.rstrip("."), plain))


def _words_of(names: Iterable[Name]) -> set[int]:
    return {at for name in names for at in range(name.first, name.last)}


def _ids(prefix: str, names: Sequence[str]) -> list[str]:
    """An id for each name, numbered where two names give one."""
    given: dict[str, int] = {}
    found = []
    for name in names:
        plain = name_id(prefix, name)
        given[plain] = given.get(plain, 0) + 1
        found.append(plain if given[plain] == 1 else f"{plain}-{given[plain]}")
    return found


def _without_overlap(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in reading order; of two that overlap, the longer one."""
    kept: list[Mention] = []
    end = -1
    for mention in sorted(mentions, key=lambda m: (m.span[0], -m.span[1])):
        if mention.span[0] >= end:
            kept.append(mention)
            end = mention.span[1]
    return tuple(kept)
