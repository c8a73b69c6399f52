"""Stage pages: the parts that pages are put together from: names, evidence, claims with their answers."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from generator import escape
from generator.model.facts import Report, ResolvedOrganization, ResolvedPerson
from generator.model.ids import fold
from generator.model.records import Claim, Event, Evidence, Membership, Record, VoteEvent, is_id
from generator.model.review import Mark
from generator.model.words import Act
from generator.pages.catalogue import Catalogue, Entry
from generator.pages.links import Target, record_uri
from generator.pages.quoting import LIMITS, is_open, limit_for, quote
from generator.pages.views.marks import MarkView, is_doubtful, mark_views
from generator.pages.views.namesakes import notes, whom
from generator.pages.views.phrases import in_phrase, is_unsaid
from generator.pages.views.times import Time, date_words, time_of
from generator.pages.views.values import Brief, ClaimView, Name, Proof, Source
from generator.pages.words import Words

_WORDS = re.compile(r"\w+")


@dataclass
class Parts:
    """Makes the parts; what several pages show is made once.

    Attributes:
        claim_pages, vote_pages, dispute_pages: the page on which each claim, vote or discrepancy stands in full, by its
            anchor.
    """

    catalogue: Catalogue
    claim_pages: Mapping[str, str]
    vote_pages: Mapping[str, str]
    dispute_pages: Mapping[str, str]
    _briefs: dict[str, Brief] = field(default_factory=dict)
    _claims: dict[str, ClaimView] = field(default_factory=dict)
    _evidence_limits: dict[str, int | None] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """The texts of the site's own voice."""
        return self.catalogue.site.options.words

    def name(self, reference: str | None) -> Name | None:
        """Somebody by id, or by an article's words; None where nobody is named who is in the story."""
        if reference is None:
            return None
        known = self.catalogue.people.get(reference) or self.catalogue.organizations.get(reference)
        if known:
            return self.actor(known)
        return None if is_id(reference) else Name(reference)

    def body(self, reference: str | None) -> Name | None:
        """The same for a role's organization: words that are the name of one organization alone are that one."""
        found = self.name(reference)
        known = self._bodies.get(fold(found.words), ()) if found and not found.page else ()
        return self.actor(known[0]) if len(known) == 1 else found

    @cached_property
    def roles_within(self) -> dict[str, list[Report[Membership]]]:
        """Roles by organization, also where an article only writes its name, in the order of the articles."""
        found: dict[str, list[Report[Membership]]] = defaultdict(list)
        for person in self.catalogue.people:
            for report in self.catalogue.roles.get(person, ()):
                named = (self.body(report.record.organization), self.body(report.record.on_behalf_of))
                for body in dict.fromkeys(name.id for name in named if name and name.page):
                    found[body].append(report)
        places = {article: place for place, article in enumerate(self.catalogue.facts)}
        for reports in found.values():
            reports.sort(key=lambda report: places[report.article])
        return found

    @cached_property
    def _bodies(self) -> dict[str, list[ResolvedOrganization]]:
        bodies: dict[str, list[ResolvedOrganization]] = defaultdict(list)
        for body in self.catalogue.organizations.values():
            for words in {fold(name) for name in (body.name, *body.other_names)}:
                bodies[words].append(body)
        return bodies

    def name_in(self, reference: str | None, article_ids: Iterable[str]) -> Name | None:
        """The same, where the words may be the generator's own: they are quoted only if an article has them."""
        name = self.name(reference)
        if name is None or name.page or any(name.words in self.catalogue.text(one) for one in article_ids):
            return name
        return replace(name, is_quoted=False)

    def names(self, references: Sequence[str | None]) -> tuple[Name, ...]:
        """Several, each once."""
        return tuple(name for r in dict.fromkeys(references) if (name := self.name(r)))

    def actor(self, actor: ResolvedPerson | ResolvedOrganization) -> Name:
        """Somebody of the story."""
        return Name(actor.name, record_uri(actor.id), note=self._notes.get(actor.id, ""))

    def values(self, record_id: str, mark: Mark) -> tuple[str | None, str | None]:
        """What stood before a decision on a record, and what stands since, people of one name told apart."""
        old, new = (self.name(one) for one in whom(self.catalogue, record_id, mark))
        return (old.apart if old else mark.old), (new.apart if new else mark.new)

    @cached_property
    def _notes(self) -> dict[str, str]:
        return notes(self.catalogue)

    def dispute(self, discrepancy: str) -> Target:
        """Where a discrepancy stands, by its id."""
        return Target(self.dispute_pages[discrepancy], discrepancy)

    def article(self, article_id: str) -> Name:
        """An article by its title."""
        return Name(self.catalogue.title(article_id), record_uri(article_id))

    def articles(self, entry: Entry[Claim] | Entry[Event]) -> tuple[Name, ...]:
        """The articles that give a record, the first of them first."""
        return tuple(self.article(a) for a in dict.fromkeys(report.article for report in entry.reports))

    def time(self, report: Report[Claim] | Report[Event] | Report[VoteEvent]) -> Time | None:
        """When a claim was made, something happened or a vote is held."""
        return time_of(report.record.when, self.catalogue.article(report.article).published, self.words)

    def marks(self, *records: Record) -> tuple[MarkView, ...]:
        """What people decided about records that tell one thing, and whether it is yet to be confirmed."""
        return mark_views(self.catalogue.site.marks, records, self.words, self.values)

    def limit(self, article_id: str) -> int | None:
        """How long a quotation of an article may be; None under an open licence."""
        return None if is_open(self.catalogue.article(article_id).licence) else LIMITS[0]

    def evidence_limit(self, article_id: str) -> int | None:
        """How long a piece of evidence may be; None under an open licence."""
        if article_id not in self._evidence_limits:
            text, licence = self.catalogue.text(article_id), self.catalogue.article(article_id).licence
            records = list(self.catalogue.facts[article_id].records())[1:]
            spans = [self.catalogue.place(article_id, e) for r in records for e in getattr(r, "evidence", ())]
            self._evidence_limits[article_id] = limit_for(text, licence, spans)
        return self._evidence_limits[article_id]

    def shows_text(self, article_id: str) -> bool:
        """Whether an article's page shows its whole text."""
        return bool(self.catalogue.text(article_id)) and self.limit(article_id) is None

    def proofs(self, article_id: str, record_id: str, evidence: Sequence[Evidence], *known: str) -> tuple[Proof, ...]:
        """A record's evidence; `known` are claims whose denials stand beside it already."""
        return tuple(self._proof(article_id, f"at-{record_id}", n, e, known) for n, e in enumerate(evidence, start=1))

    def _proof(self, article_id: str, place: str, n: int, evidence: Evidence, known: Sequence[str]) -> Proof:
        identifier = place if n == 1 else f"{place}-{n}"
        url = escape.web_address(self.catalogue.article(article_id).url)
        return Proof(
            id=identifier,
            quotation=quote(evidence.exact, self.evidence_limit(article_id)),
            article=self.article(article_id),
            publisher=self.catalogue.article(article_id).publisher,
            place=Target(record_uri(article_id), identifier),
            original=url and url.partition("#")[0] + "#" + escape.text_fragment(evidence.exact),
            denied=self.denials_within(article_id, self.catalogue.place(article_id, evidence), known),
        )

    def denials_within(
        self, article_id: str, span: tuple[int, int], known: Sequence[str] = ()
    ) -> tuple[tuple[Brief, tuple[Brief, ...]], ...]:
        """The denied claims whose words a span of an article holds, each with its denials."""
        start, end = span
        places = self.catalogue.denied_places.get(article_id, ())
        anchors = dict.fromkeys(a for at, stop, a in places if at < end and start < stop and a not in known)
        return tuple((self.brief(a), self.denials(a)) for a in anchors)

    def denials(self, anchor: str) -> tuple[Brief, ...]:
        """The denials of a claim."""
        briefs = (self.brief(a) for a in self.catalogue.answers.get(anchor, ()))
        return tuple(b for b in briefs if b.act is Act.DENIAL)

    def brief(self, anchor: str) -> Brief:
        """A claim in short."""
        if anchor not in self._briefs:
            entry = self.catalogue.claims[anchor]
            claim, limit, phrase = entry.record, self.limit(entry.article), in_phrase(entry.record)
            doubtful = is_doubtful(self.catalogue.site.marks, [report.record for report in entry.reports])
            self._briefs[anchor] = Brief(
                anchor=anchor,
                page=Target(self.claim_pages[anchor], anchor),
                source=self._source(claim),
                told_by=self._tellers(entry),
                act=claim.act,
                mode=claim.mode.value,
                cue=claim.cue,
                content=tuple(quote(part, limit) for part in phrase or claim.content),
                is_put=phrase is not None,
                is_unsaid=is_unsaid(claim),
                article=self.article(entry.article),
                publisher=self.catalogue.article(entry.article).publisher,
                original=escape.web_address(self.catalogue.article(entry.article).url),
                is_doubtful=doubtful,
                meant=() if doubtful else self.names([one for one in claim.about if self._is_unnamed(one, claim)]),
            )
        return self._briefs[anchor]

    def _tellers(self, entry: Entry[Claim]) -> tuple[Source, ...]:
        """Who tells of a claim, the nearest first; nobody is said to tell of what they said themselves."""
        sources = [self._source(self.catalogue.claims[a].record) for a in (entry.anchor, *self._chain(entry))]
        others = pairwise(sources)
        return tuple(outer for inner, outer in others if not outer.speakers or outer.speakers != inner.speakers)

    def _is_unnamed(self, reference: str, claim: Claim) -> bool:
        """Whether it is a person of whom a claim's content has no word."""
        return self._shares_no_word(reference, " ".join(claim.content))

    def _shares_no_word(self, reference: str, told: str) -> bool:
        """Whether it is a person of whose name, in any form, some words have none."""
        person = self.catalogue.people.get(reference)
        words = set(_WORDS.findall(fold(told)))
        names = (person.name, *person.other_names) if person else ()
        return bool(names) and words.isdisjoint(word for name in names for word in _WORDS.findall(fold(name)))

    def _source(self, claim: Claim) -> Source:
        speakers = (
            self.names((claim.speaker, *claim.joint_with)) if claim.attribution.is_named and claim.speaker else ()
        )
        return Source(
            attribution=claim.attribution,
            speakers=speakers,
            words=claim.source,
            is_described=bool(speakers) and self._is_described(claim),
        )

    def _is_described(self, claim: Claim) -> bool:
        """Whether a person's source is several words, none of them of any of their names."""
        source = claim.source or ""
        return len(_WORDS.findall(source)) > 1 and self._shares_no_word(claim.speaker or "", source)

    def claim(self, anchor: str) -> ClaimView:
        """A claim with its answers, what it answers, its chain and its evidence."""
        if anchor not in self._claims:
            self._claims[anchor] = self._claim_view(self.catalogue.claims[anchor])
        return self._claims[anchor]

    def _claim_view(self, entry: Entry[Claim]) -> ClaimView:
        catalogue, anchor = self.catalogue, entry.anchor
        answered = catalogue.answered.get(anchor, ())
        beside = (anchor, *answered)
        day = self._first_day(entry)
        proofs = [p for r in entry.reports for p in self.proofs(r.article, r.record.id, r.record.evidence, *beside)]
        return ClaimView(
            brief=self.brief(anchor),
            told_by=tuple(self.brief(a) for a in self._chain(entry)),
            answers=tuple(self.brief(a) for a in catalogue.answers.get(anchor, ())),
            answered=tuple(self.brief(a) for a in answered),
            about=self.names(entry.record.about),
            when=self.time(entry.reports[0]),
            proofs=tuple(proofs),
            marks=self.marks(*(r.record for r in entry.reports)),
            articles=self.articles(entry),
            may_be_one=tuple(self.dispute(one) for one in dict.fromkeys(catalogue.may_be_one.get(anchor, ()))),
            first=self._published_on(entry, day),
            first_on=date_words(day, self.words) if day else None,
        )

    def _published_on(self, entry: Entry[Claim], day: str | None) -> tuple[Name, ...]:
        """The articles that had a claim on a day; none where the day is not known."""
        articles = dict.fromkeys(report.article for report in entry.reports)
        return tuple(self.article(one) for one in articles if day and self.catalogue.article(one).published == day)

    def _first_day(self, entry: Entry[Claim]) -> str | None:
        """The day of the earliest article that has a claim; None where one of them is undated."""
        return min(self.catalogue.article(report.article).published or "" for report in entry.reports) or None

    def _chain(self, entry: Entry[Claim]) -> list[str]:
        """The claims that this one is told in, the nearest first."""
        chain: list[str] = []
        outer = self.catalogue.anchors.get((entry.article, entry.record.nested_in or ""))
        while outer and outer not in (entry.anchor, *chain):
            chain.append(outer)
            above = self.catalogue.claims[outer]
            outer = self.catalogue.anchors.get((above.article, above.record.nested_in or ""))
        return chain
