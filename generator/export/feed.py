"""Layer 3: claims, events and votes as an Atom feed (RFC 4287); each claim comes with its denials, in its title too.

The order and the dates come from the articles alone. An entry is dated by the articles that report it and its answers;
one that only undated articles report has no `published`, and for `updated`, which Atom asks for, the first day of 1970.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from xml.etree import ElementTree as ET

from generator import escape
from generator.export import telling
from generator.export.atom import add, entry_in, feed_of, urn, written
from generator.export.publication import Publication
from generator.model.dates import is_date, latest
from generator.model.words import Act, VoteStatus
from generator.pages import Page
from generator.pages.links import HOME, Target
from generator.pages.quoting import CUT, quote
from generator.pages.views.ballots import VoteView
from generator.pages.views.events import EventView
from generator.pages.views.ledger import LedgerView
from generator.pages.views.timeline import TimelineView
from generator.pages.views.values import Brief, ClaimView, Name, Proof
from generator.pages.words import say

FEED_URI = "feed.xml"
LONGEST = 200
"""How many entries a feed holds; the newest, and of one day those that stand first in the articles."""
NOT_KNOWN = "1970-01-01"
TITLE_WORDS = 100
"""How much of a claim's words a title holds, in characters."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that articles tell.

    Attributes:
        lines: what is told, each line as (its heading, the words), either of which may be empty.
        articles: those that report it; `answered_in` those that report what answers it.
    """

    place: Target
    kind: str
    title: str
    lines: tuple[tuple[str, str], ...]
    articles: tuple[Name, ...]
    answered_in: tuple[Name, ...] = ()


def feed(pages: Iterable[Page], site: Publication) -> bytes:
    """The feed of a site with these pages."""
    entries = list(_Teller(site).entries(pages))
    newest = sorted(entries, key=lambda entry: _updated(entry, site), reverse=True)[:LONGEST]
    latest = _moment(max((_updated(entry, site) for entry in newest), default=NOT_KNOWN))
    title = say(site.words["feed"]["title"], name=site.name)
    root = feed_of(FEED_URI, site, title=title, updated=latest, page=HOME)
    for entry in newest:
        _add_entry(root, entry, site)
    return written(root)


class _Teller:
    """Puts what pages show into entries."""

    def __init__(self, site: Publication) -> None:
        self._words = site.words

    def entries(self, pages: Iterable[Page]) -> Iterator[Entry]:
        for page in pages:
            if isinstance(page.view, LedgerView):
                yield from (self._claim(claim) for group in page.view.groups for claim in group.claims)
            if isinstance(page.view, TimelineView):
                for one in chain(*(stretch.entries for stretch in page.view.stretches)):
                    if one.event:
                        yield self._event(one.event, page.uri)
                    elif one.vote:
                        yield self._vote(one.vote)

    def _claim(self, claim: ClaimView) -> Entry:
        texts, brief = self._words["claim"], claim.brief
        denials = [answer for answer in claim.answers if answer.act is Act.DENIAL]
        answers = texts["denied"] if len(denials) == len(claim.answers) else texts["answered"]
        lines = [
            (f"{telling.said(brief, self._words)}:", telling.content(brief)),
            *self._thread(answers, claim.answers),
            *self._thread(texts["denies"] if brief.act is Act.DENIAL else texts["answers"], claim.answered),
            *self._denied(claim.proofs),
        ]
        if brief.is_doubtful:
            lines.append(("", self._words["marks"]["doubt"]))
        return Entry(
            place=brief.page,
            kind=self._words["kinds"]["claims"],
            title=self._with_denials(self._short(brief), denials, claim.proofs),
            lines=tuple(lines),
            articles=claim.articles,
            answered_in=tuple(answer.article for answer in claim.answers),
        )

    def _event(self, event: EventView, page: str) -> Entry:
        told = telling.in_marks(event.what)
        if event.when and event.when.is_ahead:
            told = say(self._words["feed"]["to_come"], words=told)
        when = (event.when.label or event.when.as_written or "") if event.when else self._words["times"]["not_given"]
        return Entry(
            place=Target(page, event.anchor),
            kind=self._words["kinds"]["events"],
            title=self._with_denials(told, (), event.proofs),
            lines=(("", told), ("", when), *self._denied(event.proofs)),
            articles=event.articles,
        )

    def _vote(self, vote: VoteView) -> Entry:
        status = vote.first.status
        told = telling.vote_title(vote, self._words)
        ended = [telling.outcome(one, self._words) for one in vote.outcomes] if status is VoteStatus.HELD else []
        when = vote.first.when.label or vote.first.when.as_written if vote.first.when else None
        return Entry(
            place=vote.page,
            kind=self._words["kinds"]["votes"],
            title=self._with_denials(told, (), vote.proofs),
            lines=(("", told), ("", when or ""), *(("", one) for one in ended), *self._denied(vote.proofs)),
            articles=tuple(dict.fromkeys(one.article for one in vote.tellings)),
        )

    def _thread(self, label: str, briefs: Iterable[Brief]) -> Iterator[tuple[str, str]]:
        return ((f"{label}: {telling.said(brief, self._words)}:", telling.content(brief)) for brief in briefs)

    def _denied(self, proofs: Iterable[Proof]) -> Iterator[tuple[str, str]]:
        for claim, denials in telling.denied_in(proofs):
            yield from self._thread(self._words["claim"]["tells_of_denied"], [claim])
            yield from self._thread(self._words["claim"]["denied"], denials)

    def _with_denials(self, title: str, denials: Iterable[Brief], proofs: Iterable[Proof]) -> str:
        beside = [*denials, *chain(*(found for _, found in telling.denied_in(proofs)))]
        told = (f"{self._words['claim']['denied']}: {self._short(denial)}" for denial in beside)
        return " — ".join((title, *dict.fromkeys(told)))

    def _short(self, brief: Brief) -> str:
        words = quote(telling.content(brief), TITLE_WORDS)
        return f"{telling.said(brief, self._words)}: {words.words}{f' {CUT}' if words.is_cut else ''}"


def _add_entry(root: ET.Element, entry: Entry, site: Publication) -> None:
    added = entry_in(root)
    add(added, "id", urn(site, entry.place.anchor))
    add(added, "title", entry.title)
    published = min(_days(entry.articles, site), default=None)
    if published:
        add(added, "published", _moment(published))
    add(added, "updated", _moment(_updated(entry, site)))
    add(added, "link", rel="alternate", type="text/html", href=site.address(entry.place, FEED_URI))
    add(added, "category", term=entry.kind)
    add(added, "content", _html(entry, site), type="html")


def _html(entry: Entry, site: Publication) -> str:
    """The entry's lines as HTML, and the articles that report it."""
    whole = ET.Element("div")
    for heading, words in entry.lines:
        if heading:
            ET.SubElement(whole, "p").text = escape.xml(heading)
        if words:
            ET.SubElement(whole, "blockquote" if heading else "p").text = escape.xml(words)
    reported = say(site.words["events"]["reported_by"], article=telling.names(entry.articles, site.words))
    ET.SubElement(whole, "p").text = escape.xml(reported)
    return ET.tostring(whole, encoding="unicode", method="html")


def _updated(entry: Entry, site: Publication) -> str:
    return max(_days((*entry.articles, *entry.answered_in), site), default=NOT_KNOWN)


def _days(articles: Iterable[Name], site: Publication) -> Iterator[str]:
    """The days of publication that are known; of a month or a year, its last one."""
    published = (site.articles[article.id].published for article in articles)
    return (latest(day).isoformat() for day in published if day and is_date(day))


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
